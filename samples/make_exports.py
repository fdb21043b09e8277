"""Write the samples in acctaudit's own `export.json`: `python samples/make_exports.py`.

Every post here is made up. The two STRABAG files hold published facts of a real account,
with their sources in `notes`; the posts of the reconstruction are invented to fit those
facts.
"""

from __future__ import annotations

import json
import random
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCHEMA = "acctaudit/export/1"
Post = dict[str, Any]
_TINY = 3
"""Samples of so few posts leave out what they do not know."""

FIRST = "Largest construction company in CEE"
LAST = (
    "This is our last tweet for the time being. For up-to-date information on STRABAG"
    " visist www.strabag.com Best regards, STRABAG Communications."
)
STRABAG = {
    "handle": "STRABAG_SE",
    "bio": FIRST,
    "url": "http://www.strabag.com",
    "created_at": "2009-08-05",
    "followers": 527,
    "following": 524,
    "listed": 32,
    "posts_total": 146,
}
SOURCES = (
    "Counters, dates, bio and the two quoted posts: Don't Blame Twitter - Case Study:"
    " STRABAG SE (2011-03-02) and Communicate magazine (2011-03-02). No other post of the"
    " real account is known."
)
INVENTED = (
    "RECONSTRUCTION: 144 of these 146 posts, and all reactions to them, are invented so"
    " that they fit the published facts and the press reports on the account."
)
RATE_NOTE = (
    "The case study prints '~4/week'. 146 posts in 575 days are 1.78 a week; 4 is the"
    " number of days per post."
)


