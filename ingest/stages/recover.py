"""What polls have missed is looked for: in the feed's older pages (RFC 5005, WordPress), else in the site's sitemaps.

gaps whose search is due (leases) ─▶ older pages or sitemaps, a dozen requests at most ─▶ entries and gaps, together

Nothing but addresses of the feed's own publisher is asked or taken, robots.txt holds, and hosts keep their pace. What
is found goes the usual way and is marked; what is older than the baseline tells nobody.
"""

import asyncio
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit, urlunsplit

from ingest.clock import Clock
from ingest.feeds.catalogue import Catalogue
from ingest.feeds.discovery import NEWSY, SITEMAPS
from ingest.feeds.entries import Context, to_entry
from ingest.feeds.formats.sitemap import read_between, read_index
from ingest.feeds.learned import unpack
from ingest.feeds.parse import ParsedFeed, parse_feed
from ingest.feeds.recovery import children, gap_of, missed, missing_period, seen_periods
from ingest.feeds.sniff import form_of
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError, TooLarge
from ingest.ledger import feeds as states
from ingest.ledger import gaps as ledger_gaps
from ingest.ledger.feeds import FeedState
from ingest.ledger.gaps import FeedGap
from ingest.ledger.intake import Finds, discover
from ingest.ledger.store import Ledger
from ingest.model import Entry, Feed, Policy
from ingest.outcome import Outcome, Report, Stage, StageRun
from ingest.publishers import Publishers
from ingest.rights.site_rules import Sites
from ingest.settings import Settings
from ingest.text.charset import decode
from ingest.urls import is_web, publisher

AT_ONCE = 4
FEEDS_A_RUN = 20
"""After an outage of our own every feed has a gap: the others wait for the next run."""
LONGEST_SEARCH = 60
"""Seconds for one feed. What was not answered by then is tried again."""
TRY_AGAIN = (timedelta(hours=1), timedelta(hours=6))
BRIDGED = 2
"""Entries of before on an older page that show that the pages lead back over a gap: one may be pinned there."""
MOST_PAGES = 8
"""Older pages of a feed that are asked for."""
OWN_SHARE = 0.8
"""Of a feed's latest entries that stand at one publisher: else it is a digest of many sites, and has no sitemap."""
_GZIP = b"\x1f\x8b"


@dataclass(slots=True)
class _Search:
    """One feed's gaps, the newest first, and what is known of the feed."""

    feed: Feed
    state: FeedState
    gaps: list[FeedGap]
    listed: list[str]
    """Addresses of its latest entries."""
    last_source: str | None
    requests: int = 0
    failure: str = ""
    """Why the last address that did not answer did not."""

    @property
    def since(self) -> datetime | None:
        """The earliest moment that anything was missed after."""
        return min((p.since for g in self.gaps if (p := missing_period(g))), default=None)


@dataclass(slots=True)
class _Recovered:
    """Entries by the address that named them."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    looked_into: int = 0
    """Documents that could be read."""
    is_whole: bool = False
    """True if the feed's own pages lead from its present document back to what was known before the gaps."""


async def recover(
    ledger: Ledger, catalogue: Catalogue, publishers: Publishers, http: HttpClient, settings: Settings, clock: Clock,
    report: Report, run: StageRun, feed_ids: Sequence[str] | None,
) -> None:  # fmt: skip
    """Search for what the gaps that are due have cost; one outcome a feed."""
    lease = settings.ledger.lease_seconds
    due = ledger_gaps.claim(ledger, clock(), lease_seconds=lease, feed_ids=feed_ids, most_feeds=FEEDS_A_RUN)
    if not due:
        return
    seeker = _Seeker(ledger, catalogue, publishers, http, settings, clock)
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(feed_id: str, gaps: list[FeedGap]) -> None:
        async with gate:
            outcome = await seeker.search(feed_id, gaps)
        run.claimed += 1
        run.add(outcome)
        report(outcome)

    await asyncio.gather(*(one(feed_id, gaps) for feed_id, gaps in due.items()))


