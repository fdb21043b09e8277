"""Time and memory of whole processes: `make bench`. Medians of several runs, in turn.

The aims are those of the project: help within 0.15 s of CPU of an empty Python, a report
on 1,000 posts within twice the import of pandas, 100,000 posts to HTML within 3 s and
400 MB, a million posts of API v2 within 1,500 MB, and time that grows no faster than the
posts.
"""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from made_up import archive, timeline

RUNS = 5
MILLION = "1,000,000 posts, API v2"
"""Run once: it takes as long as all others together."""
PYTHON = sys.executable


@dataclass(frozen=True)
class Cost:
    """What one process took."""

    wall: float
    cpu: float
    megabytes: float


def once(args: list[str]) -> Cost:
    """Run a command and read its own accounting."""
    started = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        process = subprocess.Popen(args, stdout=nowhere, stderr=nowhere)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(args)} ended with {process.returncode}")
    scale = 1024 if sys.platform != "darwin" else 1024**2
    wall = time.perf_counter() - started
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / scale)


def measured(commands: dict[str, list[str]]) -> dict[str, Cost]:
    """Medians of RUNS runs of each command, taken in turn after one warm-up each."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(RUNS + 1):
        for name, args in commands.items():
            cost = once(args)
            if turn:
                costs[name].append(cost)
    return {
        name: Cost(
            median(c.wall for c in found),
            median(c.cpu for c in found),
            median(c.megabytes for c in found),
        )
        for name, found in costs.items()
    }


def main() -> int:
    """Print every figure, then every aim with the figure beside it; 1 if one was missed."""
    compileall.compile_dir("acctaudit", quiet=1)  # as an installed package is
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        report = [PYTHON, "-m", "acctaudit", "report"]
        commands = {
            "python -c pass": [PYTHON, "-c", "pass"],
            "import pandas": [PYTHON, "-c", "import pandas"],
            "acctaudit --help": [PYTHON, "-m", "acctaudit", "--help"],
        }
        for size in (1_000, 10_000, 100_000):
            source = str(archive(here / str(size), size))
            commands[f"{size:,} posts to HTML"] = [
                *report,
                source,
                "-o",
                str(here / "r.html"),
            ]
        commands["1,000 posts, terminal"] = [*report, str(here / "1000")]
        costs = measured(commands)
        million = timeline(here / "v2.jsonl", 1_000_000)
        costs[MILLION] = once([*report, str(million), "-f", "json"])
    print(f"{'whole process':<26}{'wall s':>8}{'CPU s':>8}{'MB':>7}")
    for name, cost in costs.items():
        print(f"{name:<26}{cost.wall:>8.2f}{cost.cpu:>8.2f}{cost.megabytes:>7.0f}")
    return aims(costs)


def aims(costs: dict[str, Cost]) -> int:
    """Each aim, the figure and whether it is met."""
    large, middle = costs["100,000 posts to HTML"], costs["10,000 posts to HTML"]
    pandas, empty = costs["import pandas"], costs["python -c pass"]
    help_cpu = costs["acctaudit --help"].cpu - empty.cpu
    small = costs["1,000 posts, terminal"].cpu / pandas.cpu
    rows = [
        ("--help, CPU beyond an empty Python", help_cpu, 0.15, "s"),
        ("1,000 posts / import of pandas, CPU", small, 2.0, "x"),
        ("100,000 posts to HTML", large.wall, 3.0, "s"),
        ("100,000 posts to HTML", large.megabytes, 400.0, "MB"),
        ("100,000 / 10,000 posts", large.cpu / middle.cpu, 11.0, "x"),
        ("1,000,000 posts of API v2 to JSON", costs[MILLION].megabytes, 1500.0, "MB"),
    ]
    print()
    for name, figure, limit, unit in rows:
        verdict = "met" if figure <= limit else "MISSED"
        print(f"{name:<38}{figure:>8.2f} {unit:<3} aim {limit:g} {unit:<3} {verdict}")
    return int(any(figure > limit for _, figure, limit, _ in rows))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
