"""What must not change a report, and what must change one thing in it and no more."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from acctaudit.audit import audit
from acctaudit.model.build import build
from acctaudit.options import Options
from acctaudit.readers import read

if TYPE_CHECKING:
    from acctaudit.report import Report

pytestmark = pytest.mark.untraced

SAMPLES = Path(__file__).parents[1] / "samples"
ALIVE = ("brand.json", "desk.json", "news.json")
OPTIONS = Options.of({"extend_select": "ALL", "goals": "dialogue", "archetype": "brand"})
LATER = 400
LEFT = {"AA201", "AA203", "AA206", "AA505", "AA901"}
"""The family of the abandoned: whoever has been silent for 400 days is all of it."""
BACK_FROM_THE_END = {
    "days_since_last_post", "age_days", "posts_per_week_lifetime", "posts_per_week_export",
    "days_per_post", "how", "silence_chance", "silence_chance_random",
    "densest_tenth_share",
}  # fmt: skip
"""Figures that are measured back from the day of the export by their definition."""


def report_of(path: Path, as_of: date | None = None) -> Report:
    return audit(build(read([path]), as_of=as_of), OPTIONS)


@pytest.mark.parametrize("name", ALIVE)
def test_400_days_later_it_is_abandoned_and_nothing_else_has_changed(name: str) -> None:
    before = report_of(SAMPLES / name)
    assert before.as_of is not None
    later = date.fromisoformat(before.as_of) + timedelta(days=LATER)
    after = report_of(SAMPLES / name, later)
    verdicts = [
        {f.code: (f.verdict, f.severity) for f in r.patterns} for r in (before, after)
    ]
    changed = {code for code in verdicts[0] if verdicts[0][code] != verdicts[1].get(code)}
    assert changed <= LEFT
    assert verdicts[0]["AA201"][0] == "clear"
    assert verdicts[1]["AA201"] == ("fired", "critical")
    figures = [
        {(a, n): m for a, ms in r.metrics.items() for n, m in ms.items()}
        for r in (before, after)
    ]
    moved = {n for a, n in figures[0] if figures[0][a, n] != figures[1][a, n]}
    assert "days_since_last_post" in moved
    assert moved <= BACK_FROM_THE_END


def _rewritten(name: str, folder: Path, change: Any) -> Path:
    document = json.loads((SAMPLES / name).read_text(encoding="utf-8"))
    for key in ("posts", "inbound"):
        if key in document:
            change(document[key])
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def _told(report: Report) -> dict[str, Any]:
    """Everything but where it was read from."""
    document: dict[str, Any] = json.loads(report.to_json())
    del document["intake"]
    return document


@pytest.mark.parametrize("name", [*ALIVE, "strabag/reconstruction.json"])
def test_shuffled_posts_give_the_same_report(name: str, tmp_path: Path) -> None:
    (tmp_path / "strabag").mkdir()
    shuffled = _rewritten(name, tmp_path, random.Random(3).shuffle)
    assert _told(report_of(shuffled)) == _told(report_of(SAMPLES / name))


@pytest.mark.parametrize("name", [*ALIVE, "strabag/reconstruction.json"])
def test_doubled_posts_give_the_same_report(name: str, tmp_path: Path) -> None:
    (tmp_path / "strabag").mkdir()
    doubled = _rewritten(name, tmp_path, lambda rows: rows.extend(list(rows)))
    assert _told(report_of(doubled)) == _told(report_of(SAMPLES / name))
