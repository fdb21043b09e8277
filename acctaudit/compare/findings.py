"""What became of each failure pattern, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.compare.data import (
    TWO_ACCOUNTS,
    FindingChange,
    Pair,
    SignMove,
    State,
)
from acctaudit.compare.figures import UP_IS_WORSE, figure, pair
from acctaudit.report import SEVERITIES
from acctaudit.say import joined, marked, say

if TYPE_CHECKING:
    from acctaudit.report import Finding, Report, Sign

OF_TWO = {
    "new": "only-second",
    "worse": "first-better",
    "better": "second-better",
    "gone": "only-first",
    "unchanged": "both",
    "lost": "judged-first",
    "judged": "judged-second",
}
"""What a change is called where two accounts are compared; others keep their name."""
_VERDICTS = {"fired", "clear"}
_SAYS = {
    "new": marked("It was not there then, and was found now."),
    "gone": marked("It was found then, and is not there now."),
    "worse": marked("It was found then, and is worse now."),
    "better": marked("It was found in both reports, and is better now."),
    "changed": marked("It was found in both reports, and its figures moved both ways."),
    "unchanged": marked("It was found in both reports, and is as it was."),
    "lost": marked("It could be judged then, and cannot be judged now."),
    "judged": marked("It could not be judged then, and can be judged now."),
    "fine": marked("It was checked in both reports, and not found."),
    "open": marked("It cannot be judged in either report."),
}
_SAYS_OF_TWO = {
    "new": marked("Only {second} shows it."),
    "gone": marked("Only {first} shows it."),
    "worse": marked("Both show it; {first} does better."),
    "better": marked("Both show it; {second} does better."),
    "changed": marked("Both show it, each worse in something else."),
    "unchanged": marked("Both show it alike."),
    "lost": marked("It can be judged only for {first}."),
    "judged": marked("It can be judged only for {second}."),
    "fine": marked("It was checked for both, and not found."),
    "open": marked("It cannot be judged for either."),
}
_SURE = {
    "clear": marked("The figures behind it were counted, or differ beyond both intervals."),
    "chance": marked(
        "The intervals of the figures behind it overlap: this could be chance."
    ),
    "unknown": marked("How sure that is cannot be said from the figures."),
}


def findings(
    old: Report, new: Report, kind: str, names: dict[str, str]
) -> list[FindingChange]:
    """Every pattern of either report, the worst first; `names` are for the sentences."""
    before = {found.code: found for found in old.patterns}
    after = {found.code: found for found in new.patterns}
    codes = sorted({*before, *after})
    changes = [_change(before.get(code), after.get(code), kind, names) for code in codes]
    return sorted(changes, key=lambda found: (_rank(found), found.code))


def _rank(found: FindingChange) -> int:
    """The worse severity of those that count."""
    states = [state for state in (found.old, found.new) if state and _counts(state)]
    ranks = [SEVERITIES.index(state.severity) for state in states]
    return min(ranks, default=len(SEVERITIES))


def _counts(state: State) -> bool:
    return state.verdict == "fired" and state.severity in SEVERITIES


def _change(
    old: Finding | None, new: Finding | None, kind: str, names: dict[str, str]
) -> FindingChange:
    moves = _moves(old, new, kind)
    change = _kind_of_change(old, new, moves)
    sure = _sure(change, old, new, moves)
    shown = _shown(old, new)
    return FindingChange(
        shown.code,
        shown.name,
        shown.title,
        OF_TWO.get(change, change) if kind == TWO_ACCOUNTS else change,
        sure,
        _says(change, sure, kind, names),
        _state(old),
        _state(new),
        moves,
    )


def _shown(old: Finding | None, new: Finding | None) -> Finding:
    """The one whose title names the problem, if any does; else the second."""
    both = [found for found in (new, old) if found is not None]
    return next((found for found in both if found.verdict == "fired"), both[0])


def _state(found: Finding | None) -> State | None:
    if found is None:
        return None
    return State(found.verdict, found.severity, found.says, found.reason)


def _kind_of_change(old: Finding | None, new: Finding | None, moves: list[SignMove]) -> str:
    """The change, as it is called where one account is compared with itself."""
    before = old.verdict if old else "absent"
    after = new.verdict if new else "absent"
    if before not in _VERDICTS or after not in _VERDICTS:
        if before in _VERDICTS:
            return "lost"
        return "judged" if after in _VERDICTS else "open"
    if before == after == "clear":
        return "fine"
    if before == after and old is not None and new is not None:
        return _both_found(old, new, moves)
    return "new" if after == "fired" else "gone"


def _both_found(old: Finding, new: Finding, moves: list[SignMove]) -> str:
    """Worse or better by its severity; else by the figures that moved for sure."""
    if {old.severity, new.severity} <= set(SEVERITIES) and old.severity != new.severity:
        sharper = SEVERITIES.index(new.severity) < SEVERITIES.index(old.severity)
        return "worse" if sharper else "better"
    moved = {move.moved for move in moves} - {""}
    if not moved:
        return "unchanged"
    return "changed" if len(moved) > 1 else "worse" if moved == {"towards"} else "better"


def _moved(found: Pair, direction: str) -> str:
    """Whether the figure moved for sure, and if so to which side."""
    old, new = found.old.value, found.new.value
    if not isinstance(old, int | float) or not isinstance(new, int | float) or old == new:
        return ""
    if not found.direction:
        return ""
    return "towards" if (new > old) == UP_IS_WORSE[direction] else "away"


def is_two_sided(sign: Sign, signs: list[Sign]) -> bool:
    """Whether the finding holds the same figure against a limit on its other side too."""
    return any(
        UP_IS_WORSE.get(other.direction) not in {None, UP_IS_WORSE[sign.direction]}
        and (other.value, other.unit) == (sign.value, sign.unit)
        for other in signs
    )


def _moves(old: Finding | None, new: Finding | None, kind: str) -> list[SignMove]:
    """The comparisons that decide and whose value is known in both, but not the same."""
    if old is None or new is None:
        return []
    before = {sign.name: sign for sign in old.signs}
    moves = (
        _move(before[sign.name], sign, kind, new.signs)
        for sign in new.signs
        if sign.name in before
    )
    return [move for move in moves if move and move.pair.difference != "same"]


def _move(old: Sign, new: Sign, kind: str, signs: list[Sign]) -> SignMove | None:
    if new.decides == "evidence" or new.direction not in UP_IS_WORSE:
        return None
    if old.value is None or new.value is None:
        return None
    if (old.unit, old.direction, old.decides) != (new.unit, new.direction, new.decides):
        return None
    found = pair(new.unit, figure(old), figure(new), None, kind)
    return SignMove(
        name=new.name,
        title=new.title,
        decides=new.decides,
        towards=new.direction,
        limit=new.limit,
        old_limit=old.limit,
        pair=found,
        moved="" if is_two_sided(new, signs) else _moved(found, new.direction),
        old_crossed=old.crossed,
        new_crossed=new.crossed,
    )


def _sure(
    change: str, old: Finding | None, new: Finding | None, moves: list[SignMove]
) -> str:
    """How sure a change is: by the figures that crossed a limit, if any did."""
    if change in {"unchanged", "fine", "open"}:
        return ""
    if change in {"lost", "judged"} or old is None or new is None:
        return "unknown"
    crossed = [move for move in moves if move.old_crossed != move.new_crossed]
    found = {move.pair.difference for move in crossed or moves}
    if found & {"clear", "different"}:
        return "clear"
    return "chance" if "unclear" in found else "unknown"


def _says(change: str, sure: str, kind: str, names: dict[str, str]) -> str:
    if kind == TWO_ACCOUNTS:
        text = say(_SAYS_OF_TWO[change], **_named(_SAYS_OF_TWO[change], names))
    else:
        text = say(_SAYS[change])
    if change in {"lost", "judged"} or not sure:
        return text
    return joined([text, say(_SURE[sure])], " ")


def _named(message: str, names: dict[str, str]) -> dict[str, str]:
    """The names that the message has a place for."""
    return {key: name for key, name in names.items() if f"{{{key}}}" in message}
