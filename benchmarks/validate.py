"""How often patterns fire without reason, and how often with: tables for the docs.

python benchmarks/validate.py [SEEDS]     writes docs/validation.md
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from page import put
from simulated import healthy
from ward import WARD

from acctaudit.audit import audit
from acctaudit.options import Options
from acctaudit.patterns import patterns
from acctaudit.stats import wilson

if TYPE_CHECKING:
    from collections.abc import Iterable

SEEDS = 1_000
SICK = 100
LOW, HIGH = 0.5, 200.0
NORM = 5.0
"""Posts a week from which on no account is below a posting norm for its kind."""


def rate_of(seed: int) -> float:
    """Posts a week of a seed: evenly spread over the logarithm."""
    place = random.Random(seed).random()
    return math.exp(math.log(LOW) + place * math.log(HIGH / LOW))


def steady(seed: int) -> tuple[float, list[str]]:
    """Rate of a healthy account, and what is found on it: what a plain run judges."""
    rate = rate_of(seed)
    kind = "brand" if rate >= NORM else "personal"
    given = {"archetype": kind, "goals": "dialogue", "time_zone": "Europe/Vienna"}
    report = audit(healthy(seed, rate).account(), Options.of(given))
    return rate, [f.code for f in report.patterns if f.verdict in {"fired", "error"}]


def sick(task: tuple[str, int]) -> tuple[str, str]:
    """The verdict of one pattern on an account that has what it looks for."""
    code, seed = task
    case = WARD[code]
    given = {"archetype": "brand", "goals": "dialogue", "extend_select": code}
    tale = healthy(seed, case.rate, case.befall)
    report = audit(tale.account(), Options.of({**given, **case.options}))
    found = [f.verdict for f in report.patterns if f.code == code]
    return code, found[0] if found else "left out"


def share(k: int, n: int) -> str:
    """A share with its interval, as the tables print it."""
    low, high = wilson(k, n)
    return f"{100 * k / n:.1f} % ({100 * low:.1f}–{100 * high:.1f})"


def healthy_table(found: Iterable[tuple[float, list[str]]]) -> list[str]:
    """Accounts without any finding by rate, and the patterns that fired."""
    bands: dict[str, list[bool]] = {}
    codes: Counter[str] = Counter()
    for rate, fired in found:
        top = next(top for top in (1, 3, 10, 30, 100, 201) if rate < top)
        bands.setdefault(f"below {top}", []).append(not fired)
        codes.update(fired)
    clean = [ok for oks in bands.values() for ok in oks]
    lines = ["| posts a week | accounts | without any finding |", "|---|---|---|"]
    order = sorted(bands, key=lambda band: int(band.split()[1]))
    lines += [
        f"| {b} | {len(bands[b])} | {share(sum(bands[b]), len(bands[b]))} |" for b in order
    ]
    lines.append(f"| **all** | {len(clean)} | **{share(sum(clean), len(clean))}** |")
    named = ", ".join(f"{code} {n}" for code, n in sorted(codes.items())) or "none"
    return [*lines, "", f"Found on them, by pattern: {named}."]


def sick_table(found: Iterable[tuple[str, str]]) -> list[str]:
    """Detection rate of each pattern."""
    verdicts: dict[str, list[str]] = {}
    for code, verdict in found:
        verdicts.setdefault(code, []).append(verdict)
    names = {p.code: p.name for p in patterns()}
    lines = ["| code | pattern | what befalls the account | found |", "|---|---|---|---|"]
    for code in sorted(verdicts):
        seen = verdicts[code]
        found_in = share(seen.count("fired"), len(seen))
        lines.append(f"| {code} | {names[code]} | {WARD[code].what} | {found_in} |")
    return lines


def run(seeds: int, sick_seeds: int) -> None:
    """Write both tables."""
    known = {p.code for p in patterns()}
    tasks = [(code, seed) for code in WARD if code in known for seed in range(sick_seeds)]
    with ProcessPoolExecutor() as pool:
        put("healthy", healthy_table(pool.map(steady, range(seeds), chunksize=10)))
        put("sick", sick_table(pool.map(sick, tasks, chunksize=10)))


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    run(wanted, max(1, wanted * SICK // SEEDS))
