"""Pictures of the page for people to look at: six samples, four ways each, into shots/.

python docs/shots.py            writes shots/NAME-light.png, -dark, -phone and -print
python docs/shots.py --readme   writes docs/report.png, which the README shows
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from acctaudit.cli import main as acctaudit

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "shots"
CASE = ("samples/strabag/reconstruction.json", "--archetype", "b2b", "--goal", "dialogue",
        "--claim", "no-discussion")  # fmt: skip
SAMPLES = {
    "strabag": CASE,
    "brand": ("samples/brand.json",),
    "desk": ("samples/desk.json", "--archetype", "care", "--time-zone", "Europe/Vienna"),
    "news": ("samples/news.json", "--archetype", "news"),
    "archive": ("samples/archive-2024.zip", "--lang", "de"),
    "tiny": ("samples/tiny.json",),
}
WAYS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2},
    "print": {"viewport": {"width": 718, "height": 1047}},
}
"""Sizes in CSS pixels; print is A4 without its margins."""
CHROMIUM: dict[str, Any] = {
    "executable_path": "/usr/bin/chromium",
    "args": ["--no-sandbox"],
}


def page_of(name: str) -> Path:
    """Write the page of one sample."""
    path = FOLDER / f"{name}.html"
    acctaudit.main(["report", *SAMPLES[name], "-o", str(path)], standalone_mode=False)
    return path


def shoot(browser: Any, page: Path, way: str, into: Path, *, whole: bool) -> None:
    """One picture of a page."""
    view = browser.new_page(**WAYS[way])
    if way == "print":
        view.emulate_media(media="print")
    view.goto(page.as_uri())
    view.screenshot(path=into, full_page=whole)
    view.close()


def main(arguments: list[str]) -> None:
    """Make the pictures that were asked for."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(**CHROMIUM)
        if arguments == ["--readme"]:
            page = page_of("strabag")
            shoot(browser, page, "light", ROOT / "docs" / "report.png", whole=False)
            return
        for name in SAMPLES:
            page = page_of(name)
            for way in WAYS:
                shoot(browser, page, way, FOLDER / f"{name}-{way}.png", whole=True)


if __name__ == "__main__":
    main(sys.argv[1:])
