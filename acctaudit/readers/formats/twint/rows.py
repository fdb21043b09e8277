"""One row of Twint: its id, its time, who posted it, whom it answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.readers import cells

if TYPE_CHECKING:
    from acctaudit.model.tables import Mention

OWN = ("id", "link", "retweet", "retweet_id")
"""Columns that `post` looks at."""
CLOCK = ("date", "time", "timezone", "created_at", "retweet")
"""Columns that `moment` looks at."""
TALK = ("reply_to", "conversation_id", "id", "link", "user_id", "username", "retweet")
"""Columns that `answered` looks at."""
_OFFSET = re.compile(r"[+-]\d{4}")
_EPOCH_MS = re.compile(r"\d{13}")


def post(number: object, link: object, retweet: object, repost: object) -> cells.Ident:
    """The id of the row: of a repost its own, not that of the original."""
    if cells.flag(retweet) and cells.ident(repost).digits:
        return cells.ident(repost)
    address = cells.id_in(link)
    return cells.Ident(address, exact=True) if address else cells.ident(number)


def moment(
    day: object, clock: object, zone: object, created: object, retweet: object
) -> object:
    """The time; empty for a repost, whose row has that of the original: its id tells."""
    if cells.flag(retweet):
        return ""
    if _EPOCH_MS.fullmatch(str(created)):
        return str(created)
    if cells.is_missing(day):
        return cells.when(created)
    offset = str(zone).strip()
    return f"{day}T{clock}{offset if _OFFSET.fullmatch(offset) else ''}"


def author(retweet: object, by: object, original: object) -> object:
    """Who posted the row: of a repost who passed it on."""
    return by if cells.flag(retweet) and not cells.is_missing(by) else original


def answered(*row: object) -> tuple[bool, Mention | None]:
    """Whether a row (TALK) is a reply, and whom it answers if that is known.

    Who goes on with a conversation that began with another post, and answers nobody else,
    answers their own.
    """
    reply_to, conversation, number, link, user, name, retweet = row
    own, first = post(number, link, None, None), cells.ident(conversation)
    exact = bool(own.digits and own.exact and first.digits and first.exact)
    if cells.flag(retweet) or (exact and own.digits == first.digits):
        return False, None
    handle, user_id = cells.handle(name), cells.user_id(user)
    found = None if cells.is_missing(reply_to) else people(reply_to)
    others = [person for person in found or [] if not _same(person, handle, user_id)]
    if others:
        return True, others[0]
    return exact, (handle, user_id) if exact and handle and found is not None else None


def _same(person: Mention, handle: str | None, user_id: str | None) -> bool:
    name, number = person
    same_id = number is not None and number == user_id
    return same_id or name.casefold() == (handle or "").casefold()


def listed(cell: object) -> list[object] | None:
    """A list as Python or JSON writes it; most are empty."""
    return [] if cell == "[]" else cells.literal_list(cell)


def people(cell: object) -> list[Mention] | None:
    """Handle and id of everybody in a list; None if it is none."""
    found = [] if cell == "[]" else cells.literal_list(cell)
    return (
        None if found is None else [who for who in map(_person, found) if who is not None]
    )


def _person(item: object) -> Mention | None:
    known = item if isinstance(item, dict) else {"username": item}
    name = cells.handle(known.get("screen_name") or known.get("username"))
    number = cells.user_id(known.get("id") or known.get("user_id"))
    return (name, number) if name else None
