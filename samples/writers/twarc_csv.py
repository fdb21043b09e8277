"""twarc-csv 0.7: posts with the original merged into reposts, and the followers."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from samples.writers import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from samples.tale import Person, Tale, Told

KINDS = ALL
KEEPS = frozenset(
    {
        "text", "created_at", "lang", "source", "kind", "likes", "reposts", "replies",
        "quotes", "bookmarks", "impressions", "media", "links", "hashtags", "mentions",
        "in_reply_to_post_id", "in_reply_to_user_id", "in_reply_to_handle",
        "repost_of_id", "quote_of_id",
    }
)  # fmt: skip
TELLS = {"handle": "arch_museum", "observed": "2024-05-01", "followers": 6}
POST_COLUMNS = """
id conversation_id referenced_tweets.replied_to.id referenced_tweets.retweeted.id
referenced_tweets.quoted.id author_id in_reply_to_user_id in_reply_to_username
retweeted_user_id retweeted_username quoted_user_id quoted_username created_at text lang
source public_metrics.impression_count public_metrics.reply_count
public_metrics.retweet_count public_metrics.quote_count public_metrics.like_count
public_metrics.bookmark_count reply_settings edit_history_tweet_ids
edit_controls.edits_remaining edit_controls.editable_until edit_controls.is_edit_eligible
possibly_sensitive withheld.scope withheld.copyright withheld.country_codes
entities.annotations entities.cashtags entities.hashtags entities.mentions entities.urls
context_annotations attachments.media attachments.media_keys
attachments.poll.duration_minutes attachments.poll.end_datetime attachments.poll.id
attachments.poll.options attachments.poll.voting_status attachments.poll_ids author.id
author.created_at author.username author.name author.description
author.entities.description.cashtags author.entities.description.hashtags
author.entities.description.mentions author.entities.description.urls
author.entities.url.urls author.url author.location author.pinned_tweet_id
author.profile_image_url author.protected author.public_metrics.followers_count
author.public_metrics.following_count author.public_metrics.listed_count
author.public_metrics.tweet_count author.verified author.verified_type
author.withheld.scope author.withheld.copyright author.withheld.country_codes
geo.coordinates.coordinates geo.coordinates.type geo.country geo.country_code
geo.full_name geo.geo.bbox geo.geo.type geo.id geo.name geo.place_id geo.place_type
matching_rules __twarc.retrieved_at __twarc.url __twarc.version
"""
PEOPLE_COLUMNS = """
id created_at username name description entities.description.cashtags
entities.description.hashtags entities.description.mentions entities.description.urls
entities.url.urls location pinned_tweet_id profile_image_url protected
public_metrics.followers_count public_metrics.following_count public_metrics.listed_count
public_metrics.tweet_count url verified withheld.scope withheld.copyright
withheld.country_codes __twarc.retrieved_at __twarc.url __twarc.version
"""
REFERENCES = {
    "reply": "replied_to", "self_reply": "replied_to", "repost": "retweeted",
    "quote": "quoted",
}  # fmt: skip


def write(tale: Tale) -> dict[str, bytes]:
    """Posts newest first, and followers where there are any."""
    found = {"retrieved_at": f"{tale.as_of:%Y-%m-%dT%H:%M:%S}+00:00", "version": "2.14.0"}
    twarc = {f"__twarc.{name}": value for name, value in found.items()}
    rows = [_row(told, tale.owner) | twarc for told in tale.posts[::-1]]
    files = {"timeline.csv": _table(POST_COLUMNS.split(), rows)}
    if tale.followers:
        people = [_person(person) | twarc for person in tale.followers]
        files["followers.csv"] = _table(PEOPLE_COLUMNS.split(), people)
    return files


def _table(names: Sequence[str], rows: Sequence[dict[str, object]]) -> bytes:
    """A CSV; line ends become two characters, and lists JSON."""
    text = io.StringIO()
    table = csv.DictWriter(text, names, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, str):
        return value.replace("\r", "").replace("\n", r"\n")
    return json.dumps(value) if isinstance(value, list) else value


def iso(moment: datetime) -> str:
    """A time as the API writes it, milliseconds cut."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def escaped(text: str) -> str:
    """Text as the platform escapes it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _row(told: Told, author: Person) -> dict[str, object]:
    row: dict[str, object] = {
        "id": told.post_id,
        "conversation_id": told.post_id,
        "author_id": author.user_id,
        "created_at": iso(told.at),
        "text": escaped(told.text),
        "lang": told.lang,
        "source": told.source,
        "public_metrics.impression_count": told.impressions,
        "public_metrics.reply_count": told.replies,
        "public_metrics.retweet_count": told.reposts,
        "public_metrics.quote_count": told.quotes,
        "public_metrics.like_count": told.likes,
        "public_metrics.bookmark_count": told.bookmarks,
        "edit_history_tweet_ids": [told.post_id],
        "entities.hashtags": [{"tag": tag} for tag in told.hashtags] or "",
        "entities.mentions": [{"username": n, "id": i} for n, i in told.mentions] or "",
        "entities.urls": [{"url": u, "expanded_url": x} for u, x in told.links] or "",
        "attachments.media_keys": [f"3_{n}" for n in range(told.media)] or "",
    }
    row |= {f"author.{name}": value for name, value in _person(author).items()}
    return row | _about(told)


def _about(told: Told) -> dict[str, object]:
    """What a post refers to; a repost takes over its original."""
    about = told.about
    if about is None or told.kind not in REFERENCES:
        return {}
    found: dict[str, object] = {
        f"referenced_tweets.{REFERENCES[told.kind]}.id": about.post_id
    }
    user, name = about.author.user_id, about.author.handle
    if told.kind == "repost":
        return found | {
            "retweeted_user_id": user,
            "retweeted_username": name,
            "text": escaped(about.text),
            "entities.mentions": "",
            "public_metrics.like_count": about.likes,
            "public_metrics.retweet_count": about.reposts,
        }
    if told.kind == "quote":
        return found | {"quoted_user_id": user, "quoted_username": name}
    return found | {"in_reply_to_user_id": user, "in_reply_to_username": name}


def _person(person: Person) -> dict[str, object]:
    link = [{"url": person.url, "expanded_url": person.url_expanded}] if person.url else ""
    return {
        "id": person.user_id,
        "created_at": iso(person.created_at),
        "username": person.handle,
        "name": escaped(person.name),
        "description": escaped(person.bio),
        "entities.url.urls": link,
        "location": person.location,
        "profile_image_url": person.avatar_url,
        "protected": person.protected,
        "public_metrics.followers_count": person.followers,
        "public_metrics.following_count": person.following,
        "public_metrics.listed_count": person.listed,
        "public_metrics.tweet_count": person.posts_total,
        "url": person.url,
        "verified": person.verified,
    }
