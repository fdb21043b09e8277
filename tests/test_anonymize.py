"""Nobody is to be found in an anonymized account, and its figures stay."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from test_convert import account, again, assert_same, called, documents, exported, post

from acctaudit.anonymize import NOTE, anonymized
from acctaudit.anonymize.columns import KEPT, ROLES, TIMES
from acctaudit.anonymize.dates import Shift
from acctaudit.anonymize.ids import post_ids, user_ids
from acctaudit.anonymize.letters import alphabet, cased_like, folded
from acctaudit.anonymize.shuffle import Shuffle
from acctaudit.anonymize.words import Words
from acctaudit.audit import audit
from acctaudit.cli.anonymize import key_of
from acctaudit.convert import FORMATS, convert
from acctaudit.errors import InputError
from acctaudit.model.account import Account
from acctaudit.model.profile import Profile
from acctaudit.model.tables import POST_COLUMNS
from acctaudit.model.times import FIRST_SNOWFLAKE, snowflake_ms
from acctaudit.readers.export_rows import SIDES
from acctaudit.text import client, host, is_root, links_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acctaudit.report import Measured

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
NAMES = ("brand.json", "strabag/reconstruction.json", "archive-2024.zip", "desk.json")
FILES = (*NAMES, "news.json", "archive-grailbird", "formats/api_v2")
KEY = b"a key for tests"
WEEK = timedelta(weeks=1)
MEANING = {
    ("content", "headline_share"),  # looks for pronouns
    ("content", "pronoun_share"),  # looks for pronouns
    ("profile", "bio_first_post_similarity"),  # compares letters of different words
    ("content", "addressed_share"),  # looks for pronouns
    ("ending", "farewells"),  # looks for words that say goodbye
    ("ending", "how"),  # whether it said goodbye
    ("responsiveness", "complaints"),  # looks for words that complain
    ("responsiveness", "complaint_response_rate"),  # the same
    ("responsiveness", "other_response_rate"),  # the same
    ("responsiveness", "complaint_p"),  # the same
    ("audience", "consultant_share"),  # looks for words of a trade
    ("audience", "suspect_or_consultant_raw"),  # the same
    ("audience", "suspect_or_consultant_share"),  # the same
}
"""Metrics that depend on what words mean, or on their letters: they may change."""
STRUCTURE = {"http", "https", "twitter", "twimg", "status", "statuses", "index", "html"}
STRUCTURE |= {"intent", "user", "user_id", "hashtag", "photo", "video", "action"}
"""Words that an address keeps since they are the platform's."""
APART = {"schema", "timeline", "notes", "measured", "lang", "source", "suspensions"}
APART |= {"created_at", "last_post_at", "followed_at", "date", "as_of"}


def strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a document, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, name)


def texts(found: Account) -> list[tuple[str, str]]:
    everything = strings(json.loads(convert(found, ".json")))
    return [(name, text) for name, text in everything if name not in APART]


def words(found: Account) -> set[str]:
    """Words of four letters and more whose letters can be told from others."""
    runs = {
        run.casefold()
        for _, text in texts(found)
        for run in re.findall(r"[^\W\d_]{4,}", text)
    }
    return {run for run in runs if all(len(alphabet(c).letters) > 9 for c in folded(run))}


def ids(found: Account) -> set[str]:
    return {text for name, text in texts(found) if name.endswith("id") and len(text) > 8}


def handles(found: Account) -> set[str]:
    return {
        text.casefold()
        for name, text in texts(found)
        if name.endswith("handle") and re.fullmatch(r"\w{4,20}", text)
    }


def assert_hidden(found: Account, right: Account) -> None:
    assert not words(found) & words(right) - STRUCTURE
    assert not ids(found) & ids(right)
    told = {
        word.casefold() for _, text in texts(found) for word in re.findall(r"\w+", text)
    }
    assert not told & handles(right)


def value(metric: Measured) -> tuple[object, ...]:
    return metric.value, metric.low, metric.high, metric.n, metric.status


# The account -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_the_original_is_left(name: str) -> None:
    right = account(SAMPLES / name)
    found = anonymized(right, KEY)
    assert len(words(right)) > 10
    assert_hidden(found, right)
    text = convert(found, ".json").decode().casefold()
    assert not any(domain in text for domain in right.own_domains)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("through", ["memory", *FORMATS])
