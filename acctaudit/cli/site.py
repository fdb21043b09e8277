"""`acctaudit site`: a static site of many accounts."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.cli.declared import Declared, declares
from acctaudit.cli.inputs import Inputs, reads_accounts, refuse_outputs
from acctaudit.cli.looks import looks
from acctaudit.errors import InputError, UsageError
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from acctaudit.render.look import Look
    from acctaudit.site.building import Outcome

_ON_CI = "CI"
"""Set to anything by all that build by themselves."""


@click.command("site")
@reads_accounts
@declares
@looks
@click.option(
    "-o", "--output", required=True, metavar="DIR", help="Folder for the site; made if new."
)
@click.option(
    "--each-author",
    is_flag=True,
    help="The files are tables of posts of many accounts: a page for each author.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=None,
    metavar="N",
    help="Processes that work at the same time; as many as there are processors.",
)
def command(  # noqa: PLR0913  # each is an option of its own
    inputs: Inputs,
    declared: Declared,
    look: Look,
    output: str,
    jobs: int | None,
    *,
    each_author: bool,
) -> None:
    """A static site of many accounts: an index, a page each, and how they spread.

    SOURCES are exports, reports in JSON, folders of them, or patterns such as
    'exports/*.zip'. A folder that is one unpacked archive is one account; any other stands
    for the exports in it. What has not changed is not made again. The folder can be put on
    any server, or opened from the disk: its pages ask nobody for anything.
    """
    _refuse(output, inputs.exports)
    settings = declared.settings()
    options = declared.options(settings)
    domains = settings.values.get("own_domains")
    from acctaudit.site.building import Run, build
    from acctaudit.site.making import Plan
    from acctaudit.site.sources import found

    plan = Plan(
        how=inputs.how(),
        as_of=inputs.day(),
        own_domains=inputs.own_domains
        or (tuple(domains) if isinstance(domains, list) else ()),
        max_quarantine=inputs.max_quarantine / 100,
        options=options,
        look=look,
    )
    there = found(inputs.exports, plan.how, Path(output))
    _tell(there.skipped)
    workers = jobs or os.cpu_count() or 1
    run = Run(Path(output), there.sources, plan, each_author, workers, _watch)
    _conclude(build(run), output)


def _refuse(output: str, exports: tuple[str, ...]) -> None:
    """UsageError for a folder in an export; one beside the exports of a folder is none."""
    from acctaudit.site.sources import is_archive

    if Path(output).is_symlink() and not Path(output).exists():
        raise UsageError(f"{output}: is a link that leads nowhere; name another folder")
    beside = Path(os.path.realpath(output)).parent
    inside = [
        export
        for export in exports
        if Path(export).exists()
        if Path(os.path.realpath(export)) != beside or is_archive(Path(export))
    ]
    refuse_outputs([output], tuple(inside))


def _conclude(outcome: Outcome, output: str) -> None:
    """Say what came of it; an error if not even one account was made."""
    _tell(outcome.remarks)
    _tell(outcome.errors.values())
    name = output.rstrip("/") or output
    accounts = "1 account" if outcome.accounts == 1 else f"{outcome.accounts:,} accounts"
    click.echo(
        terminal(
            f"wrote {name}/: {accounts} ({outcome.new:,} new,"
            f" {outcome.unchanged:,} unchanged, {len(outcome.errors):,} failed)"
        ),
        err=True,
    )
    if not outcome.accounts:
        raise InputError(f"{output}: none of the accounts could be read")


def _tell(lines: Any) -> None:
    for line in lines:
        click.echo(terminal(line), err=True)


def _watch(count: int) -> AbstractContextManager[Callable[[int], None]]:
    """A bar on standard error, for somebody who looks at it."""
    if not sys.stderr.isatty() or os.environ.get(_ON_CI):
        return nullcontext(lambda _: None)
    return _bar(count)


@contextmanager
def _bar(count: int) -> Iterator[Callable[[int], None]]:
    with click.progressbar(
        length=count, label="accounts", show_pos=True, file=sys.stderr
    ) as bar:
        yield bar.update
