"""How the runner of GitHub Actions finds commands in a log, in our own words.

After `ActionCommand` of actions/runner: each line is tried as a command of today (`::` at
its start, blanks aside) and of yesterday (`##[` anywhere). A name that the runner does not
know would be no command; here every name counts. The runner compares in a culture, which
overlooks signs without width: with `loose` they are overlooked here, and then a name has to
be made of letters, since such signs shift what is taken for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_INVISIBLE = "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
_INVISIBLE += (
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\x00-\x08\x0e-\x1f]*"
)
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (*_DATA[:2], ("%3A", ":"), ("%2C", ","), _DATA[2])


@dataclass(frozen=True)
class Command:
    """One command that the runner would run."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


def commands(output: str, *, loose: bool = False) -> list[Command]:
    """All commands in an output."""
    found = (_command(line, loose=loose) for line in re.split(r"\r\n|\r|\n", output))
    return [command for command in found if command is not None]


def _command(line: str, *, loose: bool) -> Command | None:
    return _today(line.lstrip(), loose=loose) or _yesterday(line, loose=loose)


def _signs(signs: str, *, loose: bool) -> re.Pattern[str]:
    return re.compile((_INVISIBLE if loose else "").join(["", *map(re.escape, signs)]))


def _today(line: str, *, loose: bool) -> Command | None:
    colons = _signs("::", loose=loose)
    if not colons.match(line):
        return None
    end = colons.search(line, 2)
    if end is None:
        return None
    name, _, rest = line[2 : end.start()].partition(" ")
    if loose and not re.fullmatch("[A-Za-z-]+", name):
        return None
    pairs = (pair.partition("=") for pair in rest.strip().split(",") if pair)
    properties = {key: _plain(value, _PROPERTY) for key, _, value in pairs if value}
    return Command(name, properties, _plain(line[end.start() + 2 :], _DATA))


def _yesterday(line: str, *, loose: bool) -> Command | None:
    start = _signs("##[", loose=loose).search(line)
    if start is None or "]" not in line[start.start() :]:
        return None
    end = line.index("]", start.start())
    name = line[start.start() + 3 : end].partition(" ")[0]
    if loose and not re.fullmatch("[A-Za-z-]+", name):
        return None
    return Command(name, {}, line[end + 1 :])


def _plain(escaped: str, signs: tuple[tuple[str, str], ...]) -> str:
    for code, sign in signs:
        escaped = escaped.replace(code, sign)
    return escaped