def test_the_figures_stay(name: str, through: str, tmp_path: Path) -> None:
    right = account(SAMPLES / name)
    found = anonymized(right, KEY)
    copy = found if through == "memory" else again(found, through, tmp_path)
    before, after = audit(right).metrics, audit(copy).metrics
    for group, metrics in before.items():
        for metric, measured in metrics.items():
            if (group, metric) not in MEANING:
                assert value(after[group][metric]) == value(measured), (group, metric)


@pytest.mark.parametrize("name", FILES)
def test_the_copy_is_read_as_it_was_made(name: str, tmp_path: Path) -> None:
    found = anonymized(account(SAMPLES / name), KEY)
    for suffix in FORMATS:
        assert_same(again(found, suffix, tmp_path), found)


def test_all_dates_move_by_the_same_number_of_weeks() -> None:
    right = account(SAMPLES / "archive-2024.zip")
    found = anonymized(right, KEY)
    moved = (found.posts["created_at"] - right.posts["created_at"]).unique()
    assert len(moved) == 1
    delta = moved[0].to_pytimedelta()
    assert delta % WEEK == timedelta(0)
    assert WEEK <= delta <= 104 * WEEK
    assert found.as_of is not None
    assert right.as_of is not None
    assert found.as_of - right.as_of == delta
    assert found.profile.created_at is not None
    assert right.profile.created_at is not None
    assert found.profile.created_at - right.profile.created_at == delta
    days = found.profile.suspensions or ()
    assert [day[11:] for day in days] == ["Suspend", "Unsuspend"]
    assert date.fromisoformat(days[0][:10]) - date(2023, 11, 2) == delta
    assert found.posts["created_at"].dtype == right.posts["created_at"].dtype


def test_shapes_and_counts_stay() -> None:
    right = account(SAMPLES / "formats" / "api_v2")
    found = anonymized(right, KEY)
    for name in ("text", "source"):
        pairs = zip(found.posts.get(name, []), right.posts.get(name, []), strict=True)
        assert all(len(one) == len(other) for one, other in pairs)
    for name in ("likes", "impressions", "lang", "kind", "precision", "media"):
        pd.testing.assert_series_equal(found.posts[name], right.posts[name])
    assert found.others["followers"]["followers"].tolist() == [0, 10, 20, 30, 40, 50]
    assert found.profile.followers == right.profile.followers
    assert found.timeline == right.timeline
    assert found.measured == right.measured


def test_what_belongs_together_still_does() -> None:
    right = account(SAMPLES / "formats" / "api_v2")
    found = anonymized(right, KEY)
    assert found.profile.handle != right.profile.handle
    assert host(found.profile.link or "") == found.own_domains[0]
    answered = found.posts["in_reply_to_post_id"].dropna()
    assert set(found.others["inbound"]["post_id"]) <= set(answered)
    reply = found.posts[found.posts["kind"] == "reply"].iloc[0]
    assert found.mentions["handle"].iloc[0] == reply["text"].split()[0].removeprefix("@")
    assert found.mentions["user_id"].iloc[0] == reply["in_reply_to_user_id"]
    assert all(
        int(post_id) >= FIRST_SNOWFLAKE
        and abs(snowflake_ms(int(post_id)) - moment.timestamp() * 1000) < 1000
        for post_id, moment in zip(
            found.posts["post_id"], found.posts["created_at"], strict=True
        )
    )


def test_the_original_is_left_as_it_is() -> None:
    right, untouched = account(SAMPLES / "brand.json"), account(SAMPLES / "brand.json")
    anonymized(right, KEY)
    assert_same(right, untouched)


def test_a_key_decides_what_stands_for_what() -> None:
    right = account(SAMPLES / "archive-2024.zip")
    same = convert(anonymized(right, KEY), ".json")
    assert convert(anonymized(right, KEY), ".json") == same
    assert convert(anonymized(right, b"another"), ".json") != same


def test_one_key_gives_one_name_in_all_files(tmp_path: Path) -> None:
    first = exported(tmp_path / "a.json", posts=[post(1, text="Hello @some_body")])
    second = exported(tmp_path / "b.json", posts=[post(2, text="Dear @Some_Body!")])
    found = [anonymized(account(path), KEY).posts["text"][0] for path in (first, second)]
    names = [re.findall(r"@(\w+)", text)[0] for text in found]
    assert names[0] == names[1].casefold()


