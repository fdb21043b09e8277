"""t, the command line client: a timeline and the followers, as `--csv` prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers import ALL
from samples.writers._flat import Row, sheet

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Person, Tale

KINDS = ALL
KEEPS = frozenset({"post_id", "created_at", "text"})
TELLS = {"handle": "arch_museum", "reposts": 3, "followers": 6}
"""What else the export says."""
POSTS = ("ID", "Posted at", "Screen name", "Text")
PEOPLE = (
    "ID", "Since", "Last tweeted at", "Tweets", "Favorites", "Listed", "Following",
    "Followers", "Screen name", "Name", "Verified", "Protected", "Bio", "Status",
    "Location", "URL",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """`t timeline @arch_museum --csv` and `t followers arch_museum --csv`."""
    rows = [
        {
            "ID": told.post_id,
            "Posted at": _time(told.at),
            "Screen name": tale.owner.handle,
            "Text": told.text,
        }
        for told in tale.posts[::-1]
    ]
    files = {"timeline.csv": sheet(POSTS, rows)}
    if tale.followers:
        files["followers.csv"] = sheet(PEOPLE, map(_person, tale.followers))
    return files


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S +0000")


def _person(person: Person) -> Row:
    return {
        "ID": person.user_id,
        "Since": _time(person.created_at),
        "Tweets": person.posts_total,
        "Favorites": 0,
        "Listed": person.listed,
        "Following": person.following,
        "Followers": person.followers,
        "Screen name": person.handle,
        "Name": person.name,
        "Verified": str(person.verified).lower(),
        "Protected": str(person.protected).lower(),
        "Bio": person.bio,
        "Location": person.location,
        "URL": person.url,
    }
