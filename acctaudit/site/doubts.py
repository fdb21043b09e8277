"""What keeps the accounts of a site from being read side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.site.data import Doubts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.report import Report


def doubts(reports: Sequence[tuple[str, Report]]) -> Doubts:
    """What is odd about reports side by side, each with the name of its input."""
    versions = {report.tool.version for _, report in reports}
    return Doubts(
        twice=_twice(reports),
        versions=tuple(sorted(versions)) if len(versions) > 1 else (),
        limits=_differ([report for _, report in reports]),
    )


def _twice(reports: Sequence[tuple[str, Report]]) -> tuple[str, ...]:
    """Accounts of one user id, or of one handle where an id is missing, with their inputs.

    One handle with two ids is two accounts: a handle can be given up and taken again.
    """
    groups: dict[tuple[str, str], list[str]] = {}
    ids: dict[str, set[str]] = {}
    for source, report in reports:
        user, handle = report.account.user_id, report.account.handle
        name = (handle or "").casefold()
        if user:
            ids.setdefault(name, set()).add(user)
            groups.setdefault(("id", user), []).append(source)
        if handle:
            groups.setdefault(("@", name), []).append(source)
    several = {
        tuple(sources): f"@{key}" if kind == "@" else key
        for (kind, key), sources in groups.items()
        if len(sources) > 1 and (kind == "id" or len(ids.get(key, ())) <= 1)
    }
    return tuple(
        sorted(f"{name} ({', '.join(sources)})" for sources, name in several.items())
    )


def _differ(reports: Sequence[Report]) -> bool:
    """Whether a sign was held against one limit in a report and another in the next."""
    limits: dict[tuple[str, str], float] = {}
    for report in reports:
        for finding in report.patterns:
            for sign in finding.signs:
                key = finding.code, sign.name
                if limits.setdefault(key, sign.limit) != sign.limit:
                    return True
    return False
