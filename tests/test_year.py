"""A year of weekly exports at the gate: what fails, when, and why."""

from __future__ import annotations

from datetime import date

import pytest
import year

pytestmark = pytest.mark.untraced


@pytest.fixture(scope="module")
def made() -> year.Diary:
    return year.diary()


def test_it_fails_on_news_and_on_nothing_else(made: year.Diary) -> None:
    checks = [(day, status) for day, command, status in made.told if command == "check"]
    failed = [day for day, status in checks if status]
    assert {status for _, status in checks} == {0, 1}
    assert failed == [
        date(2026, 1, 5),  # the first run, without a baseline
        date(2026, 10, 5),  # the excuse for the holidays has run out
        date(2026, 10, 19),  # the profile is emptier, until it is mended
        date(2026, 10, 26),
        date(2026, 11, 2),
        date(2026, 11, 9),
    ]
    assert len({day for day, _ in checks}) == 52


def test_each_change_of_the_baseline_works(made: year.Diary) -> None:
    changes = [told[1:] for told in made.told if told[1] != "check"]
    assert changes == [
        ("baseline create", 0),
        ("baseline update", 0),
        ("baseline prune", 0),
    ]


def test_the_page_is_what_the_program_prints(made: year.Diary) -> None:
    current = year.PAGE.read_text("utf-8") == year.page(made)
    assert current, "docs/a-year.md is stale: python docs/year.py"
