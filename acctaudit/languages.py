"""The languages of a page: messages from a catalogue, numbers and dates from Babel.

Imported only where another language than English is asked for.
"""

from __future__ import annotations

from functools import cache
from gettext import translation
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

if TYPE_CHECKING:
    from datetime import date


class Translated:
    """A language of which there is a catalogue."""

    def __init__(self, code: str) -> None:
        """Load the catalogue; a FileNotFoundError if there is none."""
        self.code = code
        self._locale = Locale.parse(code)
        folder = str(files("acctaudit") / "locale")
        self._catalogue = translation("acctaudit", folder, [code])
        signs = get_group_symbol(self._locale), get_decimal_symbol(self._locale)
        self._signs = str.maketrans(dict(zip(",.", signs, strict=True)))

    def message(self, text: str, case: str = "") -> str:
        """The message; where the catalogue lacks it, as the code says it."""
        if not text:
            return ""
        if case and (told := self._catalogue.pgettext(case, text)) != text:
            return told
        return self._catalogue.gettext(text)

    def digits(self, number: str) -> str:
        """A number with the separators of the language."""
        return number.translate(self._signs)

    def day(self, day: date, *, long: bool) -> str:
        """`25. Feb. 2011` or `25. Februar 2011`; no space of it breaks."""
        if long:
            told = format_date(day, "long", self._locale)
        else:
            told = format_skeleton("yMMMd", day, locale=self._locale)
        return told.replace(" ", "\u00a0")

    def month(self, month: int) -> str:
        """A month in short."""
        return str(get_month_names("abbreviated", "stand-alone", self._locale)[month])

    def weekday(self, weekday: int) -> str:
        """A day of the week in short."""
        return str(get_day_names("abbreviated", "stand-alone", self._locale)[weekday])


@cache
def translated(code: str) -> Translated:
    """A language by its code, loaded once."""
    return Translated(code)