def test_sentences_that_could_name_somebody_are_left_out(tmp_path: Path) -> None:
    notes = ["The posts of Anna.", "posts that begin with @name and are no replies: 3"]
    path = exported(tmp_path / "a.json", posts=[post(1)], notes=notes)
    found = anonymized(account(path), KEY)
    assert found.intake.notes == (NOTE, notes[1])
    assert found.intake.remarks == ()
    assert found.intake.files == ()
    assert anonymized(found, KEY).intake.notes == (NOTE, notes[1])


def test_lists_follow_from_the_new_text_where_the_export_has_none(tmp_path: Path) -> None:
    text = "Straße #Straße @Some_Body http://a.example/index.html, www.b.example"
    right = account(exported(tmp_path / "a.json", posts=[post(1, text=text)]))
    found = anonymized(right, KEY)
    assert found.links["url"].tolist() == links_in(found.posts["text"][0])
    assert len(found.links) == 2
    assert len(found.hashtags) == len(found.mentions) == 1
    assert_same(again(found, ".json", tmp_path), found)


def test_a_text_in_a_column_that_nobody_thought_of_does_not_get_through() -> None:
    right = account(SAMPLES / "tiny.json")
    right.posts["mood"] = ["good", None, 3]
    assert anonymized(right, KEY).posts["mood"].tolist() == [None, None, 3]


def test_every_column_that_holds_text_has_a_role() -> None:
    people = {name for kind in SIDES.values() for name in kind.__struct_fields__}
    known = ROLES.keys() | TIMES | KEPT
    numbers = {name for name, column in POST_COLUMNS.items() if column.count}
    flags = {name for name in POST_COLUMNS if name.startswith(("is_", "has_"))}
    apart = {"id_exact", "replies_known", "edit_of", "links", "hashtags", "mentions"}
    apart |= {"apart", "cut"}
    assert POST_COLUMNS.keys() - known == numbers | flags | apart
    assert {item.name for item in fields(Profile)} - known == {
        "default_avatar", "verified", "protected", "followers", "following", "listed",
        "posts_total", "suspensions",
    }  # fmt: skip
    assert people - known == {
        "id", "id_exact", "followers", "following", "listed", "posts_total", "value",
        "default_avatar", "impressions", "engagements", "new_follows", "unfollows",
        "profile_visits", "posts", "likes", "replies", "reposts", "bookmarks", "shares",
        "video_views", "media_views",
    }  # fmt: skip


def test_no_part_of_an_account_is_forgotten() -> None:
    changed = {"profile", "posts", "links", "hashtags", "mentions", "others", "as_of"}
    changed |= {"own_domains", "intake"}
    harmless = {"timeline", "as_of_source", "measured"}
    found = account(SAMPLES / "tiny.json")
    rest = [item.name for item in fields(Account) if item.name not in changed | harmless]
    assert all(isinstance(getattr(found, name), bool) for name in rest), rest


