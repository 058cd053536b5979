"""The recall meter: did anything pass between two polls without being seen, and how much?

A document is a window on the latest entries. If nothing of what it held before is left in it, pinned items aside, the
window has rolled over: what was published between the two is lost to us. How much can only be estimated, so the meter
gives an interval; two models cover what feeds do.

What is lost is drawn many times from what is known of the feed, and the interval is what nearly all draws give:

*Bursts that passed whole* between the last poll and the window now, at the rate of the bursts before and within the
window, with the uncertainty of a rate that was seen a few times. With a steady feed a burst is one entry.

*The rest of the burst that the window begins with*: only its last entries are seen. How long such bursts are is told by
those of this feed (``feeds/bursts``), and never more is missed of it than its own rate gives for the time.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from ingest.feeds.bursts import Burst, bursts, sizes
from ingest.feeds.schedule import Rhythm
from ingest.feeds.slices import HASH_BYTES

BURST = 6.0
"""Times the rate of before: from here on the window is of a burst. Two windows of ten differ so by chance once in
thousands."""
PAUSE_SHARE = 0.1
"""Of the feed's mean time between two entries: those that follow one another faster are of one burst."""
CLUSTERED = 0.2
"""Median of the pauses as a share of their mean (.69 by chance): with less a feed comes in clusters that are loose …"""
LOOSE = 8.0
"""… and whose entries follow one another within so many medians."""
BURST_PAUSES = 5.0
"""Mean times between two entries of a burst: one pause in a hundred is longer by chance."""
OLD_BURSTS = 10
"""Bursts of before that tell the rate of before: the one just before the gap."""
SHRUNK = 0.8
"""A document with fewer items than this share of the last one is not full: nothing has fallen out of it."""
PINNED_PAUSE, FEW = 10, 5
"""Times the span of at least so many instants after it: a longer pause came after an item of another time."""
_HOUR = timedelta(hours=1)
ENOUGH = 4
"""Pauses on one side of a gap that may tell its rate alone: what was calm before may have become a burst."""
HOLDS = 1 / 3
"""Of the time that tells the rate: for as long it is sure to hold. News have nights, weekends and heavy tails."""
DRAWS = 500
LEAST, MOST = 0.05, 0.96
"""Quantiles of the draws: the ends of the interval."""
CERTAIN = 0.8
"""Of the draws: with fewer that lose anything it is no gap."""
MANY = 60
"""Bursts in one draw: from here on their sum is drawn as a normal variable."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Articles that were missed between two polls."""

    missed: float
    """Estimate, 0 if it cannot be told."""
    since: datetime | None
    """The newest entry seen before."""
    until: datetime | None
    """The oldest entry of the present window."""
    low: float = 0.0
    high: float | None = None
    """Between which the true number is in nine of ten cases; None: cannot be told."""

    def __str__(self) -> str:
        """For a person: ``20 to 60 missed between 14:00 and 18:00 UTC``."""
        if self.high is None or self.since is None or self.until is None:
            return "some may have been missed"
        when = f"between {self.since:%d %b %H:%M} and {self.until:%H:%M} UTC"
        return f"{math.ceil(self.low)} to {math.ceil(self.high)} missed {when}, about {self.missed:.0f}"


def is_continued(before: bytes, now: bytes) -> bool | None:
    """True if a document still holds something of the moving part of the one before; None where nothing is known.

    Both are hashes of the items in the document's order. What stands unmoved at the top or the bottom of both is pinned
    and proves nothing, unless it is most of the document: then that has hardly changed.
    """
    old, new = _split(before), _split(now)
    if not old or not new:
        return None
    top = _common(old, new)
    bottom = _common(old[top:][::-1], new[top:][::-1])
    moved_old, moved_new = old[top : len(old) - bottom], new[top : len(new) - bottom]
    if not moved_old or 2 * (top + bottom) > len(new):
        return True
    return not set(moved_old).isdisjoint(moved_new)


def starts_anew(
    new_dates: Sequence[datetime | None], *, overlaps: bool, polled_before: bool = True
) -> tuple[datetime, ...]:
    """The moment that a document begins with which has nothing of the one before: of a burst that began just before it
    only the end may have been seen, whether that is told as a gap or not."""
    dated = [at for at in new_dates if at is not None]
    return (min(dated),) if dated and not (overlaps and polled_before) else ()


def find_gap(
    rhythm: Rhythm, *, new_dates: Sequence[datetime | None], overlaps: bool, polled_before: bool, items: int = 0,
    items_before: int = 0, most_items: int = 0, last_seen: datetime | None = None,
) -> Gap | None:  # fmt: skip
    """The gap between the previous polls, which ``rhythm`` tells of, and a document.

    ``new_dates`` are the publication dates of its unseen entries; ``overlaps`` says that something of the last
    document is left in it; ``items`` and ``items_before`` are the sizes of both, ``most_items`` of the largest. Up to
    ``last_seen`` all is known: the moment of the last poll, less what the feed's items appear after their dates.
    """
    if not polled_before or not new_dates or overlaps or items < SHRUNK * items_before:
        return None
    dated = sorted(d for d in new_dates if d is not None)
    newest = rhythm.newest
    if not dated:
        return Gap(0.0, newest, None)
    if newest is None or not (since := _since(dated, newest, last_seen)):
        return None  # new addresses for old articles (a site rebuilt), or the window still overlaps
    late = sum(at <= since for at in dated)
    window = _Window.of(rhythm, dated[late:])
    if not window.others and items < max(items_before, most_items):
        return None  # a whole edition at once, and room for more
    return _estimated(window, newest, since, late)


