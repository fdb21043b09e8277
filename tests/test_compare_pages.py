"""The command `compare` and its pages: what they show, in every format and browser."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import msgspec
import pytest
from browser import RULES, WIDTH
from reports import CLAIM, VITALS, finding, healthy, make_report, metric
from test_compare import BRAND, brand, exits_with, other, report, saved, sign
from test_html import HOSTILE as PAGES_HOSTILE

from acctaudit.compare import ONE_ACCOUNT, SCHEMA, Comparison, compare
from acctaudit.render import FORMATS
from acctaudit.render.comparison import render
from acctaudit.render.look import Look
from acctaudit.report import Report
from acctaudit.retell import wording
from acctaudit.say import say
from acctaudit.words import count, number, percent

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.untraced

HOSTILE = (
    *PAGES_HOSTILE,
    "{{ 7 * 7 }} {first}",
    "a\x00b\x1b]52;c\x07c\ud83d",
    "W" * 400,
)


# The command


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (make_report().to_json()[:-300], "broken or cut off"),
        ('{"tool": {"name": "lighthouse"}}', "is no report of acctaudit"),
        (
            make_report().to_json().replace("acctaudit/report/1", "acctaudit/report/9"),
            "another schema",
        ),
        ('{"tool": {"name": "acctaudit"}, "schema": "acctaudit/report/1"}', "missing"),
        ('{"tool": {"name": ' + "[" * 100_000, "broken or cut off"),
        ("", "0.json"),
        ("[]", "0.json"),
    ],
)
def test_a_file_that_is_no_report_is_refused_in_one_line(
    content: str, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = saved(tmp_path, make_report(), make_report())
    Path(bad).write_text(content, encoding="utf-8")
    status, out, err = exits_with(capsys, "compare", bad, good)
    assert (status, out) == (2, "")
    assert problem in err
    assert len(err.splitlines()) == 1


def test_missing_files_and_standard_input_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (good,) = saved(tmp_path, make_report())
    for path in ("-", str(tmp_path / "absent.json")):
        status, out, err = exits_with(capsys, "compare", good, path)
        assert (status, out, len(err.splitlines())) == (2, "", 1)


def test_the_same_file_twice_is_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path,) = saved(tmp_path, make_report())
    status, out, err = exits_with(capsys, "compare", path, path)
    assert (status, err) == (0, "")
    assert "Nothing changed" in out


def test_all_files_are_written_or_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = saved(tmp_path, make_report(), make_report())
    files = [tmp_path / f"c{ending}" for ending in (".html", ".md", ".txt", ".json")]
    args = [arg for file in files for arg in ("-o", str(file))]
    status, out, err = exits_with(capsys, "compare", *paths, *args)
    assert (status, out) == (0, "")
    assert err.splitlines() == [f"wrote {file}" for file in files]
    assert all(file.stat().st_size > 500 for file in files)
    lost = "-o", str(tmp_path / "new.md"), "-o", str(tmp_path / "none" / "x.html")
    status, _, err = exits_with(capsys, "compare", *paths, *lost)
    assert (status, len(err.splitlines())) == (2, 1)
    assert not (tmp_path / "new.md").exists()
    status, _, err = exits_with(capsys, "compare", *paths, "-o", paths[0])
    assert status == 2
    assert Report.from_json(Path(paths[0]).read_text(encoding="utf-8")) == make_report()


def test_exports_are_audited_with_the_same_declarations(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = copy.deepcopy(brand())
    old["posts"] = old["posts"][:300]
    old["as_of"] = old["posts"][-1]["created_at"][:10]
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old), encoding="utf-8")
    args = ["compare", str(path), str(BRAND), "--archetype", "b2b", "-f", "json"]
    status, out, err = exits_with(capsys, *args)
    assert (status, err) == (0, "")
    found = Comparison.from_json(out)
    assert (found.kind, found.old.posts, found.new.posts) == (ONE_ACCOUNT, 300, 700)
    assert found.forced == []
    assert found.old.judged_as == found.new.judged_as


def test_a_report_and_an_export_of_the_same_account_are_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.json"
    assert exits_with(capsys, "report", str(BRAND), "-o", str(path))[0] == 0
    status, out, _ = exits_with(capsys, "compare", str(path), str(BRAND))
    assert status == 0
    assert "Nothing changed" in out


# The pages


def rescued() -> Report:
    """The account that failed, after somebody took care of it."""
    old = make_report()
    worst, second, *rest = [found for found in old.patterns if found.verdict == "fired"]
    signs = [replace(item, value=0.4, low=0.35, high=0.45) for item in worst.signs]
    fixed = replace(worst, verdict="clear", severity="info", signs=signs)
    lost = replace(second, verdict="not-measurable", reason="the texts are missing")
    known = [found for found in old.patterns if found.verdict != "fired"]
    talk = dict(old.metrics["conversation"])
    talk["reply_share"] = replace(talk["reply_share"], value=0.3, low=0.25, high=0.36)
    talk["repost_share"] = replace(talk["repost_share"], value=0.03)
    talk["broadcast_share"] = replace(talk["broadcast_share"], value=None, reason="none")
    return replace(
        old,
        as_of="2012-03-02",
        patterns=[fixed, lost, *rest, *known],
        metrics={**old.metrics, "conversation": talk},
        vitals=[replace(VITALS[0], score=60, low=55, high=65), *VITALS[1:]],
        claims=[replace(CLAIM, verdict="supported")],
        phases=old.phases[:1],
        account=replace(old.account, bio="We answer"),
    )


def two() -> Comparison:
    """An account that failed, and the same after somebody took care of it."""
    return compare(make_report(), rescued())


def test_the_json_keeps_its_shape_and_reads_back() -> None:
    found = two()
    text = found.to_json()
    schema = msgspec.json.schema(Comparison)
    jsonschema.validate(json.loads(text), schema)
    assert json.loads(text)["schema"] == SCHEMA
    assert Comparison.from_json(text).to_json() == text
    with pytest.raises(ValueError, match="not a comparison"):
        Comparison.from_json(text.replace(SCHEMA, "acctaudit/comparison/9"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_reports_give_the_same_text_also_from_their_json(name: str) -> None:
    found = two()
    old, new = (Report.from_json(made.to_json()) for made in (make_report(), rescued()))
    again = compare(old, new)
    assert render(found, name) == render(two(), name) == render(again, name)
    assert render(found, name) == render(Comparison.from_json(found.to_json()), name)


@pytest.mark.parametrize("name", ["html", "markdown", "terminal"])
def test_every_format_tells_what_changed(name: str) -> None:
    text = render(two(), name)
    for group in ("Gone", "Can no longer be judged", "Different for sure"):
        assert group in text
    assert two().headline in text
    gone, lost = (found.title for found in two().findings if found.sure)
    assert gone in text
    assert lost in text


def test_a_difference_that_may_be_chance_is_told_so_and_not_as_clear() -> None:
    low = compare(report("clear", sign(0.06)), report("fired", sign(0.029)))
    page = render(low, "html")
    assert "this could be chance" in page
    assert "No clear difference: the intervals overlap" in page
    assert "Clear difference" not in page


def hostile(text: str) -> Comparison:
    """Two reports in which every string that comes from outside is `text`."""
    bad = finding(
        "AA301", text, text, severity=text, says=text, reason=text,
        signs=[sign(0.01, name=text, unit=text, title=text, decides=text)],
    )  # fmt: skip
    figure = replace(
        metric(0.01), title=text, unit=text, window=text, definition=text, reason=text
    )
    base = make_report()
    card = replace(base.account, handle=text, name=text, bio=text, link=text, user_id=None)
    old = replace(
        base,
        account=card,
        as_of=text,
        intent=replace(base.intent, label=text, archetype=text, goals=[text]),
        intake=replace(base.intake, reader=text),
        verdict=replace(base.verdict, headline=text),
        metrics={text: {text: figure, "list": replace(figure, value=[text])}},
        patterns=[bad, replace(bad, code="AA302", verdict="not-measurable")],
        claims=[replace(CLAIM, statement=text, verdict=text, speaks_for=text)],
        vitals=[replace(VITALS[0], dimension=text, title=text, says=text)],
        phases=[replace(base.phases[0], name=text, says=text, start=text, end=text)],
        config_hash=text,
    )
    new = replace(
        old,
        account=replace(card, name=text + "2", bio="2"),
        metrics={
            text: {text: replace(figure, value=0.5), "list": replace(figure, value=[])}
        },
        patterns=[replace(bad, verdict="clear"), replace(bad, code="AA302", verdict=text)],
        claims=[replace(CLAIM, statement=text, verdict="supported")],
        phases=[],
        tool=replace(base.tool, version=text),
    )
    return compare(old, new)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    found = hostile(text)
    page = render(found, "html")
    tags = set(re.findall(r"<([a-z]+)", page))
    assert not tags & {"script", "img", "iframe", "object", "form"}
    assert not re.search(r"<[^>]*\son\w+=", page.replace("&#34;", "").replace("&quot;", ""))
    assert page.count("</style>") == page.count("<style") == 1
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f]", page)
    assert not re.search(r'href="(?!#|data:,)', page)
    for name in ("html", "markdown", "terminal"):
        shown = render(found, name)
        assert "\x1b" not in shown
        assert "jane.doe" not in shown
        assert "660 1234567" not in shown
    marked = re.sub("`[^`\n]*`", "", render(found, "markdown"))
    assert "<script" not in marked
    assert "<img" not in marked


def test_numbers_that_cannot_be_drawn_break_nothing() -> None:
    for value in (1e308, -1e308, 10**30, 0, -5):
        signs = sign(value, 0), sign(1.0, 0)
        found = compare(report("fired", signs[0]), report("fired", signs[1]))
        assert "nan" not in render(found, "html").lower().replace("financ", "")


def test_one_style_no_script_no_inline_style_and_the_policy_names_it() -> None:
    from base64 import b64encode
    from hashlib import sha256

    page = render(two(), "html")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert ".changes" in style[1]
    assert page.count("<style") == 1
    assert "<script" not in page
    assert not re.search(r"\sstyle=|\son\w+=", page)
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(page.encode()) < 300_000


def test_many_findings_stay_readable() -> None:
    found = finding("AA301", "x", "Loud", "fired", signs=[sign(0.01)])
    many = [replace(found, code=f"AA{at}") for at in range(3000)]
    page = render(
        compare(replace(report(), patterns=[]), replace(report(), patterns=many)), "html"
    )
    assert page.count('<article class="change"') == 60
    assert "… and 2,440 more in the JSON." in page


def test_title_accent_and_redaction_are_taken_from_the_look(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = render(two(), "html", Look(title="Agency & Sons", accent="#7a1f5c"))
    assert "Agency &amp; Sons" in page
    assert "--accent:#7a1f5c" in page
    old = make_report(account=replace(make_report().account, bio="ask @somebody"))
    paths = saved(tmp_path, old, make_report())
    status, out, _ = exits_with(capsys, "compare", *paths, "--redact", "handles")
    assert status == 0
    assert "@somebody" not in out
    assert "@[handle]" in out
    assert "@example_build" in out


def test_german_is_spoken_in_numbers_and_days() -> None:
    page = render(two(), "html", Look(lang="de"))
    assert '<html lang="de">' in page
    assert "2. März 2011" in page.replace("\u00a0", " ")


def in_german(found: Comparison) -> str:
    """The German text, the same from the JSON, without what keeps lines and marks apart."""
    texts = {
        render(made, "markdown", Look(lang="de"))
        for made in (found, Comparison.from_json(found.to_json()))
    }
    assert len(texts) == 1
    return texts.pop().replace("\u00a0", " ").replace("\\", "")


def test_german_is_spoken_in_what_was_forced_and_what_is_to_be_borne_in_mind() -> None:
    made = make_report()
    brand = replace(made.intent, archetype="b2c", label="a consumer brand", goals=["leads"])
    desk = replace(made.intent, archetype="care", label="a support desk", goals=[])
    archive = replace(made.intake, reader="the account's archive")
    old = replace(made, intent=brand, intake=archive)
    new = replace(made, intent=desk, as_of="2012-03-02")
    first, second = (Report.from_json(item.to_json()) for item in (old, new))
    for found in (compare(old, new), compare(first, second)):
        assert (len(found.forced), len(found.warnings)) == (2, 2)
        text = in_german(found)
        assert "als eine Verbrauchermarke, der andere als ein Support-Konto (" in text
        assert "verschieden: Anfragen und Aufträge und keine (" in text
        assert "(das Archiv des Kontos und " in text
        assert "Sie sind nicht unabhängig voneinander" in text
        for english in ("consumer brand", "support desk", "leads", "the account's"):
            assert english not in text


def test_german_is_spoken_in_the_answers_to_a_claim() -> None:
    says = say("{share} of the own posts answer somebody else.", share=percent(0.5))
    against = say("The longest silence was {days}.", days=count(7, "days"))
    claim = replace(CLAIM, speaks_for=says, speaks_against=against)
    old = make_report(claims=[claim])
    old = replace(old, wording=wording(old))
    new = replace(old, claims=[replace(claim, verdict="supported")])
    first, second = (Report.from_json(made.to_json()) for made in (old, new))
    for found in (compare(old, new), compare(first, second)):
        page = render(found, "html", Look(lang="de")).replace("\u00a0", " ")
        assert "antworten jemand anderem. Die längste Pause dauerte 7 Tage." in page
        assert "50 % der eigenen Posts" in page


def test_of_the_wording_only_texts_that_occur_are_kept() -> None:
    claim = say("{share} of them", share=say("{n} in all", n=number(5)))
    lost = say("Of {n} posts nothing is said here.", n=number(4711))
    old = make_report(
        as_of_source=lost, claims=[replace(CLAIM, speaks_for=claim, speaks_against="")]
    )
    old = replace(old, wording=wording(old))
    assert {"4,711", str(lost)} < set(old.wording)
    new = replace(old, claims=[replace(old.claims[0], verdict="supported")])
    found = compare(old, new)
    assert {"5 in all of them", "5 in all", "5"} < set(found.wording)
    assert not {"4,711", str(lost)} & set(found.wording)
    rest = replace(found, wording={}).to_json()
    parts = json.dumps([msgspec.to_builtins(how) for how in found.wording.values()])
    for text in found.wording:
        quoted = json.dumps(text)[1:-1]
        assert text in rest or quoted in rest or quoted in parts


@pytest.mark.parametrize("unit", ["share", "reactions"])
def test_two_values_that_differ_do_not_look_equal(unit: str) -> None:
    small = 0.003 if unit == "share" else 23
    both = small, small + 4e-5
    figures = [metric(value, unit, low=value, high=value) for value in both]
    old, new = (report(metrics={"conversation": {"reply": found}}) for found in figures)
    found = compare(old, new)
    assert "1 differ for sure" in found.more
    values = "0.300 % → 0.304 %" if unit == "share" else "23.00000 reactions → 23.00004"
    assert values in render(found, "terminal").replace("\u00a0", " ")
    for name in ("html", "markdown"):
        text = render(found, name).replace("\u00a0", " ")
        assert all(value in text for value in values.split(" → "))


def test_values_that_differ_by_arithmetic_alone_are_equal() -> None:
    figures = [metric(value, low=value, high=value) for value in (0.3, 0.1 + 0.2)]
    old, new = (report(metrics={"conversation": {"reply": found}}) for found in figures)
    assert compare(old, new).is_same()


def test_a_terminal_names_two_accounts_once() -> None:
    lines = render(compare(make_report(), other(make_report())), "terminal").splitlines()
    assert "Account: @example_build, @example_two" in lines


# In a browser


PAGES: dict[str, Callable[[], Comparison]] = {
    "one": two,
    "same": lambda: compare(make_report(), make_report()),
    "two": lambda: compare(make_report(), other(healthy())),
}


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(see: Any, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = see(render(PAGES[name](), "html"), color_scheme=scheme, bypass_csp=True)
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = axe.run(seen.page, options=options)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.browser
def test_axe_can_find_something(see: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = render(two(), "html").replace('<html lang="en">', "<html>")
    assert axe.run(see(page, bypass_csp=True).page).violations_count > 0


@pytest.mark.browser
@pytest.mark.parametrize("text", ["", *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_it_asks_for_nothing_runs_nothing_and_fits_every_width(see: Any, text: str) -> None:
    page = render(hostile(text) if text else two(), "html")
    seen = see(re.sub("<meta http-equiv[^\n]*", "", page) if text else page)
    for width in (320, 390, 640, 834, 1280):
        seen.page.set_viewport_size({"width": width, "height": 800})
        assert seen.page.evaluate(WIDTH) <= width
    assert seen.complaints == []


@pytest.mark.browser
def test_a_page_that_asks_runs_or_is_too_wide_would_be_seen(see: Any) -> None:
    page = re.sub("<meta http-equiv[^\n]*", "", render(two(), "html"))
    bad = "<script>alert(1)</script><pre>" + "W" * 400 + "</pre>"
    seen = see(
        page.replace("</main>", bad + "</main>"), viewport={"width": 390, "height": 800}
    )
    assert seen.page.evaluate(WIDTH) > 390
    assert seen.complaints == ["1"]


@pytest.mark.browser
def test_it_prints_in_light_on_a_few_pages(see: Any) -> None:
    seen = see(render(two(), "html"), color_scheme="dark")
    pages = len(re.findall(rb"/Type\s*/Page\b", seen.page.pdf(format="A4")))
    assert 0 < pages < 12
    seen.page.emulate_media(media="print", color_scheme="dark")
    body = "getComputedStyle(document.body).backgroundColor"
    assert seen.page.evaluate(body) == "rgb(255, 255, 255)"
    seen.page.emulate_media(media="screen", color_scheme="dark")
    assert seen.page.evaluate(body) != "rgb(255, 255, 255)"


@pytest.mark.browser
def test_the_pairs_keep_their_colours_without_the_style_sheet(see: Any) -> None:
    bare = re.sub("<style>.*?</style>", "", render(two(), "html"), flags=re.DOTALL)
    dot = see(bare).page.locator("svg.pair circle[fill='#2b5a86']").first
    fill = "shape => getComputedStyle(shape).fill"
    assert dot.evaluate(fill) == "rgb(43, 90, 134)"
