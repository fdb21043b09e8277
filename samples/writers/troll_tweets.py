"""FiveThirtyEight's troll tweets: the rows of one account, with rounded ids of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers import ALL
from samples.writers._flat import Row, escaped, permalink, rounded, sheet

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset({"post_id", "created_at", "text", "quote_of_id"})
TELLS = {"handle": "ARCH_MUSEUM", "reposts": 3}
"""What else the export says."""
COLUMNS = (
    "external_author_id", "author", "content", "region", "language", "publish_date",
    "harvested_date", "following", "followers", "updates", "post_type", "account_type",
    "retweet", "account_category", "new_june_2018", "alt_external_id", "tweet_id",
    "article_url", "tco1_step1", "tco2_step1", "tco3_step1",
)  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """By time."""
    rows = [
        _row(told, tale.owner) | {"updates": place}
        for place, told in enumerate(tale.posts, start=1)
    ]
    return {"IRAhandle_tweets_1.csv": sheet(COLUMNS, rows)}


def _row(told: Told, owner: Person) -> Row:
    """A post; of a repost only the words of the original."""
    about = told.about
    address = f"http://twitter.com/{owner.user_id}/statuses/{told.post_id}"
    quoted = about if told.kind == "quote" else None
    return {
        "external_author_id": rounded(owner.user_id),
        "author": owner.handle.upper(),
        "content": escaped(about.text if about and told.kind == "repost" else told.text),
        "region": "Unknown",
        "language": "English",
        "publish_date": _minute(told.at),
        "harvested_date": _minute(told.at),
        "following": owner.following,
        "followers": owner.followers,
        "post_type": {"repost": "RETWEET", "quote": "QUOTE_TWEET"}.get(told.kind, ""),
        "account_type": "Right",
        "retweet": int(told.kind == "repost"),
        "account_category": "RightTroll",
        "new_june_2018": 0,
        "alt_external_id": owner.user_id,
        "tweet_id": told.post_id,
        "article_url": address,
        "tco1_step1": permalink("i/web", quoted.post_id) if quoted else "",
    }


def _minute(moment: datetime) -> str:
    return f"{moment.month}/{moment.day}/{moment.year} {moment.hour}:{moment.minute:02}"
