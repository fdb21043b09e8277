"""How does the end of the active life compare with all that came before it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.analyzers import rates
from acctaudit.measure import Metric, tried

if TYPE_CHECKING:
    from acctaudit.model.account import Account


@dataclass(frozen=True)
class Recent:
    """The last ninety days against all before: measured only where a claim asks for it."""

    rate_ratio: Metric
    """Posting rate of the last 90 days of the active life / that of all days before."""


def measure(account: Account) -> Recent:
    """Compare the two rates."""
    return Recent(tried(lambda: rates.recent_ratio(account)))
