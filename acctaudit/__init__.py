"""acctaudit: the post-mortem of a Twitter/X account from its own export."""

from __future__ import annotations

__version__ = "0.1.0"
