"""The comparison as one HTML file, with the look and the safety of the report's page."""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render.comparison import figures, parts, picture, rows
from acctaudit.render.look import PLAIN, Look
from acctaudit.render.pages import environment, guarded, slug, style
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.compare import Comparison, VitalChange
    from acctaudit.render.comparison.rows import Row, Shown
    from acctaudit.render.markup import Html


def render(comparison: Comparison, look: Look = PLAIN) -> str:
    """The comparison as a complete HTML page, the same for the same reports and look.

    UsageError for a template of the user's folder that cannot be used.
    """
    page = environment(look, parts=parts, figures=figures, signs=rows.signs)
    with guarded(look):
        return page.get_template("comparison.html.j2").render(
            of=comparison,
            look=look,
            groups=parts.groups(comparison),
            sure_figures=figures.figures(comparison, clear=True),
            open_figures=figures.figures(comparison, clear=False),
            amounts=figures.amounts(comparison),
            gaps=figures.gaps(comparison),
            sign_picture=partial(_sign_picture, count(1), comparison),
            vital_picture=partial(_vital_picture, comparison),
            ring=picture.key(hollow=True),
            dot=picture.key(hollow=False),
            **style(look, _own_style()),
        )


def _own_style() -> str:
    """The rules that only this page needs."""
    return (files("acctaudit") / "templates" / "comparison.css").read_text("utf-8")


def _sign_picture(numbers: Iterator[int], of: Comparison, row: Row) -> Html | None:
    """The two values of a row on one scale, with an identifier of its own."""
    finding = say(
        "{title}: {old} ({first}), {new} ({second}). {sure}.",
        title=row.title,
        old=_with_interval(row.old),
        first=of.old.label,
        new=_with_interval(row.new),
        second=of.new.label,
        sure=words.capital(row.sure),
    )
    key = f"pair-{next(numbers)}"
    return picture.pair(row.pair, key, finding, limit=row.limit, zone=row.zone)


def _with_interval(shown: Shown) -> str:
    if not shown.interval:
        return shown.value
    return say("{value} ({interval})", value=shown.value, interval=shown.interval)


def _vital_picture(of: Comparison, vital: VitalChange) -> Html | None:
    """The two bars of a dimension on one scale."""
    finding = say(
        "{title}: {old} ({first}), {new} ({second}). {sure}.",
        title=vital.title,
        old=figures.vital_score(vital.pair.old),
        first=of.old.label,
        new=figures.vital_score(vital.pair.new),
        second=of.new.label,
        sure=words.capital(figures.vital_outcome(vital.pair, of)),
    )
    return picture.pair(vital.pair, f"vital-{slug(vital.dimension)}", finding)
