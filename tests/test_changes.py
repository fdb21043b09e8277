"""Change points: against a brute-force optimum, ruptures, and simulated lives."""

from __future__ import annotations

import subprocess
import sys
import time
import warnings
from functools import cache
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest

from acctaudit.stats.changes import change_points, noise, segments

SEEDS = range(30)


def cost(x: np.ndarray, cuts: tuple[int, ...], penalty: float) -> float:
    parts = pairwise((0, *cuts, len(x)))
    errors = sum(float(((x[a:b] - x[a:b].mean()) ** 2).sum()) for a, b in parts)
    return errors + penalty * len(cuts)


def fits(cuts: tuple[int, ...], n: int, least: int) -> bool:
    return all(b - a >= least for a, b in pairwise((0, *cuts, n)))


@pytest.mark.parametrize("least", [1, 2, 4])
@pytest.mark.parametrize("seed", range(12))
def test_no_cutting_of_a_short_series_is_cheaper(seed: int, least: int) -> None:
    r = np.random.default_rng(seed)
    n = int(r.integers(8, 15))
    x = r.normal(size=n) + 3 * (np.arange(n) // 5 % 2)
    penalty = float(r.uniform(0.5, 6))
    ways = [
        cuts
        for k in range(n // least)
        for cuts in combinations(range(1, n), k)
        if fits(cuts, n, least)
    ]
    found = tuple(segments(x, penalty, least))
    assert fits(found, n, least)
    assert cost(x, found, penalty) == pytest.approx(
        min(cost(x, cuts, penalty) for cuts in ways), abs=1e-9
    )


@cache
def ruptures() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import ruptures as found
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_it_cuts_where_ruptures_does(seed: int) -> None:
    r = np.random.default_rng(seed)
    n = int(r.integers(26, 900))
    x = r.normal(size=n) + r.normal(0, 2, n // 20 + 1)[np.arange(n) // 20]
    penalty = float(r.uniform(2, 40))
    kernel = ruptures().KernelCPD(kernel="linear", min_size=4)
    assert segments(x, penalty) == kernel.fit(x).predict(pen=penalty)[:-1]


def steady(kind: str, rate: float, n: int, r: np.random.Generator) -> np.ndarray:
    if kind == "even":
        return r.poisson(rate, n)
    if kind == "uneven":  # negative binomial, its variance one and a half times its mean
        return r.negative_binomial(2 * rate, 2 / 3, n)
    clumps = r.poisson(rate / 2, n)
    return np.array([r.geometric(0.5, k).sum() if k else 0 for k in clumps])


@pytest.mark.parametrize("kind", ["even", "uneven", "clumps"])
@pytest.mark.parametrize("rate", [0.5, 2.0, 10.0, 50.0, 200.0])
def test_a_steady_account_has_no_change(kind: str, rate: float) -> None:
    r = np.random.default_rng(11)
    lengths = (26, 40, 52, 78, 104, 156, 260, 520)
    lives = [steady(kind, rate, n, r) for n in lengths for _ in range(25)]
    assert sum(bool(change_points(life)) for life in lives) <= 0.01 * len(lives) + 2


LIVES = [
    pytest.param([(10, 52), (5, 52)], 4, 0.9, id="halved"),
    pytest.param([(10, 52), (0, 26)], 1, 0.97, id="stopped"),
    pytest.param([(10, 52), (30, 8), (10, 52)], 2, 0.97, id="surge-of-eight-weeks"),
    pytest.param([(10, 52), (0, 26), (8, 52)], 1, 0.97, id="revived"),
    pytest.param([(100, 30), (50, 30), (200, 30), (0, 5)], 1, 0.97, id="big"),
]


@pytest.mark.parametrize(("parts", "tolerance", "share"), LIVES)
def test_what_happened_is_found_in_its_week(
    parts: list[tuple[float, int]], tolerance: int, share: float
) -> None:
    r = np.random.default_rng(7)
    true = np.cumsum([weeks for _, weeks in parts])[:-1]
    found = 0
    for _ in SEEDS:
        places = change_points(np.concatenate([r.poisson(*part) for part in parts]))
        found += len(places) == len(true) and bool(
            (np.abs(np.array(places) - true) <= tolerance).all()
        )
    assert found >= share * len(SEEDS)


def test_two_busy_weeks_are_no_change() -> None:
    weeks = np.full(60, 9)
    weeks[30:32] = 40
    assert change_points(weeks) == []


def test_a_part_is_no_shorter_than_four_weeks() -> None:
    weeks = np.r_[np.full(30, 4), np.full(5, 60), np.full(30, 4)]
    assert change_points(weeks) == [30, 35]
    assert all(b - a >= 4 for a, b in pairwise((0, *change_points([90, *weeks]), 66)))


@pytest.mark.parametrize("weeks", [[], [3], [0] * 7, [0] * 300, [5] * 26])
def test_too_short_or_all_alike_has_none(weeks: list[int]) -> None:
    assert change_points(weeks) == []


def test_noise_is_hardly_larger_where_the_level_changes() -> None:
    r = np.random.default_rng(3)
    still = r.normal(0, 2, 200)
    assert noise(still) == pytest.approx(4, rel=0.35)
    assert noise(still + 20 * (np.arange(200) >= 90)) == pytest.approx(4, rel=0.5)


def test_the_order_of_time_does_not_matter() -> None:
    weeks = np.random.default_rng(4).poisson(np.repeat([12, 3, 9], 40))
    turned = [len(weeks) - place for place in change_points(weeks[::-1])][::-1]
    assert change_points(weeks) == turned


def test_a_life_of_900_weeks_takes_milliseconds() -> None:
    weeks = np.random.default_rng(5).poisson(np.repeat([40, 4, 20, 0, 9, 30], 150))
    change_points(weeks)
    begun = time.process_time()
    for _ in range(5):
        change_points(weeks)
    assert (time.process_time() - begun) / 5 < 0.05


def test_neither_scipy_nor_ruptures_is_loaded() -> None:
    check = (
        "import sys; from acctaudit.stats import changes;"
        "changes.change_points([1, 9] * 20);"
        "print(sorted({'scipy', 'ruptures'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"
