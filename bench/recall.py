"""Is the recall meter to be believed? Simulated feeds that lose entries, or do not, and what the meter says of it.

    python bench/recall.py [--seeds 20] [--first 0]

A row is a kind of feed: how many were truly lost, what was estimated, in how many runs and of how many gaps the truth
lay in the interval, gaps that were reported where nothing was lost, and the ends of the intervals as multiples of the
truth. The last column is the naive count (the time of a gap divided by the median gap between entries), as most
meters have it. No network: only the decisions.
"""

import argparse
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ingest.feeds.recall import Gap, find_gap, is_continued, starts_anew
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


@dataclass(frozen=True)
class Made(Kind):
    """Of several processes, each of which gives hours since the start."""

    parts: tuple["Process", ...] = ()

    def items(self, rng: random.Random) -> list[datetime]:
        return sorted(START + timedelta(hours=h) for part in self.parts for h in part(rng, self.days * 24))


Process = Callable[[random.Random, float], Iterable[float]]


def varying(rate: Callable[[float], float], most: float) -> Process:
    """Items by chance, ``rate`` of them an hour at an hour since the start, never more than ``most``."""

    def process(rng: random.Random, hours: float) -> Iterable[float]:
        at = rng.expovariate(most)
        while at < hours:
            if rng.random() * most < rate(at):
                yield at
            at += rng.expovariate(most)

    return process


def clusters(hours_between: float, least: int, most: int, *, within: float = 0.0, at: float | None = None) -> Process:
    """Several items at once, or ``within`` hours; at chance moments, or regularly, first ``at`` an hour."""

    def process(rng: random.Random, hours: float) -> Iterable[float]:
        start = rng.expovariate(1 / hours_between) if at is None else at
        while start < hours:
            yield from (start + within * rng.random() for _ in range(rng.randint(least, most)))
            start += rng.expovariate(1 / hours_between) if at is None else hours_between

    return process


def heavy_tailed(mean: float, alpha: float) -> Process:
    """Pauses by Pareto's law."""

    def process(rng: random.Random, hours: float) -> Iterable[float]:
        at = 0.0
        while at < hours:
            at += mean * (alpha - 1) / alpha * rng.paretovariate(alpha)
            yield at

    return process


def silenced(rate: float, every: float, length: float) -> Process:
    """A source whose items of an outage all come at its end."""

    def process(rng: random.Random, hours: float) -> Iterable[float]:
        for at in varying(lambda _: rate, rate)(rng, hours):
            since = at % every - every / 2
            yield at - since + length if 0 <= since < length else at

    return process


def _day(hour: float) -> float:
    return 1.0 if 7 <= hour % 24 <= 21 else 0.1


def _week(hour: float) -> float:
    return 1.0 if hour // 24 % 7 < 5 and 8 <= hour % 24 <= 19 else 0.0


KINDS: dict[str, Kind] = {
    "nothing lost, default beat": Steady(window=30, every=15, days=56, an_hour=20),
    "polled just as the window fills": Steady(window=10, every=15, days=7, an_hour=20),
    "fast: 120 an hour, window 10": Steady(window=10, every=5, days=2, an_hour=120),
    "hourly polls of 20 an hour": Steady(window=10, every=60, days=3, an_hour=20),
    "the same with 4 pinned items": Steady(window=10, every=60, days=3, an_hour=20, pinned=4),
    "a burst of 45 a day": Batches(window=15, every=60, days=6, size=45, hours=24, minutes=30),
    "batches of 50 at one moment": Batches(window=20, every=60, days=3, size=50, hours=8),
    "batches that fit": Batches(window=40, every=60, days=7, size=30, hours=8),
    "clusters of 1 to 15 at once": Made(10, 60, 4, parts=(clusters(2, 1, 15),)),
    "the same within 3 minutes, often": Made(10, 60, 3, parts=(clusters(0.5, 1, 15, within=0.05),)),
    "the same beside 3 an hour": Made(15, 120, 5, parts=(clusters(2, 1, 15), varying(lambda _: 3, 3))),
    "day and night": Made(10, 60, 4, parts=(varying(lambda h: 20 * _day(h), 20),)),
    "day and night, 6 h between polls": Made(30, 360, 14, parts=(varying(lambda h: 10 * _day(h), 10),)),
    "silent weekends": Made(10, 60, 8, parts=(varying(lambda h: 15 * _week(h), 15),)),
    "the same, 12 h between polls": Made(30, 720, 28, parts=(varying(lambda h: 10 * _week(h), 10),)),
    "pauses with heavy tails": Made(10, 60, 4, parts=(heavy_tailed(0.05, 1.3),)),
    "a daily digest and a trickle": Made(20, 60, 8, parts=(clusters(24, 25, 35, at=8.3), varying(lambda _: 0.5, 0.5))),
    "breaking news for two hours": Made(15, 60, 12, parts=(varying(lambda h: 45 if h % 56 < 2 else 3, 45),)),
    "the source's outages": Made(25, 60, 9, parts=(silenced(10, 36, 5),)),
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
        overlaps = is_continued(before, hashes) is not False
        gap = find_gap(
            rhythm, new_dates=fresh, overlaps=overlaps, polled_before=bool(seen_to),
            items=upto - first + kind.pinned, items_before=kind.window + kind.pinned if seen_to >= kind.window else 0,
            last_seen=now - timedelta(minutes=kind.every) if seen_to else None,
        )  # fmt: skip
        if gap is not None:
            gaps.append((truth, gap))
            false += truth == 0
            naive += (fresh[0] - rhythm.instants[0]).total_seconds() / (rhythm.median_gap or 1e9) - 1
        rhythm = learn(rhythm, fresh, now, cuts=starts_anew(fresh, overlaps=overlaps, polled_before=bool(seen_to)))
        before, seen_to = hashes, upto
    return lost, gaps, false, naive


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    options = parser.parse_args()
    print(
        f"{'kind':34} {'lost':>6} {'estimate':>9} {'runs':>9} {'gaps':>12} {'false':>6} "
        f"{'interval / lost':>16} {'naive':>7}"
    )
    for name, kind in KINDS.items():
        print(line(name, [simulate(kind, seed) for seed in range(options.first, options.first + options.seeds)]))


def line(name: str, runs: list[tuple[int, list[tuple[int, Gap]], int, float]]) -> str:
    """``runs`` and ``gaps``: those with the truth in the interval; a run's interval is the sum of its gaps'."""
    gaps = [gap for _, of_run, _, _ in runs for gap in of_run]
    sums = [(sum(g.low for _, g in of_run), lost, sum(g.high or 0 for _, g in of_run)) for lost, of_run, _, _ in runs]
    told = [s for s in sums if s[1]]
    lost, estimate = sum(r[0] for r in runs), sum(g.missed for _, g in gaps)
    within = f"{sum(low <= n <= high for low, n, high in told)} of {len(told)}" if told else "–"
    each = f"{sum(g.low <= n <= (g.high or 0) for n, g in gaps)} of {len(gaps)}" if gaps else "–"
    width = f"{sum(s[0] for s in told) / lost:.2f} to {sum(s[2] for s in told) / lost:.1f}" if lost else "–"
    false, naive = sum(r[2] for r in runs), sum(r[3] for r in runs)
    return f"{name:34} {lost:6} {estimate:9.0f} {within:>9} {each:>12} {false:6} {width:>16} {naive:7.0f}"


if __name__ == "__main__":
    main()
