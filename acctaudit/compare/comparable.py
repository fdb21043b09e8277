"""Whether two reports may be compared: whose they are, in which order, by which limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from acctaudit.compare.data import ONE_ACCOUNT, TWO_ACCOUNTS
from acctaudit.say import joined, marked, say
from acctaudit.words import day, days, listed, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Card, Report, Sign, Span

_NAMED = 3
"""Limits that differ, so many are named."""


@dataclass(frozen=True)
class Grounds:
    """What speaks against a comparison, and what is to be borne in mind."""

    swapped: str
    """OLD is newer than NEW: nothing overrules that. Empty otherwise."""
    refused: list[str]
    """Why the two are not comparable; `--force` overrules these."""
    warnings: list[str]


def kind_of(old: Report, new: Report) -> str:
    """One account or two: by user id where both have one, else by handle.

    Reports with nothing to tell by count as one account; `grounds` speaks against that.
    """
    a, b = old.account, new.account
    if a.user_id and b.user_id:
        return ONE_ACCOUNT if a.user_id == b.user_id else TWO_ACCOUNTS
    if a.handle and b.handle:
        same = a.handle.casefold() == b.handle.casefold()
        return ONE_ACCOUNT if same else TWO_ACCOUNTS
    return ONE_ACCOUNT


def grounds(old: Report, new: Report, *, declared_alike: bool = False) -> Grounds:
    """What speaks against it; `declared_alike` if both were audited just now."""
    one = kind_of(old, new) == ONE_ACCOUNT
    visible = list(_visible(old, new))
    refused = [*_strangers(old.account, new.account), *visible]
    known = list(_harmless(old, new))
    warnings = list(_about(old, new) if one else _about_two(old, new))
    if old.config_hash != new.config_hash and not visible and not declared_alike:
        if known or not one:
            warnings.append(_settings(known))
        else:
            refused.append(
                say(
                    "they were made with different settings, in something that reports do"
                    " not show, such as time zone, own domains, KPIs or benchmarks"
                )
            )
    return Grounds(_swapped(old, new) if one else "", refused, warnings)


def _strangers(old: Card, new: Card) -> Iterator[str]:
    """That each says whose it is, but in a way that the other does not."""
    told = [(bool(card.user_id), bool(card.handle)) for card in (old, new)]
    if sorted(told) == [(False, True), (True, False)]:
        yield say(
            "one names only a user id and the other only a handle, so it is not known"
            " whether they are about one account (use exports that hold both)"
        )


def _settings(known: list[str]) -> str:
    """That the settings differ, and in what as far as it can be seen."""
    if not known:
        return say(
            "The two were made with different settings. That may be no more than the own"
            " domains of each account; what else it is cannot be seen."
        )
    return say(
        "The two were made with different settings: {what}. Whether anything else differs"
        " cannot be seen.",
        what=listed(known),
    )


def _visible(old: Report, new: Report) -> Iterator[str]:
    """The settings that differ and decide what is found."""
    if old.tool.version != new.tool.version:
        yield say(
            "they were made by versions {old} and {new} of the program",
            old=old.tool.version,
            new=new.tool.version,
        )
    a, b = old.intent, new.intent
    if a.archetype != b.archetype:
        yield say(
            "one is judged as {old}, the other as {new} (use --archetype)",
            old=say(a.label),
            new=say(b.label),
        )
    elif a.inferred != b.inferred:
        yield say(
            "the kind of account was declared for one and inferred for the other, which"
            " changes severities (use --archetype)"
        )
    if sorted(a.goals) != sorted(b.goals):
        yield say(
            "their goals differ: {old} and {new} (use --goal)",
            old=listed([say(goal) for goal in sorted(a.goals)]) or say("none"),
            new=listed([say(goal) for goal in sorted(b.goals)]) or say("none"),
        )
    limits = list(_limits(old, new))
    if limits:
        yield _limits_said(limits)


def _limits(old: Report, new: Report) -> Iterator[str]:
    """The limits that are not the same, such as `AA301 max_reply_share: 0.05 and 0.1`."""
    before = {found.code: found.signs for found in old.patterns}
    for found in new.patterns:
        signs = {sign.name: sign for sign in before.get(found.code, [])}
        for sign in found.signs:
            earlier = signs.get(sign.name)
            if earlier and _limit(earlier) != _limit(sign):
                yield say(
                    "{code} {name} ({old} and {new})",
                    code=found.code,
                    name=sign.name,
                    old=number(earlier.limit),
                    new=number(sign.limit),
                )


def _limit(sign: Sign) -> tuple[object, ...]:
    return sign.limit, sign.unit, sign.direction, sign.decides


def _limits_said(limits: list[str]) -> str:
    shown = limits[:_NAMED]
    if len(limits) > _NAMED:
        shown = [*shown, say("{n} more", n=number(len(limits) - _NAMED))]
    return say(
        "they were held against different limits: {limits}", limits=joined(shown, ", ")
    )


def _harmless(old: Report, new: Report) -> Iterator[str]:
    """Settings that differ but decide nothing that is compared, or say so themselves."""
    if _host(old.account.link) != _host(new.account.link):
        yield say("the link in the profile")
    if [claim.code for claim in old.claims] != [claim.code for claim in new.claims]:
        yield say("the claims that were asked about")
    if (old.score is None) != (new.score is None):
        yield say("whether one number was asked for")
    if {found.code for found in old.patterns} != {found.code for found in new.patterns}:
        yield say("the patterns that were judged")


def _host(link: str | None) -> str:
    try:
        return (urlsplit(link or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _swapped(old: Report, new: Report) -> str:
    """That the second is older than the first; empty if it is not, or is not known."""
    exports = iso_day(old.as_of), iso_day(new.as_of)
    posts = _last_post(old), _last_post(new)
    if all(exports):
        return _in_order(
            marked("the first is of {old}, the second of {new}: swap them"), *exports
        )
    return _in_order(
        marked(
            "the last post of the first is of {old}, that of the second of {new}: swap them"
        ),
        *posts,
    )


def _in_order(message: str, before: date | None, after: date | None) -> str:
    """The message, if the second day is earlier than the first; else nothing."""
    if before is None or after is None or before <= after:
        return ""
    return say(message, old=before.isoformat(), new=after.isoformat())


def _is_order_known(old: Report, new: Report) -> bool:
    """Whether both name the day of the export, or else both that of the last post."""
    return bool(
        (iso_day(old.as_of) and iso_day(new.as_of)) or (_last_post(old) and _last_post(new))
    )


def _last_post(report: Report) -> date | None:
    span = report.window.get("active")
    return iso_day(span.end) if span else None


def iso_day(text: str | None) -> date | None:
    """The day of an ISO date or moment; None for what is neither."""
    try:
        return datetime.fromisoformat(text).date() if text else None
    except ValueError:
        return None


def _about(old: Report, new: Report) -> Iterator[str]:
    """What to bear in mind where an account is compared with itself."""
    if not (_is_named(old.account) and _is_named(new.account)):
        yield say(
            "The reports do not say that they are about the same account; they are taken to"
            " be."
        )
    a, b = old.account.handle, new.account.handle
    if a and b and a.casefold() != b.casefold():
        yield say("The account was renamed from @{old} to @{new}.", old=a, new=b)
    if not _is_order_known(old, new):
        yield say("Which of the two is older is not known; the first is taken to be.")
    shared = _shared(old.window.get("active"), new.window.get("active"))
    if shared is not None:
        yield say(
            "Both reports count the posts of {period}. They are not independent of each"
            " other, and a figure of the whole life moves slowly.",
            period=days(*shared),
        )
    yield from _readers(old, new)


def _is_named(card: Card) -> bool:
    return bool(card.handle or card.user_id)


def _shared(old: Span | None, new: Span | None) -> tuple[str, str] | None:
    """First and last day that both spans have in common."""
    if old is None or new is None:
        return None
    start, end = max(old.start, new.start), min(old.end, new.end)
    return (start, end) if start <= end else None


def _about_two(old: Report, new: Report) -> Iterator[str]:
    """What to bear in mind where two accounts are compared."""
    a, b = old.account.handle, new.account.handle
    if a and b and a.casefold() == b.casefold():
        yield say("Both are called @{handle}, but they are two accounts.", handle=a)
    spans = old.window.get("active"), new.window.get("active")
    if spans[0] and spans[1] and _shared(*spans) is None:
        yield say(
            "The two posted at different times: {first}, and {second}. What was usual on"
            " the platform changed meanwhile.",
            first=days(spans[0].start, spans[0].end),
            second=days(spans[1].start, spans[1].end),
        )
    elif old.as_of and new.as_of and old.as_of[:10] != new.as_of[:10]:
        yield say(
            "The two were not observed on the same day: {first}, and {second}.",
            first=day(old.as_of),
            second=day(new.as_of),
        )
    yield from _readers(old, new)


def _readers(old: Report, new: Report) -> Iterator[str]:
    if old.intake.reader != new.intake.reader:
        yield say(
            "The two come from different kinds of export ({old}, and {new}). A figure can"
            " differ for that reason alone.",
            old=say(old.intake.reader),
            new=say(new.intake.reader),
        )
