"""The recall meter: did anything pass between two polls without being seen?

A document is a window on the latest entries. If nothing in it was there before, the window has rolled over: what
stood between the two is lost to us, and its number can be estimated from the rhythm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ingest.feeds.schedule import Rhythm


@dataclass(frozen=True, slots=True)
class Gap:
    """Articles that were missed between two polls."""

    missed: float
    """Estimate, 0 if it cannot be told."""
    since: datetime | None
    """The newest entry seen before."""
    until: datetime | None
    """The oldest entry of the present window."""


def find_gap(
    rhythm: Rhythm, *, new_dates: Sequence[datetime | None], known: int, pinned: int, polled_before: bool
) -> Gap | None:  # fmt: skip
    """The gap between the previous polls, which ``rhythm`` tells of, and a document.

    ``new_dates`` are the publication dates of its unseen entries, ``known`` the number of entries that were seen
    before, of which ``pinned`` are so old that they prove nothing (an announcement of 2009 kept at the top).
    """
    if not polled_before or not new_dates or known > pinned:
        return None
    dated = sorted(d for d in new_dates if d is not None)
    newest = rhythm.newest
    if not dated:
        return Gap(0.0, newest, None)
    oldest = dated[len(dated) // 10]  # one late straggler must not hide a gap
    if newest is None or oldest <= newest:
        return None  # new addresses for old articles (a site rebuilt), or the window still overlaps
    return Gap(_missed(rhythm, newest, oldest), newest, oldest)


def _missed(rhythm: Rhythm, newest: datetime, oldest: datetime) -> float:
    gap = rhythm.median_gap
    if not gap:
        return 0.0
    return max(0.0, round((oldest - newest).total_seconds() / gap - 1, 1))
