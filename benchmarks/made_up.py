"""Made-up accounts of any size: archives as they are since 2022, timelines of API v2."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_EPOCH_MS = 1_288_834_974_657
_WORDS = [
    "bread",
    "cake",
    "oven",
    "flour",
    "market",
    "summer",
    "winter",
    "photo",
    "today",
    "tomorrow",
    "guest",
    "table",
    "order",
    "shop",
    "coffee",
    "street",
    "village",
    "festival",
    "recipe",
    "morning",
    "evening",
    "colleague",
    "question",
    "answer",
    "garden",
]
_SIZES = {
    size: {"w": str(w), "h": str(h), "resize": "fit"}
    for size, w, h in (("large", 1200, 800), ("small", 680, 453), ("thumb", 150, 150))
}


def timeline(path: Path, posts: int) -> Path:
    """Write posts of API v2, one a line; gives the path."""
    rng = random.Random(posts)
    start = datetime(2012, 1, 2, tzinfo=UTC)
    step = timedelta(days=4300) / posts
    with path.open("w", encoding="utf-8") as file:
        for i in range(posts):
            file.write(json.dumps(_post(rng, start + i * step, i)) + "\n")
    return path


def _post(rng: random.Random, moment: datetime, i: int) -> dict[str, object]:
    """A post: one in four a reply, one in ten a repost, half of the others with a link."""
    post_id = str(((int(moment.timestamp() * 1000) - _EPOCH_MS) << 22) | (i & 4095))
    text = " ".join(rng.choices(_WORDS, k=rng.randint(6, 28)))
    row: dict[str, object] = {
        "id": post_id,
        "author_id": "4242",
        "created_at": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "conversation_id": post_id,
        "lang": "en",
        "edit_history_tweet_ids": [post_id],
        "possibly_sensitive": False,
        "reply_settings": "everyone",
        "public_metrics": {
            "like_count": int(rng.paretovariate(1)) - 1,
            "retweet_count": int(rng.paretovariate(1.1)) - 1,
            "reply_count": int(rng.paretovariate(1.5)) - 1,
            "quote_count": 0,
            "bookmark_count": rng.randint(0, 3),
            "impression_count": rng.randint(50, 90_000),
        },
    }
    if i % 4 == 0:
        person = str(9000 + i % 500)
        text = f"@guest{i % 500} {text}"
        row["in_reply_to_user_id"] = person
        row["referenced_tweets"] = [{"type": "replied_to", "id": str(int(post_id) - i - 1)}]
        row["entities"] = {"mentions": [{"username": f"guest{i % 500}", "id": person}]}
    elif i % 10 == 1:
        text = f"RT @guest{i % 500}: {text}"
        row["referenced_tweets"] = [{"type": "retweeted", "id": str(int(post_id) - i - 1)}]
    elif i % 2:
        link = f"https://t.co/{i:010d}"
        text = f"{text} {link}"
        target = f"https://bakery.example/news/{i}"
        row["entities"] = {"urls": [{"url": link, "expanded_url": target}]}
    return {**row, "text": text}


def archive(folder: Path, posts: int) -> Path:
    """Write `folder/data/tweets.js`, account.js and manifest.js; gives the folder."""
    rng = random.Random(posts)
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    start = datetime(2016, 1, 4, tzinfo=UTC)
    step = timedelta(days=3000) / posts
    with (data / "tweets.js").open("w", encoding="utf-8") as file:
        file.write("window.YTD.tweets.part0 = [")
        for i in range(posts):
            row = {"tweet": _tweet(rng, start + i * step, i)}
            file.write(("," if i else "") + "\n  " + json.dumps(row, indent=2))
        file.write("\n]")
    account = [
        {
            "account": {
                "username": "made_up",
                "accountId": "4242",
                "createdAt": "2016-01-01T00:00:00.000Z",
                "email": "x@y.z",
            }
        }
    ]
    (data / "account.js").write_text(f"window.YTD.account.part0 = {json.dumps(account)}")
    made = (start + timedelta(days=3001)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    manifest = {
        "userInfo": {"accountId": "4242", "userName": "made_up"},
        "archiveInfo": {"generationDate": made},
        "dataTypes": {},
    }
    (data / "manifest.js").write_text(f"window.__THAR_CONFIG = {json.dumps(manifest)}")
    return folder


def _tweet(rng: random.Random, moment: datetime, i: int) -> dict[str, object]:
    tweet_id = str(((int(moment.timestamp() * 1000) - _EPOCH_MS) << 22) | (i & 4095))
    words = " ".join(rng.choices(_WORDS, k=14))
    likes = int(rng.paretovariate(1.2)) - 1
    reply = i % 3 == 0
    text = (f"@guest{i % 500} " if reply else "") + f"{words} https://t.co/{i:010d}"
    row: dict[str, object] = {
        "edit_info": {
            "initial": {
                "editTweetIds": [tweet_id],
                "editableUntil": moment.isoformat(),
                "editsRemaining": "5",
                "isEditEligible": True,
            }
        },
        "retweeted": False,
        "source": '<a href="https://x.com" rel="nofollow">Twitter Web App</a>',
        "entities": {
            "hashtags": [{"text": "bread", "indices": ["10", "16"]}],
            "symbols": [],
            "user_mentions": [
                {
                    "name": "A Guest",
                    "screen_name": f"guest{i % 500}",
                    "indices": ["0", "9"],
                    "id_str": str(9000 + i % 500),
                    "id": str(9000 + i % 500),
                }
            ]
            if reply
            else [],
            "urls": [
                {
                    "url": f"https://t.co/{i:010d}",
                    "display_url": "bakery.example/news",
                    "expanded_url": f"https://bakery.example/news/{i}",
                    "indices": ["90", "113"],
                }
            ],
        },
        "display_text_range": ["0", str(len(text))],
        "favorite_count": str(likes),
        "id_str": tweet_id,
        "truncated": False,
        "retweet_count": str(likes // 5),
        "id": tweet_id,
        "possibly_sensitive": False,
        "created_at": moment.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "favorited": False,
        "full_text": text,
        "lang": "en",
        "extended_entities": {
            "media": [
                {
                    "expanded_url": f"https://x.com/made_up/status/{tweet_id}/photo/1",
                    "indices": ["90", "113"],
                    "media_url": "http://pbs.example/media/a.jpg",
                    "id_str": tweet_id,
                    "type": "photo",
                    "sizes": _SIZES,
                    "display_url": "pic.x.com/abc",
                }
            ]
        },
    }
    if reply:
        row |= {
            "in_reply_to_status_id_str": str(int(tweet_id) - 5_000_000),
            "in_reply_to_status_id": str(int(tweet_id) - 5_000_000),
            "in_reply_to_user_id": str(9000 + i % 500),
            "in_reply_to_user_id_str": str(9000 + i % 500),
            "in_reply_to_screen_name": f"guest{i % 500}",
        }
    return row
