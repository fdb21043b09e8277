"""Archives of the platform: Grailbird, and `tweets.js` with what lies beside it."""

from __future__ import annotations

import json
from datetime import timedelta

from hazards.made.common import (
    CHOIR,
    GUEST,
    GUEST_ID,
    INN,
    INN_ID,
    Files,
    Row,
    answer,
    archived,
    at,
    by_javascript,
    entities,
    iso,
    listed,
    post_id,
    script,
    sheet,
    text,
)
from hazards.made.times import month

from samples.tale import snowflake

OWN = {"id_str": INN_ID, "screen_name": INN, "name": "Lantern Inn"}
DETAILS = json.dumps({"id": INN_ID, "screen_name": INN, "full_name": "Lantern Inn"})
SHEET = (
    "tweet_id", "in_reply_to_status_id", "in_reply_to_user_id", "timestamp", "source",
    "text", "retweeted_status_id", "retweeted_status_user_id", "retweeted_status_timestamp",
    "expanded_urls",
)  # fmt: skip


def files() -> Files:
    """Archives of both ages."""
    return {
        **_of("grailbird-frozen-csv", _frozen()),
        **_of("grailbird-collapsed-retweets", _collapsed()),
        **_of("grailbird-double-months", _double()),
        **_of("grailbird-foreign-files", _littered()),
        **_of("retweeted-flag-false.js", _alone([*map(archived, range(3)), _passed_on(3)])),
        **_of("unsorted.js", _alone([archived(n) for n in (3, 0, 4, 1, 2)])),
        **_of("edit-versions.js", _alone(_edited())),
        **_of("notes-join-by-time", _noted()),
        **_of("multi-part", _in_parts()),
        **_of("account-js-missing", {"tweets.js": script("tweets", _thread())}),
        **_of(
            "manifest-without-account",
            {"tweets.js": script("tweets", _thread()), "manifest.js": _manifest("")},
        ),
        **_of(
            "manifest-account-faked",
            {
                "tweets.js": script("tweets", _thread()),
                "manifest.js": _manifest("1", "somebody_else"),
                "account.js": script(
                    "account", [{"account": {"username": INN, "accountId": INN_ID}}]
                ),
            },
        ),
        **_of(
            "manifest-account-faked-alone",
            {
                "tweets.js": script("tweets", _thread()),
                "manifest.js": _manifest("1", "somebody_else"),
            },
        ),
        "reformatted-not-json.js": _reformatted(),
        "trailing-commas.js": script("tweets", [archived(0), archived(1)]).replace(
            b"\n }\n]", b"\n },\n]"
        ),
        "links-of-another-name.js": script("tweets", _linking()),
    }


def _of(folder: str, held: Files) -> Files:
    """Files in a folder; the one of an empty name is the hazard itself."""
    return {f"{folder}/{name}" if name else folder: data for name, data in held.items()}


def _alone(rows: list[Row]) -> Files:
    return {"": script("tweets", rows)}


# Grailbird -------------------------------------------------------------------------------


def _row(place: int, year: int = 2016, **cells: object) -> Row:
    moment = at(place).replace(year=year)
    return {
        "id_str": post_id(place, moment),
        "id": int(post_id(place, moment)),
        "created_at": moment.strftime("%Y-%m-%d %H:%M:%S +0000"),
        "text": text(place),
        "source": "web",
        "user": OWN,
        "entities": {**entities(), "media": []},
    } | cells


def _of_api(place: int, year: int, **cells: object) -> Row:
    """A row that a script has put there: counts, and the number of the id is rounded."""
    row = _row(place, year)
    counted = {"favorite_count": 1, "retweet_count": 0, "retweeted": False}
    return row | counted | {"id": by_javascript(row["id_str"])} | cells


def _details() -> Files:
    return {"data/js/user_details.js": f"var user_details = {DETAILS}".encode()}


def _frozen() -> Files:
    """`tweets.csv` is what the platform once gave; the month files went on."""
    rows = [_row(n) for n in range(3)]
    cells = [
        [r["id_str"], "", "", r["created_at"], "web", r["text"], *[""] * 4] for r in rows
    ]
    return {
        **_details(),
        "tweets.csv": sheet(SHEET, cells),
        "data/js/tweets/2016_04.js": month("2016_04", rows),
        "data/js/tweets/2019_04.js": month(
            "2019_04", [_of_api(n, 2019, favorite_count=n) for n in range(4)]
        ),
    }


def _collapsed() -> Files:
    """Of four rows two are reposts of which the original alone is left."""
    other = _of_api(
        5,
        2018,
        text="We sing at nine",
        user={"id_str": "2500000003", "screen_name": CHOIR},
        favorite_count=900,
        retweet_count=80,
        retweeted=True,
        **answer(1),
    )
    mine = _of_api(3, 2019)
    other["id_str"] = post_id(3, at(3).replace(year=2019) + timedelta(hours=1))
    selfie = _of_api(6, 2018, favorite_count=70, retweeted=True)
    selfie["id_str"] = post_id(4, at(4).replace(year=2019))
    rows = [_of_api(7, 2019), selfie, other, mine]
    return {**_details(), "data/js/tweets/2019_04.js": month("2019_04", rows)}


