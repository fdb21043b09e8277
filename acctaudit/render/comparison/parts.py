"""The parts of a comparison in the order and the words in which every format shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.compare import ONE_ACCOUNT
from acctaudit.render import sections
from acctaudit.say import marked, say

if TYPE_CHECKING:
    from acctaudit.compare import (
        Comparison,
        FindingChange,
        PhaseChange,
        Side,
        State,
    )

MAX_CARDS = 60
"""Findings of a group that are told in full."""
_ONE = {
    "new": marked("New"),
    "worse": marked("Worse"),
    "better": marked("Better"),
    "gone": marked("Gone"),
    "changed": marked("Changed both ways"),
    "judged": marked("Can now be judged"),
    "lost": marked("Can no longer be judged"),
    "unchanged": marked("As it was"),
}
_TWO = {
    "only-first": marked("Only at {first}"),
    "only-second": marked("Only at {second}"),
    "first-better": marked("At both, {first} does better"),
    "second-better": marked("At both, {second} does better"),
    "changed": marked("At both, each worse in something else"),
    "both": marked("At both alike"),
    "judged-first": marked("Can be judged only for {first}"),
    "judged-second": marked("Can be judged only for {second}"),
}
_SIGNS = {
    "worse": "over",
    "new": "over",
    "better": "fine",
    "gone": "fine",
}
_VERDICTS = {
    "fired": marked("Found"),
    "clear": marked("Not found"),
    "insufficient-evidence": marked("Too little to judge"),
    "not-measurable": marked("Cannot be judged"),
    "not-applicable": marked("Not judged for this kind of account"),
    "error": marked("Failed inside"),
}
FIELDS = {
    "handle": marked("Handle"),
    "name": marked("Name"),
    "bio": marked("Bio"),
    "link": marked("Link"),
    "location": marked("Location"),
}
"""Texts of the profile."""


@dataclass(frozen=True)
class Group:
    """Findings that changed in the same way."""

    change: str
    title: str
    items: list[FindingChange]


def groups(of: Comparison) -> list[Group]:
    """What changed, then what did not; only what there is."""
    titles = _ONE if of.kind == ONE_ACCOUNT else _TWO
    found = (
        Group(
            change,
            _with_names(title, of),
            [item for item in of.findings if item.change == change],
        )
        for change, title in titles.items()
    )
    return [group for group in found if group.items]


def _with_names(message: str, of: Comparison) -> str:
    """A message with the labels of the two sides, where it has a place for them."""
    names = {"first": of.old.label, "second": of.new.label}
    used = {key: name for key, name in names.items() if f"{{{key}}}" in message}
    return say(message, **used)


def icon_of(change: str) -> str:
    """The icon of a change: of two accounts none is good or bad by itself."""
    return _SIGNS.get(change, "open" if change in {"lost", "judged-first"} else "none")


def fine(of: Comparison) -> list[FindingChange]:
    """What was checked in both and not found."""
    return [found for found in of.findings if found.change == "fine"]


def undecided(of: Comparison) -> list[FindingChange]:
    """What neither report can judge."""
    return [found for found in of.findings if found.change == "open"]


def who(of: Comparison) -> str:
    """What the page is about, for its heading."""
    if of.kind == ONE_ACCOUNT:
        return say("{who}: then and now", who=_name(of.new))
    return say(
        "{first} and {second}, side by side", first=_name(of.old), second=_name(of.new)
    )


def _name(side: Side) -> str:
    if side.name:
        return side.name[:80]
    if side.handle:
        return f"@{side.handle[:50]}"
    return say("Account without a name")


def seen(side: Side) -> str:
    """The day of the export."""
    return words.day(side.as_of) if side.as_of else say("not known")


def period(side: Side) -> str:
    """From the first to the last post."""
    span = side.active
    return words.days(span.start, span.end) if span else say("not known")


def coverage(side: Side) -> str:
    """How much could be judged."""
    total = words.count(side.judged + side.unknown, "patterns")
    return say("{judged} of {patterns}", judged=words.number(side.judged), patterns=total)


def sides(of: Comparison) -> list[tuple[str, str, str]]:
    """What is known about the two reports, as rows: name, first, second."""
    a, b = of.old, of.new
    rows = [
        (say("Account"), _handle(a), _handle(b)),
        (say("Posts from"), period(a), period(b)),
        (say("Observed on"), seen(a), seen(b)),
        (say("Own posts"), words.number(a.posts), words.number(b.posts)),
        (say("Judged as"), words.capital(a.judged_as), words.capital(b.judged_as)),
        (say("Could be judged"), coverage(a), coverage(b)),
        (say("Read from"), a.reader, b.reader),
        (say("Verdict"), a.headline, b.headline),
    ]
    if a.ending or b.ending:
        rows.append(
            (say("How its life ends"), _or_unknown(a.ending), _or_unknown(b.ending))
        )
    return rows


def _handle(side: Side) -> str:
    return f"@{side.handle[:50]}" if side.handle else say("not known")


def _or_unknown(text: str) -> str:
    return text or say("not known")


def verdict(state: State | None) -> str:
    """A verdict with the severity of what was found."""
    if state is None:
        return say("Not part of this report")
    said = say(_VERDICTS.get(state.verdict, state.verdict))
    if state.verdict != "fired":
        return said
    return say("{verdict}: {severity}", verdict=said, severity=severity(state.severity))


def severity(name: str) -> str:
    """A severity as a word."""
    return say(sections.SEVERITIES.get(name, name))


def by_weight(group: Group) -> tuple[list[FindingChange], list[FindingChange]]:
    """Those that are told in full, since a report found them, and those in one line."""
    large = [item for item in group.items if _was_found(item)][:MAX_CARDS]
    return large, [item for item in group.items if item not in large]


def _was_found(item: FindingChange) -> bool:
    return any(state and state.verdict == "fired" for state in (item.old, item.new))


def both_states(found: FindingChange, of: Comparison) -> str:
    """Both verdicts with their reasons, in one sentence."""
    return say(
        "{first}: {old}. {second}: {new}.",
        first=of.old.label,
        old=_with_reason(found.old),
        second=of.new.label,
        new=_with_reason(found.new),
    )


def _with_reason(state: State | None) -> str:
    said = verdict(state)
    if state is None or not state.reason or state.verdict in {"fired", "clear"}:
        return said
    return say("{verdict} ({reason})", verdict=said, reason=state.reason)


def phases(change: PhaseChange) -> tuple[str, str]:
    """A phase as both reports see it: its name and last day."""
    return _phase(change.old, change.old_end), _phase(change.new, change.new_end)


def _phase(name: str | None, end: str) -> str:
    if name is None:
        return say("Not in this report")
    return say("{phase}, until {day}", phase=words.capital(say(name)), day=words.day(end))
