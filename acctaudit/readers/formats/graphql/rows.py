"""Posts as the web app's GraphQL sends them: those of API v1.1, wrapped many times."""

from __future__ import annotations

import msgspec

from acctaudit.readers.entities import Entities
from acctaudit.readers.formats.graphql.users import User


class Author(msgspec.Struct, gc=False, frozen=True):
    """Somebody, as the answer to a question for him; nobody if he is gone."""

    result: User | None = None


class Authorship(msgspec.Struct, gc=False, frozen=True):
    """Who wrote a post."""

    user_results: Author | None = None


class NoteText(msgspec.Struct, gc=False, frozen=True):
    """The whole text of a long post; unlike others it is not escaped."""

    text: str | None = None
    entity_set: Entities | None = None


class NoteResult(msgspec.Struct, gc=False, frozen=True):
    """The answer to a question for it."""

    result: NoteText | None = None


class Note(msgspec.Struct, gc=False, frozen=True):
    """A long post."""

    note_tweet_results: NoteResult | None = None

    @property
    def whole(self) -> NoteText | None:
        """The text, if it came along."""
        return self.note_tweet_results.result if self.note_tweet_results else None


class LegacyOther(msgspec.Struct, gc=False, frozen=True):
    """The text of a post that is passed on."""

    full_text: str | None = None


class Other(msgspec.Struct, gc=False, frozen=True):
    """A post that is passed on or quoted; `tweet` holds it if not everybody may see it."""

    rest_id: str | None = None
    legacy: LegacyOther | None = None
    note_tweet: Note | None = None
    tweet: Other | None = None

    @property
    def post(self) -> Other:
        """The post itself."""
        return self.tweet or self


class Another(msgspec.Struct, gc=False, frozen=True):
    """The answer to a question for another post; empty if that is gone."""

    result: Other | None = None


class Legacy(msgspec.Struct, gc=False, frozen=True):
    """A post, nearly as API v1.1 had it."""

    created_at: str | None = None
    full_text: str | None = None
    lang: str | None = None
    user_id_str: str | None = None
    entities: Entities = Entities()
    extended_entities: Entities | None = None
    favorite_count: int | None = None
    retweet_count: int | None = None
    reply_count: int | None = None
    quote_count: int | None = None
    bookmark_count: int | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    is_quote_status: bool | None = None
    quoted_status_id_str: str | None = None
    retweeted_status_result: Another | None = None


class Views(msgspec.Struct, gc=False, frozen=True):
    """How often a post was shown; without a number where nobody counted."""

    count: int | None = None


class Versions(msgspec.Struct, gc=False, frozen=True):
    """The versions of a post, first one first; a later one names the first."""

    edit_tweet_ids: tuple[str, ...] = ()
    initial_tweet_id: str | None = None


class Post(msgspec.Struct, gc=False, frozen=True):
    """A post."""

    rest_id: str
    legacy: Legacy
    core: Authorship | None = None
    source: str | None = None
    views: Views | None = None
    note_tweet: Note | None = None
    edit_control: Versions | None = None
    quoted_status_result: Another | None = None

    @property
    def author(self) -> User | None:
        """Who wrote it, as far as the answer describes anybody."""
        return (
            self.core.user_results.result if self.core and self.core.user_results else None
        )
