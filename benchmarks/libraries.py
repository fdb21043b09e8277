"""Which patterns are found on 46 ordinary library accounts: a table for the docs.

python benchmarks/libraries.py FOLDER     (libraries-2014) writes docs/validation.md
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from page import put

from acctaudit.audit import audit
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.patterns import patterns
from acctaudit.readers import How, read
from acctaudit.readers.mapping import mapping_file

if TYPE_CHECKING:
    from acctaudit.model.tables import Tables
    from acctaudit.report import Finding

MAPPING = Path(__file__).parents[1] / "samples" / "mappings" / "libraries-2014.toml"
TABLES = {
    "NatBib_libTwitterStats.csv": "NatBib_timelineStats.csv",
    "OeBib_libTwitterStats.csv": "OeBib_timelineStats.csv",
    "UniBib_libTwitterStats.csv": "Unibib_timelineStats.csv",
}
CRAWLED = date(2014, 4, 8)
OPTIONS = Options.of(
    {"archetype": "community", "goals": "dialogue", "extend_select": "ALL"}
)
"""Judged as community institutions, with every pattern that can be asked for."""
MANY = 1 / 3
"""A pattern that is found on more than this share needs a reason."""


@dataclass(frozen=True)
class Library:
    """One account and what was judged on it."""

    handle: str
    findings: list[Finding]

    def codes(self, verdict: str) -> list[str]:
        """Codes with that verdict."""
        return [f.code for f in self.findings if f.verdict == verdict]


def libraries(folder: Path) -> list[Library]:
    """All of them, by handle."""
    found = []
    for profiles, posts in TABLES.items():
        (tables,) = read([folder / posts], how=How(mapping=mapping_file(MAPPING)))
        with (folder / profiles).open(encoding="utf-8") as lines:
            found += [_judged(tables, row) for row in csv.DictReader(lines)]
    return sorted(found, key=lambda library: library.handle.casefold())


def _judged(tables: Tables, row: dict[str, str]) -> Library:
    """The account of one row, with the counters of its profile."""
    page = {
        "handle": row["screen_name"],
        "user_id": row["id_str"],
        "created_at": row["created_at"],
        "followers": int(row["followers_count"]),
        "following": int(row["friends_count"]),
        "posts_total": int(row["statuses_count"]),
    }
    handle = row["screen_name"]
    own = replace(tables, profile=page)
    report = audit(build([own], account=handle, as_of=CRAWLED), OPTIONS)
    return Library(handle, report.patterns)


def tables(found: list[Library]) -> list[str]:
    """Findings by pattern, then by account."""
    names = {p.code: p.name for p in patterns()}
    fired = Counter(code for library in found for code in library.codes("fired"))
    judged = Counter(
        code
        for library in found
        for verdict in ("fired", "clear")
        for code in library.codes(verdict)
    )
    head = "| code | pattern | judged on | found on | share of those |"
    lines = [head, "|---|---|---|---|---|"]
    for code in sorted(judged):
        part = fired[code] / judged[code]
        shown = f"**{part:.0%}**" if part > MANY else f"{part:.0%}"
        lines.append(
            f"| {code} | {names[code]} | {judged[code]} | {fired[code]} | {shown} |"
        )
    lines += ["", "| account | found | judged |", "|---|---|---|"]
    for library in found:
        codes = library.codes("fired")
        both = len(codes) + len(library.codes("clear"))
        handle = library.handle.replace("_", "\\_")
        lines.append(f"| {handle} | {', '.join(codes) or 'none'} | {both} |")
    return lines


if __name__ == "__main__":
    put("libraries", tables(libraries(Path(sys.argv[1]))))
