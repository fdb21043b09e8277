"""What a report must not show: texts, handles, addresses, numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reports import finding, make_report

from acctaudit.redact import KINDS, redacted
from acctaudit.render import FORMATS, render
from acctaudit.render.look import Look
from acctaudit.report import Evidence, Report, Tally
from acctaudit.retell import wording
from acctaudit.say import say

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


def test_nothing_asked_for_changes_nothing() -> None:
    report = spoken()
    assert redacted(report, (), no_text=False) is report


@pytest.mark.parametrize("of", [spoken, make_report])
def test_hiding_twice_hides_no_more(of: Callable[[], Report]) -> None:
    once = redacted(of(), KINDS, no_text=True)
    assert redacted(once, KINDS, no_text=True) == once
