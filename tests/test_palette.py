"""The colours can be told from what is behind them, in both themes."""

from __future__ import annotations

import pytest

from acctaudit.render.palette import DARK, GROUNDS, LIGHT, MARKS, TEXTS, contrast

THEMES = {"light": LIGHT, "dark": DARK}


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
