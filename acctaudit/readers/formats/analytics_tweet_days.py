"""Analytics of days, as analytics.twitter.com exported them until June 2024.

Its follows and visits to the profile are only those that a post led to, and not all of the
day's, so they are left out.
"""

from __future__ import annotations

from acctaudit.readers import cells
from acctaudit.readers.days import settle_daily
from acctaudit.readers.declared import one, table_reader

READER = table_reader(
    "analytics-tweet-days",
    "Twitter analytics, a day a row (daily_tweet_activity_metrics CSV, until June 2024)",
    telling=("date|日付", "tweets published", "impressions|インプレッション"),
    columns={
        "date": one(cells.when, "date", "日付"),
        "posts": one(cells.count, "tweets published"),
        "impressions": one(cells.count, "impressions", "インプレッション"),
        "engagements": one(cells.count, "engagements", "エンゲージメント"),
        "reposts": one(cells.count, "retweets", "リツイート"),
        "replies": one(cells.count, "replies", "返信"),
        "likes": one(cells.count, "likes", "favorites", "いいね"),
        "media_views": one(cells.count, "media views", "メディアの再生数"),
    },
    table="daily",
    finish=settle_daily,
)
