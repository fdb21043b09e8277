"""Who follows, how was the audience gathered, and does it grow?

What is counted stands here; the lists of people are read in `followers`, the days in
`growth`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit.analyzers import followers, growth
from acctaudit.analyzers.births import NOBODY, Births, births_of
from acctaudit.errors import NotMeasured
from acctaudit.measure import SHARE, Metric, exact, metric, too_little, tried
from acctaudit.options import Options
from acctaudit.say import marked, say
from acctaudit.words import percent

if TYPE_CHECKING:
    from acctaudit.model.account import Account

_LEAST_COUNT = 100
_NAMED = 3
_RULE = followers.rules()[0][0]


@dataclass(frozen=True)
class Audience:
    """Counts, reciprocity, quality, creation dates, bios and growth.

    Never a word about one follower.
    """

    followers: Metric = metric(
        "Followers", "accounts", "on the day of the export", window="observation"
    )
    following: Metric = metric(
        "Following",
        "accounts",
        "accounts followed on the day of the export",
        window="observation",
    )
    following_to_followers: Metric = metric(
        "Following per follower",
        "times",
        "following / followers, where both are at least 100",
        window="observation",
    )
    reciprocity: Metric = metric(
        "Followed accounts that follow back",
        SHARE,
        "accounts that stand in both lists / accounts followed",
        window="observation",
    )
    lists_per_1000_followers: Metric = metric(
        "Lists per 1,000 followers",
        "lists",
        "1000 x lists that name the account / followers",
        window="observation",
    )
    follower_rule_share: Metric = metric(
        "Followers that follow ten times as many as follow them",
        SHARE,
        "share of followers with known counts; such accounts often look bought, which says"
        " nothing of any one of them",
        window="observation",
    )
    counted_followers: Metric = metric(
        "Followers with known counts",
        "followers",
        "followers of whom the export says how many they follow and how many follow them",
        window="observation",
    )
    suspect_share: Metric = metric(
        "Followers that look bought",
        SHARE,
        "share that the rule matches, corrected for its errors (Rogan and Gladen 1978);"
        " the rule is to follow ten times as many as follow one: it found"
        f" {percent(_RULE.sensitivity)} of {_RULE.positives:,} bought followers (its"
        f" sensitivity) and rightly left out {percent(_RULE.specificity)} of"
        f" {_RULE.negatives:,} checked people (its specificity); (share + specificity - 1)"
        " / (sensitivity + specificity - 1), at least 0; the interval holds the errors of"
        " all three (Lang and Reiczigel 2014). Newer kinds of bought followers are not"
        " seen",
        window="observation",
    )
    dated_share: Metric = metric(
        "Followers whose birthday is known",
        SHARE,
        "followers with a creation date, their own or that in their id / followers in the"
        " file",
        window="observation",
    )
    dated_followers: Metric = metric(
        "Followers with a known birthday",
        "followers",
        "followers with a creation date, their own or that in their id; ids hold one only"
        " if they were made since early 2016",
        window="observation",
    )
    creation_burst_day: Metric = metric(
        "Followers created on one day",
        SHARE,
        "largest share of dated followers whose accounts were created on one day",
        window="observation",
    )
    creation_burst_30d: Metric = metric(
        "Followers created within 30 days",
        SHARE,
        "largest share of dated followers whose accounts were created within 30 days",
        window="observation",
    )
    follower_bios: Metric = metric(
        "Followers with a bio",
        "bios",
        "followers in the file who say something of themselves",
        window="observation",
    )
    on_target_share: Metric = metric(
        "Followers of the intended audience",
        SHARE,
        "follower bios that hold one of the words declared for the audience, as a whole"
        " word / follower bios",
        window="observation",
    )
    following_bios: Metric = metric(
        "Followed accounts with a bio",
        "bios",
        "accounts followed, in the file, that say something of themselves",
        window="observation",
    )
    on_target_following: Metric = metric(
        "Followed accounts of the intended audience",
        SHARE,
        "bios of accounts followed that hold one of the words declared for the audience /"
        " bios of accounts followed",
        window="observation",
    )
    consultant_share: Metric = metric(
        "Followers who sell advice or reach",
        SHARE,
        "follower bios that name a consultant, an agency, marketing or growth as a"
        " business (English and German words) / follower bios",
        window="observation",
    )
    suspect_or_consultant_raw: Metric = metric(
        "Followers matched by the rule, or who sell advice or reach",
        SHARE,
        "followers that follow ten times as many as follow them, or whose bio holds such a"
        " word, each counted once / followers with counts and bio; nothing corrected",
        window="observation",
    )
    suspect_or_consultant_share: Metric = metric(
        "Followers that look bought, or who sell advice or reach",
        SHARE,
        "share whose bio holds such a word + the share of all others that look bought,"
        " corrected as above; interval from those of both, so on the wide side",
        window="observation",
    )
    growth_days: Metric = metric(
        "Days of which new followers are known",
        "days",
        "days in the file with a number of new followers; missing days are not known",
    )
    new_followers_per_day: Metric = metric(
        "New followers on a usual day",
        "followers",
        "the middle one (median) of the days that are known",
    )
    followers_per_week: Metric = metric(
        "Followers gained in a typical week",
        "followers a week",
        "new followers - unfollows, in weeks with all seven days: the middle one of the"
        " averages of all pairs of weeks, so that a wild week counts little; interval from"
        " the order of those averages (Hodges and Lehmann 1963)",
    )
    unfollow_rate: Metric = metric(
        "Unfollows for each new follower",
        "unfollows",
        "unfollows / new followers, over the days that state both",
    )
    spike_days: Metric = metric(
        "Days with unexplained new followers",
        "days",
        "days more than 6 robust spreads above the median, of all days and of the 30 days"
        " before and after, with no post within 3 days that got more than 20 times the"
        " reactions of the median post; the upper bound counts days of which the export"
        " does not show the posts or their reactions",
    )
    spike_followers: Metric = metric(
        "New followers on these days",
        "followers",
        "sum of the new followers of those days",
    )
    posts_meanwhile: Metric = metric(
        "Posts at the end of the series",
        "posts",
        "own posts in the last four weeks of the days that are known",
    )
    rule_record: str = ""
    """One sentence on how often the rule for bought followers is right, and on whom."""
    largest_spikes: tuple[str, ...] = ()
    """Unexplained days with most new followers, as ISO days, most first; at most three."""
    spikes: tuple[tuple[str, int], ...] = ()
    """All such days with their new followers, most first."""
    births: Births = NOBODY
    """How many of the followers were created on each day."""


def measure(account: Account, options: Options) -> Audience:
    """Measure counts first, then the lists and the days where the export has them."""
    page, words = account.profile, options.audience
    people = followers.People(account)
    followed = followers.People(account, "following")
    spikes = growth.unexplained(account)
    return Audience(
        followers=tried(lambda: _count(page.followers, _FOLLOWERS)),
        following=tried(lambda: _count(page.following, _FOLLOWED)),
        following_to_followers=tried(lambda: _ratio(account)),
        reciprocity=tried(lambda: followers.reciprocity(account)),
        lists_per_1000_followers=tried(lambda: _lists(account)),
        follower_rule_share=tried(people.rule_share),
        counted_followers=tried(people.counted),
        suspect_share=tried(people.suspect_share),
        dated_share=tried(people.dated_share),
        dated_followers=tried(people.dated),
        creation_burst_day=tried(lambda: people.burst(1)),
        creation_burst_30d=tried(lambda: people.burst(30)),
        follower_bios=tried(people.bio_count),
        on_target_share=tried(lambda: people.named_share(words)),
        following_bios=tried(followed.bio_count),
        on_target_following=tried(lambda: followed.named_share(words)),
        consultant_share=tried(people.consultant_share),
        suspect_or_consultant_raw=tried(people.either_raw),
        suspect_or_consultant_share=tried(people.either),
        growth_days=tried(lambda: growth.days_known(account)),
        new_followers_per_day=tried(lambda: growth.usual(account)),
        followers_per_week=tried(lambda: growth.per_week(account)),
        unfollow_rate=tried(lambda: growth.unfollow_rate(account)),
        spike_days=tried(lambda: growth.spike_days(account)),
        spike_followers=tried(lambda: growth.spike_followers(account)),
        posts_meanwhile=tried(lambda: growth.posts_lately(account)),
        rule_record=followers.record(),
        largest_spikes=tuple(day for day, _ in spikes[:_NAMED]),
        spikes=spikes,
        births=births_of(people),
    )


_FOLLOWERS = marked("this export does not hold the number of followers")
_FOLLOWED = marked("this export does not hold the number of accounts followed")
_LISTED = marked("this export does not hold the number of lists that name the account")


def _known(value: int | None, reason: str) -> int:
    """The value; NotMeasured for that reason if there is none."""
    if value is None:
        raise NotMeasured(say(reason))
    return value


def _count(value: int | None, reason: str) -> Metric:
    return exact(_known(value, reason))


def _ratio(account: Account) -> Metric:
    followers_ = _known(account.profile.followers, _FOLLOWERS)
    following = _known(account.profile.following, _FOLLOWED)
    if min(followers_, following) < _LEAST_COUNT:
        return too_little("fewer than 100 followers or accounts followed")
    return exact(following / followers_)


def _lists(account: Account) -> Metric:
    listed = _known(account.profile.listed, _LISTED)
    followers_ = _known(account.profile.followers, _FOLLOWERS)
    if followers_ < _LEAST_COUNT:
        return too_little("fewer than 100 followers")
    return exact(1000 * listed / followers_)
