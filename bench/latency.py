"""How late are items seen? Simulated feeds of many rhythms, against the schedule, in ratio to a fixed interval.

    python bench/latency.py    # median and 95 % in minutes, requests a day; the last column is a peer's fixed hour

A run starts every five minutes, as cron does. Items appear by a seeded process; what the schedule knows of a feed is
what it would have learnt by polling. No network, no clock: only the decisions.
"""

import argparse
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from ingest.feeds.hints import FeedHints
from ingest.feeds.schedule import Bounds, Rhythm, learn, next_after_success

START = datetime(2026, 9, 1, tzinfo=UTC)
BEAT = timedelta(minutes=5)
OLD = Bounds(300, 86_400, 1800)
PROMISED = Bounds(300, 86_400, 1800, promise=1800)
PEER = timedelta(hours=1)


def poisson(every: timedelta) -> Callable[[random.Random], list[datetime]]:
    def items(rng: random.Random) -> list[datetime]:
        at, out, end = START, [], START + max(timedelta(days=14), every * 40)
        while (at := at + every * rng.expovariate(1)) < end:
            out.append(at)
        return out

    return items


def office(rng: random.Random) -> list[datetime]:
    """Eight items on working days, between nine and six."""
    days = (START + timedelta(days=d) for d in range(28))
    return sorted(d + timedelta(hours=9 + 9 * rng.random()) for d in days if d.weekday() < 5 for _ in range(8))


def bursts(rng: random.Random) -> list[datetime]:
    """One item in three hours, and once a day forty-five within half an hour."""
    calm = [START + timedelta(hours=3 * n + 3 * rng.random()) for n in range(14 * 8)]
    return sorted(
        calm + [START + timedelta(days=d, hours=15, minutes=30 * rng.random()) for d in range(14) for _ in range(45)]
    )


KINDS = {
    "one a week": (poisson(timedelta(days=7)), None), "one a day": (poisson(timedelta(days=1)), None),
    "one in three hours": (poisson(timedelta(hours=3)), None), "two an hour": (poisson(timedelta(minutes=30)), None),
    "two an hour, max-age=6h": (poisson(timedelta(minutes=30)), timedelta(hours=6)),
    "one in two minutes": (poisson(timedelta(minutes=2)), None),
    "office hours": (office, None), "bursts": (bursts, None),
}  # fmt: skip


def simulate(items: list[datetime], bounds: Bounds | None, fresh: timedelta | None) -> tuple[list[float], float]:
    """(minutes that each item waited, requests a day). ``bounds`` None: a fixed interval, as a peer has it."""
    waits, polls, seen, now, due = list[float](), 0, 0, START, START
    rhythm = Rhythm()
    while seen < len(items):
        now += BEAT
        if now < due:
            continue
        polls += 1
        new = [at for at in items[seen:] if at <= now]
        seen += len(new)
        waits += [(now - at).total_seconds() / 60 for at in new]
        rhythm = learn(rhythm, new, now)
        if bounds is None:
            due = now + PEER
        else:
            due = next_after_success("f", rhythm, bounds, now, hints=FeedHints(), fresh_for=fresh).due
    days = (now - START).total_seconds() / 86_400
    return waits[len(waits) // 10 :], polls / days  # a tenth to get to know the feed


def quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    columns = " ".join(f"{name:>20}" for name in ("promise 30 min", "without promise", "fixed hour"))
    print(f"{'minutes until seen: median/95 %, polls a day':44} {columns}")
    for name, (make, fresh) in KINDS.items():
        items = make(random.Random(options.seed))
        cells = []
        for bounds in (PROMISED, OLD, None):
            waits, polls = simulate(items, bounds, fresh)
            cells.append(f"{quantile(waits, 0.5):.0f}/{quantile(waits, 0.95):.0f}, {polls:.0f}")
        print(f"{name:44} " + " ".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
