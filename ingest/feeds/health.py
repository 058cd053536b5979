"""How each feed is, in words for people, and what to do about it. Pure; the data come from the ledger."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType

from ingest.feeds.catalogue import Catalogue
from ingest.feeds.duplicates import duplicates
from ingest.feeds.learned import unpack
from ingest.ledger.feeds import FeedState
from ingest.ledger.gaps import FeedGap
from ingest.ledger.replacements import Replacement
from ingest.ledger.sources import Quarantine
from ingest.model import Feed, Health
from ingest.outcome import Stage
from ingest.outcome_names import WAIT, advice_for

FAILURES_BEFORE_TELLING = 3
"""Once is the network; feeds that answer 404 have been seen to come back within the hour."""
FAILING_BEFORE_TELLING = timedelta(hours=6)
SHORTEST_SILENCE = timedelta(days=2)
"""Weekends and holidays are silent too."""
SILENCE_FACTOR = 12
"""Times the longest of its usual gaps: a feed that never paused longer than 4 hours is odd after two days."""
RECENT_GAP = timedelta(days=1)
FEWEST_LATENCIES = 10
"""With fewer items a share of 95 % says nothing."""


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One feed's line in the table."""

    feed_id: str
    name: str
    health: Health
    last_success: datetime | None
    last_new: datetime | None
    rhythm_seconds: float | None
    """Median time between two entries."""
    interval_seconds: int | None
    next_due: datetime | None
    error: str = ""
    what_to_do: str = ""
    since: datetime | None = None
    """Since when it is as it is, where that is known."""
    gaps: int = 0
    missed: float = 0.0
    last_gap: FeedGap | None = None
    """Its latest gap of the last days: between how many and how many were missed, when, and what was recovered."""
    promised_seconds: int | None = None
    """Within which 95 % of its items are to be seen."""
    seen_within: int | None = None
    """Seconds within which 95 % of its latest items were seen; None with fewer than ``FEWEST_LATENCIES``."""

    proposed_url: str = ""
    """Where a dead feed's site names another one. Never followed by itself."""
    tried: tuple[str, ...] = ()
    """Of a dead feed: what was asked on its site in search of another, each with what it was."""
    quarantined_until: datetime | None = None
    """Its links are fetched slowly until then, and looked at again."""
    hub: str = ""
    """What is subscribed to at its hub: verified, asked, denied, expired; empty: nothing."""

    @property
    def is_late(self) -> bool:
        """True if what is measured is longer than what is promised."""
        return None not in (self.promised_seconds, self.seen_within) and self.seen_within > self.promised_seconds  # type: ignore[operator]


def health(feed: Feed, state: FeedState | None, now: datetime) -> HealthLine:
    """How a feed is at ``now``. ``state`` None: the ledger does not know it yet."""
    if state is None:
        return _line(feed, None, Health.NEVER if feed.enabled else Health.DISABLED)
    if not feed.enabled or state.state == "disabled":
        return _line(feed, state, Health.DISABLED)
    if state.state == "retired":
        return _line(feed, state, Health.RETIRED, advice_for(Stage.POLL, "gone"), since=state.last_polled_at)
    if is_failing(state, now):
        return _line(feed, state, Health.FAILING, advice(state), since=state.failing_since)
    silent = silent_since(feed, state, now)
    if silent is not None:
        what = "nothing new for longer than is usual: look at the site; the feed may be frozen"
        return _line(feed, state, Health.SILENT, what, since=silent)
    if state.effective_url != feed.url:
        what = f"moved for good: write {state.effective_url} into feeds.yaml"
        return _line(feed, state, Health.MOVED, what)
    if state.last_gap_at is not None and now - state.last_gap_at < RECENT_GAP:
        what = "its window is short: lower max_interval, or add a section feed or the news sitemap"
        return _line(feed, state, Health.GAPS, what, since=state.last_gap_at)
    return _line(feed, state, Health.NEVER if state.last_polled_at is None else Health.WELL)


def is_failing(state: FeedState, now: datetime) -> bool:
    """True once failures are more than an accident: several in a row, over some hours."""
    since = state.failing_since
    if since is None or state.errors_in_a_row < FAILURES_BEFORE_TELLING:
        return False
    return now - since >= FAILING_BEFORE_TELLING or state.last_success_at is None


def silent_since(feed: Feed, state: FeedState, now: datetime) -> datetime | None:
    """Since when a feed that answers has had nothing new, if that is longer than is usual for it; else None."""
    rhythm = unpack(state.rhythm).rhythm
    latest = max((t for t in (rhythm.newest, state.last_new_at) if t), default=None)
    if latest is None:
        return None
    if feed.stale_after is not None:
        return latest if now - latest > timedelta(seconds=feed.stale_after) else None
    if len(rhythm.instants) < 5:
        return None
    gaps = sorted(a - b for a, b in zip(rhythm.instants, rhythm.instants[1:], strict=False))
    usual = gaps[int(len(gaps) * 0.9) - 1]  # without the longest tenth: one summer break is not a rhythm
    return latest if now - latest > max(SHORTEST_SILENCE, SILENCE_FACTOR * usual) else None


