"""Every mistake in the settings is answered in one line: file, line, key and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_config import EXCUSE, read, written

from acctaudit.config import resolve
from acctaudit.errors import InputError
from acctaudit.options import Options

if TYPE_CHECKING:
    from pathlib import Path


def fault(folder: Path, text: str, *named: str, **environ: str) -> str:
    """What is said of a mistake, without the name of the folder; always one line."""
    with pytest.raises(InputError) as caught:
        read(folder, text, *named, **environ)
    message = str(caught.value)
    assert "\n" not in message
    return message.replace(f"{folder}/", "")


MISTAKES = [
    ('\narchtype = "ir"', "2: unknown key 'archtype': did you mean 'archetype'?"),
    ("goals = 3", "1: goals: must be a list of texts, each one of dialogue"),
    ("goals = [1]", "1: goals: must be a list of texts"),
    ('kpis = [""]', "1: kpis: must be a list of texts, none of them empty"),
    ('goals = ["dialog"]', "1: goals: unknown goal 'dialog': did you mean 'dialogue'?"),
    ('scheduled = "yes"', "1: scheduled: must be true or false"),
    ("goals = [", "1: no valid TOML ("),
    ('x = "', "1: no valid TOML ("),
    ('baseline = ""', "1: baseline: must be the name of a file"),
    ('fail_on = "hihg"', "1: fail_on: unknown severity 'hihg': did you mean 'high'?"),
    ('fail-on = "low"\nfail_on = "low"', "2: fail_on: is written twice; delete one"),
    ("worse_by_percent = -1", "1: worse_by_percent: must be a number from 0 up"),
    ("worse_by_percent = nan", "1: worse_by_percent: must be a number from 0 up"),
    ('worse_by_percent = "9"', "1: worse_by_percent: must be a number from 0 up"),
    ('time_zone = "Europe/Wien"', "1: time_zone: unknown time zone 'Europe/Wien': did"),
    ('preset = "brnd"', "1: preset: unknown preset 'brnd': did you mean 'brand'?"),
    ('archetype = "irr"', "1: archetype: unknown archetype 'irr': did you mean 'ir'?"),
    ('claims = ["no-discusion"]', "1: claims: unknown claim 'no-discusion': did you mean"),
    ('select = ["megaphone"]', "1: select: 'megaphone' is no code of a pattern"),
    ('\nignore = ["AA99"]', "2: ignore: unknown pattern 'AA99'"),
    ('benchmarks = "no.toml"', "1: benchmarks: no.toml: benchmarks cannot be read"),
    ('extend = "no.toml"', "1: extend: no.toml: cannot be read"),
    ('extend = "acctaudit.toml"', "1: extend: acctaudit.toml extends this file in turn"),
    ("extend = 1", "1: extend: must be the name of a file"),
    ("patterns = 1", "1: patterns: must be tables such as [patterns.AA205]"),
    ("patterns.AA205 = 1", "1: patterns.AA205: must be a table, such as [patterns.AA205]"),
    ("[patterns.AA2055]", "1: patterns.AA2055: unknown pattern 'AA2055': did you mean"),
    ("[patterns.stop-and-goo]", "1: patterns.stop-and-goo: unknown pattern 'stop-and-goo'"),
    ("[patterns.AA205]\n[patterns.stop-and-go]", "2: patterns.stop-and-go: AA205 is writt"),
    (
        "[patterns.AA205]\n\nlongest_gap_dais = 3",
        "3: unknown key 'patterns.AA205.longest_gap_dais': did you mean 'longest_gap_da",
    ),
    ("[patterns.AA205]\nseverity = 'hi'", "2: patterns.AA205.severity: unknown severity"),
    (
        "[patterns.AA205]\nlongest_gap_days = 'x'",
        "2: patterns.AA205.longest_gap_days: must",
    ),
    (
        "[patterns.AA205]\nlongest_gap_days = inf",
        "2: patterns.AA205.longest_gap_days: must",
    ),
    (
        "[patterns.AA205]\nlongest_gap_days = nan",
        "2: patterns.AA205.longest_gap_days: must",
    ),
    ("[patterns.AA205]\nlongest_gap_days = -1", "must be a number from 0 up"),
    ("[patterns.AA205]\nlongest_gap_days = true", "must be a number from 0 up"),
    ("[patterns.AA205]\nchance_of_gap = 5", 'as "5 %" or "500 %"'),
    ("[patterns.AA205]\nchance_of_gap = '-5 %'", 'must be a share such as 0.05 or "5 %"'),
    ("[patterns.AA703]\nmin_direction = 2", "must be a number from -1 to 1"),
    ("[patterns.AA502]\nsimilarity = 101", "must be a number from 0 to 100"),
    ("[suppress]", "1: suppress: must be tables that begin with [[suppress]]"),
    ("[[suppress]]", "1: suppress[1]: pattern is missing; it must be"),
    ("[[suppress]]\npattern = 'AA205'", "1: suppress[1]: reason is missing"),
    (EXCUSE, "1: suppress[1]: expires is missing: write a day, or permanent = true"),
    (EXCUSE.replace("a holiday", " "), "3: suppress[1].reason: must be a text that is not"),
    (EXCUSE + "expires = 'soon'", "4: suppress[1].expires: must be a day such as 2026-12"),
    (EXCUSE + "expires = 2026-12-31T00:00:00", "4: suppress[1].expires: must be a day"),
    (EXCUSE + "expires = '2026-02-30'", "'2026-02-30' is no day of the calendar"),
    (
        EXCUSE + "permanent = true\nexpires = 2026-12-31",
        "4: suppress[1].permanent: has `exp",
    ),
    (EXCUSE + "permanent = false", "1: suppress[1]: expires is missing"),
    (EXCUSE + "permanent = true\nmatch = 3", "5: suppress[1].match: must be a table"),
    (
        EXCUSE + "permanent = true\n[suppress.match]\nfrom = 2026-02-02\nto = 2026-01-01",
        "5: suppress[1].match: from 2026-02-02 is later than to 2026-01-01",
    ),
    (
        EXCUSE + "permanent = true\nmatch = { form = 1 }",
        "unknown key 'suppress[1].match.for",
    ),
    (EXCUSE.replace("AA205", "AA"), "2: suppress[1].pattern: unknown pattern 'AA'"),
    (EXCUSE.replace("AA205", "budget:x"), "2: suppress[1].pattern: unknown metric 'x'"),
    (
        "[budget]\nposts_per_wek = { min = 1 }",
        "2: budget.posts_per_wek: unknown metric 'pos",
    ),
    ("[budget]\nposts_per_week = 3", "2: budget.posts_per_week: must be a table such as"),
    (
        "[budget]\nposts_per_week.min = 1\ncadence.posts_per_week_export = {}",
        "has two budgets",
    ),
    ("[budget]\nposts_per_week = {}", "2: budget.posts_per_week: needs min or max"),
    ("[budget]\nposts_per_week = {}", "2: budget.posts_per_week: needs min or max"),
    ("x = " + "[" * 9999, "1: no valid TOML"),
    ("x = " + "1" * 9999, "1: no valid TOML"),
    ('extend = "a\\u0000b"', "1: extend: must be the name of a file"),
    ('baseline = "a\\u0000b"', "1: baseline: must be the name of a file"),
    ('"a\\nb" = 1', "1: unknown key 'a\\nb'"),
    ("[budget]\nposts_per_week = { on = 'value' }", "needs min or max"),
    (
        "[budget]\nposts_per_week = { min = 3, max = 2 }",
        "2: budget.cadence.posts_per_week_ex",
    ),
    (
        "[budget]\nposts_per_week = { min = nan }",
        "2: budget.posts_per_week.min: must be a f",
    ),
    ("[budget]\nposts_per_week = { min = 1, on = 'x' }", "unknown kind of budget 'x'"),
    (
        "[budget]\nreply_share = { min = 5 }",
        "2: budget.reply_share.min: 5 could be a share",
    ),
    ("[budget]\nhow = { min = 5 }", "2: budget.how: unknown metric 'how'"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_is_one_line_with_file_line_key_and_remedy(
    tmp_path: Path, text: str, message: str
) -> None:
    said = fault(tmp_path, text)
    assert said.startswith("acctaudit.toml:")
    assert message in said


def test_a_mistake_in_a_project_file_has_its_line(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\n[tool.acctaudit]\ngoals = ['news']\nx = 1\n"
    path = written(tmp_path, text, "pyproject.toml")
    with pytest.raises(InputError, match=r"^pyproject\.toml:5: unknown key 'x'"):
        resolve(tmp_path)
    written(tmp_path, "[project]\n", "pyproject.toml")
    with pytest.raises(InputError, match=r"has no table \[tool.acctaudit\]; add it"):
        resolve(tmp_path, (str(path),))


def test_at_most_eight_files_extend_one_another(tmp_path: Path) -> None:
    for number in range(12):
        written(tmp_path, f'extend = "{number + 1}.toml"\n', f"{number}.toml")
    written(tmp_path, 'fail_on = "low"\n', "8.toml")
    first = str(tmp_path / "0.toml")
    assert resolve(tmp_path, (first,)).values["fail_on"] == "low"
    written(tmp_path, 'extend = "9.toml"\n', "8.toml")
    with pytest.raises(InputError, match=r"8\.toml:1: extend: more than 8 files"):
        resolve(tmp_path, (first,))


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("fail_on=hihg", "--config: fail_on: unknown severity 'hihg'"),
        ("fial_on=high", "unknown key 'fial_on': did you mean 'fail_on'?"),
        ("fail_on=", "--config: fail_on: no valid TOML"),
        ("goals=[1", "no valid TOML"),
        ("fail_on='low'\nignore=1", "--config: fail_on: write one key=value"),
        ("extend=a.toml", "extend: can stand in a file only; name that file with --config"),
        ("patterns.AA205.longest_gap_days=-3", "must be a number from 0 up"),
        ("no.toml", "no.toml: cannot be read (No such file or directory)"),
        (".", ".: cannot be read (Is a directory)"),
    ],
)
def test_a_mistake_after_config_is_one_line(
    tmp_path: Path, named: str, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        resolve(tmp_path, (named,))
    assert message in str(caught.value)


def test_config_names_one_file_and_not_with_isolated(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"names 2 files, a\.toml and b\.toml: name one"):
        resolve(tmp_path, ("a.toml", "b.toml"))
    with pytest.raises(InputError, match="--isolated reads no file: leave out --config a"):
        resolve(tmp_path, ("a.toml",), isolated=True)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("ACCTAUDIT_FIAL_ON", "low", "did you mean 'ACCTAUDIT_FAIL_ON'?"),
        ("ACCTAUDIT_FAIL_ON", "lo", "ACCTAUDIT_FAIL_ON: fail_on: unknown severity 'lo'"),
        ("ACCTAUDIT_WORSE_BY_PERCENT", "x", "worse_by_percent: must be a number from 0 up"),
        ("ACCTAUDIT_WORSE_BY_PERCENT", "inf", "must be a number from 0 up"),
        ("ACCTAUDIT_SCHEDULED", "maybe", "scheduled: must be true or false"),
        ("ACCTAUDIT_PATTERNS", "x", "patterns is a table; write it into a file"),
        ("ACCTAUDIT_EXTEND", "x", "extend: can stand in a file only"),
        ("ACCTAUDIT_CONFIG", "no.toml", "no.toml is no file; name one"),
        ("ACCTAUDIT_AUDIENCE", "a\udcff", "audience: must be a list of texts"),
    ],
)
def test_a_mistake_in_the_environment_is_one_line(
    tmp_path: Path, name: str, value: str, message: str
) -> None:
    said = fault(tmp_path, "", **{name: value})
    assert said.startswith(f"{name}: ")
    assert message in said


ADDRESSES = [
    "postgresql:/bob:s3cret@h/db",
    "postgres//bob:s3cret@h/db",
    "mysql://bob:s3cret@h/db",
    "bob:s3cret@h",
]
CHECKED = (
    *("history", "baseline", "benchmarks", "preset", "time_zone", "fail_on", "scheduled"),
    *("goals", "claims", "select", "histor"),
)


@pytest.mark.parametrize("key", CHECKED)
@pytest.mark.parametrize("wrong", ADDRESSES)
def test_no_message_repeats_an_address(tmp_path: Path, wrong: str, key: str) -> None:
    """It may hold a password."""
    name = f"ACCTAUDIT_{key.upper()}"
    listed = f'["{wrong}"]' if key in ("goals", "claims", "select") else ""
    said = [
        fault(tmp_path, f"{key} = {listed or wrong!r}\n"),
        fault(tmp_path, "", **{name: wrong}),
        *(fault(tmp_path, "", f"{key}={at}{wrong}") for at in ("", " ", "'", "[")),
    ]
    assert not [message for message in said if "s3cret" in message]
    assert {message.split(": ")[0] for message in said} == {
        "acctaudit.toml:1",
        name,
        "--config",
    }


@pytest.mark.parametrize("wrong", [*ADDRESSES, " postgresql://bob:s3cret@h/db\n"])
def test_an_address_is_no_settings_file(tmp_path: Path, wrong: str) -> None:
    typed = "--config: the text given is an address, and no settings file; name a file"
    assert fault(tmp_path, "", wrong) == typed
    assert fault(tmp_path, "", "a.toml", wrong) == typed
    by_variable = fault(tmp_path, "", ACCTAUDIT_CONFIG=wrong)
    assert by_variable == typed.replace("--config", "ACCTAUDIT_CONFIG")
    extending = fault(tmp_path, f"extend = {wrong!r}")
    assert extending.startswith("acctaudit.toml:1: extend: cannot be an address")
    assert "s3cret" not in extending


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"archetype": "brnd"}, "unknown archetype 'brnd': did you mean 'brand'?"),
        ({"claims": ["no discussion!"]}, "see `acctaudit claims`"),
        ({"kpis": ["leads>20"]}, "name>=target"),
        ({"extend_select": ["megaphone"]}, "is no code of a pattern"),
    ],
)
def test_options_answer_a_wrong_name_with_the_right_one(
    given: dict[str, list[str] | str], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        Options.of(given)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "text", ['[[tool.acctaudit]]\nfail_on = "low"\n', '[tool]\nacctaudit = "x"\n']
)
def test_a_project_that_speaks_of_us_in_another_form_is_an_error(
    text: str, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"pyproject\.toml: acctaudit must be one table"):
        resolve(tmp_path)


def test_a_settings_file_that_is_none_is_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / "acctaudit.toml").symlink_to(tmp_path / "gone.toml")
    with pytest.raises(InputError, match=r"acctaudit\.toml: is no file that can be read"):
        resolve(tmp_path)


def test_a_bare_one_is_no_share(tmp_path: Path) -> None:
    text = "[budget]\nreply_share = { max = 1 }\n"
    (tmp_path / "acctaudit.toml").write_text(text, "utf-8")
    with pytest.raises(InputError, match='write it with its sign, as "1 %" or "100 %"'):
        resolve(tmp_path)
