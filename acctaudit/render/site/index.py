"""The index of a site: which accounts are dead, which only send, which can be shown."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from acctaudit import words
from acctaudit.render import codes
from acctaudit.render.markup import Html
from acctaudit.render.pages import environment, guarded, style
from acctaudit.render.site import marks, signs
from acctaudit.render.site.sparkline import axis, sparkline
from acctaudit.say import joined, marked, say
from acctaudit.site.data import (
    FAILED,
    FEED,
    GIVEN_UP,
    NOTHING,
    OPEN,
    SENDS,
    STANDINGS,
    TALKS,
    Doubts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Template

    from acctaudit.render.look import Look
    from acctaudit.render.site.marks import Standing
    from acctaudit.site.data import Row, Value

CONVERSATION, PACE = "conversation.conversation_share", "cadence.posts_per_week_active"
_NAMED, _SHOWN = 8, 24
"""Accounts that a group names before the table, and that the exemplary group does."""
_LEADS = {
    GIVEN_UP: (marked("1 has given up"), marked("{n} have given up")),
    SENDS: (marked("1 only sends"), marked("{n} only send")),
    TALKS: (marked("1 talks with people"), marked("{n} talk with people")),
    OPEN: (marked("1 shows too little to judge"), marked("{n} show too little to judge")),
}
"""What the headline says of one account, and of several."""
_JUDGED = set(STANDINGS) - {OPEN, FAILED}
_COLUMNS = (
    (marked("Account"), "name"),
    (marked("How it stands"), "standing"),
    (marked("Posts a week, over time"), ""),
    (marked("Findings"), "found"),
    (marked("Conversation"), "conversation"),
    (marked("Posts a week"), "pace"),
    (marked("Last post"), "last"),
    (marked("Judged"), "judged"),
)
"""Heads of the table, and what each sorts by; a picture cannot be sorted."""


_UNNAMED = 3
"""Columns at the left that need no name on narrow screens."""


@dataclass(frozen=True)
class Group:
    """All accounts that stand alike."""

    standing: Standing
    lines: list[Line]
    x: float
    """Where its part of the bar begins, of 1000."""
    width: float

    @property
    def named(self) -> list[Line]:
        """Those that are named before the table."""
        return self.lines[: _SHOWN if self.standing.key == TALKS else _NAMED]


@dataclass(frozen=True)
class Line:
    """One account as a row of the table."""

    name: str
    page: str
    error: str
    unmade: str
    """Why its page is the one of an earlier run; empty otherwise."""
    not_judged: list[str]
    spark: Html | None
    found: list[tuple[str, int, str]]
    """Severity, how many, and what they are."""
    found_key: str
    conversation: str
    conversation_range: str
    conversation_key: str
    pace: str
    pace_key: str
    last: str
    last_key: str
    judged: str
    judged_key: str


def render(rows: Sequence[Row], look: Look, doubts: Doubts | None = None) -> str:
    """The index as a complete page, with one small script that sorts and filters.

    `doubts` are what keeps the accounts from being read side by side.
    """
    grouped = groups(rows)
    with guarded(look):
        return page(look, "site_index.html.j2").render(
            look=look,
            groups=grouped,
            count=len(rows),
            headline=headline(grouped),
            remarks=marks.remarks(doubts or Doubts()),
            columns=[(say(title), key) for title, key in _COLUMNS],
            period=_period(rows),
            severity=codes.severity,
            severities=list(codes.SEVERITIES),
            symbol=signs.symbol,
            script=script(),
            script_digest=b64encode(sha256(script().encode()).digest()).decode(),
            **style(look, own_style() + signs.masks() + _labels()),
        )


def _labels() -> str:
    """Rules for narrow screens, where each cell says what it is."""
    rules = (
        f".accounts td:nth-child({place})::before{{content:{_quoted(say(title))}}}"
        for place, (title, _) in enumerate(_COLUMNS, 1)
        if place > _UNNAMED
    )
    return f"@media screen and (max-width:72rem){{{''.join(rules)}}}\n"


def _quoted(text: str) -> str:
    """A text of ours as a style sheet takes it."""
    plain = text.replace("\\", "").replace('"', "").replace("<", "")
    return f'"{plain}"'


def page(look: Look, name: str) -> Template:
    """A template of the site."""
    return environment(look).get_template(name)


def script() -> Html:
    """The one script: it only moves and hides rows."""
    return Html((files("acctaudit") / "templates" / "site.js").read_text("utf-8"))


def own_style() -> str:
    """The rules that only the pages of a site need."""
    return (files("acctaudit") / "templates" / "site.css").read_text("utf-8")


def groups(rows: Sequence[Row]) -> list[Group]:
    """Accounts that stand alike, by name; only what there is, but for the good ones."""
    on = axis(rows)
    found: list[Group] = []
    x = 0.0
    for key in STANDINGS:
        alike = sorted((r for r in rows if r.standing == key), key=_by_name)
        if not alike and key in {NOTHING, FEED, OPEN, FAILED}:
            continue
        width = 1000 * len(alike) / max(len(rows), 1)
        lines = [_line(row, sparkline(row, on)) for row in alike]
        found.append(Group(marks.standing(key), lines, x, width))
        x += width
    return found


def headline(grouped: Sequence[Group]) -> str:
    """How many have given up, only send, talk, cannot be judged, and could not be read."""
    counts = {group.standing.key: len(group.lines) for group in grouped}
    unread = _unread(counts.pop(FAILED, 0))
    told = [_lead(key, counts[key]) for key in _LEADS if counts.get(key)]
    if not counts.get(TALKS) and any(counts.get(key) for key in _JUDGED):
        place = len(told) - bool(counts.get(OPEN))
        told.insert(place, say("none is shown to talk with people"))
    if not told:
        return unread
    accounts = words.count(sum(counts.values()), "accounts")
    sentence = say("Of {accounts}, {told}.", accounts=accounts, told=words.listed(told))
    return joined([sentence, unread], " ") if unread else sentence


def _unread(count: int) -> str:
    """How many could not be read, as a sentence; empty for none."""
    if not count:
        return ""
    if count == 1:
        return say("1 account could not be read.")
    return say("{n} accounts could not be read.", n=words.number(count))


def _lead(key: str, count: int) -> str:
    one, several = _LEADS[key]
    return say(one) if count == 1 else say(several, n=words.number(count))


def _by_name(row: Row) -> tuple[str, str]:
    return row.name.casefold().removeprefix("@"), row.page


def _line(row: Row, spark: Html | None) -> Line:
    """One account in words, with what its cells sort by."""
    conversation, range_, conversation_key = _figure(row.figures.get(CONVERSATION), "share")
    pace, _, pace_key = _figure(row.figures.get(PACE), "posts a week")
    return Line(
        row.name,
        row.page,
        row.error,
        row.unmade,
        marks.not_judged(row),
        spark,
        [(severity, len(told), "; ".join(told)) for severity, told in row.found.items()],
        "".join(_letter(len(row.found.get(code, ()))) for code in codes.SEVERITIES),
        conversation,
        range_,
        conversation_key,
        pace,
        pace_key,
        words.day(row.last_post) if row.last_post else "",
        (row.last_post or "")[:10],
        say(
            "{place} of {all}",
            place=words.number(row.judged),
            all=words.number(row.applicable),
        ),
        f"{row.judged / row.applicable:.4f}" if row.applicable else "",
    )


def _letter(count: int) -> str:
    """A count as one letter, so that texts of letters sort as the counts do."""
    return chr(ord("a") + min(count, 25))


def _figure(value: Value | None, unit: str) -> tuple[str, str, str]:
    """A figure in words, its interval, and what it sorts by; all empty if unknown."""
    if value is None or value.value is None:
        return "", "", ""
    told = words.percent(value.value) if unit == "share" else words.number(value.value)
    range_ = words.bounds(value, unit).removeprefix(f"95{words.NBSP}% ")
    return told, range_, f"{value.value:.6g}"


def _period(rows: Sequence[Row]) -> str:
    """From the first week of any life to the last day that is known."""
    on = axis(rows)
    if on is None:
        return ""
    last = max((row.as_of or row.last_post or "")[:10] for row in rows)
    return words.days(on.start.isoformat(), last)
