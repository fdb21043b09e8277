"""A profile of the web app in our names, from new fields first and old ones else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acctaudit.readers.formats.graphql.users import (
    Bio,
    Core,
    Image,
    LegacyUser,
    Place,
    Relations,
    Site,
)
from acctaudit.readers.people import is_default

if TYPE_CHECKING:
    from acctaudit.readers.formats.graphql.users import User
    from acctaudit.readers.people import Facts


def facts(user: User) -> Facts:
    """The profile of an account."""
    old, core = user.legacy or LegacyUser(), user.core or Core()
    counts, bio = user.relationship_counts or Relations(), user.profile_bio or Bio()
    avatar = _first((user.avatar or Image()).image_url, old.profile_image_url_https)
    return {
        "user_id": user.rest_id,
        "handle": _first(core.screen_name, old.screen_name),
        "name": _first(core.name, old.name),
        "bio": _first(bio.description, old.description),
        "location": _first(_location(user), old.location),
        "url": _website(user, old),
        "url_expanded": _expanded(bio, old),
        "avatar_url": avatar,
        "banner_url": _first((user.banner or Image()).image_url, old.profile_banner_url),
        "default_avatar": is_default(str(avatar)) if avatar is not None else None,
        "verified": _verified(user, old),
        "protected": _first(user.privacy and user.privacy.protected, old.protected),
        "pinned_id": _pinned(user, old),
        "created_at": _first(core.created_at, old.created_at),
        "followers": _first(counts.followers, old.followers_count),
        "following": _first(counts.following, old.friends_count),
        "listed": old.listed_count,
        "posts_total": _first(
            user.tweet_counts and user.tweet_counts.tweets, old.statuses_count
        ),
    }


def _first(new: object, old: object) -> object:
    return old if new is None else new


def _location(user: User) -> str | None:
    return user.location.location if isinstance(user.location, Place) else user.location


def _website(user: User, old: LegacyUser) -> str | None:
    """The link as shown; empty where the profile is there and has none."""
    found = (user.website or Site()).url or old.url
    known = user.profile_bio is not None or old.description is not None
    return found or ("" if known else None)


def _expanded(bio: Bio, old: LegacyUser) -> str | None:
    for entities in (bio.entities, old.entities):
        if entities is not None and entities.url is not None:
            return next((link.expanded_url for link in entities.url.urls), None)
    return None


def _verified(user: User, old: LegacyUser) -> bool | None:
    """Whether it has a mark, of whatever colour."""
    marks = (
        user.verification and user.verification.verified,
        user.is_blue_verified,
        old.verified,
    )
    known = [mark for mark in marks if mark is not None]
    return any(known) if known else None


def _pinned(user: User, old: LegacyUser) -> str | None:
    ids = user.pinned_items.tweet_ids_str if user.pinned_items else old.pinned_tweet_ids_str
    return ids[0] if ids else None
