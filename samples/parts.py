"""What the made-up archives share: times, ids, entities, files.

Every account, post and number in this folder is invented.
"""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

EPOCH_MS = 1288834974657
"""Time zero of the ids that Twitter gives since November 2010."""
OWN, HANDLE, NAME = "2400000001", "fernhill_lib", "Fernhill Library (made up)"
FRIEND, FRIEND_HANDLE = "2400000777", "mossgate_books"
WEB = '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>'
Json = dict[str, Any]


def moment(text: str) -> datetime:
    """A time of the story, `2014-03-03 10:00:00`, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def snowflake(text: str, low: int = 0) -> str:
    """The id of a post sent at that time."""
    return str(((int(moment(text).timestamp() * 1000) - EPOCH_MS) << 22) | low)


def ctime(text: str) -> str:
    """The time as the platform's interface writes it."""
    return f"{moment(text):%a %b %d %H:%M:%S +0000 %Y}"


def rounded(post_id: str) -> int:
    """The id as JavaScript leaves it."""
    return int(float(post_id))


def url(address: str) -> Json:
    """A link in a text."""
    return {"url": "https://t.co/made0up000", "expanded_url": address, "indices": [0, 23]}


def mention(handle: str, user_id: str) -> Json:
    """A mention in a text."""
    return {"screen_name": handle, "name": handle, "id_str": user_id, "indices": [3, 9]}


def entities(*urls: str, people: tuple[Json, ...] = (), tags: tuple[str, ...] = ()) -> Json:
    """What the platform found in a text."""
    return {
        "urls": [url(address) for address in urls],
        "user_mentions": list(people),
        "hashtags": [{"text": tag, "indices": [0, 5]} for tag in tags],
        "symbols": [],
    }


def answering(post: str | None, user: str, handle: str) -> Json:
    """The fields of a reply; without `post` it was typed by hand."""
    fields = {"in_reply_to_user_id": user, "in_reply_to_screen_name": handle}
    fields["in_reply_to_user_id_str"] = user
    if post:
        fields |= {"in_reply_to_status_id": post, "in_reply_to_status_id_str": post}
    return fields


def write(path: Path, text: str) -> None:
    """A file with LF line ends, whatever the machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def write_zip(path: Path, members: dict[str, str]) -> None:
    """A ZIP that comes out the same, byte for byte, on every run."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text.encode())
