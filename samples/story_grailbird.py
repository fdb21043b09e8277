"""The made-up Grailbird archives, in the two states in which such archives are found."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from samples.parts import (
    FRIEND,
    FRIEND_HANDLE,
    HANDLE,
    NAME,
    OWN,
    WEB,
    Json,
    answering,
    ctime,
    entities,
    rounded,
    snowflake,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path


COLUMNS = (
    "tweet_id",
    "in_reply_to_status_id",
    "in_reply_to_user_id",
    "timestamp",
    "source",
    "text",
    "retweeted_status_id",
    "retweeted_status_user_id",
    "retweeted_status_timestamp",
    "expanded_urls",
)


def grailbird(when: str, text: str, post_id: str = "", **more: Any) -> Json:
    """A row of a month file."""
    post_id = post_id or snowflake(when)
    author = {"id_str": OWN, "id": int(OWN), "screen_name": HANDLE, "name": NAME}
    avatar = "https://pbs.twimg.com/profile_images/1/made_up_normal.png"
    author |= {"protected": False, "verified": False, "profile_image_url_https": avatar}
    row: Json = {"source": WEB, "entities": entities() | {"media": []}, "geo": {}}
    row |= {"id_str": post_id, "id": int(post_id), "text": text, "user": author}
    return row | {"created_at": f"{when} +0000"} | more


def api(when: str, text: str, post_id: str = "", **more: Any) -> Json:
    """A row that a script put into a month file: counts, rounded ids, explicit nulls."""
    row = grailbird(when, text, post_id)
    row |= {"created_at": ctime(when), "id": rounded(row["id_str"]), "lang": "en"}
    row |= {"favorite_count": 0, "retweet_count": 0, "truncated": False, "retweeted": False}
    row["user"] |= {"followers_count": 310, "friends_count": 120, "listed_count": 4}
    return row | {"in_reply_to_user_id_str": None, "in_reply_to_status_id_str": None} | more


def month_files(folder: Path, months: dict[str, list[Json]]) -> None:
    """The files under data/js of a Grailbird archive."""
    place = folder / "data" / "js"
    for month, rows in months.items():
        text = f"Grailbird.data.tweets_{month} = \n " + json.dumps(rows, indent=1)
        write(place / "tweets" / f"{month}.js", text.replace("/", "\\/"))
    index = [
        {"file_name": f"data/js/tweets/{month}.js", "tweet_count": len(rows)}
        for month, rows in months.items()
    ]
    write(place / "tweet_index.js", "var tweet_index =  " + json.dumps(index, indent=1))


def details(folder: Path, made: str, total: int) -> None:
    """user_details.js and payload_details.js."""
    user = {"id": OWN, "screen_name": HANDLE, "full_name": NAME}
    user |= {"bio": "News from a library that does not exist.", "location": "Fernhill"}
    user |= {"created_at": "2010-09-30 08:00:00 +0000"}
    payload = {"tweets": total, "created_at": made, "lang": "en"}
    place = folder / "data" / "js"
    write(place / "user_details.js", "var user_details =  " + json.dumps(user))
    write(place / "payload_details.js", "var payload_details =  " + json.dumps(payload))


def tweets_csv(folder: Path, rows: list[Json]) -> None:
    """tweets.csv, which holds the same posts as the month files."""
    out = io.StringIO()
    sheet = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    sheet.writerow(COLUMNS)
    for row in rows:
        original = row.get("retweeted_status", {})
        cells = [row["id_str"], row.get("in_reply_to_status_id_str", "")]
        cells += [row.get("in_reply_to_user_id_str", ""), row["created_at"], row["source"]]
        cells += [row["text"], original.get("id_str", "")]
        cells += [
            original.get("user", {}).get("id_str", ""),
            original.get("created_at", ""),
        ]
        cells += [",".join(link["expanded_url"] for link in row["entities"]["urls"])]
        sheet.writerow(cells)
    write(folder / "tweets.csv", out.getvalue())


def archive_grailbird(folder: Path) -> None:
    """Two months: three posts of 2010 that have lost their time of day, six of 2014."""
    first = "2014-03-03 10:00:00"
    second, third = "2014-03-03 10:01:00", "2014-03-03 10:02:30"
    original = grailbird("2014-03-04 07:30:00", "Our spring list is out.")
    original["user"] = {"id_str": FRIEND, "screen_name": FRIEND_HANDLE}
    midnight = [
        grailbird("2010-10-05 00:00:00", "We have opened an account.", "26400000001"),
        grailbird("2010-10-06 00:00:00", "The reading room is warm again.", "26500000002"),
        grailbird(
            "2010-10-07 00:00:00",
            f"@{FRIEND_HANDLE} thank you for the shelves",
            "26600000003",
            **answering(None, FRIEND, FRIEND_HANDLE),
        ),
    ]
    march = [
        grailbird(
            first,
            "A thread on our new catalogue & what it can do https://t.co/made0up000",
            entities=entities("https://library.example/catalogue", tags=("books",))
            | {"media": []},
        ),
        grailbird(second, "It finds maps.", **answering(snowflake(first), OWN, HANDLE)),
        grailbird(third, "And music.", **answering(snowflake(second), OWN, HANDLE)),
        grailbird(
            "2014-03-04 08:00:00",
            f"RT @{FRIEND_HANDLE}: Our spring list is out.",
            retweeted_status=original,
        ),
        grailbird(
            "2014-03-05 09:00:00",
            f"@{FRIEND_HANDLE} yes, on Monday",
            **answering(snowflake("2014-03-05 08:40:00"), FRIEND, FRIEND_HANDLE),
        ),
        grailbird("2014-03-20 15:04:05", f"So true! RT @{FRIEND_HANDLE}: read more"),
    ]
    month_files(folder, {"2014_03": march[::-1], "2010_10": midnight[::-1]})
    details(folder, "2014-04-02 09:00:00 +0000", 9)
    tweets_csv(folder, march[::-1] + midnight[::-1])
    write(folder / "README.txt", "A made-up archive. See samples/README.md.\n")


def archive_grailbird_updated(folder: Path) -> None:
    """Two posts as X gave them, then seven rows that a script added, one of them twice."""
    pure = [
        grailbird("2015-06-01 12:00:00", "Summer hours begin today."),
        grailbird(
            "2015-06-02 12:00:00",
            f"@{FRIEND_HANDLE} see you there",
            **answering(snowflake("2015-06-02 11:00:00"), FRIEND, FRIEND_HANDLE),
        ),
    ]
    twice = api("2017-11-30 23:50:00", "Advent calendar starts tomorrow.", favorite_count=3)
    other = snowflake("2017-11-01 06:00:00", 11)
    stranger = {"id_str": FRIEND, "screen_name": FRIEND_HANDLE, "followers_count": 90000}
    collapsed = api(
        "2017-11-01 06:00:00",
        "@someone_else the original, with the original's author and likes",
        snowflake("2017-11-02 09:00:00", 7),
        id=rounded(other),
        user=stranger,
        favorite_count=4100,
        retweet_count=900,
        retweeted=True,
        in_reply_to_user_id_str="2400000888",
    )
    own_again = api(
        "2015-06-01 12:00:00",
        "Summer hours begin today.",
        snowflake("2017-11-03 09:00:00"),
        id=rounded(snowflake("2015-06-01 12:00:00")),
        favorite_count=2,
        retweeted=True,
    )
    native = api(
        "2017-11-04 09:00:00",
        f"RT @{FRIEND_HANDLE}: Late opening",
        retweet_count=17,
        retweeted_status=api("2017-11-04 08:00:00", "Late opening"),
    )
    quoting = api(
        "2017-11-05 09:00:00", "Worth a visit.", quoted_status_id_str=other, retweet_count=1
    )
    december = [twice, api("2017-12-01 08:00:00", "Behind door one: a map.")]
    november = [collapsed, own_again, native, quoting, twice]
    months = {"2017_12": december, "2017_11": november, "2015_06": pure}
    month_files(folder, months)
    details(folder, "Sun Dec 10 10:00:00 +0000 2017", 12)
    tweets_csv(folder, pure)
