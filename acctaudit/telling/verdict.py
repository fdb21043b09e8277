"""The answer in plain words: was it Twitter, or was it us, and what cannot be known?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from acctaudit.judgement import as_said
from acctaudit.measure import SHARE, Estimate
from acctaudit.pattern import Severity
from acctaudit.report import Verdict
from acctaudit.say import joined, marked, say
from acctaudit.telling.priorities import first
from acctaudit.words import count, listed, number, said, sentence

if TYPE_CHECKING:
    from acctaudit.report import Availability, Finding

_OTHERS = {"AA701", "AA702", "AA705", "AA706"}
"""Findings about what came back; all others are in the account's own hands."""
_TOO_FEW = 4
"""Patterns that must be clear before "nothing was found" says something: our judgement."""
_OPEN = {"not-measurable", "insufficient-evidence"}


def verdict(
    findings: list[Finding], questions: list[Availability], results: dict[str, Any]
) -> Verdict:
    """Sort what was found by whose hands it lay in, and say what stays open."""
    fired = sorted(
        (f for f in findings if f.verdict == "fired"),
        key=lambda f: (Severity(f.severity).rank, f.code),
    )
    ours = [f for f in fired if f.code not in _OTHERS and f.severity != Severity.INFO]
    return Verdict(
        headline=_headline(ours, fired, findings),
        us=[_told(f) for f in ours] or [_nothing(findings)],
        others=_others(fired, questions, results),
        unknown=[
            joined([as_said(row.question), sentence(as_said(row.why))], " ")
            for row in questions
            if row.status == "no"
        ],
        first=first(findings),
        coverage=_coverage(findings),
    )


def _told(found: Finding) -> str:
    """A finding with its figures."""
    return joined([as_said(found.title), as_said(found.says)], ". ")


def _headline(ours: list[Finding], fired: list[Finding], findings: list[Finding]) -> str:
    codes = {f.code for f in fired}
    open_ones = any(f.verdict in _OPEN for f in findings)
    tail = say("What this file cannot show is listed as unknown, not held against anybody.")
    if "AA901" in codes:
        main = say(
            "What this file shows lay in the account's own hands: the channel was used one"
            " way only, and then given up."
        )
    elif any(Severity(f.severity).rank <= Severity.HIGH.rank for f in ours):
        main = say(
            "The gravest things in this file lay in the account's own hands: {findings}.",
            findings=_titles(ours),
        )
    elif ours:
        main = say(
            "Some things lay in the account's own hands: {findings}.",
            findings=_titles(ours),
        )
    elif codes & _OTHERS:
        main = say(
            "Nothing in this file speaks against the account itself, yet little came back"
            " from its audience."
        )
    elif sum(f.verdict == "clear" for f in findings) < _TOO_FEW:
        main = say("This file holds too little to judge the account by.")
    else:
        main = say("No failure pattern was found in what this file can show.")
    return joined([main, tail], " ") if open_ones else main


def _titles(found: list[Finding]) -> str:
    return listed([say("“{title}”", title=as_said(f.title)) for f in found[:3]])


def _nothing(findings: list[Finding]) -> str:
    fine = sum(f.verdict == "clear" for f in findings)
    if not fine:
        return say("Nothing that lies with the account could be judged from this file.")
    patterns = count(fine, "patterns")
    return say("Nothing was found: {patterns} checked and fine.", patterns=patterns)


def _others(
    fired: list[Finding], questions: list[Availability], results: dict[str, Any]
) -> list[str]:
    """What speaks about the audience or the platform."""
    lines = [_told(f) for f in fired if f.code in _OTHERS]
    median = results["engagement"].engagements_per_post
    if not lines and isinstance(median, Estimate):
        silent = said(results["engagement"].zero_reaction_share, SHARE)
        lines.append(
            say(
                "What came back: {reactions} to the usual (median) post; {silent} of the"
                " posts got none at all.",
                reactions=said(median, "reactions"),
                silent=silent,
            )
        )
    unseen = {row.question: row for row in questions if row.status == "no"}
    if "How often were posts shown?" in unseen:
        lines.append(
            say(
                "Whether the platform showed the posts to few or to many is not in this"
                " file, so nothing here speaks for or against Twitter itself."
            )
        )
    return lines


def _coverage(findings: list[Finding]) -> str:
    judged = sum(f.verdict in {"fired", "clear"} for f in findings)
    open_ones = sum(f.verdict in _OPEN for f in findings)
    apart = sum(f.verdict == "not-applicable" for f in findings)
    patterns = count(len(findings), "patterns")
    parts = [
        say("judged on {judged} of {patterns}", judged=number(judged), patterns=patterns)
    ]
    if open_ones:
        open_count = number(open_ones)
        parts.append(say("{count} cannot be judged from this export", count=open_count))
    if apart:
        one = marked("{count} does not apply to this kind of account")
        more = marked("{count} do not apply to this kind of account")
        parts.append(say(one if apart == 1 else more, count=number(apart)))
    return sentence(joined(parts, "; "))
