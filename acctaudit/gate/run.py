"""One report through the gate, by the settings and by what is known already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from acctaudit.address import place
from acctaudit.clock import epoch
from acctaudit.errors import InputError, UsageError
from acctaudit.gate import baseline, decide
from acctaudit.gate.data import Who
from acctaudit.gate.known import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from acctaudit.config import Settings
    from acctaudit.gate.data import Check
    from acctaudit.gate.known import Known
    from acctaudit.report import Report


@dataclass(frozen=True)
class Gate:
    """What is asked of the gate besides the settings; what is not asked for is empty."""

    fail_on: str | None = None
    baseline: str | None = None
    no_baseline: bool = False
    against: str | None = None
    history: str | None = None

    def baseline_path(self, settings: Settings) -> Path | None:
        """The file of the baseline, whether there is one or not; None = not wanted."""
        return None if self.no_baseline else self.file(settings)

    def file(self, settings: Settings) -> Path:
        """The file in which a baseline is, or would be."""
        if self.baseline is not None:
            return Path(self.baseline)
        if settings.baseline is not None:
            return settings.baseline
        folder = settings.path.parent if settings.path else Path.cwd()
        return folder / baseline.NAME

    def reads(self, settings: Settings) -> list[Path]:
        """The files that a run goes by besides the exports, there or not."""
        history = self.history or settings.history
        named = [self.baseline_path(settings), place(history).path if history else None]
        return [*settings.files, *(path for path in named if path is not None)]

    def known(self, report: Report, settings: Settings) -> Known:
        """What the findings are compared with."""
        card = report.account
        if self.against is None:
            path = self.baseline_path(settings)
            who = Who(card.handle, card.user_id, card.name)
            return baseline.known(path, who) if path else NOTHING
        where = self.history or settings.history
        if where is None:
            raise UsageError(
                "--against needs a history: name it with --history, or as history in the"
                " configuration"
            )
        from acctaudit import history

        return history.known(where, report, self.against)


def check(
    report: Report,
    settings: Settings,
    gate: Gate,
    exports: Sequence[str],
    today: date,
) -> Check:
    """The verdict of the gate; `exports` are the files that the report was made of."""
    policy = settings.policy(fail_on=gate.fail_on, exports=exports)
    return decide(report, policy, today, gate.known(report, settings))


def day_of(report: Report, environ: Mapping[str, str], *, typed: bool = False) -> date:
    """The day that suppressions are held against; it feeds no figure.

    The day of the export if it was typed, else SOURCE_DATE_EPOCH, else the export's own,
    else that of the newest post.
    """
    clock = epoch(environ)
    if clock is not None and not (typed and report.as_of):
        return clock
    active = report.window.get("active")
    day = report.as_of or (active.end if active else None)
    if day is None:
        raise InputError("the export has no day to go by: give it with --as-of")
    return date.fromisoformat(day)
