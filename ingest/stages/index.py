"""The index stage: what was fetched is read, placed in its story, and written to the index.

Claimed articles are read by a pool of processes, placed and written in batches; while one batch is placed and written,
the next is being read. Killed at any instruction, an article is read again and written again under the same id; its
story place is the one it already has.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from ingest import __version__
from ingest.enrich.encoder import signed
from ingest.errors import IndexUnavailable
from ingest.extract.pool import Failed, ReadingPool
from ingest.extract.reading import Reading
from ingest.index.document import Document, to_document
from ingest.index.parts import ArticleParts, published_at
from ingest.ledger import articles as ledger_articles
from ingest.ledger import event_merges, outlets, rules, sources
from ingest.ledger.outlets import OutletDay
from ingest.ledger.sources import FeedUse
from ingest.ledger.store import Connection
from ingest.model import FEED_WORDS, Article, StoryPlace
from ingest.outcome import Report, Stage, StageRun
from ingest.stages.place_stories import ToPlace, follow_merges, place_all, tell_others
from ingest.stages.read_article import Read, Work, from_feed, read_article, read_timed
from ingest.stages.record_indexed import (
    IndexedItem,
    Recorded,
    indexed,
    lag_seconds,
    lost,
    outlet_day,
    postponed,
    put_off,
    refused,
    unchanged,
)
from ingest.stages.spending import Spending
from ingest.urls import registered_domain
from ingest.workspace import Workspace

READ_SECONDS = 20.0
"""Of processor time that a page may be read for; the slowest of 230 real pages took 2 s."""
TURN_BATCHES = 4
"""So many batches of one feed in a row; then it waits while others have something."""


def index(ws: Workspace, report: Report, *, until: datetime | None = None, limit: int | None = None) -> StageRun:
    """Index all that waits, up to ``limit`` articles or until a moment. Counts one outcome an article.

    Where the index cannot be reached the claimed articles wait in the ledger with the reason, and the stage ends.
    """
    run = StageRun(Stage.INDEX, ws.clock())
    with suppress(IndexUnavailable):  # what an earlier run could not tell the index
        follow_merges(ws.ledger, ws.index)
    with ws.ledger.read() as c:
        turns = _Turns(Spending(sources.active(c)), TURN_BATCHES * ws.settings.index.batch)
    with reading_pool(ws) as pool, ThreadPoolExecutor(1, "reading") as reader:
        batch = _begin_batch(ws, pool, reader, run, until, limit, turns)
        while batch is not None:
            read, following = batch.reads.result(), None
            try:
                following = _begin_batch(ws, pool, reader, run, until, limit, turns)
                recorded, days = _index_batch(ws, read.articles, read.reads, run)
                recorded += [put_off(article, ws.clock()) for article in read.put_off]
                follow_merges(ws.ledger, ws.index)
            except IndexUnavailable as e:
                _record(ws, [postponed(a, str(e), ws.clock()) for a in batch.articles], run, report)
                _give_back(ws, following, run)
                break
            _record(ws, recorded, run, report, days, read.uses)
            batch = following
    run.ended_at = ws.clock()
    return run


@dataclass(slots=True)
class _Turns:
    """Who may be claimed for: not who has spent its share of the run, and nobody for too long in a row."""

    spending: Spending
    most: int
    claimed: Counter[str] = field(default_factory=Counter)

    def excluded(self) -> list[str]:
        """Feeds that others come before now."""
        return sorted(self.spending.over() | {feed for feed, n in self.claimed.items() if n >= self.most})


@dataclass(frozen=True, slots=True)
class _BatchRead:
    """What reading a batch gave."""

    articles: list[Article]
    reads: list[Read]
    put_off: list[Article]
    """Not read: their feed has had its share of the run."""
    uses: dict[str, FeedUse]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Articles that are claimed and being read."""

    articles: list[Article]
    reads: Future[_BatchRead]


def _begin_batch(
    ws: Workspace, pool: ReadingPool, reader: ThreadPoolExecutor, run: StageRun, until: datetime | None,
    limit: int | None, turns: _Turns,
) -> _Batch | None:  # fmt: skip
    """Claim the next articles and begin to read them; None where nothing waits or the run is over.

    The pool has one owner: the single thread of ``reader``.
    """
    if (limit is not None and run.claimed >= limit) or (until is not None and ws.clock() >= until):
        return None
    size = ws.settings.index.batch
    take = size if limit is None else min(size, limit - run.claimed)
    claimed = _claimed(ws, take, turns)
    run.claimed += len(claimed)
    if not claimed:
        return None
    return _Batch(claimed, reader.submit(_read_in_budget, ws, pool, claimed, turns.spending))


