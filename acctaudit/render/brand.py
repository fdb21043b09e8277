"""A page in the colours of whoever sends it: logo, accent colour."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError, ParserCreate

from acctaudit.errors import UsageError
from acctaudit.render.markup import Html
from acctaudit.render.palette import DARK, GROUNDS, LIGHT, contrast

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_LOGO = 150_000
"""Bytes of a logo: a page stays below 300 kB. Our judgement."""
READABLE = 4.5
"""Contrast of text on its ground (WCAG 2, success criterion 1.4.3, level AA)."""


def logo(path: str) -> str:
    """The image as a data URI, known by what is in it; UsageError for anything else."""
    file = Path(path)
    try:
        size = file.stat().st_size
        raw = file.read_bytes() if size <= MAX_LOGO else b""
    except OSError as error:
        raise UsageError(f"--logo {path}: {error.strerror}") from None
    if size > MAX_LOGO:
        raise UsageError(
            f"--logo {path}: {size:,} bytes are too many; use an image of at most"
            f" {MAX_LOGO:,} bytes"
        )
    try:
        kind = _kind(raw)
    except ValueError as error:
        raise UsageError(f"--logo {path}: {error}") from None
    return Html(f"data:{kind};base64,{b64encode(raw).decode()}")


def _kind(raw: bytes) -> str:
    """The type of an image; ValueError with the reason for what is not a whole one."""
    for signature, kind, is_whole in _KINDS:
        if raw.startswith(signature):
            if not is_whole(raw):
                name = kind.removeprefix("image/").upper()
                raise ValueError(f"this {name} image is cut off or broken; save it again")
            return kind
    _check_svg(raw)
    return "image/svg+xml"


def _is_png(raw: bytes) -> bool:
    """Whether a header comes first and the end is there (PNG 3rd edition, 5.6)."""
    return raw[12:16] == b"IHDR" and b"IEND\xaeB`\x82" in raw


def _is_gif(raw: bytes) -> bool:
    """Whether the screen is described and the trailer is there (GIF89a, 27)."""
    return len(raw) > 13 and raw.rstrip(b"\0").endswith(b";")


def _is_webp(raw: bytes) -> bool:
    """Whether it is as long as it says (RFC 9649, 2.3-2.4)."""
    return raw[8:15] == b"WEBPVP8" and int.from_bytes(raw[4:8], "little") + 8 <= len(raw)


def _is_jpeg(raw: bytes) -> bool:
    """Whether its segments lead to a frame with a size, and the end is there (T.81, B)."""
    at = 2
    while raw[at : at + 1] == b"\xff" and at + 9 <= len(raw):
        marker, length = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker in _FRAMES:
            has_size = raw[at + 5 : at + 7] != b"\0\0" and raw[at + 7 : at + 9] != b"\0\0"
            return has_size and raw.find(b"\xff\xd9", at) > 0
        at += 1 if marker == _FILL else 2 + length
    return False


_FILL = 0xFF
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
"""Markers of a segment that holds the size of a JPEG."""
_KINDS: tuple[tuple[bytes, str, Callable[[bytes], bool]], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", _is_png),
    (b"\xff\xd8\xff", "image/jpeg", _is_jpeg),
    (b"GIF87a", "image/gif", _is_gif),
    (b"GIF89a", "image/gif", _is_gif),
    (b"RIFF", "image/webp", _is_webp),
)
"""How an image begins, its type, and what tells whether it is whole."""


def _check_svg(raw: bytes) -> None:
    """ValueError for what is no drawing, or one that brings declarations of its own.

    As an image a drawing can neither run scripts nor load anything.
    """
    parser = ParserCreate(namespace_separator=" ")
    elements: list[str] = []
    parser.StartElementHandler = lambda name, _: elements.append(name)
    parser.StartDoctypeDeclHandler = _check_doctype
    try:
        parser.Parse(raw, True)
    except (ExpatError, LookupError):
        elements.clear()
    if elements[:1] != ["http://www.w3.org/2000/svg svg"]:
        raise ValueError("not an image; use PNG, JPEG, GIF, WebP or SVG")


def _check_doctype(
    _name: str,
    _system: str | None,
    _public: str | None,
    has_subset: bool,  # expat's signature
) -> None:
    if has_subset:
        raise ValueError(
            "its DOCTYPE declares entities, which are refused; save it as plain SVG"
        )


def accent(colour: str) -> str:
    """The colour as `#rrggbb`; UsageError if text in it could not be read on the page."""
    found = re.fullmatch(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", colour)
    if not found:
        raise UsageError(f"--accent {colour}: not a colour; write it as #1a5fb4")
    short = found[1].lower()
    whole = f"#{short}" if len(short) == 6 else "#" + "".join(2 * digit for digit in short)
    least = min(contrast(whole, LIGHT[ground]) for ground in GROUNDS)
    if least < READABLE:
        raise UsageError(
            f"--accent {colour}: its contrast on the page is {least:.1f}:1, and text needs"
            f" {READABLE}:1 (WCAG AA); use a darker colour"
        )
    return whole


def for_dark(colour: str) -> str:
    """The colour mixed with white until text in it can be read on the dark page."""
    for part in range(0, 101, 5):
        mixed = _mixed(colour, part / 100)
        if min(contrast(mixed, DARK[ground]) for ground in GROUNDS) >= READABLE:
            return mixed
    raise AssertionError("white can be read on every dark ground")


def _mixed(colour: str, white: float) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * white):02x}" for part in parts)
