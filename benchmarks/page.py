"""The page of validations: each table stands between two marks that bear its name."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "validation.md"


def put(name: str, lines: list[str], page: Path = PAGE) -> None:
    """Write a table between its marks; a ValueError if the page has no such marks."""
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    pattern = re.compile(f"{begin}\n.*?{end}", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"{page} has no place for {name}")
    body = "\n".join(lines)
    new = pattern.sub(lambda _: f"{begin}\n\n{body}\n\n{end}", text)
    page.write_text(new, encoding="utf-8")
