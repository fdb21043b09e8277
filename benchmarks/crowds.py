"""Followers that can be had: bought, traded, off the subject, or no more of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sicknesses import profile
from simulated import SYLLABLES, Life, stamp

from acctaudit.story import START

if TYPE_CHECKING:
    from collections.abc import Callable

    from acctaudit.story import Row


def listed(life: Life, n: int, odd: float, burst: float) -> tuple[Row, ...]:
    """Followers, some of whom follow many, some of whom were created on one day."""
    rows: list[Row] = []
    for i in range(n):
        many = life.rng.random() < odd
        born = 900 if life.rng.random() < burst else life.rng.randrange(2500)
        moment = datetime(2010, 1, 1, tzinfo=UTC) + timedelta(days=born)
        rows.append(
            {
                "user_id": str(10_000 + i),
                "created_at": stamp(moment),
                "followers": 20 if many else 200,
                "following": 900 if many else life.rng.randrange(100, 600),
                "bio": " ".join(life.rng.sample(SYLLABLES, 4)),
            }
        )
    return tuple(rows)


def followers(odd: float = 0.02, burst: float = 0.0) -> Callable[[Life], None]:
    """A list of eight hundred followers."""

    def befall(life: Life) -> None:
        life.others["followers"] = listed(life, 800, odd, burst)

    return befall


def traded(life: Life) -> None:
    """As many followed as followers, most of them the same."""
    rows = listed(life, 600, 0.02, 0.0)
    life.others["followers"] = rows
    life.others["following"] = rows[:420] + tuple(
        {"user_id": str(90_000 + i)} for i in range(180)
    )
    profile(followers=600, following=600)(life)


def daily(spike: int, growth: int) -> Callable[[Life], None]:
    """New followers day by day."""

    def befall(life: Life) -> None:
        life.others["daily"] = tuple(
            {
                "date": (START + timedelta(days=i)).date().isoformat(),
                "new_follows": growth + life.rng.randrange(3) + (spike if i == 100 else 0),
                "unfollows": life.rng.randrange(2) if growth else life.rng.randrange(3),
            }
            for i in range(7 * life.weeks)
        )

    return befall
