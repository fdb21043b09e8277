"""Answers of the API, versions 1.1 and 2, and tables that tools make of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hazards.made.common import (
    CHOIR,
    GUEST,
    GUEST_ID,
    INN,
    INN_ID,
    Files,
    Row,
    at,
    entities,
    iso,
    lines,
    listed,
    post_id,
    records,
    status,
    text,
    user,
    v2,
)

COUNTED = datetime(2022, 12, 15, tzinfo=UTC)
"""The day from which on API v2 counts how often a post was shown."""


def files() -> Files:
    """Answers as they come, and what is easily mistaken in them."""
    people: Row = {"users": [{"id": INN_ID, "username": INN, "name": "Lantern Inn"}]}
    return {
        "self-links-look-like-quotes.json": listed(list(map(_cut, range(3)))),
        "dict-of-statuses.json": listed({str(at(n))[:19]: status(n) for n in range(4)}),
        "dict-of-statuses-by-index.json": listed({str(n): status(n) for n in range(4)}),
        "capped-3200.json": listed(
            [status(n, user=user(**_LONG_LIFE)) for n in range(5, 0, -1)]
        ),
        "retweets-with-counts-of-the-original.json": listed([status(0), _passed_on(1)]),
        "data-object-instead-of-list.json": listed({"data": v2(0), "includes": people}),
        "data-objects-a-line.jsonl": lines({"data": v2(n)} for n in range(3)),
        "page-without-data.jsonl": lines(
            [{"data": [v2(0), v2(1)], "includes": people}, {"meta": {"result_count": 0}}]
        ),
        "errors-on-a-page.json": listed(
            {
                "data": [v2(0), v2(1)],
                "includes": people,
                "errors": [
                    {
                        "value": post_id(70),
                        "title": "Not Found Error",
                        "resource_type": "tweet",
                    }
                ],
            }
        ),
        "foreign-posts-in-includes.json": listed(
            {
                "data": [v2(0), v2(1, **_refers("quoted", 60))],
                "includes": people | {"tweets": [v2(60, author_id=GUEST_ID), v2(61)]},
            }
        ),
        "braces-for-lists.json": listed(
            [
                v2(
                    n,
                    referenced_tweets={},
                    attachments={},
                    entities={},
                    public_metrics=_METRICS,
                )
                for n in range(2)
            ]
            + [v2(2, public_metrics=_METRICS, **_refers("replied_to", 60), **_TO_GUEST)]
        ),
        "impressions-zero-before-2022.json": listed(
            {"data": [_shown(n) for n in range(4)], "includes": people}
        ),
        "merged-retweets.csv": records([_table(0), _table(1, passes_on=60), _table(2)]),
        "missing-user-fields.json": listed({"data": [v2(0), v2(1)], "includes": people}),
        "followers-missing-user-fields.json": listed(
            {"data": [{"id": GUEST_ID, "username": GUEST}, {"id": "2500000009"}]}
        ),
        "fields-not-asked-for.jsonl": lines(
            {"id": post_id(n), "text": words, "edit_history_tweet_ids": [post_id(n)]}
            for n, words in enumerate(
                (text(0), f"@{GUEST} Yes", f"{text(2)} https://t.co/inn0000002")
            )
        ),
        "error-lines-in-stream.jsonl": _stream(),
        "client-of-reposts-only.jsonl": lines(
            [v2(0), v2(1), v2(2, source="Inn Desk", **_refers("retweeted", 60))]
        ),
    }


_LONG_LIFE: Row = {
    "statuses_count": 48_213,
    "created_at": "Tue Mar 03 08:00:00 +0000 2009",
}
_METRICS = {"retweet_count": 1, "reply_count": 0, "like_count": 2, "quote_count": 0}
_TO_GUEST = {"in_reply_to_user_id": GUEST_ID}


def _refers(kind: str, place: int) -> Row:
    return {"referenced_tweets": [{"type": kind, "id": post_id(place)}]}


def _cut(place: int) -> Row:
    """The second post is cut, the third quotes another."""
    short = "https://t.co/inn0000001"
    if place == 1:
        own = f"https://twitter.com/i/web/status/{post_id(1)}"
        row = status(1, text=f"{text(1)}… {short}", truncated=True)
        del row["full_text"]
        return row | {"entities": entities((short, own))}
    if place == 2:
        target = f"https://twitter.com/{CHOIR}/status/{post_id(60)}"
        quote = {"quoted_status_id_str": post_id(60), "is_quote_status": True}
        return status(2, entities=entities((short, target)), **quote)
    return status(place)


def _passed_on(place: int) -> Row:
    """A repost: the count of reposts is the original's."""
    original = {"id_str": post_id(60), "full_text": "We sing at nine, all of us"}
    return status(
        place,
        full_text=f"RT @{CHOIR}: We sing at nine…",
        retweeted_status=original,
        retweet_count=4321,
        favorite_count=0,
        retweeted=True,
    )


def _shown(place: int) -> Row:
    """Two posts of before the platform counted, two of after, one of these seen by none."""
    moment = COUNTED + timedelta(hours=9 + place, days=(-30, -1, 1, 30)[place])
    shown = (0, 0, 0, 250)[place]
    return v2(
        place,
        id=post_id(place, moment),
        created_at=iso(moment),
        public_metrics=_METRICS | {"impression_count": shown},
    )


def _table(place: int, passes_on: int | None = None) -> Row:
    """twarc-csv: text and counts of a repost are replaced by those of the original."""
    return {
        "id": post_id(place),
        "conversation_id": post_id(place),
        "referenced_tweets.replied_to.id": "",
        "referenced_tweets.retweeted.id": post_id(passes_on) if passes_on else "",
        "referenced_tweets.quoted.id": "",
        "author_id": INN_ID,
        "in_reply_to_user_id": "",
        "created_at": iso(at(place)),
        "text": "We sing at nine" if passes_on else text(place) + r"\nsecond line",
        "public_metrics.like_count": 5000 if passes_on else 2,
        "public_metrics.retweet_count": 800 if passes_on else 1,
        "public_metrics.reply_count": 70 if passes_on else 0,
        "author.username": INN,
    }


def _stream() -> bytes:
    """A sampled stream: keep-alives, a traceback, and a line that is cut."""
    kept = [lines([{"data": v2(n)}]) for n in range(24)]
    kept[3] += b"\r\n\r\n"
    kept[5] += b'Traceback (most recent call last):\n  File "stream.py", line 7\n'
    kept[8] += lines([{"data": v2(30)}])[:60] + b"\n"
    kept[9] += b"\n"
    return b"".join(kept)
