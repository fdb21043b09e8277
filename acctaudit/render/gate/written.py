"""JSON for machines that is harmless in a log: exact, in a fixed order, never NaN."""

from __future__ import annotations

import json
import re
from typing import Any

_LONE = re.compile("[\ud800-\udfff]")
_HARMFUL = re.compile(
    "#(?=#)|[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Signs that start a command or steer a terminal. In JSON they stand in strings only."""


def written(value: Any) -> str:
    """The value as JSON with two spaces and a newline at the end."""
    text = json.dumps(whole(value), ensure_ascii=False, allow_nan=False, indent=2)
    return harmless(text) + "\n"


def harmless(text: str) -> str:
    """JSON that means the same, with harmful signs as their numbers."""
    return _HARMFUL.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def whole(value: Any) -> Any:
    """Plain data without halves of characters, which no file can hold."""
    if isinstance(value, dict):
        return {whole(key): whole(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [whole(item) for item in value]
    return _LONE.sub("\ufffd", value) if isinstance(value, str) else value
