"""The German of every message: there, with the same places, and compiled."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

import catalogue
import pytest

from acctaudit.languages import translated

if TYPE_CHECKING:
    from babel.messages.catalog import Message

ALL = [message for message in catalogue.catalogue() if message.id]


def places(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def has_places(message: Message) -> bool:
    """Whether values are put into it; a section of a page may hold braces of its own."""
    return bool(re.search(r"\{[a-z_]+\}", str(message.id)))


def test_every_message_has_its_german() -> None:
    assert catalogue.missing() == []
    assert len(ALL) > 1000


def test_the_files_are_those_that_would_be_written() -> None:
    for path, content in catalogue.files().items():
        assert path.read_bytes() == content, "run make docs"


@pytest.mark.parametrize(
    "message",
    [message for message in ALL if has_places(message)],
    ids=lambda m: str(m.id)[:40],
)
def test_german_has_the_same_places(message: Message) -> None:
    assert places(str(message.string)) == places(str(message.id))


def test_no_message_is_a_fragment() -> None:
    cut = [message.id for message in ALL if str(message.id) != str(message.id).strip()]
    assert cut == []


def test_what_is_asked_for_in_the_dative_is_there() -> None:
    german = translated("de")
    assert german.message("days") == "Tage"
    assert german.message("days", "dative") == "Tagen"
    assert german.message("no such message") == "no such message"
    assert german.message("") == ""


def test_numbers_and_days_are_german() -> None:
    from datetime import date

    german = translated("de")
    assert german.digits("1,204.5") == "1.204,5"
    assert german.day(date(2011, 2, 25), long=False) == "25.\u00a0Feb.\u00a02011"
    assert german.day(date(2011, 2, 25), long=True) == "25.\u00a0Februar\u00a02011"
    assert [german.weekday(0), german.month(3)] == ["Mo", "Mär"]
