"""Small made-up accounts told in steps: the examples of patterns, and the tests' accounts.

>>> tale = story(bio="We build.").posts(80, every=5.0, text="News {n}").silence(100)

Nothing is computed until `tables()` is called, so that listing patterns stays cheap.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acctaudit.model.account import Account
    from acctaudit.model.tables import Tables
    from acctaudit.options import Options
    from acctaudit.report import Claim, Finding, Report

START = datetime(2020, 1, 6, 9, 0, tzinfo=UTC)
OWNER = "1000"
Row = dict[str, object]


@dataclass
class Told:
    """What has been told so far: the posts, and the moment that has been reached."""

    rows: list[Row]
    now: datetime = START
    inbound: list[Row] = field(default_factory=list)
    """What others wrote to the account."""

    def post(self, every: float, text: str, cells: Row) -> None:
        """One post, and so many days pass; `{n}` in the text counts."""
        n = len(self.rows)
        row = {
            "post_id": str(n + 1),
            "created_at": _stamp(self.now),
            "text": text.replace("{n}", _name(n)),
        }
        self.rows.append({**row, **cells})
        self.now += timedelta(days=every)

    def ask(self, text: str, person: int, cells: Row) -> Row:
        """A post by somebody else, now, and the cells of a post that answers it."""
        n = len(self.inbound)
        asked: Row = {
            "post_id": str(700_000 + n),
            "created_at": _stamp(self.now),
            "author_id": str(3000 + person),
            "author_handle": f"writer{person}",
            "text": text.replace("{n}", _name(n)),
            "in_reply_to_post_id": None,
            **cells,
        }
        self.inbound.append(asked)
        return {
            "in_reply_to_user_id": asked["author_id"],
            "in_reply_to_handle": asked["author_handle"],
            "in_reply_to_post_id": asked["post_id"],
        }


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


Step = Callable[[Told], None]


@dataclass(frozen=True)
class Story:
    """An account told in steps, none of which is taken before somebody listens."""

    profile: Row
    steps: tuple[Step, ...] = ()
    others: tuple[tuple[str, tuple[Row, ...]], ...] = ()

    def _then(self, step: Step) -> Story:
        return replace(self, steps=(*self.steps, step))

    def posts(
        self, n: int, *, every: float = 1.0, text: str = "News {n}", **cells: object
    ) -> Story:
        """`n` posts, one in `every` days; `{n}` in the text counts. Cells fill columns."""

        def step(told: Told) -> None:
            for _ in range(n):
                told.post(every, text, cells)

        return self._then(step)

    def replies(
        self, n: int, *, every: float = 1.0, to: int = 10, **cells: object
    ) -> Story:
        """`n` answers to `to` different people."""

        def step(told: Told) -> None:
            for i in range(n):
                person = f"reader{i % to}"
                answer: Row = {
                    "in_reply_to_user_id": str(2000 + i % to),
                    "in_reply_to_handle": person,
                    "in_reply_to_post_id": str(900_000 + i),
                }
                text = f"@{person} thank you, we will look at {{n}}"
                told.post(every, text, {**answer, **cells})

        return self._then(step)

    def asked(
        self,
        n: int,
        *,
        answered_after: float | None = None,
        text: str = "@example where is {n}?",
        every: float = 1.0,
        people: int = 50,
        **cells: object,
    ) -> Story:
        """`n` posts by others to the account, one in `every` days, from so many people.

        Each is answered after so many hours, or never; `{n}` in the text counts.
        """

        def step(told: Told) -> None:
            for i in range(n):
                begun = told.now
                answer = told.ask(text, i % people, cells)
                if answered_after is not None:
                    told.now += timedelta(hours=answered_after)
                    told.post(0, f"@writer{i % people} we look after {{n}}", answer)
                told.now = begun + timedelta(days=every)

        return self._then(step)

    def says(self, text: str, **cells: object) -> Story:
        """One post with this text, and a day passes."""
        return self.posts(1, every=1.0, text=text, **cells)

    def silence(self, days: float) -> Story:
        """Nothing happens for so many days."""

        def step(told: Told) -> None:
            told.now += timedelta(days=days)

        return self._then(step)

    def with_others(self, name: str, rows: tuple[Row, ...]) -> Story:
        """Add a side table: inbound, followers, following, daily or outcomes."""
        return replace(self, others=(*self.others, (name, rows)))

    def told(self) -> Told:
        """Take all steps."""
        told = Told([])
        for step in self.steps:
            step(told)
        return told

    def retold(self, rows: Sequence[Row]) -> Story:
        """The same account and the same end, with these posts."""
        before = self.told()

        def step(told: Told) -> None:
            told.rows, told.now, told.inbound = list(rows), before.now, before.inbound

        return replace(self, steps=(step,))

    def tables(self) -> Tables:
        """The story as a reader would hand it over."""
        from acctaudit.model.tables import PostTable, Tables

        told = self.told()
        names = sorted(
            {
                *("in_reply_to_user_id", "is_repost"),
                *(name for row in told.rows for name in row),
            }
        )
        columns: dict[str, list[object]] = {
            n: [row.get(n) for row in told.rows] for n in names
        }
        posts = PostTable()
        posts.extend("story", range(1, len(told.rows) + 1), columns)
        others = {name: list(rows) for name, rows in self.others}
        if told.inbound:
            others["inbound"] = [*others.get("inbound", []), *told.inbound]
        return Tables(
            reader="story",
            escaped=False,
            profile=dict(self.profile),
            posts=posts,
            others=others,
            observed=told.now.strftime("%Y-%m-%d"),
        )

    def account(self) -> Account:
        """The story as an account."""
        from acctaudit.model.build import build

        return build([self.tables()])


def story(**profile: object) -> Story:
    """Begin an account: profile fields by name. It has a handle, an id and a birthday."""
    born = (START - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Story({"handle": "example", "user_id": OWNER, "created_at": born, **profile})


_WORDS = (
    "harbour", "bridge", "tunnel", "quarter", "station", "garden", "market", "river",
    "school", "library", "tower", "valley", "island", "castle", "meadow", "forest",
    "avenue", "canal", "museum", "theatre", "airport", "stadium", "village",
)  # fmt: skip


def _name(n: int) -> str:
    """A phrase that differs from those of other numbers in most of its words."""
    size = len(_WORDS)
    picks = (n * 7 + 3, n * 11 + n // size, n * 13 + n // (size * 2) + 5, n * 17 + n // 3)
    return " ".join([*(_WORDS[pick % size] for pick in picks), str(n)])


_PLURAL = {"goal": "goals", "kpi": "kpis", "claim": "claims"}
"""Options of the command line that may be given several times, and what they fill."""


@dataclass(frozen=True)
class Example:
    """A story and how a pattern must judge it. Documentation and test at once."""

    title: str
    story: Story
    verdict: str
    options: tuple[tuple[str, str], ...] = ()
    """Options of the command line, such as ("archetype", "news")."""

    def finding(self, code: str) -> Finding:
        """The finding of one pattern on this story."""
        from acctaudit.audit import judged

        account = self.story.account()
        return judged(account, self.declared(extend_select=code), code)

    def claim(self, code: str) -> Claim:
        """What the data of this story say to a claim."""
        said = dict(self.options).get("claim", code)
        return self.report(claim=said).claims[0]

    def report(self, **more: str) -> Report:
        """The whole report on this story."""
        from acctaudit.audit import audit

        return audit(self.story.account(), self.declared(**more))

    def declared(self, **more: str) -> Options:
        """The options of this example, and more of them."""
        from acctaudit.options import Options

        given = {**dict(self.options), **more}
        return Options.of({_PLURAL.get(name, name): text for name, text in given.items()})


def fires(title: str, tale: Story, **options: str) -> Example:
    """An account on which the pattern must be found."""
    return Example(title, tale, "fired", tuple(options.items()))


def clear(title: str, tale: Story, **options: str) -> Example:
    """An account that the pattern must find fine."""
    return Example(title, tale, "clear", tuple(options.items()))


def abstains(title: str, tale: Story, verdict: str, **options: str) -> Example:
    """An account on which the pattern must not judge, with the kind of abstention."""
    return Example(title, tale, verdict, tuple(options.items()))


def answered(title: str, tale: Story, verdict: str, **options: str) -> Example:
    """An account on which a claim must get this verdict."""
    return Example(title, tale, verdict, tuple(options.items()))
