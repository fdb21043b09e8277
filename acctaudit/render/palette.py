"""The colours of the page, in one place: light and dark, with the arithmetic of contrast.

Charts carry the light colours as attributes, for readers whose server refuses style sheets;
classes of the same names override them by theme.
"""

from __future__ import annotations

LIGHT = {
    "paper": "#ffffff",
    "surface": "#f6f8fa",
    "tint": "#ebf2f4",
    "ink": "#1b2430",
    "soft": "#535d6b",
    "line": "#d8dee4",
    "axis": "#77818d",
    "accent": "#0d5966",
    "critical": "#9a1b2b",
    "high": "#ab440d",
    "medium": "#7d5900",
    "low": "#46607d",
    "info": "#535d6b",
    "good": "#2a6a46",
    "zone": "#f2d9cf",
    "original": "#2b5a86",
    "self_reply": "#748cac",
    "quote": "#4f1445",
    "reply": "#c9590e",
    "repost": "#7f8078",
}
DARK = {
    "paper": "#12161b",
    "surface": "#191f26",
    "tint": "#1c272c",
    "ink": "#ebe8e1",
    "soft": "#abb3be",
    "line": "#333c47",
    "axis": "#7d8794",
    "accent": "#74c3d1",
    "critical": "#ff8f8f",
    "high": "#f59d68",
    "medium": "#e0b653",
    "low": "#a2b9d4",
    "info": "#abb3be",
    "good": "#83cca2",
    "zone": "#4b2c25",
    "original": "#6ba2d9",
    "self_reply": "#71809a",
    "quote": "#e5caee",
    "reply": "#f28f45",
    "repost": "#8f8a7e",
}
GROUNDS = ("paper", "surface", "tint")
TEXTS = ("ink", "soft", "accent", "critical", "high", "medium", "low", "info", "good")
"""Colours that text is set in: at least 4.5:1 on every ground."""
SERIES = ("original", "self_reply", "quote", "reply", "repost")
"""Colours that stand beside each other: any two can be told apart, whatever colours an eye
sees (tested by simulation); each but the first has a texture as well."""
MARKS = ("axis", *SERIES)
"""Colours of shapes that carry meaning: at least 3:1 on every ground."""


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` as WCAG 2 defines it."""
    raw = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in raw
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21 (WCAG 2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def tokens(colours: dict[str, str]) -> str:
    """The colours as CSS custom properties."""
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def classes() -> str:
    """One class for each colour to fill a shape, one to draw a line."""
    fills = (f".f-{name}{{fill:var(--{name})}}" for name in LIGHT)
    lines = (f".s-{name}{{stroke:var(--{name})}}" for name in LIGHT)
    return "".join((*fills, *lines))
