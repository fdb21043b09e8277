"""Whose findings they are: how a gate knows an account again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.gate.data import Who
    from acctaudit.report import Card


def is_same(a: Card | Who, b: Card | Who) -> bool:
    """Whether two are one account: by user id where both have one, else by handle.

    One that has neither is not known to be the same as any.
    """
    if a.user_id and b.user_id:
        return a.user_id == b.user_id
    return bool(a.handle) and _handle(a) == _handle(b)


def is_named(account: Card | Who, name: str) -> bool:
    """Whether a text, a handle with or without its @ or a user id, names the account."""
    wanted = name.removeprefix("@").casefold()
    return wanted in {_handle(account), account.user_id}


def fingerprint(account: Card | Who, code: str, keys: Iterable[str]) -> str:
    """Hash of a finding, the same as long as it is about the same things."""
    owner = account.user_id or _handle(account)
    text = "\n".join([code, owner, *sorted(keys)])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def called(account: Card | Who) -> str:
    """The account in a sentence."""
    if account.handle:
        return f"@{account.handle}"
    return f"user {account.user_id}" if account.user_id else "this account"


def _handle(account: Card | Who) -> str:
    return (account.handle or "").casefold()
