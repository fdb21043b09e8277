"""One file for each question asked of an account.

An analyzer is a function `measure` from the account, and other results by type, to a frozen
dataclass of metrics. Each is computed once.
"""

from __future__ import annotations

ANALYZERS = (
    "composition",
    "cadence",
    "phases",
    "start",
    "conversation",
    "responsiveness",
    "engagement",
    "results",
    "content",
    "profile",
    "audience",
    "automation",
    "ending",
    "archetype",
)
"""Names of the modules, in the order in which a report shows them."""
