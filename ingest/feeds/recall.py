"""The recall meter: did anything pass between two polls without being seen, and how much?

A document is a window on the latest entries. If nothing of what it held before is left in it, pinned items aside, the
window has rolled over: what was published between the two is lost to us. How much can only be estimated, so the meter
gives an interval; two models cover what feeds do.

*Steady*: the window before and the window now run at about one rate. Then the time between them holds as many entries
as that rate gives, within its uncertainty.

*Burst*: the window now runs far faster, or all at one moment (a batch). How long the burst had run before our window
cannot be known: all that is seen is its last ``n`` entries. Without any scale, a run that is caught at an unknown point
had been under way for anything from a ninth to nine times what is seen (80 %; Gott 1993), and never more than its own
rate gives for the time since the last entry that was seen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ingest.feeds.schedule import Rhythm
from ingest.feeds.slices import HASH_BYTES

BURST = 6.0
"""Times the rate of before: from here on it is a burst. Two windows of ten differ so by chance once in thousands."""
GAPS_OF_CHANCE = 3.0
"""Mean gaps: with a steady rate, one in twenty pauses between two entries is longer by chance."""
OLD_ENTRIES = 10
"""Entries of before that tell the rate of before: the one just before the gap."""
SHRUNK = 0.8
"""A document with fewer items than this share of the last one is not full: nothing has fallen out of it."""
_ODDS = 9.0
_TYPICAL = 1.5


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


def find_gap(
    rhythm: Rhythm, *, new_dates: Sequence[datetime | None], overlaps: bool, polled_before: bool, items: int = 0,
    items_before: int = 0,
) -> Gap | None:  # fmt: skip
    """The gap between the previous polls, which ``rhythm`` tells of, and a document.

    ``new_dates`` are the publication dates of its unseen entries; ``overlaps`` says that something of the last
    document is left in it; ``items`` and ``items_before`` are the sizes of both.
    """
    if not polled_before or not new_dates or overlaps or items < SHRUNK * items_before:
        return None
    dated = sorted(d for d in new_dates if d is not None)
    newest = rhythm.newest
    if not dated:
        return Gap(0.0, newest, None)
    late = len(dated) // 10  # a straggler or two must not hide a gap
    oldest = dated[late]
    if newest is None or oldest <= newest:
        return None  # new addresses for old articles (a site rebuilt), or the window still overlaps
    return _estimated(rhythm, dated[late:], newest, late)


def _estimated(rhythm: Rhythm, dated: Sequence[datetime], newest: datetime, late: int) -> Gap | None:
    """``late`` entries of the document are older than those that the window is taken to begin with."""
    oldest = dated[0]
    between = (oldest - newest).total_seconds()
    recent = rhythm.instants[:OLD_ENTRIES]
    old_span, new_span = (recent[0] - recent[-1]).total_seconds(), (dated[-1] - dated[0]).total_seconds()
    old_rate = (len(recent) - 1) / old_span if old_span else 0.0
    new_rate = (len(dated) - 1) / new_span if new_span else math.inf
    if len(dated) > 1 and new_rate > BURST * old_rate:
        return _burst(len(dated), new_rate * between, newest, oldest)
    seen = len(recent) + len(dated) - 2
    expected = between * seen / (old_span + new_span) if old_span + new_span else 0.0
    if expected - late < GAPS_OF_CHANCE:
        return None
    missed = expected - 1 - late
    doubt = 2 * math.sqrt(missed + missed**2 / max(1, seen))
    return Gap(round(missed, 1), newest, oldest, max(0.0, round(missed - doubt, 1)), round(missed + doubt, 1))


def _burst(seen: int, at_most: float, newest: datetime, oldest: datetime) -> Gap | None:
    missed = min(_TYPICAL * seen, at_most)
    if missed < 1:
        return None
    high = min(_ODDS * seen, at_most)
    return Gap(round(missed, 1), newest, oldest, round(min(seen / _ODDS, missed), 1), round(high, 1))


def _split(hashes: bytes) -> list[bytes]:
    return [hashes[i : i + HASH_BYTES] for i in range(0, len(hashes), HASH_BYTES)]


def _common(one: Sequence[bytes], other: Sequence[bytes]) -> int:
    """How many items at the beginning are the same."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
