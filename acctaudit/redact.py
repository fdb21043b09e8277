"""A report without what must not be shown: texts of posts, handles, addresses, numbers.

Works on the report, so every format shows the same. What is hidden leaves a word in its
place. The account's own handle and name stay: a report is about somebody (`anonymize` makes
an export of nobody).
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from acctaudit.report import Basis, Evidence, Shapes, Tool
from acctaudit.safe import EMAIL, PHONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.report import Report

HANDLES, URLS, EMAILS, PHONES = KINDS = ("handles", "urls", "emails", "phones")
"""What can be hidden, as `--redact` calls it."""

_HANDLE = re.compile(r"(?<![\w@/])@(\w{1,30})")
_URL = re.compile(r"\b(?:https?://|www\.)\S+|\b(?:t\.co|bit\.ly)/\S+", re.IGNORECASE)
_OURS = (Basis, Tool)
"""Parts of a report that hold nothing of the account."""


def redacted(report: Report, kinds: tuple[str, ...], *, no_text: bool) -> Report:
    """The report without texts of posts, and without what is of these kinds."""
    if not kinds and not no_text:
        return report
    own = (report.account.handle or "").lower()
    hiding = _Hiding(_scrub(set(kinds), own), no_text=no_text, no_urls=URLS in kinds)
    hidden: Report = hiding.of(report)
    return hidden


def _scrub(kinds: set[str], own: str) -> Callable[[str], str]:
    """What makes one text fit to be shown."""

    def handle(found: re.Match[str]) -> str:
        return found[0] if found[1].lower() == own else "@[handle]"

    def scrub(text: str) -> str:
        if URLS in kinds:
            text = _URL.sub("[link]", text)
        if EMAILS in kinds:
            text = EMAIL.sub("[e-mail]", text)
        if PHONES in kinds:
            text = PHONE.sub("[phone]", text)
        return _HANDLE.sub(handle, text) if HANDLES in kinds else text

    return scrub


class _Hiding:
    """One walk through a report; every text in it is scrubbed the same way."""

    def __init__(
        self, scrub: Callable[[str], str], *, no_text: bool, no_urls: bool
    ) -> None:
        self._scrub, self._no_text, self._no_urls = scrub, no_text, no_urls

    def of(self, value: Any) -> Any:
        """The value with everything in it scrubbed."""
        if isinstance(value, str):
            return self._scrub(value)
        if isinstance(value, list | tuple):
            return type(value)(map(self.of, value))
        if isinstance(value, dict):
            return {self.of(key): self.of(part) for key, part in value.items()}
        if not is_dataclass(value) or isinstance(value, (type, *_OURS)):
            return value
        parts = {item.name: self.of(getattr(value, item.name)) for item in fields(value)}
        if isinstance(value, Evidence):
            parts.update(self._evidence(value))
        if isinstance(value, Shapes) and self._no_urls:
            parts["domains"] = None
        return replace(value, **parts)

    def _evidence(self, post: Evidence) -> dict[str, None]:
        """What is left out of a post that shows a finding."""
        hidden = {"text": self._no_text, "url": self._no_urls and post.url is not None}
        return {name: None for name, gone in hidden.items() if gone}
