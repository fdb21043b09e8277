"""A page in somebody's colours: logo, accent, title, templates; and what is refused."""

from __future__ import annotations

import re
import struct
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

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

PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
    "RU5ErkJggg=="
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
)


JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00\xff\xda\x00\x02\x00\xff\xd9"
)
GIF = (
    b"GIF89a\x01\x00\x01\x00\x00\x00\x00"
    b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01\x00\x00;"
)
EXTENDS = '{% extends "ours/report.html.j2" %}'
WEBP = b"RIFF" + struct.pack("<I", 16) + b"WEBPVP8 " + struct.pack("<I", 4) + bytes(4)
DRAWN = (
    b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
    b' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><!-- drawn -->' + SVG
)
ENTITIES = b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG
CLI = "samples/tiny.json"
ROOT = Path(__file__).parents[1]


def used(template: str, folder: Path) -> Look:
    """A look with a page's template of one's own."""
    (folder / "report.html.j2").write_text(template, encoding="utf-8")
    return Look(templates=str(folder))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (PNG, "image/png"),
        (SVG, "image/svg+xml"),
        (DRAWN, "image/svg+xml"),
        (
            DRAWN.decode().replace('<?xml version="1.0"?>', "").encode("utf-16"),
            "image/svg+xml",
        ),
        (JPEG, "image/jpeg"),
        (GIF, "image/gif"),
        (WEBP, "image/webp"),
    ],
)
def test_an_image_is_known_by_what_is_in_it(raw: bytes, kind: str, tmp_path: Path) -> None:
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
        PNG[:4],
    ],
)
def test_what_is_not_an_image_is_refused(raw: bytes, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(raw)
    with pytest.raises(UsageError, match=r"logo\.png: not an image; use PNG"):
        logo(str(file))


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\xff\xd8\xffjunk", "JPEG"),
        (JPEG[:-2], "JPEG"),
        (JPEG[:20] + b"\xff\xd9", "JPEG"),
        (PNG[:-8], "PNG"),
        (PNG[:8] + bytes(30), "PNG"),
        (GIF[:-1], "GIF"),
        (b"GIF89a;", "GIF"),
        (WEBP[:-1], "WEBP"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "WEBP"),
    ],
)
def test_a_broken_image_is_refused(raw: bytes, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "logo"
    file.write_bytes(raw)
    with pytest.raises(UsageError, match=f"this {kind} image is cut off or broken"):
        logo(str(file))


@pytest.mark.parametrize("raw", [ENTITIES, ENTITIES.decode().encode("utf-16")])
def test_a_drawing_that_declares_entities_is_refused_for_that(
    raw: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "logo.svg"
    file.write_bytes(raw)
    with pytest.raises(UsageError, match=r"declares entities.*plain SVG"):
        logo(str(file))


def test_the_largest_logo_comes_onto_the_page_whole(tmp_path: Path) -> None:
    file = tmp_path / "logo.gif"
    file.write_bytes(GIF[:-1] + bytes(range(256)) * 500 + b";")
    image = logo(str(file))
    assert f'src="{image}"' in render(make_report(), "html", Look(logo=image))


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


def test_a_title_stands_above_and_a_logo_bears_it() -> None:
    page = render(make_report(), "html", Look(title="Audit by <Us>"))
    assert "<bdi>Audit by &lt;Us&gt;</bdi>" in page
    assert "Account post-mortem" not in page
    image = "data:image/png;base64,AAAA"
    page = render(make_report(), "html", Look(title="Audit by <Us>", logo=image))
    assert f'<img class="logo" src="{image}" alt="Audit by &lt;Us&gt;">' in page


def test_an_accent_colours_both_themes() -> None:
    page = render(make_report(), "html", Look(accent="#7a1f5c"))
    light, dark = page.split("prefers-color-scheme:dark", 1)
    assert "--accent:#7a1f5c;" in light
    assert f"--accent:{for_dark('#7a1f5c')};" in dark.split("}", 1)[0]


def test_the_page_names_its_language_and_prints_tables_on_demand() -> None:
    page = render(make_report(), "html", Look(lang="de", print_tables=True))
    assert '<html lang="de">' in page
    assert '<body class="print-tables">' in page
    assert "<body>" in render(make_report(), "html")


def test_a_template_of_ones_own_replaces_a_block(tmp_path: Path) -> None:
    own = EXTENDS + "{% block footer %}<p>Of Us & Co</p>{% endblock %}"
    page = render(make_report(), "html", used(own, tmp_path))
    assert "<p>Of Us & Co</p>" in page
    assert "nothing was looked up online" not in page
    assert "Content-Security-Policy" in page
    assert '<article class="finding"' in page


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("{% block %}", 1, "expected token"),
        ("\n{{ nobody }}", 2, "'nobody' is undefined; use a name"),
        ('{% include "none.j2" %}', 1, "there is no template none.j2; put it"),
        ("{{ report.account.name }}", 1, r"absent \(None\).*only where it is there"),
        ('{% extends "report.html.j2" %}', 1, "itself without end.*ours/NAME"),
        ("\n\n{{ 1/0 }}", 3, "ZeroDivisionError: division by zero"),
        ('{{ "x" + 1 }}', 1, "TypeError"),
        ("{{ report | nofilter }}", 1, "nofilter"),
        (
            EXTENDS + "\n{% block life %}{{ report.no }}{% endblock %}",
            2,
            "no attribute 'no'",
        ),
    ],
)
def test_a_mistake_in_a_template_is_one_line_with_its_place(
    template: str, line: int, says: str, tmp_path: Path
) -> None:
    report = make_report()
    report = replace(report, account=replace(report.account, name=None))
    with pytest.raises(UsageError, match=says) as error:
        render(report, "html", used(template, tmp_path))
    assert f"{tmp_path}/report.html.j2, line {line}: " in str(error.value)
    assert "\n" not in str(error.value)


