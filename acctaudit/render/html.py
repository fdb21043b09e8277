"""The report as one HTML file that asks nobody for anything.

No request, no script, no inline style; a content security policy allows exactly the one
style sheet. Whatever a template prints passes `_printed`: cleaned, masked, then escaped.
"""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from hashlib import sha256
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING, Any

from acctaudit import safe, words
from acctaudit.render import books, charts, palette, prose, sections, vitals
from acctaudit.render.look import PLAIN, Look
from acctaudit.render.markup import Html, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.render.chart import Chart
    from acctaudit.render.sections import Line
    from acctaudit.report import Report

_DARK = "@media screen and (prefers-color-scheme:dark)"
"""Without `screen` the page would be printed dark."""
MAX_ROWS = 500
"""Longest table; the rest is in the JSON."""


def render(report: Report, look: Look = PLAIN) -> str:
    """The report as a complete HTML page, the same for the same report and look."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    page = Environment(
        loader=PackageLoader("acctaudit"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printed,
        keep_trailing_newline=True,
    )
    page.filters.update(day=words.day, number=words.number, prose=prose.html, slug=_slug)
    page.filters.update(capital=words.capital)
    page.globals.update(
        books=books,
        sections=sections,
        vitals=vitals,
        words=words,
        link=prose.link,
        url=safe.url,
    )
    page.globals.update(light=palette.LIGHT)
    css = _style()
    return page.get_template("report.html.j2").render(
        report=report,
        look=look,
        css=css,
        digest=b64encode(sha256(css.encode()).digest()).decode(),
        max_rows=MAX_ROWS,
        **_parts(report),
    )


def _parts(report: Report) -> dict[str, Any]:
    """What the template shows besides the report itself."""
    undecided, unfit = sections.undecided(report), sections.unfit(report)
    return {
        "who": _who(report),
        "fired": sections.fired(report),
        "clear": sections.clear(report),
        "undecided": undecided,
        "unfit": unfit,
        "open_count": sum(map(len, undecided.values())),
        "unfit_count": sum(map(len, unfit.values())),
        "life": charts.life(report),
        "mix": charts.mix(report),
        "bars": vitals.bars(report),
        "picture": partial(_picture, count(1)),
    }


def _who(report: Report) -> str:
    """The name on the page, or the handle where there is none."""
    handle = report.account.handle
    return report.account.name or (f"@{handle}" if handle else "Account without a name")


def _printed(value: object) -> object:
    """What a template may print: markup, or data without controls and addresses."""
    if hasattr(value, "__html__"):
        return value
    if value is None:
        raise TypeError("a template printed a value that is absent")
    return clean(str(value))


def _picture(numbers: Iterator[int], line: Line) -> Chart | None:
    """The picture of a comparison, with an identifier of its own."""
    against = f", {line.interval}" if line.interval else ""
    finding = f"{line.what}: {line.value}{against}; the limit is {line.limit}."
    return charts.sign_range(line.sign, f"range-{next(numbers)}", finding)


def _style() -> Html:
    """The style sheet with the colours of both themes before it."""
    light, dark = palette.tokens(palette.LIGHT), palette.tokens(palette.DARK)
    parts = (
        f":root{{{light}}}",
        f"{_DARK}{{:root{{color-scheme:dark;{dark}}}}}",
        palette.classes(),
        (files("acctaudit") / "templates" / "report.css").read_text("utf-8"),
        f"@media (forced-colors:active){{svg{{{light}}}}}",
    )
    return Html("\n".join(parts))


def _slug(value: str) -> str:
    """A value as part of an identifier: letters and digits."""
    return "".join(char for char in value.lower() if char.isascii() and char.isalnum())
