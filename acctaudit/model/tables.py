"""Tables: what a reader hands over. Our column names, the export's values, no judgement.

A column that the format does not have is absent; a value that a row does not have is None.
Neither is ever a zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Link = tuple[str, str]
"""(the link as it stands in the text, the address it leads to; equal if not expanded)"""
Mention = tuple[str, str | None]
"""(handle without @, user id if the export has it)"""


@dataclass(frozen=True)
class Column:
    """One column of a table: its name and what it holds."""

    name: str
    holds: str
    count: bool = False
    """Whether it is a count of reactions, which must be a whole number of at least 0."""


POSTS = (
    Column("post_id", "id as a string of digits"),
    Column("id_exact", "False if a spreadsheet or a script has rounded the id"),
    Column("created_at", "time as the export writes it"),
    Column("text", "full text"),
    Column("lang", "language code that the platform guessed"),
    Column("source", "client that sent it; may be an HTML anchor"),
    Column("author_id", "user id of the author, where rows carry it"),
    Column("author_handle", "handle of the author, where rows carry it"),
    Column("is_repost", "True if the row only passes on somebody's post"),
    Column("repost_of_id", "id of the post that was passed on"),
    Column("in_reply_to_post_id", "id of the post that this one answers"),
    Column("in_reply_to_user_id", "user id of the person answered"),
    Column("in_reply_to_handle", "handle of the person answered"),
    Column("quote_of_id", "id of the post that this one quotes"),
    Column(
        "post_link_id", "id of the post that a link leads to, where quotes are not marked"
    ),
    Column("edit_of", "id of the first version, same for all versions of one post"),
    Column("likes", "likes received, at the observation date", count=True),
    Column("reposts", "reposts received", count=True),
    Column("replies", "replies received", count=True),
    Column("quotes", "quotes received", count=True),
    Column("bookmarks", "bookmarks received", count=True),
    Column("impressions", "times shown", count=True),
    Column("clicks", "clicks on links", count=True),
    Column("profile_visits", "visits to the profile from this post", count=True),
    Column("media", "number of pictures and videos", count=True),
    Column("links", "list of Link"),
    Column("hashtags", "list of tags without #"),
    Column("mentions", "list of Mention"),
)
POST_COLUMNS = {column.name: column for column in POSTS}


@dataclass(frozen=True)
class Quarantined:
    """A row that could not be used, where it stands and why. Its content is never kept."""

    file: str
    row: int
    """Position in the file, counted from 1."""
    reason: str


@dataclass(frozen=True)
class InputFile:
    """One file, or one member of an archive, that was read."""

    name: str
    sha256: str
    size: int
    """Bytes, as read (inflated)."""
    rows: int
    """Rows in it, of whatever it holds."""
    holds: str
    """posts, profile, followers, …"""


@dataclass
class PostTable:
    """Posts as columns of equal length, and for each row its file and place."""

    columns: dict[str, list[object]] = field(default_factory=dict)
    file: list[str] = field(default_factory=list)
    row: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.row)

    def extend(
        self, file: str, rows: Sequence[int], columns: dict[str, list[object]]
    ) -> None:
        """Append rows; a column that either side lacks is filled with None there."""
        before, more = len(self), len(rows)
        for name in columns.keys() - self.columns.keys():
            self.columns[name] = [None] * before
        for name, values in self.columns.items():
            values.extend(columns.get(name) or [None] * more)
        self.file.extend([file] * more)
        self.row.extend(rows)


@dataclass
class Tables:
    """Everything that one reader took from its input, in our names."""

    reader: str
    """Name of the reader."""
    escaped: bool = True
    """Whether text still holds the platform's HTML entities, to be undone once."""
    profile: dict[str, object] = field(default_factory=dict)
    """Fields of `Profile`, by name, in the export's own form."""
    posts: PostTable = field(default_factory=PostTable)
    others: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    """inbound, followers, following, daily, outcomes: absent = the export has none."""
    observed: str | None = None
    """When the export was made, as it says itself."""
    timeline: str = "complete"
    """complete · recent (newest posts only) · ends (first and last only) · sample"""
    files: list[InputFile] = field(default_factory=list)
    quarantined: list[Quarantined] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What the maker of the export says about it, to be read before anything else."""
    remarks: list[str] = field(default_factory=list)
    """One sentence each about what was odd in the input and what was done about it."""
