"""Texts that were garbled, cut or written out, or that say less than they seem to."""

from __future__ import annotations

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
    ctime,
    entities,
    link,
    listed,
    naive,
    post_id,
    records,
    scraped,
    script,
    status,
    text,
    user,
)
from hazards.made.times import month

ACCENTS = (
    "Crème brûlée tonight, naïve to think it lasts",
    "Bar open until ten – the “late” late",
    "Plain words",
    "Our señor piano tuner came",
)
CUT = "A long walk from the ford to the mill and back again, with a stop at the bakery "
OLD_TWEETS_TOML = b"""\
# What GetOldTweets wrote: semicolons, no zone, text without escaped quotes.
[posts]
post_id = "id"
url = "permalink"
created_at = "date"
author_handle = "username"
text = "text"
likes = "favorites"
reposts = "retweets"

[options]
time_zone = "UTC"
"""


def files() -> Files:
    """Texts of every kind of damage."""
    accented = records([scraped(n, Text=words) for n, words in enumerate(ACCENTS)])
    return {
        "mojibake-cp1252.csv": accented.decode().encode("cp1252"),
        "mojibake-latin-1.csv": accented.decode().translate(_NO_DASHES).encode("latin-1"),
        "mojibake-undefined-in-cp1252.csv": accented.decode()
        .encode("cp1252")
        .replace(b"Plain words", b"Pl\x9din words"),
        "mojibake-double-encoded.csv": "".join(map(_misread, accented)).encode(),
        "bytes-literals.csv": _of_python_2(),
        "utf-8-written-out.csv": records(
            [
                _tutorial(0, r"Soup\xe2\x80\xa6 and bread"),
                _tutorial(1, r"Cr\xc3\xa8me, said the baker"),
                _tutorial(2, r"C:\x41rchive is a folder"),
                _tutorial(3, "Nothing odd"),
            ]
        ),
        "id-inside-text.csv": _resaved(),
        "id-inside-text.toml": OLD_TWEETS_TOML,
        "quotes-not-escaped.csv": _old_tweets(),
        "cut-at-140.json": listed(list(map(_cut, range(4)))),
        "cut-at-140.csv": records(
            [
                scraped(0, Text=(CUT * 2)[:139] + "…"),
                scraped(1, Text=(CUT * 2)[:139] + "…"),
                scraped(2),
                scraped(3, Text="Read on… https://t.co/inn0000003"),
            ]
        ),
        "text-all-digits.csv": records(
            [scraped(n, Text=words) for n, words in enumerate(("1", "57点", "007", "3.0"))]
        ),
        "entities-escaped.js": script(
            "tweets",
            [
                archived(0, full_text="Soup &amp; bread &lt;3"),
                archived(1, full_text="How to write &amp;lt; in HTML"),
                archived(2, full_text="&quot;Quiet&quot; hours, it&#39;s late"),
            ],
        ),
        "entities-half-escaped/2013_05.js": month(
            "2013_05", [_of_may(0, "B&B &amp; &lt;more&gt;"), _of_may(1, "R&D & T")]
        ),
        "source-is-html.js": script("tweets", list(map(_sent, range(len(_SOURCES))))),
        "leading-at-no-reply-field.csv": records(
            [scraped(n, Text=f"@{GUEST} {text(n)}") for n in range(3)]
            + [scraped(n) for n in range(3, 6)]
        ),
        "leading-at-and-replies-to-self.js": script("tweets", _replies()),
        "manual-retweets.js": script(
            "tweets",
            [
                archived(
                    0,
                    full_text=f"RT @{CHOIR}: We sing at nine",
                    favorite_count="0",
                    entities=entities(people=[(CHOIR, "2500000003")]),
                ),
                archived(1, full_text=f"RT @{CHOIR}: I typed this", favorite_count="4"),
                archived(2, full_text=f"So true RT @{CHOIR}: and this"),
                archived(3),
            ],
        ),
        "old-retweets-quoted.json": listed(
            [
                _condensed(0),
                _condensed(1, f'"@{GUEST}: Lovely soup at @{INN}" Thank you!'),
                _condensed(2, f'"@{GUEST}: The lamp is on"'),
                _condensed(3, '"@nobody" is what the sign says'),
            ]
        ),
        "several-authors.csv": records(
            [scraped(n) for n in range(3)] + [scraped(n, Username=GUEST) for n in (3, 4)]
        ),
        "handle-in-other-case.csv": records(
            [scraped(0), scraped(1, Username="Lantern_Inn"), scraped(2, Username=f"@{INN}")]
        ),
    }