def advice(state: FeedState) -> str:
    """What a person can do about a failure."""
    return advice_for(Stage.POLL, state.last_outcome or "") or WAIT


def health_lines(
    catalogue: Catalogue, known: Mapping[str, FeedState], now: datetime, *, feed_ids: Iterable[str] | None = None,
    promised: Callable[[Feed], int] | None = None, hubs: Mapping[str, str] | None = None,
    gaps: Mapping[str, FeedGap] | None = None,
    quarantines: Mapping[str, Quarantine] = MappingProxyType({}),
    proposals: Mapping[str, Replacement] = MappingProxyType({}),
) -> list[HealthLine]:  # fmt: skip
    """One line a feed, the most urgent first. ``promised`` says what is promised of a feed, ``hubs``
    what is subscribed to; ``gaps`` are the latest, ``proposals`` what came of looking on the sites of dead feeds."""
    wanted = set(feed_ids) if feed_ids is not None else None
    order = list(Health)
    chosen = [f for f in catalogue.feeds if wanted is None or f.id in wanted]
    twins = duplicates(known.values())
    lines = [
        _held(_named_twin(health(f, known.get(f.id), now), twins.get(f.id)), quarantines.get(f.id)) for f in chosen
    ]
    lines = [_replaced(line, proposals.get(line.feed_id)) for line in lines]
    if promised is not None:
        lines = [replace(line, promised_seconds=promised(f)) for f, line in zip(chosen, lines, strict=True)]
    if hubs:
        lines = [replace(line, hub=hubs.get(line.feed_id, "")) for line in lines]
    if gaps:
        lines = [replace(line, last_gap=gaps.get(line.feed_id)) for line in lines]
    return sorted(lines, key=lambda line: (order.index(line.health), line.feed_id))


def _named_twin(line: HealthLine, twin: str | None) -> HealthLine:
    """A feed that leads to another feed's address: one of the two rows is enough."""
    if twin is None or line.health not in (Health.WELL, Health.MOVED, Health.SILENT, Health.GAPS, Health.NEVER):
        return line
    return replace(line, health=Health.MOVED, what_to_do=f"leads to the address of feed {twin}: remove one of them")


def _replaced(line: HealthLine, found: Replacement | None) -> HealthLine:
    """A dead feed whose site was looked at, and may name another."""
    if found is None or line.health not in (Health.FAILING, Health.RETIRED):
        return line
    line, url = replace(line, tried=found.tried), found.url
    if not url:
        return line
    what = f"its site names another feed: {url}: look at it with `veille feeds check`, then write it into feeds.yaml"
    return replace(line, what_to_do=what, proposed_url=url)


def _held(line: HealthLine, quarantine: Quarantine | None) -> HealthLine:
    """A feed whose links are fetched slowly; one that fails or has ended says that first."""
    if quarantine is None or line.health in (Health.FAILING, Health.RETIRED, Health.DISABLED):
        return line
    what = (
        f"its pages are fetched slowly, and looked at again at {quarantine.until:%Y-%m-%d %H:%M} UTC; "
        f"`veille feeds release {line.feed_id}` lets it go at once"
    )
    return replace(
        line, health=Health.QUARANTINED, error=quarantine.detail, what_to_do=what, since=quarantine.since,
        quarantined_until=quarantine.until,
    )  # fmt: skip


def seen_within(latencies: Sequence[int]) -> int | None:
    """Seconds within which 95 % of the latest items were seen."""
    if len(latencies) < FEWEST_LATENCIES:
        return None
    ordered = sorted(latencies)
    return ordered[min(len(ordered) - 1, math.ceil(0.95 * len(ordered)) - 1)]


def _line(
    feed: Feed, state: FeedState | None, found: Health, what_to_do: str = "", *, since: datetime | None = None
) -> HealthLine:  # fmt: skip
    if state is None:
        return HealthLine(feed.id, feed.name, found, None, None, None, None, None)
    memory = unpack(state.rhythm)
    rhythm = memory.rhythm
    return HealthLine(
        feed.id, feed.name, found, state.last_success_at, state.last_new_at, rhythm.median_gap, state.interval_seconds,
        state.next_due if state.state == "active" else None, state.last_error or "", what_to_do, since, state.gaps,
        state.missed_estimate, seen_within=seen_within(memory.latencies),
    )  # fmt: skip
