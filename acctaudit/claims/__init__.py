"""One file for each claim that owners make about their account.

A module here holds one subclass of `Claim`; it is found by being here.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules

from acctaudit.claim import Claim
from acctaudit.errors import unknown_name


@cache
def claims() -> tuple[Claim, ...]:
    """Every claim with its default limits, by code."""
    kinds = [
        kind
        for found in iter_modules(__path__)
        for _, kind in getmembers(import_module(f"{__name__}.{found.name}"), isclass)
        if issubclass(kind, Claim) and kind.__module__ == f"{__name__}.{found.name}"
    ]
    return tuple(kind() for kind in sorted(kinds, key=lambda kind: kind.code))


def claim(name: str) -> Claim:
    """The claim of that code or name; UsageError with the nearest one otherwise."""
    known = {c.code: c for c in claims()} | {c.name: c for c in claims()}
    wanted = name.upper() if name.upper() in known else name.lower()
    if wanted not in known:
        raise unknown_name("claim", name, known)
    return known[wanted]
