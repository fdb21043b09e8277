"""What the rows of an X archive say about the account: its name, profile and people.

Only the fields named here are ever decoded: an account row also holds an e-mail address.
"""

from __future__ import annotations

import msgspec

from acctaudit.say import marked

camel = msgspec.field
NO_ACCOUNT_FILE = marked(
    "account.js is not there: whose posts these are was inferred from the posts themselves"
)
NO_ACCOUNT_ID = marked(
    "the account's id is not in it: whose posts these are was inferred from the posts"
    " themselves"
)


class AccountRow(msgspec.Struct, gc=False):
    """An account, the public part."""

    username: str | None = None
    account_id: str | None = camel(name="accountId", default=None)
    created_at: str | None = camel(name="createdAt", default=None)
    name: str | None = camel(name="accountDisplayName", default=None)


class Description(msgspec.Struct, gc=False):
    """What the profile says."""

    bio: str | None = None
    website: str | None = None
    location: str | None = None


class ProfileRow(msgspec.Struct, gc=False):
    """A profile, with the addresses of its pictures."""

    description: Description = msgspec.field(default_factory=Description)
    avatar: str | None = camel(name="avatarMediaUrl", default=None)
    header: str | None = camel(name="headerMediaUrl", default=None)


class Follower(msgspec.Struct, gc=False):
    """Somebody who follows or is followed: an id only."""

    account_id: str = camel(name="accountId")


def profile_fields(row: ProfileRow) -> dict[str, object]:
    """The fields of a profile, in our names; what the row leaves out is empty there."""
    return {
        "bio": row.description.bio or "",
        "url": row.description.website or "",
        "location": row.description.location or "",
        "avatar_url": row.avatar or "",
        "banner_url": row.header or "",
        "default_avatar": "default_profile" in (row.avatar or "default_profile"),
    }


def known(**fields: object) -> dict[str, object]:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}
