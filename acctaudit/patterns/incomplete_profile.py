"""AA501 incomplete-profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.profile import ProfilePage
from acctaudit.pattern import Advice, Observed, Pattern, Published, Severity, at_least
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import listed, plain


@dataclass(frozen=True)
class IncompleteProfile(Pattern):
    """The profile leaves the reader guessing.

    ## What it looks for
    Two or more of bio, link, picture, location, banner and a name of its own that are
    empty, among those that the export shows. What the export does not show is not counted.

    ## Why it matters
    People look at the profile before they follow, and before they believe. Of 93 Fortune
    500 profiles in 2010, 96 % had a link and 82 % a bio (Rybalko and Seltzer).

    ## What to do
    Fill the profile in one sitting, and name the people who write.

    ## What to expect
    More of those who look at the profile can tell who speaks and whether to trust it. The
    effect on other figures is small.

    ## How to measure it
    Profile fields missing, in the next report; the new followers among those who visit the
    profile, if you have the daily overview table.

    ## When to ignore it
    A person who needs privacy; a regulated body that may not say more.

    ## Limits
    Where the fields that the export does not show could make the difference, nothing is
    said. An archive of 2012 to 2019 does not show the banner.
    """

    code: ClassVar = "AA501"
    name: ClassVar = "incomplete-profile"
    healthy: ClassVar = "The profile is filled in"
    failing: ClassVar = "The profile is incomplete"
    severity: ClassVar = Severity.MEDIUM
    asks: ClassVar = Advice.PROFILE
    by_intent: ClassVar = False

    missing: float = at_least(
        2,
        "fields",
        Published(
            "link 96 %, bio 82 % of 93 Fortune 500 profiles: Rybalko and Seltzer 2010",
            "https://doi.org/10.1016/j.pubrev.2010.08.004",
        ),
        title="Empty profile fields",
    )

    def check(self, page: ProfilePage) -> Observed:
        """Count the empty fields."""
        return Observed(
            say(
                "Of {shown} that the export shows, {missing} are empty: {names}.",
                shown=plain(page.profile_shown, "fields"),
                missing=plain(page.profile_missing, "fields"),
                names=listed(page.missing) or say("none"),
            ),
            missing=page.possibly_missing,
        )

    examples = (
        fires(
            "only a name",
            story(
                name="Example Ltd", bio="", url="", location="", avatar_url="a.png"
            ).posts(5),
        ),
        clear(
            "all there",
            story(
                name="Example Ltd",
                bio="We build.",
                url="http://example.com",
                location="Vienna",
                avatar_url="a.png",
            ).posts(5),
        ),
        abstains("an export without a profile", story().posts(5), "not-measurable"),
    )
