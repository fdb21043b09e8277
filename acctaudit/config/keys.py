"""The keys of a configuration: one table, from which everything about them is made.

Checks, the JSON Schema, `config --resolved`, `init` and the table of the docs all read it.
The thresholds of a pattern and the ids of metrics are keys too; they come from the
patterns and analyzers themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from acctaudit.config.forms import (
    Choice,
    Day,
    Form,
    Number,
    Switch,
    Table,
    Tables,
    Text,
    Texts,
    listed,
)
from acctaudit.config.presets import presets
from acctaudit.gate.policy import FAIL_ON, NEVER, WORSE_BY
from acctaudit.intent import GOALS, Archetype
from acctaudit.report import SEVERITIES

OFF = "off"
"""The severity of a pattern that is left out."""


@dataclass(frozen=True)
class Key:
    """One key: its form, what it is for, and what holds without it."""

    form: Form
    about: str
    """One sentence."""
    example: str = ""
    """A value, as it is written."""
    default: Any = None
    """None = not set."""
    is_path: bool = False
    """Whether it is the name of a file, which stands beside the file that says it."""


KEYS: dict[str, Key] = {
    "extend": Key(
        Text("the name of a file"),
        "Another settings file, whose settings hold where this one says nothing.",
        '"../base.toml"',
    ),
    "preset": Key(
        Choice("preset", listed(tuple(presets()))),
        "A bundle of settings for a kind of account, or for a purpose.",
        '"brand"',
    ),
    "archetype": Key(
        Choice("archetype", listed(tuple(Archetype))),
        "What the account is; inferred from its posts if not set.",
        '"b2b"',
    ),
    "goals": Key(
        Texts(Choice("goal", listed(tuple(GOALS)))),
        "What the account is for.",
        '["dialogue"]',
        default=[],
    ),
    "kpis": Key(
        Texts(),
        "The figures it is judged by, with the total they should reach.",
        '["leads>=20", "likes"]',
        default=[],
    ),
    "claims": Key(
        Texts(),
        "What is said about it, to be held against the data; see `acctaudit claims`.",
        '["no-discussion"]',
        default=[],
    ),
    "audience": Key(
        Texts(),
        "Words by which the people it is for call themselves.",
        '["engineer", "architect"]',
        default=[],
    ),
    "time_zone": Key(
        Text("the name of a time zone"),
        "Where its people work; without it nothing is said about office hours.",
        '"Europe/Vienna"',
    ),
    "scheduled": Key(
        Switch(),
        "Whether a tool posts at set times, and that is meant.",
        "true",
        default=False,
    ),
    "own_domains": Key(
        Texts(),
        "Domains of the account's own; if not set, that of the profile's link.",
        '["example.com"]',
        default=[],
    ),
    "benchmarks": Key(
        Text("the name of a file"),
        "A file with benchmarks of your own.",
        '"benchmarks.toml"',
        is_path=True,
    ),
    "select": Key(
        Texts(),
        'Judge only these patterns, by code or its beginning; "ALL" for every one.',
        '["AA2", "AA3"]',
        default=[],
    ),
    "extend_select": Key(
        Texts(),
        "Judge these patterns too, by code or its beginning.",
        '["AA205"]',
        default=[],
    ),
    "ignore": Key(
        Texts(),
        "Leave these patterns out, by code or its beginning.",
        '["AA504"]',
        default=[],
    ),
    "fail_on": Key(
        Choice("severity", (*SEVERITIES, NEVER)),
        "The mildest severity that makes `acctaudit check` fail.",
        f'"{FAIL_ON}"',
        default=FAIL_ON,
    ),
    "worse_by_percent": Key(
        Number(low=0),
        "How much worse than what is known a figure must be, in percent, to count as"
        " worse.",
        f"{WORSE_BY:g}",
        default=WORSE_BY,
    ),
    "baseline": Key(
        Text("the name of a file"),
        "The file with the findings that are known, which do not count again.",
        '"acctaudit-baseline.json"',
        is_path=True,
    ),
    "history": Key(
        Text("the name of a file, or a URL"),
        "The data base with the figures of earlier runs: a file, or a URL.",
        '"acctaudit-history.db"',
        is_path=True,
    ),
    "patterns": Key(
        Table("tables such as [patterns.AA205]"),
        "Severity and thresholds of single patterns, by code or name.",
        default={},
    ),
    "budget": Key(
        Table("a table [budget] of limits for metrics"),
        "Limits of your own for figures of the report, by the id of the metric.",
        default={},
    ),
    "suppress": Key(
        Tables("tables that begin with [[suppress]]"),
        "Findings that are excused for a while, each with its reason.",
        default=(),
    ),
}
"""The keys of the file, in the order in which they are shown."""

TABLES = ("patterns", "budget", "suppress")
"""Keys that hold tables, and so cannot come from the environment."""

SEVERITY = Key(
    Choice("severity", (*SEVERITIES, OFF)),
    'Severity of its findings, whatever ours would be; "off" leaves the pattern out.',
    '"high"',
)
"""What a table `[patterns.CODE]` holds besides the thresholds of that pattern."""

SUPPRESS: dict[str, Key] = {
    "pattern": Key(
        Text("the code or name of a pattern, or the beginning of a code"),
        'Code, name, or the beginning of a code; "budget:METRIC" for a budget.',
        '"AA205"',
    ),
    "reason": Key(
        Text("a text that is not empty"), "Why it is excused; it must be given.", '"…"'
    ),
    "expires": Key(Day(), "The last day on which it holds.", "2026-12-31"),
    "permanent": Key(Switch(), "True if it never runs out, in place of `expires`.", "true"),
    "match": Key(Table("a table { from, to, about, account }"), "What exactly is excused."),
}
"""What a table `[[suppress]]` holds."""

MATCH: dict[str, Key] = {
    "from": Key(Day(), "Only what begins on this day or later.", "2026-07-01"),
    "to": Key(Day(), "Only what begins on this day or earlier.", "2026-08-15"),
    "about": Key(Text(), "Only what is about this: a day, or the id of a post.", '"…"'),
    "account": Key(Text(), "Only for this account: its handle or user id.", '"…"'),
}
"""What the `match` of a suppression holds."""

BUDGET: dict[str, Key] = {
    "min": Key(Number(), "The least that is wanted.", "3"),
    "max": Key(Number(), "The most that is wanted.", "10"),
    "on": Key(
        Choice("kind of budget", ("interval", "value")),
        "Whether the whole 95 % interval has to lie beyond the limit, or the value alone.",
        '"interval"',
        default="interval",
    ),
    "severity": Key(
        Choice("severity", SEVERITIES),
        "How severe it is if it is not kept.",
        '"high"',
        default="high",
    ),
}
"""What a budget for one metric holds; limits of shares are shares."""
