"""What has to be made: the accounts of the inputs, and which of them are as they were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acctaudit.errors import AcctauditError
from acctaudit.safe import text
from acctaudit.site.authors import authors
from acctaudit.site.making import Job
from acctaudit.site.manifest import CLAIMED, ENDINGS, Input, Manifest, Page, is_whole
from acctaudit.site.names import unique
from acctaudit.site.sources import fingerprint, fitting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from acctaudit.model.tables import Tables
    from acctaudit.readers import How
    from acctaudit.site.sources import Source


@dataclass(frozen=True)
class Todo:
    """The pages of a site as they are to be, and the jobs that make those that are not."""

    manifest: Manifest
    """Of pages that are not made yet the files are claimed."""
    jobs: list[Job]
    remarks: list[str]


def of_inputs(
    sources: Sequence[Source], blank: Manifest, old: Manifest | None, folder: Path
) -> Todo:
    """A page for each input; `blank` is the manifest without pages."""
    known = _reusable(blank, old)
    pages: list[Page] = []
    jobs: list[Job] = []
    for source, name in zip(sources, unique(s.name for s in sources), strict=True):
        page = Page(source.name, name, [_input(source)])
        before = known.get(name)
        if before and before.inputs == page.inputs and is_whole(folder, before):
            pages.append(before)
            continue
        pages.append(replace(page, files=dict.fromkeys(ENDINGS, CLAIMED)))
        jobs.append(Job(source.name, name, source.path, is_report=source.report))
    return Todo(_with(blank, pages), jobs, [])


def of_authors(
    sources: Sequence[Source],
    blank: Manifest,
    old: Manifest | None,
    folder: Path,
    how: How,
) -> Todo:
    """A page for each author of the tables; they are read only if something has changed."""
    pool = [_input(source) for source in sources]
    same = old is not None and old.pool == pool and blank.alike(old)
    if same and old and all(is_whole(folder, page) for page in old.pages):
        return Todo(_with(blank, old.pages, pool), [], [])
    tables, broken, remarks = _pool(sources, how)
    found, aside = authors(tables)
    names = unique([*(author.name for author in found), *broken])
    known = _reusable(blank, old) if same else {}
    pages: list[Page] = []
    jobs: list[Job] = []
    for author, name in zip(found, names, strict=False):
        before = known.get(name)
        if before and before.account == author.name and is_whole(folder, before):
            pages.append(before)
            continue
        claimed = dict.fromkeys(ENDINGS, CLAIMED)
        pages.append(Page(author.name, name, [], claimed))
        jobs.append(Job(author.name, name, tables=author.tables))
    for (source, error), name in zip(broken.items(), names[len(found) :], strict=True):
        pages.append(Page(source, name, [], error=error))
    return Todo(_with(blank, pages, pool), jobs, [*remarks, *aside])


def _pool(
    sources: Sequence[Source], how: How
) -> tuple[list[Tables], dict[str, str], list[str]]:
    """The tables of all inputs, each once; errors by input; remarks on what is no table."""
    from acctaudit.readers import read

    tables: dict[tuple[str, ...], Tables] = {}
    broken: dict[str, str] = {}
    remarks: list[str] = []
    for source in sources:
        if source.report:
            remarks.append(f"{source.name}: skipped, a report is no table of posts")
            continue
        try:
            for table in read([source.path], how=fitting(how, source.path)):
                prints = tuple(file.sha256 for file in table.files)
                if tables.setdefault(prints, table) is not table:
                    remarks.append(f"{source.name}: skipped, the same was read before")
        except AcctauditError as error:
            broken[source.name] = text(str(error))
    return list(tables.values()), broken, remarks


def _reusable(blank: Manifest, old: Manifest | None) -> dict[str, Page]:
    """Pages by name that would come out the same from the same input."""
    if old is None or not blank.alike(old):
        return {}
    return {page.page: page for page in old.pages}


def _input(source: Source) -> Input:
    """The input as the manifest knows it; one that cannot be opened has no hash."""
    try:
        return Input(source.name, *fingerprint(source.path))
    except (AcctauditError, OSError):
        return Input(source.name, 0, "")


def _with(blank: Manifest, pages: list[Page], pool: Sequence[Input] = ()) -> Manifest:
    return replace(blank, pages=pages, pool=list(pool))
