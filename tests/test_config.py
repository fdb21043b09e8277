"""`acctaudit.toml`: what it may say, and what every mistake in it is answered with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from acctaudit.cli.report import command
from acctaudit.config import KEYS, load, nearest_file
from acctaudit.errors import InputError
from acctaudit.intent import Archetype
from acctaudit.options import Kpi, Options, Said

SAMPLES = Path(__file__).parents[1] / "samples"
CASE = str(SAMPLES / "strabag" / "partial.json")


def written(folder: Path, text: str) -> Path:
    path = folder / "acctaudit.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_reaches_the_options(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        'archetype = "ir"\ngoals = ["dialogue"]\nkpis = ["leads>=20", "likes"]\n'
        'claims = ["no-discussion", "large-audience=500"]\naudience = ["Engineer"]\n'
        'time_zone = "Europe/Vienna"\nscheduled = true\nextend_select = ["aa205"]\n'
        'ignore = ["AA6"]\nown_domains = ["example.com"]\n',
    )
    options = Options.of(load(path).values)
    assert options.archetype is Archetype.IR
    assert options.goals == ("dialogue",)
    assert options.kpis == (Kpi("leads", 20.0), Kpi("likes"))
    assert options.claims == (Said("no-discussion"), Said("large-audience", 500))
    assert options.audience == ("engineer",)
    assert options.time_zone == "Europe/Vienna"
    assert options.scheduled
    assert options.selects("AA205")
    assert options.ignores("AA601")
    assert not options.ignores("AA201")


def test_the_nearest_file_upward_counts(tmp_path: Path) -> None:
    outer = written(tmp_path, "")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert nearest_file(deep) == outer
    inner = written(tmp_path / "a", "")
    assert nearest_file(deep) == inner


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('archtype = "ir"', "unknown key 'archtype': did you mean 'archetype'?"),
        ("goals = 3", "goals must be a list of texts"),
        ('scheduled = "yes"', "scheduled must be true or false"),
        ("goals = [1]", "goals must be a list of texts"),
        ("goals = [", "no valid TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InputError, match=str(tmp_path)) as caught:
        load(path)
    assert message in str(caught.value)


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "no.toml")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"archetype": "brnd"}, "unknown archetype 'brnd': did you mean 'brand'?"),
        ({"goals": ["dialog"]}, "unknown goal 'dialog': did you mean 'dialogue'?"),
        ({"claims": ["no discussion!"]}, "see `acctaudit claims`"),
        ({"kpis": ["leads>20"]}, "name>=target"),
        ({"time_zone": "Europe/Wien"}, "unknown time zone 'Europe/Wien'"),
        ({"extend_select": ["megaphone"]}, "is no code of a pattern"),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_one(
    given: dict[str, list[str] | str], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        Options.of(given)
    assert message in str(caught.value)


def test_what_is_typed_replaces_what_the_file_says(tmp_path: Path) -> None:
    path = written(tmp_path, 'archetype = "ir"\ngoals = ["dialogue"]\n')
    args = [CASE, "--config", str(path), "--archetype", "b2b", "-f", "json"]
    done = CliRunner().invoke(command, args)
    assert done.exit_code == 0, done.output
    intent = json.loads(done.stdout)["intent"]
    assert (intent["archetype"], intent["goals"]) == ("b2b", ["dialogue"])


def test_the_file_of_the_folder_is_used_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, 'archetype = "ir"\n')
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command, [CASE, "-f", "json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["intent"]["archetype"] == "ir"
    assert str(path) in done.stderr


def test_a_wrong_name_in_the_file_is_answered_with_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, 'archetype = "irr"\n')
    done = CliRunner().invoke(command, [CASE, "--config", str(path)])
    assert done.exit_code != 0
    assert str(path) in str(done.exception)
    assert "did you mean 'ir'?" in str(done.exception)


def test_a_claim_that_does_not_exist_is_answered_with_one_that_does() -> None:
    done = CliRunner().invoke(command, [CASE, "--claim", "no-discusion"])
    assert done.exit_code != 0
    assert "did you mean 'no-discussion'?" in str(done.exception)


def test_own_domains_come_from_the_file_too(tmp_path: Path) -> None:
    path = written(tmp_path, 'own_domains = ["other.example"]\n')
    case = str(SAMPLES / "brand.json")
    args = [case, "--config", str(path), "-f", "json"]
    found = json.loads(CliRunner().invoke(command, args).stdout)
    plain = json.loads(CliRunner().invoke(command, [case, "-f", "json"]).stdout)
    own = [doc["metrics"]["content"]["own_links"]["value"] for doc in (found, plain)]
    assert own[0] == 0 < own[1]


def test_every_key_of_the_file_is_an_option_or_says_why_not() -> None:
    options = {parameter.name for parameter in command.params} | {"scheduled"}
    assert set(KEYS) <= options
