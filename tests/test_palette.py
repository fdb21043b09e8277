"""The colours can be told from what is behind them, and from each other by any eye."""

from __future__ import annotations

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from acctaudit.render.palette import DARK, GROUNDS, LIGHT, MARKS, SERIES, TEXTS, contrast

THEMES = {"light": LIGHT, "dark": DARK}
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira & Fernandes 2009, severity 1.0, for linear RGB."""
LEAST = 12
"""CIEDE2000 between any two series. One is the least difference seen between large fields
that touch; shapes as narrow as a column of the life need several times as much. Twelve is
our judgement; textures and order carry the difference as well."""

Colour = tuple[float, float, float]


def linear(colour: str) -> Colour:
    """Linear RGB of `#rrggbb`."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def times(matrix: tuple[Colour, ...], colour: Colour) -> Colour:
    """A matrix applied to a colour."""
    one, two, three = (
        sum(m * c for m, c in zip(row, colour, strict=True)) for row in matrix
    )
    return one, two, three


def seen(colour: str, eye: str) -> Colour:
    """CIELAB (D65) of a colour as an eye sees it."""
    red, green, blue = (min(1.0, max(0.0, c)) for c in times(EYES[eye], linear(colour)))
    x, y, z = times(
        (
            (0.4124564, 0.3575761, 0.1804375),
            (0.2126729, 0.7151522, 0.0721750),
            (0.0193339, 0.1191920, 0.9503041),
        ),
        (red, green, blue),
    )
    fx, fy, fz = (_cube(part) for part in (x / 0.95047, y, z / 1.08883))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _cube(part: float) -> float:
    root: float = part ** (1 / 3)
    return root if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def difference(one: Colour, other: Colour) -> float:
    """CIEDE2000 of two colours in CIELAB (Sharma, Wu & Dalal 2005)."""
    middle = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    grey = 1.5 - 0.5 * sqrt(middle**7 / (middle**7 + 25**7))
    (l1, c1, h1), (l2, c2, h2) = (_polar(colour, grey) for colour in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    light, chroma, hue = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    if not c1 * c2:
        hue = h1 + h2
    wave = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    lightness = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    saturation = (c2 - c1) / (1 + 0.045 * chroma)
    hues = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * wave)
    blue = sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    cross = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * blue * saturation * hues
    return sqrt(lightness**2 + saturation**2 + hues**2 + cross)


def _polar(colour: Colour, grey: float) -> Colour:
    light, a, b = colour
    hue = degrees(atan2(b, a * grey)) % 360 if a or b else 0.0
    return light, hypot(a * grey, b), hue


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_difference_is_that_of_the_published_pairs(
    one: Colour, other: Colour, expected: float
) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize(("one", "other"), list(combinations(SERIES, 2)))
def test_any_eye_tells_series_apart(theme: str, eye: str, one: str, other: str) -> None:
    colours = THEMES[theme]
    assert difference(seen(colours[one], eye), seen(colours[other], eye)) >= LEAST


def test_colours_that_an_eye_confuses_would_be_found() -> None:
    blue, violet = "#2b5a86", "#7b4a93"
    assert difference(seen(blue, "all cones"), seen(violet, "all cones")) >= LEAST
    for eye in ("protanopia", "deuteranopia"):
        assert difference(seen(blue, eye), seen(violet, eye)) < LEAST


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_both_themes_name_the_same_colours() -> None:
    assert list(LIGHT) == list(DARK)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_reads(theme: str, ground: str, text: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("mark", MARKS)
def test_marks_show(theme: str, ground: str, mark: str) -> None:
    colours = THEMES[theme]
    assert contrast(colours[mark], colours[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_a_value_shows_on_the_zone_beyond_its_limit(theme: str) -> None:
    assert contrast(THEMES[theme]["ink"], THEMES[theme]["zone"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_text_on_dark_buttons_reads(theme: str) -> None:
    assert contrast(THEMES[theme]["paper"], THEMES[theme]["ink"]) >= 4.5
