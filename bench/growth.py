"""What one step costs as the archive grows: ``python -m bench.growth [--sizes 10000 100000] [--ledger URL]``.

CPU milliseconds of a step (the median of several) on synthetic articles, a column a size, and the ratio of the last
size to the first: 1 is flat, 10 grows with the archive where the last size is ten times the first. ``--ledger`` names
an empty database on PostgreSQL of this machine, whose server's own time is counted in as /proc has it (in steps of
10 ms); the embedded index, which lives in SQLite only, is then left out.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.table import Table
from sqlalchemy import insert, text, update

from ingest.index.document import Document
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger import articles as ledger_articles
from ingest.ledger import retention
from ingest.ledger.store import Ledger, open_ledger
from ingest.ledger.tables.articles import articles
from ingest.outcome import Stage

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
HOSTS = 150
CLAIMED = 32
PRUNED = 100
"""Articles that a prune finds old enough, whatever the size."""
PAGE = 1000
SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "or")]

Figures = dict[str, float]
"""Step → CPU milliseconds."""


def measured(size: int, url: str | None = None, repeats: int = 5) -> Figures:
    """All steps at one size, in the order in which an article meets them."""
    with _new_ledger(url) as ledger:
        cpu, out = _clock(ledger), Figures()
        for start in range(0, size, 5000):
            with ledger.begin() as c:
                c.execute(insert(articles), [waiting(n) for n in range(start, min(size, start + 5000))])
        for stage, state in ((Stage.FETCH, "discovered"), (Stage.INDEX, "fetched")):
            with ledger.begin() as c:
                c.execute(update(articles).values(state=state, lease_owner=None, lease_until=None))
            _settle(ledger)
            out[f"claim {CLAIMED} to {stage.value}"] = _median(cpu, repeats, lambda s=stage: _claim(ledger, s))
        with ledger.begin() as c:
            free = {"lease_owner": None, "lease_until": None}
            c.execute(update(articles).values(state="indexed", indexed_at=articles.c.first_seen_at, **free))
        _settle(ledger)
        pages = -(-size // PAGE)
        out[f"ledger: page of {PAGE} keys, of all"] = _median(cpu, 1, lambda: _page_through(ledger)) / pages
        if ledger.is_sqlite:
            out |= _searches(ledger, size, cpu, repeats)
        out[f"prune {PRUNED} from the ledger"] = _median(cpu, 1, lambda: _prune(ledger))
        return out


def _searches(ledger: Ledger, size: int, cpu: Callable[[], float], repeats: int) -> Figures:
    index = SqliteIndex(ledger, "", lambda: NOW)
    index.setup()
    documents = _documents(size)
    while some := list(islice(documents, 500)):
        index.write(some)
    newest = SearchRequest(sort=Sort.NEWEST, size=10)
    rare, common = (SearchRequest(parse(word), sort=Sort.NEWEST, size=10) for word in ("zyrare", "zycommon"))
    out = {
        "search: newest ten of all": _median(cpu, repeats, lambda: index.search(newest)),
        "search: a word that 20 have": _median(cpu, repeats, lambda: index.search(rare)),
        "search: a word that 1 in 10 has": _median(cpu, repeats, lambda: index.search(common)),
    }
    pages = -(-size // PAGE)
    out[f"index: page of {PAGE} keys, of all"] = _median(cpu, 1, lambda: _read_all(index, size)) / pages
    out[f"prune {PRUNED} from the index"] = _median(cpu, 1, lambda: _prune_index(index))
    return out


def waiting(n: int) -> dict[str, object]:
    """The n-th article, a second after the one before; one host in fifteen lists half of all."""
    host = f"h{n % (HOSTS // 15) if n % 2 else n % HOSTS}.example"
    url = f"https://{host}/{n}"
    return {
        "key": _key(n), "url": url, "original_url": url, "host": host, "feed_id": host, "policy": "full",
        "title": f"Title {n}", "summary": "A summary of some words. " * 8, "first_seen_at": _seen(n),
        "state": "discovered",
    }  # fmt: skip


def _documents(size: int) -> Iterator[Document]:
    rng = random.Random(size)
    words = [rng.choice(SYLLABLES) + rng.choice(SYLLABLES) + rng.choice(SYLLABLES) for _ in range(20_000)]
    rare = max(1, size // 20)
    for n in range(size):
        body = [words[int(20_000 ** rng.random()) - 1] for _ in range(60)]
        body += ["zyrare"] * (n % rare == 0) + ["zycommon"] * (n % 10 == 0)
        at, host = stamp(_seen(n)), f"h{n % HOSTS}.example"
        yield Document(_key(n), {
            "@timestamp": at, "first_seen_at": at, "indexed_at": at, "title": f"Title {n}", "body": " ".join(body),
            "url": {"full": f"https://{host}/{n}", "domain": host}, "language": {"code": "fr"}, "outlet": {"id": host},
        })  # fmt: skip


def _key(n: int) -> str:
    return f"{n * 0x9E3779B97F4A7C15 % 2**64:032x}"  # scattered, as hashes are


def _seen(n: int) -> datetime:
    return NOW - timedelta(days=30) + timedelta(seconds=n)


def _claim(ledger: Ledger, stage: Stage) -> None:
    turns = {"per_host": 4, "per_feed": 4} if stage is Stage.FETCH else {}
    got = ledger_articles.claim(ledger, stage, NOW, limit=CLAIMED, lease_seconds=900, **turns)
    if len(got) != CLAIMED:
        raise RuntimeError(f"{len(got)} of {CLAIMED} claimed")


def _page_through(ledger: Ledger) -> None:
    key = ""
    while True:
        with ledger.read() as c:
            page = ledger_articles.indexed_after(c, key, PAGE)
        if not page:
            return
        key = page[-1].key


def _read_all(index: SqliteIndex, size: int) -> None:
    """As ``maintain`` does to find what the index has lost."""
    seen, after = 0, None
    while True:
        page = index.search(SearchRequest(size=PAGE, after=after, sort=Sort.INDEXED, highlight=False))
        seen, after = seen + len(page.hits), page.next
        if after is None:
            break
    if seen != size:
        raise RuntimeError(f"{seen} of {size} read")


def _prune(ledger: Ledger) -> None:
    with ledger.begin() as c:
        gone = retention.prune(c, _seen(PRUNED))["articles"]
    if gone != PRUNED:
        raise RuntimeError(f"{gone} pruned")


def _prune_index(index: SqliteIndex) -> None:
    if (gone := index.prune(_seen(PRUNED))) != PRUNED:
        raise RuntimeError(f"{gone} pruned")


def _median(cpu: Callable[[], float], repeats: int, step: Callable[[], object]) -> float:
    """CPU milliseconds of a step."""
    costs = []
    for _ in range(repeats):
        begun = cpu()
        step()
        costs.append(cpu() - begun)
    return 1000 * statistics.median(costs)


def _clock(ledger: Ledger) -> Callable[[], float]:
    """CPU seconds so far of this process and, on PostgreSQL, of the server's process that serves it."""
    if ledger.is_sqlite:
        return time.process_time
    with ledger.read() as c:  # one connection at a time is asked for, so that the pool never opens a second
        stat = Path(f"/proc/{c.execute(text('SELECT pg_backend_pid()')).scalar_one()}/stat")
    tick = os.sysconf("SC_CLK_TCK")

    def both() -> float:
        user, system = stat.read_text().rpartition(")")[2].split()[11:13]
        return time.process_time() + (int(user) + int(system)) / tick

    return both


