"""Layers of settings: what each source says, checked, as one flat table of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.address import is_address, place
from acctaudit.config.files import Bare, Text
from acctaudit.config.keys import KEYS, TABLES
from acctaudit.config.source import NO_ADDRESS, Entry, Source, Spot
from acctaudit.errors import UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Layer = dict[tuple[str, ...], Entry]

PREFIX = "ACCTAUDIT_"
NAMES_FILE = "ACCTAUDIT_CONFIG"
"""Names the settings file, unless the command line does."""
NO_KEYS = (NAMES_FILE, "ACCTAUDIT_DEBUG")
"""Variables that are none of the keys."""
_FILE_ONLY = ("extend",)
"""Keys that make sense in a file only."""


def checked(text: Text) -> Layer:
    """Everything that a source says, by key; tables have one entry for each key in them.

    UsageError with the place, the key and what it must be.
    """
    layer: Layer = {}
    raw = {key: _listed(key, value) for key, value in text.raw.items()}
    spelt = {written.replace("-", "_"): written for written in raw}
    for name, entry in text.spot.read(raw, KEYS).items():
        spot = text.spot.below(spelt[name])
        if name in _FILE_ONLY and text.source.path is None:
            raise spot.fault("can stand in a file only; name that file with --config FILE")
        if name == "patterns":
            from acctaudit.config.thresholds import thresholds

            layer |= thresholds(entry.value, spot)
        elif name == "budget":
            from acctaudit.config.budgets import limits

            layer |= limits(entry.value, spot)
        elif name == "suppress":
            from acctaudit.config.excuses import excuses

            layer[(name,)] = Entry(excuses(entry.value, spot), entry.origin)
        else:
            layer[(name,)] = _single(name, entry, spot)
    return layer


def environment(environ: Mapping[str, str], folder: Path) -> Layer:
    """What `ACCTAUDIT_*` variables say; an empty one is as if it was not set."""
    known = {PREFIX + key.upper(): key for key in KEYS}
    layer: Layer = {}
    for name, value in sorted(environ.items()):
        if not name.startswith(PREFIX) or name in NO_KEYS:
            continue
        key = known.get(name)
        if key is None:
            raise UsageError(
                f"{name}: unknown variable of the environment:"
                f" {nearest(name, [*known, *NO_KEYS])}"
            )
        if key in TABLES:
            raise UsageError(f"{name}: {key} is a table; write it into a file")
        if value.strip():
            said = KEYS[key].form.of_text(value.strip())
            layer |= checked(Text(Source(name, folder), {key: said}))
    return layer


def typed(given: Mapping[str, Any], folder: Path) -> Layer:
    """What options of the command line say, by the name of the option without dashes.

    `given` holds the key and its value for each; the empty ones are left out.
    """
    layer: Layer = {}
    for option, (key, value) in given.items():
        said = [item for item in value if item.strip()] if _is_many(value) else value
        if said:
            layer |= checked(Text(Source(f"--{option}", folder), {key: said}))
    return layer


def _is_many(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _listed(key: str, value: Any) -> Any:
    """A bare word, as its key would take it from the environment."""
    form = KEYS.get(key.replace("-", "_"))
    return form.form.of_text(value) if isinstance(value, Bare) and form else value


def _single(name: str, entry: Entry, spot: Spot) -> Entry:
    """A value that stands alone, whose names exist and whose file is found."""
    value = entry.value
    if name == "history":
        value = _history(value, spot)
    elif KEYS[name].is_path:
        if is_address(value):
            raise spot.fault(NO_ADDRESS)
        value = str(spot.source.folder / value)
    with spot.placed(value):
        _names_exist(name, value)
    return Entry(value, entry.origin)


def _history(value: str, spot: Spot) -> str:
    """The address of a history that can be one; a file has its folder before it."""
    with spot.placed():
        place(value)
    text = value.strip()
    return text if is_address(text) else str(spot.source.folder / text)


def _names_exist(name: str, value: Any) -> None:
    """Have the options check it; claims and codes are looked up only where there are."""
    from acctaudit.options import Options

    options = Options.of({name: value})
    if options.claims:
        from acctaudit.claims import claim

        for said in options.claims:
            claim(said.claim).takes(said)
    prefixes = (*options.select, *options.extend_select, *options.ignore)
    if prefixes:
        from acctaudit.errors import unknown_name
        from acctaudit.patterns import patterns

        codes = [pattern.code for pattern in patterns()]
        for prefix in prefixes:
            if not any(code.startswith(prefix) for code in codes):
                raise unknown_name("pattern", prefix, codes)
