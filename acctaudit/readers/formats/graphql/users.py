"""People as the web app's GraphQL sends them, in the shapes of 2023 and 2026.

What a user said of himself stood in one object `legacy` in 2023; by 2026 it was spread over
many. Files hold either, and mixtures of both.
"""

from __future__ import annotations

import msgspec

from acctaudit.readers.entities import Url


class ProfileUrls(msgspec.Struct, gc=False, frozen=True):
    """The link on a profile."""

    urls: tuple[Url, ...] = ()


class ProfileEntities(msgspec.Struct, gc=False, frozen=True):
    """What the platform found on a profile."""

    url: ProfileUrls | None = None


class LegacyUser(msgspec.Struct, gc=False, frozen=True):
    """A profile as API v1.1 had it."""

    screen_name: str | None = None
    name: str | None = None
    created_at: str | None = None
    description: str | None = None
    location: str | None = None
    url: str | None = None
    entities: ProfileEntities | None = None
    profile_image_url_https: str | None = None
    profile_banner_url: str | None = None
    followers_count: int | None = None
    friends_count: int | None = None
    listed_count: int | None = None
    statuses_count: int | None = None
    verified: bool | None = None
    protected: bool | None = None
    pinned_tweet_ids_str: tuple[str, ...] = ()


class Core(msgspec.Struct, gc=False, frozen=True):
    """Who it is."""

    screen_name: str | None = None
    name: str | None = None
    created_at: str | None = None


class Bio(msgspec.Struct, gc=False, frozen=True):
    """The description."""

    description: str | None = None
    entities: ProfileEntities | None = None


class Place(msgspec.Struct, gc=False, frozen=True):
    """Where somebody says to be."""

    location: str | None = None


class Site(msgspec.Struct, gc=False, frozen=True):
    """The link, short."""

    url: str | None = None


class Image(msgspec.Struct, gc=False, frozen=True):
    """The address of a picture."""

    image_url: str | None = None


class Relations(msgspec.Struct, gc=False, frozen=True):
    """How many follow and are followed."""

    followers: int | None = None
    following: int | None = None


class PostCounts(msgspec.Struct, gc=False, frozen=True):
    """How many posts there are."""

    tweets: int | None = None


class Mark(msgspec.Struct, gc=False, frozen=True):
    """Whether it is verified, in the old sense."""

    verified: bool | None = None


class Privacy(msgspec.Struct, gc=False, frozen=True):
    """Whether posts are for followers only."""

    protected: bool | None = None


class Pinned(msgspec.Struct, gc=False, frozen=True):
    """The posts that stand first on the profile."""

    tweet_ids_str: tuple[str, ...] = ()


class User(msgspec.Struct, gc=False, frozen=True):
    """An account, old and new fields beside each other."""

    rest_id: str | None = None
    legacy: LegacyUser | None = None
    core: Core | None = None
    profile_bio: Bio | None = None
    location: Place | str | None = None
    website: Site | None = None
    avatar: Image | None = None
    banner: Image | None = None
    relationship_counts: Relations | None = None
    tweet_counts: PostCounts | None = None
    verification: Mark | None = None
    is_blue_verified: bool | None = None
    privacy: Privacy | None = None
    pinned_items: Pinned | None = None
