"""twarc 1, json2csv: of reposts the text, tags and likes of the original."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from samples.writers import ALL

if TYPE_CHECKING:
    from datetime import datetime

    from samples.tale import Other, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "text", "created_at", "lang", "kind", "likes", "reposts", "media",
        "links", "hashtags", "mentions", "in_reply_to_post_id", "in_reply_to_user_id",
        "in_reply_to_handle", "repost_of_id", "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum"}
TYPES = {"self_reply": "reply", "repost": "retweet"}


def write(tale: Tale) -> dict[str, bytes]:
    """One file, newest first."""
    rows = [_row(tale, told) for told in tale.posts[::-1]]
    text = io.StringIO()
    table = csv.DictWriter(text, list(_row(tale, tale.posts[0])), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return {"json2csv.csv": text.getvalue().encode()}


def escaped(text: str) -> str:
    """Text as the platform escapes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def ctime(moment: datetime) -> str:
    """A time as API v1.1 writes it."""
    return moment.strftime("%a %b %d %H:%M:%S +0000 %Y")


def _row(tale: Tale, told: Told) -> dict[str, object]:
    about = told.about
    first = about if told.kind == "repost" else None
    asked = about if told.kind in {"reply", "self_reply"} else None
    other = about if told.kind in {"repost", "quote"} else None
    address = f"https://twitter.com/{tale.owner.handle}/status/{told.post_id}"
    return {
        "id": told.post_id,
        "tweet_url": address,
        "created_at": ctime(told.at),
        "parsed_created_at": f"{told.at:%Y-%m-%d %H:%M:%S}+00:00",
        "user_screen_name": tale.owner.handle,
        "text": escaped(first.text if first else told.text),
        "tweet_type": TYPES.get(told.kind, told.kind),
        "coordinates": "",
        "hashtags": " ".join(told.hashtags),
        "media": " ".join(
            f"https://pbs.twimg.com/media/{told.post_id}{n}.jpg" for n in range(told.media)
        ),
        "urls": " ".join(target for _, target in told.links),
        "favorite_count": first.likes if first else told.likes,
        "in_reply_to_screen_name": asked.author.handle if asked else "",
        "in_reply_to_status_id": asked.post_id if asked else "",
        "in_reply_to_user_id": asked.author.user_id if asked else "",
        "lang": told.lang,
        "place": "",
        "possibly_sensitive": "",
        "retweet_count": first.reposts if first else told.reposts,
        **_referred(other),
        "source": f'<a href="https://desk.example" rel="nofollow">{told.source}</a>',
        **_user(tale),
    }


def _referred(other: Other | None) -> dict[str, object]:
    return {
        "retweet_or_quote_id": other.post_id if other else "",
        "retweet_or_quote_screen_name": other.author.handle if other else "",
        "retweet_or_quote_user_id": other.author.user_id if other else "",
    }


def _user(tale: Tale) -> dict[str, object]:
    owner = tale.owner
    return {
        "user_id": owner.user_id,
        "user_created_at": ctime(owner.created_at),
        "user_default_profile_image": False,
        "user_description": escaped(owner.bio),
        "user_favourites_count": 5,
        "user_followers_count": owner.followers,
        "user_friends_count": owner.following,
        "user_listed_count": owner.listed,
        "user_location": owner.location,
        "user_name": owner.name,
        "user_statuses_count": owner.posts_total,
        "user_time_zone": "",
        "user_urls": owner.url_expanded,
        "user_verified": owner.verified,
    }
