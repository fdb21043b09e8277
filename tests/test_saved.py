"""Reports that were saved: known in any order of their fields, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from reports import make_report

from acctaudit.errors import ReadError
from acctaudit.saved import is_report, load

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = make_report().to_json()
SORTED = json.dumps(json.loads(WHOLE), sort_keys=True)


@pytest.mark.parametrize("text", [WHOLE, SORTED, "\ufeff" + WHOLE, "\n " + WHOLE])
def test_a_report_is_known_and_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    assert is_report(path)
    assert load(path, "a.json") == make_report()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "acctaudit/export/1", "posts": []}',
        json.dumps({"posts": [{"text": '"schema": "acctaudit/report/1"'}]}),
        f"[{WHOLE}]",
    ],
)
def test_what_is_no_report_is_none(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    assert not is_report(path)


def test_a_folder_and_an_absent_file_are_no_reports(tmp_path: Path) -> None:
    assert not is_report(tmp_path)
    assert not is_report(tmp_path / "absent.json")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (WHOLE[:5000], "a.json: the JSON is broken or cut off; make it again"),
        (WHOLE.replace('"acctaudit"', '"another"', 1), "is no report of acctaudit"),
        (WHOLE.replace("acctaudit/report/1", "acctaudit/report/9"), "another schema"),
        ("[]", "is no report of acctaudit"),
        (WHOLE.replace('"followers": 527', '"followers": "many"', 1), "not as it should"),
    ],
)
def test_a_report_that_cannot_be_used_is_one_line(
    text: str, says: str, tmp_path: Path
) -> None:
    assert text != WHOLE
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=says) as error:
        load(path, path.name)
    assert "\n" not in str(error.value)
