"""A page in the colours of whoever sends it: logo, accent colour."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from xml.etree import ElementTree as ET

from acctaudit.errors import UsageError
from acctaudit.render.palette import DARK, GROUNDS, LIGHT, contrast

_SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}
MAX_LOGO = 150_000
"""Bytes of a logo: a page stays below 300 kB. Our judgement."""
READABLE = 4.5
"""Contrast of text on its ground (WCAG 2, success criterion 1.4.3, level AA)."""


def logo(path: str) -> str:
    """The image as a data URI, known by its first bytes; UsageError for anything else."""
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
    kind = _kind(raw)
    if kind is None:
        raise UsageError(f"--logo {path}: not an image; use PNG, JPEG, GIF, WebP or SVG")
    return f"data:{kind};base64,{b64encode(raw).decode()}"


def _kind(raw: bytes) -> str | None:
    """The type of an image, or None for what is not one."""
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "image/webp"
    for signature, kind in _SIGNATURES.items():
        if raw.startswith(signature):
            return kind
    return "image/svg+xml" if _is_svg(raw) else None


def _is_svg(raw: bytes) -> bool:
    """Whether it is a drawing. As an image it can neither run scripts nor load anything."""
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        return False
    try:
        return ET.fromstring(raw).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314
    except ET.ParseError:
        return False


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
