"""The pages of one account, made in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from acctaudit.errors import AcctauditError
from acctaudit.safe import text

if TYPE_CHECKING:
    from datetime import date

    from acctaudit.model.tables import Tables
    from acctaudit.options import Options
    from acctaudit.readers import How
    from acctaudit.render.look import Look
    from acctaudit.report import Report


@dataclass(frozen=True)
class Plan:
    """What is the same for all accounts: how they are read, judged and shown."""

    how: How
    as_of: date | None
    own_domains: tuple[str, ...]
    max_quarantine: float
    """Share of the posts of an account."""
    options: Options
    look: Look


@dataclass(frozen=True)
class Job:
    """One account that is to be made: an input, a report, or its part of tables."""

    account: str
    page: str
    path: Path | None = None
    is_report: bool = False
    tables: list[Tables] = field(default_factory=list)


@dataclass(frozen=True)
class Made:
    """What came of a job: both files, or one line on why not."""

    page: str
    html: str = ""
    json: str = ""
    error: str = ""
    ours: bool = False
    """Whether the error is ours, or for lack of memory, and says nothing of the export."""


def make(job: Job, plan: Plan) -> Made:
    """The pages of an account. An export that is wrong stops no other.

    What is wrong with the look is wrong for all of them, so it is raised: a UsageError for
    a template of the user's.
    """
    try:
        report = _judged(job, plan)
        if isinstance(report, Made):
            return report
        return Made(job.page, *_rendered(report, plan.look))
    except MemoryError:
        return _failed(job, f"{job.account}: not enough memory for this export", ours=True)


def _judged(job: Job, plan: Plan) -> Report | Made:
    """The report of an account, or why there is none."""
    try:
        return _report(job, plan)
    except AcctauditError as error:
        return _failed(job, str(error))
    except OSError as error:
        return _failed(job, f"{job.account}: {error.strerror or 'it cannot be read'}")
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # ours, but the other accounts can be made
        problem = f"{job.account}: internal error ({type(error).__name__})"
        return _failed(job, problem, ours=True)


def _failed(job: Job, problem: str, *, ours: bool = False) -> Made:
    """One line on what is wrong, that names the account and no folder."""
    if job.path is not None:
        for folder in {job.path.parent, job.path.parent.resolve()} - {Path()}:
            problem = problem.replace(f"{folder}/", "")
    if job.tables and not problem.startswith(f"{job.account}: "):
        problem = f"{job.account}: {problem}"
    return Made(job.page, error=text(problem), ours=ours)


def _report(job: Job, plan: Plan) -> Report:
    if job.is_report and job.path is not None:
        return _loaded(job.path, plan.look)
    from acctaudit.audit import audit
    from acctaudit.model.build import build
    from acctaudit.readers import read
    from acctaudit.site.sources import fitting

    tables = job.tables
    if job.path is not None:
        tables = read([job.path], how=fitting(plan.how, job.path))
    account = build(
        tables,
        as_of=plan.as_of,
        own_domains=plan.own_domains,
        account=job.account if job.tables else None,
        max_quarantine=plan.max_quarantine,
        used_up=True,
    )
    return audit(account, plan.options)


def _loaded(path: Path, look: Look) -> Report:
    """A report that was made before; InputError if it cannot be used, or not shown."""
    from acctaudit.render import shown
    from acctaudit.saved import load

    report = load(path, path.name)
    with shown(report, look, "html"):  # damaged wordings are of the report, not of the look
        return report


def _rendered(report: Report, look: Look) -> tuple[str, str]:
    from acctaudit.render import render
    from acctaudit.render.site.account import page

    return page(report, look), render(report, "json", look)
