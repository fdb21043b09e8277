"""What writers of flat tables share: CSV and JSON as bytes, and ways to write a time."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from samples.tale import EPOCH_MS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samples.tale import Told

Row = dict[str, Any]


def sheet(header: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A CSV with a header; what a row lacks is empty."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def json_list(rows: Iterable[Row]) -> bytes:
    """A list of objects."""
    return json.dumps(list(rows), ensure_ascii=False).encode()


def json_lines(rows: Iterable[Row]) -> bytes:
    """An object a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def escaped(text: str) -> str:
    """Text as the platform escapes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def ctime(moment: datetime) -> str:
    """A time as API v1.1 writes it."""
    return moment.strftime("%a %b %d %H:%M:%S +0000 %Y")


def counted(told: Told) -> tuple[int, int]:
    """Likes and reposts as the platform shows them: of a repost those of the original."""
    if told.kind == "repost" and told.about:
        return told.about.likes, told.about.reposts
    return told.likes, told.reposts


def rounded(post_id: str | None) -> str:
    """An id as a spreadsheet shows it: six digits and a power of ten."""
    return f"{int(post_id):.5E}" if post_id else ""


def permalink(handle: str, post_id: str | None) -> str:
    """The address of a post."""
    return f"https://twitter.com/{handle}/status/{post_id}"


def moment_of(post_id: str) -> datetime:
    """The time in an id, whole seconds."""
    ms = (int(post_id) >> 22) + EPOCH_MS
    return datetime.fromtimestamp(ms // 1000, UTC)
