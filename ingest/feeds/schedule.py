"""When to poll a feed next. Pure: a value in, a value out.

The publisher's own rhythm decides. What feeds and servers say about themselves (``ttl``, ``Cache-Control``) is
honoured where it does not cost articles: measured, WordPress says "hourly" on sites that publish every ten minutes.
"""

import hashlib
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ingest.feeds.hints import FeedHints
from ingest.model import Feed
from ingest.settings import PollSettings
from ingest.text.backoff import wait_before

POLLS_A_GAP = 2
"""Polls between two articles: at a median gap of an hour, every half an hour."""
POLLS_A_WINDOW = 4
"""Polls before the document's whole window could have rolled over."""
LONGEST_HINT = 6 * 3600
"""A ``ttl`` of a day is found on feeds with ten articles an hour: no hint waits longer than this."""
PROMISED_SHARE = 0.75
"""Interval as a share of the promise: 22 minutes of 30, with a tenth of jitter and a beat of five minutes below 30."""
SILENCE_SHARE = 8
"""After a silence, poll every eighth of it: two days of silence, every six hours."""
RHYTHM_LENGTH = 64
BACKOFF_START = 300
JITTER = 0.1


@dataclass(frozen=True, slots=True)
class Bounds:
    """Shortest and longest interval in seconds, for one feed."""

    shortest: int
    longest: int
    first: int
    """Until a rhythm is known."""
    promise: int | None = None
    """Seconds within which 95 % of the items are to be seen; None: none is given."""

    @property
    def ceiling(self) -> float:
        """The longest interval that keeps the promise.

        An item appears at any moment between two polls, so that it waits for anything up to the interval. The rest is
        for jitter and for the beat of whatever starts the polls (cron, every five minutes).
        """
        return float("inf") if self.promise is None else max(self.promise * PROMISED_SHARE, self.shortest)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A feed's publishing rhythm, from the dates (or first sights) of its entries."""

    instants: tuple[datetime, ...] = ()
    """When the latest entries appeared, newest first."""
    window_seconds: float | None = None
    """Time that the document spans, pinned old items aside."""
    counts: tuple[int, ...] = ()
    """Entries of each instant; empty: one each."""
    cuts: tuple[datetime, ...] = ()
    """Instants that a gap came just before."""

    @property
    def appeared(self) -> list[tuple[datetime, int]]:
        """Instants with the number of their entries, oldest first."""
        counts = self.counts or (1,) * len(self.instants)
        return list(zip(self.instants, counts, strict=True))[::-1]

    @property
    def median_gap(self) -> float | None:
        """Seconds between two entries; None with fewer than three."""
        if len(self.instants) < 3:
            return None
        gaps = [(a - b).total_seconds() for a, b in zip(self.instants, self.instants[1:], strict=False)]
        return statistics.median(gaps) or statistics.fmean(gaps)

    @property
    def newest(self) -> datetime | None:
        """The latest entry."""
        return self.instants[0] if self.instants else None


@dataclass(frozen=True, slots=True)
class Next:
    """The decision."""

    due: datetime
    interval: int
    """Seconds, before jitter."""
    why: str


def next_after_success(
    feed_id: str, rhythm: Rhythm, bounds: Bounds, now: datetime, *, hints: FeedHints | None = None,
    fresh_for: timedelta | None = None, gap: bool = False, is_pushed: bool = False,
) -> Next:  # fmt: skip
    """After a poll that the server answered well, with new entries or without.

    ``gap``: this poll showed that articles were missed, so the interval that led to it was too long.
    ``is_pushed``: a hub that keeps its word says what is new; polls are the safety net, as seldom as is promised.
    """
    interval, why = _own_rhythm(rhythm, bounds, now)
    if gap:
        interval, why = interval / 2, "articles were missed: twice as often"
    elif is_pushed and bounds.promise is not None and interval < bounds.ceiling:
        interval, why = bounds.ceiling, "its hub says what is new"
    ceiling = _window_limit(rhythm)
    if ceiling is not None and interval > ceiling:
        interval, why = ceiling, "the feed's window is short"
    wish = _wish(hints, fresh_for)
    if not gap and wish > interval:
        allowed = min(wish, ceiling if ceiling is not None else LONGEST_HINT, bounds.ceiling)
        if allowed > interval:
            interval, why = allowed, "the publisher asks for it"
    if interval > bounds.ceiling:
        interval, why = bounds.ceiling, "what is promised"
    seconds = _bounded(interval, bounds)
    due = now + timedelta(seconds=seconds * _spread(feed_id, now))
    if hints is not None:
        due = _outside_skips(due, hints, limit=now + timedelta(seconds=bounds.longest))
    return Next(due, seconds, why)


