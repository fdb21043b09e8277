"""What the makers of hazards share: an invented inn, its times, ids and tables.

The Lantern Inn, its guests, texts and numbers do not exist. Ids are built from the invented
times, as the platform builds them.
"""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from samples.tale import snowflake

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Row = dict[str, Any]
Files = dict[str, bytes]
"""The files of one or more hazards, by path."""

INN, INN_ID = "lantern_inn", "2500000001"
GUEST, GUEST_ID = "moor_walker", "2500000002"
CHOIR, CHOIR_ID = "weir_choir", "2500000003"
START = datetime(2021, 4, 5, 7, 30, 12, tzinfo=UTC)
TEXTS = (
    "Soup of the day: parsnip and pear",
    "The lamp above the door is lit again",
    "Rooms left for the lambing weekend",
    "Our baker starts at four, the bread is out at six",
    "Fog on the moor, so take the lower path",
    "Quiz night on Thursday, teams of five at most",
    "The stove room is warm and the dog is in",
)


def at(place: int) -> datetime:
    """The time of a post: a new one every 41 hours and some minutes."""
    return START + timedelta(hours=41 * place, minutes=13 * place, seconds=7 * place)


def post_id(place: int, moment: datetime | None = None) -> str:
    """The id of a post; its last digits differ from post to post."""
    return snowflake(moment or at(place), 4099 + 37 * place)


def text(place: int) -> str:
    """The words of a post, no two alike."""
    return f"{TEXTS[place % len(TEXTS)]} ({place + 1})"


def ctime(moment: datetime) -> str:
    """A time as API v1.1 writes it."""
    return moment.strftime("%a %b %d %H:%M:%S +0000 %Y")


def iso(moment: datetime) -> str:
    """A time as API v2 writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def spaced(moment: datetime) -> str:
    """A time as snscrape and pandas write it."""
    return moment.strftime("%Y-%m-%d %H:%M:%S+00:00")


def naive(moment: datetime) -> str:
    """A time that names no zone."""
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def link(number: str, handle: str = INN) -> str:
    """The address of a post."""
    return f"https://twitter.com/{handle}/status/{number}"


def six_digits(number: str) -> str:
    """An id as a spreadsheet shows it."""
    return f"{int(number):.5E}"


def by_javascript(number: str) -> int:
    """An id as JavaScript writes it: the shortest digits that give the same double."""
    digits, _, power = f"{float(number)!r}".partition("e+")
    whole = digits.replace(".", "")
    return int(whole + "0" * (int(power) + 1 - len(whole)))


def sheet(
    header: Sequence[str], rows: Iterable[Sequence[object]], mark: str = ","
) -> bytes:
    """A table, quoted where that is needed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=mark, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def records(rows: Sequence[Row], mark: str = ",") -> bytes:
    """A table of rows that have the columns of the first; what is not there is empty."""
    header = list(rows[0])
    return sheet(header, [[row.get(name, "") for name in header] for row in rows], mark)


def listed(rows: object) -> bytes:
    """A JSON document, indented so that a change of a file can be read."""
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def lines(rows: Iterable[object]) -> bytes:
    """One JSON value a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def script(name: str, rows: object) -> bytes:
    """A file of an X archive."""
    return f"window.YTD.{name}.part0 = ".encode() + listed(rows).rstrip()


# Rows ------------------------------------------------------------------------------------


def scraped(place: int, **cells: object) -> Row:
    """A row of snscrape as pandas saves it."""
    return {
        "Datetime": spaced(at(place)),
        "Tweet Id": post_id(place),
        "Text": text(place),
        "Username": INN,
    } | cells


def archived(place: int, **cells: object) -> Row:
    """A row of `tweets.js`, in its wrapper."""
    number = post_id(place)
    found: Row = {
        "id": number,
        "id_str": number,
        "created_at": ctime(at(place)),
        "full_text": text(place),
        "favorite_count": "2",
        "retweet_count": "0",
        "retweeted": False,
        "favorited": False,
        "truncated": False,
        "lang": "en",
        "source": '<a href="https://desk.example" rel="nofollow">Inn Desk</a>',
        "entities": entities(),
    }
    return {"tweet": found | cells}


def user(handle: str = INN, number: str = INN_ID, **cells: object) -> Row:
    """An account of API v1.1."""
    return {
        "id": int(number),
        "id_str": number,
        "screen_name": handle,
        "name": handle,
    } | cells


def status(place: int, **cells: object) -> Row:
    """A status of API v1.1."""
    number = post_id(place)
    return {
        "created_at": ctime(at(place)),
        "id": int(number),
        "id_str": number,
        "full_text": text(place),
        "truncated": False,
        "entities": entities(),
        "in_reply_to_status_id_str": None,
        "in_reply_to_user_id_str": None,
        "in_reply_to_screen_name": None,
        "user": user(),
        "is_quote_status": False,
        "retweet_count": 1,
        "favorite_count": 2,
        "lang": "en",
    } | cells


def v2(place: int, **cells: object) -> Row:
    """A post of API v2."""
    return {
        "id": post_id(place),
        "author_id": INN_ID,
        "created_at": iso(at(place)),
        "text": text(place),
    } | cells


def entities(*urls: tuple[str, str], people: Sequence[tuple[str, str]] = ()) -> Row:
    """What the platform found in a text: (as written, where it leads), (handle, id)."""
    return {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
            {"screen_name": handle, "name": handle, "id_str": number}
            for handle, number in people
        ],
        "urls": [{"url": short, "expanded_url": target} for short, target in urls],
    }


def answer(
    place: int | None, user_id: str | None = GUEST_ID, handle: str | None = GUEST
) -> Row:
    """The fields of a reply, as archives and API v1.1 have them."""
    found: Row = {
        "in_reply_to_status_id_str": None if place is None else post_id(place),
        "in_reply_to_user_id_str": user_id,
        "in_reply_to_screen_name": handle,
    }
    return {name: value for name, value in found.items() if value is not None}
