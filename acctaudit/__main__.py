"""`python -m acctaudit` is `acctaudit`."""

from __future__ import annotations

from acctaudit.cli import run

run()