def _claimed(ws: Workspace, take: int, turns: _Turns) -> list[Article]:
    """The oldest that wait, of feeds whose turn it is; when those have nothing more all feeds begin a new turn."""
    while True:
        claimed = ledger_articles.claim(
            ws.ledger, Stage.INDEX, ws.clock(), limit=take, lease_seconds=ws.settings.ledger.lease_seconds,
            exclude_feeds=turns.excluded(),
        )  # fmt: skip
        if claimed or max(turns.claimed.values(), default=0) < turns.most:
            turns.claimed.update(article.listed_by for article in claimed)
            return claimed
        turns.claimed.clear()


def _give_back(ws: Workspace, batch: _Batch | None, run: StageRun) -> None:
    """Let others have what was read ahead: it has cost nobody an attempt."""
    if batch is not None:
        ledger_articles.release(ws.ledger, [article.key for article in batch.articles])
        run.claimed -= len(batch.articles)


def reading_pool(ws: Workspace) -> ReadingPool:
    """Processes that read articles, with all in memory that each of them needs."""
    warm = ("ingest.stages.preload",) if ws.settings.enrich.encoder == "bundled" else ()
    return ReadingPool(processes(ws), timeout=READ_SECONDS, preload=("ingest.stages.read_article", *warm))


def processes(ws: Workspace) -> int:
    """How many processes read pages."""
    return ws.settings.index.workers or os.cpu_count() or 1


def _indexed_now(ws: Workspace) -> datetime:
    """The clock, but never before what a rule has looked at already: a clock that went back would hide what is new from
    all rules (decision 322)."""
    with ws.ledger.read() as c:
        looked = rules.last_look(c)
    return max(ws.clock(), looked) if looked else ws.clock()


def _index_batch(
    ws: Workspace, batch: Sequence[Article], reads: Sequence[Read], run: StageRun
) -> tuple[list[Recorded], dict[str, OutletDay]]:
    """What is to be recorded, and by article key what the pages that were indexed count for their outlets."""
    to_place = [_to_place(ws, article, read) for article, read in zip(batch, reads, strict=True)]
    places = place_all(ws.ledger, to_place, ws.clock(), ws.settings.enrich.story_window_days)
    now = _indexed_now(ws)
    items = [_item(ws, *three, now) for three in zip(batch, reads, places, strict=True)]
    fresh = [item for item in items if not item.is_unchanged]
    recorded = [unchanged(item) for item in items if item.is_unchanged]
    answers = ws.index.write([item.doc for item in fresh])
    tell_others(ws.ledger, ws.index, [(item.article, item.story) for item in items])
    days = {}
    for item, answer in zip(fresh, answers, strict=True):
        recorded.append(indexed(item, now) if answer.ok else refused(item, answer, ws.clock()))
        if answer.ok:
            run.lag_seconds.append(lag_seconds(item, now))
            if (day := outlet_day(item, now)) is not None:
                days[item.article.key] = day
    return recorded, days


def read_all(ws: Workspace, pool: ReadingPool, batch: Sequence[Article]) -> list[Read]:
    """Each article read by the pool; one that hangs or crashes a worker keeps its feed's own words."""
    reads = []
    for (work,), read in pool.map(read_article, [(w,) for w in _works(ws, batch)]):
        reads.append(_read_without_page(work, read) if isinstance(read, Failed) else read)
    return reads


def _works(ws: Workspace, batch: Sequence[Article]) -> list[Work]:
    topics = ws.settings.config_dir / "topics.yaml"
    target, encoder = ws.settings.archive_target, ws.settings.enrich.encoder
    return [Work(a, ws.catalogue.get(a.feed_id), target, topics, encoder) for a in batch]


