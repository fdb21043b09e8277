"""A report in another language: each of its texts is made again from its parts."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from acctaudit import words  # the makers of numbers, days and lists
from acctaudit.report import Wording
from acctaudit.say import MAKERS, Said, language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Report

__all__ = ["retold", "wording", "words"]


def wording(report: Report) -> dict[str, Wording]:
    """How every text of a report was made, by the text itself."""
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
    values = {name: str(value) for name, value in said.values.items()}
    if text not in _parts(args, values):
        made[text] = Wording(said.by, args, values)
    for part in _said([said.args, list(said.values.values())]):
        _remember(part, made)


def _parts(args: list[Any], values: dict[str, str]) -> set[str]:
    """The texts that a text was made of; one that is among them was only passed on."""
    lists = (part for given in args if isinstance(given, list) for part in given)
    return {*lists, *values.values()}


def _kept(argument: Any) -> str | int | float | list[str] | None:
    """An argument as a report keeps it: plain."""
    if isinstance(argument, list | tuple):
        return [str(part) for part in argument]
    if argument is None or isinstance(argument, str):
        return None if argument is None else str(argument)
    return int(argument) if float(argument).is_integer() else float(argument)


def retold(report: Report) -> Report:
    """The report in the language that is spoken; its figures and data stay as they are."""
    if language().code == "en":
        return report
    told: Report = _retold(report, type(report), report.wording)
    return told


def _retold(value: Any, hint: Any, made: dict[str, Wording]) -> Any:
    """A value with every text in it made again; `hint` tells texts from data."""
    if value is None:
        return None
    if get_origin(hint) is Annotated:
        return _again(value, made) if made.get(value) else language().message(value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            name: _retold(getattr(value, name), part, made)
            for name, part in _texts(type(value)).items()
        }
        return replace(value, **changed)
    inner = next(filter(_has_text, get_args(hint)), None)
    if isinstance(value, list):
        return [_retold(part, inner, made) for part in value]
    if isinstance(value, dict):
        return {key: _retold(part, inner, made) for key, part in value.items()}
    return _retold(value, inner, made) if inner is not None else value


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


def _again(text: str, made: dict[str, Wording]) -> str:
    """A text made again; one of which nothing is known is data."""
    how = made.get(text)
    if how is None:
        return text
    args = [
        [_again(part, made) for part in given] if isinstance(given, list) else given
        for given in how.args
    ]
    values = {name: _again(value, made) for name, value in how.values.items()}
    return MAKERS[how.by](*args, **values)
