"""The shape of our own format, `acctaudit/export/1`: one type a thing, one line a field.

Its JSON Schema is generated from these types and nothing else.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

SCHEMA = "acctaudit/export/1"
STAND_IN = "a stand-in such as #12, for a post whose id is not known"
Id = Annotated[str, Meta(description="id as a string of digits")]
Handle = Annotated[str, Meta(description="handle, without @")]
Time = Annotated[
    str, Meta(description="ISO 8601 with offset; a day where only that is known")
]
Count = Annotated[int, Meta(description="a count, at the observation date", ge=0)]
Timeline = Annotated[
    Literal["complete", "recent", "ends", "sample"],
    Meta(
        description="which posts are here: all, the newest, first and last only, a sample"
    ),
]


class Account(msgspec.Struct, omit_defaults=True):
    """What the account says about itself."""

    handle: Handle | None = None
    user_id: Id | None = None
    name: Annotated[str | None, Meta(description="display name")] = None
    bio: Annotated[str | None, Meta(description="description on the profile")] = None
    location: Annotated[str | None, Meta(description="place on the profile")] = None
    url: Annotated[str | None, Meta(description="link on the profile, as shown")] = None
    url_expanded: Annotated[str | None, Meta(description="where that link leads")] = None
    avatar_url: Annotated[str | None, Meta(description="picture; empty for none")] = None
    banner_url: Annotated[str | None, Meta(description="banner; empty for none")] = None
    default_avatar: Annotated[bool | None, Meta(description="has no picture yet")] = None
    verified: Annotated[bool | None, Meta(description="has a verification mark")] = None
    protected: Annotated[bool | None, Meta(description="posts for followers only")] = None
    pinned_id: Annotated[str | None, Meta(description="id of the pinned post")] = None
    created_at: Annotated[str | None, Meta(description="when it was opened")] = None
    followers: Count | None = None
    following: Count | None = None
    listed: Count | None = None
    posts_total: Annotated[Count | None, Meta(description="the profile's counter")] = None
    suspensions: Annotated[
        tuple[str, ...] | None,
        Meta(description="days of suspension and release, each as `YYYY-MM-DD action`"),
    ] = None


class Reply(msgspec.Struct, omit_defaults=True):
    """What a post answers. Any of the three makes it a reply."""

    post_id: Id | None = None
    user_id: Id | None = None
    handle: Handle | None = None


class Link(msgspec.Struct, omit_defaults=True):
    """A link in the text."""

    url: Annotated[str, Meta(description="as it stands in the text")]
    expanded: Annotated[str | None, Meta(description="where it leads")] = None


class Mention(msgspec.Struct, omit_defaults=True):
    """Somebody mentioned in the text."""

    handle: Handle
    user_id: Id | None = None


class Post(msgspec.Struct, omit_defaults=True):
    """A post of the account. A count that is left out is unknown, not zero."""

    id: Id
    id_exact: Annotated[bool, Meta(description=f"false: the id is {STAND_IN}")] = True
    created_at: Time | None = None
    text: Annotated[str | None, Meta(description="full text, without HTML entities")] = None
    lang: Annotated[str | None, Meta(description="language code")] = None
    source: Annotated[str | None, Meta(description="client that sent it")] = None
    repost_of: Annotated[str | None, Meta(description="id of the post passed on")] = None
    reposted: Annotated[
        bool, Meta(description="a repost whose original has no known id")
    ] = False
    in_reply_to: Annotated[
        Reply | msgspec.UnsetType | None,
        Meta(description="whom it answers; null = nobody, left out = not known"),
    ] = msgspec.UNSET
    is_reply: Annotated[
        bool | None, Meta(description="a reply, where no more is known of it")
    ] = None
    replies_known: Annotated[
        bool | None, Meta(description="false: it is not known whether it is a reply")
    ] = None
    quote_of: Annotated[str | None, Meta(description="id of the post quoted")] = None
    is_quote: Annotated[
        bool | None, Meta(description="a quote of a post that has no known id")
    ] = None
    post_link: Annotated[
        str | None,
        Meta(description="id of the post that a link leads to, if quotes are not marked"),
    ] = None
    edit_of: Annotated[str | None, Meta(description="id of the first version")] = None
    likes: Count | None = None
    reposts: Count | None = None
    replies: Count | None = None
    quotes: Count | None = None
    bookmarks: Count | None = None
    impressions: Count | None = None
    clicks: Count | None = None
    profile_visits: Count | None = None
    media: Count | None = None
    cut: Annotated[
        bool | None, Meta(description="the text is only the beginning of what was said")
    ] = None
    apart: Annotated[
        bool | None,
        Meta(description="no part of the stretch of posts that rhythm is measured on"),
    ] = None
    has_link: Annotated[
        bool | None, Meta(description="holds a link, where the links are not known")
    ] = None
    has_hashtag: Annotated[
        bool | None, Meta(description="holds a hashtag, where they are not known")
    ] = None
    has_mention: Annotated[
        bool | None, Meta(description="mentions somebody, where they are not known")
    ] = None
    links: tuple[Link, ...] | None = None
    hashtags: Annotated[tuple[str, ...] | None, Meta(description="without #")] = None
    mentions: tuple[Mention, ...] | None = None


class Inbound(msgspec.Struct, omit_defaults=True):
    """A post by somebody else that addresses the account."""

    id: Id
    id_exact: Annotated[bool, Meta(description=f"false: the id is {STAND_IN}")] = True
    created_at: Time | None = None
    author_id: Id | None = None
    author_handle: Handle | None = None
    text: Annotated[str | None, Meta(description="full text")] = None
    in_reply_to_post_id: Annotated[str | None, Meta(description="what it answers")] = None


class Person(msgspec.Struct, omit_defaults=True):
    """A follower, or an account that is followed."""

    user_id: Id | None = None
    handle: Handle | None = None
    created_at: Time | None = None
    bio: Annotated[str | None, Meta(description="description on the profile")] = None
    location: Annotated[str | None, Meta(description="place on the profile")] = None
    url: Annotated[str | None, Meta(description="link on the profile")] = None
    followers: Count | None = None
    following: Count | None = None
    listed: Count | None = None
    posts_total: Count | None = None
    last_post_at: Annotated[str | None, Meta(description="time of the newest post")] = None
    default_avatar: Annotated[bool | None, Meta(description="has no picture yet")] = None
    followed_at: Annotated[str | None, Meta(description="when the following began")] = None


class Day(msgspec.Struct, omit_defaults=True):
    """One day of the account's analytics."""

    date: Annotated[str, Meta(description="day, YYYY-MM-DD")]
    impressions: Count | None = None
    engagements: Count | None = None
    new_follows: Count | None = None
    unfollows: Count | None = None
    profile_visits: Count | None = None
    posts: Count | None = None
    likes: Count | None = None
    replies: Count | None = None
    reposts: Count | None = None
    bookmarks: Count | None = None
    shares: Count | None = None
    video_views: Count | None = None
    media_views: Count | None = None


