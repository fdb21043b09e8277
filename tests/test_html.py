"""The HTML report: self-contained, escaped, and seen in a real browser."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from reports import EVERY, finding, healthy, make_report

from acctaudit.render.html import render
from acctaudit.report import Evidence, Priority, Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTLED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))"
"""Two turns of the page's own clock after it was loaded: what it reports has arrived."""
HOSTILE = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "</style><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202eevil\u202c \u2066x\u2069",
    "e" + "\u0301" * 5000,
    "{{ 7 * 7 }} {% raw %}",
    "</script><!-- ]]> -->",
    "a\x00b\x1bc\ud83d",
    "write to jane.doe@example.org or +43 660 1234567",
)


def hostile(text: str) -> Report:
    """A report in which every string that comes from outside is `text`."""
    report = make_report()
    bad = finding(
        text,
        text,
        text,
        severity=text,
        says=text,
        matters=f"[{text}]({text})\n\n- {text}\n- `{text}`",
        remedy=f"[x](javascript:alert(1)) {text}",
        base_rate=text,
        evidence=[Evidence(text, text, text, text), Evidence("1", text, None, None)],
        signs=[
            replace(sign, name=text, unit=text, direction=text, decides=text, reason=text)
            for sign in report.patterns[1].signs
        ],
    )
    metrics = {
        text: {
            text: replace(
                report.metrics["conversation"]["reply_share"],
                value=text,
                title=text,
                unit=text,
                window=text,
                definition=text,
                start=text,
                end=text,
            )
        }
    }
    return replace(
        report,
        account=replace(report.account, handle=text, name=text),
        as_of=text,
        as_of_source=text,
        intent=replace(report.intent, label=text, because=text, goals=[text]),
        verdict=replace(
            report.verdict,
            headline=text,
            us=[text],
            others=[text],
            unknown=[text],
            first=[Priority("AA999", text, text, text, text)],
            coverage=text,
        ),
        intake=replace(
            report.intake,
            reader=text,
            remarks=[text],
            files=[replace(report.intake.files[0], name=text, holds=text, sha256=text)],
            set_aside=[replace(report.intake.set_aside[0], reason=text, places=[text])],
        ),
        availability=[
            replace(report.availability[0], question=text, status=text, why=text, get=text)
        ],
        metrics=metrics,
        patterns=[
            bad,
            replace(bad, verdict="clear"),
            replace(bad, verdict="not-measurable", reason=text),
            replace(bad, verdict="not-applicable", reason=text),
        ],
        life=replace(
            report.life,
            events=[replace(event, label=text, kind=text) for event in report.life.events],
        ),
        config_hash=text,
    )


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.mark.parametrize("name", EVERY)
def test_one_style_no_script_no_inline_style_no_handler(name: str) -> None:
    page = render(EVERY[name]())
    assert page.count("<style") == 1
    assert "<script" not in page
    assert not re.search(r"\sstyle=", page)
    assert not re.search(r"\son\w+=", page)


@pytest.mark.parametrize("name", EVERY)
def test_the_same_report_gives_the_same_page(name: str) -> None:
    report = EVERY[name]()
    assert render(report) == render(report) == render(Report.from_json(report.to_json()))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    page = render(hostile(text))
    tags = Tags(page)
    assert not {"script", "img", "iframe", "object", "form"} & {
        tag for tag, _ in tags.found
    }
    for _, attributes in tags.found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert attributes.get("href", "#").startswith(
            ("https://", "http://", "#", "data:,")
        )
    assert page.count("</style>") == 1
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f]", page)
    assert "jane.doe" not in page
    assert "660 1234567" not in page


def test_a_template_in_the_data_is_not_run() -> None:
    assert "{{ 7 * 7 }}" in render(hostile("{{ 7 * 7 }}"))


def test_the_policy_is_the_first_thing_after_the_charset_and_names_the_style() -> None:
    from base64 import b64encode
    from hashlib import sha256

    page = render(make_report())
    head = page.split("<head>\n", 1)[1].splitlines()
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert head[0] == '<meta charset="utf-8">'
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in head[1]


def test_five_years_stay_below_300_kb() -> None:
    assert len(render(healthy()).encode()) < 300_000


def test_every_address_leads_out_without_telling_from_where() -> None:
    page = render(make_report())
    links = re.findall(r'<a [^>]*href="http[^>]*>', page)
    assert links
    assert all('rel="noreferrer noopener"' in link for link in links)
    assert 'name="referrer" content="no-referrer"' in page
    assert 'name="robots" content="noindex' in page


def test_identifiers_are_unique_and_headings_do_not_skip() -> None:
    page = render(make_report())
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert all(below <= level + 1 for level, below in pairwise(levels))


def test_findings_stand_worst_first_with_word_and_basis() -> None:
    page = render(make_report())
    order = [page.index(f'id="{code}"') for code in ("aa202", "aa301", "aa204", "aa601")]
    assert order == sorted(order)
    assert "For information" in page
    assert "Enough to judge:" in page
    assert "https://doi.org/10.1016/j.pubrev.2012.01.005" in page


def test_what_is_unknown_has_its_reason() -> None:
    page = render(make_report())
    assert "Not known:" in page
    assert "the export holds no posts by others" in page
    assert "Not judged for a support desk" in page


