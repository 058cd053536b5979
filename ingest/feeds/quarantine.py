"""When a feed's links cost so much that they are fetched slowly, and when it is let go. Pure; decision 280.

A budget is broken where both the sum and what is usual of one page are out of all proportion: a large outlet has a
large sum and quick pages, a slow one has slow pages and few of them. The feed that lists a link is charged for it,
never the publisher that the link leads to: nobody can bring another into quarantine.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ingest.ledger.sources import FeedUse, Quarantine

WINDOW = timedelta(hours=6)
"""Facts older than that count no more."""
FIRST_TERM, LONGEST_TERM = timedelta(hours=2), timedelta(hours=48)
CALM = timedelta(days=1)
"""Without a fall each such time takes one strike off."""
OUTLET_SHARE = 3
"""An outlet has as much as three of its feeds, however many it has."""
OURS = 4
"""Where so many feeds, and more than half of all, break a budget at a time, it is our network or machine."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a feed may cost in the window, or a share of it."""

    dead_hosts: float = 20
    """Hosts that could not be reached; broken where they are also half of the pages asked."""
    missing: float = 50
    """Pages that are not there; broken where they are also four of five."""
    seconds: float = 1200
    """On the wire; broken where a page also takes ten on average."""
    received: float = 1e9
    """Bytes; broken where a page also has three million on average."""
    reading: float = 120
    """Seconds of processor time; broken where a page also takes one on average."""
    links: float = 3000
    """New ones."""

    def times(self, share: float) -> "Budget":
        """A part or a multiple of it."""
        return Budget(*(share * getattr(self, name) for name in Budget.__slots__))


WINDOW_BUDGET = Budget()
RUN_BUDGET = WINDOW_BUDGET.times(0.25)
"""In one run of a stage: what lies beyond waits for the next, so that nobody else waits for it."""
PROBATION_BUDGET = WINDOW_BUDGET.times(0.1)
"""Of the few pages that are fetched in a quarantine: who breaks this has not mended its ways."""

_TESTS: Mapping[str, tuple[Callable[[FeedUse, Budget], bool], Callable[[FeedUse], str]]] = {
    "dead-hosts": (
        lambda use, may: len(use.dead_hosts) >= may.dead_hosts and len(use.dead_hosts) >= use.pages / 2,
        lambda use: f"{len(use.dead_hosts)} hosts of its links cannot be reached",
    ),
    "missing-pages": (
        lambda use, may: use.missing >= may.missing and use.missing >= 0.8 * use.pages,
        lambda use: f"{use.missing} of {use.pages} pages that it lists are not there",
    ),
    "slow-pages": (
        lambda use, may: use.seconds >= may.seconds and use.seconds >= 10 * use.pages,
        lambda use: f"{use.pages} pages took {use.seconds:.0f} s",
    ),
    "large-pages": (
        lambda use, may: use.received >= may.received and use.received >= 3e6 * use.pages,
        lambda use: f"{use.pages} pages had {use.received / 1e6:.0f} MB",
    ),
    "costly-pages": (
        lambda use, may: use.reading >= may.reading and use.reading >= use.read,
        lambda use: f"reading {use.read} pages took {use.reading:.0f} s of processor time",
    ),
    "flood": (lambda use, may: use.links >= may.links, lambda use: f"{use.links} new links"),
}
REASONS = tuple(_TESTS)
SLOWLY_POLLED = "flood"
"""The reason for which the feed itself is asked less often; else only the pages that it lists are."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A budget that is broken."""

    reason: str
    detail: str


def breach(use: FeedUse, may: Budget) -> Breach | None:
    """The first budget that is broken, or None."""
    return next((Breach(r, said(use)) for r, (is_broken, said) in _TESTS.items() if is_broken(use, may)), None)


def judge(
    used: Mapping[str, FeedUse], known: Mapping[str, Quarantine], outlets: Mapping[str, str], now: datetime
) -> list[Quarantine]:
    """Quarantines that begin, go on or end now. ``used``: in the window; ``outlets``: feed → outlet."""
    new = _new_breaches({f: use for f, use in used.items() if f in outlets and not _is_active(known.get(f))}, outlets)
    if len(new) >= OURS and len(new) > len(used) / 2:
        new = {}
    found = [_begun(feed_id, broken, known.get(feed_id), now) for feed_id, broken in sorted(new.items())]
    for feed_id, quarantine in sorted(known.items()):
        if _is_active(quarantine) and (now >= quarantine.until or feed_id not in outlets):
            found.append(_looked_at(quarantine, used.get(feed_id, FeedUse()), now))
    return found


def released(quarantine: Quarantine, now: datetime) -> Quarantine:
    """Ended by a person: forgiven as well."""
    return replace(quarantine, ended_at=now, strikes=0)


def _new_breaches(used: Mapping[str, FeedUse], outlets: Mapping[str, str]) -> dict[str, Breach]:
    """Feeds that break their own budget, and all feeds of an outlet that together break the outlet's."""
    found = {feed_id: broken for feed_id, use in used.items() if (broken := breach(use, WINDOW_BUDGET))}
    together: dict[str, FeedUse] = defaultdict(FeedUse)
    for feed_id, use in used.items():
        together[outlets[feed_id]] += use
    for feed_id in used:
        broken = breach(together[outlets[feed_id]], WINDOW_BUDGET.times(OUTLET_SHARE))
        if broken and feed_id not in found:
            found[feed_id] = Breach(broken.reason, f"{broken.detail}, all feeds of {outlets[feed_id]} together")
    return found


def _begun(feed_id: str, broken: Breach, before: Quarantine | None, now: datetime) -> Quarantine:
    strikes = 1
    if before is not None and before.ended_at is not None:
        strikes += max(0, before.strikes - int((now - before.ended_at) / CALM))
    return Quarantine(feed_id, broken.reason, broken.detail, now, now + _term(strikes), strikes)


def _looked_at(quarantine: Quarantine, use: FeedUse, now: datetime) -> Quarantine:
    broken = breach(use, PROBATION_BUDGET)
    if broken is None:
        return replace(quarantine, ended_at=now)
    strikes = quarantine.strikes + 1
    return replace(quarantine, reason=broken.reason, detail=broken.detail, until=now + _term(strikes), strikes=strikes)


def _term(strikes: int) -> timedelta:
    return min(LONGEST_TERM, FIRST_TERM * (1 << min(strikes - 1, 10)))


def _is_active(quarantine: Quarantine | None) -> bool:
    return quarantine is not None and quarantine.ended_at is None
