"""Names of pages: safe on every system, and no two alike."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60
_UNSAFE = re.compile(r"[^a-z0-9_]+")
_ENDINGS = re.compile(
    r"(?:\.(?:zip|json|jsonl|ndjson|csv|tsv|parquet|js|gz|zst))+$", re.IGNORECASE
)
_DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
}
"""Names that Windows keeps for itself."""
SAFE = re.compile(r"[a-z0-9_-]{1,70}")
"""What every name of a page looks like."""


def slug(name: str) -> str:
    """A handle or the name of an input in lower case, with ASCII letters and digits only.

    >>> slug("../Müller & Söhne.zip")
    'muller-sohne'
    """
    plain = unicodedata.normalize("NFKD", _ENDINGS.sub("", name)).casefold()
    ascii_ = plain.encode("ascii", "ignore").decode()
    made = _UNSAFE.sub("-", ascii_).strip("-")[:_LONGEST].strip("-") or "account"
    return f"account-{made}" if made in _DEVICES else made


def unique(names: Iterable[str]) -> list[str]:
    """A slug for each name; the second of two alike gets a number."""
    taken: set[str] = set()
    made = []
    for name in names:
        base = found = slug(name)
        number = 1
        while found in taken:
            number += 1
            found = f"{base}-{number}"
        taken.add(found)
        made.append(found)
    return made
