"""The baseline: findings that are known and accepted, in a file that people can read.

A check only reads it. It never holds texts of posts, and is the same for the same findings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from acctaudit import __version__
from acctaudit.errors import InputError
from acctaudit.gate.data import JUDGED, Against, Notice, Place, Who
from acctaudit.gate.known import Entry, Known, entry
from acctaudit.gate.who import called, is_same
from acctaudit.report import SEVERITIES, Tool
from acctaudit.report.document import Document

if TYPE_CHECKING:
    from pathlib import Path

    from acctaudit.gate.data import Check, Item

NAME = "acctaudit-baseline.json"
SCHEMA = "acctaudit/baseline/1"
_AGAIN = "remove the file, then: acctaudit baseline create"
_NAMED = 3
_LARGEST = 1e12
"""No figure of a finding is beyond it."""


@dataclass(frozen=True)
class Account:
    """What is accepted of one account."""

    handle: str | None
    user_id: str | None
    name: str | None
    as_of: str | None
    """Day of the export that was accepted last."""
    findings: list[Entry]


@dataclass(frozen=True)
class Baseline(Document):
    """All accepted findings, by account."""

    NAME: ClassVar = "baseline"

    tool: Tool
    accounts: list[Account]
    schema: str = SCHEMA

    @classmethod
    def empty(cls) -> Baseline:
        """A baseline that knows nobody."""
        return cls(Tool("acctaudit", __version__), [])

    def of(self, account: Who) -> Account | None:
        """What is accepted of that account; None if it is not in the file.

        InputError if several have had its handle, and it has no user id to tell by.
        """
        same = [a for a in self.accounts if is_same(_who(a), account)]
        exact = [a for a in same if account.user_id and a.user_id == account.user_id]
        if len(exact or same) > 1:
            raise InputError(
                f"the baseline knows several accounts that were {called(account)};"
                " use an export that holds the user id"
            )
        return next(iter(exact or same), None)

    def having(self, account: Account, before: Account | None) -> Baseline:
        """The same with that account in place of what was there of it."""
        others = [a for a in self.accounts if a is not before]
        return Baseline(
            Tool("acctaudit", __version__), sorted([*others, account], key=_order)
        )


def _who(account: Account) -> Who:
    return Who(account.handle, account.user_id, account.name)


def _order(account: Account) -> tuple[str, str]:
    return (account.handle or "").casefold(), account.user_id or ""


def load(path: Path) -> Baseline:
    """The file; InputError with file and remedy for one that cannot be used."""
    import msgspec

    try:
        raw = path.read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise InputError(f"{path}: {problem}; name another file") from None
    try:
        known = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        raise InputError(f"{path}: the JSON is broken or cut off; {_AGAIN}") from None
    schema = known.get("schema") if isinstance(known, dict) else None
    if schema != SCHEMA:
        problem = f"is no baseline of schema {SCHEMA}"
        raise InputError(f"{path}: {problem}; {_AGAIN}")
    try:
        there = Baseline.from_json(raw.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError, OverflowError):
        there = None
    if there is None or not _is_sound(there):
        problem = "something in it is missing or not as it should be"
        raise InputError(f"{path}: {problem}; {_AGAIN}")
    return there


def _is_sound(there: Baseline) -> bool:
    """Whether everything in it can be: each account once, each finding once in it."""
    ids = [account.user_id for account in there.accounts if account.user_id]
    return len(set(ids)) == len(ids) and all(
        len({found.pattern for found in account.findings}) == len(account.findings)
        and all(map(_is_possible, account.findings))
        for account in there.accounts
    )


def _is_possible(found: Entry) -> bool:
    figures = [
        number
        for figure in found.figures.values()
        for number in (figure.value, figure.low, figure.high)
    ]
    numbers = [number for number in (*figures, *found.about.values()) if number is not None]
    return found.severity in SEVERITIES and all(abs(n) <= _LARGEST for n in numbers)


def known(path: Path | None, account: Who) -> Known:
    """What the file says of an account; nothing where there is no file yet."""
    if path is None:
        return Known(Against("nothing", "Compared with nothing: every finding counts."))
    if not path.exists():
        says = f"There is no baseline yet ({path.name}): every finding counts."
        return Known(Against("nothing", says), source=str(path))
    there = load(path).of(account)
    if there is None:
        says = f"{path.name} does not know {called(account)}: every finding counts."
        return Known(Against("nothing", says), source=str(path))
    accepted = {found.pattern: found for found in there.findings}
    day = f" of {there.as_of}" if there.as_of else ""
    says = f"Compared with the baseline{day} ({path.name})."
    return Known(Against("baseline", says, there.as_of), accepted, str(path))


def accepted(check: Check) -> list[Entry]:
    """Everything that the check found and that is not suppressed, by code."""
    kept = [item for item in check.items if item.state != "suppressed"]
    made = [
        entry(item.code, item.version, item.severity, item.signs, item.about)
        for item in kept
    ]
    return sorted(made, key=lambda found: found.pattern)


def created(there: Baseline, check: Check) -> Baseline:
    """The baseline with what the check found, for an account that it does not know yet."""
    if _known(there, check) is not None:
        raise InputError(
            f"the baseline knows {called(check.account)} already;"
            " use: acctaudit baseline update (or prune)"
        )
    return there.having(_account(check, accepted(check)), None)


def updated(there: Baseline, check: Check) -> Baseline:
    """The baseline with everything as it is now; what is no longer found is kept."""
    before = _known(there, check)
    now = {found.pattern: found for found in accepted(check)}
    old = {found.pattern: found for found in before.findings} if before else {}
    merged = {**old, **{code: _joined(old.get(code), e) for code, e in now.items()}}
    made = _account(check, [merged[code] for code in sorted(merged)])
    if before is not None:
        made = replace(
            made,
            user_id=made.user_id or before.user_id,
            handle=made.handle or before.handle,
        )
    return there.having(made, before)


def _known(there: Baseline, check: Check) -> Account | None:
    """What is accepted of the account of a check; InputError if it has no name."""
    if not check.account.handle and not check.account.user_id:
        raise InputError(
            "the export does not say whose it is, so it cannot be known again; use one that"
            " holds the handle or the user id (see: acctaudit formats)"
        )
    return there.of(check.account)


def _joined(old: Entry | None, new: Entry) -> Entry:
    """The new one, about what the old one was about too, if both mean the same."""
    if old is None or old.version != new.version:
        return new
    return replace(new, about={**old.about, **new.about})


def pruned(there: Baseline, check: Check) -> Baseline:
    """The baseline without what was checked and is no longer found."""
    before = _known(there, check)
    if before is None:
        raise InputError(
            f"the baseline does not know {called(check.account)};"
            " use: acctaudit baseline create"
        )
    verdicts = {case.code: case.verdict for case in check.cases}
    about = _about(check.items)
    left = [
        _without(found, about.get(found.pattern))
        for found in before.findings
        if verdicts.get(found.pattern) != "clear"
    ]
    kept = [found for found in left if found is not None]
    return there.having(replace(before, findings=kept), before)


def _without(found: Entry, there: set[str] | None) -> Entry | None:
    """The entry without things that it is no longer about; None if that were all."""
    if there is None or not found.about:
        return found
    about = {key: value for key, value in found.about.items() if key in there}
    return replace(found, about=about) if about else None


def _about(items: list[Item]) -> dict[str, set[str]]:
    """The keys of what each item is about, suppressed or not, by code."""
    return {
        item.code: {subject.key for subject in (*item.about, *item.excused)}
        for item in items
    }


def _account(check: Check, found: list[Entry]) -> Account:
    who = check.account
    return Account(who.handle, who.user_id, who.name, check.as_of, found)


def stale(
    known: Known, verdicts: dict[str, str], items: list[Item], place: Place
) -> list[Notice]:
    """Notices on entries that are no longer found, or can no longer be judged."""
    if known.against.kind != "baseline":
        return []
    there = _about(items)
    notices = []
    for code, found in sorted(known.entries.items()):
        verdict = verdicts.get(code)
        gone = sorted(set(found.about) - there.get(code, set()))
        if verdict == "clear":
            says = f"{code} is no longer found"
        elif verdict != "fired":
            says = f"{code} cannot be judged now, and is kept"
        elif gone:
            says = f"{code} is no longer about {', '.join(gone[:_NAMED])}"
        else:
            continue
        remedy = "" if verdict not in JUDGED else "; drop it: acctaudit baseline prune"
        notices.append(Notice("BAS002", f"The baseline holds more: {says}{remedy}.", place))
    return notices
