"""The jobs of a site in several processes; one that dies costs no other account."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import TYPE_CHECKING

from acctaudit.site.making import Made, make

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from acctaudit.site.making import Job, Plan

_LOST = "its process ended without a word, perhaps for lack of memory; try fewer --jobs"


def results(jobs: Sequence[Job], plan: Plan, processes: int) -> Generator[Made]:
    """What came of each job, in whatever order they are done.

    When a process dies, all that were under way or waiting are lost with it, and none is
    known to be the cause. They are done again one at a time; one that is lost again is.
    """
    if processes == 1 or len(jobs) < 2:
        yield from (make(job, plan) for job in jobs)
        return
    done: set[str] = set()
    with _workers(min(processes, len(jobs)), plan) as pool:
        for future in as_completed(_submitted(pool, jobs)):
            try:
                made = future.result()
            except BrokenExecutor:
                continue
            done.add(made.page)
            yield made
    yield from _one_at_a_time([job for job in jobs if job.page not in done], plan)


def _submitted(pool: ProcessPoolExecutor, jobs: Sequence[Job]) -> list[Future[Made]]:
    """The jobs handed over, as far as the pool lives that long."""
    waiting: list[Future[Made]] = []
    for job in jobs:
        try:
            waiting.append(pool.submit(_work, job))
        except BrokenExecutor:
            break
    return waiting


def _one_at_a_time(jobs: Sequence[Job], plan: Plan) -> Generator[Made]:
    """The jobs in one process, which is replaced if it dies."""
    left = list(jobs)
    while left:
        with _workers(1, plan) as pool:
            while left:
                job = left.pop(0)
                try:
                    yield pool.submit(_work, job).result()
                except BrokenExecutor:
                    yield Made(job.page, error=f"{job.account}: {_LOST}", ours=True)
                    break


@contextmanager
def _workers(count: int, plan: Plan) -> Iterator[ProcessPoolExecutor]:
    """Processes that know the plan; none is waited for if the run is broken off."""
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, context, _begin, (plan,))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - others:
            child.terminate()
        raise
    pool.shutdown()


_plans: list[Plan] = []
"""The plan of a worker, which is told it once."""


def _begin(plan: Plan) -> None:
    """Start of a worker: the parent alone answers an interruption."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _plans.append(plan)


def _work(job: Job) -> Made:
    return make(job, _plans[0])