def test_a_template_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_bytes(b"a\nb\xff")
    with pytest.raises(UsageError, match=r"report\.html\.j2, line 2: it is not in UTF-8"):
        render(make_report(), "html", Look(templates=str(tmp_path)))


def test_a_mistake_in_a_macro_is_placed_in_the_users_file(tmp_path: Path) -> None:
    (tmp_path / "parts.html.j2").write_text("{% macro data(x) %}{{ x/0 }}{% endmacro %}")
    with pytest.raises(UsageError, match=r"parts\.html\.j2, line 1"):
        render(make_report(), "html", Look(templates=str(tmp_path)))


def test_a_mistake_of_ours_is_no_mistake_of_the_user() -> None:
    broken = replace(make_report(), account=None)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        render(broken, "html", Look())


def test_a_broken_template_writes_nothing(tmp_path: Path) -> None:
    used("{% block %}", tmp_path)
    out = tmp_path / "out.html"
    done = CliRunner().invoke(
        main, ["report", CLI, "-o", str(out), "--template", str(tmp_path)]
    )
    assert isinstance(done.exception, UsageError)
    assert not out.exists()


def test_every_block_of_the_page_is_documented() -> None:
    template = (ROOT / "acctaudit/templates/report.html.j2").read_text(encoding="utf-8")
    blocks = re.findall(r"{% block (\w+) %}", template)
    told = (ROOT / "docs/pages.md").read_text(encoding="utf-8")
    assert len(blocks) > 8
    assert [name for name in blocks if f"`{name}`" not in told] == []


def test_every_page_of_the_docs_that_a_message_names_is_there() -> None:
    named = {
        page
        for file in (ROOT / "acctaudit").rglob("*.py")
        for page in re.findall(r"\bdocs/[\w/.-]+\.md", file.read_text(encoding="utf-8"))
    }
    assert "docs/pages.md" in named
    assert [page for page in named if not (ROOT / page).is_file()] == []


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--redact", "hands"], "did you mean 'handles'"),
        (["--redact", ","], "names nothing; choose of handles"),
        (["--template", "samples"], "no template"),
        (["--accent", "#eee"], "contrast"),
        (["--logo", "README.md"], "not an image"),
    ],
)
def test_wrong_options_name_the_remedy(options: list[str], says: str) -> None:
    done = CliRunner().invoke(main, ["report", CLI, *options])
    assert isinstance(done.exception, UsageError)
    assert says in str(done.exception)
