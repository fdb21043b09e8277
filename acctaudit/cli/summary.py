"""The summary of a step, which GitHub shows below a run."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acctaudit.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.cli.outputs import Outputs
    from acctaudit.gate.data import Check

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file; GitHub sets it, and refuses one of more than LARGEST bytes."""
LARGEST = 1_048_576


@contextmanager
def summarised(check: Check | None, outputs: Outputs) -> Iterator[None]:
    """Add to the summary when everything else is written, if `github` is asked for.

    InputError for a summary that cannot be opened, before anything is written.
    """
    name = os.environ.get(SUMMARY)
    if check is None or not name or "github" not in outputs.asked():
        yield
        return
    from acctaudit.render.gate.github import summary

    text = summary(check).encode()
    with _told(name), Path(name).open("ab") as file:
        yield
        if file.tell() + len(text) <= LARGEST:
            file.write(text)
        else:
            click.echo("the summary of this step is full: nothing is added", err=True)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Say in one line which file cannot be added to, and what to do about it."""
    try:
        yield
    except OSError as error:
        if error.filename not in {None, name}:
            raise
        raise InputError(
            f"{name}: the summary cannot be added to ({error.strerror}); mend {SUMMARY},"
            " or leave it empty"
        ) from None
