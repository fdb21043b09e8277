"""Links, hashtags and mentions of a mapped table: as JSON, as Python prints, or as text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from acctaudit.readers import cells

if TYPE_CHECKING:
    from acctaudit.model.tables import Link, Mention
    from acctaudit.readers.cells import Cell

_BETWEEN = re.compile(r"[\s,;|]+")
_BETWEEN_LINKS = re.compile(r"[\s|]+|[,;](?=https?://)")
_ADDRESS = ("url", "link", "href")
_TARGET = ("expanded_url", "unwound_url", "expanded", "target")
_TAG = ("text", "tag")
_HANDLE = ("screen_name", "username", "handle")
_USER = ("id_str", "user_id", "id")


def links(cell: Cell) -> list[Link]:
    """Links, each with where it leads; none in an empty cell."""
    found: list[Link] = []
    for item in _items(cell, _BETWEEN_LINKS):
        shown = _part(item, _ADDRESS) or _part(item, _TARGET)
        if shown:
            found.append((shown, _part(item, _TARGET) or shown))
    return found


def hashtags(cell: Cell) -> list[str]:
    """Tags without #; none in an empty cell."""
    found = (_part(item, _TAG) for item in _items(cell, _BETWEEN))
    return [tag.lstrip("#") for tag in found if tag and tag.lstrip("#")]


def mentions(cell: Cell) -> list[Mention]:
    """Handles without @, and user ids where the table has them; none in an empty cell."""
    found: list[Mention] = []
    for item in _items(cell, _BETWEEN):
        name = (_part(item, _HANDLE) or "").lstrip("@").rstrip(":")
        if name:
            user = _part(item, _USER) if isinstance(item, dict) else None
            found.append((name, cells.user_id(user)))
    return found


def number_of(cell: Cell) -> int:
    """How many addresses a cell holds; none in an empty one.

    Some scrapers sort them: `{"photos": [], "videos": [...]}`.
    """
    items = _items(cell, _BETWEEN_LINKS)
    first = items[0] if len(items) == 1 else None
    if isinstance(first, dict) and all(isinstance(part, list) for part in first.values()):
        return sum(map(len, first.values()))
    return len(items)


def is_listed(cell: Cell) -> bool:
    """Whether a cell is a list or object, in whatever way it is written."""
    return isinstance(cell, list | tuple | dict) or _listed(cell) is not None


def _items(cell: Cell, between: re.Pattern[str]) -> list[object]:
    """The items of a list, however it is written."""
    if isinstance(cell, dict):
        return [cell] if cell else []
    if isinstance(cell, list | tuple):
        return list(cell)
    if cells.is_missing(cell):
        return []
    listed = _listed(cell)
    if listed is not None:
        return listed
    parts = (part.strip("'\",;[]") for part in between.split(str(cell)))
    return [part for part in parts if part]


def _listed(cell: Cell) -> list[object] | None:
    """A list that is written as JSON or as Python prints it."""
    text = str(cell).strip()
    if text[:1] not in {"[", "{"}:
        return None
    found = _json_list(text)
    return cells.literal_list(text) if found is None else found


def _json_list(text: str) -> list[object] | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(found, dict):
        return [found] if found else []
    return found if isinstance(found, list) else None


def _part(item: object, names: tuple[str, ...]) -> str | None:
    """The text of an item, or the first known field of one that is an object."""
    if isinstance(item, dict):
        item = next((item[name] for name in names if item.get(name)), None)
    if isinstance(item, bool) or not isinstance(item, str | int):
        return None
    return str(item).strip() or None
