"""Profile: what the account says about itself. Every field may be unknown (None)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True)
class Profile:
    """The account's own page at the observation date. None = the export does not say.

    An empty string is knowledge: the field was there and empty.
    """

    handle: str | None = None
    user_id: str | None = None
    name: str | None = None
    bio: str | None = None
    location: str | None = None
    url: str | None = None
    url_expanded: str | None = None
    avatar_url: str | None = None
    banner_url: str | None = None
    default_avatar: bool | None = None
    verified: bool | None = None
    protected: bool | None = None
    pinned_id: str | None = None
    created_at: datetime | None = None
    """UTC."""
    followers: int | None = None
    following: int | None = None
    listed: int | None = None
    posts_total: int | None = None
    """The platform's own counter: reposts included, deleted posts not."""
    suspensions: tuple[str, ...] | None = None
    """Days (ISO) on which the account was suspended or released, as `YYYY-MM-DD action`."""

    @property
    def link(self) -> str | None:
        """Where the profile's link leads, expanded where known."""
        return self.url_expanded or self.url
