"""The index and the cohort of a site in a real browser: seen, sorted, filtered, printed.

Beside each promise stands a test, or a line, that shows that the test can fail.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from browser import OPENED, RULES, WIDTH, with_body
from test_site import HOSTILE, meant, rows_of

from acctaudit.render.look import PLAIN
from acctaudit.render.site import cohort as cohort_page
from acctaudit.render.site import index
from acctaudit.site.cohort import cohort
from acctaudit.site.data import Row, Value
from acctaudit.site.rows import CONVERSATION, FIGURES, failed

pytestmark = [pytest.mark.browser, pytest.mark.untraced]
SHOWN = "table.accounts tbody tr:not(.group):visible th"


def rows() -> list[Row]:
    """Accounts of every kind, with different figures, and one that could not be read."""
    made = [
        replace(
            one,
            figures=one.figures | {CONVERSATION: Value(share, 0.0, 1.0)},
            last_post=f"2011-02-{20 - n:02}",
        )
        for n, (one, share) in enumerate(
            zip(rows_of(6), (0.5, 0.09, None, 0.1, 1.0, 0.0), strict=True)
        )
    ]
    return [*made, failed("broken.zip", "broken.zip: the file is cut off or damaged")]


def pages() -> dict[str, str]:
    known = {key: meant(key) for key in FIGURES}
    return {
        "index": index.render(rows(), PLAIN),
        "cohort": cohort_page.render(cohort(rows(), known), PLAIN),
        "sixty": index.render(rows_of(60), PLAIN),
        "many": index.render(rows_of(1000), PLAIN),
        "hostile": index.render(
            [replace(one, name=HOSTILE[n]) for n, one in enumerate(rows_of(8))], PLAIN
        ),
    }


PAGES = pages()


def names(page: Any) -> list[str]:
    """The accounts that the table shows, in order, without `@account_`."""
    return [
        name.removeprefix("@account_") for name in page.locator(SHOWN).all_inner_texts()
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", "cohort"])
def test_axe_finds_nothing(see: Any, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = see(PAGES[name], color_scheme=scheme, bypass_csp=True)
    seen.page.evaluate(OPENED)
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = axe.run(seen.page, options=options)
    assert found.violations_count == 0, found.generate_report()


def test_axe_can_find_something(see: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = PAGES["index"].replace("<label>Search ", "<label>", 1)
    assert axe.run(see(page, bypass_csp=True).page).violations_count > 0


@pytest.mark.parametrize("name", PAGES)
def test_asks_for_nothing_and_breaks_no_policy(see: Any, name: str) -> None:
    seen = see(PAGES[name])
    assert (seen.requests, seen.reports, seen.dialogs) == ([], [], [])


def test_a_page_that_asks_and_breaks_would_be_seen(see: Any) -> None:
    bad = '<p style="color:red">x</p><script>1</script>'
    seen = see(with_body(PAGES["index"], bad))
    assert {"CSP style-src-attr", "CSP script-src-elem"} <= set(seen.reports)


@pytest.mark.parametrize("name", PAGES)
def test_no_width_scrolls_sideways(see: Any, name: str) -> None:
    page = see(PAGES[name]).page
    if name != "many":
        page.evaluate(OPENED)
    for width in (320, 390, 640, 834, 1160, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(WIDTH) <= width


def test_a_page_that_is_too_wide_would_be_seen(see: Any) -> None:
    page = see(with_body(PAGES["index"], "<pre>" + "W" * 400 + "</pre>")).page
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate(WIDTH) > 390


def test_the_table_sorts_by_keyboard(see: Any) -> None:
    page = see(PAGES["index"]).page
    assert names(page) == ["0", "5", "1", "2", "3", "4", "broken.zip"]
    assert page.locator("tr.group:visible").count() == 6
    button = page.get_by_role("button", name="Conversation")
    head = page.get_by_role("columnheader", name="Conversation")
    button.focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert names(page) == ["5", "1", "3", "0", "4", "2", "broken.zip"]
    assert page.locator("tr.group:visible").count() == 0
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    assert names(page) == ["4", "0", "3", "1", "5", "2", "broken.zip"]
    assert page.locator("[aria-sort]").count() == 1


def test_the_groups_come_back(see: Any) -> None:
    page = see(PAGES["index"]).page
    before = page.locator("table.accounts").inner_text()
    page.get_by_role("button", name="Last post").click()
    assert names(page)[:2] == ["5", "4"]
    page.get_by_role("button", name="How it stands").click()
    assert names(page) == ["0", "5", "1", "2", "3", "4", "broken.zip"]
    assert page.locator("table.accounts").inner_text() == before


def test_the_table_is_filtered_by_keyboard(see: Any) -> None:
    page = see(PAGES["index"]).page
    status = page.locator("[role=status]")
    assert status.inner_text() == "7 of 7 accounts shown"
    page.get_by_label("Given up").focus()
    page.keyboard.press("Space")
    assert names(page) == ["1", "2", "3", "4", "broken.zip"]
    assert status.inner_text() == "5 of 7 accounts shown"
    page.get_by_label("Search").focus()
    page.keyboard.type("COUNT_3")
    page.keyboard.press("Enter")
    assert names(page) == ["3"]
    assert page.locator("tr.group:visible").count() == 1
    page.get_by_label("Search").fill("nobody")
    assert names(page) == []
    assert status.inner_text() == "0 of 7 accounts shown"


def test_the_rest_of_a_group_is_one_key_away(see: Any) -> None:
    page = see(PAGES["sixty"]).page
    page.get_by_role("button", name="Last post").click()
    page.get_by_label("Search").fill("count_3")
    page.get_by_label("Given up").uncheck()
    head = page.locator("#g-given-up")
    assert head.is_hidden()
    page.locator('a.more[href="#g-given-up"]').focus()
    page.keyboard.press("Enter")
    assert head.is_visible()
    assert page.evaluate("document.querySelector(':target').id") == "g-given-up"
    assert len(names(page)) == 60


def test_without_script_all_is_there(see: Any) -> None:
    page = see(PAGES["index"], java_script_enabled=False).page
    assert names(page) == ["0", "5", "1", "2", "3", "4", "broken.zip"]
    assert page.locator("form.filter").is_hidden()
    assert page.get_by_role("button").count() == 0


def test_without_style_sheet_it_can_be_read(see: Any) -> None:
    bare = re.sub("<style>.*?</style>", "", PAGES["index"], flags=re.DOTALL)
    page = see(bare, java_script_enabled=False).page
    assert page.locator("td.found b").first.inner_text() == "1 Critical"
    bars = page.locator("td svg path").first
    assert bars.evaluate("shape => getComputedStyle(shape).stroke") == "rgb(43, 90, 134)"


def test_a_thousand_accounts_sort_at_once(see: Any) -> None:
    page = see(PAGES["many"]).page
    took = page.evaluate(
        "(() => { const start = performance.now();"
        " document.querySelectorAll('thead button')[3].click();"
        " document.querySelectorAll('thead button')[0].click();"
        " return performance.now() - start; })()"
    )
    assert took < 2000
    assert page.locator("table.accounts tbody tr").count() == 1005


def test_prints_in_light_without_its_filter(see: Any) -> None:
    page = see(PAGES["index"], color_scheme="dark").page
    page.emulate_media(media="print", color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.locator("form.filter").is_hidden()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) < 5


def test_each_dot_of_a_strip_says_whose_it_is(see: Any) -> None:
    page = see(PAGES["cohort"]).page
    tips = page.locator("svg.strip:visible circle title").all_text_contents()
    assert "@account_0: 50 % (95 % 0–100 %)".replace(" %", "\u00a0%") in [
        tip.replace("95 %", "95\u00a0%") for tip in tips
    ]
    table = page.locator("details.data").first
    table.locator("summary").click()
    assert "5 of 5" in table.inner_text()
    assert "Not known" in table.inner_text()
