"""Asking one feed: an address in, a ``Polled`` out. Never raises for anything that a server can do."""

import asyncio
from datetime import datetime

from ingest.clock import Clock
from ingest.feeds import answer as facts
from ingest.feeds.decision import Polled, wants_full_get
from ingest.feeds.parse import ParsedFeed, parse_feed
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError, HostPaused
from ingest.http.response import Answer
from ingest.ledger.feeds import FeedState
from ingest.model import Feed
from ingest.settings import PollSettings

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
LARGE = 200_000
"""Bytes. Parsing more than that would hold up the other feeds: it goes to a thread."""


async def ask(http: HttpClient, feed: Feed, state: FeedState, settings: PollSettings, clock: Clock) -> Polled:
    """Poll one feed, conditionally where that can be trusted."""
    conditional = not wants_full_get(state, clock())
    headers = {"Accept": ACCEPT}
    if conditional:
        headers.update(facts.conditional_headers(state.etag, state.last_modified))
    try:
        answer = await http.get(state.effective_url, headers=headers, max_bytes=int(settings.max_megabytes * 1_000_000))
    except HostPaused as e:
        wait = max(1, int((e.until - clock()).total_seconds()))
        return Polled(state, e.reason, str(e), retry_after=wait)
    except FetchError as e:
        return Polled(state, e.reason, str(e), unreachable=e.network)
    asked = conditional and bool(state.etag or state.last_modified)
    return await _read(answer, feed, state, settings, clock(), conditional=asked)


async def _read(
    answer: Answer, feed: Feed, state: FeedState, settings: PollSettings, now: datetime, *, conditional: bool
) -> Polled:  # fmt: skip
    trouble = _trouble(answer, state, now)
    if trouble is not None:
        return trouble
    moved = facts.moved_to(answer.hops)
    fresh = facts.fresh_seconds(answer.headers, now)
    etag, last_modified = answer.header("etag"), answer.header("last-modified")
    if answer.not_modified:
        return Polled(state, "not-modified", status=304, moved_to=moved, fresh_seconds=fresh, conditional=conditional)
    digest = facts.body_hash(answer.body)
    if digest == state.body_hash:
        return Polled(
            state, "unchanged", status=answer.status, moved_to=moved, fresh_seconds=fresh, conditional=conditional,
            body_hash=digest, etag=etag, last_modified=last_modified,
        )  # fmt: skip
    parsed = await _parsed(answer, feed, state, settings, now)
    if parsed.problem:
        return Polled(state, parsed.problem, _explained(parsed, answer), status=answer.status)
    return Polled(
        state, "parsed", status=answer.status, final_url=answer.final_url, parsed=parsed, body_hash=digest,
        moved_to=moved, fresh_seconds=fresh, conditional=conditional, etag=etag, last_modified=last_modified,
    )  # fmt: skip


def _trouble(answer: Answer, state: FeedState, now: datetime) -> Polled | None:
    """What stands in the way of reading the answer as a feed, by status and headers; None if nothing does."""
    status, headers = answer.status, answer.headers
    if facts.is_gone(status):
        return Polled(state, "gone", f"410: {answer.final_url} says that it will not come back", status=status)
    wait = facts.retry_after(headers, now)
    if facts.is_rate_limited(status, headers):
        return Polled(state, "rate-limited", f"HTTP {status}", status=status, retry_after=wait)
    if facts.is_challenged(headers):
        return Polled(state, "challenge", f"HTTP {status}: a page for browsers only", status=status, retry_after=wait)
    if answer.ok or answer.not_modified:
        return None
    return Polled(state, f"http-{status}", f"HTTP {status} from {answer.final_url}", status=status, retry_after=wait)


async def _parsed(answer: Answer, feed: Feed, state: FeedState, settings: PollSettings, now: datetime) -> ParsedFeed:
    def work() -> ParsedFeed:
        return parse_feed(
            answer.body, url=answer.final_url, content_type=answer.header("content-type"), feed=feed, now=now,
            max_entries=settings.max_entries, known=state.item_hashes or b"",
            content_location=answer.header("content-location"),
        )  # fmt: skip

    return await asyncio.to_thread(work) if len(answer.body) > LARGE else work()


_EXPLANATIONS = {
    "empty": "200 with an empty body",
    "html": "an HTML page, not a feed",
    "challenge": "a page that asks for a person",
    "sitemap-index": "an index of sitemaps: subscribe to one of the sitemaps it names",
    "not-a-feed": "neither RSS, Atom, JSON Feed nor a sitemap",
    "no-items": "a feed without a single item",
}


def _explained(parsed: ParsedFeed, answer: Answer) -> str:
    problem = parsed.problem or ""
    return f"{_EXPLANATIONS.get(problem, problem)} ({len(answer.body)} bytes, {answer.header('content-type')})"
