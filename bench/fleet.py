"""10,000 feeds on four workers, by simulation: python -m bench.fleet [--feeds 10000] [--hours 3] [--ledger URL]

The clock is simulated and there is no network; claims, leases, the schedule and what is recorded are the real code over
a real ledger (SQLite, or PostgreSQL with ``--ledger``). Feeds have rhythms from one item in two minutes to one a week;
an answer takes a third of a second on the median, one in fifty runs into its time limit. Each worker begins a run a
minute after its last, as ``run --every 1m`` does. One is killed in the middle of its work after half of the time: its
leases expire, the others take over. Printed: what was due and polled a minute, how late items were seen, how long a
due feed waited, how busy the workers were, and the ledger's own processor time.
"""

import argparse
import heapq
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from ingest.feeds.hints import FeedHints
from ingest.feeds.schedule import Rhythm, learn, next_after_success
from ingest.ledger import feeds as states
from ingest.ledger.store import Ledger, open_ledger
from ingest.model import Feed
from ingest.settings import Settings
from ingest.stages.poll import BATCH, bounds

START = datetime(2026, 9, 1, tzinfo=UTC)
RHYTHMS = {  # name → (share of the feeds, minutes between items)
    "one in 2 minutes": (0.03, 2), "two an hour": (0.17, 30), "one in 3 hours": (0.35, 180), "one a day": (0.30, 1440),
    "one a week": (0.15, 10_080),
}  # fmt: skip
FEEDS_A_HOST = 3
BEAT = timedelta(minutes=1)
SLOW_SHARE, SLOW_SECONDS, MEDIAN_SECONDS = 0.02, 20.0, 0.35


@dataclass(slots=True)
class SimulatedFeed:
    """What a publisher does, and what polling has taught us."""

    feed: Feed
    kind: str
    items: list[datetime]
    """Still unseen, oldest first."""
    rhythm: Rhythm = field(default_factory=Rhythm)
    due: datetime = START
    lease_until: datetime = START


@dataclass(slots=True)
class Worker:
    """One process; ``ledger`` is its own connection and name."""

    ledger: Ledger
    busy: float = 0.0
    """Seconds of its places on the wire."""
    polls: int = 0
    is_killed: bool = False


@dataclass(slots=True)
class Figures:
    """What is measured after the warm-up."""

    lags: dict[str, list[float]] = field(default_factory=dict)
    """By rhythm, seconds from an item's publication to its poll."""
    waits: list[float] = field(default_factory=list)
    """Seconds that a due feed waited for its poll."""
    polls: int = 0
    doubled: int = 0
    """Feeds that were claimed while another held them."""


class Fleet:
    """Feeds, workers and a clock that only goes when something happens."""

    def __init__(
        self, feeds: Sequence[SimulatedFeed], workers: Sequence[Worker], settings: Settings, rng: random.Random
    ):
        self.feeds = {one.feed.id: one for one in feeds}
        self.workers, self.settings, self.rng = workers, settings, rng
        self.figures = Figures()
        self.lost = set[str]()
        """Claimed by the worker that was killed, and not polled since."""

    def run(self, hours: float, cpu_ms: float) -> None:
        """Go through the time; a quarter of it is warm-up."""
        end, warm = START + timedelta(hours=hours), START + timedelta(hours=hours / 4)
        kill = START + timedelta(hours=hours / 2)
        turns = [(START + n * BEAT / len(self.workers), n) for n in range(len(self.workers))]
        heapq.heapify(turns)
        while turns and turns[0][0] < end:
            now, n = heapq.heappop(turns)
            worker = self.workers[n]
            is_last = n == 0 and now >= kill and len(self.workers) > 1
            done = self._chunk(worker, now, cpu_ms, is_measured=now >= warm, dies=is_last)
            if not worker.is_killed:
                heapq.heappush(turns, (done or now + BEAT, n))

    def _chunk(self, worker: Worker, now: datetime, cpu_ms: float, *, is_measured: bool, dies: bool) -> datetime | None:
        """Claim, ask, record, as the poll stage does; when it is over, None if nothing was due."""
        lease = self.settings.ledger.lease_seconds
        claimed = states.claim_due(worker.ledger, now, limit=BATCH, lease_seconds=lease)
        for state in claimed:
            one = self.feeds[state.id]
            self.figures.doubled += one.lease_until > now
            one.lease_until = now + timedelta(seconds=lease)
        if dies and claimed:
            worker.is_killed, self.lost = True, {state.id for state in claimed}
            return None
        if not claimed:
            return None
        ends = self._asked(worker, now, len(claimed), cpu_ms)
        with worker.ledger.begin() as c:
            for state, at in zip(claimed, ends, strict=True):
                self._record(c, worker, state.id, at, is_measured=is_measured)
        return max(ends)

    def _asked(self, worker: Worker, now: datetime, count: int, cpu_ms: float) -> list[datetime]:
        """When each answer is there: so many places on the wire, and one processor for what came."""
        places = [0.0] * self.settings.poll.concurrency
        ends, processor = [], 0.0
        for _ in range(count):
            slow = self.rng.random() < SLOW_SHARE
            seconds = SLOW_SECONDS if slow else MEDIAN_SECONDS * self.rng.lognormvariate(0, 0.8)
            begun = heapq.heappop(places)
            processor = max(processor, begun + seconds) + cpu_ms / 1000
            heapq.heappush(places, processor if processor > begun + seconds else begun + seconds)
            worker.busy += seconds
            ends.append(now + timedelta(seconds=processor))
        return ends

    def _record(self, c: Connection, worker: Worker, feed_id: str, at: datetime, *, is_measured: bool) -> None:
        one = self.feeds[feed_id]
        new = [item for item in one.items if item <= at]
        one.items = one.items[len(new) :]
        one.rhythm = learn(one.rhythm, new, at)
        limits = bounds(one.feed, self.settings.poll, feeds_on_host=FEEDS_A_HOST)
        decision = next_after_success(feed_id, one.rhythm, limits, at, hints=FeedHints())
        values = {"next_due": decision.due, "interval_seconds": decision.interval, "last_polled_at": at,
                  "last_success_at": at, "last_outcome": "new" if new else "unchanged"}  # fmt: skip
        if not states.record(c, worker.ledger, feed_id, values):
            self.figures.doubled += 1
            return
        self.lost.discard(feed_id)
        worker.polls += 1
        if is_measured:
            self.figures.polls += 1
            self.figures.waits.append((at - one.due).total_seconds())
            self.figures.lags.setdefault(one.kind, []).extend((at - item).total_seconds() for item in new)
        one.due, one.lease_until = decision.due, START


