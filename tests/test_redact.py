"""What a report must not show: texts, handles, addresses, numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reports import finding, make_report

from acctaudit.errors import InputError
from acctaudit.languages import translated
from acctaudit.redact import KINDS, redacted
from acctaudit.render import FORMATS, render
from acctaudit.render.look import Look
from acctaudit.report import Evidence, File, Origin, Report, SetAside, Tally, Wording
from acctaudit.retell import retold, wording
from acctaudit.say import say, speaking
from acctaudit.words import listed

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    "Ask @zq_somebody or @Example at https://shop.example/x?y=1, jane@shop.example,"
    " +43 660 1234567"
)
POST = f"This is the post. {TEXT}"
MARKS = {
    "handles": "zq_somebody",
    "urls": "shop.example/x",
    "emails": "jane@shop.example",
    "phones": "660 1234567",
}


def spoken() -> Report:
    """A report that holds something of every kind, in a post, a bio and a sentence."""
    report = make_report()
    shown = finding(
        "AA999",
        "test",
        "Found",
        says=say(
            "Mostly to {who}, see {what}.",
            who="@zq_somebody",
            what="https://shop.example/x",
        ),
        evidence=[Evidence("77", "2020-01-01", "https://x.com/example/status/77", POST)],
    )
    card = replace(
        report.account, handle="example", bio=TEXT, link="https://shop.example/x"
    )
    domains = replace(report.shapes, domains=[Tally("shop.example", 4)])
    made = replace(report, account=card, patterns=[shown], shapes=domains)
    return replace(made, wording=wording(made))


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_was_asked_for_is_hidden(kind: str) -> None:
    hidden = render(spoken(), "json", Look(redact=(kind,)))
    shown = render(spoken(), "json")
    for other, mark in MARKS.items():
        assert (mark in hidden) == (other != kind), other
        assert mark in shown


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nothing_hidden_is_in_any_format(name: str) -> None:
    page = render(spoken(), name, Look(redact=KINDS, no_text=True))
    assert not [mark for mark in MARKS.values() if mark in page]
    assert "This is the post" not in page
    assert "This is the post" in render(spoken(), name)


def test_the_own_handle_stays() -> None:
    assert redacted(spoken(), KINDS, no_text=False).account.handle == "example"
    assert "@Example" in str(redacted(spoken(), ("handles",), no_text=False).account.bio)


def test_without_text_there_is_no_text_of_a_post() -> None:
    report = redacted(spoken(), (), no_text=True)
    assert [post.text for post in report.fired()[0].evidence] == [None]
    assert "Ask" in str(report.account.bio)


def test_addresses_leave_no_link_to_a_post_and_no_domain() -> None:
    report = redacted(spoken(), ("urls",), no_text=False)
    assert report.fired()[0].evidence[0].url is None
    assert report.shapes.domains is None
    assert report.fired()[0].evidence[0].post_id == "77"


def test_sources_of_limits_keep_their_addresses() -> None:
    before = make_report()
    after = redacted(before, KINDS, no_text=True)
    bases = [sign.basis for found in before.patterns for sign in found.signs]
    assert bases
    assert bases == [sign.basis for found in after.patterns for sign in found.signs]


def test_a_hidden_report_can_still_be_told_in_german() -> None:
    page = render(spoken(), "html", Look(lang="de", redact=("handles",)))
    assert "zq_somebody" not in page
    assert "@[handle]" in page


LEAKS = [
    "zq_alice",
    "zq_bob",
    "zq_carol",
    "zq_dora",
    "zq_" + "long" * 9,
    "zq-data",
    "zq.example",
]


def leaking() -> Report:
    """A report that names people and files in every way that it could."""
    report = spoken()
    texts = [
        "\uff20zq_alice and /@zq_bob, thanks@zq_carol",
        f"zq_alice's team, ZQ_BOB and @zq_{'long' * 9}",
        "By zq_dora at zq.example or www.zq.example/a, see tweets.js",
    ]
    found = replace(
        report.patterns[0],
        says=say(
            "Mostly to {who}, see {what}.",
            who=listed(["@zq_alice", "zq_bob", "zq_dora"]),
            what="zq.example/page",
        ),
        evidence=[
            Evidence(str(at), "2020-01-01", f"https://x.com/{who}/status/{at}", text)
            for at, (who, text) in enumerate(
                zip(["example", "zq_dora", "example"], texts, strict=True)
            )
        ],
    )
    books = replace(
        report.intake,
        files=[
            File("zq-data of zq_alice.csv", "posts", 3, 10, "0" * 64),
            File("tweets.js", "posts", 3, 10, "1" * 64),
        ],
        origins=[
            Origin("text", "texts", "zq-data of zq_alice.csv", 3),
            Origin("text", "texts", "zq-data", 3),
        ],
        set_aside=[SetAside("broken", 1, ["zq-data of zq_alice.csv, row 7"])],
        remarks=[
            say("left aside: {files}", files=listed(["zq-data.json", "tweets.js"])),
            "zq-data of zq_alice.csv: read as CSV",
        ],
    )
    made = replace(report, patterns=[found], intake=books)
    return replace(made, wording=wording(made))


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("reloaded", [False, True])
def test_no_one_is_named_in_any_way(name: str, lang: str, *, reloaded: bool) -> None:
    report = Report.from_json(leaking().to_json()) if reloaded else leaking()
    page = render(report, name, Look(lang=lang, redact=KINDS)).casefold()
    assert [mark for mark in LEAKS if mark in page] == []
    plain = render(report, "json").casefold()
    assert [mark for mark in LEAKS if mark not in plain] == []


def test_files_have_numbers_everywhere() -> None:
    books = redacted(leaking(), ("handles",), no_text=False).intake
    assert [file.name for file in books.files] == ["file 1", "file 2"]
    assert [file.sha256[0] for file in books.files] == ["0", "1"]
    assert [origin.input for origin in books.origins] == ["file 1", "file 3"]
    assert books.set_aside[0].places == ["file 1, row 7"]
    assert books.remarks == ["left aside: file 4 and file 2", "file 1: read as CSV"]


def test_a_link_to_a_post_of_somebody_else_is_left_out() -> None:
    posts = redacted(leaking(), ("handles",), no_text=False).patterns[0].evidence
    assert [post.url is None for post in posts] == [False, True, False]


def test_a_hidden_sentence_is_told_in_german() -> None:
    report = make_report()
    said = say("{file} gave {values}", file="zq_alice.csv", values=listed(["@zq_bob", "b"]))
    found = finding("AA999", "test", "Found", says=said)
    hidden = redacted(replace(report, patterns=[found]), ("handles",), no_text=False)
    assert hidden.patterns[0].says == "zq_alice.csv gave @[handle] and b"
    with speaking(translated("de")):
        told = retold(Report.from_json(hidden.to_json())).patterns[0].says
        same = say("{file} gave {values}", file="zq_alice.csv", values="@[handle] und b")
    assert told == same
    assert told != hidden.patterns[0].says


def test_words_of_ours_are_neither_handles_nor_hidden() -> None:
    """Accounts are called @brand, @fired, @high ...; a page needs these words."""
    report = make_report()
    words = ["brand", "fired", "high", "critical", "share", "posts", "broadcast", "handle"]
    post = Evidence("1", "2020-01-01", None, " ".join(f"@{word}" for word in words))
    found = replace(report.patterns[0], evidence=[post])
    named = replace(report, patterns=[found, *report.patterns[1:]])
    hidden = redacted(named, ("handles",), no_text=False)
    assert hidden.patterns[0].evidence[0].text == " ".join(["@[handle]"] * len(words))
    assert hidden.patterns[0].severity == report.patterns[0].severity
    assert hidden.intent.archetype == report.intent.archetype
    for name in FORMATS:
        assert render(named, name, Look(lang="de", redact=("handles",)))


@pytest.mark.parametrize(
    "text",
    ["tweets.js", "data/report.json", "z.B. u.a. 12.5", "e.g. 1.204.500", "Ende.Der Rest"],
)
def test_what_is_no_address_stays(text: str) -> None:
    report = make_report()
    shown = replace(report, account=replace(report.account, bio=text))
    assert redacted(shown, ("urls",), no_text=False).account.bio == text


@pytest.mark.parametrize(
    "text",
    [
        "zq.at",
        "zq.co.uk/a?b=c",
        "ZQ.COM",
        "ftp://zq/x",
        "zq.example:80/x",
        "www.zq",
        "t.co/a",
    ],
)
def test_a_bare_address_is_hidden(text: str) -> None:
    report = make_report()
    shown = replace(report, account=replace(report.account, bio=f"See {text} now"))
    assert redacted(shown, ("urls",), no_text=False).account.bio == "See [link] now"


def test_a_damaged_table_of_wordings_is_one_line() -> None:
    report = replace(spoken(), wording={"a": Wording("joined", [["a", "a"]])})
    report = replace(report, notes=["a"])
    with pytest.raises(InputError, match="table of wordings is damaged"):
        redacted(report, KINDS, no_text=False)


def test_nothing_asked_for_changes_nothing() -> None:
    report = spoken()
    assert redacted(report, (), no_text=False) is report


@pytest.mark.parametrize("of", [spoken, leaking, make_report])
def test_hiding_twice_hides_no_more(of: Callable[[], Report]) -> None:
    once = redacted(of(), KINDS, no_text=True)
    assert redacted(once, KINDS, no_text=True) == once
