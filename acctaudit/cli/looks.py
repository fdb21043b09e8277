"""Options of how a page is to look and what it may show, as one `look: Look`."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acctaudit.errors import UsageError, unknown_name
from acctaudit.render.look import LANGUAGES, Look

if TYPE_CHECKING:
    from collections.abc import Callable

_OPTIONS = (
    click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default="en",
        help="Language of the page; JSON is the same in every language.",
    ),
    click.option("--title", default="", metavar="TEXT", help="What stands above the page."),
    click.option(
        "--logo", default="", metavar="FILE", help="An image that stands above the page."
    ),
    click.option(
        "--accent",
        default="",
        metavar="COLOUR",
        help="Colour of links and small headings, such as #1a5fb4; refused if it could not"
        " be read.",
    ),
    click.option(
        "--template",
        "templates",
        default="",
        metavar="DIR",
        help="Folder of Jinja2 templates that replace or extend ours.",
    ),
    click.option("--no-text", is_flag=True, help="Leave out the texts of posts."),
    click.option(
        "--redact",
        default="",
        metavar="KINDS",
        help="Hide these everywhere: handles, urls, emails, phones (with commas between).",
    ),
    click.option(
        "--print-tables",
        is_flag=True,
        help="Print the numbers behind the pictures too.",
    ),
)


def looks(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a page's look, as one `look: Look`."""

    @wraps(command)
    def with_look(
        lang: str, title: str, no_text: bool, print_tables: bool, **given: Any
    ) -> None:
        look = Look(
            lang=lang,
            title=title,
            logo=_logo(given.pop("logo")),
            accent=_accent(given.pop("accent")),
            templates=_folder(given.pop("templates")),
            no_text=no_text,
            redact=_kinds(given.pop("redact")),
            print_tables=print_tables,
        )
        command(look=look, **given)

    for option in reversed(_OPTIONS):
        with_look = option(with_look)
    return with_look


def _logo(path: str) -> str:
    if not path:
        return ""
    from acctaudit.render.brand import logo

    return logo(path)


def _accent(colour: str) -> str:
    if not colour:
        return ""
    from acctaudit.render.brand import accent

    return accent(colour)


def _folder(path: str) -> str:
    if path and not any(Path(path).glob("*.j2")):
        raise UsageError(
            f"--template {path}: no template (*.j2) is in this folder; see docs/pages.md"
        )
    return path


def _kinds(given: str) -> tuple[str, ...]:
    """The kinds to hide, in the order of KINDS."""
    if not given:
        return ()
    from acctaudit.redact import KINDS

    wanted = [kind.strip() for kind in given.split(",") if kind.strip()]
    if not wanted:
        raise UsageError(f"--redact {given}: names nothing; choose of {', '.join(KINDS)}")
    for kind in wanted:
        if kind not in KINDS:
            raise unknown_name("kind for --redact", kind, KINDS)
    return tuple(kind for kind in KINDS if kind in wanted)