def stamp(moment: datetime) -> str:
    """A moment as the schema wants it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def post_id(moment: datetime, i: int) -> str:
    """The id that the platform would give: the moment in its upper bits."""
    milliseconds = round(moment.timestamp() * 1000) - 1_288_834_974_657
    return str((milliseconds << 22) + (i * 7 + 3) % 4096)


def write(name: str, **parts: object) -> None:
    """Write one export; a post of a complete record that answers nobody says so."""
    posts = parts.get("posts")
    if isinstance(posts, list) and len(posts) > _TINY:
        parts["posts"] = [{"in_reply_to": None, **post} for post in posts]
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    text = json.dumps({"schema": SCHEMA, **parts}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def strabag_partial() -> None:
    """The published facts alone: counters, and the first and last post."""
    write(
        "strabag/partial.json",
        as_of="2011-03-02",
        timeline="ends",
        notes=[SOURCES, RATE_NOTE],
        account=STRABAG,
        posts=[
            {"id": "1", "created_at": "2009-08-07", "text": FIRST},
            {"id": "146", "created_at": "2011-02-25", "text": LAST},
        ],
    )


HEADLINES = (
    "STRABAG wins contract for {place}: EUR {n} million",
    "{bank} raises target price for STRABAG share to EUR {k}",
    "Analyst recommendation: {bank} rates STRABAG 'hold'",
    "Investor presentation {place} now available",
    "Earnings release: output volume EUR {n} million",
    "STRABAG subsidiary builds {place}",
    "Order backlog grows by {k} %, output volume EUR {n} million",
    "Ad hoc: supervisory board approves {place}",
    "{place}: topping-out ceremony held",
)
PLACES = (
    "railway line in Poland", "motorway in Hungary", "office tower in Vienna",
    "bridge in Basel", "tunnel in Norway", "stadium in Krakow", "harbour in Hamburg",
    "hospital in Linz", "metro in Budapest", "bypass in Slovakia", "power plant in Bavaria",
    "airport in Sochi", "waste plant in Croatia", "hotel in Prague", "school in Cologne",
    "canal in Chile",
)  # fmt: skip
BANKS = ("Bank A", "Bank B", "Bank C", "Bank D", "Bank E")
QUESTIONS = (
    "What do you think about the future of our motorways?",
    "Which of our projects would you like to hear more about?",
    "Will you be at our stand in Munich next week?",
    "Who of our followers works in tunnelling?",
    "How do you like the pictures from the site in Krakow?",
    "Do you have any questions on our third quarter?",
)


def strabag_reconstruction() -> None:
    """146 invented posts that fit the published facts."""
    rng = random.Random(1846)
    start = datetime(2009, 8, 7, 9, 5, tzinfo=UTC)
    end = datetime(2011, 2, 25, 10, 30, tzinfo=UTC)
    span = (end - start).total_seconds()
    moments = sorted(
        _office_hours(start + timedelta(seconds=rng.uniform(3, span - 90_000)), rng)
        for _ in range(144)
    )
    texts = [_headline(rng, i) for i in range(144)]
    for place, question in zip(range(12, 144, 24), QUESTIONS, strict=True):
        texts[place] = question
    for place in range(5, 144, 10):
        texts[place] = f"{texts[place]} http://www.strabag.com"
    posts = [
        {
            "id": str(i + 1),
            "created_at": stamp(moment),
            "text": text,
            "source": "web",
            **_echo(rng),
        }
        for i, (moment, text) in enumerate(
            zip([start, *moments, end], [FIRST, *texts, LAST], strict=True)
        )
    ]
    write(
        "strabag/reconstruction.json",
        as_of="2011-03-02",
        timeline="complete",
        notes=[
            INVENTED,
            SOURCES,
            RATE_NOTE,
        ],
        account=STRABAG,
        posts=posts,
    )


def _office_hours(moment: datetime, rng: random.Random) -> datetime:
    """The same day, or the Friday before, between eight and five."""
    day = moment - timedelta(days=max(0, moment.weekday() - 4))
    return day.replace(hour=rng.randrange(8, 17), minute=rng.randrange(60), second=0)


def _headline(rng: random.Random, i: int) -> str:
    return HEADLINES[i % len(HEADLINES)].format(
        place=PLACES[rng.randrange(len(PLACES))],
        bank=BANKS[rng.randrange(len(BANKS))],
        n=rng.randrange(20, 900),
        k=rng.randrange(2, 30),
    )


def _echo(rng: random.Random) -> dict[str, int]:
    """Reactions as the press described them: hardly any."""
    lucky = rng.random() < 0.07
    return {"likes": 0, "reposts": int(lucky), "replies": int(lucky and rng.random() < 0.4)}


TOPICS = (
    "sourdough", "rye loaf", "summer menu", "new oven", "flour from the mill",
    "Sunday brunch", "apprentices", "cinnamon rolls", "coffee", "late opening",
    "recipe of the week", "old grains", "market stall", "plum cake", "pretzels",
    "birthday cakes", "school visit", "winter spices",
)  # fmt: skip
OPENINGS = (
    "Fresh today:", "From our kitchen:", "We have been trying out", "Your questions about",
    "Behind the counter:", "A small story about", "This week we learned something about",
    "Come and taste:", "Thank you for your ideas on", "We are proud of",
)  # fmt: skip
MIDDLES = (
    "and why it takes three days", "with a photo from this morning",
    "which you asked us for", "and what our baker says", "now in both shops",
    "made by our youngest colleague", "after a week of testing", "and the mistake we made",
    "until it is sold out", "with butter from the village", "and where the grain grows",
    "as my grandmother did it",
)  # fmt: skip


def _varied(i: int, rng: random.Random) -> str:
    """Three phrases that seldom meet twice."""
    topic, other = rng.sample(TOPICS, 2)
    parts = (
        rng.choice(OPENINGS),
        topic,
        rng.choice(MIDDLES),
        "after",
        other,
        rng.choice(MIDDLES),
    )
    return f"{' '.join(parts)}{'?' if i % 9 == 2 else ''}"


BAKERY = {
    "handle": "example_bakery",
    "user_id": "4001",
    "name": "The Example Bakery",
    "bio": "Bread, cake and answers. Anna and Ben write here, Tue-Sun.",
    "location": "Graz",
    "url": "https://bakery.example",
    "avatar_url": "face.png",
    "banner_url": "shop.png",
    "default_avatar": False,
    "created_at": "2022-02-25",
    "followers": 4200,
    "following": 610,
    "listed": 44,
}


def _page(i: int) -> str:
    """Every other link leads to somebody else's page."""
    if i % 8:
        return f"https://mill.example/flour/{i}"
    return f"https://bakery.example/news/{i}"


def brand() -> None:
    """A bakery that talks with its guests: 18 months, nine posts a week."""
    rng = random.Random(7)
    posts: list[Post] = []
    day = date(2022, 3, 1)
    for i in range(700):
        moment = datetime.combine(day, time(8 + i % 10, (i * 17) % 60), UTC)
        post: Post = {
            "id": post_id(moment, i),
            "created_at": stamp(moment),
            "source": "Twitter for iPhone",
            "lang": "en",
            "likes": rng.randrange(3, 40),
            "reposts": rng.randrange(6),
            "replies": rng.randrange(4),
            "impressions": rng.randrange(300, 2500),
        }
        if i % 5 < 2:
            guest = f"guest{rng.randrange(120)}"
            post["text"] = (
                f"@{guest} thank you! We will keep one for you, {i} o'clock is fine"
            )
            asked = post_id(moment - timedelta(minutes=9), i)
            post["in_reply_to"] = {"handle": guest, "post_id": asked}
        else:
            post["text"] = _varied(i, rng) + (f" {_page(i)}" if i % 4 == 0 else "")
            post["media"] = i % 2
        posts.append(post)
        day += timedelta(days=int(rng.random() < 0.78))
    write(
        "brand.json",
        as_of=(day + timedelta(days=1)).isoformat(),
        notes=["Made up by the project: a bakery that talks with its guests."],
        account=BAKERY,
        posts=posts,
    )