def next_after_failure(
    feed_id: str, interval: int, failures: int, bounds: Bounds, now: datetime, *,
    retry_after: datetime | None = None,
) -> Next:  # fmt: skip
    """After ``failures`` failures in a row (this one included): doubled each time, never beyond the longest interval.

    ``interval`` (the one of good days) stays as it is: the feed resumes it when it is back. A ``retry_after`` is
    obeyed, and spread a little: all who were told the same second must not come back in the same second.
    """
    if retry_after is not None:
        wait = max((retry_after - now).total_seconds(), float(bounds.shortest)) * (1 + JITTER * _fraction(feed_id, now))
        return Next(now + timedelta(seconds=wait), interval, "the server said when")
    start = min(max(bounds.shortest, BACKOFF_START), interval)
    backed_off = wait_before(failures, first=timedelta(seconds=start), longest=timedelta(seconds=bounds.longest))
    return Next(now + backed_off * _spread(feed_id, now), interval, f"failure {failures} in a row")


def after_outage(feed_id: str, interval: int, bounds: Bounds, now: datetime) -> Next:
    """After a failure that was our own: soon again, spread over the shortest interval, counted against nobody."""
    wait = bounds.shortest * (0.5 + _fraction(feed_id, now))
    return Next(now + timedelta(seconds=wait), interval, "our own network was down")


def learn(
    rhythm: Rhythm, seen: Iterable[datetime], now: datetime, *, known: Iterable[datetime] = (),
    cuts: Iterable[datetime] = (),
) -> Rhythm:  # fmt: skip
    """The rhythm with the instants of a document's new entries added, and of ``known`` ones, which are counted once.

    ``cuts``: instants that something may have been missed just before. Future instants count as now.
    """
    counts = Counter(dict(rhythm.appeared))
    counts.update(min(at, now) for at in seen)
    for at in known:
        counts.setdefault(min(at, now), 1)
    instants = tuple(sorted(counts, reverse=True)[:RHYTHM_LENGTH])
    kept = tuple(at for at in (*rhythm.cuts, *(min(at, now) for at in cuts)) if instants and at >= instants[-1])
    return Rhythm(instants, rhythm.window_seconds, tuple(counts[at] for at in instants), kept)


def window_of(published: Sequence[datetime]) -> float | None:
    """Seconds that a document spans, without its oldest tenth: pinned items of years ago are no window."""
    if len(published) < 5:
        return None
    ordered = sorted(published, reverse=True)
    return (ordered[0] - ordered[int(len(ordered) * 0.9) - 1]).total_seconds()


def _own_rhythm(rhythm: Rhythm, bounds: Bounds, now: datetime) -> tuple[float, str]:
    gap, newest = rhythm.median_gap, rhythm.newest
    if gap is None or newest is None:
        return float(bounds.first), "its rhythm is not known yet"
    silence = max(0.0, (now - newest).total_seconds())
    return max(gap / POLLS_A_GAP, silence / SILENCE_SHARE), "its own rhythm"


def _window_limit(rhythm: Rhythm) -> float | None:
    return rhythm.window_seconds / POLLS_A_WINDOW if rhythm.window_seconds else None


def _wish(hints: FeedHints | None, fresh_for: timedelta | None) -> float:
    wait = hints.wait_seconds if hints is not None else None
    fresh = fresh_for.total_seconds() if fresh_for is not None else 0
    return min(max(wait or 0, fresh), LONGEST_HINT)


def _bounded(seconds: float, bounds: Bounds) -> int:
    return int(min(max(seconds, bounds.shortest), bounds.longest))


def _spread(feed_id: str, now: datetime) -> float:
    """Between 1 - JITTER and 1 + JITTER: feeds added together drift apart instead of coming as one wave."""
    return 1 + JITTER * (2 * _fraction(feed_id, now) - 1)


def _fraction(feed_id: str, now: datetime) -> float:
    """A number in [0, 1) that is the same for a feed and a day, so that a decision can be repeated and explained."""
    digest = hashlib.blake2b(f"{feed_id} {now.date()}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def _outside_skips(due: datetime, hints: FeedHints, *, limit: datetime) -> datetime:
    """The first moment from ``due`` on that lies in no skipped hour or day (both are in GMT), at most ``limit``."""
    moment = due.astimezone(UTC)
    while moment < limit and (moment.hour in hints.skip_hours or moment.weekday() in hints.skip_days):
        moment = moment.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    skipped = moment.astimezone(UTC) != due.astimezone(UTC)
    return max(due, min(moment, limit)) if skipped else due


def promised(feed: Feed, settings: PollSettings) -> int:
    """Seconds within which 95 % of a feed's items are to be seen: its own, its kind's or everybody's."""
    return feed.promise or settings.promise_by_kind.get(feed.kind) or settings.promise