@pytest.mark.untraced
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],
)
@given(found=documents())
def test_any_account_can_be_anonymized(
    found: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    try:
        right = account(exported(folder / "any.json", **found))
    except InputError:
        assume(False)
    copy = anonymized(right, KEY)
    assert len(copy.posts) == len(right.posts)
    assert copy.posts["kind"].tolist() == right.posts["kind"].tolist()
    assert not words(copy) & words(right) - STRUCTURE
    assert not {i for i in ids(copy) & ids(right) if i.isdecimal()}
    account(exported(folder / "copy.json", **json.loads(convert(copy, ".json"))))


# Words -----------------------------------------------------------------------------------


def speaker(*known: str, key: bytes = KEY) -> Words:
    shuffle = Shuffle(key)
    return Words(shuffle, post_ids(shuffle, 0), user_ids(shuffle, 0), known)


def shape(text: str) -> str:
    """A text with every letter and digit as what it is."""
    kinds = [
        "A" if c.isupper() else "a" if c.isalpha() else "1" if c.isdecimal() else c
        for c in text
    ]
    return "".join(kinds)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_the_shape_of_a_text_stays(text: str) -> None:
    assert shape(speaker(text).plain(text)) == shape(text)


@given(st.lists(st.text("abcdeABC1é ж日", min_size=1, max_size=12), max_size=20))
def test_equal_words_stay_equal_and_others_stay_different(known: list[str]) -> None:
    found = speaker(*known)
    made = [found.plain(word).casefold() for word in known]
    folds = [word.casefold() for word in known]
    assert [made.index(word) for word in made] == [folds.index(word) for word in folds]


def test_case_and_script_of_a_word_stay() -> None:
    found = speaker("Łódź ΛΌΓΟΣ λόγος ТЕКСТ 日本語 ٣٤ straße ﬁ x² 𝐁𝐨𝐥𝐝")
    assert found.plain("Łódź").istitle()
    assert found.plain("ΛΌΓΟΣ").casefold() == found.plain("λόγοσ")
    assert found.plain("λόγος") == found.plain("λόγοσ")
    assert all(0x400 <= ord(c) < 0x530 for c in found.plain("ТЕКСТ"))
    assert all("\u3400" <= c < "\ua000" for c in found.plain("日本語"))
    assert found.plain("٣٤").isdecimal()
    assert found.plain("straße")[4] == "ß"
    assert found.plain("ﬁ x²")[::3] == "ﬁ²"


def test_upper_case_is_put_back_letter_by_letter() -> None:
    assert cased_like("aBC", "xyz") == "xYZ"
    assert folded("ǅ") == "ǆ"
    assert cased_like("ǅꭰᎠ", "xᎡᎡ") == "xꭱᎡ"
    assert set(map(str.isupper, alphabet("𝕗").letters)) == {False}
    assert alphabet("5").letters == "0123456789"
    assert alphabet("!").letters == "!"
    assert alphabet("ß").letters == "ß"


def test_every_letter_has_neighbours_that_can_be_written_like_it() -> None:
    for letter in filter(str.isalpha, map(chr, range(0x110000))):
        near = alphabet(folded(letter)).letters
        for other in (near[0], near[-1]):
            made = cased_like(letter, other)
            assert len(made) == 1
            assert made.isalpha()
            assert made.isupper() == letter.isupper()
            assert folded(made) == other


@pytest.mark.parametrize("key", [bytes([n]) for n in range(8)])
def test_no_word_becomes_another_word_of_the_original(key: bytes) -> None:
    whole = [f"{a}{b}" for a in "abcdefgh" for b in ("aaaa", "bbbb", "abab", "zzz")]
    found = speaker(*whole, key=key)
    made = {found.plain(word) for word in whole}
    assert len(made) == len(whole)
    assert not made & set(whole)


def test_a_word_that_meets_another_one_gets_a_third(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = {"aaaa": ["bbbb", "cccc", "dddd"], "bbbb": ["cccc"]}

    def image(_: Words, base: str, turn: int) -> str:
        return made[base][turn]

    monkeypatch.setattr(Words, "_image", image)
    found = speaker("aaaa bbbb")
    assert found.plain("aaaa Bbbb") == "dddd Cccc"


def test_what_makes_a_text_hang_together_stays() -> None:
    text = "RT @some_body: “Why?” 🎉 #tag http://t.co/aB1, https://a.example/x?y=z"
    text += " www.b.example"
    made = speaker(text).text(text)
    assert shape(made) == shape(text)
    assert made.startswith("RT @")
    assert " http://t.co/" in made
    assert " https://" in made
    assert " www." in made
    assert "example" not in made


ADDRESSES = [
    "http://a.example", "http://a.example/", "https://www.a.example/index.html",
    "http://a.example/de/", "http://a.example/de/index.php#top", "//a.example/de-at/",
]  # fmt: skip


@pytest.mark.parametrize("link", ADDRESSES)
def test_a_home_page_stays_a_home_page(link: str) -> None:
    made = speaker(link).address(link)
    assert is_root(link)
    assert is_root(made)
    assert "example" not in made
    assert "top" not in made


@pytest.mark.parametrize(
    "link",
    ["http://a.example/news/4", "http://a.example/index.html?a=b", "http://a.example:80/x"],
)
def test_another_page_stays_another_page(link: str) -> None:
    made = speaker(link).address(link)
    assert shape(made) == shape(link)
    assert not is_root(made)
    assert "example" not in made
    assert "index" not in made


def test_a_page_and_its_part_stay_on_one_domain() -> None:
    found = speaker("http://blog.a-b.example http://a-b.example")
    below = host(found.address("http://Blog.A-b.example/x"))
    assert below.endswith(f".{host(found.address('http://www.a-b.example'))}")


@pytest.mark.parametrize(
    ("link", "made"),
    [
        ("https://x.com/", r"https://x\.com/"),
        ("https://twitter.com/some_body", r"https://twitter\.com/\w{4}_\w{4}"),
        ("https://x.com/i/web/status/1721456246780854273", r".*x\.com/i/web/status/\d{19}"),
        (
            "https://x.com/us/status/12/photo/1",
            r"https://x\.com/[a-z]{2}/status/\d\d/photo/\d",
        ),
        ("https://x.com/intent/user?user_id=12", r".*/intent/user\?user_id=\d\d"),
        ("https://twitter.com/hashtag/tag?src=x", r".*/hashtag/[a-z]{3}\?[a-z]{3}=[a-z]"),
        ("http://t.co/aB1", r"http://t\.co/[a-z][A-Z]\d"),
        ("https://pbs.twimg.com/a/b.png", r"https://pbs\.twimg\.com/[a-z]/[a-z]\.[a-z]{3}"),
        ("pic.twitter.com/aB1", r"pic\.twitter\.com/[a-z][A-Z]\d"),
        ("face.png", r"[a-z]{4}\.[a-z]{3}"),
        ("", ""),
        ("mailto:a@b.c", r"[a-z]{6}:[a-z]@[a-z]\.[a-z]"),
    ],
)
def test_addresses_of_the_platform_keep_what_tells_nobody(link: str, made: str) -> None:
    found = speaker(link)
    assert re.fullmatch(made, found.address(link))
    if link.startswith(("http", "pic")):
        assert found.text(f"({link}).") == f"({found.address(link)})."


def test_ids_in_addresses_are_those_of_the_columns() -> None:
    found = speaker()
    post_id, user_id = "1721456246780854273", "511000111"
    made = found.address(f"https://x.com/us/status/{post_id}")
    assert made.endswith(f"/status/{found.post_id(post_id)}")
    made = found.address(f"https://x.com/intent/user?user_id={user_id}")
    assert made.endswith(f"user_id={found.user_id(user_id)}")
    assert found.post_id("#12") == "#12"
    assert re.fullmatch("[a-z]{4}-[0-9]{2}", found.post_id("post-12"))
    assert re.fullmatch("[a-z]{4}", found.user_id("user"))
    assert re.fullmatch(r"\d{5000}", found.post_id("1" * 5000))
    made = found.address(f"https://x.com/us/status/{'1' * 5000}")
    assert re.fullmatch(r"https://x\.com/[a-z]{2}/status/\d{5000}", made)


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("Twitter for iPhone", "Twitter for iPhone"),
        ("web", "web"),
        ('<a href="https://a.example" rel="nofollow">Hootsuite</a>', "Hootsuite"),
        ("Twitter Web App", r"Twitter Web [A-Z][a-z]{2}"),
        ("Museum Desk", r"[A-Z][a-z]{5} [A-Z][a-z]{3}"),
        ("", ""),
    ],
)
def test_only_public_clients_keep_their_name(source: str, made: str) -> None:
    found = speaker(source).client(source)
    assert re.fullmatch(made, found)
    assert "Museum" not in found
    assert client(found) == found


