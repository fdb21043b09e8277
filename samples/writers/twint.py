"""Twint, run in India: the older posts as CSV, the newer as lines of JSON."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from samples.writers import ALL
from samples.writers._flat import Row, counted, escaped, json_lines, permalink, sheet

if TYPE_CHECKING:
    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "post_id", "created_at", "text", "lang", "kind", "likes", "reposts", "replies",
        "media", "links", "hashtags", "in_reply_to_user_id",
        "in_reply_to_handle", "repost_of_id", "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum"}
"""What else the export says."""
COLUMNS = (
    "id", "conversation_id", "created_at", "date", "time", "timezone", "user_id",
    "username", "name", "place", "tweet", "language", "mentions", "urls", "photos",
    "replies_count", "retweets_count", "likes_count", "hashtags", "cashtags", "link",
    "retweet", "quote_url", "video", "thumbnail", "near", "geo", "source", "user_rt_id",
    "user_rt", "retweet_id", "reply_to", "retweet_date", "translate", "trans_src",
    "trans_dest",
)  # fmt: skip
ZONE = timezone(timedelta(hours=5, minutes=30))


def write(tale: Tale) -> dict[str, bytes]:
    """Two files; one is left out if nothing stands in it."""
    rows = [_row(told, tale.owner) for told in tale.posts]
    half = len(rows) // 2
    files = {"newer.json": json_lines(rows[half:][::-1])}
    if half:
        files["older.csv"] = sheet(COLUMNS, rows[:half][::-1])
    return files


def _row(told: Told, owner: Person) -> Row:
    """A post; a repost is written as its original, with who passed it on."""
    about = told.about
    original = about if told.kind == "repost" else None
    author = original.author if original else owner
    post_id = original.post_id if original else told.post_id
    local = (original.at if original else told.at).astimezone(ZONE)
    likes, reposts = counted(told)
    answers = told.kind in {"reply", "self_reply"} and about is not None
    asked = [about.author] if about and told.kind == "reply" else []
    mentions = [pair for pair in told.mentions if pair[0] not in {p.handle for p in asked}]
    return {
        "id": int(post_id or 0),
        "conversation_id": about.post_id if about and answers else post_id,
        "created_at": local.strftime("%Y-%m-%d %H:%M:%S IST"),
        "date": local.strftime("%Y-%m-%d"),
        "time": local.strftime("%H:%M:%S"),
        "timezone": "+0530",
        "user_id": int(author.user_id),
        "username": author.handle,
        "name": author.name,
        "tweet": _text(original.text if original else told.text),
        "language": told.lang,
        "mentions": [] if original else [_person(*pair) for pair in mentions],
        "urls": [target for _, target in told.links],
        "photos": ["https://pbs.twimg.com/media/a.jpg"] * told.media,
        "replies_count": told.replies,
        "retweets_count": reposts,
        "likes_count": likes,
        "hashtags": list(told.hashtags),
        "cashtags": [],
        "link": permalink(author.handle, post_id),
        "retweet": original is not None,
        "quote_url": permalink(about.author.handle, about.post_id)
        if about and told.kind == "quote"
        else "",
        "video": int(told.media > 0),
        "user_rt_id": owner.user_id if original else "",
        "user_rt": owner.handle if original else "",
        "retweet_id": told.post_id if original else "",
        "reply_to": [_person(person.handle, person.user_id) for person in asked],
        "retweet_date": told.at.astimezone(ZONE).strftime("%Y-%m-%d %H:%M:%S")
        if original
        else "",
    }


def _text(text: str) -> str:
    """A text as Twint changes it: no line breaks, a space before every address."""
    return escaped(text).replace("http", " http").replace("\n", " ")


def _person(handle: str, user_id: str) -> dict[str, str]:
    return {"screen_name": handle, "name": handle.title(), "id": user_id}
