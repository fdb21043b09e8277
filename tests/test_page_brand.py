"""The HTML report in somebody else's brand: title, logo, accent colour, templates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from reports import make_report

from acctaudit.errors import UsageError
from acctaudit.render.html import render
from acctaudit.render.look import Look

if TYPE_CHECKING:
    from pathlib import Path

PNG = "data:image/png;base64,iVBORw0KGgo="


def test_a_title_stands_above_and_a_logo_bears_it() -> None:
    page = render(make_report(), Look(title="Example Agency"))
    assert "<bdi>Example Agency</bdi>" in page
    assert "Account post-mortem" not in page
    page = render(make_report(), Look(title="Example Agency", logo=PNG))
    assert f'<img class="logo" src="{PNG}" alt="Example Agency">' in page


def test_an_accent_colours_both_themes() -> None:
    page = render(make_report(), Look(accent="#7a1f5c"))
    assert re.findall("--accent:(#[0-9a-f]{6});", page)[:2] == ["#0d5966", "#7a1f5c"]
    dark = page.split("prefers-color-scheme:dark", 1)[1].split("}", 1)[0]
    assert re.findall("--accent:(#[0-9a-f]{6});", dark)[1] not in {"#7a1f5c", "#74c3d1"}


def test_a_block_can_be_replaced(tmp_path: Path) -> None:
    own = '{% extends "ours/report.html.j2" %}{% block footer %}<p>By us</p>{% endblock %}'
    (tmp_path / "report.html.j2").write_text(own, encoding="utf-8")
    page = render(make_report(), Look(templates=str(tmp_path)))
    assert "<p>By us</p>" in page
    assert "nothing was looked up online" not in page
    assert '<article class="finding"' in page


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% block %}", "line 1"),
        ("\n{{ nobody }}", "'nobody' is undefined"),
        ('{% extends "nothing.j2" %}', "nothing.j2"),
    ],
)
def test_a_broken_template_is_one_line(tmp_path: Path, template: str, said: str) -> None:
    (tmp_path / "report.html.j2").write_text(template, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        render(make_report(), Look(templates=str(tmp_path)))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_page_names_its_language_and_prints_tables_on_demand() -> None:
    assert '<html lang="de">' in render(make_report(), Look(lang="de"))
    assert "<body>" in render(make_report())
    page = render(make_report(), Look(print_tables=True))
    assert '<body class="print-tables">' in page