class Outcome(msgspec.Struct, omit_defaults=True):
    """Something that the account was meant to bring about."""

    date: Annotated[str, Meta(description="day, YYYY-MM-DD")]
    outcome: Annotated[str, Meta(description="what it is: lead, ticket, call, …")]
    value: Annotated[float | None, Meta(description="how much of it; 1 if left out")] = None


class Document(msgspec.Struct, omit_defaults=True):
    """An account's posts and profile. Everything but `schema` may be left out."""

    schema: Literal["acctaudit/export/1"]
    as_of: Annotated[str | None, Meta(description="day or time of the observation")] = None
    timeline: Timeline | None = None
    notes: Annotated[
        tuple[str, ...], Meta(description="sentences about the data, printed in the report")
    ] = ()
    measured: Annotated[
        tuple[str, ...] | None,
        Meta(
            description="columns that the source has, even where no row has a value; those"
            " of other tables than the posts as `followers.bio`. Where this is given, a"
            " column that is not named is not measured, and a list of links, hashtags or"
            " mentions that is named and left out of a post is empty"
        ),
    ] = None
    account: Account = msgspec.field(default_factory=Account)
    posts: tuple[Post, ...] | None = None
    inbound: tuple[Inbound, ...] | None = None
    followers: tuple[Person, ...] | None = None
    following: tuple[Person, ...] | None = None
    daily: tuple[Day, ...] | None = None
    outcomes: tuple[Outcome, ...] | None = None


def export_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `acctaudit/export/1`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **msgspec.json.schema(Document),
    }
