"""Asking feeds without storing anything: for ``veille feeds check`` and before one is added."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from ingest.clock import Clock
from ingest.errors import StoreError
from ingest.feeds.health import advice
from ingest.feeds.parse import ParsedFeed
from ingest.http.client import HttpClient
from ingest.ledger import replacements
from ingest.ledger.feeds import FeedState, states
from ingest.model import Feed, Identity
from ingest.settings import PollSettings
from ingest.stages.poll_one import ask
from ingest.workspace import Workspace


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
    """What tells its items apart."""
    identity_from: Literal["learnt", "set"] = "learnt"
    """``set``: by ``identity`` in feeds.yaml; ``learnt``: from the document and from what polls have seen before."""
    tried: tuple[str, ...] = ()
    """Of a feed that fails: what was asked on its site in search of another, each with what it was."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What earlier polls have left in the ledger: without it, one document could be read otherwise than a poll does."""

    learned: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By feed, see ``ingest.feeds.learned``."""
    tried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By dead feed: what was asked on its site in search of another."""


NOTHING_KEPT = Kept()


def read_kept(ws: Workspace, feed_ids: Sequence[str]) -> Kept:
    """What the ledger knows of these feeds; nothing where there is no ledger, or none that can be read."""
    try:
        if not ws.is_begun:
            return NOTHING_KEPT
        with ws.ledger.read() as c:
            learned = {feed_id: state.rhythm for feed_id, state in states(c, feed_ids).items()}
            return Kept(learned, {feed_id: one.tried for feed_id, one in replacements.read(c).items()})
    except StoreError:
        return NOTHING_KEPT  # `veille doctor` says why; whether feeds answer does not depend on it


async def check_feeds(
    http: HttpClient, feeds: Sequence[Feed], settings: PollSettings, clock: Clock, tick: Callable[[Checked], None],
    kept: Kept = NOTHING_KEPT,
) -> list[Checked]:  # fmt: skip
    """One answer a feed, in their order; ``tick`` is told of each as it comes."""
    gate = asyncio.Semaphore(settings.concurrency)

    async def one(feed: Feed) -> Checked:
        async with gate:
            result = await _check(http, feed, settings, clock, kept)
        tick(result)
        return result

    return list(await asyncio.gather(*(one(f) for f in feeds)))


async def _check(http: HttpClient, feed: Feed, settings: PollSettings, clock: Clock, kept: Kept) -> Checked:
    now = clock()
    learned = kept.learned.get(feed.id, {})
    polled = await ask(
        http, feed, FeedState(feed.id, feed.url, feed.url, "active", now, 0, rhythm=learned), settings, clock
    )
    parsed = polled.parsed
    if parsed is None:
        failed = FeedState(feed.id, feed.url, feed.url, "active", now, 0, last_outcome=polled.name)
        tried = kept.tried.get(feed.id, ())
        return Checked(feed.id, feed.url, False, polled.name, polled.detail, what_to_do=advice(failed), tried=tried)
    dates = [e.published for e in parsed.entries if e.published]
    return Checked(
        feed.id, feed.url, True, "ok", _praise(parsed.kind, polled.moved_to), parsed.title, parsed.kind,
        len(parsed.entries), len(parsed.entries) - len(dates), max(dates, default=None), polled.moved_to,
        identity=_identity(feed, parsed), identity_from="learnt" if feed.identity is Identity.AUTO else "set",
    )  # fmt: skip


def _identity(feed: Feed, parsed: ParsedFeed) -> str:
    if feed.identity is not Identity.AUTO:
        return feed.identity.value
    pageless = sum("#entry=" in e.canonical_url for e in parsed.entries)
    return Identity.PAGE.value if pageless and 2 * pageless >= len(parsed.entries) else Identity.LINK.value


def _praise(kind: str, moved_to: str | None) -> str:
    return f"{kind}, moved to {moved_to}" if moved_to else kind
