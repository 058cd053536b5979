"""Is the recall meter to be believed? Simulated feeds that lose entries, or do not, and what the meter says of it.

    python bench/recall.py [--seeds 20]

A row is a kind of feed: how many were truly lost, what was estimated, how often the truth lay in the interval, and gaps
that were reported where nothing was lost. The last column is the naive count (the time of a gap divided by the median
gap between entries), as most meters have it. No network: only the decisions.
"""

import argparse
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ingest.feeds.recall import Gap, find_gap, is_continued
from ingest.feeds.schedule import Rhythm, learn

START = datetime(2026, 9, 1, tzinfo=UTC)
Minutes = float


@dataclass(frozen=True)
class Kind:
    """A feed and how it is polled."""

    window: int
    every: Minutes
    days: float
    pinned: int = 0

    def items(self, rng: random.Random) -> list[datetime]:
        raise NotImplementedError


@dataclass(frozen=True)
class Steady(Kind):
    an_hour: float = 10

    def items(self, rng: random.Random) -> list[datetime]:
        at, out = START, []
        while at < START + timedelta(days=self.days):
            at += timedelta(hours=rng.expovariate(self.an_hour))
            out.append(at)
        return out


@dataclass(frozen=True)
class Batches(Kind):
    size: int = 30
    hours: float = 6
    minutes: Minutes = 0

    def items(self, rng: random.Random) -> list[datetime]:
        calm = [START + timedelta(hours=3 * (n + rng.random())) for n in range(int(self.days * 8))]
        batches = [START + timedelta(hours=self.hours * (n + 0.5)) for n in range(int(self.days * 24 / self.hours))]
        return sorted(
            calm + [b + timedelta(minutes=self.minutes * rng.random()) for b in batches for _ in range(self.size)]
        )


KINDS: dict[str, Kind] = {
    "nothing lost, default beat": Steady(window=30, every=15, days=56, an_hour=20),
    "polled just as the window fills": Steady(window=10, every=15, days=7, an_hour=20),
    "fast: 120 an hour, window 10": Steady(window=10, every=5, days=2, an_hour=120),
    "hourly polls of 20 an hour": Steady(window=10, every=60, days=3, an_hour=20),
    "the same with 4 pinned items": Steady(window=10, every=60, days=3, an_hour=20, pinned=4),
    "a burst of 45 a day": Batches(window=15, every=60, days=6, size=45, hours=24, minutes=30),
    "batches of 50 at one moment": Batches(window=20, every=60, days=3, size=50, hours=8),
    "batches that fit": Batches(window=40, every=60, days=7, size=30, hours=8),
}


def simulate(kind: Kind, seed: int) -> tuple[int, list[tuple[int, Gap]], int, float]:
    """(truly lost, gaps with their truth, false gaps, the naive count)."""
    items = kind.items(random.Random(seed))
    pins = [n.to_bytes(8) for n in range(10**9, 10**9 + kind.pinned)]
    rhythm, before, seen_to, now = Rhythm(), b"", 0, START
    lost, false, naive, gaps = 0, 0, 0.0, list[tuple[int, Gap]]()
    while now < items[-1]:
        now += timedelta(minutes=kind.every)
        upto = seen_to or sum(1 for at in items if at <= now)
        while upto < len(items) and items[upto] <= now:
            upto += 1
        first = max(0, upto - kind.window)
        hashes = b"".join([*pins, *(n.to_bytes(8) for n in range(upto - 1, first - 1, -1))])
        fresh = [items[n] for n in range(max(first, seen_to), upto)]
        truth = max(0, first - seen_to) if seen_to else 0
        lost += truth
        gap = find_gap(
            rhythm, new_dates=fresh, overlaps=is_continued(before, hashes) is not False, polled_before=bool(seen_to),
            items=upto - first + kind.pinned, items_before=kind.window + kind.pinned if seen_to >= kind.window else 0,
        )  # fmt: skip
        if gap is not None:
            gaps.append((truth, gap))
            false += truth == 0
            naive += (fresh[0] - rhythm.instants[0]).total_seconds() / (rhythm.median_gap or 1e9) - 1
        rhythm = learn(rhythm, fresh, now)
        before, seen_to = hashes, upto
    return lost, gaps, false, naive


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    options = parser.parse_args()
    print(f"{'kind':32} {'lost':>8} {'estimate':>9} {'in interval':>12} {'false gaps':>11} {'naive':>9}")
    for name, kind in KINDS.items():
        runs = [simulate(kind, seed) for seed in range(options.seeds)]
        told = [
            (sum(g.low for _, g in gaps), lost, sum(g.high or 0 for _, g in gaps)) for lost, gaps, _, _ in runs if lost
        ]
        within = sum(low <= lost <= high for low, lost, high in told)
        lost, estimate = sum(r[0] for r in runs), sum(g.missed for r in runs for _, g in r[1])
        share = f"{within} of {len(told)}" if told else "–"
        naive = sum(r[3] for r in runs)
        print(f"{name:32} {lost:8} {estimate:9.0f} {share:>12} {sum(r[2] for r in runs):11} {naive:9.0f}")


if __name__ == "__main__":
    main()
