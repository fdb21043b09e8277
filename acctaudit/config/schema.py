"""The JSON Schema of a settings file, made from the table of its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.config.budgets import keys as budget_keys
from acctaudit.config.keys import KEYS, MATCH, SUPPRESS, Key
from acctaudit.config.metrics import metrics, names
from acctaudit.config.thresholds import keys as pattern_keys
from acctaudit.measure import SHARE
from acctaudit.patterns import patterns

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = "acctaudit/config/1"
_LIMIT, _SHARE = "budget", "budget-of-a-share"
Schema = dict[str, Any]


def json_schema() -> Schema:
    """JSON Schema (2020-12) of `acctaudit.toml`; hyphens and underscores are the same."""
    top = _object(KEYS, "#")
    top["properties"]["patterns"] |= _closed(_patterns())
    top["properties"]["budget"] |= _closed(_budgets())
    top["properties"]["suppress"]["items"] = {"$ref": "#/$defs/suppress"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "acctaudit settings",
        **top,
        "$defs": {**_of_patterns(), **_of_budgets(), **_of_suppress()},
    }


def _object(keys: Mapping[str, Key], at: str) -> Schema:
    """An object with these keys and no others; `at` is where it stands in the schema."""
    properties: Schema = {}
    for name, key in keys.items():
        properties[name] = {**key.form.schema(), "description": key.about}
        if "_" in name:
            ref = f"{at}/properties/{name}"
            properties[name.replace("_", "-")] = {"$ref": ref}
    return {"type": "object", **_closed(properties)}


def _closed(properties: Schema) -> Schema:
    return {"properties": properties, "additionalProperties": False}


def _patterns() -> Schema:
    """By code and by name."""
    return {
        name: {"$ref": f"#/$defs/{pattern.code}"}
        for pattern in patterns()
        for name in (pattern.code, pattern.name)
    }


def _of_patterns() -> Schema:
    return {
        pattern.code: {
            "title": f"{pattern.code} {pattern.name}: {pattern.failing}",
            **_object(pattern_keys(pattern), f"#/$defs/{pattern.code}"),
        }
        for pattern in patterns()
    }


def _budgets() -> Schema:
    """By every name of a metric, and by analyzer and metric, as TOML reads a dotted key."""
    refs = {full: {"$ref": f"#/$defs/{_kind(full)}"} for full in metrics()}
    properties: Schema = {name: refs[full] for name, full in names().items()}
    for full, ref in refs.items():
        analyzer, _, name = full.partition(".")
        within = properties.setdefault(analyzer, {"type": "object", **_closed({})})
        within["properties"][name] = ref
    return properties


def _of_budgets() -> Schema:
    """Of a share and of anything else; `keys` gives the same for all metrics of a kind."""
    kinds = {_kind(full): full for full in metrics()}
    return {
        kind: _object(budget_keys(full), f"#/$defs/{kind}")
        for kind, full in sorted(kinds.items())
    }


def _kind(full: str) -> str:
    return _SHARE if metrics()[full].unit == SHARE else _LIMIT


def _of_suppress() -> Schema:
    """What has to be said, and that it runs out on a day or never."""
    schema = _object(SUPPRESS, "#/$defs/suppress")
    schema["properties"]["match"] |= _closed(_object(MATCH, "")["properties"])
    permanent = {"properties": {"permanent": {"const": True}}, "required": ["permanent"]}
    schema["required"] = ["pattern", "reason"]
    schema["oneOf"] = [permanent, {"required": ["expires"]}]
    return {"suppress": schema}