class _Seeker:
    """Asks, reads and records, feed by feed."""

    def __init__(
        self, ledger: Ledger, catalogue: Catalogue, publishers: Publishers, http: HttpClient, settings: Settings,
        clock: Clock,
    ) -> None:  # fmt: skip
        self._ledger, self._catalogue, self._publishers, self._http = ledger, catalogue, publishers, http
        self._settings, self._clock = settings.poll, clock
        self._sites = Sites(ledger, http)

    async def search(self, feed_id: str, gaps: list[FeedGap]) -> Outcome:
        """Look for what one feed's gaps have cost, and record what came of it."""
        search = await asyncio.to_thread(self._prepared, feed_id, gaps)
        if search is None:
            await asyncio.to_thread(self._close, gaps, "the feed has left the catalogue", None)
            return Outcome(Stage.POLL, feed_id, "not-recovered", "the feed has left the catalogue")
        found = _Recovered()
        try:
            async with asyncio.timeout(LONGEST_SEARCH):
                await self._older_pages(search, found)
                if not found.entries and not found.is_whole:
                    await self._sitemaps(search, found)
        except TimeoutError:
            search.failure = f"not done after {LONGEST_SEARCH} s"
        except Exception as e:  # noqa: BLE001 - our own mistake on one site must not stop the others
            search.failure = f"{type(e).__name__}: {e}"
        if not found.entries and not found.looked_into and search.failure:
            return await asyncio.to_thread(self._failed, search)
        return await asyncio.to_thread(self._record, search, found)

    def _prepared(self, feed_id: str, gaps: list[FeedGap]) -> _Search | None:
        feed = self._catalogue.get(feed_id)
        with self._ledger.read() as c:
            state = states.states(c, [feed_id]).get(feed_id)
            if feed is None or not feed.enabled or state is None:
                return None
            listed, source = ledger_gaps.addresses_of(c, feed_id), ledger_gaps.last_source(c, feed_id)
        return _Search(feed, state, gaps, listed, source)

    async def _older_pages(self, search: _Search, found: _Recovered) -> None:
        """The pages before the feed's present document, until one that holds what was known before the gap."""
        hints, here = unpack(search.state.rhythm).hints, search.state.effective_url
        at = hints.older or (_paged(here, 2) if hints.is_wordpress else None)
        pages: dict[str, list[Entry]] = {}
        seen: set[str] = set()
        is_bridged = False
        for number in range(3, MOST_PAGES + 3):
            if at is None or publisher(at) != publisher(here) or is_bridged:
                break
            parsed = await self._page(search, at)
            keys = {e.key for e in parsed.entries} if parsed else set[str]()
            if parsed is None or not keys - seen:
                break
            known = await asyncio.to_thread(self._known, search, parsed.entries)
            older = _older(search, parsed.entries, known)
            is_bridged, found.is_whole = older > 0, older >= BRIDGED
            if not is_bridged and keys <= known.keys():
                break  # a server that knows no pages answers with the first one
            found.looked_into += 1
            seen |= keys
            pages[at] = list(parsed.entries)
            at = parsed.hints.older or (_paged(here, number) if hints.is_wordpress else None)
        for url, entries in pages.items():
            fitting = [e for e in entries if _fits(e, search.gaps, is_bridged=is_bridged)]
            if fitting := await asyncio.to_thread(self._unknown, search, fitting):
                found.entries[url] = fitting

    async def _page(self, search: _Search, url: str) -> ParsedFeed | None:
        got = await self._text(search, url)
        if got is None:
            return None
        parsed = await asyncio.to_thread(
            parse_feed, got[0], url=got[1], content_type=got[2], feed=search.feed, now=self._clock(),
            max_entries=self._settings.max_entries,
        )  # fmt: skip
        return None if parsed.problem else parsed

    async def _sitemaps(self, search: _Search, found: _Recovered) -> None:
        """The sitemap that helped the last time, those that robots.txt names, else where they usually are."""
        since, home = search.since, self._home(search)
        if since is None or home is None:
            return
        rules = await self._sites.rules(home)
        named = sorted(rules.robots.sitemaps(), key=lambda a: NEWSY.search(urlsplit(a).path) is None)
        first = [search.last_source] if search.last_source else []
        queue = list(dict.fromkeys([*first, *(named or [home.rstrip("/") + path for path in SITEMAPS])]))
        asked: set[str] = set()
        while queue and search.requests < self._settings.recover_requests:
            url = queue.pop(0)
            if url in asked or publisher(url) != publisher(home):
                continue
            asked.add(url)
            got = await self._text(search, url)
            if got is None:
                continue
            text = decode(_unpacked(got[0], int(self._settings.max_megabytes * 1e6)), got[2]).text
            form = form_of(text)
            if form == "sitemap-index":
                queue = [*children(read_index(text), since), *queue]
            elif form == "sitemap":
                found.looked_into += 1
                if entries := await asyncio.to_thread(self._missed, search, text, got[1], home):
                    found.entries[url] = entries
                    return

    def _home(self, search: _Search) -> str | None:
        """The origin where the feed's entries stand; None where that is no one publisher's."""
        own = [url for url in search.listed if is_web(url) and self._publishers.owns(search.feed, url)]
        if not own:
            return None
        whose, times = Counter(publisher(url) for url in own).most_common(1)[0]
        if times < OWN_SHARE * len(search.listed):
            return None
        parts = Counter(urlsplit(url)[:2] for url in own if publisher(url) == whose).most_common(1)[0][0]
        return f"{parts[0]}://{parts[1]}/"

    def _missed(self, search: _Search, text: str, base: str, home: str) -> list[Entry]:
        """Of a sitemap's pages those that the feed must have listed in its gaps."""
        periods = [p for g in search.gaps for p in (*seen_periods(g), missing_period(g)) if p is not None]
        since, until = min(p.since for p in periods), max(p.until for p in periods)
        context = Context(search.feed, base, self._clock())
        entries = {
            e.key: e
            for item in read_between(text, since, until)
            if (e := to_entry(item, context)) is not None and self._is_own(search.feed, e, home)
        }
        return missed(list(entries.values()), self._known(search, list(entries.values())).keys(), search.gaps)

    def _is_own(self, feed: Feed, entry: Entry, home: str) -> bool:
        """True for a page of the feed's publisher that has something to be indexed."""
        url = entry.canonical_url
        is_page = "#entry=" not in url and urlsplit(url).path not in ("", "/")
        is_readable = feed.policy is Policy.FULL or bool(entry.title)
        return is_page and is_readable and publisher(url) == publisher(home) and self._publishers.owns(feed, url)

    async def _text(self, search: _Search, url: str) -> tuple[bytes, str, str | None] | None:
        """(body, where it came from, type) of an address that may be asked and answers; None otherwise."""
        if search.requests >= self._settings.recover_requests:
            return None
        limit = int(self._settings.max_megabytes * 1e6)
        try:
            rules = await self._sites.rules(url)
            verdict = rules.robots.verdict(url, self._clock())
            if not verdict.allowed:
                search.failure = search.failure or verdict.evidence
                return None
            search.requests += 1
            got = await self._http.get(url, max_bytes=limit, cut=True)
        except TooLarge:
            return None
        except FetchError as e:
            search.failure = f"{e.reason}: {e.detail}"
            return None
        if got.ok and publisher(got.final_url) == publisher(url):
            return got.body, got.final_url, got.header("content-type")
        if got.status >= 500 or got.status == 429:
            search.failure = f"HTTP {got.status} from {url}"
        return None

    def _known(self, search: _Search, entries: Sequence[Entry]) -> Mapping[str, datetime]:
        with self._ledger.read() as c:
            return ledger_gaps.seen_at(c, search.feed.id, (e.key for e in entries))

    def _unknown(self, search: _Search, entries: Sequence[Entry]) -> list[Entry]:
        known = self._known(search, entries)
        own = publisher(search.feed.url)
        return [
            e
            for e in entries
            if e.key not in known
            and (publisher(e.canonical_url) == own or self._publishers.owns(search.feed, e.canonical_url))
        ]

    def _record(self, search: _Search, found: _Recovered) -> Outcome:
        """One transaction: the entries, and what the gaps came to."""
        now = self._clock()
        silent_before = now - timedelta(hours=self._settings.baseline_hours)
        chosen = _newest(found.entries, self._settings.recover_entries)
        finds = [Finds(search.feed, entries, silent_before, url) for url, entries in chosen.items()]
        count = Counter(gap_of(e, search.gaps).found_at for entries in chosen.values() for e in entries)
        source = next(iter(chosen), None)
        is_whole = found.is_whole and sum(map(len, chosen.values())) == len(
            {e.key for entries in found.entries.values() for e in entries}
        )
        note = _note(search, found, is_whole=is_whole, is_found=bool(chosen))
        with self._ledger.begin() as c:
            new = sum(len(f.new) for f in discover(c, finds, self._publishers, now))
            done = [
                replace(g, recovered=count[g.found_at], source=source, note=note, attempts=g.attempts + 1)
                for g in search.gaps
            ]
            for gap in done:
                ledger_gaps.store(c, gap, next_try=None)
        total = sum(count.values())
        if not total:
            return Outcome(Stage.POLL, search.feed.id, "not-recovered", str(done[0]) if is_whole else note or "")
        return Outcome(Stage.POLL, search.feed.id, "recovered", f"{done[0]}, from {source}", new=new)

    def _failed(self, search: _Search) -> Outcome:
        attempts = search.gaps[0].attempts
        again = self._clock() + TRY_AGAIN[attempts] if attempts < len(TRY_AGAIN) else None
        self._close(search.gaps, search.failure, again)
        return Outcome(Stage.POLL, search.feed.id, "recovery-failed", search.failure)

    def _close(self, gaps: Sequence[FeedGap], note: str, again: datetime | None) -> None:
        with self._ledger.begin() as c:
            for gap in gaps:
                ledger_gaps.store(c, replace(gap, note=note[:500], attempts=gap.attempts + 1), next_try=again)


