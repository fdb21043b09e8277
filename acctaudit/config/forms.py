"""The forms that a value can have: how it is checked, read from a text, and described."""

from __future__ import annotations

import math
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from acctaudit.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    Schema = dict[str, Any]

_PERCENT = re.compile(r"([+-]?\d{1,6}(?:\.\d{1,9})?)\s*%")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SWITCH = {"true": True, "1": True, "false": False, "0": False}
MOST = 1e12
"""No number in a configuration is larger."""
_MOST_SHARE = 10.0
"""A share written with its per-cent sign may be up to ten times the whole: it can be a
ratio to a norm."""


class Misfit(ValueError):
    """A value that its key cannot hold; the message says what it must be."""


class Form(ABC):
    """A form of values."""

    says: str
    """What the value must be: `a list of texts`."""

    @abstractmethod
    def read(self, value: Any) -> Any:
        """The value as it is kept; Misfit if it has another form."""

    def of_text(self, text: str) -> Any:
        """What a bare text, from the environment or the command line, stands for."""
        return text

    @abstractmethod
    def schema(self) -> Schema:
        """JSON Schema of the value."""

    def _misfit(self) -> Misfit:
        return Misfit(f"must be {self.says}")


@dataclass(frozen=True)
class Text(Form):
    """A text that is not empty."""

    says: str = "a text"

    def read(self, value: Any) -> str:
        """The text."""
        if not isinstance(value, str) or not value.strip() or not _is_unicode(value):
            raise self._misfit()
        return value

    def schema(self) -> Schema:
        """A string with something in it."""
        return {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True)
class Choice(Form):
    """One of several names."""

    what: str
    """What the names are names of: `archetype`."""
    names: tuple[str, ...]

    @property
    def says(self) -> str:  # type: ignore[override]  # depends on the names
        """All names."""
        return f"one of {', '.join(self.names)}"

    def read(self, value: Any) -> str:
        """The name."""
        if not isinstance(value, str):
            raise self._misfit()
        if value not in self.names:
            raise Misfit(f"unknown {self.what} '{value}': {nearest(value, self.names)}")
        return value

    def schema(self) -> Schema:
        """An enumeration."""
        return {"enum": list(self.names)}


@dataclass(frozen=True)
class Texts(Form):
    """A list of texts, or of names of one choice."""

    each: Text | Choice = Text()

    @property
    def says(self) -> str:  # type: ignore[override]  # depends on what is in it
        """A list, and of what."""
        what = "texts" if isinstance(self.each, Text) else "texts, each " + self.each.says
        return f"a list of {what}"

    def read(self, value: Any) -> list[str]:
        """Items in the order given."""
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._misfit()
        try:
            return [self.each.read(item) for item in value]
        except Misfit:
            if isinstance(self.each, Choice):
                raise
            raise Misfit("must be a list of texts, none of them empty") from None

    def of_text(self, text: str) -> list[str]:
        """Items between commas."""
        return [item.strip() for item in text.split(",") if item.strip()]

    def schema(self) -> Schema:
        """An array."""
        return {"type": "array", "items": self.each.schema()}


@dataclass(frozen=True)
class Switch(Form):
    """True or false."""

    says: str = "true or false"

    def read(self, value: Any) -> bool:
        """The switch."""
        if not isinstance(value, bool):
            raise self._misfit()
        return value

    def of_text(self, text: str) -> bool | str:
        """`true`, `false`, `1` or `0`; anything else stays a text, and does not fit."""
        return _SWITCH.get(text.strip().lower(), text)

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Number(Form):
    """A finite number between two ends."""

    low: float = -MOST
    high: float = MOST

    @property
    def says(self) -> str:  # type: ignore[override]  # depends on its ends
        """A number, and its ends."""
        if self.low == -MOST and self.high == MOST:
            return "a finite number"
        if self.high == MOST:
            return f"a number from {self.low:g} up"
        return f"a number from {self.low:g} to {self.high:g}"

    def read(self, value: Any) -> float:
        """The number, whole if it was written so."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._misfit()
        if not self.low <= value <= self.high:  # not a number is never between
            raise self._misfit()
        return value

    def of_text(self, text: str) -> float | str:
        """The number; anything else stays a text, and does not fit."""
        try:
            number = float(text)
        except ValueError:
            return text
        return int(number) if math.isfinite(number) and number.is_integer() else number

    def schema(self) -> Schema:
        """A number and its ends."""
        return {
            "type": "number",
            **({"minimum": self.low} if self.low > -MOST else {}),
            **({"maximum": self.high} if self.high < MOST else {}),
        }


@dataclass(frozen=True)
class Share(Form):
    """A proportion; anything that could as well be meant as per cent is refused."""

    low: float = 0.0
    """0, or -1 where it may be a fall."""

    @property
    def says(self) -> str:  # type: ignore[override]  # depends on its lower end
        """A share, as it can be written."""
        falls = ', or below 0 such as "-20 %"' if self.low < 0 else ""
        return f'a share such as 0.05 or "5 %"{falls}'

    def read(self, value: Any) -> float:
        """The proportion."""
        if isinstance(value, str) and (found := _PERCENT.fullmatch(value.strip())):
            share = float(found[1]) / 100
            if not self.low <= share <= _MOST_SHARE:
                raise self._misfit()
            return share
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._misfit()
        if 1 < value <= MOST or (value == 1 and isinstance(value, int)):
            raise Misfit(
                f"{value:g} could be a share or per cent: write it with its sign, as"
                f' "{value:g} %" or "{100 * value:g} %"'
            )
        if not self.low <= value <= 1:
            raise self._misfit()
        return value

    def of_text(self, text: str) -> float | str:
        """A proportion, or a text with a per-cent sign."""
        return Number().of_text(text)

    def schema(self) -> Schema:
        """A proportion, or a text with a per-cent sign."""
        minus = "-?" if self.low < 0 else ""
        percent = rf"^\s*{minus}\+?\d{{1,6}}(\.\d{{1,9}})?\s*%\s*$"
        number = {"type": "number", "minimum": self.low, "maximum": 1}
        return {"anyOf": [number, {"type": "string", "pattern": percent}]}


@dataclass(frozen=True)
class Day(Form):
    """A day, as a date of TOML or as a text."""

    says: str = "a day such as 2026-12-31"

    def read(self, value: Any) -> date:
        """The day."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise self._misfit()
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise Misfit(f"'{value}' is no day of the calendar") from None

    def schema(self) -> Schema:
        """A day, which TOML writes without quotes."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


@dataclass(frozen=True)
class Table(Form):
    """A table, or tables, with keys of their own: these are read one by one."""

    says: str
    example: str = ""

    def read(self, value: Any) -> dict[str, Any]:
        """The table."""
        if not isinstance(value, dict):
            raise self._misfit()
        return value

    def schema(self) -> Schema:
        """An object; what is in it is described where its keys are."""
        return {"type": "object"}


@dataclass(frozen=True)
class Tables(Form):
    """A list of tables."""

    says: str

    def read(self, value: Any) -> list[dict[str, Any]]:
        """The tables."""
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self._misfit()
        return value

    def schema(self) -> Schema:
        """An array; what is in it is described where its keys are."""
        return {"type": "array"}


def _is_unicode(text: str) -> bool:
    """Whether it can be written as UTF-8, and no file name is cut off by it."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text)


def listed(names: Sequence[str]) -> tuple[str, ...]:
    """Names as plain texts, for a choice of them."""
    return tuple(str(name) for name in names)