def simulated_feeds(count: int, hours: float, rng: random.Random) -> list[SimulatedFeed]:
    """Feeds by their shares; each has been known for long, and what it published before is its rhythm."""
    kinds = rng.choices(list(RHYTHMS), [share for share, _ in RHYTHMS.values()], k=count)
    made = []
    for n, kind in enumerate(kinds):
        every = timedelta(minutes=RHYTHMS[kind][1])
        url = f"https://h{n // FEEDS_A_HOST}.example/rss{n % FEEDS_A_HOST}"
        feed = Feed(id=f"f{n}", url=url, name=f"f{n}", outlet=f"h{n // FEEDS_A_HOST}", outlet_name="", country="FR",
                    language=None, kind="news")  # fmt: skip
        before = [START - every * rng.expovariate(1) * (1 + i) for i in range(12)]
        at, items = START, []
        while (at := at + every * rng.expovariate(1)) < START + timedelta(hours=hours):
            items.append(at)
        made.append(SimulatedFeed(feed, kind, items, learn(Rhythm(), before, START)))
    return made


@contextmanager
def opened(url: str | None, workers: int) -> Iterator[list[Worker]]:
    """A ledger of its own for each worker, all of one database."""
    with tempfile.TemporaryDirectory() as folder:
        target = url or f"sqlite:///{folder}/fleet.sqlite"
        team = [Worker(open_ledger(target, worker=f"w{n}", migrate=n == 0)) for n in range(workers)]
        try:
            if url:
                with team[0].ledger.read() as c:
                    if c.execute(text("SELECT 1 FROM feeds WHERE url NOT LIKE 'https://h%.example/rss%'")).first():
                        raise SystemExit("--ledger: this database is in use; name an empty one")
            yield team
        finally:
            for one in team:
                one.ledger.close()


def quantile(values: Sequence[float], share: float) -> float:
    """Of values in any order; 0 of none."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def report(fleet: Fleet, hours: float, seconds: float) -> None:
    """Tables as docs/benchmarks.md has them."""
    figures, waits, polls = fleet.figures, fleet.figures.waits, sum(w.polls for w in fleet.workers)
    print(f"polls a minute {figures.polls / (hours * 45):.0f}; ledger and schedule {1000 * seconds / polls:.2f} ms CPU")
    middle, late, longest = statistics.median(waits), quantile(waits, 0.95), max(waits)
    print(f"a due feed is recorded after: median {middle:.0f} s, p95 {late:.0f} s, longest {longest:.0f} s")
    places = fleet.settings.poll.concurrency * 3600
    for n, worker in enumerate(fleet.workers):
        alive, name = hours / 2 if worker.is_killed else hours, "killed" if worker.is_killed else "worker"
        print(f"{name} {n}: {worker.polls} polls, {100 * worker.busy / places / alive:.0f} % of its places busy")
    print(f"held twice: {figures.doubled}; of the killed worker's feeds never polled again: {len(fleet.lost)}")
    print(
        "\n| rhythm | items | seen within, median min | p95 | longest | over the promise |", "|---" * 6 + "|", sep="\n"
    )
    for kind in RHYTHMS:
        lags = [lag / 60 for lag in figures.lags.get(kind, [])]
        over = sum(lag > fleet.settings.poll.promise / 60 for lag in lags)
        shown = (quantile(lags, 0.5), quantile(lags, 0.95), max(lags, default=0.0))
        print(f"| {kind} | {len(lags)} | {' | '.join(f'{one:.0f}' for one in shown)} | {over} |")


def main(argv: list[str] | None = None) -> None:
    """Simulate and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--feeds", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--hours", type=float, default=3.0)
    parser.add_argument("--cpu-ms", type=float, default=15.0, help="a worker's processor time for one answer")
    parser.add_argument("--ledger", help="an empty PostgreSQL database as SQLAlchemy URL; without it SQLite")
    asked = parser.parse_args(argv)
    rng = random.Random(17)
    feeds = simulated_feeds(asked.feeds, asked.hours, rng)
    with opened(asked.ledger, asked.workers) as team:
        states.sync_catalogue(team[0].ledger, [one.feed for one in feeds], START)
        begun = time.process_time()
        fleet = Fleet(feeds, team, Settings(), rng)
        fleet.run(asked.hours, asked.cpu_ms)
        report(fleet, asked.hours, time.process_time() - begun)


if __name__ == "__main__":
    main()
