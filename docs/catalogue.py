"""The catalogue of messages: every text of ours that a page can show, and its German.

python docs/catalogue.py --check           what lacks German, or is stale; exits with 1
python docs/catalogue.py                   bring the catalogue up to date and compile it
python docs/catalogue.py --missing PART    what lacks German, of files whose path has PART
python docs/catalogue.py --add FILE.json   take translations {message: German} over
"""

from __future__ import annotations

import io
import json
import re
import sys
from datetime import UTC, datetime
from importlib import import_module
from inspect import getsourcefile
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from acctaudit.analyzers import ANALYZERS
from acctaudit.claims import claims
from acctaudit.intent import ARCHETYPES, GOALS
from acctaudit.measure import definitions
from acctaudit.model.account import Account
from acctaudit.pattern import Advice
from acctaudit.patterns import patterns
from acctaudit.text import lexicon
from acctaudit.words import singular

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "acctaudit" / "locale" / "de" / "LC_MESSAGES"
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands in the header, so that the same messages are the same bytes."""
_CALLS: dict[str, Any] = {
    "say": None,
    "marked": None,
    "_": None,
    "not_measurable": None,
    "too_little": None,
    "NotMeasured": None,
    "Unknown": (2,),
    "listed": (2,),
}
"""Functions whose argument is a message: the first one, or the one of this number."""
_COUNTED: dict[str, Any] = dict.fromkeys(("count", "figure", "plain", "said"), (2,))
"""Functions whose second argument is a unit."""


_NOUN = re.compile(r'words\.count\([^"()]*"([^"]+)"\)')
"""A unit in a template."""
_TABLES = {
    "weights": ("title",),
    "anchors": ("source",),
    "contradictions": ("why",),
    "posting_norms": ("statistic", "population", "source"),
    "engagement_benchmarks": ("statistic", "population", "source"),
}
"""Tables of the package with texts that a report shows, by column."""


class Message:
    """One message: its text, the grammatical case of a unit, and where it stands."""

    def __init__(self, text: str, place: str, case: str = "") -> None:
        """Make the place relative to the project."""
        self.text, self.case = text, case
        self.place = str(Path(place).resolve().relative_to(ROOT))


def messages() -> Iterator[Message]:
    """Every message, those of calls first, then those of patterns, claims and figures."""
    yield from _called(_CALLS)
    yield from _units()
    for pattern in patterns():
        yield from _of_pattern(pattern, _file(type(pattern)))
    for claim in claims():
        place = _file(type(claim))
        yield Message(claim.statement, place)
        yield Message(claim.page()["Limits"], place)
    for result in results().values():
        for _, definition in definitions(result):
            yield Message(definition.title, _file(result))
            yield Message(definition.text, _file(result))
            yield from _unit(definition.unit, _file(result))
    for text in (*ARCHETYPES.values(), *GOALS, *GOALS.values(), *Advice):
        yield Message(str(text), str(ROOT / "acctaudit" / "intent.py"))
    yield from _in_tables()


def _units() -> Iterator[Message]:
    """Units of counted things, in the code and in the templates."""
    for unit in _called(_COUNTED):
        yield from _unit(unit.text, unit.place)
    for page in sorted((ROOT / "acctaudit" / "templates").glob("*.j2")):
        for noun in _NOUN.findall(page.read_text("utf-8")):
            yield from _unit(noun, str(page))


def _in_tables() -> Iterator[Message]:
    """Texts in the tables of the package."""
    for name, columns in _TABLES.items():
        place = str(ROOT / "acctaudit" / "data" / f"{name}.csv")
        for row in lexicon(name):
            yield from (Message(row[column], place) for column in columns)


def results() -> dict[str, type[Any]]:
    """The result type of every analyzer, by its name."""
    found = {}
    for name in ANALYZERS:
        measure = import_module(f"acctaudit.analyzers.{name}").measure
        found[name] = get_type_hints(measure, localns={"Account": Account})["return"]
    return found


def _called(calls: dict[str, Any]) -> Iterator[Message]:
    found = extract_from_dir(
        ROOT / "acctaudit",
        method_map=[("**.py", "python"), ("templates/**.j2", "jinja2")],
        options_map={"templates/**.j2": {"trimmed": "true", "silent": "false"}},
        keywords=calls,
        comment_tags=(),
    )
    for name, _, text, _, _ in found:
        yield Message(str(text), str(ROOT / "acctaudit" / name))


def _of_pattern(pattern: Any, place: str) -> Iterator[Message]:
    for text in (pattern.healthy, pattern.failing, pattern.base_rate):
        yield Message(text, place)
    for text in pattern.page().values():
        yield Message(text, place)
    for _, sign in pattern.signs().values():
        yield Message(sign.title, place)
        yield Message(sign.basis.text, place)
        yield from _unit(sign.unit, place)


def _unit(unit: str, place: str) -> Iterator[Message]:
    """A unit of many and of one, in both cases."""
    if unit != "share":
        for text in (unit, singular(unit)):
            yield Message(text, place)
            yield Message(text, place, "dative")


def _file(kind: type) -> str:
    return getsourcefile(kind) or ""


def catalogue() -> Catalog:
    """All messages with the German that they have."""
    with (FOLDER / "acctaudit.po").open("rb") as file:
        known = read_po(file, locale="de")
    fresh = Catalog(
        locale="de", project="acctaudit", creation_date=_NEVER, revision_date=_NEVER,
        fuzzy=False,
    )  # fmt: skip
    for message in sorted(messages(), key=lambda item: (item.place, item.text)):
        if message.text:
            old = known.get(message.text, message.case or None)
            fresh.add(
                message.text,
                old.string if old else "",
                locations=[(message.place, 0)],
                context=message.case or None,
            )
    return fresh


def files() -> dict[Path, bytes]:
    """The catalogue as text and compiled."""
    return _files(catalogue())


def _files(full: Catalog) -> dict[Path, bytes]:
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, full, width=92, sort_output=True, include_lineno=False)
    write_mo(compiled, full)
    return {
        FOLDER / "acctaudit.po": text.getvalue(),
        FOLDER / "acctaudit.mo": compiled.getvalue(),
    }


def missing(part: str = "") -> list[str]:
    """Messages without German, of files whose path has `part`; units say their case."""
    return [
        f"{message.context}|{message.id}" if message.context else str(message.id)
        for message in catalogue()
        if message.id
        and not message.string
        and any(part in place for place, _ in message.locations)
    ]


def _add(translations: dict[str, str]) -> None:
    full = catalogue()
    for key, german in translations.items():
        case, text = key.split("|", 1) if key.startswith("dative|") else (None, key)
        message = full.get(text, case)
        if message is None:
            print(f"no such message: {key[:70]}", file=sys.stderr)
        else:
            message.string = german
    _write(full)


def _write(full: Catalog) -> None:
    for path, content in _files(full).items():
        path.write_bytes(content)


def _check() -> int:
    """1 if a message lacks its German, or the files are not those that would be written."""
    open_ = missing()
    stale = [path for path, content in files().items() if path.read_bytes() != content]
    for text in open_:
        print(f"no German for: {text[:80]!r}", file=sys.stderr)
    for path in stale:
        print(f"stale: {path.relative_to(ROOT)}", file=sys.stderr)
    if open_ or stale:
        print("run make docs, then fill in acctaudit.po", file=sys.stderr)
    return int(bool(open_ or stale))


def main(arguments: list[str]) -> None:
    """Do what was asked for."""
    match arguments:
        case ["--missing", part]:
            print(
                json.dumps(dict.fromkeys(missing(part), ""), indent=1, ensure_ascii=False)
            )
        case ["--add", name]:
            _add(json.loads(Path(name).read_text("utf-8")))
        case ["--check"]:
            sys.exit(_check())
        case _:
            _write(catalogue())


if __name__ == "__main__":
    main(sys.argv[1:])
