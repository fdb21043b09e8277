"""How a page is to look and what it may show: language, brand and privacy."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "de")
"""Languages that a page can be in; English needs no catalogue."""


@dataclass(frozen=True)
class Look:
    """Choices that change how a report is shown, never what is measured or judged."""

    lang: str = "en"
    """One of LANGUAGES."""
    title: str = ""
    """Stands above the page instead of `Account post-mortem`; empty = as it is."""
    logo: str = ""
    """An image as a data URI; empty = none."""
    accent: str = ""
    """Colour of links and small headings, #rrggbb; empty = ours."""
    templates: str = ""
    """Folder whose templates replace ours of the same name; empty = none."""
    no_text: bool = False
    """Leave out the texts of posts."""
    redact: tuple[str, ...] = ()
    """What to hide everywhere: handles, urls, emails, phones."""
    print_tables: bool = False
    """Print the tables of numbers behind the pictures too."""

    @contextmanager
    def spoken(self) -> Iterator[None]:
        """Speak the language of the page for a while; English needs no catalogue."""
        if self.lang == "en":
            yield
            return
        from acctaudit.languages import translated
        from acctaudit.say import speaking

        with speaking(translated(self.lang)):
            yield


PLAIN = Look()
