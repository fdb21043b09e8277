"""The user's own benchmarks: read strictly, since a slip would judge wrongly in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from acctaudit.benchmarks import Benchmark, load, shipped
from acctaudit.errors import InputError
from acctaudit.options import Options

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {
    "metric": '"er_followers_per_post"',
    "value": '"0.05 %"',
    "year": "2024",
    "population": '"12 museums"',
    "source": '"our own survey"',
}


def written(folder: Path, *tables: dict[str, str], extra: str = "") -> Path:
    path = folder / "benchmarks.toml"
    lines = [
        "\n".join(["[[benchmark]]", *(f"{key} = {value}" for key, value in table.items())])
        for table in tables
    ]
    path.write_text("\n".join([extra, *lines]), "utf-8")
    return path


def refused(path: Path) -> str:
    with pytest.raises(InputError) as error:
        load(path)
    return str(error.value)


def test_a_benchmark_needs_five_things_and_may_say_more(tmp_path: Path) -> None:
    more = {
        "archetypes": '["community", "brand"]',
        "url": '"https://example.org"',
        "statistic": '"mean"',
        "min_followers": "300",
    }
    short, long = load(written(tmp_path, GOOD, GOOD | more))
    assert short == Benchmark(
        "er_followers_per_post",
        pytest.approx(0.0005),  # type: ignore[arg-type]  # it compares as a float
        2024,
        "12 museums",
        "our own survey",
        own=True,
    )
    assert (long.archetypes, long.statistic) == (("community", "brand"), "mean")
    assert (long.url, long.min_followers) == ("https://example.org", 300)


@pytest.mark.parametrize(
    ("metric", "value", "read"),
    [
        ("er_followers_per_post", "0.0005", 0.0005),
        ("er_impressions", '"1.58 %"', 0.0158),
        ("engagements_per_post", "12", 12),
        ("engagements_per_post", "1.5", 1.5),
    ],
)
def test_a_value_may_be_a_share_a_percentage_or_a_number(
    tmp_path: Path, metric: str, value: str, read: float
) -> None:
    table = GOOD | {"metric": f'"{metric}"', "value": value}
    assert load(written(tmp_path, table))[0].value == pytest.approx(read)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"metric": '"er_followers"'}, "did you mean 'er_followers_per_post'?"),
        ({"metric": '"engagement rate"'}, "unknown metric 'engagement rate'"),
        ({"metric": "3"}, "metric must be a text"),
        ({"yaer": "2024"}, "unknown key 'yaer': did you mean 'year'?"),
        ({"year": '"2024"'}, "year must be a whole number from 2006"),
        ({"year": "24"}, "year must be a whole number from 2006"),
        ({"year": "true"}, "year must be a whole number"),
        ({"archetypes": '["comunity"]'}, "did you mean 'community'?"),
        ({"archetypes": "[3]"}, "archetypes must be a list of texts"),
        ({"archetypes": "[]"}, "archetypes must be a list of texts"),
        ({"population": '" "'}, "population must be a text"),
        ({"min_followers": "-1"}, "min_followers must be a whole number"),
        ({"value": '"0.05"'}, 'such as "0.035 %"'),
        ({"value": '"0 %"'}, 'such as "0.035 %"'),
        ({"value": "0.05"}, '"0.05 %" or "5 %"'),
        ({"value": "0"}, "value must be a number above 0"),
        ({"value": "nan"}, "value must be a number above 0"),
        ({"value": "true"}, "value must be a number above 0"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_the_remedy(
    tmp_path: Path, change: dict[str, str], says: str
) -> None:
    message = refused(written(tmp_path, GOOD, GOOD | change))
    assert says in message
    assert "benchmarks.toml: benchmark 2: " in message
    assert "\n" not in message


@pytest.mark.parametrize("key", GOOD)
def test_what_is_missing_is_named(tmp_path: Path, key: str) -> None:
    table = {name: value for name, value in GOOD.items() if name != key}
    assert f"benchmark 1: {key} is missing" in refused(written(tmp_path, table))


def test_another_table_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, extra="[benchmarks]\nyear = 2024\n")
    assert "unknown key 'benchmarks': write [[benchmark]] tables" in refused(path)


@pytest.mark.parametrize("content", ["", "benchmark = 3", "benchmark = [1]"])
def test_a_file_without_benchmarks_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(content, "utf-8")
    assert "holds no benchmark" in refused(path)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "none.toml")
    broken = tmp_path / "broken.toml"
    broken.write_text("[[benchmark]\n", "utf-8")
    assert "no valid TOML" in refused(broken)
    broken.write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in refused(broken)


def test_the_file_is_looked_for_beside_the_settings_that_name_it(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    options = Options.of({"benchmarks": "benchmarks.toml"}, folder=tmp_path)
    assert [row.population for row in options.benchmarks] == ["12 museums"]


def test_a_benchmark_is_told_with_population_year_and_source() -> None:
    assert shipped()[0].sentence.replace("\xa0", " ") == (
        "0.035 % (median of 2,100 companies in 14 industries, 2022; Rival IQ benchmark"
        " report 2023, as quoted by secondary pages)"
    )
