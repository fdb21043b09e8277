"""Texts that remember how they were made, so that another language can make them again.

What is measured and judged speaks English, through `say` and the functions of `words`; each
gives a `Said`: the English text, with its message and values. A report keeps those beside
the text, and `retell` makes it again in the language that is spoken where it is shown.

>>> say("{share} of the posts", share="half")
'half of the posts'
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date


class Language(Protocol):
    """What a language has to know; `languages` has the real ones."""

    code: str

    def message(self, text: str, case: str = "") -> str:
        """The message in this language, for a noun in a grammatical case."""

    def digits(self, number: str) -> str:
        """A number whose English digits are grouped by commas and split by a point."""

    def day(self, day: date, *, long: bool) -> str:
        """A day in words."""

    def month(self, month: int) -> str:
        """A month, 1 to 12, in short."""

    def weekday(self, weekday: int) -> str:
        """A day of the week, 0 = Monday, in short."""


class English:
    """The language of the code: what is written there is what is shown."""

    code = "en"
    months = (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

    def message(self, text: str, case: str = "") -> str:
        """The message itself: English has no cases."""
        del case
        return text

    def digits(self, number: str) -> str:
        """The number as it is."""
        return number

    def day(self, day: date, *, long: bool) -> str:
        """`25 Feb 2011`, or `25 February 2011`; no space of it breaks."""
        month = self.months[day.month - 1] if long else self.month(day.month)
        return f"{day.day}\u00a0{month}\u00a0{day.year}"

    def month(self, month: int) -> str:
        """`Feb`."""
        return self.months[month - 1][:3]

    def weekday(self, weekday: int) -> str:
        """`Mon`."""
        return self.weekdays[weekday]


_ENGLISH = English()
_SPOKEN: ContextVar[Language] = ContextVar("spoken")


def language() -> Language:
    """The language that is spoken now; English unless `speaking` says otherwise."""
    return _SPOKEN.get(_ENGLISH)


@contextmanager
def speaking(spoken: Language) -> Iterator[None]:
    """Speak this language for a while."""
    token = _SPOKEN.set(spoken)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


_PLACE = re.compile(r"\{([a-z_]+)(?::([a-z]+))?\}")
"""A place of a message: a name, and a case if it asks for one; nothing is looked up."""
_INFLECTED = {"count", "figure"}
"""Makers of texts with a noun that has cases."""


class Said(str):
    """A text with its maker, the maker's arguments, and the values put into it."""

    __slots__ = ("args", "by", "values")
    by: str
    args: tuple[Any, ...]
    values: dict[str, str]

    def __new__(
        cls, text: str, by: str, args: tuple[Any, ...], values: dict[str, str]
    ) -> Said:
        """Make the text remember."""
        said = super().__new__(cls, text)
        said.by, said.args, said.values = by, args, values
        return said

    def __reduce__(self) -> tuple[Any, ...]:
        """How another process makes it again."""
        return Said, (str(self), self.by, self.args, self.values)

    def __format__(self, case: str) -> str:
        """The text, or its noun in another case, such as `{days:dative}` in German."""
        if case and self.by in _INFLECTED:
            return MAKERS[self.by](*self.args, case=case)
        if case and self.by == "joined" and self.args[0]:
            first, *rest = self.args[0]
            return "".join([format(first, case if isinstance(first, Said) else ""), *rest])
        return str(self)

    def __add__(self, other: str) -> str:
        """This text with another after it."""
        return joined([self, other])

    def __radd__(self, other: str) -> str:
        """This text with another before it."""
        return joined([other, self])


MAKERS: dict[str, Callable[..., str]] = {}
"""Everything that makes texts, by name."""


_P = ParamSpec("_P")


def maker(make: Callable[_P, str]) -> Callable[_P, str]:
    """Let what `make` makes remember it. Its list arguments hold texts, others do not."""
    name: str = getattr(make, "__name__")  # noqa: B009  # a Callable need not have one

    @wraps(make)
    def remembered(*args: _P.args, **values: _P.kwargs) -> str:
        texts: dict[str, Any] = dict(values)
        return Said(make(*args, **values), name, args, texts)

    MAKERS[name] = remembered
    return remembered


@maker
def say(message: str, /, **values: str) -> str:
    """A message of the catalogue, with texts in the places that it names in braces."""
    return _PLACE.sub(partial(_filled, values), language().message(message))


def _filled(values: dict[str, str], place: re.Match[str]) -> str:
    """What stands in one place of a message, in the case that it asks for."""
    value, case = values.get(place[1]), place[2] or ""
    if value is None:
        return place[0]
    return format(value, case) if isinstance(value, Said) else value


@maker
def joined(parts: list[str], between: str = "") -> str:
    """Texts one after the other."""
    return between.join(parts)


def marked(message: str) -> str:
    """A message for the catalogue that is said later, such as a constant of a module."""
    return message
