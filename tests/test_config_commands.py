"""`config`, `init`, presets and the JSON Schema: what they print is true of each other."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from acctaudit.cli import config, init, schema
from acctaudit.config import KEYS, Settings, resolve
from acctaudit.config.keys import TABLES
from acctaudit.config.lines import line_of, lines
from acctaudit.config.metrics import metric_id, metrics, names
from acctaudit.config.presets import about, presets
from acctaudit.config.schema import json_schema
from acctaudit.gate.data import Check, Place
from acctaudit.patterns import patterns

ROOT = Path(__file__).parents[1]
VALID = Draft202012Validator(json_schema())
FULL = r"""
extend = "base.toml"
preset = "investor-relations"
kpis = ["leads>=20", "a \"quote\" \\ \u0007 é 😀 \u202e"]
baseline = "known.json"
history = "postgresql://ann@host/db?sslmode=require"
scheduled = true
worse_by_percent = 12.5

[patterns.stop-and-go]
longest_gap_days = 21
chance_of_gap = "2 %"

[patterns.AA504]
severity = "off"

[budget]
posts_per_week = { min = 3 }
reply_share = { min = "5 %", max = 0.9, on = "value", severity = "low" }

[[suppress]]
pattern = "AA205"
reason = "Agency hand-over"
expires = 2026-12-31
match = { from = 2026-07-01, account = "one" }

[[suppress]]
pattern = "budget:posts_per_week"
reason = "summer"
permanent = true
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which one stands, with nothing in the environment."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: Any, *args: str, text: str | None = None) -> Result:
    return CliRunner().invoke(command, args, input=text)


