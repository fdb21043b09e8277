"""A site as a folder: what is unchanged stays, what is gone goes, the list comes last."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing, nullcontext
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acctaudit import __version__
from acctaudit.patterns import patterns
from acctaudit.report import Report
from acctaudit.site import manifest as listing
from acctaudit.site.cohort import cohort
from acctaudit.site.doubts import doubts
from acctaudit.site.manifest import Manifest, Page, digest, path_of
from acctaudit.site.planning import Todo, of_authors, of_inputs
from acctaudit.site.proof import prove
from acctaudit.site.rows import FIGURES, failed, metric, row, told_apart
from acctaudit.site.working import results
from acctaudit.write import write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from acctaudit.render.look import Look
    from acctaudit.report import Measured
    from acctaudit.site.data import Doubts, Row
    from acctaudit.site.making import Made, Plan
    from acctaudit.site.sources import Source

_OFTEN = 20
"""Accounts after which the list is written, so that a run that is killed can go on."""


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
    """Bring the folder up to date.

    InputError if it is not ours, or if a page would take the place of what is not ours;
    UsageError if the look cannot be used. Both leave the folder as it was. Whatever else
    ends the run, the list of pages names all that lie in the folder.
    """
    old = listing.load(run.folder)
    prove(run.plan.look)
    blank = _blank(run)
    if run.each_author:
        todo = of_authors(run.sources, blank, old, run.folder, run.plan.how)
    else:
        todo = of_inputs(run.sources, blank, old, run.folder)
    listing.refuse_strangers(run.folder, old, [job.page for job in todo.jobs])
    with (
        run.watch(len(todo.manifest.pages)) as step,
        closing(results(todo.jobs, run.plan, run.jobs)) as made,
    ):
        step(len(todo.manifest.pages) - len(todo.jobs))
        whole = chain(_first(made), made)
        pages = _write_pages(run.folder, old, todo, whole, step)
    final = replace(todo.manifest, pages=pages)
    odd = _show(run, final)
    if old:
        listing.remove(run.folder, old, {page.page: page for page in pages})
    _write(run.folder / listing.NAME, final.to_json())
    return _outcome(final, todo, odd)


def _keepable(folder: Path, old: Manifest | None, new: Manifest) -> dict[str, Page]:
    """Earlier pages that may stay if they cannot be made again for a reason of ours.

    Not those of another look: they could show what is to be hidden now.
    """
    if old is None or (old.look, old.version) != (new.look, new.version):
        return {}
    return {page.page: page for page in old.pages if listing.are_there(folder, page)}


def _first(results: Iterator[Made]) -> list[Made]:
    """Results up to the first page: if it cannot be rendered, nothing was touched yet."""
    first: list[Made] = []
    for made in results:
        first.append(made)
        if not made.error:
            break
    return first


def _write_pages(
    folder: Path,
    old: Manifest | None,
    todo: Todo,
    results: Iterable[Made],
    step: Callable[[int], None],
) -> list[Page]:
    """Write each page as it comes; the list of pages always names all that may be there."""
    pages = {page.page: page for page in todo.manifest.pages}
    kept = _keepable(folder, old, todo.manifest)
    gone = [page for page in old.pages if page.page not in pages] if old else []

    def note() -> None:
        now = replace(todo.manifest, pages=[*pages.values(), *gone])
        _write(folder / listing.NAME, now.to_json())

    (folder / listing.ACCOUNTS).mkdir(parents=True, exist_ok=True)
    note()
    try:
        for number, made in enumerate(results, 1):
            name = made.page
            pages[name] = _written(folder, pages[name], made, kept.get(name))
            if number % _OFTEN == 0:
                note()
            step(1)
    finally:
        note()
    return list(pages.values())


def _outcome(final: Manifest, todo: Todo, doubts: Doubts) -> Outcome:
    from acctaudit.render.site.marks import remarks

    jobs = {job.page for job in todo.jobs}
    shown = [page for page in final.pages if page.files]
    return Outcome(
        accounts=len(shown),
        new=sum(page.page in jobs and not page.error for page in shown),
        unchanged=sum(page.page not in jobs for page in shown),
        errors={page.account: page.error for page in final.pages if page.error},
        remarks=[*todo.remarks, *remarks(doubts)],
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


def _written(folder: Path, page: Page, made: Made, before: Page | None) -> Page:
    """The page with its files written, or with its error.

    Where the error is ours, the page of an earlier run stays.
    """
    if made.error:
        files = before.files if before and made.ours else {}
        return replace(page, files=files, error=made.error)
    files = {"html": made.html, "json": made.json}
    write_all({folder / path_of(page.page, name): text for name, text in files.items()})
    return replace(page, files={name: digest(text) for name, text in files.items()})


def _show(run: Run, final: Manifest) -> Doubts:
    """Index and cohort, from the reports as they lie in the folder."""
    from acctaudit.render.site import cohort as cohort_page
    from acctaudit.render.site import index as index_page

    look = run.plan.look
    with look.spoken():
        reports = _reports(run.folder, final)
        rows, meant = _rows(final, reports)
        odd = doubts(
            [(p.account, reports[p.page]) for p in final.pages if p.page in reports]
        )
        together = cohort(rows, meant)
        shown = {
            listing.INDEX: index_page.render(rows, look, odd),
            listing.COHORT: cohort_page.render(together, look),
        }
    for name, text in shown.items():
        _write(run.folder / name, text)
    return odd


def _reports(folder: Path, final: Manifest) -> dict[str, Report]:
    """The report of each page that there is, by its name, in the language spoken."""
    from acctaudit.retell import retold

    return {
        page.page: retold(
            Report.from_json((folder / path_of(page.page, "json")).read_bytes())
        )
        for page in final.pages
        if page.files
    }


def _rows(
    final: Manifest, reports: Mapping[str, Report]
) -> tuple[list[Row], dict[str, Measured]]:
    """All accounts in the order of the manifest, and what each figure means."""
    rows: list[Row] = []
    meant: dict[str, Measured] = {}
    for page in final.pages:
        report = reports.get(page.page)
        if report is None:
            rows.append(failed(page.account, page.error))
            continue
        html = path_of(page.page, "html")
        rows.append(row(report, page.account, html, page.error))
        for key in FIGURES:
            if key not in meant and (found := metric(report, key)) is not None:
                meant[key] = found
    return told_apart(rows), meant


def _write(path: Path, content: str) -> None:
    """Write a file, unless it says just that."""
    data = content.encode()
    if not path.is_file() or path.read_bytes() != data:
        write_all({path: data})
