"""The pages of one account, made in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from acctaudit.errors import AcctauditError
from acctaudit.safe import text

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

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


def make(job: Job, plan: Plan) -> Made:
    """The pages of an account. Nothing that is wrong with one stops the others."""
    try:
        report = _report(job, plan)
        return Made(job.page, *_rendered(report, plan.look))
    except AcctauditError as error:
        problem = str(error)
    except OSError as error:
        problem = f"{job.account}: {error.strerror or 'it cannot be read'}"
    except MemoryError:
        problem = f"{job.account}: not enough memory for this export"
    except Exception as error:  # noqa: BLE001  # ours, but the other accounts can be made
        problem = f"{job.account}: internal error ({type(error).__name__})"
    if job.tables and not problem.startswith(f"{job.account}: "):
        problem = f"{job.account}: {problem}"
    return Made(job.page, error=text(problem))


def _report(job: Job, plan: Plan) -> Report:
    if job.is_report and job.path is not None:
        return _loaded(job.path)
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


def _loaded(path: Path) -> Report:
    """A report that was made before; ReadError if it cannot be used."""
    from acctaudit.errors import ReadError
    from acctaudit.report import SCHEMA, Report

    try:
        return Report.from_json(path.read_bytes())
    except (ValueError, RecursionError):
        problem = f"is no whole report of schema {SCHEMA}"
        raise ReadError(path.name, problem, "make it again") from None


def _rendered(report: Report, look: Look) -> tuple[str, str]:
    from acctaudit.render import render
    from acctaudit.render.site.account import page

    return page(report, look), render(report, "json", look)
