"""A year of weekly exports of one account at the gate, told by running the program.

python docs/year.py            writes docs/a-year.md
python docs/year.py --check    says whether it is current, and leaves with 1 if it is not
"""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from year_account import export

from acctaudit.cli import run

PAGE = Path(__file__).parent / "a-year.md"
WEEK = timedelta(weeks=1)
CONFIG = """\
archetype = "brand"
goals = ["dialogue"]
fail_on = "medium"
extend_select = ["AA205"]        # silences

[patterns.AA205]
severity = "medium"

[budget]
posts_per_week = { min = 3, on = "value" }
"""
EXCUSE = """
[[suppress]]
pattern = "AA205"
match = { from = 2026-07-01, to = 2026-08-31 }
reason = "summer holidays, announced on 8 July"
expires = 2026-09-30
"""
_COUNTS = re.compile(
    r"(?<=as of )\d+ \w+ \d+, \d+|(?<=Judged: )\d+ of \d+|\d+(?= rows read| used)"
)
"""What differs from week to week without being news."""


@dataclass
class Diary:
    """What was done and what came of it, as a page and as facts."""

    lines: list[str] = field(default_factory=list)
    told: list[tuple[date, str, int]] = field(default_factory=list)
    """Day, command and exit status of everything that was run."""
    day: date = date(2026, 1, 5)

    def chapter(self, title: str, text: str) -> None:
        """A heading with a paragraph."""
        self.lines += [f"## {title}", "", text, ""]

    def writes(self, text: str, *, more: bool = False) -> None:
        """Write the configuration, or add to it."""
        with Path("acctaudit.toml").open("a" if more else "w", encoding="utf-8") as file:
            file.write(text)
        self.lines += ["```toml", "# acctaudit.toml" + (", at its end" if more else "")]
        self.lines += [*text.strip().splitlines(), "```", ""]

    def types(self, *args: str) -> int:
        """Run a command of this day and show it with what it printed."""
        status, said = self._run(*args)
        command = f"$ acctaudit {' '.join(args)} {self._export()}"
        self.lines += ["```console", command, *said.splitlines(), f"(exit status {status})"]
        self.lines += ["```", ""]
        return status

    def weeks(self, until: date) -> set[int]:
        """Every check up to a day, with as much as differs from week to week."""
        first, said = self.day, []
        statuses = set()
        while self.day <= until:
            status, text = self._run("check")
            statuses.add(status)
            said.append(f"{text}(exit status {status})")
            self.day += WEEK
        self._sum_up(first, said)
        return statuses

    def _sum_up(self, first: date, said: list[str]) -> None:
        """Weeks that differ in nothing but days and counts stand together."""
        last = self.day - WEEK
        span = f"on {_day(first)}" if first == last else f"{_day(first)} to {_day(last)}"
        checks = "One check" if len(said) == 1 else f"{len(said)} checks"
        self.lines.append(f"{checks}, {span}:")
        alike = [_COUNTS.sub("N", text) for text in said]
        for kind in dict.fromkeys(alike):
            text = said[alike.index(kind)].splitlines()
            more = alike.count(kind) - 1
            self.lines += ["", "```console", *text, "```"]
            if more:
                weeks = "1 more week" if more == 1 else f"{more} more weeks"
                self.lines += ["", f"… and {weeks} like this one."]
        self.lines.append("")

    def _export(self) -> str:
        return f"exports/{self.day}.json"

    def _run(self, *args: str) -> tuple[int, str]:
        path = Path(self._export())
        path.parent.mkdir(exist_ok=True)
        path.write_text(export(self.day), "utf-8")
        said = io.StringIO()
        status = 0
        with redirect_stdout(said), redirect_stderr(said):
            try:
                run([*args, str(path)])
            except SystemExit as end:
                status = int(end.code or 0)
        self.told.append((self.day, " ".join(args), status))
        return status, said.getvalue()


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def diary() -> Diary:
    """Live through the year, in an empty folder."""
    made = Diary()
    before = {name: os.environ.pop(name, "") for name in ("COLUMNS", "SOURCE_DATE_EPOCH")}
    os.environ["COLUMNS"] = "88"
    try:
        with TemporaryDirectory() as folder, chdir(folder):
            _live(made)
    finally:
        del os.environ["COLUMNS"]
        os.environ.update({name: value for name, value in before.items() if value})
    return made


def _live(made: Diary) -> None:
    made.chapter(
        "5 January: the first run",
        "The configuration says what the account is for, and how strict the gate is.",
    )
    made.writes(CONFIG)
    made.types("check")
    made.chapter(
        "The same day: the baseline",
        "The finding is known and will take a while. It is accepted, in a file that is"
        " kept beside the configuration; from now on only news fails.",
    )
    made.types("baseline", "create")
    made.types("check")
    made.day += WEEK
    made.chapter("January to July: nothing new", "Every Monday, a new export.")
    made.weeks(date(2026, 7, 6))
    made.chapter(
        "July: the holidays are announced",
        "A silence of more than a month would be found. It is excused beforehand, with the"
        " reason, and for a while only.",
    )
    made.writes(EXCUSE, more=True)
    made.weeks(date(2026, 9, 28))
    made.chapter(
        "October: the excuse has run out",
        "The silence is in the timeline for good, so it comes back.",
    )
    made.types("check")
    made.chapter("The same day: it is accepted", "It is over, and it was planned.")
    made.types("baseline", "update")
    made.writes(CONFIG)
    made.types("check")
    made.day += WEEK
    made.weeks(date(2026, 10, 12))
    made.chapter(
        "19 October: something known gets worse",
        "For a relaunch, somebody emptied the profile. That it was incomplete is accepted;"
        " that it is emptier is news.",
    )
    made.types("check")
    made.day += WEEK
    made.weeks(date(2026, 11, 9))
    made.chapter("16 November: it is mended", "The profile is complete.")
    made.types("check")
    made.chapter(
        "The same day: the baseline is pruned",
        "What is mended is taken out of the baseline, so that it fails if it comes back.",
    )
    made.types("baseline", "prune")
    made.types("check")
    made.day += WEEK
    made.chapter("To the end of the year", "Quiet again.")
    made.weeks(date(2026, 12, 28))


def page(made: Diary) -> str:
    """The diary as a page."""
    head = [
        "<!-- Generated by `python docs/year.py`; edit the program, not this page. -->",
        "",
        "# A year at the gate",
        "",
        "A made-up garden centre exports its account every Monday of 2026, and each time a",
        "build runs `acctaudit check` on it. Everything below was printed by the program.",
        "",
    ]
    return "\n".join([*head, *made.lines]).rstrip() + "\n"


def main() -> None:
    """Write the page, or check it."""
    text = page(diary())
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(text, "utf-8")
    elif not PAGE.exists() or PAGE.read_text("utf-8") != text:
        print("docs/a-year.md is stale: python docs/year.py")
        sys.exit(1)


if __name__ == "__main__":
    main()
