"""Any other table: a TOML file says which of its columns are which of ours.

```toml
[posts]                    # or inbound, followers, following, daily, outcomes
post_id = "id_str"         # ours = "theirs"
likes = ["likes", "favs"]  # the first of these that is there

[profiles]                 # beside it or alone: a table of accounts, one a row
handle = "screen_name"
followers = "followers_count"

[options]                  # all may be left out: see `Options`
time_zone = "Europe/Vienna"

[values.kind]              # where a column, named as `kind`, says what a post is
original = ["tweet"]
repost = ["retweet", "rt"]
```
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acctaudit.errors import ReadError, UsageError, unknown_name
from acctaudit.readers.base import Reader
from acctaudit.readers.look import plain
from acctaudit.readers.mapping.columns import COLUMNS, NEEDS, PROFILES
from acctaudit.readers.mapping.options import Options, options, refusal, words_of
from acctaudit.readers.mapping.rows import read

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Mapping as Items

    from acctaudit.readers.mapping.made import Names

_SECTIONS = (*COLUMNS, "options", "values")
_PLACE = re.compile(r"line \d+, column \d+|end of document")
_PROPOSE = "see `acctaudit formats --guess`"


@dataclass(frozen=True)
class Mapping:
    """What one mapping file says."""

    file: str
    """Name of the mapping file."""
    table: str
    """Which of our tables it describes: one of COLUMNS."""
    named: Items[str, Names]
    """For each column of ours the names that it may have, plain; the first counts."""
    options: Options
    """What it says of the table as a whole."""
    profiles: Items[str, Names] = field(default_factory=dict)
    """The same for a table of profiles that may come beside `table`."""

    def of(self, columns: Collection[str]) -> Mapping:
        """What it says of a table with these columns: that of profiles, if it fits better.

        It fits better if the table lacks fewer of the columns that are named for it.
        """
        if not self.profiles or lacking(self.profiles, columns) >= lacking(
            self.named, columns
        ):
            return self
        return replace(self, table=PROFILES, named=self.profiles, profiles={})

    def reader(self) -> Reader:
        """The reader of tables whose columns are named so."""
        title = f"table whose columns {self.file} names"
        return Reader("mapping", title, lambda _: False, partial(read, mapping=self))


def mapping_file(path: str | Path) -> Mapping:
    """The mapping in a TOML file.

    ReadError if it is no TOML; UsageError for a section, key or value that means nothing,
    with the nearest one that does.
    """
    file = Path(path).name
    return mapping(file, _document(file, Path(path)))


def mapping(file: str, document: dict[str, Any]) -> Mapping:
    """The mapping that a TOML document makes; a UsageError names `file`."""
    for name, section in document.items():
        if name not in _SECTIONS:
            raise UsageError(f"{file}: {unknown_name('section', name, _SECTIONS)}")
        _refuse_value(file, name, section)
    table, beside = _tables(file, document)
    named = _named(file, table, document[table])
    chosen = options(file, document.get("options", {}), _kinds(file, document))
    _refuse_incomplete(file, table, named, chosen)
    profiles = _named(file, PROFILES, document[PROFILES]) if beside else {}
    if beside:
        _refuse_scarce(file, PROFILES, profiles)
    return Mapping(file, table, named, chosen, profiles)


def lacking(named: Items[str, Names], columns: Collection[str]) -> int:
    """How many of the columns that are named a table does not have."""
    return sum(not set(names) & set(columns) for names in named.values())


def _tables(file: str, document: dict[str, Any]) -> tuple[str, bool]:
    """The table that is described, and whether one of profiles comes beside it."""
    tables = [name for name in COLUMNS if name in document]
    main = [name for name in tables if name != PROFILES] or tables
    if len(main) != 1:
        found = f"describes several ({', '.join(main)})" if main else "describes none"
        wanted = f"one of [{'], ['.join(COLUMNS)}]"
        raise UsageError(f"{file}: a mapping needs {wanted}, this {found}; {_PROPOSE}")
    return main[0], PROFILES in tables and main[0] != PROFILES


def _document(file: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        remedy = "give the mapping's name to --columns, not the table's"
        raise ReadError(file, "there is no such mapping file", remedy) from error
    except UnicodeDecodeError as error:
        remedy, place = "save it as UTF-8", f"byte {error.start}"
        raise ReadError(file, "the mapping is not UTF-8 text", remedy, place) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _PLACE.search(str(error))
        place = found.group() if found else ""
        raise ReadError(file, "the mapping is not TOML", _PROPOSE, place) from error


def _refuse_value(file: str, name: str, section: object) -> None:
    if not isinstance(section, dict):
        raise refusal(file, name, f"must be a section, written as [{name}]")


def _named(file: str, table: str, section: dict[str, Any]) -> dict[str, Names]:
    """The names in the table's section; ours must be known, theirs must be texts."""
    found: dict[str, Names] = {}
    for ours, theirs in section.items():
        if ours not in COLUMNS[table]:
            known = COLUMNS[table]
            raise UsageError(f"{file}: {unknown_name(f'key of [{table}]', ours, known)}")
        names = words_of(file, f"[{table}] {ours}", theirs)
        found[ours] = tuple(map(plain, names))
    return found


def _kinds(file: str, document: dict[str, Any]) -> dict[str, Any]:
    values = document.get("values", {})
    for name, section in values.items():
        if name != "kind":
            raise UsageError(
                f"{file}: {unknown_name('section', f'values.{name}', ['values.kind'])}"
            )
        _refuse_value(file, "values.kind", section)
    found: dict[str, Any] = values.get("kind", {})
    return found


def _refuse_incomplete(
    file: str, table: str, named: Items[str, Names], chosen: Options
) -> None:
    """UsageError for a mapping that names too little, or half of something."""
    _refuse_scarce(file, table, named)
    if "kind" in named and not chosen.kinds:
        problem = "needs [values.kind], which says what its words stand for"
        raise refusal(file, "[posts] kind", problem)
    if chosen.kinds and "kind" not in named:
        raise refusal(
            file, "[values.kind]", f"needs [{table}] kind, the column of its words"
        )
    if chosen.reposts is not None and "text" not in named:
        raise refusal(file, "[options] reposts", f"needs [{table}] text")


def _refuse_scarce(file: str, table: str, named: Items[str, Names]) -> None:
    """UsageError for a section without the columns that its table cannot do without."""
    for least, group in NEEDS[table].items():
        if not set(group) & set(named):
            raise refusal(file, f"[{table}]", f"needs at least {least}; {_PROPOSE}")
