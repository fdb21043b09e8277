"""rtweet 0.7: a timeline as `write_as_csv` saves it, ids behind an x, lists as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers import ALL
from samples.writers._flat import Row, counted, escaped, permalink, sheet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "post_id", "created_at", "text", "lang", "source", "kind", "likes", "reposts",
        "media", "links", "hashtags", "mentions", "in_reply_to_post_id",
        "in_reply_to_user_id", "in_reply_to_handle", "repost_of_id", "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum"}
"""What else the export says."""


def write(tale: Tale) -> dict[str, bytes]:
    """The newest post first; no column is left out in any row."""
    rows = [_post(told, tale.owner) | _author(tale.owner) for told in tale.posts[::-1]]
    return {"arch_museum.csv": sheet(list(rows[0]), rows)}


def _x(number: str | None) -> str:
    return f"x{number}" if number else ""


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _words(items: Iterable[str]) -> str:
    return " ".join(items)


def _post(told: Told, owner: Person) -> Row:
    about = told.about
    answers = about if told.kind in {"reply", "self_reply"} else None
    repost = about if told.kind == "repost" else None
    quoted = about if told.kind == "quote" else None
    likes, reposts = counted(told)
    return {
        "user_id": _x(owner.user_id),
        "status_id": _x(told.post_id),
        "created_at": _time(told.at),
        "screen_name": owner.handle,
        "text": escaped(told.text),
        "source": told.source,
        "reply_to_status_id": _x(answers.post_id if answers else None),
        "reply_to_user_id": _x(answers.author.user_id if answers else None),
        "reply_to_screen_name": answers.author.handle if answers else "",
        "is_quote": str(quoted is not None).upper(),
        "is_retweet": str(repost is not None).upper(),
        "favorite_count": 0 if repost else likes,
        "retweet_count": reposts,
        "hashtags": _words(told.hashtags),
        "urls_t.co": _words(short for short, _ in told.links),
        "urls_expanded_url": _words(target for _, target in told.links),
        "media_url": "http://pbs.twimg.com/media/a.jpg" if told.media else "",
        "ext_media_url": _words(["http://pbs.twimg.com/media/a.jpg"] * told.media),
        "mentions_user_id": _words(_x(user) for _, user in told.mentions),
        "mentions_screen_name": _words(handle for handle, _ in told.mentions),
        "lang": told.lang,
        "quoted_status_id": _x(quoted.post_id if quoted else None),
        "retweet_status_id": _x(repost.post_id if repost else None),
        "status_url": permalink(owner.handle, told.post_id),
    }


def _author(owner: Person) -> Row:
    return {
        "name": owner.name,
        "location": owner.location,
        "description": escaped(owner.bio),
        "url": owner.url,
        "protected": str(owner.protected).upper(),
        "followers_count": owner.followers,
        "friends_count": owner.following,
        "listed_count": owner.listed,
        "statuses_count": owner.posts_total,
        "account_created_at": _time(owner.created_at),
        "verified": str(owner.verified).upper(),
        "profile_url": owner.url,
        "profile_expanded_url": owner.url_expanded,
        "profile_banner_url": owner.banner_url,
        "profile_image_url": owner.avatar_url,
    }
