"""How a page is to look and what it may show: language, brand and privacy."""

from __future__ import annotations

from dataclasses import dataclass

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


PLAIN = Look()
