"""The made-up X archives of 2018, 2020 and 2024, with the private files of real ones.

The private files hold the word CANARY, so that a test can show that nobody opened them.
"""

from __future__ import annotations

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
    mention,
    snowflake,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

PRIVATE = {
    "direct-messages.js": ("direct_messages", "CANARY-DM"),
    "direct-messages-group.js": ("direct_messages_group", "CANARY-GROUP"),
    "deleted-tweets.js": ("deleted_tweets", "CANARY-DELETED"),
    "ip-audit.js": ("ip_audit", "CANARY-IP"),
    "phone-number.js": ("phone_number", "CANARY-PHONE"),
    "protected-history.js": ("protected_history", "CANARY-HISTORY"),
    "grok-chat-item.js": ("grok_chat_item", "CANARY-GROK"),
}


def ytd(name: str, rows: list[Json], part: int = 0) -> str:
    """A file of an X archive."""
    return f"window.YTD.{name}.part{part} = " + json.dumps(
        rows, indent=2, ensure_ascii=False
    )


def tweet(when: str, text: str, *, likes: int = 0, reposts: int = 0, **more: Any) -> Json:
    """A post as X archives write it: every number is a string."""
    post_id = more.pop("post_id", snowflake(when))
    row: Json = {"retweeted": False, "source": WEB, "entities": entities()}
    row |= {"id": post_id, "id_str": post_id, "full_text": text, "lang": "en"}
    row |= {"favorite_count": str(likes), "retweet_count": str(reposts)}
    row |= {"favorited": False, "truncated": False, "created_at": ctime(when)}
    return row | {"display_text_range": ["0", str(len(text))]} | more


def repost(when: str, text: str) -> Json:
    """A repost as X archives write it: no flag, and no reaction of its own."""
    people = (mention(FRIEND_HANDLE, FRIEND),)
    return tweet(when, f"RT @{FRIEND_HANDLE}: {text}", entities=entities(people=people))


def wrapped(rows: list[Json], name: str = "tweet") -> list[Json]:
    """Rows as archives since 2020 wrap them."""
    return [{name: row} for row in rows]


def account(created: str) -> str:
    """account.js, with the e-mail address that nobody may read."""
    row = {"email": "CANARY-MAIL@example.invalid", "createdVia": "web", "username": HANDLE}
    row |= {"accountId": OWN, "createdAt": created, "accountDisplayName": NAME}
    return ytd("account", [{"account": row}])


def profile() -> str:
    """profile.js."""
    about = {"bio": "News from a library that does not exist.", "location": "Fernhill"}
    about["website"] = "https://t.co/made0up111"
    row = {"description": about, "avatarMediaUrl": "https://pbs.twimg.com/made-up.png"}
    return ytd("profile", [{"profile": row}])


def people(name: str, count: int) -> str:
    """follower.js or following.js."""
    rows = [{name: {"accountId": str(2400001000 + number)}} for number in range(count)]
    return ytd(name, rows)


def manifest(made: str, counts: dict[str, int]) -> str:
    """manifest.js: when the archive was made, and how many rows each file holds."""
    types = {
        name: {"files": [{"fileName": f"data/{name}", "count": str(count)}]}
        for name, count in counts.items()
    }
    row = {
        "userInfo": {"accountId": OWN, "userName": HANDLE, "displayName": NAME},
        "archiveInfo": {"generationDate": made, "isPartialArchive": False},
        "dataTypes": types,
    }
    return "window.__THAR_CONFIG = " + json.dumps(row, indent=2)


def private_files(folder: str) -> dict[str, str]:
    """The files that must stay shut."""
    return {
        f"{folder}{name}": ytd(variable, [{"secret": canary}])
        for name, (variable, canary) in PRIVATE.items()
    }


def archive_tweet_js(folder: Path) -> None:
    """2018: rows without a wrapper in the root, times in epoch seconds, no manifest."""
    question = "2018-09-10 12:00:00"
    rows = [
        tweet("2018-09-03 09:00:00", "Back from the summer.", likes=2),
        tweet(question, "Which map should we show first?", likes=1),
        tweet(
            "2018-09-10 12:01:00",
            "The oldest one, we think.",
            **answering(snowflake(question), OWN, HANDLE),
        ),
        tweet(
            "2018-09-11 08:00:00",
            f"@{FRIEND_HANDLE} thank you",
            **answering(snowflake("2018-09-11 07:00:00"), FRIEND, FRIEND_HANDLE),
        ),
        tweet(
            "2018-09-12 08:00:00",
            f"@{FRIEND_HANDLE} typed by hand",
            **answering(None, FRIEND, FRIEND_HANDLE),
        ),
        repost("2018-09-13 08:00:00", "New books at the gate"),
        tweet("2018-09-14 08:00:00", f"RT @{FRIEND_HANDLE}: typed by hand, liked", likes=4),
        tweet(
            "2018-10-01 18:30:00",
            "What a find https://t.co/made0up000",
            entities=entities(
                f"https://twitter.com/{FRIEND_HANDLE}/status/1040000000000000000"
            ),
        ),
    ]
    suspension = [{"accountSuspension": {"timeStamp": "1373541137", "action": "Suspend"}}]
    files = {
        "tweet.js": ytd("tweet", rows),
        "account.js": account("1285833600000"),
        "profile.js": profile(),
        "follower.js": people("follower", 3),
        "following.js": people("following", 2),
        "account-suspension.js": ytd("account_suspension", suspension),
        "README.txt": "A made-up archive. See samples/README.md.\n",
    }
    for name, text in (files | private_files("")).items():
        write(folder / name, text)


