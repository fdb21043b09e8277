"""The examples of all patterns, each judged once however many tests look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from acctaudit.model.account import Account
    from acctaudit.report import Finding
    from acctaudit.story import Example, Story

_accounts: dict[int, tuple[Story, Account]] = {}
_findings: dict[tuple[int, str], tuple[Example, Finding]] = {}
"""By identity, each with what is identified, so that no other can take its place."""


def account(tale: Story) -> Account:
    """The account of a story."""
    if id(tale) not in _accounts:
        _accounts[id(tale)] = tale, tale.account()
    return _accounts[id(tale)][1]


def finding(example: Example, code: str) -> Finding:
    """What is said of a pattern on an example."""
    if (id(example), code) not in _findings:
        _findings[id(example), code] = example, example.finding(code)
    return _findings[id(example), code][1]
