"""A site as a folder: what is unchanged stays, what is gone goes, the list comes last."""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import signal
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from contextlib import closing, contextmanager, nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acctaudit import __version__
from acctaudit.patterns import patterns
from acctaudit.report import Report
from acctaudit.site import manifest as listing
from acctaudit.site.cohort import cohort
from acctaudit.site.making import Made, make
from acctaudit.site.manifest import Manifest, Page, digest, path_of
from acctaudit.site.planning import Todo, of_authors, of_inputs
from acctaudit.site.rows import FIGURES, failed, metric, row, told_apart
from acctaudit.write import write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from contextlib import AbstractContextManager

    from acctaudit.render.look import Look
    from acctaudit.report import Measured
    from acctaudit.site.data import Row
    from acctaudit.site.making import Job, Plan
    from acctaudit.site.sources import Source

_OFTEN = 20
"""Accounts after which the list is written, so that a run that is killed can go on."""
_LOST = "its process ended without a word, perhaps for lack of memory; try fewer --jobs"


@dataclass
class Outcome:
    """What a run did."""

    accounts: int = 0
    new: int = 0
    unchanged: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    """By account, in the order of the site."""
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Run:
    """How a site is made: where, from what, in how many processes."""

    folder: Path
    sources: Sequence[Source]
    plan: Plan
    each_author: bool
    jobs: int
    watch: Callable[[int], AbstractContextManager[Callable[[int], None]]] = lambda _: (
        nullcontext(lambda _: None)
    )
    """Shows progress: takes the number of accounts, gives what is told of each step."""


def build(run: Run) -> Outcome:
    """Bring the folder up to date; InputError if it is not ours.

    Whatever ends the run, the list of pages names all that lie in the folder.
    """
    old = listing.load(run.folder)
    blank = _blank(run)
    if run.each_author:
        todo = of_authors(run.sources, blank, old, run.folder, run.plan.how)
    else:
        todo = of_inputs(run.sources, blank, old, run.folder)
    (run.folder / listing.ACCOUNTS).mkdir(parents=True, exist_ok=True)
    pages = {page.page: page for page in todo.manifest.pages}
    gone = [page for page in old.pages if page.page not in pages] if old else []

    def note() -> None:
        now = replace(todo.manifest, pages=[*pages.values(), *gone])
        _write(run.folder / listing.NAME, now.to_json())

    note()
    try:
        _make(run, todo, pages, note)
    finally:
        note()
    if old:
        listing.remove(run.folder, old, pages)
    final = replace(todo.manifest, pages=list(pages.values()))
    _show(run, final)
    _write(run.folder / listing.NAME, final.to_json())
    return _outcome(final, todo)


def _outcome(final: Manifest, todo: Todo) -> Outcome:
    jobs = {job.page for job in todo.jobs}
    made = [page for page in final.pages if page.files]
    return Outcome(
        accounts=len(made),
        new=sum(page.page in jobs for page in made),
        unchanged=sum(page.page not in jobs for page in made),
        errors={page.account: page.error for page in final.pages if page.error},
        remarks=todo.remarks,
    )


def _blank(run: Run) -> Manifest:
    """The manifest without pages: what is the same for all of them."""
    plan, look = run.plan, run.plan.look
    judged = {pattern.code: asdict(pattern) for pattern in patterns()}
    how = asdict(plan.how), plan.as_of, plan.own_domains, plan.max_quarantine
    settings = asdict(plan.options), how, run.each_author, judged
    return Manifest(
        __version__, _hash(settings), _hash(_looks(look)), look.title, look.lang, []
    )


def _looks(look: Look) -> dict[str, Any]:
    """Everything that decides how a page looks; of templates what they say."""
    templates = sorted(Path(look.templates).glob("*.j2")) if look.templates else []
    told = {path.name: digest(path.read_bytes()) for path in templates}
    return {**asdict(look), "templates": told}


def _hash(settings: Any) -> str:
    def plain(value: Any) -> Any:
        return sorted(value) if isinstance(value, set | frozenset) else str(value)

    text = json.dumps(settings, sort_keys=True, default=plain)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _make(run: Run, todo: Todo, pages: dict[str, Page], note: Callable[[], None]) -> None:
    """Do all jobs; each page is written as it comes."""
    with run.watch(len(pages)) as step, closing(_results(run, todo.jobs)) as results:
        step(len(pages) - len(todo.jobs))
        for number, made in enumerate(results, 1):
            pages[made.page] = _written(run.folder, pages[made.page], made)
            if number % _OFTEN == 0:
                note()
            step(1)


def _written(folder: Path, page: Page, made: Made) -> Page:
    """The page with its files written, or with its error."""
    if made.error:
        return replace(page, error=made.error)
    files = {"html": made.html, "json": made.json}
    write_all({folder / path_of(page.page, name): text for name, text in files.items()})
    return replace(page, files={name: digest(text) for name, text in files.items()})


def _results(run: Run, jobs: Sequence[Job]) -> Generator[Made]:
    """What came of each job, in whatever order they are done."""
    if run.jobs == 1 or len(jobs) < 2:
        yield from (make(job, run.plan) for job in jobs)
        return
    with _workers(min(run.jobs, len(jobs)), run.plan) as pool:
        waiting = {pool.submit(_work, job): job for job in jobs}
        for future in as_completed(waiting):
            job = waiting[future]
            try:
                yield future.result()
            except BrokenExecutor:
                yield Made(job.page, error=f"{job.account}: {_LOST}")


@contextmanager
def _workers(count: int, plan: Plan) -> Iterator[ProcessPoolExecutor]:
    """Processes that know the plan; none is waited for if the run is broken off."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, context, _begin, (plan,))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
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


def _show(run: Run, final: Manifest) -> None:
    """Index and cohort, from the reports as they lie in the folder."""
    from acctaudit.render.site import cohort as cohort_page
    from acctaudit.render.site import index as index_page

    look = run.plan.look
    with _speaking(look):
        rows, meant = _rows(run.folder, final)
        together = cohort(rows, meant)
        shown = {
            listing.INDEX: index_page.render(rows, look),
            listing.COHORT: cohort_page.render(together, look),
        }
    for name, text in shown.items():
        _write(run.folder / name, text)


def _rows(folder: Path, final: Manifest) -> tuple[list[Row], dict[str, Measured]]:
    """All accounts, and the meaning of the figures."""
    from acctaudit.retell import retold

    rows: list[Row] = []
    meant: dict[str, Measured] = {}
    for page in final.pages:
        if page.error:
            rows.append(failed(page.account, page.error))
            continue
        report = Report.from_json((folder / path_of(page.page, "json")).read_bytes())
        report = retold(report)
        rows.append(row(report, page.account, path_of(page.page, "html")))
        for key in FIGURES:
            if key not in meant and (found := metric(report, key)) is not None:
                meant[key] = found
    return told_apart(rows), meant


def _speaking(look: Look) -> AbstractContextManager[None]:
    if look.lang == "en":
        return nullcontext()
    from acctaudit.languages import translated
    from acctaudit.say import speaking

    return speaking(translated(look.lang))


def _write(path: Path, content: str) -> None:
    """Write a file, unless it says just that."""
    data = content.encode()
    if not path.is_file() or path.read_bytes() != data:
        write_all({path: data})