def as_json(text: str) -> Any:
    """What a TOML text says, days as texts, as an editor's schema sees it."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


def gist(settings: Settings) -> Any:
    """Everything that an audit and its gate go by, places aside."""
    policy = settings.policy()
    budgets = [replace(item, place=Place("")) for item in policy.budgets]
    excuses = [replace(item, place=Place("")) for item in policy.suppressions]
    rest = (policy.fail_on, policy.worse_by, settings.baseline, settings.history)
    single = {key: settings.values[key] for key in KEYS if key not in (*TABLES, "extend")}
    return settings.options(), budgets, excuses, rest, single


def test_resolved_gives_the_same_settings_again(folder: Path) -> None:
    (folder / "base.toml").write_text('time_zone = "Europe/Vienna"\nfail_on = "low"\n')
    path = folder / "acctaudit.toml"
    path.write_text(FULL, encoding="utf-8")
    before = gist(resolve(folder))
    done = run(config.command, "--resolved")
    assert done.exit_code == 0, done.output
    assert 'time_zone = "Europe/Vienna"  # base.toml:1\n' in done.stdout
    assert 'archetype = "ir"  # preset investor-relations\n' in done.stdout
    assert "longest_gap_days = 21  # acctaudit.toml:11\n" in done.stdout
    assert "# min_intervals = 50  # default\n" in done.stdout
    assert "\u202e" not in done.stdout
    path.write_text(done.stdout, encoding="utf-8")
    assert gist(resolve(folder)) == before
    assert VALID.is_valid(as_json(done.stdout))
    again = run(config.command, "--resolved").stdout
    assert tomllib.loads(again) == tomllib.loads(done.stdout)


def test_resolved_as_json_has_value_and_origin_of_everything(folder: Path) -> None:
    (folder / "acctaudit.toml").write_text('\n[patterns.AA205]\nseverity = "high"\n')
    args = ("--resolved", "--format", "json", "--config", "fail_on=low")
    found = json.loads(run(config.command, *args).stdout)
    assert found["fail_on"] == {"value": "low", "origin": "--config"}
    assert found["goals"] == {"value": [], "origin": "default"}
    high = {"value": "high", "origin": "acctaudit.toml:3"}
    assert found["patterns.AA205.severity"] == high
    for pattern in patterns():
        for name, (limit, _) in pattern.signs().items():
            default = {"value": limit, "origin": "default"}
            assert found[f"patterns.{pattern.code}.{name}"] == default


@pytest.mark.parametrize("form", ["toml", "json"])
@pytest.mark.parametrize("source", ["variable", "file", "--config"])
def test_resolved_never_shows_a_password(
    folder: Path, monkeypatch: pytest.MonkeyPatch, form: str, source: str
) -> None:
    url = "postgresql://bob:s3cret@h/db?sslmode=require"
    args = ["--resolved", "-f", form]
    if source == "variable":
        monkeypatch.setenv("ACCTAUDIT_HISTORY", f" {url}")
    elif source == "file":
        (folder / "acctaudit.toml").write_text(f'history = "{url} "\n')
    else:
        args += ["--config", f"history={url}"]
    done = run(config.command, *args)
    assert done.exit_code == 0, done.output
    assert '"postgresql://bob@h/db?sslmode=require"' in done.output
    assert "s3cret" not in done.output


def test_config_says_which_file_and_what_it_can_hold(folder: Path) -> None:
    assert run(config.command).stdout.startswith("no settings file: there is no acctaudit")
    (folder / "acctaudit.toml").write_text("")
    done = run(config.command)
    assert done.stdout.startswith("settings from acctaudit.toml\n")
    for key in KEYS:
        assert f"\n  {key} " in done.stdout
    assert "add --resolved" in str(run(config.command, "-f", "json").exception)


def test_config_needs_no_pandas_where_nothing_of_patterns_is_said(folder: Path) -> None:
    (folder / "acctaudit.toml").write_text('goals = ["news"]\n')
    code = (
        "import sys; from acctaudit.cli.config import command;"
        "command.main([], standalone_mode=False);"
        "sys.exit('pandas' in sys.modules or 'acctaudit.patterns' in sys.modules)"
    )
    environ = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, env=environ, capture_output=True
    )
    assert done.returncode == 0, done.stderr


GIVEN = (
    *("--preset", "brand", "--goal", "dialogue", "--goal", "traffic"),
    *("--audience", 'say "hi"', "--own-domain", "example.com"),
    *("--time-zone", "Europe/Vienna", "--fail-on", "medium"),
)


def test_init_writes_what_was_given_and_it_resolves(folder: Path) -> None:
    done = run(init.command, *GIVEN)
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    text = (folder / "acctaudit.toml").read_text(encoding="utf-8")
    values = resolve(folder).values
    assert (values["preset"], values["archetype"]) == ("brand", "brand")
    assert values["goals"] == ["dialogue", "traffic"]
    assert values["audience"] == ['say "hi"']
    assert values["own_domains"] == ["example.com"]
    assert (values["time_zone"], values["fail_on"]) == ("Europe/Vienna", "medium")
    assert VALID.is_valid(as_json(text))
    for key in set(KEYS) - {"extend", "patterns", "budget", "suppress"}:
        assert re.search(rf"^(# )?{key} = ", text, re.MULTILINE)


def test_all_that_init_leaves_as_a_comment_is_right(folder: Path) -> None:
    assert run(init.command, "--yes").exit_code == 0
    text = (folder / "acctaudit.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    (folder / "benchmarks.toml").write_text(
        '[[benchmark]]\nmetric="er_impressions"\nvalue="1 %"\nyear=2020\npopulation="p"\n'
        'source="s"\n'
    )
    live = re.sub(r"^# (?=\w+ = |\[)", "", text, flags=re.MULTILINE)
    (folder / "acctaudit.toml").write_text(live, encoding="utf-8")
    settings = resolve(folder)
    assert settings.values["kpis"] == ["leads>=20", "likes"]
    assert len(settings.policy().suppressions) == 1
    assert VALID.is_valid(as_json(live))


def test_init_never_replaces_a_file_unless_forced(folder: Path) -> None:
    path = folder / "acctaudit.toml"
    path.write_text("# mine\n")
    done = run(init.command, "--yes")
    assert str(done.exception) == (
        "acctaudit.toml: is there already; add --force to replace it"
    )
    assert path.read_text() == "# mine\n"
    assert run(init.command, "--yes", "--force").exit_code == 0
    assert path.read_text() != "# mine\n"


def test_init_leaves_the_file_of_the_project_alone(folder: Path) -> None:
    path = folder / "pyproject.toml"
    path.write_text("[project]\n")
    done = run(init.command, "--yes", "--force", "-o", "pyproject.toml")
    assert str(done.exception) == (
        "pyproject.toml: belongs to the project; write acctaudit.toml beside it"
    )
    assert path.read_text() == "[project]\n"


def test_init_names_the_option_for_a_file_that_is_not_looked_for(folder: Path) -> None:
    done = run(init.command, "--yes", "-o", "brand.toml")
    assert "acctaudit config --resolved --config brand.toml" in done.stderr
    assert (folder / "brand.toml").exists()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "init asks its questions on a terminal: give options, and --yes"),
        (("--goal", "news"), "init asks its questions on a terminal"),
        (("--yes", "--goal", "dialog"), "did you mean 'dialogue'?"),
        (("--yes", "--preset", "brnd"), "did you mean 'brand'?"),
        (("--yes", "--time-zone", "Wien"), "unknown time zone 'Wien'"),
        (("--yes", "--fail-on", "hihg"), "did you mean 'high'?"),
    ],
)
def test_init_answers_a_mistake_in_one_line_and_writes_nothing(
    folder: Path, args: tuple[str, ...], message: str
) -> None:
    done = run(init.command, *args)
    assert message in str(done.exception)
    assert "\n" not in str(done.exception)
    assert not (folder / "acctaudit.toml").exists()


def test_init_asks_on_a_terminal_and_asks_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("acctaudit.cli.init.is_terminal", lambda: True)
    answers = ["brnd", "brand", "dialogue, news", "", "example.com,b.example", "none", ""]
    done = run(init.command, text="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "did you mean 'brand'?" in done.output
    values = resolve(folder).values
    assert values["preset"] == "brand"
    assert values["goals"] == ["dialogue", "news"]
    assert values["own_domains"] == ["example.com", "b.example"]
    assert (values["audience"], values["time_zone"]) == ([], None)
    assert values["fail_on"] == "high"


@pytest.mark.parametrize("name", presets())
def test_a_preset_loads_and_gives_a_reason_for_every_line(folder: Path, name: str) -> None:
    settings = resolve(folder, (f"preset={name}",))
    assert settings.values["preset"] == name
    assert about(name).endswith(".")
    told = {origin for key, origin in settings.origins.items() if key != "preset"}
    assert told == {f"preset {name}"}
    settings.policy()
    settings.options()
    assert VALID.is_valid(as_json(presets()[name]))
    assert (
        not {"extend", "preset", "baseline", "history"}
        & tomllib.loads(presets()[name]).keys()
    )
    rows = presets()[name].splitlines()
    for before, row in pairwise(rows):
        if " = " in row and not row.startswith("#"):
            assert before.startswith("# "), row


def test_a_preset_changes_what_the_gate_goes_by(folder: Path) -> None:
    assert resolve(folder, ("preset=research",)).policy().fail_on == "never"
    care = resolve(folder, ("preset=customer-care",)).options()
    assert dict(care.limits)["AA303"] == (
        ("max_response_rate", 0.6),
        ("max_opening_rate", 0.6),
    )


def docs() -> list[str]:
    pages = [ROOT / "docs" / name for name in ("configuration.md", "declaring.md")]
    blocks = [
        block.split("```")[0]
        for page in pages
        for block in page.read_text(encoding="utf-8").split("```toml\n")[1:]
    ]
    return [block for block in blocks if "[[benchmark]]" not in block]


@pytest.mark.parametrize("text", docs())
def test_every_example_of_the_docs_is_right(folder: Path, text: str) -> None:
    root = folder / "repo"
    root.mkdir()
    (folder / "base.toml").write_text("")
    (root / "benchmarks.toml").write_text(
        '[[benchmark]]\nmetric="er_impressions"\nvalue="1 %"\nyear=2020\npopulation="p"\n'
        'source="s"\n'
    )
    (root / "acctaudit.toml").write_text(text, encoding="utf-8")
    settings = resolve(root)
    settings.options()
    settings.policy()
    assert settings.entries
    assert VALID.is_valid(as_json(text)), list(VALID.iter_errors(as_json(text)))


@pytest.mark.parametrize(
    "text",
    [
        "archtype = 'ir'",
        "fail_on = 'hihg'",
        "worse-by-percent = -1",
        "[patterns.AA999]",
        "[patterns.AA205]\nlongest_gap = 3",
        "[patterns.AA205]\nlongest-gap-days = 'x'",
        "[patterns.AA205]\nchance_of_gap = 5",
        "[patterns.AA205]\nchance_of_gap = '5'",
        "[budget]\nx = { min = 3 }",
        "[budget]\ncadence.x = { min = 3 }",
        "[budget]\nreply_share = { min = 5 }",
        "[[suppress]]\npattern = 'AA205'\nreason = 'a'",
        "[[suppress]]\npattern = 'AA205'\nreason = ' '\npermanent = true",
        "suppress = [{ pattern = 'A', reason = 'a', permanent = true, expires = '2026' }]",
    ],
)
def test_the_schema_refuses_what_is_refused(text: str) -> None:
    assert not VALID.is_valid(as_json(text))


def test_the_schemas_are_valid_and_printed() -> None:
    for name, made in (("config", json_schema()), ("check", Check.json_schema())):
        Draft202012Validator.check_schema(made)
        assert json.loads(run(schema.command, name).stdout) == made
        shipped = (ROOT / "acctaudit" / "schemas" / f"{name}-1.json").read_text("utf-8")
        assert set(json.loads(shipped)) == set(made)


def test_ids_of_metrics_are_those_of_the_report_and_unambiguous() -> None:
    path = ROOT / "samples" / "brand.json"
    code = ["-m", "acctaudit", "report", str(path), "-f", "json", "--isolated"]
    done = subprocess.run(
        [sys.executable, *code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    report = json.loads(done.stdout)["metrics"]
    for full in metrics():
        analyzer, _, name = full.partition(".")
        value = report[analyzer][name]["value"]
        assert value is None or isinstance(value, int | float)
    assert metric_id("posts_per_week") == "cadence.posts_per_week_export"
    assert metric_id("cadence.longest-gap-days") == "cadence.longest_gap_days"
    assert set(names().values()) <= set(metrics())


def test_lines_are_found_in_every_way_of_writing_a_key() -> None:
    text = (
        '# one\na = """\nb = 1\n"""\n"c d".e = [\n  "x", # ]\n  "]",\n]\r\n'
        "[f . 'g']\nh = { i = 1 }\n[[j]]\nk = '''\n[m]'''\n[[j]]\n[j.n]\no = 1\n"
    )
    found = lines(text)
    assert tomllib.loads(text)["j"][1]["n"] == {"o": 1}
    assert found == {
        ("a",): 2,
        ("c d", "e"): 5,
        ("f", "g"): 9,
        ("f", "g", "h"): 10,
        ("j", 0): 11,
        ("j", 0, "k"): 12,
        ("j", 1): 14,
        ("j", 1, "n"): 15,
        ("j", 1, "n", "o"): 16,
    }
    assert line_of(found, ("f", "g", "h", "i")) == 10
    assert line_of(found, ("z",)) == 1


def test_the_presets_are_in_the_wheel() -> None:
    setup = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    assert "\n    data/presets/*.toml\n" in setup
