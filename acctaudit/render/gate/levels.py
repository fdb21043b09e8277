"""What each severity is called elsewhere: the one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """One severity in the words of others."""

    github: str
    """Of an annotation that does not make the gate fail; one that does is an error."""
    gitlab: str
    """Severity of a code quality entry."""
    sarif: str
    """Level of a rule and of a result."""
    color: str
    """Of the badge, where this is the worst."""
    style: str
    """On a terminal, beside the word."""


LEVELS = {
    "critical": Level("warning", "blocker", "error", "red", "bold red"),
    "high": Level("warning", "critical", "error", "orange", "red"),
    "medium": Level("warning", "major", "warning", "yellow", "yellow"),
    "low": Level("warning", "minor", "warning", "yellowgreen", "cyan"),
    "info": Level("notice", "info", "note", "blue", "blue"),
}