PARCELS = {
    "handle": "example_desk",
    "user_id": "4002",
    "name": "Example Parcels Help",
    "bio": "We answer Mon-Sat 8-20. ^Kim ^Lee",
    "url": "https://parcels.example/help",
    "location": "",
    "avatar_url": "desk.png",
    "created_at": "2020-05-04",
    "followers": 15_300,
    "following": 90,
}


WISHES = (
    "my parcel {i} is late", "where do I find the depot in street {i}?",
    "can you bring number {i} in the evening?", "parcel {i} arrived broken",
    "how much is it to send {i} kilos?", "is the shop near house {i} open today?",
    "I moved to house {i}, what about my parcel?",
)  # fmt: skip


def desk() -> None:
    """A support desk: nine of ten posts are answers, with the mentions they answer.

    One mention in seven gets no answer, now and then somebody says thanks.
    """
    rng = random.Random(11)
    posts: list[Post] = []
    inbound: list[Post] = []
    moment = datetime(2023, 1, 9, 8, tzinfo=UTC)

    def wrote(text: str, before: int, user: str, **more: str) -> str:
        then = moment - timedelta(minutes=before)
        asked, time_ = post_id(then, len(inbound)), stamp(then)
        text = f"@example_desk {text}"
        row = {"id": asked, "author_id": user, "text": text, "created_at": time_}
        inbound.append({**row, **more})
        return asked

    for i in range(400):
        moment += timedelta(minutes=rng.randrange(40, 900))
        post: Post = {
            "id": post_id(moment, i),
            "created_at": stamp(moment),
            "lang": "en",
            "likes": rng.randrange(2),
            "reposts": 0,
            "replies": rng.randrange(2),
        }
        if i % 10:
            user = str(70_000 + rng.randrange(300))
            asked = wrote(rng.choice(WISHES).format(i=i), rng.randrange(5, 180), user)
            post["text"] = (
                f"Sorry for the wait. Please send us number {i} and we look at it"
            )
            post["in_reply_to"] = {"user_id": user, "post_id": asked}
            if i % 7 == 3:
                wrote(rng.choice(WISHES).format(i=1000 + i), 3, str(80_000 + i))
            if i % 9 == 4:
                wrote(
                    f"thanks a lot, {i} is here", -30, user, in_reply_to_post_id=post["id"]
                )
        else:
            post["text"] = f"Our lines are open until eight today, notice {i} of the depot"
        posts.append(post)
    write(
        "desk.json",
        timeline="recent",
        as_of=(moment.date() + timedelta(days=2)).isoformat(),
        notes=["Made up by the project: the support desk of a parcel service."],
        account=PARCELS,
        posts=posts,
        inbound=inbound,
    )


PAPER = {
    "handle": "example_paper",
    "user_id": "4003",
    "name": "The Example Paper",
    "bio": "News from the region, as it happens.",
    "url": "https://paper.example",
    "location": "Linz",
    "avatar_url": "paper.png",
    "banner_url": "press.png",
    "created_at": "2012-06-01",
    "followers": 88_000,
    "following": 310,
    "listed": 900,
}


def news() -> None:
    """A news feed: thirty posts a week, each with a link to its own article."""
    rng = random.Random(13)
    posts: list[Post] = []
    moment = datetime(2023, 2, 1, 6, tzinfo=UTC)
    for i in range(900):
        moment += timedelta(minutes=rng.randrange(30, 640))
        posts.append(
            {
                "id": post_id(moment, i),
                "created_at": stamp(moment),
                "lang": "en",
                "source": "dlvr.it",
                "likes": rng.randrange(30),
                "reposts": rng.randrange(9),
                "text": f"{PLACES[i % 16].capitalize()}: council votes on plan {i}"
                f" https://t.co/a{i}",
                "links": [
                    {
                        "url": f"https://t.co/a{i}",
                        "expanded": f"https://paper.example/2023/story-{i}.html",
                    }
                ],
            }
        )
    write(
        "news.json",
        timeline="recent",
        as_of=(moment.date() + timedelta(days=1)).isoformat(),
        notes=["Made up by the project: the feed of a regional paper."],
        account=PAPER,
        posts=posts,
    )


def tiny() -> None:
    """Three posts and almost no profile: too little for nearly every verdict."""
    write(
        "tiny.json",
        notes=["Made up by the project: three posts."],
        account={"handle": "example_tiny"},
        posts=[
            {"id": "1", "created_at": "2021-05-01T10:00:00Z", "text": "Hello world"},
            {"id": "2", "created_at": "2021-05-03T11:30:00Z", "text": "Is anybody here?"},
            {"id": "3", "created_at": "2021-06-20T09:15:00Z", "text": "Back from the sea"},
        ],
    )


if __name__ == "__main__":
    for make in (strabag_partial, strabag_reconstruction, brand, desk, news, tiny):
        make()
