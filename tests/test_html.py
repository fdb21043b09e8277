"""The HTML report as text: self-contained, escaped, in order, and small."""

from __future__ import annotations

import re
from dataclasses import replace
from gzip import compress
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from reports import EVERY, MEGAPHONE, finding, healthy, make_report, old

from acctaudit.render.html import MAX_CARDS, render
from acctaudit.render.pages import MAX_ROWS
from acctaudit.report import Evidence, Measured, Priority, Report, Tally

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
        account=replace(
            report.account, handle=text, name=text, bio=text, link=text, location=text
        ),
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
        notes=[text, text],
        claims=[
            replace(
                report.claims[0],
                statement=text,
                verdict=text,
                speaks_for=text,
                speaks_against=text,
                limits=text,
                parts=[replace(report.claims[0].parts[1], title=text, verdict=text)],
            )
        ],
        phases=[replace(phase, name=text, says=text) for phase in report.phases],
        vitals=[replace(vital, title=text, says=text) for vital in report.vitals],
        shapes=replace(
            report.shapes,
            domains=[Tally(text, 3)],
            clients=[Tally(text, 2)],
            reasons=dict.fromkeys(("reactions", "quarters", "answers", "followers"), text),
        ),
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
        assert attributes.get("href", "#").startswith(("https://", "http://", "#"))
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


def busy() -> Report:
    """Five years of posts, ten findings and many figures."""
    report = healthy()
    found = [replace(MEGAPHONE, code=f"AA{900 + at}") for at in range(10)]
    return replace(report, patterns=[*found, *report.patterns], metrics=many_figures())


def many_figures() -> dict[str, dict[str, Measured]]:
    """As many figures as a real report has."""
    share = healthy().metrics["conversation"]["conversation_share"]
    return {
        name: {f"figure_{at}": share for at in range(15)}
        for name in ("cadence", "conversation", "engagement", "content", "audience", "x")
    }


def weight(page: str) -> tuple[int, int]:
    """Bytes as they are, and packed."""
    raw = page.encode()
    return len(raw), len(compress(raw, 9, mtime=0))


def test_five_years_stay_below_300_kb_and_60_kb_packed() -> None:
    raw, packed = weight(render(busy()))
    assert (raw < 300_000, packed < 60_000) == (True, True)
    raw, packed = weight(render(busy()) + render(old()))
    assert raw > 300_000


def test_seventeen_years_stay_below_a_few_thousand_shapes() -> None:
    drawn = re.findall("<svg.*?</svg>", render(old()), re.DOTALL)
    assert 500 < sum(len(re.findall("<[a-z]", drawing)) for drawing in drawn) < 3500


def test_ten_thousand_findings_are_told_named_and_counted() -> None:
    found = [replace(MEGAPHONE, code=f"AB{at}") for at in range(10_000)]
    page = render(make_report(patterns=found))
    assert page.count('<article class="finding"') == MAX_CARDS
    assert page.count("AB499</span>") == 1
    assert "AB500" not in page
    assert f"{10_000 - MAX_ROWS:,} more in the JSON report" in page
    assert "10,000 findings" in page


def test_the_parts_stand_in_the_order_of_a_hurried_reader() -> None:
    page = render(make_report())
    parts = [
        *("verdict", "vitals", "life", "answers", "findings", "fine", "claims"),
        *("chapter-rhythm", "chapter-talk", "chapter-reactions", "chapter-answering"),
        *("chapter-audience", "chapter-content", "chapter-profile", "sources", "open"),
    ]
    places = [page.index(f'id="{part}"') for part in parts]
    assert places == sorted(places)


def test_the_text_of_a_post_is_masked_before_it_is_cut() -> None:
    said = "x" * 390 + " jane.doe@example.org"
    found = replace(MEGAPHONE, evidence=[Evidence("1", "2010-01-01", None, said)])
    assert "jane" not in render(make_report(patterns=[found]))


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
    assert "Enough to judge" in page
    assert "https://doi.org/10.1016/j.pubrev.2012.01.005" in page


def test_what_is_unknown_has_its_reason() -> None:
    page = render(make_report())
    assert "Not known:" in page
    assert "the export holds no posts by others" in page
    assert "Not judged for a support desk" in page
    assert "No picture: this export holds no like counts" in page


def test_one_finding_is_not_the_worst_of_many() -> None:
    page = render(make_report(patterns=[MEGAPHONE]))
    assert "One finding: what was measured" in page
    assert "the worst first" not in page
    assert "4 findings, the worst first" in render(make_report())


def test_main_figures_show_their_cases_and_are_defined_for_the_print() -> None:
    page = render(make_report())
    main = re.findall('<dl class="main">(.*?)</dl>', page, re.DOTALL)
    assert "n&nbsp;=&nbsp;82" in main[0]
    defined = re.findall('<dl class="defined" hidden>(.*?)</dl>', page, re.DOTALL)
    assert "longest interval between two own posts" in defined[0]
    assert sum(part.count("<dt>") for part in main) == defined[0].count("<dt>") > 0


def test_the_whole_hash_of_a_file_is_there_for_the_print() -> None:
    page = render(make_report())
    assert f'<code class="whole" hidden>{"9f86d081884c7d65" * 4}</code>' in page


def test_no_icon_asks_for_an_image() -> None:
    assert 'rel="icon"' not in render(make_report())


def test_a_sign_without_a_title_is_named_by_its_field() -> None:
    page = render(make_report(patterns=[MEGAPHONE]))
    assert "Reply share" in page
    signs = [replace(sign, title="replies of all posts") for sign in MEGAPHONE.signs]
    page = render(make_report(patterns=[replace(MEGAPHONE, signs=signs)]))
    assert "Replies of all posts" in page
    assert "Reply share" not in page
