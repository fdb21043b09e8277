"""Outcomes of checks made by hand: passing, failing, empty, long, and hostile."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

from reports import OURS

from acctaudit.gate.data import Against, Case, Check, Item, Notice, Place, Who
from acctaudit.report import Sign, Subject, Tool

CONFIG = Place("acctaudit.toml", 12)
BOOKS = "1,210 posts read = 1,204 kept + 6 duplicates."
HOSTILE = [
    "::error file=x::pwned", "  ::set-output name=x::1", "x ##[add-mask]y", "::",
    ":::x:::: ###[a]", "##vso[task.setvariable variable=a]b", "##teamcity[x name='x']",
    "a%0A::warning::b", "a\n::stop-commands::x\nb", "\r\n::add-path::/tmp", "##[",
    "\u3000::debug::x",
    "\u200b::error::x", ":\u200b:error::x", ":\u034f:error::x", "#\u200b#[error]x",
    "\x1b]52;c;aGk=\x07", "\x9b31m", "\ud83d", "\u202eabc\u2066", "\x00\x0b\ufffe\uffff",
    '=HYPERLINK("http://x")', "@everyone +1 @team/x #1", "a|b`c`|", "<!-- <script>",
    "]]>&amp;",
    "</details>", "[click](http://x.example/) {0} {x}", "[a](1)", "../../etc/passwd",
    "C:\\a\\b.zip", "/abs/ü?#%41 b.toml", "=x,y:z",
    "jane@mail.example.org +43 660 1234567", "a" * 3_000, "",
]  # fmt: skip
"""Texts that mean something to a log, a terminal, a table, a parser or a person."""


def item(code: str = "AA205", **changes: Any) -> Item:
    made = Item(
        kind="pattern",
        code=code,
        name="stop-and-go",
        title="Falls silent for weeks",
        severity="high",
        state="new",
        gates=True,
        says="The longest silence was 37 days, from 1 Mar 2011.",
        why="Nothing is known yet, so it counts.",
        remedy="Plan two posts a week ahead.",
        fingerprint=sha256(code.encode("utf-8", "replace")).hexdigest(),
        place=CONFIG,
        signs=[
            Sign(
                "max_gap",
                "above",
                21,
                "days",
                OURS,
                37,
                None,
                None,
                9,
                True,
                None,
                "verdict",
            )
        ],
        about=[Subject("2011-03-01", "max_gap", 37, "2011-04-06")],
    )
    return replace(made, **changes)


def case(code: str = "AA205", verdict: str = "clear", **changes: Any) -> Case:
    reason = None if verdict in {"fired", "clear"} else "The export has no replies."
    made = Case(code, "stop-and-go", "Falls silent for weeks", verdict, "high", reason)
    return replace(made, **changes)


def check(items: list[Item], cases: list[Case], **changes: Any) -> Check:
    failing = sum(one.gates for one in items)
    made = Check(
        tool=Tool("acctaudit", "0.1.0"),
        account=Who("acme", "12345", "Acme & Sons"),
        as_of="2011-06-30",
        posts=1204,
        passed=not failing,
        headline=f"FAILED: {failing} findings at or above high are new or worse."
        if failing
        else "PASSED: nothing at or above high is new or worse.",
        fail_on="high",
        against=Against(
            "baseline", "Compared with the baseline of 1 May 2011.", "2011-05-01"
        ),
        items=items,
        cases=cases,
        notices=[],
        books=BOOKS,
        config_hash="0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
    )
    return replace(made, **changes)


CASES = [
    case("AA101"),
    case("AA102", "not-measurable"),
    case("AA103", "insufficient-evidence"),
    case("AA104", "not-applicable"),
]
PASSING = check([], CASES)
EMPTY = check([], [], account=Who(None, None, None), as_of=None, posts=0)


def failing() -> Check:
    """One item in each state, two of which make the gate fail."""
    items = [
        item("AA205", severity="critical", state="worse"),
        item("budget:cadence.posts", kind="budget", name="cadence.posts", state="expired"),
        item("AA301", severity="medium", gates=False),
        item("AA302", severity="info", gates=False),
        item("AA303", state="known", gates=False),
        item("AA304", severity="low", state="better", gates=False),
        item(
            "AA305", state="suppressed", gates=False, reason="Agency hand-over, announced"
        ),
    ]
    notices = [
        Notice("SUP001", "A suppression runs out in 9 days.", Place("acctaudit.toml", 30)),
        Notice("BAS002", "An entry is no longer found.", Place("baseline.json", 4)),
    ]
    cases = [*CASES, *(case(one.code, "fired") for one in items)]
    return check(items, cases, notices=notices)


def long(n: int = 500) -> Check:
    """Many items, half of which make the gate fail, and as many notices."""
    severities = ("critical", "high", "medium", "low", "info")
    items = [
        item(
            f"AA{at:03}",
            severity=severities[at * len(severities) // n],
            gates=at < n // 2,
            state=("new", "new", "known", "suppressed")[at * 4 // n],
            reason="As agreed",
        )
        for at in range(n)
    ]
    notices = [
        Notice("SUP002", f"Suppression {at} matches nothing.", CONFIG) for at in range(n)
    ]
    return check(items, [case(one.code, "fired") for one in items], notices=notices)


def hostile(text: str) -> Check:
    """The failing one, with the same text wherever a text can stand."""
    made = failing()
    place = Place(text, 3)
    return replace(
        made,
        account=Who(text, text, text),
        headline=f"FAILED: {text}",
        against=Against("baseline", text, "2011-05-01"),
        items=[
            replace(
                one,
                name=text,
                title=text,
                says=text,
                why=text,
                remedy=text,
                place=place,
                reason=text,
                about=[Subject(text, "max_gap", 37)],
            )
            for one in made.items
        ],
        cases=[replace(one, name=text, title=text, reason=text) for one in made.cases],
        notices=[replace(one, says=text, place=place) for one in made.notices],
        books=text,
    )


EVERY = {
    "passing": PASSING,
    "failing": failing(),
    "empty": EMPTY,
    "long": long(),
    **{f"hostile-{n}": hostile(text) for n, text in enumerate(HOSTILE)},
}