_NO_DASHES = str.maketrans({"–": "-", "“": '"', "”": '"'})
_SOURCES = (
    '<a href="https://desk.example" rel="nofollow">Inn Desk</a>',
    "Inn Desk",
    "",
    '<a href="https://bad.example"><script>alert(1)</script></a>',
    '"><script>alert(2)</script>',
)


def _misread(byte: int) -> str:
    """A byte of UTF-8, taken for a letter."""
    return bytes([byte]).decode("cp1252", "ignore") or chr(byte)


def _sent(place: int) -> Row:
    return archived(place, source=_SOURCES[place])


def _tutorial(place: int, words: str) -> Row:
    """A row as tutorials on tweepy write it."""
    return {"id": post_id(place), "created_at": naive(at(place)), "text": words}


def _of_python_2() -> bytes:
    """Texts written with `str(text.encode())`, one of them cut before its end."""
    texts = [
        repr("Soup… and bread".encode()),
        repr("It's the baker's “day”".encode()),
        repr(b"Two\nlines"),
        repr("Fog on the moor…".encode())[:-5],
        repr("Crème".encode("latin-1")),
        "be warned: no bytes here",
    ]
    return records([_tutorial(n, words) for n, words in enumerate(texts)])


_OLD_HEADER = "username;date;retweets;favorites;text;geo;mentions;hashtags;id;permalink"


def _old_tweets() -> bytes:
    """GetOldTweets as it wrote: quotation marks in a text end the cell too early."""
    rows = [_OLD_HEADER]
    for n in range(12):
        words = f'The "late" bar {n}' if n in {4, 9} else text(n)
        rows.append(
            f'{INN};{naive(at(n))[:16]};{n};{n + 1};"{words}";;;;"{post_id(n)}";'
            f"{link(post_id(n))}"
        )
    return ("\n".join(rows) + "\n").encode()


def _resaved() -> bytes:
    """The same after a tolerant program has read and saved it: id and link in the text."""
    rows = []
    for n in range(12):
        whole = n not in {4, 9}
        tail = f';;;;"{post_id(n)}";{link(post_id(n))}'
        rows.append(
            {
                "username": INN,
                "date": naive(at(n))[:16],
                "retweets": n,
                "favorites": n + 1,
                "text": text(n) if whole else f'The late" bar {n}"{tail}',
                "geo": "",
                "mentions": "",
                "hashtags": "",
                "id": post_id(n) if whole else "",
                "permalink": link(post_id(n)) if whole else "",
            }
        )
    return records(rows, ";")


def _cut(place: int) -> Row:
    """API v1.1 in compatibility mode: long texts end in a link to themselves."""
    own = f"https://twitter.com/i/web/status/{post_id(place)}"
    short = f"https://t.co/inn000000{place}"
    row = status(place, user=user(statuses_count=4))
    del row["full_text"]
    if place == 3:
        return row | {"text": text(place)}
    return row | {
        "text": f"{CUT[:116]}{place}… {short}",
        "truncated": True,
        "entities": entities((short, own)),
    }


def _of_may(place: int, words: str) -> Row:
    return {
        "id_str": post_id(place, at(place).replace(year=2013)),
        "created_at": at(place).replace(year=2013).strftime("%Y-%m-%d %H:%M:%S +0000"),
        "text": words,
        "source": "web",
        "user": {"id_str": INN_ID, "screen_name": INN},
        "entities": {"hashtags": [], "urls": [], "user_mentions": [], "media": []},
    }


def _replies() -> list[Row]:
    """Of six posts that begin with @ or answer somebody, two are replies to others."""
    named = entities(people=[(GUEST, GUEST_ID)])
    return [
        archived(0, full_text=f"@{GUEST} Yes, until ten", entities=named, **answer(50)),
        archived(1, full_text=f"@{GUEST} By hand", entities=named, **answer(None)),
        archived(2, full_text=f"@{GUEST} was here, said the dog", entities=named),
        archived(3, full_text="More on that", **answer(2, INN_ID, INN)),
        archived(4, full_text="And more", **answer(3, INN_ID, INN)),
        archived(5),
    ]


def _condensed(place: int, words: str | None = None) -> Row:
    """Trump Twitter Archive, first version."""
    return {
        "source": "Inn Desk",
        "id_str": post_id(place),
        "text": words or text(place),
        "created_at": ctime(at(place)),
        "retweet_count": 1,
        "in_reply_to_user_id_str": None,
        "favorite_count": 2,
        "is_retweet": False,
    }
