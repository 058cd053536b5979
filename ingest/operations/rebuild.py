"""A new index from ledger and archive, beside the old one, while everything else goes on.

Every article that the ledger knows as indexed is read again from the archive by today's code and written to the new
copy; then the aliases are swapped. Documents keep their ``indexed_at``, so that no alert fires for them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlalchemy import func, select

from ingest.extract.pool import ReadingPool
from ingest.index.protocol import Rebuild
from ingest.ledger.articles import to_article
from ingest.ledger.tables.articles import articles
from ingest.model import Article
from ingest.stages.index import READ_SECONDS, document_of, processes, read_all
from ingest.stages.place_stories import story_place
from ingest.workspace import Workspace

Told = Callable[[int, int], None]
"""Called with how many are done, of how many."""


def rebuild(ws: Workspace, told: Told) -> tuple[int, list[str]]:
    """Build, fill and swap in a new index. Returns its number of documents and the problems met, in words.

    A document that the new index refuses is named among the problems and left out; the old index serves until the
    swap, and stays if this raises.
    """
    new = ws.index.rebuild()
    try:
        problems = _fill(ws, new, told)
        return new.finish(), problems
    except BaseException:
        new.abort()
        raise


def _fill(ws: Workspace, new: Rebuild, told: Told) -> list[str]:
    problems: list[str] = []
    done, last, total = 0, "", _count(ws)
    with ReadingPool(processes(ws), timeout=READ_SECONDS) as pool:
        while batch := _after(ws, last):
            problems += _write(ws, new, pool, batch)
            last = batch[-1].key
            done += len(batch)
            told(done, total)
    return problems


def _write(ws: Workspace, new: Rebuild, pool: ReadingPool, batch: Sequence[Article]) -> list[str]:
    reads = read_all(ws, pool, batch)
    with ws.ledger.read() as c:
        places = [story_place(c, article.key) for article in batch]
    documents = [
        document_of(ws, article, read, story, article.indexed_at or ws.clock())
        for article, read, story in zip(batch, reads, places, strict=True)
    ]
    return [f"{w.id}: {w.reason}" for w in new.write(documents) if not w.ok]


def _after(ws: Workspace, key: str) -> list[Article]:
    query = select(articles).where(articles.c.indexed_at.is_not(None), articles.c.key > key).order_by(articles.c.key)
    with ws.ledger.read() as c:
        return [replace(to_article(row), state="indexed") for row in c.execute(query.limit(ws.settings.index.batch))]


def _count(ws: Workspace) -> int:
    with ws.ledger.read() as c:
        query = select(func.count()).select_from(articles).where(articles.c.indexed_at.is_not(None))
        return int(c.execute(query).scalar_one())
