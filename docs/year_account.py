"""The made-up account of `docs/a-year.md`: a garden centre, of 52 Mondays."""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_POST = date(2025, 1, 7)
HOLIDAY = date(2026, 7, 10), date(2026, 8, 16)
"""Nobody posts between these days."""
EMPTIED = date(2026, 10, 19)
"""Somebody emptied the profile for a relaunch."""
COMPLETED = date(2026, 11, 16)
"""From here on the profile is complete."""

PLANTS = (
    "apple trees", "quince", "lavender", "old roses", "strawberries", "walnut saplings",
    "tomatoes", "mulberries", "currants", "a pear hedge", "hazel", "dill", "sweet peas",
    "pumpkins", "hop", "figs", "medlars", "ferns", "bulbs for autumn", "kale",
)  # fmt: skip
SAYINGS = (
    "We tried to grow {a} beside {b}, and this is what came of it",
    "How do you keep {a} through a dry month? We used {b} as shade",
    "A neighbour brought us {a}, so we swapped them for {b}",
    "Three mistakes we made with {a}, and one we did not make with {b}",
    "The bees like {a} better than {b} this week",
    "Who else has {a} that are late? Ours wait for {b}",
    "Pruned {a} in the rain and found {b} behind them",
    "Our apprentice asked why {a} need so much more space than {b}",
)
ENDINGS = (
    "and the hens were no help at all", "which cost us a whole afternoon",
    "so the market stall stays small on Friday", "as old Marta told us to",
    "with nothing but compost and patience", "before the frost got to it",
    "and two visitors laughed so much that they bought some", "for the school next door",
    "though the book says otherwise", "while the pump was broken",
    "because nobody had labelled the pots", "and it smells of rain here now",
    "until the radio people came by", "thanks to a spade from 1950",
    "and we would do it again", "in soil that was meant for something else",
)  # fmt: skip
ANSWERS = (
    "@{who} cut {a} back by a third, then wait two weeks",
    "@{who} thank you! {a} do well there, mind the wind",
    "@{who} yes, we have {a} until Saturday, ask for Ida",
    "@{who} that looks like too much water for {a}, let it dry",
    "@{who} good question, we will try it on our {a} and tell you",
)


def export(day: date) -> str:
    """The export of that day, as JSON."""
    posts = [post for when, post in _posts() if when < day]
    account = {
        "handle": "example_orchard",
        "user_id": "4711",
        "name": "Example Orchard",
        "created_at": "2024-12-30",
        "followers": 1800,
        "following": 320,
        "listed": 21,
        **_profile(day),
    }
    parts = {
        "schema": "acctaudit/export/1",
        "as_of": day.isoformat(),
        "timeline": "complete",
        "account": account,
        "posts": posts,
    }
    return json.dumps(parts, indent=1, ensure_ascii=False) + "\n"


def _profile(day: date) -> dict[str, object]:
    """What the profile shows on that day."""
    known = {"bio": "Trees, herbs and advice. Ida and Tom answer, Mon-Sat."}
    face = {"default_avatar": False, "avatar_url": "ida.png"}
    more = {
        "location": "Graz",
        "url": "https://orchard.example",
        "banner_url": "trees.png",
    }
    bare = dict.fromkeys(more, "")
    if day >= COMPLETED:
        return {**known, **face, **more}
    if day >= EMPTIED:
        return {"bio": "", "default_avatar": True, "avatar_url": "", **bare}
    return {**known, **face, **bare}


def _posts() -> Iterator[tuple[date, dict[str, Any]]]:
    """Every post that the account will ever write, with its day."""
    rng = random.Random(1712)
    day, number = FIRST_POST, 0
    while day < date(2027, 1, 1):
        for hour in sorted(rng.sample(range(7, 20), k=rng.choice((0, 1, 1, 2)))):
            number += 1
            post = _post(datetime.combine(day, time(hour, rng.randrange(60)), UTC), rng)
            if not HOLIDAY[0] <= day <= HOLIDAY[1]:
                yield day, post
        day += timedelta(days=1)


def _post(moment: datetime, rng: random.Random) -> dict[str, Any]:
    a, b = rng.sample(PLANTS, 2)
    answers = rng.random() < 0.45
    who = f"gardener{rng.randrange(90)}"
    text = f"{rng.choice(ANSWERS).format(who=who, a=a)} {rng.choice(ENDINGS)}"
    if not answers:
        text = f"{rng.choice(SAYINGS).format(a=a, b=b)}, {rng.choice(ENDINGS)}"
    asked = _id(moment - timedelta(minutes=rng.randrange(5, 200)), rng)
    return {
        "id": _id(moment, rng),
        "created_at": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "text": text,
        "lang": "en",
        "source": rng.choice(("Twitter Web App", "Twitter for Android")),
        "in_reply_to": {"handle": who, "post_id": asked} if answers else None,
        "likes": rng.randrange(2, 30),
        "reposts": rng.randrange(4),
        "replies": rng.randrange(4),
    }


def _id(moment: datetime, rng: random.Random) -> str:
    """The id that the platform would give: the moment in its upper bits."""
    milliseconds = round(moment.timestamp() * 1000) - 1_288_834_974_657
    return str((milliseconds << 22) + rng.randrange(4096))
