"""The words for the codes of a report: severities, phases, verdicts, stretches of time."""

from __future__ import annotations

from acctaudit import words
from acctaudit.say import marked, say

SEVERITIES = {
    "critical": marked("Critical"),
    "high": marked("High"),
    "medium": marked("Medium"),
    "low": marked("Low"),
    "info": marked("For information"),
}
PHASES = {
    "start": marked("start"),
    "steady": marked("steady"),
    "surge": marked("surge"),
    "fade": marked("fade"),
    "silence": marked("silence"),
    "revival": marked("revival"),
    "farewell": marked("farewell"),
    "quiet": marked("quiet"),
    "cut-off": marked("cut off"),
    "suspended": marked("suspended"),
    "still alive": marked("still alive"),
}
CLAIMS = {
    "supported": marked("supported"),
    "contradicted": marked("contradicted"),
    "cannot be judged": marked("cannot be judged"),
    "error": marked("error"),
}
GOALS = {
    "dialogue": marked("dialogue"),
    "support": marked("support"),
    "news": marked("news"),
    "traffic": marked("traffic"),
    "leads": marked("leads"),
    "awareness": marked("awareness"),
}
STATUSES = {"yes": marked("yes"), "partly": marked("partly"), "no": marked("no")}
CHAPTERS = {
    "composition": marked("What was posted"),
    "cadence": marked("Rhythm"),
    "phases": marked("Phases of its life"),
    "start": marked("The first 90 days"),
    "conversation": marked("Conversation"),
    "engagement": marked("Reactions"),
    "results": marked("Results"),
    "responsiveness": marked("Answering people"),
    "content": marked("Content and links"),
    "profile": marked("Profile"),
    "audience": marked("Audience"),
    "automation": marked("Automation"),
    "ending": marked("How it ended"),
}
WINDOWS = {
    "lifetime": (
        marked("whole life"),
        marked("From the creation of the account to the day of the export."),
    ),
    "export": (
        marked("the export"),
        marked("From the first post in the export to its own day."),
    ),
    "active": (marked("active time"), marked("From the first to the last post.")),
    "observation": (
        marked("day of the export"),
        marked("The day on which the export was made."),
    ),
}
"""Short name and meaning of each stretch of time that figures refer to."""
_RAISES = {
    "critical": marked("makes it “critical”"),
    "high": marked("makes it “high”"),
    "medium": marked("makes it “medium”"),
    "low": marked("makes it “low”"),
    "info": marked("makes it “for information”"),
}


def severity(code: str) -> str:
    """The word for a severity."""
    return _said(SEVERITIES, code)


def phase(name: str) -> str:
    """The word for a phase, or for how a life ended."""
    return _said(PHASES, name)


def claim(verdict: str) -> str:
    """The word for the verdict on a claim or on a part of one."""
    return _said(CLAIMS, verdict)


def goal(code: str) -> str:
    """The word for a declared goal."""
    return _said(GOALS, code)


def status(code: str) -> str:
    """Whether an export can answer: `yes`, `partly` or `no`."""
    return _said(STATUSES, code)


def window(name: str) -> tuple[str, str]:
    """The short name of a stretch of time, and what it means."""
    known = WINDOWS.get(name)
    return (say(known[0]), say(known[1])) if known else (name, "")


def title(analyzer: str) -> str:
    """What the figures of an analyzer are about."""
    known = CHAPTERS.get(analyzer)
    return say(known) if known else named(analyzer)


def raised(code: str) -> str:
    """What crossing the limit of a severity makes of a finding."""
    return _said(_RAISES, code)


def named(slug: str) -> str:
    """`follow-for-follow` as a name: `Follow for follow`."""
    return words.capital(slug.replace("-", " ").replace("_", " ").strip())


def _said(messages: dict[str, str], code: str) -> str:
    """The message for a code; a code of another version stays as it is."""
    return say(messages[code]) if code in messages else code