def test_no_other_client_becomes_a_public_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Words, "plain", lambda *_: "Web thing")
    assert speaker().client("Own") == "Qeb thing"


# Ids, dates, numbers ---------------------------------------------------------------------

SHIFT = Shift(3)


@given(st.sets(st.integers(0, 1 << 64), max_size=30))
def test_other_ids_are_as_long_and_as_old(numbers: set[int]) -> None:
    found = post_ids(Shuffle(KEY), SHIFT.ms)
    made = {number: int(found(str(number))) for number in numbers}
    assert len(set(made.values())) == len(numbers)
    for number, other in made.items():
        if FIRST_SNOWFLAKE <= number < 1 << 63:
            assert snowflake_ms(other) - snowflake_ms(number) == SHIFT.ms
            assert not str(other).endswith("0")
            assert other != number
        else:
            assert len(str(other)) == len(str(number))
            assert (other < FIRST_SNOWFLAKE) == (number < FIRST_SNOWFLAKE)


@pytest.mark.parametrize("digits", ["0", "7", "007", "000", "29700859246", "12345678"])
def test_short_ids_stay_as_long_as_they_are(digits: str) -> None:
    made = post_ids(Shuffle(KEY), SHIFT.ms)(digits)
    assert len(made) == len(digits)
    assert int(made) < FIRST_SNOWFLAKE
    assert digits[0] != "0" or len(digits) == 1 or made[0] == "0"


def test_ids_of_people_hold_their_time_from_sixteen_zeros_on() -> None:
    found = user_ids(Shuffle(KEY), SHIFT.ms)
    young, old = 1_081_339_492_561_846_272, 10**16
    assert snowflake_ms(int(found(str(young)))) == snowflake_ms(young) + SHIFT.ms
    assert len(found(str(old))) == 17
    assert int(found(str(old))) <= 10**16


