"""Clusters of equal and of nearly equal texts, against comparing all pairs."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acctaudit.duplicates import (
    MIN_TOKENS,
    exact_groups,
    groups,
    hashed,
    holding,
    keys,
    near_groups,
)
from acctaudit.minhash import SIMILAR

POST = "the quick brown fox jumps over the lazy dog near the river bank in early spring"


def shingles(key: str) -> set[tuple[str, ...]]:
    words = key.split()
    return set(zip(words, words[1:], words[2:], strict=False))


def jaccard(one: str, other: str) -> float:
    a, b = shingles(one), shingles(other)
    return len(a & b) / len(a | b)


def clusters(numbers: np.ndarray) -> set[frozenset[int]]:
    """Rows of each cluster, whatever its number."""
    found: dict[int, set[int]] = {}
    for row, number in enumerate(numbers.tolist()):
        if number >= 0:
            found.setdefault(number, set()).add(row)
    return {frozenset(rows) for rows in found.values()}


def brute(texts: list[str]) -> set[frozenset[int]]:
    """Near clusters from all pairs: connected parts of the graph of similar texts."""
    written = keys(texts)
    long = [row for row, key in enumerate(written) if len(key.split()) >= MIN_TOKENS]
    part = {row: {row} for row in long}
    for a, b in combinations(long, 2):
        if part[a] is not part[b] and jaccard(written[a], written[b]) >= SIMILAR:
            part[a] |= part[b]
            for row in part[b]:
                part[row] = part[a]
    return {frozenset(rows) for rows in part.values() if len(rows) > 1}


def corpus(rng: random.Random, n: int) -> list[str]:
    """Posts of made-up words, many of them an earlier one with a word or two changed."""
    vocabulary = [f"w{number}" for number in range(300)]
    posts: list[str] = []
    for _ in range(n):
        if posts and rng.random() < 0.6:
            words = rng.choice(posts).split()
            for _ in range(rng.randint(0, 2)):
                words[rng.randrange(len(words))] = rng.choice(vocabulary)
        else:
            words = rng.choices(vocabulary, k=rng.randint(3, 40))
        posts.append(" ".join(words))
    return posts


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Hello,   World!", "hello world"),
        ("Read https://t.co/aB3-x now", "read now"),
        ("(see http://a.b/c?d=e#f)", "see"),
        ("www.example.com/x is pic.twitter.com/abc gone", "is gone"),
        ("@Anna_1 thanks, @bob!", "thanks"),
        ("#Win a T-shirt", "win a t shirt"),
        ("STRASSE Straße", "strasse strasse"),
        (
            "“Quoted” — it’s…\nnew line\tand\r\ntab\u00a0s\u3000t",
            "quoted it s new line and tab s t",
        ),
        ("Grüße 你好 привет 😀👍", "grüsse 你好 привет"),
        ("snake_case 42", "snake_case 42"),
        ("broken \ud83d surrogate \x00 nul", "broken surrogate nul"),
        ("https://t.co/only", ""),
        ("", ""),
    ],
)
def test_keys(text: str, key: str) -> None:
    assert keys([text]) == [key]
    assert keys([text, "next one", text]) == [key, "next one", key]


def test_no_texts() -> None:
    assert keys([]) == []
    assert exact_groups([]).tolist() == near_groups([]).tolist() == []
    assert near_groups([""]).tolist() == [-1]


def test_exact_groups_ignore_what_is_not_said() -> None:
    texts = ["Good morning!", "other", "@you good MORNING https://t.co/x", "good  evening"]
    assert exact_groups(texts).tolist() == [0, -1, 0, -1]


def test_texts_without_words_are_in_no_group() -> None:
    assert (
        exact_groups(["https://t.co/a", "https://t.co/b", "😀", "😀"]).tolist() == [-1] * 4
    )


def test_order_of_words_counts() -> None:
    assert exact_groups(["dog bites man", "man bites dog", "dog bites dog"]).max() == -1


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=[]), max_size=12), max_size=30))
def test_exact_groups_are_those_of_equal_keys(texts: list[str]) -> None:
    written = keys(texts)
    count = Counter(written)
    numbers = exact_groups(texts)
    for key, number in zip(written, numbers.tolist(), strict=True):
        assert (number >= 0) == (key != "" and count[key] > 1)
    assert clusters(numbers) == {
        frozenset(row for row, other in enumerate(written) if other == key)
        for key in set(written)
        if key and count[key] > 1
    }


def test_near_groups_of_one_changed_word() -> None:
    longer = POST + " while the sun is slowly going down behind the hills of the far west"
    changed = longer.replace("west", "east")
    texts = [longer, "something else entirely was said on this day", changed, POST]
    assert jaccard(*keys([longer, changed])) >= SIMILAR
    assert near_groups(texts).tolist() == [0, -1, 0, -1]
    assert exact_groups(texts).max() == -1


def test_short_texts_are_never_near() -> None:
    assert near_groups(["thank you very much"] * 3).tolist() == [-1] * 3
    assert exact_groups(["thank you very much"] * 3).tolist() == [0] * 3
    assert near_groups(["thank you very much indeed"] * 3).tolist() == [0] * 3


@pytest.mark.parametrize("seed", range(12))
def test_near_groups_never_join_what_is_not_near(seed: int) -> None:
    texts = corpus(random.Random(seed), 150)
    truth = brute(texts)
    for found in clusters(near_groups(texts)):
        assert any(found <= true for true in truth)


def test_near_groups_find_nearly_all_that_is_near() -> None:
    true, found = 0, 0
    for seed in range(12):
        texts = corpus(random.Random(seed), 150)
        true += sum(map(len, brute(texts)))
        found += int((near_groups(texts) >= 0).sum())
    assert true > 700
    assert found / true > 0.98


@pytest.mark.parametrize(("similarity", "share"), [(0.8, 0.95), (0.9, 0.995), (0.95, 1)])
def test_pairs_are_found_as_often_as_the_bands_promise(
    similarity: float, share: float
) -> None:
    rng = random.Random(7)
    shared = 36
    more = round(shared / similarity) - shared
    texts = []
    for _ in range(400):
        words = [f"w{rng.randrange(10**9)}" for _ in range(shared + 2)]
        tail = [f"w{rng.randrange(10**9)}" for _ in range(more)]
        texts += [" ".join(words), " ".join(words + tail)]
    assert (near_groups(texts) >= 0).mean() >= share


@pytest.mark.parametrize("seed", range(4))
def test_order_of_texts_is_of_no_account(seed: int) -> None:
    rng = random.Random(seed)
    texts = corpus(rng, 300)
    order = rng.sample(range(300), 300)
    for kind, shuffled in zip(
        groups(hashed(texts)), groups(hashed([texts[row] for row in order])), strict=True
    ):
        back = {frozenset(order[row] for row in rows) for rows in clusters(shuffled)}
        assert back == clusters(kind)


def test_clusters_are_numbered_from_0_without_holes() -> None:
    for kind in groups(hashed(corpus(random.Random(1), 400))):
        assert sorted(set(kind.tolist()) - {-1}) == list(range(kind.max() + 1))
        assert kind.dtype == np.int64


def test_more_texts_than_a_block() -> None:
    texts = [f"{POST} number {row % 5000}" for row in range(10_000)]
    exact = exact_groups(texts)
    assert (exact[:5000] == exact[5000:]).all()
    assert exact.max() == 4999
    assert (near_groups(texts) == 0).all()


def test_one_bucket_of_many_texts_that_are_not_near_is_not_compared_pairwise() -> None:
    texts = [
        f"station {row} says a number {row} and then {row} more words"
        for row in range(9000)
    ]
    assert near_groups(texts).max() == -1


def test_a_word_is_found_whole_and_in_any_case() -> None:
    texts = hashed(
        ["WE build", "weather", "I’m here", "", "see https://we.example", "web we"]
    )
    assert holding(texts, {"we", "i"}).tolist() == [True, False, True, False, False, True]
    assert holding(texts, set()).tolist() == [False] * 6
