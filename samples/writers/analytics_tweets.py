"""Twitter analytics until 2024: tweets of one month a file, and the days of a month."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from samples.tale import Tale, Told

KINDS = ("original", "reply", "self_reply", "quote")
KEEPS = frozenset(
    {
        "text", "created_at", "likes", "reposts", "replies", "impressions", "clicks",
        "profile_visits", "hashtags", "mentions",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "observed": "2024-02-29", "daily": 29}
COUNTED = (
    "impressions,engagements,engagement rate,retweets,replies,likes,user profile clicks,"
    "url clicks,hashtag clicks,detail expands,permalink clicks,app opens,app installs,"
    "follows,email tweet,dial phone,media views,media engagements"
)
COUNTED_JA = (
    "インプレッション,エンゲージメント,エンゲージメント率,リツイート,返信,いいね,"
    "ユーザープロフィールクリック,URLクリック数,ハッシュタグクリック,詳細クリック,固定リンクのクリック数,"
    "アプリ表示,アプリインストール,フォローしている,ツイートをメール送信,ダイアル式電話,メディアの再生数,"
    "メディアのエンゲージメント数"
)
ABOUT = "Tweet id,Tweet permalink,Tweet text,time"
ABOUT_JA = "ツイートID,ツイートの固定リンク,ツイート本文,時間"


def write(tale: Tale) -> dict[str, bytes]:
    """A file for each month with tweets, the first in Japanese; the days of the last."""
    months: dict[str, list[Told]] = {}
    for told in tale.posts:
        if told.kind != "repost":
            months.setdefault(f"{told.at:%Y%m}01", []).append(told)
    files = {}
    for place, (start, posts) in enumerate(months.items()):
        language = "ja" if place == 0 else "en"
        end = _next_month(posts[0].at)
        name = f"{tale.owner.handle}_{start}_{end:%Y%m%d}_{language}.csv"
        rows = [_row(tale, told) for told in posts[::-1]]
        files[f"tweet_activity_metrics_{name}"] = table([_header(language), *rows])
        if len(months) == place + 1:
            files[f"daily_tweet_activity_metrics_{name}"] = _days(posts[0].at, posts)
    return files


def table(rows: Sequence[Sequence[object]]) -> bytes:
    """A CSV with every cell in quotes."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue().encode()


def _header(language: str) -> list[str]:
    about, counted = (ABOUT_JA, COUNTED_JA) if language == "ja" else (ABOUT, COUNTED)
    prefix = "プロモの" if language == "ja" else "promoted "
    names = counted.split(",")
    return [*about.split(","), *names, *(f"{prefix}{name}" for name in names)]


def _next_month(moment: datetime) -> datetime:
    return (moment.replace(day=1) + timedelta(days=32)).replace(day=1)


def _row(tale: Tale, told: Told) -> list[object]:
    """The first eleven counts are floats; there was no campaign."""
    engaged = told.likes + told.replies + told.reposts
    counts = (
        told.impressions, engaged, engaged / max(told.impressions, 1), told.reposts,
        told.replies, told.likes, told.profile_visits, told.clicks, 0, 0, 0,
    )  # fmt: skip
    text = told.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    address = f"https://twitter.com/{tale.owner.handle}/status/{told.post_id}"
    about = [told.post_id, address, text, f"{told.at:%Y-%m-%d %H:%M} +0000"]
    return [*about, *map(float, counts), *[0] * 7, *["-"] * 18]


def _days(month: datetime, posts: Sequence[Told]) -> bytes:
    """A row for each day of a month."""
    day, rows = month.replace(day=1), []
    while day.month == month.month:
        made = sum(told.at.date() == day.date() for told in posts)
        counts = (90 + day.day, 4, 0.04, 1, 0, 2, 1, 1, *[0] * 10)
        rows.append([day.date(), made, *counts, *["-"] * 18])
        day += timedelta(days=1)
    return table([["Date", "Tweets published", *_header("en")[4:]], *rows])
