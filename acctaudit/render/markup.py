"""Elements of HTML and SVG as strings: whatever is put into one comes out escaped."""

from __future__ import annotations

from html import escape

from acctaudit import safe

Value = str | float | None
MAX_TEXT = 20_000
"""Longest piece of text that one element shows."""
_EMPTY = {"circle", "line", "path", "rect"}
"""Elements of SVG that may close themselves; no element of HTML may."""


class Html(str):
    """Markup that is finished. Any other string is data, and is escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        """What Jinja2 asks for before it escapes."""
        return str(self)


def clean(value: str) -> str:
    """Data as it may stand on a page: no controls, no addresses, no telephone numbers."""
    return safe.masked(safe.unstacked(safe.text(value, limit=MAX_TEXT)))


def clipped(value: str, most: int) -> str:
    """Clean data of at most so many characters: cut only after addresses are masked."""
    shown = clean(value)
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"


def data(value: str) -> Html:
    """Data as markup; markup stays as it is."""
    return value if isinstance(value, Html) else Html(escape(clean(value)))


def join(*parts: str) -> Html:
    """Pieces one after the other."""
    return Html("".join(map(data, parts)))


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def element(tag: str, *children: str, **attributes: Value) -> Html:
    """One element. `class_` gives class, `stroke_width` stroke-width; None is left out."""
    inside = join(*children)
    head = tag + "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in _EMPTY and not inside:
        return Html(f"<{head}/>")
    return Html(f"<{head}>{inside}</{tag}>")


def _attribute(name: str, value: Value) -> str:
    """One attribute with a space before it."""
    if value is None:
        return ""
    shown = clean(value) if isinstance(value, str) else number(value)
    return f' {name.rstrip("_").replace("_", "-")}="{escape(shown)}"'
