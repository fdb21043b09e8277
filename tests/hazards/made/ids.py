"""Ids that spreadsheets and scripts have damaged."""

from __future__ import annotations

from hazards.made.common import (
    GUEST,
    GUEST_ID,
    INN,
    INN_ID,
    Files,
    Row,
    at,
    by_javascript,
    ctime,
    iso,
    link,
    listed,
    naive,
    post_id,
    records,
    scraped,
    six_digits,
    status,
    text,
)

MANY = 25
"""Rows from which on it shows that ids are rounded even where each alone could be whole."""


def files() -> Files:
    """Ids, and references to other posts, of every kind of damage that occurs."""
    return {
        "ids-rounded-by-javascript.json": listed(
            [status(n, id=by_javascript(post_id(n))) for n in range(4)]
        ),
        "ids-rounded-without-id-str.json": listed([_trump(n) for n in range(MANY)]),
        "ids-rounded-18-digits.json": listed(
            [_trump(n, years_before=7) for n in range(MANY)]
        ),
        "ids-rounded-few-rows.json": listed([_trump(n) for n in range(6)]),
        "ids-number-signs.csv": records(
            [scraped(n, **{"Tweet Id": "########"}) for n in range(4)]
        ),
        "ids-excel-three-digits.csv": _three_digits(MANY),
        "ids-excel-three-digits-few-rows.csv": _three_digits(4),
        "ids-excel-six-digits.csv": records(
            [scraped(n, **{"Tweet Id": six_digits(post_id(n))}) for n in range(MANY)]
        ),
        "ids-excel-six-digits-with-address.csv": records(
            [*map(_tagged, range(4)), _tagged(2)]
        ),
        "ids-excel-fifteen-digits.csv": records(
            [scraped(n, **{"Tweet Id": f"{post_id(n)[:15]}0000"}) for n in range(MANY)]
        ),
        "ids-spreadsheet-power-of-ten.csv": records(list(map(_twint, range(4)))),
        "ids-excel-decimal-comma.csv": records(
            [
                scraped(n, **{"Tweet Id": six_digits(post_id(n)).replace(".", ",")})
                for n in range(4)
            ],
            ";",
        ),
        "parents-excel-six-digits.csv": records(
            [_exported(0), _exported(1, answers=5), _exported(2, passes_on=6)]
        ),
        "parents-excel-six-digits-twarc.csv": records(
            [_of_twarc(0), _of_twarc(1, answers=5), _of_twarc(2)]
        ),
        "sequential-ids.json": listed([_old(n) for n in range(5)]),
    }


def _three_digits(rows: int) -> bytes:
    """All posts of some days have the same id, and other words."""
    return records(
        [scraped(n, **{"Tweet Id": f"{post_id(n)[:3]}{'0' * 16}"}) for n in range(rows)]
    )


def _trump(place: int, years_before: int = 0) -> Row:
    moment = at(place).replace(year=at(place).year - years_before)
    return {
        "id": by_javascript(post_id(place, moment)),
        "text": text(place),
        "isRetweet": "f",
        "isDeleted": "f",
        "device": "Inn Desk",
        "favorites": 3,
        "retweets": 1,
        "date": naive(moment),
        "isFlagged": "f",
    }


def _tagged(place: int) -> Row:
    """TAGS: the id is rounded, and whole in the address of the post."""
    return {
        "id_str": six_digits(post_id(place)),
        "from_user": INN,
        "text": text(place),
        "created_at": ctime(at(place)),
        "time": naive(at(place)),
        "from_user_id_str": INN_ID,
        "in_reply_to_user_id_str": "",
        "in_reply_to_screen_name": "",
        "in_reply_to_status_id_str": "",
        "status_url": link(post_id(place)),
        "entities_str": '{"hashtags": [], "urls": [], "user_mentions": []}',
    }


def _twint(place: int) -> Row:
    power = f"{int(post_id(place)):.13E}".replace("E+", "E+0")
    return {
        "id": power,
        "conversation_id": power,
        "created_at": f"{naive(at(place))} UTC",
        "date": naive(at(place))[:10],
        "time": naive(at(place))[11:],
        "timezone": "+0000",
        "user_id": INN_ID,
        "username": INN,
        "tweet": text(place),
        "mentions": "[]",
        "urls": "[]",
        "replies_count": 1,
        "retweets_count": 0,
        "likes_count": 2,
        "hashtags": "[]",
        "link": "",
        "retweet": "False",
        "reply_to": "[]",
    }


def _exported(place: int, answers: int | None = None, passes_on: int | None = None) -> Row:
    """twitter-web-exporter, saved by a spreadsheet: only the address is still whole."""

    def number(of: int | None) -> str:
        return "" if of is None else six_digits(post_id(of))

    return {
        "id": number(place),
        "created_at": f"{naive(at(place))} +00:00",
        "full_text": f"@{GUEST} {text(place)}" if answers else text(place),
        "screen_name": INN,
        "name": INN,
        "user_id": INN_ID,
        "in_reply_to": number(answers),
        "retweeted_status": number(passes_on),
        "quoted_status": "",
        "favorite_count": 90 if passes_on else 3,
        "retweet_count": 1,
        "reply_count": 0,
        "url": link(post_id(place)),
    }


def _of_twarc(place: int, answers: int | None = None) -> Row:
    """twarc-csv, saved by a spreadsheet: all ids are rounded, those of people too."""
    return {
        "id": six_digits(post_id(place)),
        "conversation_id": six_digits(post_id(answers or place)),
        "referenced_tweets.replied_to.id": six_digits(post_id(answers)) if answers else "",
        "referenced_tweets.retweeted.id": "",
        "author_id": six_digits(INN_ID),
        "in_reply_to_user_id": six_digits(GUEST_ID) if answers else "",
        "created_at": iso(at(place)),
        "text": f"@{GUEST} {text(place)}" if answers else text(place),
        "public_metrics.like_count": 2,
        "author.username": INN,
    }


def _old(place: int) -> Row:
    """A status of 2009, when ids still only counted up."""
    moment = at(place).replace(year=2009)
    return status(
        place,
        id=1_450_000_000 + 771 * place,
        id_str=str(1_450_000_000 + 771 * place),
        created_at=ctime(moment),
        **(
            {"in_reply_to_user_id_str": GUEST_ID, "in_reply_to_screen_name": GUEST}
            if place == 1
            else {}
        ),
    )
