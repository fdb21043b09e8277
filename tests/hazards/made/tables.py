"""Tables: separators, quotation marks, torn rows, words for nothing, columns of indexes."""

from __future__ import annotations

from datetime import timedelta

from hazards.made.common import (
    GUEST,
    INN,
    INN_ID,
    Files,
    Row,
    at,
    ctime,
    naive,
    post_id,
    records,
    scraped,
    sheet,
    text,
)

SUPPORT = (
    "tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id",
    "in_response_to_tweet_id",
)  # fmt: skip


def files() -> Files:
    """Every way in which a table may be hard to take apart."""
    six = [scraped(n) for n in range(6)]
    plain = records(six).decode()
    return {
        "pipe-separated.csv": _bare("|", {1: "Soup, bread | tea"}),
        "pipe-separated-no-header.csv": _bare("|", {}).partition(b"\n")[2],
        "tab-unbalanced-quotes.tsv": _bare(
            "\t",
            {1: '"Late" bar tonight', 2: 'Doors: 6" wide', 4: '"never closed', 6: 'end"'},
        ),
        "comma-unbalanced-quotes.csv": _bare(
            ",", {1: 'Doors: 6" wide', 4: '"Late" bar tonight', 6: 'the end"'}
        ),
        "comma-quote-never-closed.csv": _bare(
            ",", {4: '"The soup', 8: 'so she said "yes" twice'}
        ),
        "comma-quote-closed-by-another-row.csv": _bare(",", {4: '"The soup', 8: 'an end"'}),
        "semicolon.csv": records(six, ";"),
        "bom.csv": b"\xef\xbb\xbf" + plain.encode(),
        "utf-16.csv": plain.encode("utf-16"),
        "line-ends-of-windows.csv": plain.replace("\n", "\r\n").encode(),
        "none-and-true-strings.csv": records(list(map(_flat, range(4)))),
        "index-columns.csv": records(
            [{"Unnamed: 0": n, "Unnamed: 0.1": n} | row for n, row in enumerate(six)]
        ),
        "index-columns-without-name.csv": _indexed(six),
        "columns-twice.csv": _twice(six),
        "parents-as-floats.csv": sheet(SUPPORT, _talk()),
        "several-answers.csv": sheet(SUPPORT, _asked()),
        "row-torn-in-two.csv": _torn(),
    }


def _bare(mark: str, odd: dict[int, str]) -> bytes:
    """Rows as scripts join them: nothing is quoted."""
    rows = [
        mark.join((post_id(n), naive(at(n)), odd.get(n, text(n).replace(",", ""))))
        for n in range(12)
    ]
    return ("\n".join([mark.join(("id", "created_at", "text")), *rows]) + "\n").encode()


def _flat(place: int) -> Row:
    """A status of API v1.1 as pandas flattens it: None and True are words."""
    reply = place == 1
    return {
        "created_at": ctime(at(place)),
        "id_str": post_id(place),
        "full_text": "None" if place == 3 else text(place),
        "truncated": "False",
        "in_reply_to_status_id_str": post_id(40) if reply else "None",
        "in_reply_to_user_id_str": "2500000002" if reply else "None",
        "in_reply_to_screen_name": GUEST if reply else "None",
        "quoted_status_id_str": "None",
        "retweeted_status.id_str": post_id(41) if place == 2 else "None",
        "favorite_count": "None" if place == 0 else "4",
        "retweet_count": "1",
        "favorited": "True",
        "retweeted": "True",
        "lang": "None",
        "user.id_str": INN_ID,
        "user.screen_name": INN,
        "user.protected": "False",
        "entities.urls.0.url": "None",
        "entities.urls.0.expanded_url": "None",
    }


def _indexed(rows: list[Row]) -> bytes:
    """Two columns of numbers without a name, as `to_csv` adds one on every saving."""
    header = ["", "", *rows[0]]
    return sheet(header, [[n, n, *row.values()] for n, row in enumerate(rows)])


def _twice(rows: list[Row]) -> bytes:
    """A column that stands twice, the second time with other words."""
    header = [*rows[0], "Text"]
    return sheet(header, [[*row.values(), f"copy {n}"] for n, row in enumerate(rows)])


def _talk() -> list[list[object]]:
    """Customer Support on Twitter, saved by pandas: parents are floats; one row twice."""
    question = [1, "115712", "True", ctime(at(0)), f"@{INN} Any rooms?", "2,3", ""]
    first = [2, INN, "False", _minutes(0, 20), "@115712 Two.", "4.0", "1.0"]
    second = [3, INN, "False", _minutes(0, 50), "@115712 And a cot.", "", "1.0"]
    thanks = [4, "115712", "True", _minutes(0, 60), f"@{INN} Thanks", "5", "2.0"]
    last = [5, INN, "False", _minutes(0, 70), "@115712 See you", "", "4.0"]
    return [question, first, second, thanks, last, first]


def _asked() -> list[list[object]]:
    """A question with three own answers: after 10, 100 and 1,000 minutes."""
    rows: list[list[object]] = []
    for n in range(6):
        asked = 10 * n + 1
        rows += [
            [asked, "115712", "True", ctime(at(n)), f"@{INN} Any rooms?", asked + 1, ""],
            [asked + 1, INN, "False", _minutes(n, 10), "@115712 Two.", "", asked],
            [asked + 2, INN, "False", _minutes(n, 100), "@115712 Or one.", "", asked],
            [asked + 3, INN, "False", _minutes(n, 1000), "@115712 None now.", "", asked],
        ]
    return rows


def _torn() -> bytes:
    """Of twelve answers one has a break of lines in it that is not quoted; what follows it
    has as many cells as a row, and begins with the id of another.
    """
    text_of = ["@115712 Yes"] * 12
    text_of[5] = "@115712 Yes, rooms\n3, 4, 5, 6, 7"
    rows = [
        ",".join((str(n + 1), INN, "False", ctime(at(n)), text_of[n], "", str(500 + n)))
        for n in range(12)
    ]
    return ("\n".join([",".join(SUPPORT), *rows]) + "\n").encode()


def _minutes(place: int, minutes: int) -> str:
    return ctime(at(place) + timedelta(minutes=minutes))
