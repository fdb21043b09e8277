"""Small reports made by hand: an account that failed, a healthy one, a tiny one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import Any

from acctaudit.report import (
    Availability,
    Basis,
    Bucket,
    Calendar,
    Card,
    Claim,
    Curve,
    Event,
    Evidence,
    File,
    Finding,
    Grid,
    Intake,
    Intent,
    Life,
    Measured,
    Origin,
    Part,
    Phase,
    Priority,
    Quarter,
    Report,
    Score,
    SetAside,
    Shapes,
    Sign,
    Span,
    Tally,
    Tool,
    Verdict,
    Vital,
)

KINDS = ("original", "reply", "self_reply", "quote", "repost")
PUBLISHED = Basis(
    "published",
    "Lovejoy, Waters & Saxton 2012",
    "https://doi.org/10.1016/j.pubrev.2012.01.005",
)
OURS = Basis(
    "judgement", "with fewer, even no reply at all cannot show a share under 5 %", ""
)


def metric(value: Any, unit: str = "share", **changes: Any) -> Measured:
    given: dict[str, Any] = {
        "low": None,
        "high": None,
        "n": 146,
        "title": "Replies",
        "window": "export",
        "definition": "replies to other people / own posts",
        **changes,
    }
    return Measured(value=value, unit=unit, **given)


def unknown(title: str, reason: str) -> Measured:
    definition = "likes, reposts, replies / own posts"
    return metric(
        None,
        n=None,
        title=title,
        definition=definition,
        status="not-measurable",
        reason=reason,
    )


def sign(
    name: str, direction: str, limit: float, unit: str = "share", **changes: Any
) -> Sign:
    given: dict[str, Any] = {
        "basis": PUBLISHED,
        "value": None,
        "low": None,
        "high": None,
        "n": 146,
        "crossed": None,
        "reason": None,
        "decides": "verdict",
        **changes,
    }
    return Sign(name=name, direction=direction, limit=limit, unit=unit, **given)


def finding(
    code: str, name: str, title: str, verdict: str = "fired", **changes: Any
) -> Finding:
    given: dict[str, Any] = {
        "severity": "high",
        "says": "2 replies to others in 146 own posts: 1.4 % (95 % 0.4–4.9 %) of them.",
        "reason": None,
        "signs": [],
        "evidence": [],
        "looks_for": "Hardly any replies to other people among the own posts.",
        "matters": (
            "Social is two-way. Where nobody is answered, nobody has a reason to write"
            " again, and the account measures its own activity instead of a result."
        ),
        "asks": "answer people",
        "effect": "More people write back.",
        "measure": "The share of replies in a quarter.",
        "remedy": (
            "Answer someone every working day before you announce anything:\n\n"
            "- look for `@handle` each morning,\n- ask people by name,\n"
            "- and read [how 44 brands do it](https://example.org/brands)."
        ),
        "ignore_when": "News feeds and status pages are made to broadcast.",
        "limits": "The file shows whom the account answered, not who asked.",
        "base_rate": "The median of 51 ordinary public libraries is 4.3 % replies.",
        **changes,
    }
    return Finding(code=code, name=name, title=title, verdict=verdict, **given)


MEGAPHONE = finding(
    "AA301",
    "megaphone",
    "Broadcasts and does not answer",
    signs=[
        sign(
            "min_posts",
            "enough",
            73,
            "posts",
            basis=OURS,
            value=146,
            low=146,
            high=146,
            crossed=True,
            decides="evidence",
        ),
        sign(
            "max_reply_share",
            "below",
            0.05,
            value=0.0137,
            low=0.0038,
            high=0.0486,
            crossed=True,
        ),
        sign(
            "min_broadcast_share",
            "above",
            0.8,
            value=0.945,
            low=0.896,
            high=0.972,
            crossed=True,
        ),
    ],
    evidence=[
        Evidence(
            "87654321",
            "2010-11-04T09:00:00Z",
            "https://twitter.com/example_build/status/87654321",
            "Interim report: output volume up 3 % in the first nine months http://example.com",
        ),
        Evidence(
            "87654322", "2010-10-12", None, "Which of our projects do you want to see next?"
        ),
        Evidence("87654323", "2010-09-30", None, None),
    ],
)
ABANDONED = finding(
    "AA202",
    "farewell-quit",
    "Said goodbye and left",
    severity="critical",
    says="The last post, 5 days before the export, says goodbye: “This is our last tweet”.",
    signs=[
        sign("farewells", "at least", 1, "farewells", value=1, low=1, high=1, crossed=True),
        sign(
            "silent_days_critical",
            "at least",
            180,
            "days",
            value=5,
            low=5,
            high=5,
            crossed=False,
            decides="critical",
        ),
    ],
    evidence=[
        Evidence(
            "99999999",
            "2011-02-25",
            "https://twitter.com/example_build/status/99999999",
            "This is our last tweet for the time being. For up-to-date information visit"
            " www.example.com Best regards, Example Communications.",
        )
    ],
)
RARE = finding(
    "AA204",
    "under-posting",
    "Posts too rarely",
    severity="medium",
    says="1.78 posts a week (95 % 1.50–2.09): one post in 3.94 days. The norm is 14.9.",
    signs=[
        sign(
            "posts_per_week",
            "below",
            7,
            "posts a week",
            value=1.78,
            low=1.5,
            high=2.09,
            crossed=True,
        )
    ],
)
PAIRS = finding(
    "AA601",
    "follow-for-follow",
    "Follows about as many as follow it",
    severity="info",
    says="524 following, 527 followers: a ratio of 0.99.",
)
FINE = [
    finding(
        "AA405",
        "same-post-again",
        "Says new things",
        "clear",
        says="1 of 146 posts repeats another: 0.7 %.",
    ),
    finding(
        "AA501",
        "incomplete-profile",
        "A complete profile",
        "clear",
        says="No part is missing.",
    ),
]
OPEN = [
    finding(
        code,
        name,
        name,
        "not-measurable",
        says="",
        reason="This export does not show what others wrote to the account.",
    )
    for code, name in (("AA302", "questions-to-nobody"), ("AA305", "slow-answers"))
] + [
    finding(
        "AA701",
        "silent-audience",
        "Silent audience",
        "insufficient-evidence",
        says="",
        reason="Reactions are known for 3 posts; 20 are needed.",
    ),
    finding(
        "AA404",
        "headlines-only",
        "Headlines only",
        "not-applicable",
        says="",
        reason="not judged for a support desk",
    ),
]


CLAIM = Claim(
    "CL01",
    "no-discussion",
    "Stakeholders did not discuss with us.",
    "contradicted",
    "6 posts hold a question mark.",
    "0 of 146 own posts answer somebody.",
    [
        Part("They asked", "contradicted", "6 posts hold a question mark.", "", ""),
        Part(
            "Nobody answered",
            "cannot be judged",
            "Nothing in this export speaks to it.",
            "this export holds no posts by others",
            "an export of the mentions of the account",
        ),
    ],
    "A question mark is all that is looked at.",
)
PHASES = [
    Phase("start", "2009-08-07", "2010-01-17", 164, "It posted 4.0 a week.", {}, "web"),
    Phase("fade", "2010-01-18", "2011-02-25", 404, "It posted 1.1 a week.", {}, None),
]
VITALS = [
    Vital(
        "conversation", "Conversation", 8, 2, 15, "conversation.reply_share",
        "1.4 % of the own posts answer somebody.", None, 10,
    ),
    Vital("lifecycle", "Sign of life", 90, 90, 90, "cadence.days_since_last_post",
          "5 days.", None, 10),
    Vital("audience", "Audience", None, None, None, "", "", "no curve says how good", 0),
]  # fmt: skip
SCORE = Score(1, 40, 38, 44, ["not working", "weak"], 0.73, 0.93, "no more than 40", None)
NO_SCORE = Score(1, None, None, None, [], 0.4, None, None, "too little could be judged")


def weeks(
    count: int, share: tuple[int, ...], quiet: tuple[range, ...] = ()
) -> dict[str, list[int]]:
    """Counts that go up and down without chance: `share` is the most of each kind."""
    silent = {week for stretch in quiet for week in stretch}
    return {
        kind: [
            0 if week in silent else (most * (3 + (week * (5 + at) + week // 7) % 5)) // 7
            for week in range(count)
        ]
        for at, (kind, most) in enumerate(zip(KINDS, share, strict=True))
    }


NO_TIMELINE = (
    "this export holds only the profile and its first or last post, not the posts between"
)
NO_MENTIONS = "this export holds no posts by others that mention or answer the account"
NO_DAYS = "this export holds no figures by day"
LEAST = (0, 1, 2, 3, 6, 11, 21, 51, 101, 201, 501, 1001)
MINUTES = (1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 2880, 4320, 10080)
OFFICE = [2 if 8 <= hour < 18 else 0 for hour in range(24)]
WAKING = [max(0, 8 - abs(hour - 15)) for hour in range(24)]


def spread(total: int, weights: list[int]) -> list[int]:
    """Whole numbers that add up to the total, as near to the weights as can be."""
    ends = [total * part // sum(weights) for part in accumulate(weights)]
    return [after - before for before, after in pairwise([0, *ends])]


def grid(
    posts: int, days: tuple[int, ...], hours: list[int], zone: str, untimed: int = 0
) -> Grid:
    """So many posts over the hours of a week, by the weight of its days and hours."""
    cells = spread(posts, [day * hour for day in days for hour in hours])
    return Grid(zone, [cells[at : at + 24] for at in range(0, len(cells), 24)], untimed)


def calendar(first: date, days: int, posts: int, quiet: tuple[range, ...] = ()) -> Calendar:
    """So many posts over so many days, none on the quiet ones, one at each end at least."""
    silent = {day for stretch in quiet for day in stretch}
    weights = [0 if day in silent else 1 + day * day % 7 for day in range(days)]
    counts = spread(posts - 2, weights)
    counts[0] += 1
    counts[-1] += 1
    return Calendar(first.isoformat(), counts)


def buckets(posts: int, weights: list[int]) -> list[Bucket]:
    """Posts by their reactions, as far as the weights go."""
    most = [*(least - 1 for least in LEAST[1:]), None]
    counts = spread(posts, weights)
    return [Bucket(*bucket) for bucket in zip(LEAST, most, counts, strict=False)]


def quarters(year: int, medians: list[float]) -> list[Quarter]:
    """Quarters from the beginning of a year on, each with bounds around its median."""
    return [
        Quarter(
            date(year + at // 4, at % 4 * 3 + 1, 1).isoformat(),
            200 + at,
            median,
            median // 2,
            median + 2 + at % 3,
        )
        for at, median in enumerate(medians)
    ]


def tallies(**counts: int) -> list[Tally]:
    """Names (`_` for a dot) and how often each was counted."""
    return [Tally(name.replace("_", "."), count) for name, count in counts.items()]


def _failed_shapes() -> Shapes:
    return Shapes(
        rhythm=grid(140, (5, 4, 6, 5, 3, 0, 0), OFFICE, "UTC", untimed=6),
        calendar=calendar(date(2009, 8, 7), 568, 146, (range(165, 212), range(347, 387))),
        domains=tallies(example_com=118, example_org=2),
        clients=tallies(web=120, TweetDeck=26),
        reasons={
            "reactions": "this export holds no like counts",
            "quarters": "this export holds no like counts",
            "answers": NO_MENTIONS,
            "followers": NO_DAYS,
        },
    )


def _healthy_shapes() -> Shapes:
    answered = [0.02, 0.08, 0.21, 0.33, 0.46, 0.55, 0.62, 0.7, 0.74, 0.81, 0.84, 0.86, 0.87]
    first = date(2017, 1, 2)
    return Shapes(
        rhythm=grid(5200, (6, 7, 7, 6, 8, 3, 2), WAKING, "Europe/Vienna"),
        calendar=calendar(first, 1820, 5200, (range(1050, 1085),)),
        reactions=buckets(5100, [300, 420, 510, 900, 1100, 800, 640, 240, 110, 50, 20, 10]),
        quarters=quarters(2017, [4 + at * 0.5 for at in range(20)]),
        answers=Curve(
            minutes=list(MINUTES),
            answered=answered,
            low=[max(0.0, round(share - 0.03, 3)) for share in answered],
            high=[round(share + 0.03, 3) for share in answered],
            asked=903,
        ),
        followers=[
            ((first + timedelta(days=9 * at)).isoformat(), 4_094 + 72 * at)
            for at in range(200)
        ],
        domains=tallies(
            example_com=1204, blog_example_com=330, example_org=120, news_example=75,
            maps_example=41, video_example=40, shop_example_com=22, a_example=9,
            b_example=4, c_example=1,
        ),
        clients=tallies(web=2900, iPhone=1800, TweetDeck=480, Hootsuite=20),
    )  # fmt: skip


def _old_shapes() -> Shapes:
    return Shapes(
        rhythm=grid(20_000, (5, 6, 6, 6, 5, 2, 2), WAKING, "UTC", untimed=310),
        calendar=calendar(date(2007, 1, 5), 6205, 20_310, (range(2000, 2200),)),
        reactions=buckets(20_310, [4000, 3800, 3000, 5000, 2600, 1200, 500, 150, 40]),
        quarters=quarters(2007, [float(at * 7 % 23) for at in range(68)]),
        domains=tallies(example_com=4000),
        clients=tallies(web=20_310),
        reasons={
            "answers": NO_MENTIONS,
            "followers": NO_DAYS,
        },
    )


NO_SHAPES = Shapes(
    reasons={
        "rhythm": NO_TIMELINE,
        "calendar": NO_TIMELINE,
        "reactions": NO_TIMELINE,
        "quarters": NO_TIMELINE,
        "answers": NO_MENTIONS,
        "followers": NO_DAYS,
        "domains": NO_TIMELINE,
        "clients": NO_TIMELINE,
    }
)


def span(start: str, end: str) -> Span:
    days = (date.fromisoformat(end) - date.fromisoformat(start)).days + 1
    return Span(start, end, days)


def make_report(**changes: Any) -> Report:
    """An account that failed: two years, three silences, a farewell."""
    return replace(_failed(), **changes)


def _failed() -> Report:
    return Report(
        tool=Tool("acctaudit", "0.1.0"),
        account=Card(
            handle="example_build",
            user_id="63050000",
            name="Example Construction SE",
            bio="Largest construction company of the examples",
            link="http://www.example.com",
            location="Vienna",
            created_at="2009-08-05",
            followers=527,
            following=524,
            listed=32,
            posts_total=146,
        ),
        as_of="2011-03-02",
        as_of_source="the day given with --as-of",
        intent=Intent(
            "ir",
            "an investor-relations or corporate account",
            inferred=False,
            because="declared with --archetype.",
            goals=["dialogue"],
        ),
        window={
            "lifetime": span("2009-08-05", "2011-03-02"),
            "export": span("2009-08-07", "2011-03-02"),
            "active": span("2009-08-07", "2011-02-25"),
        },
        verdict=Verdict(
            headline="It was mostly the account, not Twitter: it announced, did not answer,"
            " and left without having tried a conversation.",
            us=[
                "Of 146 posts, 2 answered somebody: 1.4 %. For 44 brands it was 37.5 %.",
                "One post in four days is a seventh of what comparable accounts posted.",
                "Every link led to the home page; none to what the post was about.",
            ],
            others=[
                "The audience was small: 527 followers, about as many as were followed.",
                "In 2010, 39 % of Fortune 500 accounts did not talk with anyone either.",
            ],
            unknown=[
                "Who wrote to the account: the export holds no posts by others.",
                "How often posts were seen: impressions were not counted before 2013.",
            ],
            first=[
                Priority(
                    "AA301",
                    "Broadcasts and does not answer",
                    "Decide whether anybody will answer. If not, close it properly.",
                    "More answers.",
                    "The share of replies in a quarter.",
                ),
                Priority(
                    "AA301",
                    "Broadcasts and does not answer",
                    "Answer the people who wrote before announcing anything new.",
                    "More answers.",
                    "The share of replies in a quarter.",
                ),
                Priority(
                    "AA301",
                    "Broadcasts and does not answer",
                    "Link each post to the page that it is about.",
                    "More answers.",
                    "The share of replies in a quarter.",
                ),
            ],
            coverage="Judged on 6 of 10 patterns; 3 cannot be judged from this export, 1"
            " does not apply to this kind of account.",
        ),
        intake=Intake(
            reader="X archive (2019 and later)",
            read=151,
            kept=146,
            duplicates=2,
            superseded=1,
            foreign=0,
            quarantined=2,
            set_aside=[
                SetAside("no date that can be read", 2, ["tweets.js, 17", "tweets.js, 90"])
            ],
            files=[
                File("data/tweets.js", "posts", 151, 183_004, "9f86d081884c7d65" * 4),
                File("data/account.js", "account", 1, 312, "2c26b46b68ffc68f" * 4),
            ],
            remarks=["The account is inferred from the posts: account.js holds no name."],
            origins=[
                Origin("impressions", "impressions", "analytics.csv", 120),
                Origin("in_reply_to_user_id", "", "archive.zip", 30),
                Origin("text", "texts", "archive.zip", 146),
            ],
        ),
        availability=[
            Availability("How often did it post?", "yes", "All posts are in the file.", ""),
            Availability("Whom did it answer?", "partly", "Deleted posts are missing.", ""),
            Availability(
                "Who wrote to it?",
                "no",
                "Posts by others are not in an archive.",
                "An export of the mentions would tell.",
            ),
        ],
        metrics=_metrics(),
        patterns=[RARE, MEGAPHONE, PAIRS, ABANDONED, *FINE, *OPEN],
        life=Life(
            "2009-08-03",
            weeks(82, (4, 0, 1, 0, 1), (range(24, 31), range(50, 56))),
            [span("2010-01-18", "2010-03-07"), span("2010-07-19", "2010-08-29")],
            [
                Event("2009-08-05", "created", "account created"),
                Event("2009-08-07", "first-post", "first post"),
                Event("2011-02-25", "last-post", "last post"),
                Event("2011-02-25", "farewell", "farewell"),
                Event("2011-03-02", "observed", "export made"),
            ],
        ),
        config_hash="5feceb66ffc86f38d952786c6d696c79",
        claims=[CLAIM],
        phases=PHASES,
        vitals=VITALS,
        score=SCORE,
        shapes=_failed_shapes(),
    )


def _metrics() -> dict[str, dict[str, Measured]]:
    no_posts = "the export holds no posts by others"
    return {
        "cadence": {
            "posts_per_week_lifetime": metric(
                1.777,
                "posts a week",
                low=1.501,
                high=2.09,
                title="Posts a week, whole life",
                window="lifetime",
                definition="7 x posts / days from the creation to the observation",
            ),
            "longest_gap_days": metric(
                48,
                "days",
                low=48,
                high=48,
                title="Longest silence",
                window="active",
                definition="longest interval between two own posts",
                start="2010-01-18",
                end="2010-03-07",
            ),
            "silent_weeks_share": metric(
                0.159,
                low=0.095,
                high=0.253,
                n=82,
                title="Silent weeks",
                window="active",
                definition="calendar weeks without an own post / weeks of the active life",
            ),
        },
        "conversation": {
            "response_rate": unknown("Answers to questions", no_posts),
            "reply_share": metric(0.0137, low=0.0038, high=0.0486),
            "broadcast_share": metric(
                0.945,
                low=0.896,
                high=0.972,
                title="Broadcast",
                definition="addresses nobody / all",
            ),
            "conversation_share": metric(
                0.0205,
                low=0.007,
                high=0.0587,
                title="Conversation",
                definition="replies / all",
            ),
            "repost_share": metric(
                0.0274,
                low=0.0107,
                high=0.0684,
                title="Reposts",
                definition="reposts / all posts",
            ),
        },
        "engagement": {"engagements_per_post": unknown("Reactions per post", no_posts)},
        "profile": {
            "profile_missing": metric(
                ["header picture", "pinned post"],
                "parts",
                n=None,
                title="Missing from the profile",
                window="observation",
                definition="parts that a visitor looks for and does not find",
            ),
            "created": metric(
                "2009-08-05",
                "day",
                n=None,
                title="Created",
                window="lifetime",
                definition="day",
            ),
        },
    }


def healthy() -> Report:
    """A brand that talks: five years, no finding."""
    first = date(2017, 1, 2)
    end = (first + timedelta(weeks=260, days=-1)).isoformat()
    report = _failed()
    shares = {"broadcast_share": 0.31, "conversation_share": 0.55, "repost_share": 0.08}
    metrics = dict(report.metrics)
    metrics["conversation"] = {
        name: metric(
            value, low=value - 0.02, high=value + 0.02, n=5200, title=named, definition="x"
        )
        for (name, value), named in zip(
            shares.items(), ("Broadcast", "Conversation", "Reposts"), strict=True
        )
    }
    return replace(
        report,
        account=replace(
            report.account, name="Café Beispiel", handle="cafe_beispiel", followers=18_422
        ),
        as_of=end,
        intent=Intent(
            "brand",
            "a consumer brand",
            inferred=True,
            because="nothing else fits.",
            goals=[],
        ),
        window={"lifetime": span("2017-01-02", end), "export": span("2017-01-02", end)},
        verdict=Verdict(
            headline="The account does what a good account does: it answers, it is there"
            " every week, and people react.",
            us=["More than half of all posts are addressed to somebody."],
            others=[],
            unknown=["How many of those who wrote got an answer."],
            first=[],
            coverage="Judged on 9 of 13 patterns.",
        ),
        metrics=metrics,
        patterns=[
            *FINE,
            *(
                finding(
                    f"AA31{at}",
                    "x",
                    title,
                    "clear",
                    says="52 % (95 % 50–54 %) of own posts.",
                )
                for at, title in enumerate(
                    (
                        "Talks with people",
                        "Still posting",
                        "Posts often enough",
                        "Links lead on",
                    )
                )
            ),
            *OPEN[:2],
        ],
        life=Life(
            first.isoformat(),
            weeks(260, (9, 12, 2, 3, 3), (range(150, 155),)),
            [span("2019-11-18", "2019-12-22")],
            [
                Event("2017-01-02", "first-post", "first post"),
                Event(end, "observed", "export made"),
            ],
        ),
        shapes=_healthy_shapes(),
    )


def tiny() -> Report:
    """Profile counters only: no timeline, hardly anything known."""
    report = _failed()
    intake = replace(
        report.intake,
        read=0,
        kept=0,
        duplicates=0,
        superseded=0,
        quarantined=0,
        set_aside=[],
        remarks=[],
        origins=[],
    )
    return replace(
        report,
        account=replace(report.account, name=None, followers=None),
        as_of=None,
        as_of_source="the export does not say",
        window={"lifetime": None, "export": None},
        verdict=Verdict(
            headline="There is too little here to judge the account.",
            us=[],
            others=[],
            unknown=["Nearly everything: the export holds no timeline."],
            first=[
                Priority(
                    "AA301",
                    "Broadcasts and does not answer",
                    "Ask X for the full archive of the account.",
                    "More answers.",
                    "The share of replies in a quarter.",
                )
            ],
            coverage="Judged on 0 of 13 patterns.",
        ),
        intake=intake,
        metrics={"engagement": report.metrics["engagement"]},
        patterns=list(OPEN),
        life=Life(
            None,
            {},
            [],
            [
                Event("2009-08-05", "created", "account created"),
                Event("2011-02-25", "last-post", "last post"),
            ],
        ),
        shapes=NO_SHAPES,
    )


def unscored() -> Report:
    """A report that was asked for a number it cannot give."""
    return replace(tiny(), score=NO_SCORE)


def old() -> Report:
    """Seventeen years of posts."""
    end = (date(2007, 1, 1) + timedelta(weeks=887, days=-1)).isoformat()
    events = [
        Event("2007-01-05", "first-post", "first post"),
        Event(end, "observed", "export made"),
    ]
    life = Life("2007-01-01", weeks(887, (20, 9, 3, 2, 8)), [], events)
    return make_report(life=life, shapes=_old_shapes())


EVERY = {
    "failed": make_report,
    "healthy": healthy,
    "tiny": tiny,
    "old": old,
    "unscored": unscored,
}
