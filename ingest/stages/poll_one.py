"""Asking one feed: an address in, a ``Polled`` out. Never raises for anything that a server can do."""

import asyncio
from dataclasses import replace
from datetime import datetime

from ingest.clock import Clock
from ingest.feeds.decision import Polled, wants_full_get
from ingest.feeds.fingerprint import body_hash
from ingest.feeds.hints import with_link_fields
from ingest.feeds.learned import unpack
from ingest.feeds.parse import ParsedFeed, parse_feed
from ingest.feeds.sniff import is_challenge, points_to
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError, HostPaused, was_reached
from ingest.http.response import Response, Validators
from ingest.ledger.feeds import FeedState
from ingest.model import Feed
from ingest.settings import PollSettings
from ingest.text.charset import decode

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)
CHALLENGE = 20_000
LARGE = 200_000
"""Bytes. Parsing more than that would hold up the other feeds: it goes to a thread."""


async def ask(http: HttpClient, feed: Feed, state: FeedState, settings: PollSettings, clock: Clock) -> Polled:
    """Poll one feed, conditionally where that can be trusted."""
    conditions = {} if wants_full_get(state, clock()) else Validators(state.etag, state.last_modified).headers()
    limit = int(settings.max_megabytes * 1e6)
    try:
        response = await http.get(state.effective_url, headers={"Accept": ACCEPT, **conditions}, max_bytes=limit)
        if response.is_gone or (conditions and _cannot_do_conditions(response)):
            conditions = {}
            response = await http.get(state.effective_url, headers={"Accept": ACCEPT}, max_bytes=limit)
    except HostPaused as e:
        return Polled(state, e.reason, str(e), paused_until=e.until)
    except FetchError as e:
        return Polled(state, e.reason, str(e), is_reached=was_reached(e))
    polled = await _read(response, feed, state, settings, clock())
    return replace(polled, response=response.without_body(), is_reached=True, conditional=bool(conditions))


def _cannot_do_conditions(response: Response) -> bool:
    """True for a server that trips over a conditional request: 412 (which is no answer to GET), 400 or 5xx.

    Asked again at once without conditions; a server in real trouble says so a second time.
    """
    status = response.status
    return (status in (400, 412) or 500 <= status < 600) and not response.is_rate_limited and not response.is_challenged


async def _read(response: Response, feed: Feed, state: FeedState, settings: PollSettings, now: datetime) -> Polled:
    trouble = _trouble(response)
    if trouble is not None:
        return Polled(state, *trouble)
    if response.is_not_modified:
        return Polled(state, "not-modified")
    digest = body_hash(response.body)
    if digest == state.body_hash:
        return Polled(state, "unchanged", body_hash=digest)
    parsed = await _parsed(response, feed, state, settings, now)
    if parsed.problem:
        return Polled(state, parsed.problem, _explained(parsed, response))
    hints = with_link_fields(parsed.hints, response.header_all("link"))
    return Polled(state, "parsed", parsed=replace(parsed, hints=hints), body_hash=digest)


def _trouble(response: Response) -> tuple[str, str] | None:
    """(outcome, detail) of what stands in the way of reading it as a feed, by status and headers; None: nothing."""
    status = response.status
    if response.is_gone:
        return "gone", f"410: {response.final_url} says that it will not come back"
    if response.is_rate_limited:
        return "rate-limited", f"HTTP {status}"
    if response.is_challenged or (status in (403, 503) and is_challenge(decode(response.body[:CHALLENGE]).text)):
        return "challenge", f"HTTP {status}: a page for browsers only"
    if response.ok or response.is_not_modified:
        return None
    return f"http-{status}", f"HTTP {status} from {response.final_url}"


async def _parsed(
    response: Response, feed: Feed, state: FeedState, settings: PollSettings, now: datetime
) -> ParsedFeed:
    def work() -> ParsedFeed:
        return parse_feed(
            response.body, url=response.final_url, content_type=response.header("content-type"), feed=feed, now=now,
            max_entries=settings.max_entries, known=state.item_hashes or b"",
            content_location=response.header("content-location"), shared=frozenset(unpack(state.rhythm).shared),
        )  # fmt: skip

    return await asyncio.to_thread(work) if len(response.body) > LARGE else work()


_EXPLANATIONS = {
    "empty": "200 with an empty body",
    "html": "an HTML page, not a feed",
    "challenge": "a page that asks for a person",
    "sitemap-index": "an index of sitemaps: subscribe to one of the sitemaps it names",
    "not-a-feed": "neither RSS, Atom, JSON Feed nor a sitemap",
    "no-items": "a feed without a single item",
}


def _explained(parsed: ParsedFeed, response: Response) -> str:
    problem = parsed.problem or ""
    said = f"{_EXPLANATIONS.get(problem, problem)} ({len(response.body)} bytes, {response.header('content-type')})"
    there = points_to(decode(response.body[:CHALLENGE]).text, response.final_url) if problem == "html" else None
    return f"{said}; it points to {there}" if there else said
