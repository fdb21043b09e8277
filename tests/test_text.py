"""Links, questions, farewells and clients in text."""

from __future__ import annotations

import time

import pytest

from acctaudit import text


@pytest.mark.parametrize(
    "said",
    [
        "This is our last tweet for the time being. For up-to-date information visit us",
        "After five years this account is no longer monitored.",
        "We are leaving Twitter.",
        "We're quitting X",
        "Dies ist unser letzter Tweet. Danke!",
        "Dieser Kanal wird eingestellt",
    ],
)
def test_a_goodbye_is_heard(said: str) -> None:
    assert text.is_farewell(said)


@pytest.mark.parametrize(
    "said",
    [
        "Our last tweet of the day",
        "our last tweet was wrong, sorry",
        "Unser letzter Tweet heute",
        "See the last post about it",
        "We will no longer accept cash",
        "Follow us at the fair",
        "last tweetup in town",
        "As promised in our last tweet, here are the winners",
        "Did you see our last tweet? It has the times",
        "Sorry for the typo in my last tweet!",
        "The last post office in town closes",
        "The final post in our series on bridges is up",
        "We're leaving Twitter HQ after a great visit",
        "This account is now closed for the holidays until Monday",
        "Wie unser letzter Post zeigt, wird gebaut",
        "This is the last post in our series",
        "",
    ],
)
def test_what_is_no_goodbye_is_not_taken_for_one(said: str) -> None:
    assert not text.is_farewell(said)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("What do you think?", True),
        ("See https://example.com/?q=1", False),
        ("“Who pays?” is our report", False),
        ("Mögen Sie Brot? Wir auch", True),
        ("これは何ですか？", True),
        ("No.", False),
    ],
)
def test_a_question_mark_counts_outside_links_and_quotations(said: str, asks: bool) -> None:
    assert text.is_question(said) is asks


@pytest.mark.parametrize(
    ("link", "root"),
    [
        ("http://www.strabag.com", True),
        ("http://www.strabag.com/", True),
        ("https://a.at/de/", True),
        ("https://a.at/en-us/", True),
        ("https://a.at/tv", False),
        ("https://a.at/index.html", True),
        ("https://a.at/de/index.php", True),
        ("https://a.at/news", False),
        ("https://a.at/?page=7", False),
        ("https://a.at/de/news/index.html", False),
        ("http://[bad", False),
    ],
)
def test_a_home_page_is_told_from_a_page(link: str, root: bool) -> None:
    assert text.is_root(link) is root


def test_a_host_is_compared_by_whole_labels() -> None:
    assert text.belongs_to(text.host("https://shop.Example.com/x"), ("example.com",))
    assert not text.belongs_to("notexample.com", ("example.com",))
    assert text.host("http://[bad") == ""


def test_the_client_is_the_text_of_its_anchor() -> None:
    assert text.client('<a href="http://x">Tweetbot for iΟS</a>') == "Tweetbot for iΟS"
    assert text.client("web") == "web"
    assert text.client("") == ""


def test_bare_addresses_are_links_too() -> None:
    assert text.links_in("see www.strabag.com, or http://a.at/b.") == [
        "http://a.at/b",
        "http://www.strabag.com",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "@" * 20_000,
        "#a" * 10_000,
        "www." * 6_000,
        "“" * 20_000,
        "http://" * 3_000,
        "a." * 10_000,
        "<a " * 8_000,
    ],
)
def test_expressions_take_linear_time(hostile: str) -> None:
    started = time.process_time()
    text.links_in(hostile)
    text.is_question(hostile)
    text.is_farewell(hostile)
    text.client(hostile)
    text.MENTION.findall(hostile)
    text.HASHTAG.findall(hostile)
    assert time.process_time() - started < 2
