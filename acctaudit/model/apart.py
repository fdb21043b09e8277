"""Which posts lie apart: kept and counted, but no part of the rhythm.

A rhythm can be measured on a stretch of posts without holes. What several inputs hold of an
account is often more than one stretch, and what lies between is not silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from acctaudit.model.kinds import filled
from acctaudit.say import say
from acctaudit.words import day, number

if TYPE_CHECKING:
    from acctaudit.model.profile import Profile

_HOLE = pd.Timedelta(days=30)
"""Between inputs a hole, if it is also longer than any silence in them (our judgement)."""
_STRETCH = 8
"""Posts of which one may be a stray: of fewer nobody can tell (our judgement)."""


def samples(frame: pd.DataFrame) -> pd.Series:
    """Whether each row stands in samples alone, such as threads or searches."""
    sample = frame["_sample"]
    if not sample.any() or sample.all():
        return sample
    solid = set(filled(frame[~sample], "post_id")) - {""}
    return sample & ~filled(frame, "post_id").isin(solid)


def newest_stretch(frame: pd.DataFrame) -> pd.Timestamp | None:
    """Begin of the newest stretch of posts, where the inputs leave a hole before it."""
    solid = frame.loc[~frame["_sample"], ["_input", "created_at"]]
    times = solid.sort_values("created_at").groupby("_input")["created_at"]
    if times.ngroups <= 1:
        return None
    silence = times.diff().max()
    ends = times.agg(["min", "max"]).sort_values(["min", "max"])
    holes = ends["min"] - ends["max"].cummax().shift()
    real = holes > (_HOLE if pd.isna(silence) else max(_HOLE, silence))
    begin: pd.Timestamp | None = ends["min"][real].max() if real.any() else None
    return begin


def with_apart(
    posts: pd.DataFrame, profile: Profile, timeline: str, begin: pd.Timestamp | None
) -> tuple[pd.DataFrame, list[str]]:
    """The posts with the column `apart`, where any is, and sentences that say so.

    Apart are posts of samples beside a timeline, those before the hole (`begin`), and of
    the newest posts a first one that is pinned, or a stray: one that lies further back than
    all others reach. Each would make a week of posts a year of silence.
    """
    if "apart" in posts or timeline == "sample" or posts.empty:
        return posts.drop(columns="_sample"), []
    apart, said = posts["_sample"].astype(bool), []
    if apart.any():
        said.append(
            say(
                "posts of threads or samples, left out of the rhythm: {posts}",
                posts=number(int(apart.sum())),
            )
        )
    if begin is not None and timeline == "recent":
        before = ~apart & (posts["created_at"] < begin)
        apart |= before
        said.append(
            say(
                "between the inputs lies a stretch that none of them holds, so the rhythm"
                " is that of the posts since {day}; {posts} older ones are left out of it",
                day=day(begin.date().isoformat()),
                posts=number(int(before.sum())),
            )
        )
    rest = posts[~apart]
    if timeline == "recent" and _first_is_apart(rest, profile):
        apart[rest.index[0]] = True
        said.append(
            say(
                "one post, of {day}, is older than the newest posts (pinned, or a stray):"
                " it is left out of the rhythm",
                day=day(rest["created_at"].iloc[0].date().isoformat()),
            )
        )
    posts = posts.drop(columns="_sample")
    return posts.assign(apart=apart.astype(object)) if apart.any() else posts, said


def _first_is_apart(posts: pd.DataFrame, profile: Profile) -> bool:
    if len(posts) < 3:
        return False
    times = posts["created_at"]
    gaps = times.diff().iloc[1:]
    if posts["post_id"].iloc[0] == profile.pinned_id and gaps.iloc[0] == gaps.max():
        return True
    stray = gaps.iloc[0] > times.iloc[-1] - times.iloc[1]
    return bool(stray and len(posts) >= _STRETCH)
