"""The outcome as JSON: the truth that every other format shows a part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from acctaudit.render.gate.written import harmless, whole

if TYPE_CHECKING:
    from acctaudit.gate.data import Check


def render(check: Check) -> str:
    """The outcome by schema `acctaudit/check/1`."""
    plain = whole(msgspec.to_builtins(check, enc_hook=str))
    return harmless(msgspec.convert(plain, type(check)).to_json())
