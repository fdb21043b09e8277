"""Writers: the account of a `Tale` as each format would hold it, one module a format.

Each module has

- `write(tale)`: the files of an export, by name
- `KEEPS`: the columns of the model that the format carries for every post that it holds
- `KINDS`: the kinds of posts that the format holds
- `SHOWS`, where kinds are not all told apart: what some of them look like

They are written from the descriptions of the formats and share nothing with the readers.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samples.tale import Tale

UNMARKED = {"quote": "original"}
"""What quotes are in a format that does not mark them."""
ALL = ("original", "reply", "self_reply", "repost", "quote")


def names() -> list[str]:
    """The formats that have a writer."""
    return sorted(
        module.name for module in iter_modules(__path__) if not module.name.startswith("_")
    )


def writer(name: str) -> Any:
    """The module that writes a format."""
    return import_module(f"samples.writers.{name}")


def files(name: str, tale: Tale) -> dict[str, bytes]:
    """The files of an export in that format."""
    found: dict[str, bytes] = writer(name).write(tale)
    return found
