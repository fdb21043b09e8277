"""What the account is for: its archetype and its declared goals.

A support desk, a news feed, a status bot and a brand are judged differently, so the intent
comes before the verdict. What the user does not declare is inferred, said to be inferred,
and makes every finding that depends on it one step milder.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from acctaudit.say import marked, say


class Archetype(StrEnum):
    """The kinds of account that the field's norms tell apart."""

    BRAND = "brand"
    B2B = "b2b"
    IR = "ir"
    CARE = "care"
    COMMUNITY = "community"
    PERSONAL = "personal"
    NEWS = "news"
    ALERT = "alert"
    CAMPAIGN = "campaign"
    RESERVED = "reserved"


ARCHETYPES: dict[Archetype, str] = {
    Archetype.BRAND: "a consumer brand",
    Archetype.B2B: "a company that sells to companies",
    Archetype.IR: "an investor-relations or corporate account",
    Archetype.CARE: "a support desk",
    Archetype.COMMUNITY: "a nonprofit or community group",
    Archetype.PERSONAL: "one person",
    Archetype.NEWS: "a news feed",
    Archetype.ALERT: "a status page, timetable or declared bot",
    Archetype.CAMPAIGN: "a campaign with an end date",
    Archetype.RESERVED: "a name that is only kept from others",
}

DIALOGUE = "dialogue"
GOALS: dict[str, str] = {
    DIALOGUE: marked("talk with the people the account is for"),
    "support": marked("solve customers' problems"),
    "news": marked("tell people what happened"),
    "traffic": marked("bring people to a site"),
    "leads": marked("win enquiries, applications or orders"),
    "awareness": marked("be known"),
}


@dataclass(frozen=True)
class Intent:
    """Archetype and goals, and how they are known."""

    archetype: Archetype
    inferred: bool
    because: str
    """One sentence: who declared it, or the figures it was inferred from."""
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Applies:
    """For which archetypes a pattern is judged."""

    never: frozenset[Archetype] = frozenset()
    unless_dialogue: frozenset[Archetype] = frozenset()
    """Left out too, unless dialogue is a declared goal: judged against its own goal."""

    def reason_against(self, intent: Intent) -> str | None:
        """Why the pattern does not apply to this account, or None if it does."""
        kind = say(ARCHETYPES[intent.archetype])
        if intent.archetype in self.never:
            return say("not judged for {kind}", kind=kind)
        if intent.archetype in self.unless_dialogue and DIALOGUE not in intent.goals:
            return say(
                "not judged for {kind} unless dialogue is a declared goal", kind=kind
            )
        return None


EVERYONE = Applies()


def but_not(*never: Archetype, unless_dialogue: tuple[Archetype, ...] = ()) -> Applies:
    """Every archetype but these."""
    return Applies(frozenset(never), frozenset(unless_dialogue))
