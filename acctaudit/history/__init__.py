"""History: the figures and findings of earlier reports, in SQLite or on PostgreSQL.

Imports SQLAlchemy, so it is imported only where a history is used.
"""

from __future__ import annotations

from acctaudit.history.against import known
from acctaudit.history.months import trends, with_trends
from acctaudit.history.place import FILE
from acctaudit.history.runs import add
from acctaudit.history.store import Store, at

__all__ = ["FILE", "Store", "add", "at", "known", "trends", "with_trends"]
