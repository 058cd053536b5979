"""Asking feeds without storing anything: for ``veille feeds check`` and before one is added."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ingest.clock import Clock
from ingest.feeds.health import advice
from ingest.feeds.parse import ParsedFeed
from ingest.http.client import HttpClient
from ingest.ledger.feeds import FeedState
from ingest.model import Feed, Identity
from ingest.settings import PollSettings
from ingest.stages.poll_one import ask


@dataclass(frozen=True, slots=True)
class Checked:
    """What a feed answered."""

    feed_id: str
    url: str
    ok: bool
    result: str
    detail: str = ""
    title: str = ""
    kind: str = ""
    entries: int = 0
    undated: int = 0
    newest: datetime | None = None
    moved_to: str | None = None
    what_to_do: str = ""
    identity: str = "link"
    """What tells its items apart, as set or as the document shows."""


async def check_feeds(
    http: HttpClient, feeds: Sequence[Feed], settings: PollSettings, clock: Clock, tick: Callable[[Checked], None]
) -> list[Checked]:
    """One answer a feed, in their order; ``tick`` is told of each as it comes."""
    gate = asyncio.Semaphore(settings.concurrency)

    async def one(feed: Feed) -> Checked:
        async with gate:
            result = await _check(http, feed, settings, clock)
        tick(result)
        return result

    return list(await asyncio.gather(*(one(f) for f in feeds)))


async def _check(http: HttpClient, feed: Feed, settings: PollSettings, clock: Clock) -> Checked:
    now = clock()
    polled = await ask(http, feed, FeedState(feed.id, feed.url, feed.url, "active", now, 0), settings, clock)
    parsed = polled.parsed
    if parsed is None:
        failed = FeedState(feed.id, feed.url, feed.url, "active", now, 0, last_outcome=polled.name)
        return Checked(feed.id, feed.url, False, polled.name, polled.detail, what_to_do=advice(failed))
    dates = [e.published for e in parsed.entries if e.published]
    return Checked(
        feed.id, feed.url, True, "ok", _praise(parsed.kind, polled.moved_to), parsed.title, parsed.kind,
        len(parsed.entries), len(parsed.entries) - len(dates), max(dates, default=None), polled.moved_to,
        identity=_identity(feed, parsed),
    )  # fmt: skip


def _identity(feed: Feed, parsed: ParsedFeed) -> str:
    if feed.identity is not Identity.AUTO:
        return feed.identity.value
    pageless = sum("#entry=" in e.canonical_url for e in parsed.entries)
    return Identity.PAGE.value if pageless and 2 * pageless >= len(parsed.entries) else Identity.LINK.value


def _praise(kind: str, moved_to: str | None) -> str:
    return f"{kind}, moved to {moved_to}" if moved_to else kind
