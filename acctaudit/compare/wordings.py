"""The texts of two reports in a comparison: how they were made, as far as they occur."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Wording


def occurring(value: Any, known: dict[str, Wording]) -> dict[str, Wording]:
    """The wordings of the texts in `value`, and of what those are made of."""
    found: dict[str, Wording] = {}
    texts = list(_texts(value))
    while texts:
        text = texts.pop()
        if text in known and text not in found:
            found[text] = known[text]
            texts.extend(_parts(known[text]))
    return dict(sorted(found.items()))


def _texts(value: Any) -> Iterator[str]:
    """Every text in it, but for its table of wordings."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for item in fields(value):
            if item.name != "wording":
                yield from _texts(getattr(value, item.name))


def _parts(how: Wording) -> Iterator[str]:
    """The texts that one was made of; data stands in lists of its own and is none."""
    lists = [given for given in how.args if isinstance(given, list)]
    for part in (*how.values.values(), *(part for given in lists for part in given)):
        if isinstance(part, str):
            yield part
