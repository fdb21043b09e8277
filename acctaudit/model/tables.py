"""Tables: what a reader hands over. Our column names, the export's values, no judgement.

A column that the format does not have is absent; a value that a row does not have is None.
Neither is ever a zero.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.model.packed import Packed
from acctaudit.say import marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    Column("cut", "True if the export holds only the beginning of the text"),
    Column("lang", "language code that the platform guessed"),
    Column("source", "client that sent it; may be an HTML anchor"),
    Column("author_id", "user id of the author, where rows carry it"),
    Column("author_handle", "handle of the author, where rows carry it"),
    Column("is_repost", "True if the row only passes on somebody's post"),
    Column("is_reply", "True if the row answers somebody, where no more is known of it"),
    Column("replies_known", "False where it is not known whether the row is a reply"),
    Column("repost_of_id", "id of the post that was passed on"),
    Column("in_reply_to_post_id", "id of the post that this one answers"),
    Column("in_reply_to_user_id", "user id of the person answered"),
    Column("in_reply_to_handle", "handle of the person answered"),
    Column("quote_of_id", "id of the post that this one quotes"),
    Column("apart", "True if it is no part of the stretch that rhythm is measured on"),
    Column("is_quote", "True if the row quotes a post, where no more is known of it"),
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
    Column("has_link", "whether a link is in it, where the links are not known"),
    Column("has_hashtag", "whether a hashtag is in it, where they are not known"),
    Column("has_mention", "whether it mentions somebody, where they are not known"),
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


HOLDS = (
    marked("posts"), marked("profile"), marked("people"), marked("followers"),
    marked("following"), marked("follower"), marked("inbound"), marked("daily"),
    marked("outcomes"), marked("long posts"), marked("account"), marked("verified"),
    marked("account-suspension"), marked("manifest"), marked("list of months"),
    marked("date of the export"),
)  # fmt: skip
"""What a file can hold, as the books say it."""


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
    """One of HOLDS."""


PACKED = {
    "post_id", "created_at", "text", "repost_of_id", "in_reply_to_post_id",
    "in_reply_to_user_id", "quote_of_id", "post_link_id",
}  # fmt: skip
"""Columns of texts that differ from row to row."""


@dataclass
class PostTable:
    """Posts as columns of equal length, and for each row its file and place."""

    columns: dict[str, list[object] | Packed] = field(default_factory=dict)
    file: list[str] = field(default_factory=list)
    row: array[int] = field(default_factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.row)

    def extend(
        self, file: str, rows: Sequence[int], columns: Mapping[str, list[object]]
    ) -> None:
        """Append rows; a column that either side lacks is filled with None there."""
        before, more = len(self), len(rows)
        for name in columns:
            if name not in self.columns:
                empty: list[object] = [None] * before
                self.columns[name] = Packed(empty) if name in PACKED else empty
        for name, values in self.columns.items():
            values.extend(columns.get(name) or [None] * more)
        self.file.extend([file] * more)
        self.row.extend(rows)


@dataclass
class Tables:
    """Everything that one reader took from its input, in our names."""

    reader: str
    """Name of the reader."""
    name: str = field(default="", compare=False)
    """What the user passed: the file or folder."""
    trust: int = 0
    """Which input is believed where two differ: the lower one (see readers/base.py)."""
    dialogue: bool = False
    """Whether posts by others in it are those that address the account."""
    escaped: bool = True
    """Whether text still holds the platform's HTML entities, to be undone once."""
    profile: dict[str, object] = field(default_factory=dict)
    """Fields of `Profile`, by name, in the export's own form."""
    authors: dict[str, dict[str, object]] = field(default_factory=dict)
    """The same for every author whom the export describes, by user id; of these the owner
    of the account is taken."""
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
