"""The HTML report in a real browser: wherever it is opened, it is safe and can be read.

Beside each test stands one that shows that it can fail.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from browser import OPENED, RULES, WIDTH, with_body
from reports import EVERY, MEGAPHONE, make_report
from test_html import HOSTILE, hostile

from acctaudit.cli import main as acctaudit
from acctaudit.render.html import render
from acctaudit.render.look import Look

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
CASE = (
    *("report", str(Path(__file__).parents[1] / "samples/strabag/reconstruction.json")),
    *("--archetype", "b2b", "--goal", "dialogue", "--claim", "no-discussion"),
)
OUTSIDE = {"exclude": [["svg g"], ["svg path"], ["svg text"]]}
"""The inside of pictures, which axe does not judge; their colours are tested in Python."""
GROUND = "getComputedStyle(document.body).backgroundColor"
STRICT = "sandbox; default-src 'none'; img-src 'self'; style-src 'self'"
"""What CI servers such as Jenkins send with artifacts: no inline style, no script."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["failed", "healthy", "tiny"])
def test_axe_finds_nothing(see: Any, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = see(render(EVERY[name]()), color_scheme=scheme, bypass_csp=True)
    if name == "failed":
        seen.page.evaluate(OPENED)
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = axe.run(seen.page, context=OUTSIDE, options=options)
    assert found.violations_count == 0, found.generate_report()


def test_axe_can_find_something(see: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = render(make_report()).replace('<html lang="en">', "<html>")
    assert axe.run(see(page, bypass_csp=True).page).violations_count > 0


@pytest.mark.parametrize("name", EVERY)
def test_asks_for_nothing_and_breaks_no_policy(see: Any, name: str) -> None:
    seen = see(render(EVERY[name]()))
    assert seen.requests == []
    assert seen.reports == []


def test_a_page_that_asks_and_breaks_would_be_seen(see: Any) -> None:
    bad = '<p style="color:red">x</p><img src="http://127.0.0.1:9/x.png"><script>1</script>'
    page = render(make_report())
    wanted = {"CSP style-src-attr", "CSP img-src", "CSP script-src-elem"}
    seen = see(with_body(page, bad))
    for _ in range(50):
        if wanted <= set(seen.reports):
            break
        seen.page.wait_for_timeout(100)
    assert wanted <= set(seen.reports)
    open_page = re.sub("<meta http-equiv[^\n]*", "", page)
    assert see(with_body(open_page, bad)).requests


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_does_nothing(see: Any, text: str) -> None:
    policy_free = re.sub("<meta http-equiv[^\n]*", "", render(hostile(text)))
    seen = see(policy_free, viewport={"width": 390, "height": 844})
    seen.page.locator("main bdi").first.hover(force=True, timeout=5000)
    assert (seen.dialogs, seen.requests, seen.reports) == ([], [], [])
    assert seen.page.locator("h1").count() == 1


def test_a_dialog_would_be_seen(see: Any) -> None:
    assert see("<!doctype html><title>x</title><script>alert(1)</script>").dialogs == ["1"]


@pytest.mark.parametrize("name", [*EVERY, "long words"])
def test_no_width_and_no_zoom_scrolls_sideways(see: Any, name: str) -> None:
    report = hostile("W" * 400) if name == "long words" else EVERY[name]()
    page = see(render(report)).page
    page.evaluate(OPENED)
    for width in (320, 390, 640, 834, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(WIDTH) <= width
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(WIDTH) <= 1280


def test_a_page_that_is_too_wide_would_be_seen(see: Any) -> None:
    page = see(with_body(render(make_report()), f"<pre>{'W' * 400}</pre>")).page
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate(WIDTH) > 390


def test_zoomed_by_two_nothing_is_cut_off_or_covered(see: Any) -> None:
    """200 % on a screen of 1280 leaves 640 of it, with twice as many dots."""
    context = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
    page = see(render(make_report()), **context).page
    assert max(right_ends(page)) <= 640
    page.evaluate("document.querySelector('.vitals').parentNode.style.width = '1280px'")
    assert max(right_ends(page)) > 640


def right_ends(page: Any) -> list[float]:
    """Where the main headings of the first screen end."""
    words = ("Do this first", "Vital signs, of 100", "What could be judged")
    headings = [page.get_by_role("heading", name=word, exact=True) for word in words]
    return [
        heading.evaluate("h => h.getBoundingClientRect().right") for heading in headings
    ]


def first_screen(page: Any) -> dict[str, float]:
    """Where the last line of each of its parts ends."""
    parts = (".facts", ".headline", ".first", ".vitals", ".coverage")
    return {part: page.locator(part).evaluate(BOTTOM) for part in parts}


BOTTOM = "part => part.getBoundingClientRect().bottom"


def test_the_first_screen_holds_the_answer(see: Any) -> None:
    page = see(render(make_report()), viewport={"width": 1280, "height": 900}).page
    assert max(first_screen(page).values()) <= 900
    page.set_viewport_size({"width": 390, "height": 900})
    assert max(first_screen(page).values()) > 900


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["failed", "healthy", "tiny"])
def test_prints_in_light_on_a_few_pages(see: Any, name: str, paper: str) -> None:
    page = see(render(EVERY[name]()), color_scheme="dark").page
    assert 0 < sheets(page, paper) <= 9
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    assert page.locator("details.data").first.is_hidden()
    assert page.locator(".contents").is_hidden()
    page.emulate_media(media="screen", color_scheme="dark")
    assert page.evaluate(GROUND) != "rgb(255, 255, 255)"


def test_a_page_that_is_too_long_for_paper_would_be_seen(see: Any) -> None:
    page = with_body(render(EVERY["tiny"]()), "<p>One line of many.</p>" * 2000)
    assert sheets(see(page).page, "A4") > 12


@pytest.fixture(scope="module")
def founding(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The page of the founding case in each language."""
    pages = {}
    for code in ("en", "de"):
        path = tmp_path_factory.mktemp(code) / "page.html"
        acctaudit.main([*CASE, "--lang", code, "-o", str(path)], standalone_mode=False)
        pages[code] = path.read_text(encoding="utf-8")
    return pages


@pytest.mark.parametrize(("code", "paper"), [("en", "A4"), ("de", "Letter")])
def test_the_founding_case_prints_on_twelve_pages(
    see: Any, founding: dict[str, str], code: str, paper: str
) -> None:
    page = see(founding[code]).page
    assert 6 < sheets(page, paper) <= 12
    page.emulate_media(media="print")
    for part in (".files .whole", ".defined", ".windows", ".main .soft", ".why .prose"):
        assert page.locator(part).first.is_visible(), part
    assert page.locator(".files .short").first.is_hidden()
    page.emulate_media(media="screen")
    assert page.locator(".defined").is_hidden()


@pytest.mark.parametrize("code", ["en", "de"])
def test_no_word_of_ours_is_broken(see: Any, founding: dict[str, str], code: str) -> None:
    page = see(founding[code]).page
    page.evaluate(OPENED)
    for width in (320, 390, 834, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BROKEN) == []


def test_a_broken_word_would_be_seen(see: Any, founding: dict[str, str]) -> None:
    page = see(founding["de"]).page
    page.locator(".vitals .name").first.evaluate("name => name.style.width = '3rem'")
    assert page.evaluate(BROKEN) == ["Lebenszeichen"]


BROKEN = """() => {
    const found = [], walk = document.createTreeWalker(document.body, 4)
    while (walk.nextNode()) {
        const text = walk.currentNode
        if (text.parentElement.closest('code,blockquote,svg,.handle,.files')) continue
        for (const word of text.data.matchAll(/\\p{L}{2,}/gu)) {
            const range = document.createRange()
            range.setStart(text, word.index)
            range.setEnd(text, word.index + word[0].length)
            const tops = [...range.getClientRects()].map(row => Math.round(row.top))
            if (new Set(tops).size > 1) found.push(word[0])
        }
    }
    return found
}"""
"""Words of ours that stand in two lines; the browser of the tests does not hyphenate."""


def sheets(page: Any, paper: str) -> int:
    """Pages of the print."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))


def test_prints_what_is_folded_and_the_tables_where_they_are_wanted(see: Any) -> None:
    short, long = (
        see(render(make_report(), Look(print_tables=wanted))).page
        for wanted in (False, True)
    )
    for page in (short, long):
        assert page.get_by_text("Social is two-way").first.is_hidden()
        page.emulate_media(media="print")
        assert page.get_by_text("Social is two-way").first.is_visible()
    assert short.locator("table.figures").first.is_hidden()
    assert long.locator("table.figures").first.is_visible()
    assert sheets(long, "A4") > sheets(short, "A4")


def test_reads_the_same_without_scripts(see: Any) -> None:
    page = render(EVERY["tiny"]())
    assert shot(see, page, script=True) == shot(see, page, script=False)
    page = with_body(page, "<noscript><p>Switch scripts on</p></noscript>")
    assert shot(see, page, script=True) != shot(see, page, script=False)


def shot(see: Any, page: str, *, script: bool) -> bytes:
    """The whole page as a picture."""
    picture: bytes = see(page, java_script_enabled=script).page.screenshot(full_page=True)
    return picture


def served(see: Any, page: str, refused: list[str] | None = None) -> Any:
    """The page as a CI server gives it out; `refused` is filled with what is refused."""
    opened = see("<!doctype html><title>x</title>").page
    if refused is not None:
        opened.on("console", lambda message: refused.append(message.text))
    headers = {"content-security-policy": STRICT, "content-type": "text/html"}
    opened.route(
        "http://ci.example/**", lambda route: route.fulfill(body=page, headers=headers)
    )
    opened.goto("http://ci.example/report.html")
    return opened


def test_reads_under_a_policy_that_refuses_its_style_sheet(see: Any) -> None:
    page = served(see, render(make_report()))
    assert page.evaluate("document.styleSheets.length") == 0
    columns = page.locator("svg.life path[stroke='#2b5a86']").first
    assert columns.evaluate(STROKE) == "rgb(43, 90, 134)"
    assert page.get_by_role("heading", name="What was found").is_visible()
    assert page.locator(".narrow").is_hidden()
    wide = "[...document.querySelectorAll('svg')].map(d => d.getBoundingClientRect().width)"
    assert max(page.evaluate(wide)) <= 1280
    levels = [int(level) for level in page.evaluate(LEVELS)]
    assert levels[:4] == [1, 2, 3, 3]


EXPECTED = "style-src|^Blocked script execution"
"""The style sheet, and the script that these tests put into every page (see Seen)."""


def test_a_ci_server_refuses_nothing_but_the_style(see: Any) -> None:
    refused: list[str] = []
    served(see, render(make_report()), refused).wait_for_timeout(200)
    assert [said for said in refused if "style-src" in said]
    assert [said for said in refused if not re.search(EXPECTED, said)] == []
    image = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="x">'
    served(see, with_body(render(make_report()), image), refused).wait_for_timeout(200)
    assert [said for said in refused if "img-src" in said]


STROKE = "shape => getComputedStyle(shape).stroke"
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => h.tagName[1])"


def test_a_page_whose_colours_are_in_the_style_sheet_alone_would_be_seen(see: Any) -> None:
    page = served(see, render(make_report()).replace(" stroke=", " data-stroke="))
    columns = page.locator("svg.life path[data-stroke='#2b5a86']").first
    assert columns.evaluate(STROKE) == "none"


def test_forced_colours_keep_pictures_on_white_and_frames_around_boxes(see: Any) -> None:
    forced = {"forced_colors": "active", "color_scheme": "dark"}
    page = see(render(make_report()), **forced).page
    ground = "d => getComputedStyle(d).backgroundColor"
    frame = "box => getComputedStyle(box).borderTopStyle"
    assert page.locator("svg.life").first.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator(".icon").first.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator(".first").evaluate(frame) == "solid"
    page.emulate_media(forced_colors="none")
    assert page.locator(".first").evaluate(frame) == "none"


def reached(page: Any, most: int) -> list[str]:
    """What the Tab key comes to, one after the other."""
    names = []
    for _ in range(most):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.textContent.trim()"))
    return names


def test_the_keyboard_reaches_everything_and_shows_where_it_is(see: Any) -> None:
    page = see(render(make_report())).page
    assert reached(page, 1) == ["Skip to the report"]
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    assert reached(page, 1)[0].startswith("Because of")
    page.keyboard.press("Enter")
    assert page.locator(".first details[open]").count() == 1
    names = reached(page, 40)
    assert "Why it matters, how common it is, and when to ignore it" in names


def test_what_the_keyboard_does_not_reach_would_be_seen(see: Any) -> None:
    closed = render(make_report()).replace("<summary>", '<summary tabindex="-1">')
    names = reached(see(closed).page, 47)
    assert "Why it matters, how common it is, and when to ignore it" not in names


def test_a_name_written_from_right_to_left_turns_nothing_else(see: Any) -> None:
    account = replace(make_report().account, name="\u05d7\u05d1\u05e8\u05d4", handle="123")
    page = render(make_report(account=account))
    assert order(see(page).page) == ["name", "handle"]
    turned = re.sub("</?bdi>", "", page).replace('class="handle"', "")
    assert order(see(turned).page) == ["handle", "name"]


def order(page: Any) -> list[str]:
    """Name and handle from left to right."""
    places = page.evaluate("""() => {
        const found = {}, walk = document.createTreeWalker(document.querySelector('h1'), 4)
        while (walk.nextNode()) {
            const text = walk.currentNode, range = document.createRange()
            if (!text.data.trim()) continue
            range.selectNodeContents(text)
            const key = text.data.includes('123') ? 'handle' : 'name'
            found[key] = range.getBoundingClientRect().left
        }
        return found
    }""")
    return sorted(places, key=lambda key: float(places[key]))


def test_emoji_and_joined_letters_survive(see: Any) -> None:
    name = "\U0001f469\u200d\U0001f467 Caf\u00e9 \u0928\u092e\u0938\u094d\u0924\u0947"
    account = replace(make_report().account, name=name)
    page = see(render(make_report(account=account))).page
    assert page.locator("h1 bdi").first.inner_text() == name
    assert page.locator("h1 bdi").first.inner_text() != name.replace("\u200d", "")


def test_ten_thousand_findings_load_and_can_be_read(see: Any) -> None:
    found = [replace(MEGAPHONE, code=f"AB{at}") for at in range(10_000)]
    page = see(render(make_report(patterns=found))).page
    assert page.evaluate("document.querySelectorAll('*').length") < 15_000
    page.get_by_text("more in the JSON report").first.scroll_into_view_if_needed()
    assert page.get_by_role("heading", name="Further findings").is_visible()
    assert page.evaluate(WIDTH) <= 1280


def test_a_page_that_tells_too_many_findings_would_be_seen(
    see: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acctaudit.render.html.MAX_CARDS", 500)
    found = [replace(MEGAPHONE, code=f"AB{at}") for at in range(500)]
    page = see(render(make_report(patterns=found))).page
    assert page.evaluate("document.querySelectorAll('*').length") > 15_000
