"""snscrape and twscrape: one post or one person a line.

Both write the same objects, and files of three ages are about. Those of early 2021 and
before have no `_type`, call the text `content`, and do not say what a reply is. Later ones
keep old names beside new ones. twscrape adds ids as text and holds media in an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET

from acctaudit.model.tables import Tables
from acctaudit.readers.base import PAGE, Reader
from acctaudit.readers.cells import user_id
from acctaudit.readers.decode import Layout, read_records
from acctaudit.readers.foreign import refuse_foreign
from acctaudit.readers.formats.snscrape.columns import columns
from acctaudit.readers.formats.snscrape.rows import Person, Post, ident_of, user_id_of
from acctaudit.readers.people import Authors, enter_people, is_default

if TYPE_CHECKING:
    from acctaudit.readers.formats.snscrape.rows import User
    from acctaudit.readers.people import Facts
    from acctaudit.readers.source import Export

POSTS = Layout(Post)
PEOPLE = Layout(Person, (), "people")


def sniff(export: Export) -> bool:
    """Whether the first record is a post or a person as these tools write them."""
    return export.single and (_holds_posts(export) or _holds_people(export))


def _holds_posts(export: Export) -> bool:
    has = export.look.has
    return has("date", "user.username") and (has("rawContent") or has("content"))


def _holds_people(export: Export) -> bool:
    return export.look.has("username", "displayname", "followersCount")


def read(export: Export) -> Tables:
    """Posts, with their authors as the page showed them; or a list of people."""
    tables = Tables("snscrape", timeline="recent", trust=PAGE)
    authors = Authors()
    if _holds_people(export):
        _people(tables, export, authors)
    else:
        _posts(tables, export, authors)
    authors.enter(tables)
    refuse_foreign(tables, export, "posts of snscrape or twscrape")
    return tables


def _posts(tables: Tables, export: Export, authors: Authors) -> None:
    for batch in read_records(tables, export, POSTS):
        tables.posts.extend(batch.file, batch.numbers, columns(batch.rows))
        for row in batch.rows:
            if row.user is not None:
                authors.note(facts(row.user), ident_of(row).digits)


def _people(tables: Tables, export: Export, authors: Authors) -> None:
    found: list[Facts] = []
    for batch in read_records(tables, export, PEOPLE):
        found += map(facts, batch.rows)
    if len(found) == 1 and "follow" not in export.name.casefold():
        authors.note(found[0])
        tables.profile |= found[0]
    elif found:
        enter_people(tables, export.name, found)


def facts(user: User) -> Facts:
    """The profile of an account, in our names.

    twscrape writes 0 lists where the page tells no number: its zero is no knowledge.
    """
    bio = user.description if user.raw_description is None else user.raw_description
    url, expanded = _website(user, bio or "")
    marks = [mark for mark in (user.verified, user.blue) if mark is not None]
    return {
        "user_id": user_id_of(user),
        "handle": user.username,
        "name": user.displayname,
        "bio": bio,
        "location": user.location,
        "url": url,
        "url_expanded": expanded,
        "avatar_url": user.profile_image_url,
        "banner_url": user.profile_banner_url,
        "default_avatar": is_default(user.profile_image_url),
        "verified": any(marks) if marks else None,
        "protected": user.protected,
        "pinned_id": user_id(user.pinned_ids[0]) if user.pinned_ids else None,
        "created_at": user.created,
        "followers": user.followers_count,
        "following": user.friends_count,
        "listed": (user.listed_count or None) if user.id_str else user.listed_count,
        "posts_total": user.statuses_count,
    }


def _website(user: User, bio: str) -> tuple[str | None, str | None]:
    """The profile's link, short and expanded; empty if it has none, None if unknown.

    twscrape mixes it with the links of the description, which stand in its text.
    """
    links = user.description_links or ()
    rest = [link for link in links if link.tcourl and link.tcourl not in bio]
    found = user.link or (rest[-1] if rest else None)
    if found and found.url:
        return found.tcourl or found.url, found.url
    if user.link_url:
        return user.link_tcourl or user.link_url, user.link_url
    told = (user.link, user.link_url, user.description_links)
    return (None, None) if all(item is UNSET for item in told) else ("", None)


READER = Reader("snscrape", "snscrape or twscrape (JSON lines)", sniff, read)
