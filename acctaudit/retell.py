"""A report in another language: each of its texts is made again from its parts."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Protocol,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

from acctaudit import words  # the makers of numbers, days and lists
from acctaudit.errors import InputError
from acctaudit.report import Mixed, Wording
from acctaudit.say import MAKERS, Said, language

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["retold", "wording", "words"]

_LONGEST = 100_000
"""Letters of the longest text: more are no sentence of ours."""


def wording(report: object) -> dict[str, Wording]:
    """How every text of a report, or of anything like it, was made, by the text."""
    made: dict[str, Wording] = {}
    for said in _said(report):
        _remember(said, made)
    return dict(sorted(made.items()))


def _said(value: Any) -> Iterator[Said]:
    if isinstance(value, Said):
        yield value
    elif is_dataclass(value):
        for item in fields(value):
            yield from _said(getattr(value, item.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _said(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _said(part)


def _remember(said: Said, made: dict[str, Wording]) -> None:
    """Keep how a text was made, and each text that was put into it."""
    text = str(said)
    if text in made:
        return
    args = [_kept(argument) for argument in said.args]
    values = {name: _part(value) for name, value in said.values.items()}
    lists = [part for given in args if isinstance(given, list) for part in given]
    if text not in [*lists, *values.values()]:  # else it was only passed on
        made[text] = Wording(said.by, args, values)
    for part in _said([said.args, list(said.values.values())]):
        _remember(part, made)


def _kept(argument: Any) -> str | int | float | list[str | list[str]] | None:
    """An argument as a report keeps it: plain."""
    if isinstance(argument, list | tuple):
        return [_part(part) for part in argument]
    if argument is None or isinstance(argument, str):
        return None if argument is None else str(argument)
    return int(argument) if float(argument).is_integer() else float(argument)


def _part(text: str) -> str | list[str]:
    """A text, or data in a list of its own."""
    return str(text) if isinstance(text, Said) else [text]


class Worded(Protocol):
    """A report, or anything like it: plain data with its table of wordings."""

    @property
    def wording(self) -> dict[str, Wording]:
        """How the texts were made, by the text."""


T = TypeVar("T", bound=Worded)


def retold(report: T) -> T:
    """The report in the language that is spoken; its figures and data stay as they are.

    InputError if its table of wordings is damaged.
    """
    if language().code == "en":
        return report
    try:
        told: T = _retold(report, type(report), _Table(report.wording))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise InputError(
            "the report's table of wordings is damaged, so it cannot be shown in another"
            " language; make the report again"
        ) from None
    return told


def _retold(value: Any, hint: Any, table: _Table) -> Any:
    """A value with every text in it made again; `hint` tells texts from data."""
    if value is None:
        return None
    if get_origin(hint) is Annotated:
        known = hint == Mixed or value in table
        return table.again(value) if known else language().message(value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            name: _retold(getattr(value, name), part, table)
            for name, part in _texts(type(value)).items()
        }
        return replace(value, **changed)
    inner = next(filter(_has_text, get_args(hint)), None)
    if isinstance(value, list):
        return [_retold(part, inner, table) for part in value]
    if isinstance(value, dict):
        return {key: _retold(part, inner, table) for key, part in value.items()}
    return _retold(value, inner, table) if inner is not None else value


@cache
def _texts(kind: type) -> dict[str, Any]:
    """The fields of a dataclass that hold texts, or something that does."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hint for name, hint in hints.items() if _has_text(hint)}


@cache
def _has_text(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return True
    if is_dataclass(hint) and isinstance(hint, type):
        return bool(_texts(hint))
    return any(map(_has_text, get_args(hint)))


class _Table:
    """The wordings of a report, and what has been made again."""

    def __init__(self, wordings: dict[str, Wording]) -> None:
        self._wordings = wordings
        self._told: dict[str, str] = {}

    def __contains__(self, text: str) -> bool:
        return text in self._wordings

    def again(self, text: str) -> str:
        """A text made again; one of which nothing is known stays as it is."""
        how = self._wordings.get(text)
        if how is None:
            return text
        if text not in self._told:
            args = [self._given(argument) for argument in how.args]
            values = {name: self._part(value) for name, value in how.values.items()}
            self._told[text] = MAKERS[how.by](*args, **values)
            if len(self._told[text]) > _LONGEST:
                raise ValueError("a text that grows by being told again")
        return self._told[text]

    def _given(self, argument: Any) -> Any:
        return list(map(self._part, argument)) if isinstance(argument, list) else argument

    def _part(self, part: str | list[str]) -> str:
        """A part made again; data stays."""
        if isinstance(part, str):
            return self.again(part)
        (data,) = part
        return data
