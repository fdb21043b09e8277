"""Measure the matrix of formats by reading the samples: see `acctaudit/matrix.py`."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from acctaudit.audit import audit
from acctaudit.errors import InputError
from acctaudit.matrix import DATED, HOLDS, LEGEND, MARKS, NO, YES
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.readers import READERS, How, detect, read
from acctaudit.readers.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.matrix import Format
    from acctaudit.model.tables import Tables

SAMPLES = Path(__file__).parents[1] / "samples"
WHOLE = ("archive-grailbird", "archive-2024.zip")
"""Samples that are one export as a whole."""
COLUMNS = {
    "text": "text",
    "lang": "language",
    "source": "client",
    "in_reply_to_user_id": "own replies",
    "in_reply_to_post_id": "own replies",
    "in_reply_to_handle": "own replies",
    "is_repost": "own reposts",
    "repost_of_id": "own reposts",
    "quote_of_id": "own quotes",
    "is_quote": "own quotes",
    "likes": "likes got",
    "reposts": "reposts got",
    "replies": "replies got",
    "quotes": "quotes got",
    "bookmarks": "bookmarks",
    "impressions": "impressions",
    "clicks": "clicks",
    "profile_visits": "profile visits",
    "media": "pictures",
}
SHOWN = ("bio", "followers")
"""What the page of an account shows, if a format shows any of it."""
SIDES = {
    "followers": "followers",
    "following": "following",
    "inbound": "mentions",
    "daily": "daily figures",
    "outcomes": "results",
}


def measured() -> str:
    """The matrix as JSON, every cell found by reading."""
    by_reader = _inputs()
    found = {
        reader.name: {
            "title": reader.title,
            "holds": sorted(_held(by_reader[reader.name]), key=HOLDS.index),
            "patterns": _judged(by_reader[reader.name]),
        }
        for reader in READERS
    }
    return json.dumps(found, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _inputs() -> dict[str, list[Path]]:
    """The files of the samples, by the reader that claims them."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in _paths():
        with Opened(path) as opened:
            for name in {detect(export).name for export in opened.exports}:
                found[name].append(path)
    return found


def _paths() -> Iterator[Path]:
    yield from (SAMPLES / name for name in WHOLE)
    for folder in sorted((SAMPLES / "formats").iterdir()):
        if folder.is_dir() and not any(folder.rglob("*.js")):
            yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _held(paths: list[Path]) -> set[str]:
    held: set[str] = set()
    tables = read(paths)
    for table in tables:
        held |= _held_by(table)
    if any(len(table.posts) for table in tables):
        others = build(tables, account=_owner(tables)).others
        held |= {SIDES[name] for name in others}
    return held


def _held_by(tables: Tables) -> set[str]:
    columns = {
        name
        for name, cells in tables.posts.columns.items()
        if any(cell is not None for cell in cells)
    }
    held = {COLUMNS[name] for name in columns & COLUMNS.keys()}
    held |= {SIDES[name] for name in tables.others}
    described = [tables.profile, *tables.authors.values()]
    if any(facts.get(name) is not None for facts in described for name in SHOWN):
        held.add("profile")
    return held | ({"time"} if len(tables.posts) else set())


def _judged(paths: list[Path]) -> dict[str, str]:
    """By code, whether a pattern can be judged, once there is enough of the format."""
    plain = _verdicts(paths, None)
    dated = _verdicts(paths, date(2024, 5, 1) + timedelta(days=400))
    return {
        code: YES if plain.get(code) else DATED if dated[code] else NO
        for code in sorted(dated)
    }


def _verdicts(paths: list[Path], day: date | None) -> dict[str, bool]:
    """Whether each pattern was judged, or had too little: not measurable is neither."""
    tables = read(paths, how=How())
    if not any(len(table.posts) for table in tables):
        return {}
    try:
        report = audit(build(tables, as_of=day, account=_owner(tables)), BRAND)
    except InputError as error:
        raise AssertionError(f"{paths}: {error}") from error
    return {
        finding.code: finding.verdict not in {"not-measurable", "error"}
        for finding in report.patterns
    }


def _owner(tables: list[Tables]) -> str | None:
    """The museum, where the sample says of anybody that it is the museum."""
    handles = {str(facts.get("handle")) for t in tables for facts in t.authors.values()}
    handles |= {
        str(name) for t in tables for name in t.posts.columns.get("author_handle", [])
    }
    return "arch_museum" if "arch_museum" in handles else None


BRAND = Options.of({"archetype": "brand"})


def page(known: tuple[Format, ...]) -> str:
    """The page of the docs: list and both tables."""
    codes = sorted({code for item in known for code in item.patterns})
    names = "".join(f"| `{item.name}` | {item.title} |\n" for item in known)
    held = _table(known, list(HOLDS), [[*map(item.held, HOLDS)] for item in known])
    judged = _table(
        known, codes, [[item.patterns.get(code, NO) for code in codes] for item in known]
    )
    return _PAGE.format(names=names, held=held, judged=judged, legend=LEGEND)


def _table(known: tuple[Format, ...], heads: list[str], cells: list[list[str]]) -> str:
    lines = [f"| format | {' | '.join(heads)} |", f"|---|{'---|' * len(heads)}"]
    for item, row in zip(known, cells, strict=True):
        lines.append(f"| `{item.name}` | {' | '.join(MARKS[cell] for cell in row)} |")
    return "\n".join(lines)


_PAGE = """# Formats

Every export is recognised by itself; `--from NAME` names one. A file may be packed with
gzip or zstd, lie in a folder or a ZIP, or come on standard input (`-`). Several inputs are
parts of one account: see [merging](merging.md). A table of another kind is read with
`--columns`: see [mapping](mapping.md).

| name | what it is |
|---|---|
{names}
Both tables are measured by reading the samples, not typed: {legend}.

## What each format holds

{held}

*Time* may be a day or a minute only; where a post has its id, the id tells the second.
*Own replies* is who and what a post answers: without it nothing is said of replies.

## Which patterns can be judged

As a brand, once there are enough posts:

{judged}
"""