def _since(dated: Sequence[datetime], newest: datetime, last_seen: datetime | None) -> datetime | None:
    """From when on something may have been lost; None where the window reaches back to what was seen.

    A straggler or two, backdated, must not hide a gap.
    """
    candidates = [newest] if last_seen is None else [max(newest, last_seen), newest]
    return next((since for since in candidates if sum(at <= since for at in dated) <= len(dated) // 10), None)


@dataclass(frozen=True, slots=True)
class _Window:
    """What a rolled-over document shows, beside what was known before."""

    before: list[Burst]
    first: Burst
    """The burst that it begins with."""
    others: list[Burst]
    pause: timedelta
    """Between two entries of the first burst, on average; 0 at one moment."""

    @classmethod
    def of(cls, rhythm: Rhythm, dated: Sequence[datetime]) -> "_Window":
        """``dated`` are the dates of the document's entries, oldest first."""
        old = _lately(rhythm.appeared)
        within = _within([at for at, count in old for _ in range(count)], dated)
        if _is_burst(old, dated):
            within = max(within, BURST_PAUSES * (dated[-1] - dated[0]) / max(1, len(dated) - 1))
        first, *others = bursts(((at, 1) for at in dated), within)
        pause = (first.end - first.start) / (first.size - 1) if first.size > 1 else within
        return cls(bursts(old, within, frozenset(rhythm.cuts)), first, others, pause)

    @property
    def rates(self) -> list[list[float]]:
        """What may tell the rate of bursts, each as the seconds between them: both sides of the gap together, and each
        for itself where it tells enough."""
        sides = [_pauses(self.before[-OLD_BURSTS:]), _pauses([self.first, *self.others])]
        return [sides[0] + sides[1], *(side for side in sides if len(side) >= ENOUGH)]


def _lately(appeared: list[tuple[datetime, int]]) -> list[tuple[datetime, int]]:
    """Without what was pinned for years: what a pause lies after that is many times all the time since."""
    newest = appeared[-1][0]
    starts = (
        n + 1 for n, ((a, _), (b, _)) in enumerate(pairwise(appeared)) if b - a > PINNED_PAUSE * max(newest - b, _HOUR)
    )
    return appeared[max((n for n in starts if len(appeared) - n >= FEW), default=0) :]


def _within(before: Sequence[datetime], dated: Sequence[datetime]) -> timedelta:
    """The longest pause within a burst of this feed."""
    pauses = sorted(b - a for part in (before, dated) for a, b in pairwise(part))
    if not pauses:
        return timedelta()
    mean, median = sum(pauses, timedelta()) / len(pauses), pauses[len(pauses) // 2]
    if median < CLUSTERED * mean:
        return max(PAUSE_SHARE * mean, min(mean / 2, LOOSE * median))
    return PAUSE_SHARE * mean


def _pauses(bursts: Sequence[Burst]) -> list[float]:
    """Seconds between the starts of two, without those that a gap lies in."""
    return [(b.start - a.start).total_seconds() for a, b in pairwise(bursts) if not b.is_cut]


def _is_burst(before: Sequence[tuple[datetime, int]], dated: Sequence[datetime]) -> bool:
    recent = before[-OLD_BURSTS:]
    old_span, new_span = (recent[-1][0] - recent[0][0]).total_seconds(), (dated[-1] - dated[0]).total_seconds()
    old_items = sum(count for _, count in recent[1:])
    return len(dated) > 1 and (len(dated) - 1) * old_span > BURST * old_items * new_span


def _estimated(window: _Window, newest: datetime, since: datetime, late: int) -> Gap | None:
    """``late`` entries of the document are older than those that the window is taken to begin with."""
    oldest = window.first.start
    draw = _draws(window, (oldest - since).total_seconds(), random.Random(0))
    drawn = sorted(max(0, draw() - late) for _ in range(DRAWS))
    if sum(n > 0 for n in drawn) < CERTAIN * DRAWS:
        return None
    low, high = drawn[int(LEAST * DRAWS)], drawn[int(MOST * DRAWS)]
    return Gap(float(drawn[DRAWS // 2]), newest, oldest, float(low), float(high))


def _draws(window: _Window, seconds: float, rng: random.Random) -> Callable[[], int]:
    """Draws how many entries were lost in so many seconds before the window.

    The rate that was seen holds for a part of the time in which it was seen. Beyond that the publisher may have
    slept: any share of the rest may have been as busy, larger shares more likely.
    """
    history = [*window.before, *window.others]
    any_size, first_size = sizes(1, history, rng), sizes(window.first.size, history, rng)
    some = [any_size() for _ in range(200)]
    mean = sum(some) / len(some)
    spread = math.sqrt(sum((s - mean) ** 2 for s in some) / len(some))
    pause = window.pause.total_seconds()
    rates = [(len(pauses), sum(pauses)) for pauses in window.rates]

    def whole() -> int:
        told, known = rng.choice(rates)
        sure = min(seconds, rates[0][1] * HOLDS)
        awake = sure + (seconds - sure) * math.sqrt(rng.random())
        rate = rng.gammavariate(told, 1 / known) if known else 0.0
        count = _poisson(rate * awake, rng)
        if count > MANY:
            return max(0, round(rng.gauss(mean * count, spread * math.sqrt(count))))
        return sum(any_size() for _ in range(count))

    def rest() -> int:
        missed = first_size() - window.first.size
        return min(missed, _poisson(seconds / pause, rng)) if pause and missed else missed

    return lambda: whole() + rest()


def _poisson(mean: float, rng: random.Random) -> int:
    if mean > MANY:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    count, product, limit = 0, rng.random(), math.exp(-mean)
    while product > limit:
        count, product = count + 1, product * rng.random()
    return count


def _split(hashes: bytes) -> list[bytes]:
    return [hashes[i : i + HASH_BYTES] for i in range(0, len(hashes), HASH_BYTES)]


def _common(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many items at the beginning are the same."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