# In a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed"
    )
    with sync_api.sync_playwright() as play:
        try:
            started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        except sync_api.Error:
            pytest.skip(f"no Chromium at {CHROMIUM}")
        yield started
        started.close()


class Seen:
    """A page in the browser with everything that it asked for or complained about."""

    def __init__(self, browser: Any, path: Path, **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.reports: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._dialog)
        self.page.on("console", lambda message: self.reports.append(message.text))
        self.page.on("pageerror", lambda error: self.reports.append(str(error)))
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', found =>"
            " console.log('CSP ' + found.violatedDirective))"
        )
        self.page.goto(path.as_uri())
        if context.get("java_script_enabled", True):
            self.page.evaluate(SETTLED)
        self.requests = [url for url in self.requests if url != path.as_uri()]

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def see(browser: Any, tmp_path: Path) -> Iterator[Any]:
    opened: list[Seen] = []

    def look(page: str, **context: Any) -> Seen:
        path = tmp_path / f"{len(opened)}.html"
        path.write_text(page, encoding="utf-8")
        opened.append(Seen(browser, path, **context))
        return opened[-1]

    yield look
    for seen in opened:
        seen.context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["failed", "healthy", "tiny"])
def test_axe_finds_nothing(see: Any, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = see(render(EVERY[name]()), color_scheme=scheme, bypass_csp=True)
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = axe.run(seen.page, options=options)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.browser
def test_axe_can_find_something(see: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = render(make_report()).replace('<html lang="en">', "<html>")
    assert axe.run(see(page, bypass_csp=True).page).violations_count > 0


@pytest.mark.browser
@pytest.mark.parametrize("name", EVERY)
def test_asks_for_nothing_and_breaks_no_policy(see: Any, name: str) -> None:
    seen = see(render(EVERY[name]()))
    assert seen.requests == []
    assert seen.reports == []


@pytest.mark.browser
def test_a_page_that_asks_and_breaks_would_be_seen(see: Any) -> None:
    bad = '<p style="color:red">x</p><img src="http://127.0.0.1:9/x.png"><script>1</script>'
    page = render(make_report())
    wanted = {"CSP style-src-attr", "CSP img-src", "CSP script-src-elem"}
    seen = see(page.replace("</main>", bad + "</main>"))
    for _ in range(50):
        if wanted <= set(seen.reports):
            break
        seen.page.wait_for_timeout(100)
    assert wanted <= set(seen.reports)
    open_page = re.sub("<meta http-equiv[^\n]*", "", page)
    assert see(open_page.replace("</main>", bad + "</main>")).requests


@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_does_nothing(see: Any, text: str) -> None:
    policy_free = re.sub("<meta http-equiv[^\n]*", "", render(hostile(text)))
    seen = see(policy_free, viewport={"width": 390, "height": 844})
    for place in seen.page.locator("main bdi").all()[:3]:
        place.hover(force=True, timeout=2000)
    assert seen.dialogs == []
    assert seen.requests == []
    assert seen.reports == []
    assert seen.page.locator("h1").count() == 1


@pytest.mark.browser
def test_a_dialog_would_be_seen(see: Any) -> None:
    assert see("<!doctype html><title>x</title><script>alert(1)</script>").dialogs == ["1"]


@pytest.mark.browser
@pytest.mark.parametrize("name", [*EVERY, "long words"])
def test_no_width_scrolls_sideways(see: Any, name: str) -> None:
    report = hostile("W" * 400) if name == "long words" else EVERY[name]()
    page = see(render(report)).page
    for width in (320, 390, 640, 834, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_a_page_that_is_too_wide_would_be_seen(see: Any) -> None:
    page = see(
        render(make_report()).replace("</main>", "<pre>" + "W" * 400 + "</pre></main>")
    )
    page.page.set_viewport_size({"width": 390, "height": 800})
    assert page.page.evaluate("document.documentElement.scrollWidth") > 390


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", EVERY)
def test_prints_in_light_on_a_few_pages(see: Any, name: str, paper: str) -> None:
    page = see(render(EVERY[name]()), color_scheme="dark").page
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
    assert 0 < pages < 12
    page.emulate_media(media="print", color_scheme="dark")
    body = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(body) == "rgb(255, 255, 255)"
    assert page.locator("details.data").first.is_hidden()
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(body) != "rgb(255, 255, 255)"


@pytest.mark.browser
def test_reads_the_same_without_scripts(see: Any) -> None:
    page = render(make_report())
    looks = [
        see(page, java_script_enabled=wanted).page.screenshot(full_page=True)
        for wanted in (True, False)
    ]
    assert looks[0] == looks[1]


@pytest.mark.browser
def test_reads_without_its_style_sheet(see: Any) -> None:
    bare = re.sub("<style>.*?</style>", "", render(make_report()), flags=re.DOTALL)
    page = see(bare).page
    columns = page.locator("svg.life path[fill='#2b5a86']").first
    assert columns.evaluate("shape => getComputedStyle(shape).fill") == "rgb(43, 90, 134)"
    assert page.get_by_role("heading", name="What was found").is_visible()
    assert page.locator(".narrow").is_hidden()


@pytest.mark.browser
def test_the_keyboard_reaches_the_skip_link_first_and_shows_it(see: Any) -> None:
    page = see(render(make_report())).page
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.className")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert (focused, outline) == ("skip", "solid")
    assert page.locator(".skip").bounding_box()["y"] >= 0
