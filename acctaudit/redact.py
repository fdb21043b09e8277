"""A report without what must not be shown: texts of posts, handles, addresses, numbers.

Works on the report, so every format shows the same. What is hidden leaves a word in its
place. The account's own handle and name stay: a report is about somebody (`anonymize` makes
an export of nobody). Texts of ours are made again from hidden parts, so that another
language can still make them; what the catalogue holds is ours and stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from acctaudit import safe
from acctaudit.errors import InputError
from acctaudit.languages import translated
from acctaudit.report import (
    Basis,
    Claim,
    Evidence,
    Finding,
    Intake,
    Phase,
    Sign,
    Tool,
)
from acctaudit.retell import wording
from acctaudit.say import MAKERS, English, speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.report import Report, Wording

HANDLES, URLS, EMAILS, PHONES = KINDS = ("handles", "urls", "emails", "phones")
"""What can be hidden, as `--redact` calls it."""
LEAST_HANDLE = 4
"""Characters of a handle that is hidden without its @ too; shorter ones are words."""

_MAIL = rf"(?<![\w.+-])(?i:{safe.EMAIL})"
_NAME = re.compile(
    rf"(?P<kept>\[(?:handle|link|e-mail|phone)\]|\bfile \d+\b|{_MAIL})"
    r"|(?P<at>[@\uff20\ufe6b])(?P<handle>\w+)|\w+"
)
_POST_OF = re.compile(r"\b(?:twitter|x)\.com/(\w+)/status(?:es)?\b", re.IGNORECASE)
_FILES = (
    "csv|db|docx?|gif|gz|html?|ini|jpe?g|jsonl?|js|log|md|mp4|ndjson|ods|parquet|pdf|png|sqlite"
    "|svg|tar|tgz|toml|tsv|txt|webp|xlsx?|xml|xz|ya?ml|zip"
)
"""Endings of files; `report.json` is no address."""
_FILE = re.compile(rf"[\w.()-]+\.(?:{_FILES})\b", re.IGNORECASE)
_DOMAIN = (
    r"(?<![\w.@-])(?:[\w-]+\.)+"
    rf"(?!(?i:{_FILES})(?![\w-]))(?:[a-z]{{2,24}}|[A-Z]{{2,24}}|Com|Net|Org|At|De|Ch|Eu)"
    r"(?![\w-]|\.\w)(?::\d+)?(?:[/?#]\S*)?"
)
_URL = re.compile(
    rf"(?P<mail>{_MAIL})|\b(?i:[a-z][a-z\d+.-]{{1,10}}://|www\.)\S+|{_DOMAIN}"
)
_LONGEST = 100_000
"""Letters of the longest text: a damaged table of wordings could make any length."""
_OURS = (Basis, Tool)
"""Parts of a report that hold nothing of the account."""
_CODES = {
    "archetype", "as_of", "code", "column", "config_hash", "created_at", "date",
    "decides", "dimension", "direction", "end", "first_day", "first_week", "goals",
    "handle", "kind", "metric", "post_id", "read_as", "schema", "severity", "sha256",
    "start", "status", "time_zone", "unit", "user_id", "verdict", "window", "wording",
}  # fmt: skip
"""Fields that hold no text but what the program itself has names for."""
_NAMED_BY_US = (Claim, Finding, Phase, Sign)
"""What has a `name` that is such a name."""


def redacted(report: Report, kinds: tuple[str, ...], *, no_text: bool) -> Report:
    """The report without texts of posts, and without what is of these kinds."""
    if not kinds and not no_text:
        return report
    made = {**wording(report), **report.wording}
    try:
        with speaking(English()):
            known = _known(report, made) if HANDLES in kinds else _Known("")
            told: Report = _Walk(_Scrub(frozenset(kinds), known), made).of(report)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise InputError(
            "the report's table of wordings is damaged, so nothing in it can be hidden;"
            " make the report again"
        ) from None
    hidden = _left_out(told, no_text=no_text, no_urls=URLS in kinds)
    return replace(hidden, wording=wording(hidden))


def _left_out(report: Report, *, no_text: bool, no_urls: bool) -> Report:
    """The report without texts of posts, or addresses; a link with a gap leads nowhere."""

    def shown(post: Evidence) -> Evidence:
        broken = no_urls or "[handle]" in (post.url or "")
        return replace(
            post, text=None if no_text else post.text, url=None if broken else post.url
        )

    patterns = [
        replace(found, evidence=list(map(shown, found.evidence)))
        for found in report.patterns
    ]
    domains = None if no_urls else report.shapes.domains
    return replace(
        report, patterns=patterns, shapes=replace(report.shapes, domains=domains)
    )


def _ours(text: str) -> bool:
    """Whether the catalogue holds the text: it then says nothing of the account."""
    return translated("de").message(text) != text


@dataclass
class _Known:
    """Handles that a report names, in lower case, and its files with what to call them."""

    own: str
    handles: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)

    def learn(self, text: str, *, intake: bool = False) -> str:
        """Take note of whom a text names; the text itself."""
        del intake
        found = {match["handle"] for match in _NAME.finditer(text) if match["handle"]}
        found.update(_POST_OF.findall(text))
        self.handles |= {
            name.lower()
            for name in found
            if len(name) >= LEAST_HANDLE and not name.isdigit() and name.lower() != self.own
        }
        return text

    def learn_file(self, name: str) -> None:
        """Give a file its number, unless its name only adds to one that has a number."""
        if name and self.unfiled(name, intake=True) == name:
            self.files.setdefault(name, f"file {len(self.files) + 1}")

    def learn_files(self, text: str, *, intake: bool = False) -> str:
        """Take note of the files that a text names; the text itself."""
        del intake
        whole = re.fullmatch(rf"[^\n,:;]+\.(?:{_FILES})", text, re.IGNORECASE)
        rest = self.unfiled(text, intake=True)
        for name in [text] if whole else _FILE.findall(rest):
            self.learn_file(name)
        return text

    def unfiled(self, text: str, *, intake: bool) -> str:
        """The text with numbers for files; a folder has one where files are listed only."""
        names = [name for name in self.files if intake or "." in name]
        if not any(name in text for name in names):
            return text
        longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        return re.sub(
            rf"(?<!\w)(?:{longest})(?!\.?\w)", lambda found: self.files[found[0]], text
        )

    def unnamed(self, text: str) -> str:
        """The text without handles, with their @ or bare."""
        return _NAME.sub(self._unnamed, text)

    def _unnamed(self, found: re.Match[str]) -> str:
        whole: str = found[0]
        if found["kept"]:
            return whole
        if found["handle"]:
            is_own = found["handle"].lower() == self.own
            return whole if is_own else f"{found['at']}[handle]"
        return "[handle]" if whole.lower() in self.handles else whole


def _known(report: Report, made: dict[str, Wording]) -> _Known:
    """Whom the report names, and its files in the order in which it lists them."""
    known = _Known((report.account.handle or "").lower())
    _Walk(known.learn, made).of(report)
    intake = report.intake
    for name in [item.name for item in intake.files] + [o.input for o in intake.origins]:
        known.learn_file(name)
    _Walk(known.learn_files, made).of([intake.set_aside, intake.remarks])
    return known


@dataclass(frozen=True)
class _Scrub:
    """What makes one text fit to be shown."""

    kinds: frozenset[str]
    known: _Known

    def __call__(self, text: str, *, intake: bool = False) -> str:
        """The text; `intake` says that it tells of files."""
        if HANDLES in self.kinds:
            text = self.known.unfiled(text, intake=intake)
        if URLS in self.kinds:
            text = _URL.sub(lambda found: found[0] if found["mail"] else "[link]", text)
        if EMAILS in self.kinds:
            text = safe.without_emails(text)
        if PHONES in self.kinds:
            text = safe.without_phones(text)
        return self.known.unnamed(text) if HANDLES in self.kinds else text


class _Walk:
    """One walk through a report; every text in it that may hold data is treated alike."""

    def __init__(
        self, treat: Callable[..., str], made: dict[str, Wording], *, intake: bool = False
    ) -> None:
        self._treat, self._made, self._intake = treat, made, intake
        self._told: dict[str, str] = {}

    def of(self, value: Any) -> Any:
        """The value with everything in it treated."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, list | tuple):
            return type(value)(map(self.of, value))
        if isinstance(value, dict):
            return {key: self.of(part) for key, part in value.items()}
        if not is_dataclass(value) or isinstance(value, (type, *_OURS)):
            return value
        walk = (
            _Walk(self._treat, self._made, intake=True)
            if isinstance(value, Intake)
            else self
        )
        codes = _CODES | {"name"} if isinstance(value, _NAMED_BY_US) else _CODES
        parts = {
            item.name: walk.of(getattr(value, item.name))
            for item in fields(value)
            if item.name not in codes
        }
        return replace(value, **parts)

    def _text(self, text: str) -> str:
        """A text made again from parts that are treated; else it is ours, or data."""
        how = self._made.get(text)
        if how is None or how.by not in MAKERS:
            return text if _ours(text) else self._data(text)
        if text not in self._told:
            self._told[text] = self._again(text, how)
        return self._told[text]

    def _again(self, text: str, how: Wording) -> str:
        args = [self._argument(argument) for argument in how.args]
        values = {name: self._part(value) for name, value in how.values.items()}
        if how.by == "say" and args[0] != how.args[0]:
            return self._data(text)
        told = MAKERS[how.by](*args, **values)
        if len(told) > _LONGEST:
            raise ValueError("a text that grows by being told again")
        return told

    def _argument(self, argument: Any) -> Any:
        if isinstance(argument, list):
            return list(map(self._part, argument))
        if isinstance(argument, str) and not _ours(argument):
            return self._data(argument)
        return argument

    def _part(self, part: str | list[str]) -> str:
        """A part of a text; data stand in a list of their own."""
        return self._text(part) if isinstance(part, str) else self._data(*part)

    def _data(self, text: str) -> str:
        return self._treat(str(text), intake=self._intake)
