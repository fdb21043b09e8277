"""The tolerant half of decoding: one row, guarded, mended to its type where safe."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec
from msgspec import inspect

from acctaudit.say import marked, say
from acctaudit.words import number

MAX_DIGITS = 4300
FAILURES = (ValueError, RecursionError, MemoryError, msgspec.MsgspecError)
"""All that parsing may raise. JSONDecodeError and UnicodeDecodeError are ValueErrors."""
SURROGATE = re.compile("[\ud800-\udfff]")
MISSING = re.compile(r"missing required field `(\w+)`")
PLACE = re.compile(r"at `\$\.?([\w.\[\]]+)`")


class RefusedError(ValueError):
    """A row that no reader can use; says why in plain words, without a value from it."""

    def __init__(self, reason: str) -> None:
        """Keep the reason as it was made."""
        super().__init__(reason)
        self.reason = reason


NO_ROW = marked("not a row of the expected form")


def broken_characters(file: str, replaced: int) -> str:
    """The remark on characters that could not be kept."""
    return say(
        "{file}: broken characters replaced by \ufffd: {count}",
        file=file,
        count=number(replaced),
    )


@dataclass(frozen=True)
class Mended:
    """A row in its type, and how many broken characters were replaced in it."""

    row: Any
    replaced: int


def mended(raw: bytes, kind: Any, envelopes: tuple[str, ...] = ()) -> Mended:
    """Decode a row that the fast path refuses, or raise RefusedError."""
    try:
        value = GUARDED.decode(bytes(raw).decode())
        for name in envelopes:
            value = value.get(name, value) if isinstance(value, dict) else value
        mender = Mender()
        value = mender.mend(value, shape(kind))
        row = msgspec.convert(value, kind, strict=False)
    except FAILURES as error:
        raise RefusedError(plainly(error)) from error
    return Mended(row, mender.replaced)


def decoded_value(raw: bytes, kind: Any) -> Any:
    """A single value in its type, fast or mended; RefusedError if neither will do."""
    try:
        return msgspec.json.decode(raw, type=kind, strict=False)
    except FAILURES:
        return mended(raw, kind).row


def plainly(error: BaseException) -> str:
    """Why a row was refused, in words that quote nothing from it."""
    text = str(error)
    if isinstance(error, RefusedError):
        return error.reason
    if isinstance(error, RecursionError):
        return say("nested too deeply")
    if isinstance(error, UnicodeDecodeError):
        return say("not valid UTF-8 text (name its encoding with --encoding)")
    if missing := MISSING.search(text):
        return say("{field} is missing", field=missing[1])
    if place := PLACE.search(text):
        return say("{field} does not hold what it should", field=place[1])
    return NO_ROW


class Mender:
    """Bends a value towards a type: `{}` or null for a list, a number for an id."""

    def __init__(self) -> None:
        self.replaced = 0

    def mend(self, value: Any, info: inspect.Type) -> Any:
        """The value, bent where it is safe; the rest is for `msgspec.convert` to refuse."""
        if isinstance(info, inspect.Metadata):
            return self.mend(value, info.type)
        if isinstance(info, inspect.UnionType):
            return self._one_of(value, info)
        if isinstance(info, inspect.StructType) and isinstance(value, dict):
            known = {field.encode_name: field for field in info.fields}
            both = known.keys() & value.keys()
            both = {name for name in both if given(known[name], value[name])}
            return {name: self.mend(value[name], known[name].type) for name in both}
        if isinstance(info, inspect.ListType | inspect.VarTupleType):
            items = [] if value in (None, {}) else value
            many = isinstance(items, list)
            return [self.mend(item, info.item_type) for item in items] if many else items
        if isinstance(info, inspect.StrType):
            return self._text(value)
        return value

    def _one_of(self, value: Any, info: inspect.UnionType) -> Any:
        if info.includes_none and value in (None, {}):
            return None
        for item in info.types:
            value = self.mend(value, item)
        return value

    def _text(self, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            return value
        text, count = SURROGATE.subn("\ufffd", value)
        self.replaced += count
        return text


def given(field: inspect.Field, value: Any) -> bool:
    """Whether a field is there: null is not, where the field has a default and no null."""
    null = isinstance(field.type, inspect.UnionType) and field.type.includes_none
    return value is not None or field.required or null


@cache
def shape(kind: Any) -> inspect.Type:
    """What msgspec knows of a type."""
    return inspect.type_info(kind)


def _not_finite(_: str) -> float:
    raise RefusedError(say("holds NaN or Infinity"))


def _whole(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise RefusedError(say("holds a number with too many digits"))
    return int(digits)


GUARDED = json.JSONDecoder(parse_constant=_not_finite, parse_int=_whole)
"""The standard library's decoder without its traps."""
