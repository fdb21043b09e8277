"""Posts and people of API v1.1 as typed rows, with what the model needs of them."""

from __future__ import annotations

import msgspec

from acctaudit.readers.entities import Entities


class ProfileUrls(msgspec.Struct, gc=False, frozen=True):
    """The link on a profile, expanded."""

    urls: tuple[ProfileUrl, ...] = ()


class ProfileUrl(msgspec.Struct, gc=False, frozen=True):
    """Where it leads."""

    expanded_url: str | None = None


class ProfileEntities(msgspec.Struct, gc=False, frozen=True):
    """What the platform found on a profile."""

    url: ProfileUrls | None = None


class LastStatus(msgspec.Struct, gc=False, frozen=True):
    """The newest post of somebody in a list."""

    created_at: str | None = None


class User(msgspec.Struct, gc=False, frozen=True):
    """An account, with its counters at the moment of collection."""

    id_str: str | None = None
    id: str | None = None
    screen_name: str | None = None
    name: str | None = None
    description: str | None = None
    location: str | None = None
    url: str | None = None
    entities: ProfileEntities | None = None
    created_at: str | None = None
    profile_image_url_https: str | None = None
    profile_banner_url: str | None = None
    default_profile_image: bool | None = None
    verified: bool | None = None
    protected: bool | None = None
    followers_count: int | None = None
    friends_count: int | None = None
    listed_count: int | None = None
    statuses_count: int | None = None
    status: LastStatus | None = None


class Extended(msgspec.Struct, gc=False, frozen=True):
    """The whole of a long post, in streams."""

    full_text: str | None = None
    entities: Entities | None = None
    extended_entities: Entities | None = None


class Original(msgspec.Struct, gc=False, frozen=True):
    """The post that a repost passes on."""

    id_str: str | None = None
    full_text: str | None = None
    text: str | None = None


class Status(msgspec.Struct, gc=False, frozen=True):
    """A post."""

    id_str: str = ""
    created_at: str | None = None
    text: str | None = None
    full_text: str | None = None
    truncated: bool | None = None
    extended_tweet: Extended | None = None
    source: str | None = None
    lang: str | None = None
    user: User | None = None
    entities: Entities = Entities()
    extended_entities: Entities | None = None
    retweeted_status: Original | None = None
    quoted_status_id_str: str | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    favorite_count: int | None = None
    retweet_count: int | None = None
    reply_count: int | None = None
    quote_count: int | None = None

    def __post_init__(self) -> None:
        if not self.id_str:
            raise ValueError("missing required field `id_str`")


class FollowerId(msgspec.Struct, gc=False, frozen=True):
    """Somebody of whom only the id is known."""

    id: str
