"""The report of one account as a page of a site: with the way back to the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.render import html, shown

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
    with shown(report, look, "html") as told:
        return html.render(told, look, _TEMPLATE)
