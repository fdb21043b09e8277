"""The answer of a comparison in one or two sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.compare.data import ONE_ACCOUNT
from acctaudit.say import joined, marked, say
from acctaudit.words import count, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.compare.data import Comparison, Side

_ONE = {
    "new": (marked("{findings} is new."), marked("{findings} are new.")),
    "worse": (marked("{findings} is worse."), marked("{findings} are worse.")),
    "better": (marked("{findings} is better."), marked("{findings} are better.")),
    "gone": (marked("{findings} is gone."), marked("{findings} are gone.")),
    "changed": (
        marked("{findings} changed both ways."),
        marked("{findings} changed both ways."),
    ),
}
"""By change: for one finding, and for several."""
_TWO = {
    "only-first": (
        marked("{findings} is only at {first}."),
        marked("{findings} are only at {first}."),
    ),
    "only-second": (
        marked("{findings} is only at {second}."),
        marked("{findings} are only at {second}."),
    ),
    "first-better": (
        marked("{findings} is at both, and {first} does better."),
        marked("{findings} are at both, and {first} does better."),
    ),
    "second-better": (
        marked("{findings} is at both, and {second} does better."),
        marked("{findings} are at both, and {second} does better."),
    ),
    "changed": (
        marked("{findings} is at both, each worse in something else."),
        marked("{findings} are at both, each worse in something else."),
    ),
    "both": (
        marked("{findings} is at both alike."),
        marked("{findings} are at both alike."),
    ),
}


def headline(of: Comparison) -> str:
    """What became of the findings."""
    one = of.kind == ONE_ACCOUNT
    if of.is_same():
        if one:
            return say("Nothing changed between the two reports.")
        return say("The two accounts do not differ in anything that was measured.")
    parts = _parts(of, _ONE if one else _TWO)
    if parts:
        return joined(parts, " ")
    if one:
        return say("No finding is new, worse, better or gone.")
    return say("Neither account shows a finding that can be compared.")


def _parts(of: Comparison, messages: dict[str, tuple[str, str]]) -> list[str]:
    names = {"first": of.old.label, "second": of.new.label}
    parts = []
    for change, (one, several) in messages.items():
        n = of.counts.get(change, 0)
        if n:
            message = one if n == 1 else several
            used = {key: name for key, name in names.items() if f"{{{key}}}" in message}
            parts.append(say(message, findings=count(n, "findings"), **used))
    return parts


def more(of: Comparison) -> str:
    """How many figures differ and how sure that is; what can be judged in one only."""
    if of.is_same():
        return ""
    return joined([*_figures(of), *_judged(of)], " ")


def _figures(of: Comparison) -> list[str]:
    results = [change.pair for change in of.metrics if not change.amount]
    kinds = [found.difference for found in results if found.moved()]
    clear = kinds.count("clear") + kinds.count("different")
    total = len(results) + of.same_metrics
    amounts = [change for change in of.metrics if change.amount and change.pair.moved()]
    beside = list(_amounts(len(amounts)))
    if not total and beside:
        return beside
    if not total:
        return [say("No figure is known in both reports.")]
    return [
        say(
            "Of {figures} that both reports know, {clear} differ for sure, {unclear} may"
            " differ by chance alone, and {same} are equal.",
            figures=count(total, "figures"),
            clear=number(clear),
            unclear=number(len(kinds) - clear),
            same=number(total - len(kinds)),
        ),
        *beside,
    ]


def _amounts(n: int) -> Iterator[str]:
    """How many amounts differ: they are no results, so they are told apart."""
    if n == 1:
        yield say("One amount, such as the number of posts, is different too.")
    elif n:
        yield say(
            "{n} amounts, such as the number of posts, are different too.", n=number(n)
        )


_LOST = {"lost", "judged-first"}
_FOUND = {"judged", "judged-second"}
_NOW = marked("{patterns} can be judged only now.")
_NO_LONGER = marked("{patterns} can no longer be judged.")
_ONLY = marked("{patterns} can be judged only for {who}.")


def _judged(of: Comparison) -> list[str]:
    """What can be judged in one report only, the new one first."""
    return [
        _only(of, n, side, message)
        for changes, side, message in (
            (_FOUND, of.new, _NOW),
            (_LOST, of.old, _NO_LONGER),
        )
        if (n := sum(of.counts.get(change, 0) for change in changes))
    ]


def _only(of: Comparison, n: int, side: Side, message: str) -> str:
    patterns = count(n, "patterns")
    if of.kind == ONE_ACCOUNT:
        return say(message, patterns=patterns)
    return say(_ONLY, patterns=patterns, who=side.label)
