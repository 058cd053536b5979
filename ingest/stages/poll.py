"""The poll stage: feeds that are due are asked, and what they hold that is new goes to the ledger.

claim (leases) ─▶ ask, many at once ─▶ record, in batches: articles, sightings and the feed's new state together

What polls have missed (a gap) is looked for at the end: ``stages/recover``.

Failures to connect wait until the end of the run before they are recorded: if most hosts could not be reached, the
outage was ours and counts against nobody. A run that is killed leaves leases behind that expire.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ingest.clock import Clock
from ingest.feeds.catalogue import Catalogue
from ingest.feeds.decision import FeedDecision, Polled, Sorted, failed, postponed, succeeded
from ingest.feeds.duplicates import duplicates
from ingest.feeds.learned import unpack
from ingest.feeds.quarantine import SLOWLY_POLLED
from ingest.feeds.recall import Gap
from ingest.feeds.schedule import PROMISED_SHARE, Bounds, promised
from ingest.http.client import HttpClient
from ingest.ledger import feeds as states
from ingest.ledger import gaps, sources
from ingest.ledger import websub as subscriptions
from ingest.ledger.feeds import FeedState
from ingest.ledger.gaps import FeedGap
from ingest.ledger.intake import Finds, Found, discover
from ingest.ledger.sources import FeedUse
from ingest.ledger.store import Connection, Ledger
from ingest.ledger.websub import HubSubscription
from ingest.model import Feed
from ingest.outcome import Outcome, Report, Stage, StageRun
from ingest.publishers import Publishers
from ingest.settings import PollSettings, Settings
from ingest.stages.poll_one import ask
from ingest.stages.recover import recover
from ingest.stages.unreachable import Unreachable
from ingest.urls import host
from ingest.websub import callback_base, hub_wish, next_hub

BATCH = 64
"""Feeds recorded in one transaction."""
DUPLICATE_AGAIN = timedelta(hours=6)
"""A feed that leads where another stands is looked at again: either may have moved on."""
FLOOD_INTERVAL = timedelta(minutes=30)
"""Between two polls of a feed that is in quarantine for the number of its links."""
HOLD_SHARE = 0.25
"""Of a lease: failures to connect are not held back for longer. They were claimed a while before they failed."""
_LEASE_LOST = FeedDecision({}, "lease-lost", "it took so long that another worker has the feed now")


async def poll(
    ledger: Ledger, catalogue: Catalogue, http: HttpClient, settings: Settings, clock: Clock, report: Report, *,
    feed_ids: Sequence[str] | None = None, limit: int | None = None, force: bool = False,
) -> StageRun:  # fmt: skip
    """Poll all feeds that are due (``feed_ids``: of these; ``force``: due or not). One outcome a feed.

    Articles under a policy that forbids fetching are ready for the index stage at once.
    """
    now = clock()
    run = StageRun(Stage.POLL, now)
    states.sync_catalogue(ledger, catalogue.feeds, now, first_interval=settings.poll.first_interval)
    queue = _Queue(ledger, settings, clock, feed_ids, limit, force)
    desk = _Desk(ledger, catalogue, settings, clock, report, run)
    workers = [asyncio.create_task(_work(queue, desk, http)) for _ in range(settings.poll.concurrency)]
    try:
        await asyncio.gather(*workers)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    await desk.close()
    if settings.poll.recover:
        await recover(ledger, catalogue, desk.publishers, http, settings, clock, report, run, feed_ids)
    run.ended_at = clock()
    return run


async def _work(queue: "_Queue", desk: "_Desk", http: HttpClient) -> None:
    """One of many: takes a feed, asks it, hands in what came of it."""
    while (state := await queue.take()) is not None:
        feed = desk.catalogue.get(state.id)
        if feed is None:  # left the catalogue since it was claimed
            await desk.hand_in(Polled(state, "not-in-catalogue"))
            continue
        if state.id in desk.duplicates:
            other = desk.duplicates[state.id]
            await desk.hand_in(Polled(state, "duplicate", f"leads to the address of feed {other}: polled there"))
            continue
        try:
            polled = await ask(http, feed, state, desk.settings, desk.clock)
        except Exception as e:  # noqa: BLE001 - our own mistake on one feed must not stop the others
            polled = Polled(state, "internal-error", f"{type(e).__name__}: {e}")
        await desk.hand_in(polled)


class _Queue:
    """Claims feeds a few at a time, so that leases are short and memory does not grow with their number."""

    def __init__(
        self, ledger: Ledger, settings: Settings, clock: Clock, feed_ids: Sequence[str] | None, limit: int | None,
        force: bool,
    ) -> None:  # fmt: skip
        self._ledger, self._clock, self._feed_ids, self._force = ledger, clock, feed_ids, force
        self._lease = settings.ledger.lease_seconds
        self._chunk = max(BATCH, 2 * settings.poll.concurrency)
        self._left = limit
        self._waiting: deque[FeedState] = deque()
        self._turn = asyncio.Lock()
        self._done = False
        self._started = clock()

    async def take(self) -> FeedState | None:
        """The next feed, or None when nothing is due any more."""
        async with self._turn:
            if not self._waiting and not self._done:
                self._waiting.extend(await asyncio.to_thread(self._claim))
            return self._waiting.popleft() if self._waiting else None

    def _claim(self) -> list[FeedState]:
        """A forced run claims everything once; others go on until nothing is due."""
        room = 1_000_000 if self._force else self._chunk
        room = room if self._left is None else min(room, self._left)
        found = states.claim_due(
            self._ledger, self._clock(), limit=room, lease_seconds=self._lease, feed_ids=self._feed_ids,
            force=self._force, due_by=self._started,
        )  # fmt: skip
        if self._left is not None:
            self._left -= len(found)
        self._done = self._force or not found or self._left == 0
        return found


class _Desk:
    """Records what comes in, in batches, and reports each outcome once it is stored."""

    def __init__(
        self, ledger: Ledger, catalogue: Catalogue, settings: Settings, clock: Clock, report: Report, run: StageRun
    ) -> None:  # fmt: skip
        self.catalogue, self.settings, self.clock = catalogue, settings.poll, clock
        self.publishers = Publishers(catalogue.feeds)
        self._hold_seconds = settings.ledger.lease_seconds * HOLD_SHARE
        self._ledger, self._report, self._run = ledger, report, run
        self._inbox: list[Polled] = []
        self._has_hubs = callback_base(settings) is not None
        self._held = Unreachable[Polled](
            clock, host=lambda polled: host(polled.state.effective_url), is_reached=lambda polled: polled.is_reached
        )
        self._turn = asyncio.Lock()
        with ledger.read() as c:
            self._flooding = {i for i, q in sources.active(c).items() if q.reason == SLOWLY_POLLED}
            self.duplicates = duplicates(states.states(c).values())
        self._on_host = Counter(host(feed.url) for feed in catalogue.enabled)

    async def hand_in(self, polled: Polled) -> None:
        """Take one in; writes when a batch is full."""
        self._run.claimed += 1
        self._inbox += self._held.sort([polled])
        if len(self._inbox) >= BATCH:
            await self._flush()
        if self._held.is_older_than(self._hold_seconds):
            await self._record_held()

    async def close(self) -> None:
        """Write what is left. Only now is it known whose fault the failures to connect were."""
        await self._flush()
        await self._record_held()

    async def _record_held(self) -> None:
        """Record failures to connect: those that have waited for long, or all at the end."""
        is_ours, held = self._held.is_own_outage, self._held.take()
        for start in range(0, len(held), BATCH):
            await self._record(held[start : start + BATCH], outage=is_ours)

    async def _flush(self) -> None:
        async with self._turn:
            batch, self._inbox = self._inbox, []
            await self._record(batch, outage=False)

    async def _record(self, batch: list[Polled], *, outage: bool) -> None:
        if not batch:
            return
        verdicts = await asyncio.to_thread(self._store, batch, outage)
        for polled, verdict in zip(batch, verdicts, strict=True):
            outcome = Outcome(Stage.POLL, polled.state.id, verdict.name, verdict.detail, verdict.ok, verdict.new)
            self._run.add(outcome)
            self._report(outcome)

    def _store(self, batch: list[Polled], outage: bool) -> list[FeedDecision]:
        """One transaction: the entries, and the state of the feeds that they came from."""
        now = self.clock()
        finds = {
            p.state.id: Finds(feed, p.parsed.entries, self._silent_before(p, now))
            for p in batch
            if p.parsed and (feed := self._feed(p))
        }
        with self._ledger.begin() as c:
            found = dict(zip(finds, discover(c, list(finds.values()), self.publishers, now), strict=True))
            hubs = subscriptions.of_feeds(c, [p.state.id for p in batch]) if self._has_hubs else {}
            verdicts = [self._judge(p, found.get(p.state.id), outage, now, hubs) for p in batch]
            sources.add(c, {i: FeedUse(links=n) for i, n in self._links(batch, found).items()}, now)
            decided = [v if self._recorded(c, p, v) else _LEASE_LOST for p, v in zip(batch, verdicts, strict=True)]
            if self._has_hubs:
                for polled, verdict in zip(batch, decided, strict=True):
                    _follow_hub(c, polled, verdict, hubs.get(polled.state.id), now)
            return decided

    def _links(self, batch: list[Polled], found: dict[str, Found]) -> dict[str, int]:
        """New links by feed; a first document may be as long as it likes."""
        first = {p.state.id for p in batch if p.state.last_success_at is None}
        return {feed_id: len(f.new) for feed_id, f in found.items() if f.new and feed_id not in first}

    def _silent_before(self, polled: Polled, now: datetime) -> datetime | None:
        """For a feed's first document: what is older tells nobody."""
        if polled.state.last_success_at is not None:
            return None
        return now - timedelta(hours=self.settings.baseline_hours)

    def _recorded(self, c: Connection, polled: Polled, verdict: FeedDecision) -> bool:
        asked_at = polled.response.started_at if polled.response is not None else None
        if not states.record(c, self._ledger, polled.state.id, verdict.values, asked_at=asked_at):
            return False
        if verdict.gap is not None:
            gaps.add(c, feed_gap(polled, verdict.gap, self.clock()), search=self.settings.recover)
        return True

    def _judge(
        self, polled: Polled, found: Found | None, outage: bool, now: datetime, hubs: Mapping[str, HubSubscription]
    ) -> FeedDecision:  # fmt: skip
        feed = self._feed(polled)
        if feed is None:
            return FeedDecision({"state": "disabled"}, polled.name)
        limits = bounds(feed, self.settings, feeds_on_host=self._on_host[host(feed.url)])
        if polled.name == "duplicate":
            return postponed(polled, now + DUPLICATE_AGAIN, now)
        if polled.name == "host-paused":
            return postponed(polled, polled.paused_until or now + timedelta(seconds=limits.shortest), now)
        if not polled.ok:
            return failed(polled, limits, now, own_outage=outage)
        entries = Sorted(found.new, found.elsewhere, found.before, found.edited) if found else Sorted()
        hub = hubs.get(polled.state.id)
        decision = succeeded(
            polled, entries, limits, now, is_pushed=hub is not None and hub.keeps_word and hub.is_live(now)
        )
        if polled.state.id in self._flooding:
            slow = max(decision.values["next_due"], now + FLOOD_INTERVAL)
            return replace(decision, values={**decision.values, "next_due": slow})
        return decision

    def _feed(self, polled: Polled) -> Feed | None:
        return self.catalogue.get(polled.state.id)


