"""A new index from ledger and archive, beside the old one, while everything else goes on.

Articles that the ledger knows as indexed are read again from the archive by today's code, alert matches and runs are
taken from the ledger; what the old copy has beyond that (the ledger forgets sooner than the index) is taken over as it
is. Then the new copy is put in place, if it fits: otherwise it waits beside the old one until a person has confirmed
it. Documents keep their ``indexed_at``, so that no alert fires for them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.errors import VeilleError
from ingest.extract.pool import ReadingPool
from ingest.index.document import Document
from ingest.index.protocol import CopyComparison, Rebuild, WriteResult
from ingest.index.schema import DocumentKind
from ingest.ledger import articles as ledger_articles
from ingest.ledger.export import all_finished_runs, all_matches_with_mail
from ingest.model import Article
from ingest.operations.export import match_documents, run_documents
from ingest.stages.index import document_of, read_all, reading_pool
from ingest.stages.place_stories import story_place
from ingest.workspace import Workspace

REFUSED_SHARE = 0.01
"""Of the documents written. One odd article may be refused for ever; when many are, code and mapping do not fit."""
AT_ONCE = 500
"""Matches or runs written at once."""

Progress = Callable[[int, int], None]
"""Called with how many articles are done, of how many."""


@dataclass(frozen=True, slots=True)
class RebuildResult:
    """What came of rebuilding one kind of document."""

    kind: DocumentKind
    documents: int
    """In the copy that is searched now."""
    problems: tuple[str, ...] = ()
    """Documents that were refused, each with the reason."""
    waits: tuple[str, ...] = ()
    """Why the new copy was not put in place; empty if it was."""


@dataclass(slots=True)
class _Filled:
    written: int = 0
    refused: dict[str, str] = field(default_factory=dict)

    def count(self, results: Sequence[WriteResult]) -> None:
        self.written += len(results)
        self.refused |= {result.id: result.reason for result in results if not result.ok}


def reasons_to_wait(written: int, refused: int, found: CopyComparison) -> tuple[str, ...]:
    """Why a new copy should not take the old one's place without a person's word; empty if it may."""
    said = []
    if refused > REFUSED_SHARE * written:
        said.append(f"{refused:,} of {written:,} documents were refused: code and mapping do not fit each other")
    if found.missing:
        said.append(f"{found.missing:,} of {found.before:,} documents that can be searched now would be lost")
    elif found.after < found.before:
        said.append(f"{found.after:,} documents instead of {found.before:,}")
    return tuple(said)


def rebuild(ws: Workspace, kind: DocumentKind, progress: Progress) -> RebuildResult:
    """Build and fill a new copy of one kind, and put it in place if it fits.

    Otherwise both stay: the old one is searched, the new one waits for ``confirm`` or ``discard``. If this raises, the
    new copy is gone and nothing has changed.
    """
    new = ws.index.rebuild(kind)
    try:
        filled = _Filled()
        for results in _fill(ws, kind, new, progress):
            filled.count(results)
        left = {result.id: result.reason for result in new.catch_up() if not result.ok}
        problems = tuple(f"{id}: {reason}" for id, reason in (filled.refused | left).items())
        found = new.compare()
        if waits := reasons_to_wait(filled.written, len(filled.refused), found):
            return RebuildResult(kind, found.before, problems, waits)
        return RebuildResult(kind, new.finish(), problems)
    except BaseException:
        new.abort()
        raise


def confirm(ws: Workspace, kind: DocumentKind) -> RebuildResult | None:
    """Put the copy that waits in place; None: none waits."""
    waiting = ws.index.waiting(kind)
    return RebuildResult(kind, waiting.finish()) if waiting else None


def discard(ws: Workspace, kind: DocumentKind) -> bool:
    """Drop the copy that waits; False: none waits."""
    waiting = ws.index.waiting(kind)
    if waiting:
        waiting.abort()
    return waiting is not None


def must_exist(results: Sequence[object | None]) -> None:
    """Raises VeilleError where a person has confirmed or discarded and nothing waits."""
    if not any(results):
        raise VeilleError("no rebuilt copy waits: `veille index rebuild` makes one")


def _fill(ws: Workspace, kind: DocumentKind, new: Rebuild, progress: Progress) -> Iterator[Sequence[WriteResult]]:
    if kind is DocumentKind.ARTICLES:
        yield from _fill_articles(ws, new, progress)
        return
    for documents in _matches(ws) if kind is DocumentKind.MATCHES else _runs(ws):
        yield new.write(documents)


def _fill_articles(ws: Workspace, new: Rebuild, progress: Progress) -> Iterator[Sequence[WriteResult]]:
    with ws.ledger.read() as c:
        total = ledger_articles.count_indexed(c)
    done, last = 0, ""
    with reading_pool(ws) as pool:
        while batch := _after(ws, last):
            yield new.write(_documents(ws, pool, batch))
            last = batch[-1].key
            done += len(batch)
            progress(done, total)


def _documents(ws: Workspace, pool: ReadingPool, batch: Sequence[Article]) -> list[Document]:
    reads = read_all(ws, pool, batch)
    with ws.ledger.read() as c:
        places = [story_place(c, article.key) for article in batch]
    return [
        document_of(ws, article, read, story, article.indexed_at or ws.clock())
        for article, read, story in zip(batch, reads, places, strict=True)
    ]


def _after(ws: Workspace, key: str) -> list[Article]:
    with ws.ledger.read() as c:
        found = ledger_articles.indexed_after(c, key, ws.settings.index.batch)
    return [replace(article, state="indexed") for article in found]


def _matches(ws: Workspace) -> Iterator[list[Document]]:
    with ws.ledger.read() as c:
        for rows in all_matches_with_mail(c, AT_ONCE):
            yield match_documents(ws.rules, rows)


def _runs(ws: Workspace) -> Iterator[list[Document]]:
    with ws.ledger.read() as c:
        for rows in all_finished_runs(c, AT_ONCE):
            yield run_documents(rows)
