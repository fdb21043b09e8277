"""How a path is named to the user."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """The path as a person would type it from here."""
    return (
        str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
    )