def _follow_hub(
    c: Connection, polled: Polled, verdict: FeedDecision, hub: HubSubscription | None, now: datetime
) -> None:  # fmt: skip
    """Subscribe where the feed offers it, and see whether the hub said what this poll has found."""
    if not polled.ok or "rhythm" not in verdict.values:
        return
    state = polled.state
    hints = unpack(verdict.values["rhythm"]).hints
    offered = [h for h in (hints.hub, *hints.more_hubs) if h]
    chosen = next_hub(offered, hub.hub if hub else None, is_refused=hub is not None and hub.is_refused)
    subscriptions.want(c, state.id, hub_wish(chosen, hints.topic, state.effective_url), hub, now)
    if hub is not None and verdict.new and state.last_polled_at is not None:
        is_nudged = state.nudged_at is not None and state.nudged_at >= state.last_polled_at
        subscriptions.judge(c, hub, keeps_word=is_nudged)


def feed_gap(polled: Polled, gap: Gap, now: datetime) -> FeedGap:
    """A gap as the ledger keeps it, with what the document before it spanned."""
    window = unpack(polled.state.rhythm).rhythm.window_seconds
    return FeedGap(polled.state.id, now, gap.since, gap.until, gap.missed, gap.low, gap.high, window)


def bounds(feed: Feed, settings: PollSettings, *, feeds_on_host: int = 1) -> Bounds:
    """A feed's own limits, or the global ones, and what is promised of it.

    Where a host carries so many feeds that the promise would ask it too often, they are asked as often as its budget
    allows: the promise is then what is left of it.
    """
    shortest = feed.min_interval or settings.min_interval
    longest = max(shortest, feed.max_interval or settings.max_interval)
    affordable = int(feeds_on_host * 3600 / settings.host_requests_an_hour / PROMISED_SHARE)
    first = min(max(settings.first_interval, shortest), longest)
    return Bounds(shortest, longest, first, max(promised(feed, settings), affordable))