def _note(search: _Search, found: _Recovered, *, is_whole: bool, is_found: bool) -> str | None:
    """What is kept of a search beside what it has found."""
    if is_whole:
        return ledger_gaps.SEARCHED_WHOLE
    if is_found:
        return None
    return search.failure or ("nothing there that was not seen" if found.looked_into else "no sitemap")


def _older(search: _Search, entries: Sequence[Entry], known: Mapping[str, datetime]) -> int:
    """How much a page holds of what the feed had before its gaps."""
    first, since = min(g.found_at for g in search.gaps), search.since
    is_dated = {e.key for e in entries if since is not None and e.published is not None and e.published < since}
    return len(is_dated | {key for key, at in known.items() if at < first})


def _fits(entry: Entry, gaps: Sequence[FeedGap], *, is_bridged: bool) -> bool:
    """True for an entry of the feed's own older pages from the time of a gap; one without a date, where the pages reach
    back to what was known before."""
    if entry.published is None:
        return is_bridged
    return any((p := missing_period(g)) is not None and p.holds(entry.published) for g in gaps)


def _newest(found: Mapping[str, Sequence[Entry]], most: int) -> dict[str, list[Entry]]:
    """The newest entries of all sources together, each once."""
    once = {e.key: (url, e) for url, entries in reversed(list(found.items())) for e in entries}
    ordered = sorted(once.values(), key=lambda pair: pair[1].published.timestamp() if pair[1].published else 0)
    chosen: dict[str, list[Entry]] = {}
    for url, entry in ordered[-most:]:
        chosen.setdefault(url, []).append(entry)
    return chosen


def _paged(url: str, number: int) -> str:
    """WordPress' address of an older page of its feed."""
    parts = urlsplit(url)
    query = "&".join(p for p in (parts.query, f"paged={number}") if p)
    return urlunsplit(parts._replace(query=query))


def _unpacked(body: bytes, most: int) -> bytes:
    """A sitemap that is stored compressed (``.xml.gz``): so much of it, whatever it claims to become."""
    if not body.startswith(_GZIP):
        return body
    try:
        return zlib.decompressobj(31).decompress(body, most)
    except zlib.error:
        return b""
