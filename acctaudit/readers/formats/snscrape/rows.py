"""Posts and people as snscrape and twscrape write them, with what the model needs.

What a field is called depends on the age of the tool; a name that is not there at all is
told from one that holds nothing.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from acctaudit.readers.cells import Ident, id_in, ident, user_id
from acctaudit.readers.entities import Media

Id = int | str | float | None
"""An id as Python, pandas or another script left it."""


class Address(msgspec.Struct, gc=False, frozen=True):
    """A link: where it leads, and as it stands in the text."""

    url: str | None = None
    tcourl: str | None = None


class User(msgspec.Struct, gc=False, frozen=True, rename="camel"):
    """An account: its whole profile, or only who it is."""

    id: Id = None
    id_str: str | None = msgspec.field(name="id_str", default=None)
    username: str | None = None
    displayname: str | None = None
    description: str | None = None
    raw_description: str | None = None
    created: str | None = None
    followers_count: int | None = None
    friends_count: int | None = None
    statuses_count: int | None = None
    listed_count: int | None = None
    location: str | None = None
    protected: bool | None = None
    verified: bool | None = None
    blue: bool | None = None
    link: Address | UnsetType | None = UNSET
    link_url: str | UnsetType | None = UNSET
    link_tcourl: str | None = None
    description_links: tuple[Address, ...] | UnsetType | None = UNSET
    profile_image_url: str | None = None
    profile_banner_url: str | None = None
    pinned_ids: tuple[Id, ...] | None = None


class Person(User, gc=False, frozen=True):
    """An account that is a row of its own."""

    def __post_init__(self) -> None:
        if self.id is None and not (self.id_str or self.username):
            raise ValueError("missing required field `id`")


class Gallery(msgspec.Struct, gc=False, frozen=True):
    """Media as twscrape sorts them."""

    photos: tuple[Media, ...] = ()
    videos: tuple[Media, ...] = ()
    animated: tuple[Media, ...] = ()


class Other(msgspec.Struct, gc=False, frozen=True, rename="camel"):
    """A post that is passed on or quoted; of one that is gone maybe not even the id."""

    id: Id = None
    id_str: str | None = msgspec.field(name="id_str", default=None)
    url: str | None = None
    raw_content: str | None = None
    content: str | None = None


class Versions(msgspec.Struct, gc=False, frozen=True):
    """The versions of a post, first one first."""

    edit_tweet_ids: tuple[str, ...] = ()


class Post(msgspec.Struct, gc=False, frozen=True, rename="camel"):
    """A post; what a field is called depends on the age of the tool."""

    id: Id = None
    id_str: str | None = msgspec.field(name="id_str", default=None)
    url: str | None = None
    date: str | None = None
    user: User | None = None
    raw_content: str | None = None
    content: str | None = None
    lang: str | None = None
    source: str | None = None
    reply_count: int | None = None
    retweet_count: int | None = None
    like_count: int | None = None
    quote_count: int | None = None
    bookmark_count: int | None = None
    bookmarked_count: int | None = None
    view_count: int | None = None
    hashtags: tuple[str, ...] | UnsetType | None = UNSET
    mentioned_users: tuple[User, ...] | UnsetType | None = UNSET
    links: tuple[Address, ...] | UnsetType | None = UNSET
    outlinks: tuple[str, ...] | UnsetType | None = UNSET
    tcooutlinks: tuple[str, ...] | None = None
    media: tuple[Media, ...] | Gallery | UnsetType | None = UNSET
    retweeted_tweet: Other | None = None
    quoted_tweet: Other | None = None
    is_quote_status: bool | None = None
    in_reply_to_tweet_id: Id | UnsetType = UNSET
    in_reply_to_tweet_id_str: str | None = None
    in_reply_to_user: User | None = None
    in_reply_to_screen_name: str | None = None
    edit_control: Versions | None = None

    def __post_init__(self) -> None:
        if ident_of(self).digits is None:
            raise ValueError("missing required field `id`")
        if self.raw_content is None and self.content is None:
            raise ValueError("missing required field `rawContent`")


def ident_of(row: Post | Other) -> Ident:
    """The id; that in the post's address is right where a script has rounded the other."""
    written = id_in(row.url)
    return Ident(written, exact=True) if written else ident(row.id_str or row.id)


def user_id_of(user: User | None) -> str | None:
    """The id of somebody; None if it is not known or rounded."""
    return None if user is None else user_id(user.id_str or user.id)
