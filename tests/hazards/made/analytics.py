"""Analytics: headers in other languages, days with a comma, ranges that overlap."""

from __future__ import annotations

from hazards.made.common import (
    GUEST,
    INN,
    Files,
    at,
    link,
    post_id,
    sheet,
    six_digits,
    text,
)

JAPANESE = (
    "ツイートID", "ツイートの固定リンク", "ツイート本文", "時間", "インプレッション",
    "エンゲージメント", "エンゲージメント率", "リツイート", "返信", "いいね",
    "ユーザープロフィールクリック", "URLクリック数", "ハッシュタグクリック", "詳細クリック",
    "固定リンクのクリック数", "アプリ表示", "アプリインストール", "フォローしている",
    "ツイートをメール送信", "ダイアル式電話", "メディアの再生数",
    "メディアのエンゲージメント数",
)  # fmt: skip
ENGLISH = (
    "Tweet id", "Tweet permalink", "Tweet text", "time", "impressions", "engagements",
    "engagement rate", "retweets", "replies", "likes", "user profile clicks", "url clicks",
    "hashtag clicks", "detail expands", "permalink clicks", "app opens", "app installs",
    "follows", "email tweet", "dial phone", "media views", "media engagements",
)  # fmt: skip
EARLY = (
    "Post id", "Date", "Post text", "Link", "Impressions", "Likes", "Engagements",
    "Bookmarks", "Share", "New follows", "Replies", "Reposts", "Profile visits",
    "Detail expands", "Url clicks", "Hashtag clicks", "Permalink clicks",
)  # fmt: skip
LATE = (
    "Post id", "Date", "Post text", "Post Link", "Impressions", "Likes", "Engagements",
    "Bookmarks", "Shares", "New follows", "Replies", "Reposts", "Profile visits",
    "Detail Expands", "URL Clicks", "Hashtag Clicks", "Permalink Clicks",
)  # fmt: skip
DAYS = (
    "Date", "Impressions", "Likes", "Engagements", "Bookmarks", "Shares", "New follows",
    "Unfollows", "Replies", "Reposts", "Profile visits", "Create Post", "Video views",
    "Media views",
)  # fmt: skip


def files() -> Files:
    """Exports of analytics.twitter.com and of X Premium."""
    april, may = range(6), range(4, 9)
    return {
        "localised-header.csv": sheet(
            (*JAPANESE, *(f"プロモの{name}" for name in JAPANESE[4:])),
            [_tweet(n) for n in range(4)],
        ),
        "overlapping-ranges/tweet_activity_metrics_lantern_inn_20210401_20210501_en.csv": (
            _activity([_tweet(n, likes=n) for n in april])
        ),
        "overlapping-ranges/tweet_activity_metrics_lantern_inn_20210410_20210601_en.csv": (
            _activity([_tweet(n, likes=n + 3) for n in may])
        ),
        "plural-and-case-drift.csv": sheet(LATE, [_post(n, late=True) for n in range(4)]),
        "plural-and-case-drift-further.csv": sheet(
            [_drifted(name) for name in LATE], [_post(n, late=True) for n in range(4)]
        ),
        "day-only-dates.csv": sheet(EARLY, [_post(n) for n in range(4)]),
        "comma-inside-dates.csv": sheet(LATE, [_post(n, late=True) for n in range(4)]),
        "truncated-text.csv": sheet(
            LATE,
            [
                _post(0, late=True, words="An evening of songs and soup, " * 10)[:17],
                _post(1, late=True, words=f"@{GUEST} See you"),
                _post(2, late=True),
            ],
        ),
        "localised-dates.csv": sheet(
            EARLY,
            [
                [six_digits(post_id(n)), _german(n), text(n), "", *_FIGURES]
                for n in range(4)
            ],
            ";",
        ),
        "localised-dates-with-address.csv": sheet(
            EARLY,
            [
                [six_digits(post_id(n)), _german(n), text(n), link(post_id(n)), *_FIGURES]
                for n in range(4)
            ],
            ";",
        ),
        "days-one-below-the-other.csv": sheet(DAYS, _days()),
    }


_FIGURES = [40, 3, 9, 0, 1, 0, 2, 1, 1, 4, 2, 0, 0]


def _german(place: int) -> str:
    return at(place).strftime("%d.%m.%Y")


def _tweet(place: int, likes: int = 2) -> list[object]:
    """A row of 40 columns: counts as text with a fraction, none promoted."""
    number = post_id(place)
    head = [
        number,
        link(number, INN),
        text(place),
        at(place).strftime("%Y-%m-%d %H:%M +0000"),
    ]
    counts = ["120.0", "6.0", "0.05", "1.0", "2.0", f"{likes}.0", "1.0", "3.0"]
    return [*head, *counts, *["0"] * 10, *["-"] * 18]


def _activity(rows: list[list[object]]) -> bytes:
    return sheet((*ENGLISH, *(f"promoted {name}" for name in ENGLISH[4:])), rows)


def _post(place: int, words: str | None = None, *, late: bool = False) -> list[object]:
    form = "%a, %b %-d, %Y" if late else "%a %b %d %Y"
    number = post_id(place)
    day = at(place).strftime(form)
    cut = (words or text(place))[:288]
    return [number, day, cut, link(number).replace("twitter", "x"), *_FIGURES]


def _drifted(name: str) -> str:
    """A name as the next version may write it: other capitals, the other number."""
    kept = {"Post id", "Date", "Post text", "Impressions", "New follows"}
    if name in kept:
        return name.upper()
    return (name[:-1] if name.endswith("s") else f"{name}s").swapcase()


def _days() -> list[list[object]]:
    """Two exports, each newest first; of the day in both the second one corrects."""

    def day(number: int, shown: int, lost: int) -> list[object]:
        name = at(0).replace(day=number).strftime("%a, %b %-d, %Y")
        return [name, shown, 1, 2, 0, 0, 1, lost, 0, 0, 3, 1, 0, 0]

    older = [day(3, 30, 0), day(2, 20, 1), day(1, 10, 0)]
    newer = [day(5, 50, 2), day(4, 40, 0), day(3, 33, 0)]
    return [*older, *newer]
