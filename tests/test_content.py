"""What posts consist of: links, tags, mix, headlines; what bio and posts say of people."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from scipy.spatial.distance import jensenshannon

from acctaudit.analyzers import content, conversation, mix, profile
from acctaudit.analyzers.bio import bio_year
from acctaudit.measure import Estimate, Metric, Unknown
from acctaudit.story import Row, Story, story


def measured(tale: Story) -> content.Content:
    account = tale.account()
    return content.measure(account, conversation.measure(account))


def value(metric: Metric) -> float:
    assert isinstance(metric, Estimate), metric
    return metric.number


def reason(metric: Metric) -> str:
    assert isinstance(metric, Unknown), metric
    return metric.reason


# Links

OWN = "http://www.example.com/news/bridge"
HOME = "http://example.com/"
OTHER = "https://example.org/a"
PLATFORM = "https://twitter.com/other/status/1234567890123"
SHORT = "http://bit.ly/abc"


def linked(*links: str) -> Story:
    tale = story(url="http://example.com")
    for link in links:
        tale = tale.says(f"The bridge {link}")
    return tale


def test_links_are_own_or_of_the_platform_or_of_others() -> None:
    found = measured(linked(OWN, HOME, OTHER, PLATFORM))
    assert value(found.known_links) == 4
    assert value(found.own_links) == 2
    assert value(found.own_link_share) == pytest.approx(1 / 2)
    assert value(found.third_party_link_share) == pytest.approx(1 / 4)
    assert value(found.homepage_link_share) == pytest.approx(1 / 2)


def test_a_short_link_leads_nobody_knows_where() -> None:
    found = measured(linked(OWN, SHORT, SHORT))
    assert value(found.known_links) == 1
    assert value(found.own_link_share) == 1
    assert value(found.link_share) == 1


def test_a_profile_with_a_short_link_has_no_known_domain() -> None:
    found = measured(story(url=SHORT).says(f"The bridge {SHORT}"))
    assert "short" in reason(found.own_link_share)
    assert value(found.known_links) == 0


def test_a_post_with_two_links_to_the_home_page_is_named_once() -> None:
    assert measured(linked(f"{HOME} {HOME}")).homepage_ids == ("1",)


# Hashtags


def test_a_post_is_stuffed_from_three_hashtags_on() -> None:
    tale = story().says("none").says("#a1 #b1").says("#a1 #b1 #c1").says("#a1 #a1 #a1 #d1")
    found = measured(tale)
    assert value(found.stuffed_share) == pytest.approx(2 / 4)
    assert value(found.hashtag_share) == pytest.approx(3 / 4)
    assert found.stuffed_ids == ("4", "3")


def test_without_the_number_of_hashtags_nobody_knows_what_is_stuffed() -> None:
    tale = story().posts(9, has_hashtag=True)
    rows = [{k: v for k, v in row.items() if k != "text"} for row in tale.told().rows]
    found = measured(tale.retold(rows))
    assert value(found.hashtag_share) == 1
    assert "how many" in reason(found.stuffed_share)


# Headlines


def test_a_headline_asks_nothing_names_nobody_and_holds_no_person() -> None:
    tale = (
        story()
        .says("The bridge is open to all")
        .says("Is the bridge open to all?")
        .says("The bridge is open, says @other")
        .says("Our bridge is open to all")
        .says("Your bridge is open to all")
    )
    found = measured(tale)
    assert value(found.headline_share) == pytest.approx(1 / 5)
    assert value(found.pronoun_share) == pytest.approx(2 / 5)
    assert value(found.addressed_share) == pytest.approx(3 / 5)
    assert found.headline_ids == ("1",)


def test_an_answer_is_no_headline_even_if_it_names_nobody() -> None:
    tale = story().replies(10)
    rows = [{**row, "text": "It is open"} for row in tale.told().rows]
    found = measured(tale.retold(rows))
    assert value(found.headline_share) == 0
    assert value(found.addressed_share) == 1


def test_a_language_that_is_not_judged_is_said_to_be_so() -> None:
    found = measured(story().posts(30, text="De brug {n} is open voor alle mensen"))
    for metric in (found.headline_share, found.pronoun_share, found.addressed_share):
        assert reason(metric).startswith("not judged for this language")
    assert value(found.exact_duplicate_share) == 0


# The mix of posts over time


MONDAY = date(2020, 1, 6)
QUARTER = timedelta(weeks=13)


def quarters(*counts: tuple[int, ...], first: date = MONDAY) -> Story:
    """An account with so many headlines, links and answers in each quarter from 2020 on."""
    rows: list[Row] = []
    for i, parts in enumerate(counts):
        made = (
            story().posts(parts[0]).posts(parts[1], text="{n} http://a.example/b")
        ).replies(parts[2])
        moment = f"{first + i * QUARTER:%Y-%m-%d}T09:00:00Z"
        for row in made.told().rows:
            rows.append({**row, "post_id": str(len(rows) + 1), "created_at": moment})
    return story().silence(2000).retold(rows)


def test_the_divergence_is_that_of_another_library_less_what_chance_gives() -> None:
    one, other = (70, 20, 10), (20, 50, 30)
    (found,) = mix.shifts_of(quarters(one, other).account())
    raw = float(jensenshannon(one, other, base=2)) ** 2
    by_chance = (1 / 100 + 1 / 100) / (8 * np.log(2)) * 2
    assert found.value == pytest.approx(raw - by_chance, rel=1e-9)
    assert found.n == 200


def test_the_largest_change_says_when_it_was() -> None:
    same, new = (60, 30, 10), (10, 60, 30)
    found = measured(quarters(same, same, new, new, new))
    largest, mean = found.largest_mix_shift, found.mix_shift
    assert isinstance(largest, Estimate)
    assert (largest.start, largest.end) == ("2020-04-06", "2020-10-04")
    assert value(largest) > 0.1
    assert 0 < value(mean) < value(largest)
    assert isinstance(mean, Estimate)
    assert mean.n == 5


def test_a_mix_of_one_kind_never_shifts() -> None:
    found = measured(quarters(*[(40, 0, 0)] * 4)).mix_shift
    assert isinstance(found, Estimate)
    assert (found.low, found.value, found.high) == (0, 0, 0)


def test_two_quarters_are_too_few_and_a_hole_parts_neighbours() -> None:
    full, thin = (20, 10, 10), (5, 5, 5)
    assert "at least 2" in reason(measured(quarters(full, full)).mix_shift)
    assert "at least 2" in reason(measured(quarters(full, full, thin, full)).mix_shift)
    assert value(measured(quarters(full, full, thin, full, full)).mix_shift) == 0


def test_a_sample_has_no_course() -> None:
    from dataclasses import replace

    account = replace(quarters(*[(40, 0, 0)] * 4).account(), timeline="sample")
    found = content.measure(account, conversation.measure(account))
    assert "sample" in reason(found.mix_shift)


@pytest.mark.parametrize("posts", [40, 200])
def test_the_interval_of_a_steady_mix_holds_zero_in_19_of_20_cases(posts: int) -> None:
    rng = np.random.default_rng(2014)
    shares = [0.5, 0.25, 0.15, 0.07, 0.03]
    held = 0
    for _ in range(400):
        rows = rng.multinomial(posts, shares, size=8)
        shifts = [mix._shift(MONDAY, rows[i], rows[i + 1]) for i in range(len(rows) - 1)]
        found = mix.mix_shift(shifts)
        assert isinstance(found, Estimate)
        held += found.low == 0
    assert held >= 0.95 * 400


def test_the_interval_of_a_mix_that_swings_holds_the_true_divergence() -> None:
    rng = np.random.default_rng(2015)
    one, other = np.array([0.5, 0.3, 0.2]), np.array([0.3, 0.3, 0.4])
    true = float(jensenshannon(one, other, base=2)) ** 2
    held = 0
    for _ in range(400):
        rows = [rng.multinomial(120, (one, other)[i % 2]) for i in range(6)]
        shifts = [mix._shift(MONDAY, rows[i], rows[i + 1]) for i in range(5)]
        found = mix.mix_shift(shifts)
        assert isinstance(found, Estimate)
        assert found.low is not None
        assert found.high is not None
        held += found.low <= true <= found.high
    assert held >= 0.93 * 400


def test_weeks_later_the_mix_shifts_as_much() -> None:
    parts = ((60, 30, 10), (40, 40, 20), (50, 30, 20))
    later = measured(quarters(*parts, first=MONDAY + timedelta(weeks=5)))
    assert later.mix_shift == measured(quarters(*parts)).mix_shift


def test_shuffled_posts_have_the_same_mix() -> None:
    tale = quarters((60, 30, 10), (40, 40, 20), (50, 30, 20))
    rows = tale.told().rows
    turned = story().silence(2000).retold(rows[::-1])
    assert measured(turned).mix_shift == measured(tale).mix_shift


# The bio


@pytest.mark.parametrize(
    ("bio", "years", "year"),
    [
        ("We build.", 0, None),
        ("Meet us at Expo 2019", 1, 2019),
        ("Meet us at Expo 2020", 0, 2020),
        ("Sustainability report 2019", 0, 2019),
        ("Sustainability report 2018", 1, 2018),
        ("Sustainability report 2012", 7, 2012),
        ("Since 2009", 0, None),
        ("est. 2009", 0, None),
        ("Founded in 2009. Expo 2015", 5, 2015),
        ("Expo 2015. Founded in 2009", 5, 2015),
        ("Seit 2009 auf Messen. Messe 2018", 2, 2018),
        ("Fondée en 2010 à Lyon", 0, None),
        ("Award winner 2012", 0, None),
        ("2012 award winner", 0, None),
        ("Serving you 2009-2016", 0, None),
        ("Festival 2013–2014", 6, 2014),
        ("Festival 2014 | Festival 2020", 0, 2020),
        ("A house of 1898, call 01 2012345", 0, None),
        ("@expo2015 http://example.com/2013", 0, None),
        ("In 2031 we shall see", 0, None),
        ("Depuis 2010 ; salon 2017", 3, 2017),
    ],
)
def test_a_year_of_the_bio_is_over_or_is_history(
    bio: str, years: int, year: int | None
) -> None:
    found = bio_year(story(bio=bio).posts(20).account())  # observed in January 2020
    assert (value(found.years_over), found.year) == (years, year)


def test_without_a_day_of_the_export_no_year_is_over() -> None:
    from dataclasses import replace

    account = replace(story(bio="Expo 2015").posts(20).account(), as_of=None)
    assert "day of the export" in reason(bio_year(account).years_over)


def test_the_day_of_the_export_changes_no_figure_that_the_report_shows() -> None:
    from dataclasses import replace

    account = story(bio="Expo 2020").posts(20).account()
    later = replace(account, as_of=date(2024, 1, 1))
    shown = [
        {name: v for name, v in vars(profile.measure(a)).items() if isinstance(v, Estimate)}
        for a in (account, later)
    ]
    assert shown[0] == shown[1]


# People


@pytest.mark.parametrize(
    ("bio", "post", "signs"),
    [
        ("We build.", "The bridge is open", 0),
        ("Here tweets by Ann", "The bridge is open", 1),
        ("Hier twittert das Team", "The bridge is open", 1),
        ("Ask @harbourteam", "The bridge is open", 1),
        ("^AB Ann, ^CD Carl", "The bridge is open", 2),
        ("We build.", "The bridge is open ^ab", 3),
        ("We build.", "The bridge is open /AB", 3),
        ("We build.", "The bridge is open -AB ", 3),
        ("We build.", "The bridge costs 2^10", 0),
        ("We build.", "The bridge is in the UK", 0),
    ],
)
def test_a_person_is_seen_by_name_or_signature(bio: str, post: str, signs: int) -> None:
    page = profile.measure(story(bio=bio).posts(3, text=post).account())
    assert value(page.people_signs()) == signs


def test_without_a_bio_a_signed_post_is_a_sign_and_none_is_unknown() -> None:
    signed = profile.measure(story().posts(3, text="Open ^ab").account())
    assert value(signed.people_signs()) == 3
    unsigned = profile.measure(story().posts(3).account())
    assert "bio" in reason(unsigned.people_signs())
