"""CL02 audience-not-here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from acctaudit.analyzers.audience import Audience
from acctaudit.claim import PROFILES, Claim, Part
from acctaudit.judgement import one_after_another
from acctaudit.measure import SHARE, Estimate, Metric, exact
from acctaudit.options import Options
from acctaudit.pattern import Judgement, above, at_least, below, enough
from acctaudit.say import marked, say
from acctaudit.story import Row, answered, story
from acctaudit.weighing import Figure

WORDS = marked("words by which these people call themselves, declared with --audience")
FOLLOWED = marked("a list of the accounts followed, with their bios")


def _people(n: int, bio: str, others: int = 0, first: int = 0) -> tuple[Row, ...]:
    """So many accounts with that bio, and others with another one."""
    bios = [bio] * n + ["I love cats and long walks"] * others
    return tuple({"user_id": str(first + i), "bio": text} for i, text in enumerate(bios))


@dataclass(frozen=True)
class AudienceNotHere(Claim):
    """They say that the people whom the account is for are somewhere else.

    ## What is said
    “Our audience is not on Twitter”: the people whom the account is for do not use the
    platform, so nothing could have reached them.

    ## How it is judged
    By the words that you declare for the audience. They are looked for in the bios of the
    followers, and in those of the accounts that are followed. If more than one follower in
    twenty uses such a word, the audience is there. If more than one followed account in
    five does, it is there too and only does not follow back. The claim is supported, in the
    weaker form “not among our followers”, if hardly any bio matches although the account
    went and looked for such people.

    ## Limits
    No export can show that somebody is nowhere on a platform. Bios are short, many say
    nothing of a profession, and a word in another language is missed. People of the
    audience who wrote to the account without following it are not seen here.
    """

    code: ClassVar = "CL02"
    name: ClassVar = "audience-not-here"
    statement: ClassVar = "Our audience is not on Twitter."

    min_bios: float = enough(
        200, "bios", Judgement("with fewer, a share under 5 % cannot be sure")
    )
    absent: float = below(
        0.05,
        SHARE,
        Judgement("one in twenty, as in the pattern AA606, is a handful in any timeline"),
    )
    present: float = above(
        0.05, SHARE, Judgement("one follower in twenty of the audience is an audience")
    )
    looked_for: float = at_least(
        20, "accounts", Judgement("who follows twenty of them went and looked for them")
    )
    found_there: float = above(
        0.20,
        SHARE,
        Judgement("one followed account in five of the audience shows that it is there"),
    )

    def parts(self, audience: Audience, options: Options) -> tuple[Part, ...]:
        """Followers that match, and followed accounts that match."""
        words = [] if options.audience else [WORDS]
        matching = self.given("min_bios", audience.follower_bios, audience.on_target_share)
        followed = audience.on_target_following
        return (
            self.part(
                say("They are not among the followers"),
                Figure(
                    marked(
                        "{value} of the followers with a bio call themselves by a word of"
                        " the audience"
                    ),
                    matching,
                    supports="absent",
                    contradicts="present",
                    settle=one_after_another([*words, PROFILES]),
                ),
            ),
            self.part(
                say("The account looked for them and did not find them"),
                Figure(
                    marked("it follows {value} of the audience"),
                    _matches(followed),
                    supports="looked_for",
                    settle=one_after_another([*words, FOLLOWED]),
                ),
                Figure(
                    marked(
                        "{value} of the followed accounts with a bio are of the audience"
                    ),
                    followed,
                    contradicts="found_there",
                    settle=one_after_another([*words, FOLLOWED]),
                ),
            ),
        )

    examples = (
        answered(
            "twenty-five architects followed among many, no architect follows back",
            story()
            .posts(30)
            .with_others("followers", _people(0, "", 300))
            .with_others("following", _people(25, "Architect in Graz", 300, first=1000)),
            "supported",
            audience="architect,architects",
        ),
        answered(
            "every fourth follower is an architect",
            story().posts(30).with_others("followers", _people(75, "Architect", 225)),
            "contradicted",
            audience="architect",
        ),
        answered(
            "half of the accounts followed are architects, who do not follow back",
            story()
            .posts(30)
            .with_others("followers", _people(0, "", 300))
            .with_others("following", _people(50, "Architect", 50, first=1000)),
            "contradicted",
            audience="architect",
        ),
        answered(
            "nobody has said who the audience is",
            story().posts(30).with_others("followers", _people(0, "", 300)),
            "cannot be judged",
        ),
        answered(
            "no profiles", story().posts(30), "cannot be judged", audience="architect"
        ),
    )


def _matches(followed: Metric) -> Metric:
    """How many of the accounts followed are of the audience."""
    if not isinstance(followed, Estimate):
        return followed
    return exact(round(followed.number * (followed.n or 0)), followed.n)