def test_two_ids_of_one_moment_never_meet(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = iter([5, 5, 100, 6])
    monkeypatch.setattr(Shuffle, "bits", lambda *_: next(turns))
    found = post_ids(Shuffle(KEY), 0)
    first = 1_721_456_246_780_854_273 >> 22 << 22
    made = [int(found(str(first | low))) - first for low in (1, 2)]
    assert made[0] == 5
    assert made[1] != 5


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("2024-01-01", "2024-01-22"),
        ("2024-01-01T10:20Z", "2024-01-22T10:20Z"),
        ("2024-01-01T10:20:30.123Z", "2024-01-22T10:20:30.123Z"),
        ("2024-01-01T10:20:30+01:00", "2024-01-22T09:20:30Z"),
        ("Mon Jan 01 10:20:30 +0000 2024", "2024-01-22T10:20:30Z"),
        ("2024-01-01 10:20:30", "2024-01-22"),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_times_move_and_stay_as_exact(written: str | None, moved: str | None) -> None:
    assert SHIFT.texts([written]) == [moved]


def test_of_a_suspension_only_what_is_known_stays() -> None:
    assert SHIFT.suspension("2024-01-01 Suspend") == "2024-01-22 Suspend"
    assert SHIFT.suspension("some day for Anna") == "unknown action"


@pytest.mark.parametrize("size", [1, 2, 3, 10, 26, 27, 676, 1000])
def test_a_shuffle_gives_every_number_once(size: int) -> None:
    shuffle = Shuffle(KEY)
    made = {shuffle.number(value, size, "test") for value in range(size)}
    assert made == set(range(size))


def test_a_shuffle_depends_on_key_and_label_and_hides_the_key() -> None:
    shuffle = Shuffle(KEY)
    made = [shuffle.number(n, 1000, "a") for n in range(50)]
    assert made != [shuffle.number(n, 1000, "b") for n in range(50)]
    assert made != [Shuffle(b"b").number(n, 1000, "a") for n in range(50)]
    assert "key" not in repr(shuffle)


# The command -----------------------------------------------------------------------------


def test_the_same_exports_give_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = [tmp_path / name for name in ("a.json", "b.json", "a.csv", "a.parquet")]
    source = str(SAMPLES / "archive-2024.zip")
    for path in outputs:
        status, out, err = called(capsys, "anonymize", source, "-o", str(path))
        assert (status, out, err) == (0, "", f"wrote {path}\n")
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    for path in outputs[2:]:
        assert_same(account(path), account(outputs[0]))
    right = account(Path(source))
    made = convert(anonymized(right, key_of(right)), ".json")
    assert outputs[0].read_bytes() == made


def test_the_key_of_several_files_does_not_depend_on_their_order() -> None:
    right = account(SAMPLES / "formats" / "api_v2")
    files = right.intake.files
    turned = replace(right, intake=replace(right.intake, files=files[::-1]))
    assert len(files) > 1
    assert key_of(turned) == key_of(right)


def test_a_key_file_gives_one_pseudonym_in_all_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "key.bin"
    key.write_bytes(b"\x00\xffsecret")
    names = set()
    for name in ("archive-2024.zip", "archive-2020.zip"):
        path = tmp_path / "a.json"
        args = ("anonymize", str(SAMPLES / name), "--key-file", str(key), "-o", str(path))
        status, out, err = called(capsys, *args)
        assert status == 0
        assert "secret" not in out + err + path.read_text("utf-8")
        names.add(account(path).profile.handle)
    assert len(names) == 1


def test_a_key_file_is_neither_empty_nor_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, source = tmp_path / "key.json", str(SAMPLES / "tiny.json")
    key.write_bytes(b"")
    args = ("anonymize", source, "--key-file", str(key), "-o")
    status, _, err = called(capsys, *args, str(tmp_path / "a.json"))
    assert status == 2
    assert "the key is empty" in err
    status, _, err = called(capsys, *args, str(key))
    assert status == 2
    assert "write elsewhere" in err


def test_the_help_says_what_the_key_is(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = called(capsys, "anonymize", "--help")
    assert "SHA-256" in out
    assert "the same exports always give the same file" in " ".join(out.split())


def test_moments_of_the_profile_are_moments() -> None:
    born = anonymized(account(SAMPLES / "brand.json"), KEY).profile.created_at
    assert isinstance(born, datetime)
    assert not isinstance(born, pd.Timestamp)
