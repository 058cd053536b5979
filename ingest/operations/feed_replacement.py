"""A feed that has ended, or fails for days, is looked for again on its site.

What is found is proposed to a person and never adopted: who holds a domain that was given up names what he likes there.
"""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ingest.clock import Clock
from ingest.feeds import discovery
from ingest.feeds.catalogue import Catalogue
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError
from ingest.ledger import feeds as feed_states
from ingest.ledger import replacements
from ingest.ledger.feeds import FeedState
from ingest.ledger.replacements import Replacement
from ingest.ledger.store import Ledger
from ingest.model import Feed
from ingest.operations.feed_search import Attempt, DiscoveredFeed, discover_feeds
from ingest.urls import canonical, publisher, url_key

DEAD_AFTER = timedelta(days=3)
"""Of failures. Sites are down for a weekend."""
AGAIN_AFTER = (timedelta(days=1), timedelta(days=7), timedelta(days=30))
"""After the first, the second and every later look; a site that was rebuilt names its feeds at once or not at all."""
AT_MOST = 20
"""Sites a day: each costs some twenty requests."""
AT_ONCE = 4
LONGEST_LOOK = 60
"""Seconds for one site: dead hosts that never answer must not hold up what else is kept in order."""
FRESH = timedelta(days=60)
"""A proposed feed has something as new as that."""


async def look_for_replacements(ledger: Ledger, catalogue: Catalogue, http: HttpClient, clock: Clock) -> dict[str, int]:
    """Look on the sites of feeds that are due, and keep what was found. Returns counts."""
    now = clock()
    with ledger.read() as c:
        states, kept = feed_states.states(c), replacements.read(c)
    dead = [feed for feed in catalogue.enabled if is_dead(states.get(feed.id), now)]
    found = {feed.id: kept[feed.id] for feed in dead if feed.id in kept}
    polled = {url_key(canonical(feed.url)) for feed in catalogue.feeds}
    polled |= {url_key(canonical(state.effective_url)) for state in states.values()}
    due = [feed for feed in dead if is_due(kept.get(feed.id), now)][:AT_MOST]
    gate = asyncio.Semaphore(AT_ONCE)

    async def look(feed: Feed) -> None:
        async with gate:
            named, tried = await _named_by(http, feed, clock)
        tries = kept[feed.id].tries + 1 if feed.id in kept else 1
        found[feed.id] = _of(named, polled, feed, Replacement(now, tries, tried=_told(tried, named, polled, feed, now)))

    await asyncio.gather(*(look(feed) for feed in due))
    if found or kept:
        with ledger.begin() as c:
            replacements.write(c, found)
    return {"dead feeds looked for": len(due), "named by their site": sum(bool(found[feed.id].url) for feed in due)}


def is_dead(state: FeedState | None, now: datetime) -> bool:
    """Whether a feed has ended, or has failed for days."""
    if state is None:
        return False
    return state.state == "retired" or (state.failing_since is not None and now - state.failing_since >= DEAD_AFTER)


def is_due(last: Replacement | None, now: datetime) -> bool:
    """Whether its site is to be looked at now: at once, then ever less often."""
    return last is None or now - last.looked_at >= AGAIN_AFTER[min(last.tries, len(AGAIN_AFTER)) - 1]


def best(
    candidates: Sequence[DiscoveredFeed], polled: Collection[str], site: str, now: datetime
) -> DiscoveredFeed | None:
    """The first that nothing speaks against."""
    return next((one for one in candidates if objection(one, polled, site, now) is None), None)


def objection(one: DiscoveredFeed, polled: Collection[str], site: str, now: datetime) -> str | None:
    """Why a feed of a site is not proposed; None for one that belongs to the site's own publisher, is alive, is not of
    comments and is not polled already."""
    if publisher(one.url) != publisher(site):
        return "another publisher's"
    if url_key(canonical(one.url)) in polled:
        return "polled already, or the dead one"
    if one.newest is None:
        return "without a date"
    if not now - FRESH <= one.newest <= now + timedelta(days=1):
        return f"its newest is of {one.newest:%Y-%m-%d}"
    is_of_comments = discovery.COMMENTS.search(f"{urlsplit(one.url).path} {one.title}") is not None
    return "of comments" if is_of_comments else None


def site_of(feed: Feed) -> str:
    """Where a feed's site is: as the catalogue says, else the front page of its host."""
    parts = urlsplit(feed.url)
    return feed.site or f"{parts.scheme}://{parts.netloc}/"


async def _named_by(http: HttpClient, feed: Feed, clock: Clock) -> tuple[list[DiscoveredFeed], list[Attempt]]:
    """The feeds of its site, and what was tried; where the site is gone as well, it is looked at again."""
    tried: list[Attempt] = []
    site = site_of(feed)
    try:
        async with asyncio.timeout(LONGEST_LOOK):
            return await discover_feeds(http, site, clock, tried.append), tried
    except FetchError as e:
        tried.append(Attempt(site, "given", e.reason))
    except TimeoutError:
        tried.append(Attempt(site, "given", f"no end within {LONGEST_LOOK} s"))
    return [], tried


def _told(
    tried: Sequence[Attempt], named: Sequence[DiscoveredFeed], polled: Collection[str], feed: Feed, now: datetime
) -> tuple[str, ...]:
    """What was tried, for people: feeds with what speaks against them first, then what was none."""
    site = site_of(feed)
    feeds = {url_key(canonical(one.url)) for one in named}
    found = [f"{one.url}: {objection(one, polled, site, now) or one.kind}" for one in named]
    others = [f"{one.url}: {one.result}" for one in tried if url_key(canonical(one.url)) not in feeds]
    return (*found, *others)


def _of(candidates: Sequence[DiscoveredFeed], polled: Collection[str], feed: Feed, looked: Replacement) -> Replacement:
    chosen = best(candidates, polled, site_of(feed), looked.looked_at)
    return replace(looked, url=chosen.url, title=chosen.title[:200]) if chosen else looked
