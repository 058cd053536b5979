"""Pages of discovered articles: asked for politely, archived, then recorded.

    ledger: discovered ─ claim ─▶ ask (a task each) ─ group ─▶ archive ─▶ ledger: fetched | failed | refused

The archive is written before the ledger says so; a worker killed in between leaves a record that
nothing refers to, and a lease that expires. Whatever has come back by the time the last group was
recorded is recorded together: one fsync and one transaction for all of it.

Hosts that could not be reached wait for the end of the run: if they are most of those asked, the
outage is ours, nothing more is claimed, and no article loses an attempt by it.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ingest.archive import Archive
from ingest.clock import Clock
from ingest.fetch.decision import FetchDecision, Use
from ingest.fetch.page import NOBODY, Fetched, FetchedBefore, fetch_page
from ingest.http.client import HttpClient
from ingest.http.response import Validators
from ingest.http.retry import backoff
from ingest.ledger import articles as ledger_articles
from ingest.ledger import feeds as feed_states
from ingest.ledger import hosts as ledger_hosts
from ingest.ledger import sources, words_first
from ingest.ledger.sources import FeedUse
from ingest.ledger.store import Ledger
from ingest.model import Article
from ingest.outcome import Report, Stage, StageRun
from ingest.publishers import Publishers
from ingest.rights.site_rules import Sites
from ingest.settings import Settings
from ingest.stages.record_fetched import record
from ingest.stages.spending import Spending
from ingest.stages.unreachable import LATELY, OWN_OUTAGE, Unreachable
from ingest.urls import host

OVER_BUDGET = "over-budget"
LOOK_AGAIN = timedelta(minutes=5)
"""After an outage of our own."""
_AHEAD = 4
"""How many articles are claimed for each request on the wire: most of them wait for their host's turn."""
_FEED_SHARE = 4
"""One feed may have a fourth of the places, claimed and on the wire: two hundred slow pages of one outlet must not keep
another's single page waiting."""


async def fetch(
    ledger: Ledger, archive: Archive, http: HttpClient, settings: Settings, clock: Clock, report: Report,
    *, publishers: Publishers = NOBODY, limit: int | None = None, until: datetime | None = None,
) -> StageRun:  # fmt: skip
    """Fetch what waits for it, until nothing is due, ``limit`` articles are claimed, or it is ``until``."""
    run = StageRun(Stage.FETCH, clock())
    work = _Work(ledger, archive, http, settings, clock, report, run, publishers)
    try:
        await work.go(limit, until)
        await asyncio.to_thread(work.let_words_stand_in)
    finally:
        await work.give_back()
        run.ended_at = clock()
    return run