def _read_in_budget(ws: Workspace, pool: ReadingPool, batch: Sequence[Article], spending: Spending) -> _BatchRead:
    """As ``read_all``, feeds in turns, until a feed has had its share of processor time: what is left is put off."""
    uses: defaultdict[str, FeedUse] = defaultdict(FeedUse)
    read: dict[str, Read] = {}

    def affordable() -> Iterator[tuple[Work]]:
        for work in _in_turns(_works(ws, batch)):
            if not spending.is_over(work.article.listed_by):
                yield (work,)

    for (work,), timed in pool.map(read_timed, affordable(), ahead=1):
        feed = work.article.listed_by
        seconds = timed.seconds if not isinstance(timed, Failed) else READ_SECONDS
        cost = FeedUse(read=int(work.article.archive is not None), reading=seconds)
        spending.add(feed, cost)
        uses[feed] += cost
        read[work.article.key] = _read_without_page(work, timed) if isinstance(timed, Failed) else timed.read
    done = [a for a in batch if a.key in read]
    return _BatchRead(done, [read[a.key] for a in done], [a for a in batch if a.key not in read], uses)


def _in_turns(works: Sequence[Work]) -> list[Work]:
    """The first of each feed, then the second: one feed's costly pages come before nobody's only one."""
    seen: Counter[str] = Counter()
    turns = []
    for work in works:
        seen[work.article.listed_by] += 1
        turns.append(seen[work.article.listed_by])
    return [work for _, work in sorted(zip(turns, works, strict=True), key=lambda pair: pair[0])]


def _read_without_page(work: Work, failed: Failed) -> Read:
    """The article from its feed alone, because reading its page took a worker down or raised."""
    why = f"reading failed, {failed.reason}: {failed.detail}"
    read = read_article(replace(work, article=replace(work.article, archive=None)))
    return replace(read, content=from_feed(work.article, None, why), note=why)


def _to_place(ws: Workspace, article: Article, read: Read) -> ToPlace:
    published = published_at(article, read.content, ws.clock())[0] or article.first_seen_at
    completes = article.extraction_status == FEED_WORDS and isinstance(read.content, Reading)
    return ToPlace(article, _outlet(ws, article), read.signature, published, completes)


def _outlet(ws: Workspace, article: Article) -> str:
    feed = ws.catalogue.get(article.feed_id)
    return feed.outlet if feed else registered_domain(article.url)


def _item(ws: Workspace, article: Article, read: Read, story: StoryPlace, now: datetime) -> IndexedItem:
    return IndexedItem(article, read, story, document_of(ws, article, read, story, now))


def document_of(
    ws: Workspace, article: Article, read: Read, story: StoryPlace | None, indexed_at: datetime
) -> Document:
    """The document of an article that was read: what the index stage and a rebuild both write."""
    return to_document(
        ArticleParts(
            article=article,
            text=read.content,
            language=read.language,
            topics=read.topics,
            story=story,
            feed=ws.catalogue.get(article.feed_id),
            indexed_at=indexed_at,
            pipeline_version=__version__,
            vector=signed(read.signature.meaning),
        )
    )


def _record(
    ws: Workspace,
    recorded: Sequence[Recorded],
    run: StageRun,
    report: Report,
    days: Mapping[str, OutletDay] = MappingProxyType({}),
    uses: Mapping[str, FeedUse] = MappingProxyType({}),
) -> None:
    """All outcomes of a batch in one transaction, with what they count for their outlets, then told."""
    outcomes, counted = [], []
    with ws.ledger.begin() as c:
        for done, outcome in _with_merges(c, recorded):
            mine = ledger_articles.finish(c, ws.ledger, done, Stage.INDEX)
            outcomes.append(outcome if mine else lost(outcome))
            if mine and done.key in days:
                counted.append(days[done.key])
        outlets.add(c, counted)
        sources.add(c, uses, ws.clock())
    for outcome in outcomes:
        run.add(outcome)
        report(outcome)


def _with_merges(c: Connection, recorded: Sequence[Recorded]) -> list[Recorded]:
    """The same with the events as they are now: one may have been merged while its document was being written."""
    event_merges.hold_still(c)
    now = event_merges.current(c, (event for done, _ in recorded if (event := done.values.get("event_id"))))
    moved = [done.key for done, _ in recorded if done.values.get("event_id") in now]
    event_merges.mark_outdated(c, moved)
    return [
        (replace(done, values={**done.values, "event_id": now[done.values["event_id"]]}), outcome)
        if done.key in moved
        else (done, outcome)
        for done, outcome in recorded
    ]
