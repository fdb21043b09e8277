"""Fixtures of the tests that look at a page in a browser; tests that trace no coverage."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from browser import CHROMIUM, FLAGS, Seen

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Run a test that is marked `untraced` without the tracer, where there is one."""
    tracer = sys.gettrace()
    if item.get_closest_marker("untraced"):
        sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed"
    )
    with sync_api.sync_playwright() as play:
        try:
            started = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        except sync_api.Error:
            pytest.skip(f"no Chromium at {CHROMIUM}")
        yield started
        started.close()


@pytest.fixture
def see(browser: Any, tmp_path: Path) -> Iterator[Any]:
    opened: list[Seen] = []

    def look(page: str, **context: Any) -> Seen:
        path = tmp_path / f"{len(opened)}.html"
        path.write_text(page, encoding="utf-8")
        opened.append(Seen(browser, path, **context))
        return opened[-1]

    yield look
    for seen in opened:
        seen.context.close()