def archive_2020() -> dict[str, str]:
    """2020: wrapped rows and a manifest; six posts, one row of which has no id."""
    rows = [
        tweet("2020-04-01 09:00:00", "Closed until further notice.", likes=5, reposts=2),
        tweet("2020-04-02 09:00:00", "Read online &amp; stay home", likes=1),
        tweet(
            "2020-04-03 10:00:00",
            f"@{FRIEND_HANDLE} we miss you too",
            **answering(snowflake("2020-04-03 09:00:00"), FRIEND, FRIEND_HANDLE),
        ),
        repost("2020-04-04 10:00:00", "Delivery by bicycle"),
        tweet("2020-04-05 10:00:00", "A map a day: one"),
        tweet("2020-05-01 10:00:00", "A map a day: twenty-seven", likes=9),
        {
            "full_text": "a row that has lost its id",
            "created_at": ctime("2020-05-02 10:00:00"),
        },
    ]
    made, rest = "2020-05-11T07:42:13.000Z", private_files("data/")
    return {
        "Your archive.html": "<p>made up</p>",
        "data/manifest.js": manifest(made, {"tweet.js": 7, "follower.js": 4}),
        "data/tweet.js": ytd("tweet", wrapped(rows)),
        "data/account.js": account("2010-09-30T08:00:00.000Z"),
        "data/profile.js": profile(),
        "data/follower.js": people("follower", 4),
        "data/following.js": people("following", 1),
        "data/account-suspension.js": "window.YTD.account_suspension.part0 = [ ]",
        **rest,
    }


def edited(when: str, text: str, versions: list[str], **more: Any) -> Json:
    """A post with the ids of its versions, first one first."""
    control = {"editTweetIds": versions, "editsRemaining": "4", "isEditEligible": True}
    info: Json = {"initial": control}
    if versions[0] != snowflake(when):
        info = {"edit": {"initialTweetId": versions[0], "editControlInitial": control}}
    return tweet(when, text, edit_info=info, **more)


def archive_2024() -> dict[str, str]:
    """2024: two parts, a long post, an edited post, a post in a community."""
    opening, mended = "2024-01-08 09:00:00", "2024-01-08 09:10:00"
    versions = [snowflake(opening), snowflake(mended)]
    long = "The whole history of the map room, told at length. " * 8
    head = "2024-02-01 12:00:00"
    first = [
        edited(opening, "Happy new yaer", versions, likes=0),
        edited(mended, "Happy new year", versions, likes=5),
        edited("2024-01-20 10:00:00", "Snow day.", [snowflake("2024-01-20 10:00:00")]),
        tweet(head, long[:275] + "…", likes=12, reposts=3),
        tweet(
            "2024-02-01 12:00:01",
            "More of it next week.",
            **answering(snowflake(head), OWN, HANDLE),
        ),
    ]
    second = [
        repost("2024-03-01 10:00:00", "Book fair on Sunday"),
        tweet(
            "2024-03-02 10:00:00",
            f"@{FRIEND_HANDLE} we are in",
            **answering(snowflake("2024-03-02 09:00:00"), FRIEND, FRIEND_HANDLE),
        ),
        tweet(
            "2024-03-03 10:00:00",
            "Look at this https://t.co/made0up000",
            entities=entities(f"https://x.com/{FRIEND_HANDLE}/status/1760000000000000000"),
        ),
        tweet(
            "2024-03-09 10:00:00", "Maps until midnight.", entities=entities(tags=("maps",))
        ),
    ]
    community = [tweet("2024-03-10 10:00:00", "Hello, map people.", community_id="17")]
    note_id = str(int(snowflake(head)) - (25 << 22))
    note = {
        "noteTweetId": note_id,
        "createdAt": "2024-02-01T12:00:00.000Z",
        "core": {"text": long, "urls": [], "mentions": [], "hashtags": []},
    }
    headers = [
        {"tweet_id": row["id_str"], "user_id": OWN, "created_at": row["created_at"]}
        for row in first + second
    ]
    suspensions = [{"timeStamp": "2023-11-02T00:00:00.000Z", "action": "Suspend"}]
    suspensions += [{"timeStamp": "2023-11-30T00:00:00.000Z", "action": "Unsuspend"}]
    counts = {"tweets.js": 5, "tweets-part1.js": 4, "follower.js": 5, "following.js": 3}
    return {
        "__MACOSX/data/._tweets.js": "made up",
        "archive/data/manifest.js": manifest("2024-03-15T06:00:00.000Z", counts),
        "archive/data/tweets.js": ytd("tweets", wrapped(first)),
        "archive/data/tweets-part1.js": ytd("tweets", wrapped(second), 1),
        "archive/data/note-tweet.js": ytd("note_tweet", [{"noteTweet": note}]),
        "archive/data/community-tweet.js": ytd("community_tweet", wrapped(community)),
        "archive/data/tweet-headers.js": ytd("tweet_headers", wrapped(headers)),
        "archive/data/account.js": account("2010-09-30T08:00:00.000Z"),
        "archive/data/profile.js": profile(),
        "archive/data/verified.js": ytd("verified", [{"verified": {"verified": False}}]),
        "archive/data/follower.js": people("follower", 5),
        "archive/data/following.js": people("following", 3),
        "archive/data/account-suspension.js": ytd(
            "account_suspension", wrapped(suspensions, "accountSuspension")
        ),
        "archive/assets/js/tweets.js": "the viewer's own script, not data",
        **private_files("archive/data/"),
    }
