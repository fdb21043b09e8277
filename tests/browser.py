"""A page in a real Chromium: what it asks for, complains about, and how wide it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTLED = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))"
"""Two turns of the page's own clock after it was loaded: what it reports has arrived."""
OPENED = "document.querySelectorAll('details').forEach(part => part.open = true)"
WIDTH = "document.documentElement.scrollWidth"


class Seen:
    """A page in the browser with everything that it asked for or complained about."""

    def __init__(self, browser: Any, path: Path, **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.reports: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", self._dialog)
        self.page.on("console", lambda message: self.reports.append(message.text))
        self.page.on("pageerror", lambda error: self.reports.append(str(error)))
        self.page.add_init_script(
            "addEventListener('securitypolicyviolation', found =>"
            " console.log('CSP ' + found.violatedDirective))"
        )
        self.page.goto(path.as_uri())
        if context.get("java_script_enabled", True):
            self.page.evaluate(SETTLED)
        self.requests = [url for url in self.requests if url != path.as_uri()]

    def _dialog(self, dialog: Any) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def complaints(self) -> list[str]:
        """Everything that a quiet page has none of."""
        return [*self.requests, *self.reports, *self.dialogs]


def with_body(page: str, more: str) -> str:
    """The page with something at its end."""
    return page.replace("</main>", more + "</main>")
