"""Settings: where they come from, what holds before what, and every mistake in one line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from acctaudit.cli.report import command
from acctaudit.config import KEYS, Settings, nearest_file, resolve
from acctaudit.errors import InputError
from acctaudit.gate.data import Place
from acctaudit.intent import Archetype
from acctaudit.options import Kpi, Said

SAMPLES = Path(__file__).parents[1] / "samples"
CASE = str(SAMPLES / "strabag" / "partial.json")
EXCUSE = '[[suppress]]\npattern = "AA205"\nreason = "a holiday"\n'


def written(folder: Path, text: str, name: str = "acctaudit.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str, *named: str, **environ: str) -> Settings:
    """The settings of a folder whose file says that."""
    (folder / ".git").mkdir(exist_ok=True)
    written(folder, text)
    return resolve(folder, named, environ)


def test_every_key_reaches_the_options(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        'archetype = "ir"\ngoals = ["dialogue"]\nkpis = ["leads>=20", "likes"]\n'
        'claims = ["no-discussion", "large-audience=500"]\naudience = ["Engineer"]\n'
        'time_zone = "Europe/Vienna"\nscheduled = true\nextend_select = ["aa205"]\n'
        'ignore = ["AA6"]\nown_domains = ["example.com"]\n',
    )
    options = settings.options()
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
    assert settings.values["own_domains"] == ["example.com"]


def test_severities_and_thresholds_reach_the_options(tmp_path: Path) -> None:
    options = read(
        tmp_path,
        '[patterns.stop-and-go]\nseverity = "high"\nlongest-gap-days = 21\n'
        'chance_of_gap = "2 %"\n[patterns.AA301]\nseverity = "off"\n',
    ).options()
    assert options.severities == (("AA205", "high"),)
    assert options.limits == (
        ("AA205", (("longest_gap_days", 21), ("chance_of_gap", 0.02))),
    )
    assert options.ignore == ("AA301",)
    assert options.selects("AA205"), "it is judged on request, and this is the request"


def test_a_threshold_does_not_select_against_a_selection(tmp_path: Path) -> None:
    text = 'select = ["AA3"]\n[patterns.AA205]\nlongest_gap_days = 21\n'
    options = read(tmp_path, text).options()
    assert options.selects("AA301")
    assert not options.selects("AA205")


def test_the_gate_gets_its_policy_with_places(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        'fail-on = "medium"\nworse_by_percent = 5\nbaseline = "known.json"\n\n'
        "[patterns.AA205]\nlongest_gap_days = 21\n\n"
        '[[suppress]]\npattern = "stop-and-go"\nreason = "a"\nexpires = "2026-12-31"\n'
        'match = { from = 2026-07-01, to = "2026-08-15", account = "@one" }\n\n'
        '[[suppress]]\npattern = "aa2"\nreason = "b"\npermanent = true\n'
        '[suppress.match]\nabout = "12"\n\n'
        "[budget]\nposts_per_week = { min = 3 }\n"
        'conversation.reply_share = { max = "5 %", on = "value", severity = "low" }\n',
    )
    policy = settings.policy()
    assert (policy.fail_on, policy.worse_by) == ("medium", 5)
    assert settings.policy(fail_on="low").fail_on == "low"
    assert settings.baseline == tmp_path / "known.json"
    assert settings.history is None
    assert policy.place_of("AA205") == Place("acctaudit.toml", 6)
    assert policy.place == Place("acctaudit.toml", 1)
    first, second = policy.suppressions
    assert (first.pattern, first.reason, first.expires) == (
        "AA205",
        "a",
        date(2026, 12, 31),
    )
    assert (first.start, first.end) == (date(2026, 7, 1), date(2026, 8, 15))
    assert (first.account, first.place.line) == ("@one", 8)
    assert (second.pattern, second.expires, second.key) == ("AA2", None, "12")
    assert second.place.line == 14
    week, share = policy.budgets
    assert week.metric == "cadence.posts_per_week_export"
    assert (week.low, week.high, week.on, week.severity) == (3, None, "interval", "high")
    assert (share.metric, share.high) == ("conversation.reply_share", 0.05)
    assert (share.on, share.severity) == ("value", "low")
    assert (week.place.line, share.place.line) == (22, 23)


def test_without_a_file_the_place_is_the_export(tmp_path: Path) -> None:
    given = ("budget.posts_per_week.min=3",)
    export = tmp_path / "posts.json"
    policy = resolve(tmp_path, given, isolated=True).policy(exports=("-", str(export)))
    assert policy.place == policy.budgets[0].place == Place("posts.json", 1)


def test_a_place_is_relative_to_the_repository_and_outside_a_bare_name(
    tmp_path: Path,
) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    inner = tmp_path / "repo" / "inner"
    outside = written(tmp_path, "", "far.toml")
    path = written(tmp_path / "repo" / "set", "", "s.toml")
    inner.mkdir()
    places = [
        resolve(folder, (str(file),)).policy().place.path
        for folder, file in ((tmp_path / "repo", path), (inner, path), (inner, outside))
    ]
    assert places == ["set/s.toml", "set/s.toml", "far.toml"]


def test_a_place_below_the_root_is_told_from_the_root_on(tmp_path: Path) -> None:
    account = tmp_path / "repo" / "accounts" / "bakery"
    text = "[patterns.AA205]\nlongest_gap_days = 3\n[budget]\nposts_per_week.min = 1\n"
    written(account, text + EXCUSE + "permanent = true\n")

    def places(**environ: str) -> set[str]:
        policy = resolve(account, (), environ).policy(exports=("posts.json",))
        (budget,), (excuse,) = policy.budgets, policy.suppressions
        all_ = (policy.place_of("AA205"), policy.place, budget.place, excuse.place)
        return {place.path for place in all_}

    assert places() == {"acctaudit.toml"}, "without a repository"
    root = str(tmp_path / "repo")
    for ci in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        assert places(**{ci: root}) == {"accounts/bakery/acctaudit.toml"}
        assert places(**{ci: str(tmp_path / "else")}) == {"acctaudit.toml"}
        assert places(**{ci: ""}) == {"acctaudit.toml"}
    (tmp_path / "repo" / ".git").mkdir()
    assert places() == {"accounts/bakery/acctaudit.toml"}
    assert places(GITHUB_WORKSPACE=str(tmp_path)) == {"accounts/bakery/acctaudit.toml"}
    outside = resolve(tmp_path, (str(account / "acctaudit.toml"),)).policy().place
    assert outside.path == "accounts/bakery/acctaudit.toml", "of the file's own repository"
    written(account, "fail_on = 'hihg'")
    with pytest.raises(InputError, match=r"^acctaudit\.toml:1: "):
        places()


def test_the_place_of_an_export_is_told_from_the_root_on(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "accounts"
    folder.mkdir()
    policy = resolve(folder).policy(exports=(str(folder / "posts.json"),))
    assert policy.place == Place("accounts/posts.json", 1)


def test_files_are_beside_the_file_that_names_them_down_a_chain(tmp_path: Path) -> None:
    written(tmp_path / "a", 'baseline = "k.json"\nhistory = "h.db"\n', "base.toml")
    written(tmp_path / "a" / "b", 'extend = "../base.toml"\n', "mid.toml")
    written(tmp_path / "c", 'extend = "../a/b/mid.toml"\n')
    for folder in (tmp_path / "c", tmp_path):
        settings = resolve(folder, (str(tmp_path / "c" / "acctaudit.toml"),))
        assert settings.baseline is not None
        assert settings.baseline.resolve() == tmp_path / "a" / "k.json"
        assert Path(settings.history or "").resolve() == tmp_path / "a" / "h.db"


def test_the_nearest_file_of_the_repository_counts(tmp_path: Path) -> None:
    written(tmp_path, "")
    root, deep = tmp_path / "repo", tmp_path / "repo" / "a" / "b"
    deep.mkdir(parents=True)
    (root / ".git").write_text("gitdir: elsewhere")
    written(deep, "[tool.other]\n", "pyproject.toml")
    assert nearest_file(deep) is None, "what lies above the repository does not count"
    project = written(root, "[tool.acctaudit]\nfail_on = 'low'\n", "pyproject.toml")
    assert nearest_file(deep) == project
    assert resolve(deep).values["fail_on"] == "low"
    hidden = written(root / "a", "", ".acctaudit.toml")
    assert nearest_file(deep) == hidden
    plain = written(root / "a", "")
    assert nearest_file(deep) == plain


def test_a_broken_project_file_of_others_is_not_our_matter(tmp_path: Path) -> None:
    ours = written(tmp_path, "")
    written(tmp_path / "a", "[tool.", "pyproject.toml")
    assert nearest_file(tmp_path / "a") == ours
    written(tmp_path / "a", "[tool.acctaudit]\nx = [", "pyproject.toml")
    with pytest.raises(InputError, match="no valid TOML"):
        nearest_file(tmp_path / "a")


def test_what_holds_before_what(tmp_path: Path) -> None:
    written(
        tmp_path, 'fail_on = "medium"\naudience = ["base"]\nkpis = ["base"]\n', "b.toml"
    )
    file = 'extend = "b.toml"\npreset = "brand"\naudience = ["file"]\n'
    named, environ = ("goals=traffic,leads", "ignore=AA5"), {
        "ACCTAUDIT_TIME_ZONE": "Europe/Vienna",
        "ACCTAUDIT_GOALS": "news",
        "ACCTAUDIT_SCHEDULED": "true",
        "ACCTAUDIT_WORSE_BY_PERCENT": "2.5",
        "ACCTAUDIT_KPIS": "",
    }  # fmt: skip
    written(tmp_path, file)
    given = {"ignore": ("ignore", ("AA6",)), "goal": ("goals", ("",))}
    settings = resolve(tmp_path, named, environ, given=given)
    assert settings.origins | {} == {
        **{key: "preset brand" for key in settings.origins if key.startswith("patterns")},
        "archetype": "preset brand",
        "extend_select": "preset brand",
        "fail_on": "b.toml:1",
        "kpis": "b.toml:3",
        "extend": "acctaudit.toml:1",
        "preset": "acctaudit.toml:2",
        "audience": "acctaudit.toml:3",
        "time_zone": "ACCTAUDIT_TIME_ZONE",
        "scheduled": "ACCTAUDIT_SCHEDULED",
        "worse_by_percent": "ACCTAUDIT_WORSE_BY_PERCENT",
        "goals": "--config",
        "ignore": "--ignore",
    }
    values = settings.values
    assert (values["fail_on"], values["kpis"]) == ("medium", ["base"])
    assert values["audience"] == ["file"]
    assert values["goals"] == ["traffic", "leads"]
    assert values["ignore"] == ["AA6"]
    assert (values["scheduled"], values["worse_by_percent"]) == (True, 2.5)


def test_the_strongest_preset_counts(tmp_path: Path) -> None:
    settings = read(tmp_path, 'preset = "brand"\n', ACCTAUDIT_PRESET="newsroom")
    assert settings.values["archetype"] == "news"


def test_tables_are_merged_key_by_key_and_lists_replaced(tmp_path: Path) -> None:
    base = (
        '[patterns.AA205]\nseverity = "low"\nlongest_gap_days = 40\n'
        "[budget]\nposts_per_week = { min = 3 }\n" + EXCUSE + "expires = 2026-01-01\n"
    )
    (tmp_path / "a").mkdir()
    written(tmp_path / "a", 'benchmarks = "../own.toml"\nbaseline = "k.json"\n' + base)
    own = '[[benchmark]]\nmetric="er_impressions"\nvalue="1 %"\nyear=2020\n'
    written(tmp_path, own + 'population="p"\nsource="s"\n', "own.toml")
    settings = read(
        tmp_path,
        'extend = "a/acctaudit.toml"\n[patterns.stop-and-go]\nlongest_gap_days = 21\n'
        "[budget]\ncadence.posts_per_week_export = { max = 9 }\n"
        '[[suppress]]\npattern = "AA3"\nreason = "b"\npermanent = true\n',
    )
    assert settings.values["patterns"] == {
        "AA205": {"severity": "low", "longest_gap_days": 21}
    }
    (budget,) = settings.policy().budgets
    assert (budget.low, budget.high) == (3, 9)
    assert budget.place == Place("a/acctaudit.toml", 7)
    assert [row.pattern for row in settings.policy().suppressions] == ["AA3"]
    assert settings.baseline == tmp_path / "a" / "k.json", "beside the file that says it"
    assert [found.year for found in settings.options().benchmarks] == [2020]


def test_isolated_reads_no_file_but_the_environment(tmp_path: Path) -> None:
    written(tmp_path, 'fail_on = "low"\ngoals = ["news"]\n')
    environ = {"ACCTAUDIT_FAIL_ON": "never", "ACCTAUDIT_CONFIG": "acctaudit.toml"}
    settings = resolve(tmp_path, (), environ, isolated=True)
    assert (settings.values["fail_on"], settings.values["goals"]) == ("never", [])
    assert settings.path is None


def test_the_environment_names_a_file_and_the_command_line_another(tmp_path: Path) -> None:
    written(tmp_path, 'fail_on = "low"\n')
    written(tmp_path, 'fail_on = "info"\n', "e.toml")
    named = str(written(tmp_path, 'fail_on = "never"\n', "c=d.toml"))
    environ = {"ACCTAUDIT_CONFIG": "e.toml", "ACCTAUDIT_DEBUG": "1"}
    assert resolve(tmp_path, (), environ).values["fail_on"] == "info"
    assert resolve(tmp_path, (named,), environ).values["fail_on"] == "never"


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
    written(tmp_path, 'archetype = "ir"\n')
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(command, [CASE, "-f", "json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["intent"]["archetype"] == "ir"
    assert "settings from acctaudit.toml" in done.stderr
    alone = CliRunner().invoke(command, [CASE, "-f", "json", "--isolated"])
    assert json.loads(alone.stdout)["intent"]["archetype"] == "brand"
    assert "settings from" not in alone.stderr


def test_a_typed_name_that_does_not_exist_is_answered_with_one_that_does() -> None:
    done = CliRunner().invoke(command, [CASE, "--claim", "no-discusion"])
    assert done.exit_code != 0
    assert "--claim: claims: " in str(done.exception)
    assert "did you mean 'no-discussion'?" in str(done.exception)


def test_own_domains_come_from_the_file_too(tmp_path: Path) -> None:
    path = written(tmp_path, 'own_domains = ["other.example"]\n')
    case = str(SAMPLES / "brand.json")
    args = [case, "--config", str(path), "-f", "json"]
    found = json.loads(CliRunner().invoke(command, args).stdout)
    plain = json.loads(CliRunner().invoke(command, [case, "-f", "json"]).stdout)
    own = [doc["metrics"]["content"]["own_links"]["value"] for doc in (found, plain)]
    assert own[0] == 0 < own[1]


def test_a_threshold_of_the_file_decides_and_says_whose_it_is(tmp_path: Path) -> None:
    case = str(SAMPLES / "brand.json")
    args = [case, "-f", "json", "--isolated"]
    given = ["--config", "patterns.AA201.silent_days=4000", "--select", "AA201"]
    report = json.loads(CliRunner().invoke(command, [*args, *given]).stdout)
    (found,) = report["patterns"]
    (sign,) = (sign for sign in found["signs"] if sign["name"] == "silent_days")
    assert sign["limit"] == 4000
    assert "whoever configured this audit" in sign["basis"]["text"]


def test_every_option_of_a_declaration_is_a_key() -> None:
    options = {parameter.name for parameter in command.params}
    assert {"goals", "select", "extend_select", "own_domains"} <= options & set(KEYS)
