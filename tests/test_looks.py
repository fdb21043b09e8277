"""A page in somebody's colours: logo, accent, title, templates; and what is refused."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from reports import make_report

from acctaudit.cli import main
from acctaudit.errors import UsageError
from acctaudit.render import render
from acctaudit.render.brand import MAX_LOGO, accent, for_dark, logo
from acctaudit.render.look import Look
from acctaudit.render.palette import DARK, GROUNDS, LIGHT, contrast

if TYPE_CHECKING:
    from pathlib import Path

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
    "RU5ErkJggg=="
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (PNG, "image/png"),
        (SVG, "image/svg+xml"),
        (b"\xff\xd8\xff\xe0 jpeg", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    ],
)
def test_an_image_is_known_by_its_first_bytes(
    raw: bytes, kind: str, tmp_path: Path
) -> None:
    file = tmp_path / "logo.dat"
    file.write_bytes(raw)
    head, _, data = logo(str(file)).partition(",")
    assert head == f"data:{kind};base64"
    assert b64decode(data) == raw


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not an image",
        b"<html><script>alert(1)</script></html>",
        b"<svg><path/></svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg'",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
        PNG[:4],
    ],
)
def test_what_is_not_an_image_is_refused(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(raw)
    with pytest.raises(UsageError, match=r"logo\.png: not an image; use PNG"):
        logo(str(file))


def test_a_large_or_absent_image_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(PNG + bytes(MAX_LOGO))
    with pytest.raises(UsageError, match="are too many"):
        logo(str(file))
    with pytest.raises(UsageError, match="No such file"):
        logo(str(tmp_path / "none.png"))


@pytest.mark.parametrize(
    ("given_", "made"), [("#1a5fb4", "#1a5fb4"), ("1A5FB4", "#1a5fb4"), ("#027", "#002277")]
)
def test_a_colour_that_reads_is_taken(given_: str, made: str) -> None:
    assert accent(given_) == made


@pytest.mark.parametrize("pale", ["#ff8800", "#ffffff", "#ccc", "#3fa0ff"])
def test_a_colour_that_cannot_be_read_is_refused(pale: str) -> None:
    with pytest.raises(UsageError, match=r"contrast on the page is \d+\.\d:1"):
        accent(pale)


@pytest.mark.parametrize("no", ["", "red", "#12", "#12345g", "#1234567", "url(x)"])
def test_what_is_no_colour_is_refused(no: str) -> None:
    with pytest.raises(UsageError, match="not a colour"):
        accent(no)


@given(st.integers(0, 0xFFFFFF))
def test_whatever_is_taken_reads_in_both_themes(number: int) -> None:
    try:
        light = accent(f"{number:06x}")
    except UsageError:
        return
    dark = for_dark(light)
    assert min(contrast(light, LIGHT[ground]) for ground in GROUNDS) >= 4.5
    assert min(contrast(dark, DARK[ground]) for ground in GROUNDS) >= 4.5


def test_title_logo_and_colour_are_on_the_page() -> None:
    look = Look(title="Audit by <Us>", logo="data:image/png;base64,AAAA", accent="#1a5fb4")
    page = render(make_report(), "html", look)
    assert "Audit by &lt;Us&gt;" in page
    assert "<img" in page
    assert "data:image/png;base64,AAAA" in page
    assert "--accent:#1a5fb4" in page
    assert f"--accent:{for_dark('#1a5fb4')}" in page


def test_a_template_of_ones_own_replaces_a_block(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text(
        '{% extends "ours/report.html.j2" %}{% block footer %}<footer>Of Us & Co</footer>'
        "{% endblock %}"
    )
    page = render(make_report(), "html", Look(templates=str(tmp_path)))
    assert "<footer>Of Us & Co</footer>" in page
    assert "Content-Security-Policy" in page


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{% block %}", "report.html.j2, line 1"),
        ("{{ nothing.at.all }}", "nothing"),
        ('{% include "none.j2" %}', "none.j2"),
    ],
)
def test_a_broken_template_is_one_line_and_writes_nothing(
    template: str, says: str, tmp_path: Path
) -> None:
    (tmp_path / "report.html.j2").write_text(template)
    out = tmp_path / "out.html"
    with pytest.raises(UsageError, match=says) as error:
        main.main(
            [
                *("report", "samples/tiny.json", "-o", str(out)),
                *("--template", str(tmp_path)),
            ],
            standalone_mode=False,
        )
    assert "\n" not in str(error.value)
    assert not out.exists()


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--redact", "hands"], "did you mean 'handles'"),
        (["--template", "samples"], "no template"),
        (["--accent", "#eee"], "contrast"),
        (["--logo", "README.md"], "not an image"),
    ],
)
def test_wrong_options_name_the_remedy(options: list[str], says: str) -> None:
    done = CliRunner().invoke(main, ["report", "samples/tiny.json", *options])
    assert isinstance(done.exception, UsageError)
    assert says in str(done.exception)
