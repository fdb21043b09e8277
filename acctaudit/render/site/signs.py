"""The signs of severities and standings: one path each, drawn in whatever colour.

In the long table they are masks of the style sheet, since a thousand drawings would make
the page heavy; a word stands beside each, which remains where style sheets are refused.
"""

from __future__ import annotations

from acctaudit.render.markup import Html, element
from acctaudit.render.palette import LIGHT
from acctaudit.site.data import (
    FAILED,
    FEED,
    FOUND,
    GIVEN_UP,
    NOTHING,
    OPEN,
    SENDS,
    TALKS,
)

_DISC = "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z"
_RING = f"{_DISC}M8 2.5a5.5 5.5 0 1 1 0 11A5.5 5.5 0 1 1 8 2.5z"
_CROSS = "M5 6.4L6.4 5 8 6.6 9.6 5 11 6.4 9.4 8 11 9.6 9.6 11 8 9.4 6.4 11 5 9.6 6.6 8z"
_CHECK = "M4.3 8.2L5.7 6.8 7.2 8.3 10.6 4.9 12 6.3 7.2 11.1z"
_DIAMOND = "M8 .5L15.5 8 8 15.5.5 8zM7 4v5h2V4zM7 10.5v2h2v-2z"
PATHS = {
    "critical": f"M5 1h6l4 4v6l-4 4H5l-4-4V5z{_CROSS}",
    "high": "M8 1l7.5 14H.5zM7 6v4h2V6zM7 11.5v2h2v-2z",
    "medium": _DIAMOND,
    "low": f"{_DISC}M7 4v4.8L5.4 7.2 4 8.6l4 4 4-4-1.4-1.4L9 8.8V4z",
    "info": f"{_RING}M7 7h2v5H7zM7 4h2v2H7z",
    GIVEN_UP: f"M1.5 1.5h13v13h-13z{_CROSS}",
    SENDS: "M1 6h3l7-4v12l-7-4H1zM12.5 5h2v6h-2z",
    FOUND: _DIAMOND,
    TALKS: "M1 1.5h14v10H8l-4 4v-4H1zM4.3 6.7l1.4-1.4 1.5 1.5 3.4-3.4L12 4.8 7.2 9.6z",
    NOTHING: f"{_RING}{_CHECK}",
    FEED: f"{_RING}M5 4.5l6 3.5-6 3.5z",
    OPEN: f"{_RING}M5 7h6v2H5z",
    FAILED: "M2 4l2-2 4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4z",
}
"""By severity or standing, on a field of 16 by 16; what is drawn twice is a hole."""


def symbol(key: str, colour: str) -> Html:
    """A sign to be used by its name, `#i-KEY`, once a page."""
    shape = element(
        "path",
        d=PATHS[key],
        fill=LIGHT[colour],
        fill_rule="evenodd",
        class_=f"f-{colour}",
    )
    return element("symbol", shape, id=f"i-{key}", viewBox="0 0 16 16")


def masks() -> str:
    """Rules that give each class of a severity or standing its sign."""
    return "".join(f'.m-{key}{{--m:url("{_image(d)}")}}' for key, d in PATHS.items())


def _image(d: str) -> str:
    drawing = (
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
        f"%3Cpath fill-rule='evenodd' d='{d}'/%3E%3C/svg%3E"
    )
    return f"data:image/svg+xml,{drawing}"
