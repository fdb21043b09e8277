"""Whose file is it: the owner of the account, and which rows are by others.

Ids decide, and handles only where a row has no id, since handles change. Where rows of
several authors stand in one file, nobody is picked for being loud: the owner must be named
(`--account`), be known from another input, or follow from how the posts hang together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from acctaudit.errors import InputError
from acctaudit.model.kinds import filled, inferred_owner

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from acctaudit.model.tables import Tables

MOSTLY = 0.5
"""Share of posts that address the account, above which an input is its mentions."""
_REFERENCES = 3
"""Other posts that one may refer to: it answers, quotes and passes on one each at most."""
_NAMED = 6
"""Accounts that an error lists."""


@dataclass(frozen=True)
class Owner:
    """The account whose post-mortem this is; handle in lower case, None where unknown."""

    user_id: str | None = None
    handle: str | None = None
    spelled: str | None = None
    """The handle as its posts spell it."""

    @property
    def known(self) -> bool:
        """Whether anything is known of it."""
        return bool(self.user_id or self.handle)

    def __str__(self) -> str:
        return f"@{self.handle}" if self.handle else f"user {self.user_id}"


@dataclass
class _Names:
    """Handle of each user id and user id of each handle, as the rows pair them."""

    handle: dict[str, str] = field(default_factory=dict)
    user_id: dict[str, str] = field(default_factory=dict)

    def add(self, user_id: object, handle: object) -> None:
        """Note a pair; of several handles of an id the first in order of text stays."""
        if user_id and handle:
            name = str(handle).casefold()
            self.handle[str(user_id)] = min(name, self.handle.get(str(user_id), name))
            self.user_id[name] = str(user_id)

    def owner(self, user_id: object = None, handle: object = None) -> Owner:
        """The owner of that id or handle, completed."""
        name = str(handle).casefold().removeprefix("@") if handle else None
        number = str(user_id) if user_id else self.user_id.get(name or "")
        return Owner(number, name or self.handle.get(number or ""))


def owner_of(tables: Sequence[Tables], frame: pd.DataFrame, wanted: str | None) -> Owner:
    """The owner of the account. InputError if there are several and none is chosen."""
    authors = _authors(frame)
    names = _names(tables, authors)
    if wanted is not None:
        return _wanted(wanted, names, authors, tables)
    stated = [
        names.owner(t.profile.get("user_id"), t.profile.get("handle")) for t in tables
    ]
    alone = [names.owner(*pair) for pair in _alone(frame)]
    known = _distinct([owner for owner in stated if owner.known])
    if len(known) > 1:
        raise InputError(
            f"these inputs are of different accounts ({' and '.join(map(str, known))});"
            " give one account's files"
        )
    if known:
        return known[0]
    alone = _distinct(alone)
    if len(alone) > 1:
        alone = [owner for owner in alone if _is_asked(owner, alone, frame)] or alone
    if len(alone) == 1:
        return alone[0]
    if len(alone) > 1:
        raise InputError(
            f"these inputs are of different accounts ({' and '.join(map(str, alone))});"
            " give one account's files, or choose one with --account"
        )
    if authors.empty:
        return Owner(inferred_owner(frame))
    return _central(frame, authors, names)


def is_by(frame: pd.DataFrame, owner: Owner) -> pd.Series:
    """Whether each row is by the owner; rows without an author are."""
    if not {"author_id", "author_handle"} & set(frame):
        return frame["_row"].notna()
    ids = filled(frame, "author_id").astype(str)
    handles = filled(frame, "author_handle").astype(str).str.casefold()
    if owner.user_id is None:
        return (handles == (owner.handle or "")) | ((handles == "") & (ids == ""))
    by_handle = (ids == "") & ((handles == "") | (handles == (owner.handle or "")))
    return (ids == owner.user_id) | by_handle


def spelling(own: pd.DataFrame) -> str | None:
    """The handle as most of the own rows spell it."""
    handles = filled(own, "author_handle").astype(str)
    counts = handles[handles != ""].value_counts()
    return min(counts.index[counts == counts.max()]) if len(counts) else None


def addresses(frame: pd.DataFrame, owner: Owner, own_ids: set[object]) -> pd.Series:
    """Whether each row answers or mentions the owner."""
    to_post = filled(frame, "in_reply_to_post_id").isin(own_ids - {""})
    to_user = filled(frame, "in_reply_to_user_id") == (owner.user_id or object())
    handle = owner.handle or ""
    to_handle = filled(frame, "in_reply_to_handle").astype(str).str.casefold() == handle
    named = filled(frame, "mentions").map(lambda cell: _names_owner(cell, owner))
    texts = filled(frame, "text").astype(str).str.casefold()
    in_text = texts.str.contains(rf"@{handle or '!'}(?!\w)", regex=True)
    return to_post | to_user | (to_handle & bool(handle)) | named.astype(bool) | in_text


def _names_owner(cell: object, owner: Owner) -> bool:
    if not isinstance(cell, list | tuple):
        return False
    return any(
        (user is not None and user == owner.user_id)
        or (owner.handle is not None and str(handle).casefold() == owner.handle)
        for handle, user in cell
    )


def _authors(frame: pd.DataFrame) -> pd.DataFrame:
    """Author id, handle and number of rows, the most frequent first."""
    pairs = frame.assign(
        user=filled(frame, "author_id").astype(str),
        name=filled(frame, "author_handle").astype(str).str.casefold(),
    )[["user", "name"]]
    pairs = pairs[(pairs["user"] != "") | (pairs["name"] != "")]
    found = pairs.value_counts(sort=False).rename("rows").reset_index()
    return found.sort_values(["rows", "user", "name"], ascending=[False, True, True])


def _names(tables: Sequence[Tables], authors: pd.DataFrame) -> _Names:
    names = _Names()
    for user, name in zip(authors["user"], authors["name"], strict=True):
        names.add(user, name)
    for table in tables:
        names.add(table.profile.get("user_id"), table.profile.get("handle"))
        for facts in table.authors.values():
            names.add(facts.get("user_id"), facts.get("handle"))
    return names


def _alone(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """The author of every input that has but one."""
    found = []
    for _, rows in frame.groupby("_input", sort=True):
        authors = _authors(rows)
        known = authors["user"][authors["user"] != ""].unique()
        if len(known) == 1 and (authors["user"] != "").all():
            found.append((known[0], ""))
        elif not len(known) and len(set(authors["name"])) == 1:
            found.append(("", authors["name"].iloc[0]))
    return found


def _is_asked(owner: Owner, alone: Sequence[Owner], frame: pd.DataFrame) -> bool:
    """Whether all others write to this one: theirs are no timelines but mentions."""
    own_ids = set(filled(frame[is_by(frame, owner)], "post_id")) - {""}
    others = (frame[is_by(frame, other)] for other in alone if other != owner)
    return all(mostly_to(rows, owner, own_ids) for rows in others)


def mostly_to(rows: pd.DataFrame, owner: Owner, own_ids: set[object]) -> bool:
    """Whether posts by others are mentions of the owner: half of them at least address it.

    Our judgement: a mentions export holds little else.
    """
    return bool(addresses(rows, owner, own_ids).mean() >= MOSTLY)


def _distinct(owners: Sequence[Owner]) -> list[Owner]:
    """Different accounts among them: one of known id swallows those of its handle."""
    found: list[Owner] = []
    for owner in sorted(owners, key=lambda o: (o.user_id is None, o.user_id or "", str(o))):
        if not any(_same(owner, other) for other in found):
            found.append(owner)
    return found


def _same(one: Owner, other: Owner) -> bool:
    if one.user_id and other.user_id:
        return one.user_id == other.user_id
    return one.handle is not None and one.handle == other.handle


def _wanted(
    wanted: str, names: _Names, authors: pd.DataFrame, tables: Sequence[Tables]
) -> Owner:
    """The account that the user names by handle or id; InputError if it is not there."""
    name = wanted.strip().removeprefix("@").casefold()
    handles = {str(handle) for handle in authors["name"] if handle} | set(names.user_id)
    handles |= {
        str(t.profile["handle"]).casefold() for t in tables if t.profile.get("handle")
    }
    ids = {str(user) for user in authors["user"] if user} | set(names.handle)
    ids |= {str(t.profile["user_id"]) for t in tables if t.profile.get("user_id")}
    if name in handles:
        return names.owner(handle=name)
    if name in ids:
        return names.owner(user_id=name)
    near = get_close_matches(name, sorted(handles), n=1)
    listed = f"did you mean '{near[0]}'?" if near else f"they hold {_listed(authors)}"
    raise InputError(f"--account '{wanted}' is not in these files: {listed}")


def _central(frame: pd.DataFrame, authors: pd.DataFrame, names: _Names) -> Owner:
    """The author to whose posts all others' posts belong: answered, quoted, passed on."""
    enough = authors[authors["rows"] * (1 + _REFERENCES) >= authors["rows"].sum()]
    for user, name in zip(enough["user"], enough["name"], strict=True):
        owner = names.owner(user, name)
        own = is_by(frame, owner)
        touched: set[object] = set()
        for column in ("in_reply_to_post_id", "quote_of_id", "repost_of_id"):
            touched |= set(filled(frame[own], column)) - {""}
        if filled(frame[~own], "post_id").isin(touched).all():
            return owner
    inputs = ", ".join(sorted({str(name) for name in frame["_input"]})[:3])
    raise InputError(
        f"{inputs}: posts of several accounts ({_listed(authors)}); choose one with"
        " --account"
    )


def _listed(authors: pd.DataFrame) -> str:
    """The accounts with most rows, and how many there are."""
    shown = [
        f"{f'@{name}' if name else f'user {user}'} {rows}"
        for user, name, rows in authors.head(_NAMED).itertuples(index=False)
    ]
    more = len(authors) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
