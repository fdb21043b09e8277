"""AA502 bio-equals-first-post."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.profile import ProfilePage
from acctaudit.intent import Archetype, but_not
from acctaudit.pattern import Advice, Judgement, Observed, Pattern, Severity, at_least
from acctaudit.say import say
from acctaudit.story import abstains, clear, fires, story
from acctaudit.words import plain


@dataclass(frozen=True)
class BioEqualsFirstPost(Pattern):
    """The first thing it said was its own description.

    ## What it looks for
    A bio and a first own post that consist of the same words.

    ## Why it matters
    A reader who has seen the one learns nothing from the other. It is a small thing, and it
    was there on the first day.

    ## What to do
    Rewrite the bio for the reader: what they get here, from whom, and who answers.

    ## What to expect
    Visitors can tell sooner whether the account is for them. By itself this will hardly
    move any other figure.

    ## How to measure it
    Likeness of bio and first post, in the next report, where it should have fallen; daily
    visits to the profile, if you have the overview table.

    ## When to ignore it
    An intended, pinned introduction; an export that has lost the early posts.

    ## Limits
    The bio is the one at the day of the export, the post the oldest that still exists.
    """

    code: ClassVar = "AA502"
    name: ClassVar = "bio-equals-first-post"
    healthy: ClassVar = "The bio says something of its own"
    failing: ClassVar = "The bio repeats the first post"
    severity: ClassVar = Severity.LOW
    asks: ClassVar = Advice.PROFILE
    applies: ClassVar = but_not(Archetype.RESERVED)
    by_intent: ClassVar = False

    similarity: float = at_least(
        90,
        "points of 100",
        Judgement("the same words but for one or two"),
        title="Likeness of both texts",
    )

    def check(self, page: ProfilePage) -> Observed:
        """Compare the two texts."""
        likeness = page.bio_first_post_similarity
        return Observed(
            say(
                "Bio and first post are alike: {likeness}, where 100 means the same words.",
                likeness=plain(likeness, "points of 100"),
            ),
            evidence=[page.first_post_id] if page.first_post_id else [],
            similarity=likeness,
        )

    examples = (
        fires(
            "word for word",
            story(bio="Largest builder in the region").says(
                "Largest builder in the region"
            ),
        ),
        clear("a bio of its own", story(bio="Ask us about bridges").posts(10)),
        abstains("no bio in the export", story().posts(10), "not-measurable"),
    )
