"""What is remembered of a feed between polls, beyond plain columns: its rhythm, its wishes, its honesty.

Stored as JSON in ``feeds.rhythm``; instants are whole seconds since 1970.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ingest.feeds.hints import FeedHints
from ingest.feeds.schedule import Rhythm

MOST_SHARED = 50
MOST_LATENCIES = 64


@dataclass(frozen=True, slots=True)
class Memory:
    """The unpacked form."""

    rhythm: Rhythm = field(default_factory=Rhythm)
    hints: FeedHints = field(default_factory=FeedHints)
    title: str = ""
    items: int = 0
    """Items in the last document."""
    lies: bool = False
    """True for a server that said 304 while it had something new: it is asked unconditionally."""
    shared: tuple[str, ...] = ()
    """Keys of pages that several items lead to."""
    latencies: tuple[int, ...] = ()
    """Seconds that the latest new items waited to be seen, newest first."""
    lag_seconds: int = 0
    """By how much its items appear after their dates."""
    most_items: int = 0
    """Items in the largest document so far."""
    why: str = ""
    """Why the next poll is when it is."""


def unpack(stored: Mapping[str, Any]) -> Memory:
    """From JSON; whatever is missing has its default."""
    instants, cuts = (
        tuple(datetime.fromtimestamp(s, UTC) for s in stored.get(key, ())) for key in ("instants", "cuts")
    )
    hints = FeedHints(
        ttl_seconds=stored.get("ttl"),
        period_seconds=stored.get("period"),
        skip_hours=frozenset(stored.get("skip_hours", ())),
        skip_days=frozenset(stored.get("skip_days", ())),
        hub=stored.get("hub"),
        more_hubs=tuple(stored.get("more_hubs", ())),
        topic=stored.get("topic"),
        older=stored.get("older"),
        is_wordpress=stored.get("wordpress", False),
    )
    return Memory(
        Rhythm(instants, stored.get("window"), tuple(stored.get("counts", ())), cuts), hints,
        stored.get("title", ""), stored.get("items", 0),
        stored.get("lies", False), tuple(stored.get("shared", ())),
        tuple(stored.get("latencies", ())), stored.get("lag", 0),
        stored.get("most", 0), stored.get("why", ""),
    )  # fmt: skip


def pack(memory: Memory) -> dict[str, Any]:
    """To JSON, without what is empty."""
    hints = memory.hints
    rhythm = memory.rhythm
    packed = {
        "instants": [int(at.timestamp()) for at in rhythm.instants],
        "counts": list(rhythm.counts) if any(count > 1 for count in rhythm.counts) else [],
        "cuts": [int(at.timestamp()) for at in rhythm.cuts],
        "lag": memory.lag_seconds,
        "most": memory.most_items,
        "window": rhythm.window_seconds,
        "ttl": hints.ttl_seconds,
        "period": hints.period_seconds,
        "skip_hours": sorted(hints.skip_hours),
        "skip_days": sorted(hints.skip_days),
        "hub": hints.hub,
        "more_hubs": list(hints.more_hubs),
        "topic": hints.topic,
        "older": hints.older,
        "wordpress": hints.is_wordpress,
        "title": memory.title[:200],
        "items": memory.items,
        "lies": memory.lies,
        "shared": list(memory.shared[:MOST_SHARED]),
        "latencies": list(memory.latencies[:MOST_LATENCIES]),
        "why": memory.why,
    }
    return {key: value for key, value in packed.items() if value not in (None, [], "", 0, False)}
