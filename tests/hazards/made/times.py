"""Times without a zone, without a time of day, in other orders, or cut by the platform."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

from hazards.made.common import (
    GUEST_ID,
    INN,
    INN_ID,
    Files,
    Row,
    archived,
    at,
    ctime,
    iso,
    link,
    listed,
    post_id,
    records,
    scraped,
    script,
    sheet,
    spaced,
    status,
    text,
    user,
)

MOMENT = datetime(2021, 4, 8, 19, 34, 16, tzinfo=UTC)
"""One instant, for all ways to write it."""
BORN = datetime(2013, 2, 14, 6, 7, 8, tzinfo=UTC)
"""When the account was made."""
HANDLES_TOML = b"""\
# A table of a support desk: days, no ids, no zone.
[posts]
created_at = "date"
text = "tweet"
author_handle = "handle"
likes = "likes"
"""


def files() -> Files:
    """Dates as they occur."""
    return {
        "dates-of-all-forms.json": listed(_of_all_forms()),
        "date-only-no-id.csv": sheet(
            ["date", "handle", "tweet", "likes"],
            [[iso(at(n))[:10], INN, text(n // 2), n] for n in range(60)],
        ),
        "date-only-no-id.toml": HANDLES_TOML,
        "date-american-no-zone.csv": records(list(map(_troll, range(4)))),
        "date-zone-name-ambiguous.csv": records(list(map(_twint, range(4)))),
        "date-zone-name-ambiguous-no-id.csv": records(
            [_twint(n) | {"id": "", "link": "", "conversation_id": ""} for n in range(4)]
        ),
        "date-with-offset.json": listed(list(map(_congress, range(3)))),
        "date-gnu.csv": records(
            [
                scraped(n, Datetime=at(n).strftime("%a %b %d %H:%M:%S UTC %Y"))
                for n in range(3)
            ]
        ),
        "date-epoch-milliseconds/tweet.js": script(
            "tweet", [archived(n) for n in range(3)]
        ),
        "date-epoch-milliseconds/account.js": script(
            "account",
            [
                {
                    "account": {
                        "username": INN,
                        "accountId": INN_ID,
                        "createdAt": str(int(BORN.timestamp() * 1000)),
                        "timeZone": "Edinburgh",
                    }
                }
            ],
        ),
        "localised-dates-of-a-scraper.csv": records(
            [scraped(n, Datetime=at(n).strftime("%d.%m.%Y %H:%M")) for n in range(3)]
        ),
        "date-not-of-the-id.json": listed(
            [
                status(0),
                status(1, created_at=ctime(at(1) + timedelta(days=30))),
                status(2),
            ]
        ),
        "strays-in-a-slice.json": listed(
            [*(status(n, user=user(statuses_count=5100)) for n in range(30)), _stray()]
        ),
        **_midnight(),
    }


def _of_all_forms() -> Row:
    """Our own export: for each form one post without, and one with a time in its id."""
    day = MOMENT.strftime("%Y-%m-%d")
    whole = [
        ctime(MOMENT),
        MOMENT.strftime("%Y-%m-%d %H:%M:%S +0000"),
        iso(MOMENT),
        spaced(MOMENT),
        spaced(MOMENT).replace(" ", "T"),
        MOMENT.astimezone(timezone(timedelta(hours=-4))).isoformat(),
        MOMENT.strftime("%a %b %d %H:%M:%S UTC %Y"),
        str(int(MOMENT.timestamp())),
        str(int(MOMENT.timestamp() * 1000)),
    ]
    partial = [
        MOMENT.strftime("%Y-%m-%d %H:%M +0000"),
        day,
        "Thu, Apr 8, 2021",
        "Thu Apr 08 2021",
    ]
    posts: list[Row] = []
    for place, written in enumerate([*whole, *partial]):
        posts.append({"id": str(700 + place), "created_at": written})
        posts.append({"id": post_id(place, MOMENT), "created_at": written})
    return {"schema": "acctaudit/export/1", "posts": posts}


def _troll(place: int) -> Row:
    moment = at(place)
    return {
        "external_author_id": "2.50E+09",
        "author": INN.upper(),
        "content": text(place),
        "publish_date": f"{moment.month}/{moment.day}/{moment.year} {moment:%H:%M}",
        "harvested_date": f"{moment.month}/{moment.day}/{moment.year} {moment:%H:%M}",
        "following": 10,
        "followers": 20 + place,
        "updates": 30 + place,
        "post_type": "",
        "retweet": 0,
        "alt_external_id": INN_ID,
        "tweet_id": post_id(place),
        "article_url": link(post_id(place)),
    }


def _twint(place: int) -> Row:
    """Old Twint: the zone by name alone; IST is India, Ireland and Israel."""
    local = at(place) + timedelta(hours=5, minutes=30)
    return {
        "id": post_id(place),
        "conversation_id": post_id(place),
        "date": local.strftime("%Y-%m-%d"),
        "time": local.strftime("%H:%M:%S"),
        "timezone": "IST",
        "user_id": INN_ID,
        "username": INN,
        "tweet": text(place),
        "replies_count": 0,
        "retweets_count": 0,
        "likes_count": 1,
        "link": link(post_id(place)),
        "retweet": "False",
        "reply_to": "[]",
    }


def _congress(place: int) -> Row:
    local = at(place).astimezone(timezone(timedelta(hours=-4)))
    return {
        "id": post_id(place),
        "screen_name": INN,
        "user_id": INN_ID,
        "time": local.isoformat(),
        "link": link(post_id(place)),
        "text": text(place),
        "source": "Inn Desk",
    }


def _stray() -> Row:
    """One post of a year before all others."""
    moment = at(0) - timedelta(days=368)
    number = post_id(90, moment)
    return status(90, id=int(number), id_str=number, created_at=ctime(moment))


def _midnight() -> Files:
    """Grailbird: times of before November 2010 are cut to midnight, later ones are not."""
    own = {"id_str": INN_ID, "screen_name": INN, "name": "Lantern Inn"}
    late = datetime(2012, 3, 4, tzinfo=UTC)
    cut = [
        {
            "id_str": str(9_800_000_000 + 1000 * day),
            "created_at": f"2010-03-{day:02} 00:00:00 +0000",
            "text": f"Snow, day {day}",
            "source": "web",
            "user": own,
            "entities": {"hashtags": [], "urls": [], "user_mentions": [], "media": []},
        }
        for day in range(9, 0, -1)
    ]
    genuine = cut[0] | {
        "id_str": post_id(0, late),
        "created_at": late.strftime("%Y-%m-%d %H:%M:%S +0000"),
        "text": "Midnight, and still awake",
        "in_reply_to_user_id_str": GUEST_ID,
    }
    details = {"id": INN_ID, "screen_name": INN, "full_name": "Lantern Inn"}
    folder = "midnight-before-snowflake/data/js"
    return {
        f"{folder}/tweets/2010_03.js": month("2010_03", cut),
        f"{folder}/tweets/2012_03.js": month("2012_03", [genuine]),
        f"{folder}/user_details.js": f"var user_details = {json.dumps(details)}".encode(),
    }


def month(name: str, rows: list[Row]) -> bytes:
    """A month of a Grailbird archive."""
    return f"Grailbird.data.tweets_{name} = \n".encode() + listed(rows)
