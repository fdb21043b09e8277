"""Reports that were saved as JSON: known by how they look, and read, or refused."""

from __future__ import annotations

import mmap
import re
from typing import TYPE_CHECKING, BinaryIO

from acctaudit.errors import ReadError
from acctaudit.report import SCHEMA, Report

if TYPE_CHECKING:
    from pathlib import Path

_BEGINNING = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"tool"\s*:\s*\{\s*"name"\s*:')
"""How a report begins, even one that is cut off."""
_BRACE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_MARK = re.compile(rb'"schema"\s*:\s*"acctaudit/report/')
"""What stands in a report whose fields were sorted anew."""
_LARGEST = 200_000_000
"""Bytes; what is larger is no report."""
_AGAIN = "make it again"


def is_report(path: Path) -> bool:
    """Whether a file is, or was to be, a report; no for one that cannot be opened."""
    try:
        if not path.is_file() or not 0 < path.stat().st_size <= _LARGEST:
            return False
        with path.open("rb") as file, _mapped(file) as raw:
            if _BEGINNING.match(raw):
                return True
            return _BRACE.match(raw) is not None and _MARK.search(raw) is not None
    except OSError:
        return False


def _mapped(file: BinaryIO) -> mmap.mmap:
    """The file, of which only the pages that are looked at are read."""
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def load(path: Path, name: str) -> Report:
    """The report in a file, called `name`; ReadError if it is none that can be used."""
    import msgspec

    raw = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    try:
        known = msgspec.json.decode(raw)
    except (ValueError, RecursionError):
        raise ReadError(name, "the JSON is broken or cut off", _AGAIN) from None
    told = known if isinstance(known, dict) else {}
    tool, schema = told.get("tool"), str(told.get("schema"))
    maker = tool.get("name") if isinstance(tool, dict) else None
    if maker != "acctaudit" or not schema.startswith("acctaudit/report/"):
        raise ReadError(name, "is no report of acctaudit", "make one: acctaudit report")
    if schema != SCHEMA:
        raise ReadError(name, f"is a report of another schema than {SCHEMA}", _AGAIN)
    try:
        return Report.from_json(raw)
    except (ValueError, RecursionError):
        problem = "is a report in which something is missing or not as it should be"
        raise ReadError(name, problem, _AGAIN) from None