def _settle(ledger: Ledger) -> None:
    """What a PostgreSQL does by itself in the hour after so many rows."""
    if not ledger.is_sqlite:
        with ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as c:
            c.execute(text("VACUUM ANALYZE articles"))


@contextmanager
def _new_ledger(url: str | None) -> Iterator[Ledger]:
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(url or f"sqlite:///{folder}/growth.sqlite")
        try:
            if url:
                with ledger.begin() as c:
                    if c.execute(articles.select().where(articles.c.host.not_like("h%.example")).limit(1)).first():
                        raise SystemExit("--ledger: this database is in use; name an empty one")
                    c.execute(articles.delete())
            yield ledger
        finally:
            ledger.close()


def table(by_size: dict[int, Figures]) -> Table:
    """A row a step, a column a size, and the ratio of the last size to the first."""
    sizes = list(by_size)
    out = Table("CPU ms", *(f"{size:,}" for size in sizes), "ratio", title="Cost of a step as the archive grows")
    for step in by_size[sizes[0]]:
        figures = [by_size[size][step] for size in sizes]
        out.add_row(step, *(f"{one:.1f}" for one in figures), f"{figures[-1] / max(figures[0], 0.01):.1f}")
    return out


def main(argv: list[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], help="articles")
    parser.add_argument("--ledger", help="an empty PostgreSQL database as SQLAlchemy URL; without it SQLite")
    parser.add_argument("--repeats", type=int, default=5)
    asked = parser.parse_args(argv)
    Console().print(table({size: measured(size, asked.ledger, asked.repeats) for size in asked.sizes}))


if __name__ == "__main__":
    main()