class _Work:
    """What is under way in one run."""

    def __init__(
        self, ledger: Ledger, archive: Archive, http: HttpClient, settings: Settings, clock: Clock,
        report: Report, run: StageRun, publishers: Publishers,
    ) -> None:  # fmt: skip
        self.ledger, self.archive, self.http, self.settings = ledger, archive, http, settings
        self.clock, self.report, self.run, self.publishers = clock, report, run, publishers
        self.sites = Sites(ledger, http)
        self.under_way: dict[asyncio.Task[Fetched], Article] = {}
        self.held = Unreachable[Fetched](
            clock, host=lambda fetched: host(fetched.article.url), is_reached=lambda fetched: fetched.reached,
            feed=lambda fetched: fetched.article.listed_by, reached_lately=self._reached_lately(),
        )  # fmt: skip
        with ledger.read() as c:
            self.spending = Spending(sources.active(c))
        self.window = settings.fetch.concurrency * _AHEAD
        spaced = settings.fetch.host_delay_seconds > 0
        self.per_feed = max(4, self.window // _FEED_SHARE)
        self.wires: dict[str, asyncio.Semaphore] = {}
        self.per_host = max(4, 2 * settings.fetch.per_host) if spaced else self.window

    def _reached_lately(self) -> bool:
        with self.ledger.read() as c:
            at = feed_states.last_success(c)
        return at is not None and self.clock() - at < LATELY

    async def go(self, limit: int | None, until: datetime | None) -> None:
        """Claim, ask and record until there is nothing left to claim."""
        while True:
            in_time = until is None or self.clock() < until
            if in_time and len(self.under_way) <= self.window // 2 and not self.held.is_own_outage:
                await self._claim(limit)
            if not self.under_way:
                break
            done, _ = await asyncio.wait(self.under_way, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                self.spending.add((fetched := task.result()).article.listed_by, use_of(fetched))
            await self._record(self.held.sort([task.result() for task in done]))
            for task in done:
                del self.under_way[task]
            if self.held.is_older_than(self.settings.ledger.lease_seconds / 3):
                await self._record_held()
        await self._record_held()

    async def _record_held(self) -> None:
        await self._record([self._judged(fetched) for fetched in self.held.waiting])
        self.held.take()

    def _judged(self, fetched: Fetched) -> Fetched:
        """With the verdict it gets: its own, or none at all where the outage was ours."""
        if not self.held.is_own_outage:
            return fetched
        detail = f"{self.held.hosts} hosts could not be reached"
        later = FetchDecision(Use.LATER, OWN_OUTAGE, detail, self.clock() + LOOK_AGAIN, counts=False)
        return replace(fetched, verdict=later)

    async def _claim(self, limit: int | None) -> None:
        room = self.window - len(self.under_way)
        most = room if limit is None else min(room, limit - self.run.claimed)
        if most <= 0:
            return
        claimed = await asyncio.to_thread(self._claimed, most)
        self.run.claimed += len(claimed)
        for article, known in claimed:
            self.under_way[asyncio.create_task(self._one(article, known))] = article

    def _claimed(self, most: int) -> list[tuple[Article, FetchedBefore]]:
        now = self.clock()
        busy = Counter(host(a.url) for a in self.under_way.values())
        with self.ledger.read() as c:
            for name, until in ledger_hosts.paused(c, now).items():
                self.http.pace.pause(name, until)
        listing = Counter(a.listed_by for a in self.under_way.values())
        full = (
            {feed for feed, n in listing.items() if n >= self.per_feed} | self.spending.over() | set(self.spending.slow)
        )
        away = self.http.pace.paused() | {name for name, n in busy.items() if n >= self.per_host}
        got = ledger_articles.claim(
            self.ledger, Stage.FETCH, now, limit=most, lease_seconds=self.settings.ledger.lease_seconds,
            exclude_hosts=sorted(away), exclude_feeds=sorted(full), per_host=self.per_host, per_feed=self.per_feed,
        )  # fmt: skip
        for feed in self.spending.slow_places(listing)[: max(0, most - len(got))]:
            got += ledger_articles.claim(
                self.ledger, Stage.FETCH, now, limit=1, lease_seconds=self.settings.ledger.lease_seconds,
                exclude_hosts=sorted(away), of_feed=feed, per_host=1,
            )  # fmt: skip
        known = self._validators([a.key for a in got if a.archive is not None])
        return [(a, known.get(a.key, FetchedBefore())) for a in got]

    def _validators(self, keys: Sequence[str]) -> dict[str, FetchedBefore]:
        if not keys:
            return {}
        with self.ledger.read() as c:
            return {
                key: FetchedBefore(Validators(etag, modified), payload_hash)
                for key, (etag, modified, payload_hash) in ledger_articles.validators(c, keys).items()
            }

    async def _one(self, article: Article, known: FetchedBefore) -> Fetched:
        """One article; a fault of our own is an outcome too, so that the rest of the batch goes on."""
        places = max(2, self.settings.fetch.concurrency // _FEED_SHARE)
        try:
            async with self.wires.setdefault(article.listed_by, asyncio.Semaphore(places)):
                if self.spending.is_over(article.listed_by):
                    return self._over_budget(article)
                return await fetch_page(article, self.http, self.sites, self.settings.fetch, known, self.publishers)
        except Exception as e:  # noqa: BLE001
            again = backoff(article.attempts + 1, self.clock(), subject=article.key)
            return Fetched(article, FetchDecision(Use.LATER, "internal-error", f"{type(e).__name__}: {e}"[:500], again))

    def _over_budget(self, article: Article) -> Fetched:
        detail = f"feed {article.listed_by} has had its share of this run"
        later = FetchDecision(Use.LATER, OVER_BUDGET, detail, self.clock() + LOOK_AGAIN, counts=False)
        return Fetched(article, later)

    async def _record(self, group: Sequence[Fetched]) -> None:
        if not group:
            return
        paused_until, now = self.http.pace.paused_until, self.clock()
        uses = charges(group)
        for outcome in await asyncio.to_thread(record, self.ledger, self.archive, group, paused_until, now, uses):
            self.run.add(outcome)
            self.report(outcome)

    def let_words_stand_in(self) -> None:
        """What has not had its turn, by the end of the time or because its host is paused, goes on with its words."""
        now = self.clock()
        late = now - timedelta(seconds=self.settings.fetch.words_after_seconds)
        soon, pace = now + words_first.SHORT_WAIT, self.http.pace
        paused = [name for name in pace.paused() if (until := pace.paused_until(name)) is None or until > soon]
        words_first.let_stand_in(self.ledger, now, seen_before=late, paused_hosts=paused)

    async def give_back(self) -> None:
        """Stopped early: cancel what is under way and give its leases back untouched."""
        for task in self.under_way:
            task.cancel()
        await asyncio.gather(*self.under_way, return_exceptions=True)
        left = [a.key for a in self.under_way.values()] + [f.article.key for f in self.held.waiting]
        self.run.claimed -= len(left)
        await asyncio.to_thread(ledger_articles.release, self.ledger, left)


def use_of(fetched: Fetched) -> FeedUse:
    """What one page has cost the feed that lists it; nothing where nobody was asked."""
    if fetched.reached is None and not fetched.seconds:
        return FeedUse()
    dead = {host(fetched.article.url)} if fetched.reached is False else set()
    is_missing = fetched.answer is not None and fetched.answer.status in (404, 410)
    return FeedUse(
        pages=1, seconds=fetched.seconds, received=fetched.received, missing=int(is_missing),
        dead_hosts=frozenset(dead),
    )  # fmt: skip


def charges(group: Sequence[Fetched]) -> dict[str, FeedUse]:
    """What a group has cost, by the feed that lists it; an outage of our own is charged to nobody."""
    uses: defaultdict[str, FeedUse] = defaultdict(FeedUse)
    for fetched in group:
        if fetched.verdict.name != OWN_OUTAGE and (use := use_of(fetched)) != FeedUse():
            uses[fetched.article.listed_by] += use
    return uses
