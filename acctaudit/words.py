"""Numbers and lists as a person reads them. None rounds to 0 or 100 % unless it is.

Works on plain values, so that patterns (Estimate) and renderers (Measured) share it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

NBSP = "\u00a0"
"""No-break space, between a number and its sign; the terminal makes it a plain one."""
UNKNOWN = "unknown"
_LEAST_PERCENT = 0.001
"""Smaller ones are only said to be so."""
_PLURALS = {"people": "person", "replies": "reply"}


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


def number(value: float, digits: int | None = None) -> str:
    """A number with thousands grouped; decimals by size unless `digits` says how many."""
    if digits is None:
        size = abs(value)
        whole = float(value).is_integer()
        digits = 0 if whole or size >= 100 else 1 if size >= 10 else 2
        if 0 < size < 0.01:
            return f"{value:.2g}"
    return f"{value:,.{digits}f}"


def percent(share: float, digits: int = 1) -> str:
    """A share as a percentage that is 0 or 100 only if the share is exactly that.

    A small one keeps two digits: engagement by followers is around 0.03 %.
    """
    value = 100 * share
    step = 10.0**-digits
    if 0 < value < _LEAST_PERCENT:
        return f"under {_LEAST_PERCENT:g}{NBSP}%"
    if 0 < value < step:
        return f"{value:.2g}{NBSP}%"
    if share < 1 and value > 100 - step:
        return f"over {100 - step:g}{NBSP}%"
    whole = round(float(value), 9).is_integer()
    shown = f"{value:.0f}" if whole else f"{value:.{digits}f}"
    return f"{shown}{NBSP}%"


def figure(value: float, unit: str) -> str:
    """One number in its unit: `31.5 %`, `1.78 posts a week`, `12 days`."""
    return (
        percent(value)
        if unit == "share"
        else f"{number(value)} {_unit(value, unit)}".strip()
    )


def bare(value: float, unit: str) -> str:
    """The number alone, formatted as its unit demands."""
    return percent(value) if unit == "share" else number(value)


def bounds(metric: Value, unit: str) -> str:
    """The 95 % interval, such as `95 % 1.50-2.09`; empty where the figure is exact.

    Between numbers of which one is negative stands a word, not a dash.
    """
    low, high = metric.low, metric.high
    if low is None or high is None or low == high:
        return ""
    dash = " to " if low < 0 else "\u2013"
    if unit == "share":
        ends = f"{_trim(low)}{dash}{percent(high)}"
    else:
        whole = float(low).is_integer() and float(high).is_integer()
        digits = 0 if whole or abs(low) >= 100 else 1 if abs(low) >= 10 else 2
        ends = f"{number(low, digits)}{dash}{number(high, digits)}"
    return f"95{NBSP}% {ends}"


def _trim(share: float) -> str:
    """A lower bound in per cent without its sign."""
    return percent(share).removesuffix(f"{NBSP}%")


def said(metric: object, unit: str) -> str:
    """A metric for a sentence: value, unit and interval, or `unknown`."""
    value = getattr(metric, "value", None)
    if value is None:
        return UNKNOWN
    if isinstance(value, str | list):
        return value if isinstance(value, str) else listed(value)
    interval = bounds(metric, unit)  # type: ignore[arg-type]
    return figure(value, unit) + (f" ({interval})" if interval else "")


def plain(metric: object, unit: str) -> str:
    """A metric without its interval, or `unknown`."""
    value = getattr(metric, "value", None)
    if value is None or isinstance(value, str | list):
        return said(metric, unit)
    return figure(value, unit)


def count(n: float, noun: str) -> str:
    """A count with its noun: `1 post`, `1,204 posts`."""
    return f"{number(n)} {_unit(n, noun)}"


def _unit(value: float, unit: str) -> str:
    """The unit in the singular where the value is exactly one."""
    if value != 1:
        return unit
    first, _, rest = unit.partition(" ")
    one = _PLURALS.get(first) or (first.removesuffix("s"))
    return f"{one} {rest}".strip()


def listed(items: Sequence[str], last: str = "and") -> str:
    """`a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
