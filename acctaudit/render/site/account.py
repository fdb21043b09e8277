"""The report of one account as a page of a site: with the way back to the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.render import books, chapters, sections, shown, vitals
from acctaudit.render.html import _parts, environment, style
from acctaudit.render.site.told import usable

if TYPE_CHECKING:
    from acctaudit.render.look import Look
    from acctaudit.report import Report

_TEMPLATE = """{% extends "report.html.j2" %}
{% block brand %}
  <p class="eyebrow"><a href="../index.html">{{ _("All accounts") }}</a></p>
{{ super() }}
{% endblock %}
"""


def page(report: Report, look: Look) -> str:
    """The ordinary page of a report, in its language and without what is to be hidden."""
    with shown(report, look, "html") as told, usable(look):
        made = environment(look)
        made.globals.update(books=books, chapters=chapters, sections=sections)
        made.globals.update(vitals=vitals)
        return made.from_string(_TEMPLATE).render(
            report=told, look=look, **style(look), **_parts(told)
        )
