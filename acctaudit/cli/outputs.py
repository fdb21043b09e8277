"""Options of what is written where, as one `outputs: Outputs`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.errors import UsageError
from acctaudit.render import placed
from acctaudit.safe import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from acctaudit.render.screen import Screen


@dataclass(frozen=True)
class Outputs:
    """Files to write by their format, and the format to print, if any."""

    files: dict[str, str]
    printed: str | None
    color: str

    def asked(self) -> set[str]:
        """Every format that is asked for."""
        return {*self.files.values(), *([self.printed] if self.printed else [])}

    def write(self, render: Callable[[str], str]) -> None:
        """Render everything first, then write everything: all files or none."""
        if not self.files:
            return
        from acctaudit.write import write_all

        made = {name: render(name) for name in dict.fromkeys(self.files.values())}
        write_all({Path(path): made[name] for path, name in self.files.items()})
        for path in self.files:
            click.echo(terminal(f"wrote {path}"), err=True)

    def print(self, render: Callable[[str, Screen], str]) -> None:
        """The result, and nothing else, on standard output."""
        if self.printed is None:
            return
        from acctaudit.render.screen import Screen

        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace")
        sys.stdout.write(render(self.printed, Screen.of(sys.stdout, self.color)))


def writes(
    formats: Mapping[str, str | None],
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of its outputs, as one `outputs: Outputs`.

    `formats` are those it can write, each with the file ending that chooses it, if any.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def with_outputs(
            format_name: str | None, paths: tuple[str, ...], color: str, **given: Any
        ) -> None:
            files = _distinct([placed(path, formats) for path in paths])
            printed = format_name or (None if files else "terminal")
            if printed and sys.stdout is None:
                raise UsageError("standard output is closed: write files with -o")
            command(outputs=Outputs(files, printed, color), **given)

        for option in reversed(_options(formats)):
            with_outputs = option(with_outputs)
        return with_outputs

    return decorate


def _distinct(placed: list[tuple[str, str]]) -> dict[str, str]:
    """Formats by path; UsageError where two would write the same file."""
    targets = [Path(path).resolve() for path, _ in placed]
    for at, (path, _) in enumerate(placed):
        if targets[at] in targets[:at]:
            raise UsageError(f"{path}: two outputs would write this file; name another")
    return dict(placed)


def _options(formats: Mapping[str, str | None]) -> tuple[Callable[..., Any], ...]:
    endings = " ".join(ending for ending in formats.values() if ending)
    return (
        click.option(
            "-f",
            "--format",
            "format_name",
            type=click.Choice(sorted(formats)),
            help="What to print; terminal unless files are written with -o.",
        ),
        click.option(
            "-o",
            "--output",
            "paths",
            multiple=True,
            type=click.Path(),
            metavar="FILE",
            help=f"Write a file; its ending chooses the format ({endings}), or write"
            " FORMAT=FILE. Repeatable.",
        ),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            help="Colour on the terminal.",
        ),
    )
