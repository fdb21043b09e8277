"""What others reached: published figures of a year, and those that the user adds.

A benchmark is bound to its definition, its year and its population. It is never compared
with a figure of another definition, nor with posts of another year.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from acctaudit.errors import InputError, nearest
from acctaudit.intent import Archetype
from acctaudit.say import say
from acctaudit.text import lexicon
from acctaudit.words import number, percent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHARES = ("er_followers_per_post", "er_impressions")
METRICS = (*SHARES, "engagements_per_post")
"""Figures of the report that a benchmark may be about; the definition is that figure's."""
ANY = "any"
_NEEDED = ("metric", "value", "year", "population", "source")
_KEYS = (*_NEEDED, "archetypes", "url", "statistic", "min_followers")
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d{1,9})?)\s*%")
_BARE = 0.01
"""A share written as a bare number from here on may be meant as per cent."""
_FIRST_YEAR, _LAST_YEAR = 2006, 2100


@dataclass(frozen=True)
class Benchmark:
    """One figure that somebody measured on other accounts."""

    metric: str
    value: float
    """As a proportion where the metric is a share."""
    year: int
    """Year of the data, not of the report that printed them."""
    population: str
    source: str
    archetypes: tuple[str, ...] = (ANY,)
    url: str = ""
    statistic: str = "median"
    min_followers: int = 0
    """Followers that an account needs to belong to the population."""
    own: bool = False
    """Whether the user supplied it."""

    @property
    def sentence(self) -> str:
        """`0.035 % (median of 2,100 companies, 2022; its source)`."""
        is_share = self.metric in SHARES
        value = percent(self.value, 3) if is_share else number(self.value)
        return say(
            "{value} ({statistic} of {population}, {year}; {source})",
            value=value,
            statistic=say(self.statistic),
            population=say(self.population),
            year=str(self.year),
            source=say(self.source),
        )

    def fits(self, archetype: str, followers: int | None) -> bool:
        """Whether such an account belongs to its population."""
        is_kind = ANY in self.archetypes or archetype in self.archetypes
        return is_kind and (
            not self.min_followers or self.min_followers <= (followers or 0)
        )


@cache
def shipped() -> tuple[Benchmark, ...]:
    """The published figures that come with the package."""
    return tuple(_shipped(row) for row in lexicon("engagement_benchmarks"))


def _shipped(row: Mapping[str, str]) -> Benchmark:
    words: dict[str, object] = {
        **row,
        "year": int(row["year"]),
        "archetypes": row["archetypes"].split(),
        "min_followers": int(row["min_followers"]),
    }
    return _benchmark(words, "data/engagement_benchmarks.csv", own=False)


def load(path: Path) -> tuple[Benchmark, ...]:
    """The user's own benchmarks: tables `[[benchmark]]` of a TOML file.

    InputError with the file, the benchmark and its key, and what to write instead.
    """
    try:
        content = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8"
        raise InputError(
            f"{path}: benchmarks cannot be read ({why}); name a TOML file"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: no valid TOML ({error}); mend that line") from None
    for key in content:
        if key != "benchmark":
            raise InputError(f"{path}: unknown key '{key}': write [[benchmark]] tables")
    rows = content.get("benchmark")
    if not isinstance(rows, list) or not rows or not all(isinstance(r, dict) for r in rows):
        raise InputError(f"{path}: holds no benchmark; write each as a [[benchmark]] table")
    return tuple(
        _benchmark(row, f"{path}: benchmark {place}", own=True)
        for place, row in enumerate(rows, 1)
    )


def _benchmark(row: Mapping[str, object], where: str, *, own: bool) -> Benchmark:
    for key in row:
        if key not in _KEYS:
            raise InputError(f"{where}: unknown key '{key}': {nearest(key, _KEYS)}")
    for key in _NEEDED:
        if key not in row:
            raise InputError(f"{where}: {key} is missing; a benchmark needs it")
    metric = _text(row, "metric", where)
    if metric not in METRICS:
        raise InputError(f"{where}: unknown metric '{metric}': {nearest(metric, METRICS)}")
    return Benchmark(
        metric,
        _share(row["value"], where) if metric in SHARES else _amount(row["value"], where),
        _whole(row, "year", where, (_FIRST_YEAR, _LAST_YEAR)),
        _text(row, "population", where),
        _text(row, "source", where),
        _archetypes(row.get("archetypes", ANY), where),
        _text(row, "url", where),
        _text(row, "statistic", where) or "median",
        _whole(row, "min_followers", where, (0, 10**10)),
        own,
    )


def _text(row: Mapping[str, object], key: str, where: str) -> str:
    """A text, which may be empty only where the key may be left out."""
    value = row.get(key, "")
    if not isinstance(value, str) or (key in _NEEDED and not value.strip()):
        raise InputError(f"{where}: {key} must be a text")
    return value.strip()


def _whole(row: Mapping[str, object], key: str, where: str, ends: tuple[int, int]) -> int:
    value = row.get(key, 0)
    least, most = ends
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise InputError(
            f"{where}: {key} must be a whole number from {least} to {most}, without quotes"
        )
    return value


def _amount(value: object, where: str) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not 0 < float(value) < 1e12:  # type: ignore[arg-type]  # a number
        raise InputError(f"{where}: value must be a number above 0")
    return float(value)  # type: ignore[arg-type]  # a number, see above


def _share(value: object, where: str) -> float:
    """A proportion; anything that could as well be meant as per cent is refused."""
    if isinstance(value, str):
        found = _PERCENT.fullmatch(value.strip())
        share = float(found[1]) / 100 if found else 0.0
        if not 0 < share <= 1:
            raise InputError(f'{where}: value must be a percentage such as "0.035 %"')
        return share
    share = _amount(value, where)
    if share >= _BARE:
        raise InputError(
            f"{where}: value {share:g} could be a share or per cent; write it with its"
            f' sign, as "{share:g} %" or "{100 * share:g} %"'
        )
    return share


def _archetypes(given: object, where: str) -> tuple[str, ...]:
    names = [given] if isinstance(given, str) else given
    known = [*Archetype, ANY]
    if not isinstance(names, list) or not names:
        raise InputError(f"{where}: archetypes must be a list of texts")
    for name in names:
        if not isinstance(name, str):
            raise InputError(f"{where}: archetypes must be a list of texts")
        if name not in known:
            raise InputError(f"{where}: unknown archetype '{name}': {nearest(name, known)}")
    return tuple(names)
