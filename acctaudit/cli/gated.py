"""Options of what the gate goes by, as one `gate: Gate`."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from acctaudit.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable

BASELINE = click.option(
    "--baseline",
    type=click.Path(),
    metavar="FILE",
    help="Findings that are known and accepted; acctaudit-baseline.json if it is there.",
)
_OPTIONS = (
    click.option(
        "--fail-on",
        type=click.Choice([*SEVERITIES, "never"]),
        default=None,
        help="Fail if anything this severe, or worse, is new or got worse.",
    ),
    BASELINE,
    click.option("--no-baseline", is_flag=True, help="Compare with no baseline."),
    click.option(
        "--against",
        metavar="WHAT",
        help="Compare with history in place of the baseline: last, or median:6 for the"
        " last six runs.",
    ),
    click.option(
        "--history",
        type=click.Path(),
        metavar="FILE|URL",
        help="The history that --against and trends come from; see `history`.",
    ),
)
_NAMES = ("fail_on", "baseline", "no_baseline", "against", "history")


def gated(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of the gate, as one `gate: Gate`."""

    @wraps(command)
    def with_gate(**given: Any) -> None:
        from acctaudit.gate.run import Gate

        command(gate=Gate(**{name: given.pop(name) for name in _NAMES}), **given)

    for option in reversed(_OPTIONS):
        with_gate = option(with_gate)
    return with_gate
