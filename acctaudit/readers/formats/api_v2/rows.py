"""Posts and people of API v2 as typed rows, with what the model needs of them."""

from __future__ import annotations

import msgspec


class Counts(msgspec.Struct, gc=False, frozen=True):
    """Reactions: public ones, and those that only the account itself may ask for."""

    like_count: int | None = None
    retweet_count: int | None = None
    reply_count: int | None = None
    quote_count: int | None = None
    bookmark_count: int | None = None
    impression_count: int | None = None
    url_link_clicks: int | None = None
    user_profile_clicks: int | None = None


class Reference(msgspec.Struct, gc=False, frozen=True):
    """A post that this one passes on, quotes or answers."""

    id: str
    type: str


class Url(msgspec.Struct, gc=False, frozen=True):
    """A link in the text."""

    url: str = ""
    expanded_url: str | None = None


class Tag(msgspec.Struct, gc=False, frozen=True):
    """A hashtag, without #."""

    tag: str = ""


class Named(msgspec.Struct, gc=False, frozen=True):
    """Somebody mentioned."""

    username: str = ""
    id: str | None = None


class Entities(msgspec.Struct, gc=False, frozen=True):
    """What the platform found in a text; a key is left out where there is nothing."""

    urls: tuple[Url, ...] = ()
    hashtags: tuple[Tag, ...] = ()
    mentions: tuple[Named, ...] = ()


class Attachments(msgspec.Struct, gc=False, frozen=True):
    """Pictures and videos, of which only the number counts."""

    media_keys: tuple[str, ...] = ()


class Note(msgspec.Struct, gc=False, frozen=True):
    """The whole text of a long post."""

    text: str | None = None


class UserCounts(msgspec.Struct, gc=False, frozen=True):
    """The counters on a profile."""

    followers_count: int | None = None
    following_count: int | None = None
    tweet_count: int | None = None
    listed_count: int | None = None


class UserUrls(msgspec.Struct, gc=False, frozen=True):
    """The link on a profile."""

    urls: tuple[Url, ...] = ()


class UserEntities(msgspec.Struct, gc=False, frozen=True):
    """What the platform found on a profile."""

    url: UserUrls | None = None


class User(msgspec.Struct, gc=False, frozen=True):
    """An account; most fields only where they were asked for."""

    id: str | None = None
    username: str | None = None
    name: str | None = None
    created_at: str | None = None
    description: str | None = None
    location: str | None = None
    url: str | None = None
    entities: UserEntities | None = None
    profile_image_url: str | None = None
    protected: bool | None = None
    verified: bool | None = None
    pinned_tweet_id: str | None = None
    public_metrics: UserCounts = UserCounts()


class Retrieved(msgspec.Struct, gc=False, frozen=True):
    """What twarc says of a page."""

    retrieved_at: str | None = None


class Post(msgspec.Struct, gc=False, frozen=True):
    """A post; fields only where they were asked for."""

    id: str
    text: str | None = None
    author_id: str | None = None
    created_at: str | None = None
    lang: str | None = None
    source: str | None = None
    conversation_id: str | None = None
    in_reply_to_user_id: str | None = None
    in_reply_to_user: User | None = None
    referenced_tweets: tuple[Reference, ...] | None = None
    public_metrics: Counts = Counts()
    non_public_metrics: Counts | None = None
    organic_metrics: Counts | None = None
    entities: Entities | None = None
    attachments: Attachments | None = None
    note_tweet: Note | None = None
    edit_history_tweet_ids: tuple[str, ...] = ()
    author: User | None = None
    retrieved: Retrieved | None = msgspec.field(name="__twarc", default=None)


class Includes(msgspec.Struct, gc=False, frozen=True):
    """What a page holds beside its posts; posts of others stay where they are."""

    users: tuple[User, ...] = ()
