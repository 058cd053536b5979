"""How large a feed's bursts are: what of one may have been missed, judged by those that were seen.

A burst is a run of entries that follow one another much faster than the feed's entries do on the whole; with a steady
feed nearly every burst is a single entry. Of one whose last ``k`` entries are seen, the whole size is drawn from what
the others tell: up to the largest that was seen to end by a Beta-Stacy posterior (Walker and Muliere 1997: those that
were themselves cut off by a gap count as far as they were seen), beyond it by a rate of ending that is known from those
that ended just before. Where none did the scale is unknown, and a run caught at an unknown point is as likely longer
than twice what is seen as not (Gott 1993): the same law, with nothing added to its prior.
"""

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

PRIOR_BURSTS = 1.0
"""As many seen bursts the scale-free law weighs at each size."""
LONGEST_TAIL = 12.0
"""Times the largest seen: no burst is taken to be longer (a twelfth of the scale-free law lies beyond)."""


@dataclass(frozen=True, slots=True)
class Burst:
    """Entries that came together."""

    start: datetime
    end: datetime
    size: int
    is_cut: bool = False
    """True where a gap lies just before it: it may have been longer."""


def bursts(
    appeared: Iterable[tuple[datetime, int]], within: timedelta, cuts: frozenset[datetime] = frozenset()
) -> list[Burst]:
    """Runs in which no pause is longer than ``within``; oldest first.

    ``appeared`` are moments, oldest first, with the number of entries of each; ``cuts`` those that a gap came before.
    """
    found: list[Burst] = []
    for at, count in appeared:
        last = found[-1] if found else None
        if last is not None and at - last.end <= within and at not in cuts:
            found[-1] = Burst(last.start, at, last.size + count, last.is_cut)
        else:
            found.append(Burst(at, at, count, at in cuts))
    return found


def sizes(seen: int, history: Sequence[Burst], rng: random.Random) -> Callable[[], int]:
    """Draws the whole size of a burst of which ``seen`` entries are known (1: of any burst)."""
    ended = Counter(b.size for b in history if not b.is_cut)
    cut = Counter(b.size for b in history if b.is_cut)
    largest = max([seen, *ended])
    at_risk = sum(n for size, n in ended.items() if size >= seen) + sum(n for size, n in cut.items() if size > seen)
    surviving, tail = [], 1.0  # surviving[i]: the probability of being larger than seen + i
    for size in range(seen, largest + 1):
        tail *= 1 - (PRIOR_BURSTS / (size + 1) + ended[size]) / (PRIOR_BURSTS + at_risk)
        surviving.append(tail)
        at_risk -= ended[size] + cut[size + 1]
    shape, scale = _ending(largest, history)

    def draw() -> int:
        chance = 1 - rng.random()
        if chance > tail:
            return seen + bisect_left(surviving, -chance, key=lambda share: -share)
        beyond = scale * ((tail / chance) ** (1 / shape) - 1)
        return largest + 1 + int(min(beyond, LONGEST_TAIL * largest))

    return draw


def _ending(size: int, history: Sequence[Burst]) -> tuple[int, float]:
    """Shape and scale of the Lomax law of what follows ``size`` entries.

    A burst ends at each further entry with a probability that is not known: Gamma(1, size) beforehand, which gives
    Gott's law, and then as those tell that had between half as many entries and ``size``. That many went on is no sign
    of one without end: the scale is never longer than beforehand.
    """
    half = size / 2
    ends = sum(1 for b in history if not b.is_cut and half < b.size < size)
    exposure = sum(min(b.size, size) - half for b in history if b.size > half)
    return 1 + ends, min(size + exposure, size * (1.0 + ends))
