"""Options of what is written where, as one `outputs: Outputs`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.render import FORMATS, format_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.render.screen import Screen


@dataclass(frozen=True)
class Outputs:
    """Files to write by their format, and the format to print, if any."""

    files: dict[str, str]
    printed: str | None
    color: str

    def write(self, render: Callable[[str], str]) -> None:
        """Render everything first, then write everything: all files or none."""
        if not self.files:
            return
        from acctaudit.write import write_all

        made = {name: render(name) for name in dict.fromkeys(self.files.values())}
        write_all({Path(path): made[name] for path, name in self.files.items()})
        for path in self.files:
            click.echo(f"wrote {path}", err=True)

    def print(self, render: Callable[[str, Screen], str]) -> None:
        """The result, and nothing else, on standard output."""
        if self.printed is None:
            return
        from acctaudit.render.screen import Screen

        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        sys.stdout.write(render(self.printed, Screen.of(sys.stdout, self.color)))


_OPTIONS = (
    click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice(sorted(FORMATS)),
        help="What to print; terminal unless files are written with -o.",
    ),
    click.option(
        "-o",
        "--output",
        "paths",
        multiple=True,
        metavar="FILE",
        help="Write a file; its ending chooses the format (.html .json .md .txt)."
        " Repeatable.",
    ),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colour on the terminal.",
    ),
)


def writes(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of its outputs, as one `outputs: Outputs`."""

    @wraps(command)
    def with_outputs(
        format_name: str | None, paths: tuple[str, ...], color: str, **given: Any
    ) -> None:
        files = {path: format_of(path) for path in paths}
        printed = format_name or (None if files else "terminal")
        command(outputs=Outputs(files, printed, color), **given)

    for option in reversed(_OPTIONS):
        with_outputs = option(with_outputs)
    return with_outputs