def _double() -> Files:
    """The index lists a month twice; a post stands in two months."""
    rows = [_of_api(n, 2019) for n in range(4)]
    listed_twice = [
        {"file_name": f"data/js/tweets/{name}.js", "tweet_count": count}
        for name, count in (("2019_04", 3), ("2019_05", 2), ("2019_04", 3))
    ]
    return {
        **_details(),
        "data/js/tweet_index.js": b"var tweet_index = " + listed(listed_twice),
        "data/js/tweets/2019_04.js": month("2019_04", rows[:3]),
        "data/js/tweets/2019_05.js": month("2019_05", rows[2:]),
    }


def _littered() -> Files:
    """What people and their programs leave in the folder."""
    rows = [_row(n) for n in range(3)]
    return {
        **_details(),
        "data/js/tweets/2016_04.js": month("2016_04", rows),
        "data/js/tweets/2016_04 (copy).js": month("2016_04", rows),
        "data/js/tweets/desktop.ini": b"[.ShellClassInfo]\n",
        "data/js/tweets/.ipynb_checkpoints/2016_04.js": month("2016_04", rows),
        "__MACOSX/data/js/tweets/._2016_04.js": b"\0\0\0\0",
        "index.html": b"<!DOCTYPE html>\n",
        "notes.txt": b"Remember to feed the dog.\n",
    }


# tweet.js and tweets.js ------------------------------------------------------------------


def _passed_on(place: int) -> Row:
    return archived(
        place,
        full_text=f"RT @{CHOIR}: We sing at nine",
        favorite_count="0",
        entities=entities(people=[(CHOIR, "2500000003")]),
    )


def _edited() -> list[Row]:
    """Two posts, of which one has three versions; likes sit on the last."""
    ids = [post_id(n) for n in range(3)]
    versions = []
    for n, likes in enumerate(("0", "0", "7")):
        control = {"editTweetIds": ids, "editsRemaining": str(5 - n)}
        info: Row = {"initial": control}
        if n:
            info = {"edit": {"initialTweetId": ids[0], "editControlInitial": control}}
        versions.append(
            archived(n, full_text=f"Version {n + 1}", favorite_count=likes, edit_info=info)
        )
    alone = {"initial": {"editTweetIds": [post_id(3)]}}
    return [versions[2], archived(3, edit_info=alone), versions[0], versions[1]]


def _noted() -> Files:
    """A long post is cut in `tweets.js`; its note has another id, 30 ms earlier."""
    long = "The whole menu, course by course. " * 12
    moment = at(2)
    note = {
        "noteTweetId": snowflake(moment - timedelta(milliseconds=30), 17),
        "createdAt": iso(moment),
        "core": {
            "text": long,
            "urls": [
                {"shortUrl": "https://t.co/m", "expandedUrl": "https://inn.example/m"}
            ],
        },
    }
    stranger = note | {
        "noteTweetId": snowflake(moment + timedelta(hours=7), 17),
        "core": {"text": "A note whose post is gone"},
    }
    cut = archived(2, full_text=long[:276] + "…")
    return {
        "tweets.js": script("tweets", [archived(1), cut, archived(3)]),
        "note-tweet.js": script("note_tweet", [{"noteTweet": n} for n in (note, stranger)]),
    }


def _in_parts() -> Files:
    """Parts 0, 1, 2 and 10."""
    parts = {
        "tweets.js": 0,
        "tweets-part1.js": 1,
        "tweets-part2.js": 2,
        "tweets-part10.js": 10,
    }
    return {
        name: script("tweets", [archived(2 * part), archived(2 * part + 1)]).replace(
            b"part0", b"part%d" % part
        )
        for name, part in parts.items()
    }


def _thread() -> list[Row]:
    """Two continuations of own posts tell whose posts they are."""
    return [
        archived(0),
        archived(1, full_text="More", **answer(0, INN_ID, None)),
        archived(2, full_text="And more", **answer(1, INN_ID, None)),
        archived(3, full_text=f"@{GUEST} Yes", **answer(50, GUEST_ID, None)),
        archived(4),
    ]


def _manifest(account: str, handle: str = "") -> bytes:
    content = {
        "userInfo": {"accountId": account, "userName": handle, "displayName": handle},
        "archiveInfo": {"generationDate": "2021-06-01T10:00:00.000Z"},
        "dataTypes": {"tweets": {"files": [{"fileName": "data/tweets.js", "count": "5"}]}},
    }
    return b"window.__THAR_CONFIG = " + listed(content)


def _reformatted() -> bytes:
    """What a formatter of JavaScript makes of it: names without quotation marks."""
    return (
        "window.YTD.tweets.part0 = [\n  {\n    tweet: {\n"
        f"      id_str: '{post_id(0)}',\n      full_text: 'Soup',\n    }},\n  }},\n];\n"
    ).encode()


def _linking() -> list[Row]:
    """Links to posts say `x.com` since 2024, also those of old posts."""
    other, own = post_id(60), post_id(0)
    short = "https://t.co/inn0000001"
    return [
        archived(0),
        archived(1, entities=entities((short, f"https://x.com/{CHOIR}/status/{other}"))),
        archived(2, entities=entities((short, f"https://twitter.com/{INN}/status/{own}"))),
        archived(3, entities=entities((short, "https://x.com/home"))),
    ]
