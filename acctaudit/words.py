"""Numbers and lists as a person reads them. None rounds to 0 or 100 % unless it is.

Works on plain values, so that patterns (Estimate) and renderers (Measured) share it. All
speak the language that is spoken (`say`), and remember how they made what they say.
"""

from __future__ import annotations

import re
from datetime import date
from math import floor, log10
from typing import TYPE_CHECKING, Protocol

from acctaudit.say import joined, language, maker, marked, say

if TYPE_CHECKING:
    from collections.abc import Sequence

NBSP = "\u00a0"
"""No-break space, between a number and its sign; the terminal makes it a plain one."""
UNKNOWN = marked("unknown")
_SENTENCES = re.compile(r"(?<=[.?!])(?<!\b\w\.)(?<!\d\.)\s+(?=[A-ZÄÖÜ“„])")
"""Between two sentences; not after `z. B.` or `25.`, which other languages write so."""
_LEAST = 1e-6
"""Nobody reads smaller numbers."""
_LEAST_PERCENT = 0.001
"""Smaller ones are only said to be so."""
_PLURALS = {"people": "person", "replies": "reply", "stretches": "stretch"}


class Value(Protocol):
    """Anything with a value and bounds: an Estimate, or a Measured of the report."""

    @property
    def value(self) -> float | str | list[str] | None:
        """The figure."""

    @property
    def low(self) -> float | None:
        """Lower bound."""

    @property
    def high(self) -> float | None:
        """Upper bound."""


@maker
def number(value: float, digits: int | None = None) -> str:
    """A number with thousands grouped; decimals by size unless `digits` says how many."""
    if digits is None:
        size = abs(value)
        whole = float(value).is_integer()
        digits = 0 if whole or size >= 100 else 1 if size >= 10 else 2
        if 0 < size < _LEAST:
            return say("nearly {nothing}", nothing="0")
        if 0 < size < 0.01:
            return language().digits(f"{value:.{1 - floor(log10(size))}f}")
    return language().digits(f"{value:,.{digits}f}")


@maker
def percent(share: float, digits: int = 1) -> str:
    """A share as a percentage that is 0 or 100 only if the share is exactly that.

    A small one keeps two digits: engagement by followers is around 0.03 %.
    """
    value = 100 * share
    step = 10.0**-digits
    if 0 < value < _LEAST_PERCENT:
        return say("under {share}", share=_percent(f"{_LEAST_PERCENT:g}"))
    if 0 < value < step:
        return _percent(f"{value:.2g}")
    if share < 1 and value > 100 - step:
        return say("over {share}", share=_percent(f"{100 - step:g}"))
    whole = round(float(value), 9).is_integer()
    return _percent(f"{value:.0f}" if whole else f"{value:.{digits}f}")


def _percent(number: str) -> str:
    return f"{language().digits(number)}{NBSP}%"


@maker
def figure(value: float, unit: str, *, case: str = "") -> str:
    """One number in its unit: `31.5 %`, `1.78 posts a week`, `12 days`."""
    if unit == "share":
        return percent(value)
    return f"{number(value)} {_unit(value, unit, case)}".strip()


def bare(value: float, unit: str) -> str:
    """The number alone, formatted as its unit demands."""
    return percent(value) if unit == "share" else number(value)


def bounds(metric: Value, unit: str) -> str:
    """The 95 % interval, such as `95 % 1.50-2.09`; empty where the figure is exact."""
    if metric.low is None or metric.high is None or metric.low == metric.high:
        return ""
    return joined([f"95{NBSP}% ", interval(metric.low, metric.high, unit)])


@maker
def interval(low: float, high: float, unit: str) -> str:
    """Both ends of an interval, such as `1.50-2.09`.

    Between numbers of which one is negative stands a word, not a dash.
    """
    if unit == "share":
        ends = percent(low).removesuffix(f"{NBSP}%"), percent(high)
    else:
        whole = float(low).is_integer() and float(high).is_integer()
        digits = 0 if whole or abs(low) >= 100 else 1 if abs(low) >= 10 else 2
        ends = number(low, digits), number(high, digits)
    if low < 0:
        return say("{low} to {high}", low=ends[0], high=ends[1])
    return f"{ends[0]}\u2013{ends[1]}"


def said(metric: object, unit: str) -> str:
    """A metric for a sentence: value, unit and interval, or `unknown`."""
    value = getattr(metric, "value", None)
    if value is None:
        return say(UNKNOWN)
    if isinstance(value, str | list):
        return value if isinstance(value, str) else listed(value)
    range_ = bounds(metric, unit)  # type: ignore[arg-type]
    shown = figure(value, unit)
    return joined([shown, " (", range_, ")"]) if range_ else shown


def plain(metric: object, unit: str) -> str:
    """A metric without its interval, or `unknown`."""
    value = getattr(metric, "value", None)
    if value is None or isinstance(value, str | list):
        return said(metric, unit)
    return figure(value, unit)


@maker
def count(n: float, noun: str, *, case: str = "") -> str:
    """A count with its noun: `1 post`, `1,204 posts`."""
    return f"{number(n)} {_unit(n, noun, case)}"


def singular(unit: str) -> str:
    """The unit of exactly one: `post a week` of `posts a week`."""
    parts = unit.split(" ")
    for at, part in enumerate(parts):
        if part in _PLURALS or (part.endswith("s") and not part.endswith("ss")):
            parts[at] = _PLURALS.get(part) or part.removesuffix("s")
            break
    return " ".join(parts)


def _unit(value: float, unit: str, case: str) -> str:
    """The unit in the singular where the value is exactly one."""
    return language().message(singular(unit) if value == 1 else unit, case)


@maker
def listed(items: Sequence[str], last: str = marked("and")) -> str:
    """`a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {language().message(last)} {items[-1]}"


@maker
def day(iso: str) -> str:
    """`25 Feb 2011` of an ISO date or moment; what is no date stays as it is."""
    return _day(iso, long=False)


@maker
def long_day(iso: str) -> str:
    """`25 February 2011`."""
    return _day(iso, long=True)


def days(start: str, end: str) -> str:
    """`1 Mar 2010 to 12 Apr 2010`."""
    return say("{start} to {end}", start=day(start), end=day(end))


def _day(iso: str, *, long: bool) -> str:
    try:
        return language().day(date.fromisoformat(iso[:10]), long=long)
    except ValueError:
        return iso


def capital(text: str) -> str:
    """Words with a capital at the beginning."""
    return with_capital([text])


@maker
def with_capital(text: list[str]) -> str:
    """The one text of a list, with a capital at the beginning."""
    return text[0][:1].upper() + text[0][1:]


@maker
def flat(text: list[str], sentences: int = 0) -> str:
    """The one text of a list in one line; its first sentences, if a number is given."""
    line = " ".join(text[0].split())
    return " ".join(_SENTENCES.split(line)[:sentences]) if sentences else line


def sentence(text: str) -> str:
    """Words as a sentence: with a capital, and a full stop after them."""
    return joined([capital(text), "."])
