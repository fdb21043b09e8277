"""Which sickness each failure pattern has to find, and what is declared with it."""

from __future__ import annotations

import crowds
import sicknesses as s
from sicknesses import Sickness

_MEGAPHONE = s.each(s.plain)
WARD: dict[str, Sickness] = {
    "AA201": Sickness("no post for 200 days", s.silent(200)),
    "AA202": Sickness("a goodbye, five days before the export", s.farewell),
    "AA203": Sickness("no post for 200 days, and no word of where to go", s.silent(200)),
    "AA204": Sickness("1.5 posts a week", s.silent(0), rate=1.5),
    "AA205": Sickness(
        "60 days of silence amid 10 posts a week",
        s.thinned(lambda place: float(not 0.4 < place < 0.52)),
    ),
    "AA206": Sickness("all posts in the first twentieth of the life", s.burst),
    "AA207": Sickness(
        "a fifth of the posts from half-way on",
        s.thinned(lambda place: 1 if place < 0.5 else 0.2),
    ),
    "AA208": Sickness(
        "nobody addressed in the first months, and no more reactions",
        s.both(_MEGAPHONE, s.cells(likes=1, reposts=0, replies=0)),
    ),
    "AA301": Sickness("headlines only", _MEGAPHONE),
    "AA302": Sickness("its questions get no answer", s.unanswered_questions),
    "AA303": Sickness("answers one in ten of those who write", s.ignoring(0.88)),
    "AA304": Sickness("answers after three days", s.late),
    "AA305": Sickness("passes over sixty complaints", s.complaints),
    "AA306": Sickness("nine of ten replies go to itself", s.threads),
    "AA307": Sickness("answers the same three people", s.each(s.circle)),
    "AA401": Sickness("headlines only", _MEGAPHONE),
    "AA402": Sickness("every link leads to the front page", s.text(s.home)),
    "AA403": Sickness("headlines without a link", _MEGAPHONE),
    "AA404": Sickness("every link leads to an own page", s.text(s.own)),
    "AA405": Sickness("the same slogan in four of ten posts", s.text(s.same, 0.6)),
    "AA406": Sickness("one slogan, quarter for quarter", s.text(s.same)),
    "AA407": Sickness(
        "four tags in nine of ten posts",
        s.each(s.tags, 0.9),
    ),
    "AA408": Sickness("nine of ten posts are those of others", s.each(s.repost, 0.9)),
    "AA501": Sickness("no bio, no link, no place", s.profile(bio="", url="", location="")),
    "AA502": Sickness(
        "the bio is the first post",
        lambda life: life.profile.update(bio=life.posts[0]["text"]),
    ),
    "AA503": Sickness("a fair of 2015 in the bio", s.profile(bio="Meet us at Expo 2015")),
    "AA504": Sickness("nobody is named", s.profile(bio="Flour and bread of good quality.")),
    "AA505": Sickness("silent for 200 days, no pointer in the bio", s.silent(200)),
    "AA601": Sickness("follows those who follow back", crowds.traded),
    "AA602": Sickness(
        "follows three times as many", s.profile(followers=900, following=2700)
    ),
    "AA603": Sickness("half of the followers look bought", crowds.followers(odd=0.5)),
    "AA604": Sickness("a fifth of them created on one day", crowds.followers(burst=0.2)),
    "AA605": Sickness("800 new followers on one day", crowds.daily(800, 3)),
    "AA606": Sickness(
        "no follower names the trade it is for",
        crowds.followers(),
        options={"audience": "engineer"},
    ),
    "AA607": Sickness("followers stay as many", crowds.daily(0, 0)),
    "AA701": Sickness("no reaction at all", s.cells(likes=0, reposts=0, replies=0)),
    "AA703": Sickness(
        "posts double, reactions halve",
        s.both(s.thinned(lambda place: 0.3 + 0.7 * place), s.trend("likes", 0.4)),
    ),
    "AA704": Sickness("one post with 60,000 likes", s.hit),
    "AA705": Sickness(
        "more answers than likes on half of the posts", s.each(s.ratioed, 0.5)
    ),
    "AA706": Sickness("likes fall by two thirds", s.trend("likes", 0.33)),
    "AA801": Sickness("four clients, each with its own style", s.each(s.habits)),
    "AA802": Sickness("every post at the full hour", s.each(s.clockwork)),
    "AA803": Sickness(
        "everything from a feed, no reply",
        s.both(_MEGAPHONE, s.cells(source="dlvr.it")),
    ),
    "AA804": Sickness(
        "only in office hours",
        s.each(s.office),
        options={"time_zone": "UTC"},
    ),
    "AA805": Sickness("another client, and a third of the posts", s.handover),
    "AA901": Sickness(
        "headlines to the front page, no reaction, a copied bio, then a goodbye",
        s.both(
            _MEGAPHONE,
            s.text(s.home, 0.5),
            s.cells(likes=0, reposts=0, replies=0),
            s.thinned(lambda _: 0.15),
            lambda life: life.profile.update(bio=life.posts[0]["text"]),
            s.farewell,
        ),
        options={"goals": "dialogue"},
    ),
    "AA902": Sickness("about five posts in three years", s.silent(0), rate=0.03),
}
"""By code. AA101 to AA103 are about declarations, and AA702 needs a norm of the year."""
