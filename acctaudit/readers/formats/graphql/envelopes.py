"""What the web app wraps posts and people in; what is inside stays undecoded."""

from __future__ import annotations

import msgspec

from acctaudit.readers.records import NO_ROWS, NOTHING

Raw = msgspec.Raw


class Result(msgspec.Struct, gc=False, frozen=True):
    """The answer to a question for one thing."""

    result: Raw = NOTHING


class Shell(msgspec.Struct, gc=False, frozen=True):
    """What is known of a post before it is read; `tweet` holds one not for everybody."""

    typename: str = msgspec.field(name="__typename", default="")
    tweet: Raw = NO_ROWS


class ItemContent(msgspec.Struct, gc=False, frozen=True):
    """A post or a person in a timeline."""

    tweet_results: Result | None = None
    user_results: Result | None = None
    promotedMetadata: Raw = NO_ROWS  # noqa: N815


class Content(msgspec.Struct, gc=False, frozen=True):
    """What an entry holds: one thing, or several that belong together."""

    itemContent: ItemContent | None = None  # noqa: N815
    items: Raw = NO_ROWS


class Entry(msgspec.Struct, gc=False, frozen=True):
    """An entry of a timeline, or one of the things in it."""

    entryId: str = ""  # noqa: N815
    content: Content | None = None
    item: Content | None = None


class Instruction(msgspec.Struct, gc=False, frozen=True):
    """What to do with a timeline: add entries, pin one, add things to one."""

    entries: Raw = NO_ROWS
    entry: Raw = NO_ROWS
    moduleItems: Raw = NO_ROWS  # noqa: N815
