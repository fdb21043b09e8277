"""People as exports describe them: authors with their profile, and lists of followers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables

Facts = dict[str, object]
"""Fields of `Profile` by name; None = the export does not say."""
PERSON = (
    "user_id", "handle", "created_at", "bio", "location", "url", "followers", "following",
    "listed", "posts_total", "default_avatar", "last_post_at",
)  # fmt: skip
"""What a list of followers keeps of each."""
_FOLLOWED = re.compile(r"following|friends|followed", re.IGNORECASE)
_GUESSED = marked(
    "a list of people does not say whether they follow or are followed: taken for followers"
    " (put `following` into the file's name if it is the other)"
)


class Authors:
    """The authors of the posts of one input; of several descriptions the newest stays."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[int, Facts]] = {}

    def note(self, facts: Facts, rank: object = None) -> None:
        """Keep what is said of somebody; `rank` is the id of the post that it came with."""
        key = str(facts.get("user_id") or facts.get("handle") or "")
        text = str(rank)
        place = int(text) if text.isascii() and text.isdigit() and len(text) <= 20 else 0
        if key and (key not in self._found or place >= self._found[key][0]):
            self._found[key] = (place, facts)

    def enter(self, tables: Tables) -> None:
        """Hand everybody over."""
        tables.authors |= {key: facts for key, (_, facts) in self._found.items()}


def is_default(avatar: str | None) -> bool | None:
    """Whether a picture is the platform's placeholder; None if none is known."""
    return None if avatar is None else not avatar or "default_profile" in avatar


def enter_people(tables: Tables, name: str, people: list[Facts]) -> None:
    """Add a list of people as followers or as followed, by what its file is called."""
    followed = _FOLLOWED.search(name) is not None
    table = "following" if followed else "followers"
    if not followed and "follower" not in name.casefold():
        tables.remarks.append(say(_GUESSED))
    rows = tables.others.setdefault(table, [])
    rows += [{field: person.get(field) for field in PERSON} for person in people]
