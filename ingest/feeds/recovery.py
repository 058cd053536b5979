"""What was missed between two polls, told from what a site's sitemap says. Pure.

A sitemap lists a whole site and a feed often one section of it. Which of its pages the feed would have listed is
learnt from the times in which the feed was seen whole (the present document, and the last one before the gap): where
the feed had most of what the sitemap has for a host, a section or a subsection, what it has there for the gap is taken
for missed. The same test turns away a sitemap that dates every page today, or old pages by their last edit.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ingest.feeds.discovery import NEWSY
from ingest.feeds.formats.sitemap import SitemapLink
from ingest.ledger.gaps import FeedGap
from ingest.model import Entry
from ingest.urls import host

MOST_CHILDREN = 6
"""Sitemaps of an index that are looked into."""
SHARE = 0.7
"""Of a group's pages that the feed must have had, one page each way added (Laplace): 2 of 2, 4 of 5, 8 of 10."""
SECTIONS = 2
"""Folders of a path that tell sections apart."""
SLACK = timedelta(hours=1)
"""An index is written before the last changes of its sitemaps."""
_NO_SECTION = re.compile(r"\d+|\d{4}-\d{2}(-\d{2})?")
"""A day or a number in a path is no section."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, both ends included."""

    since: datetime
    until: datetime

    def holds(self, at: datetime | None) -> bool:
        """True for a moment within; False for none."""
        return at is not None and self.since <= at <= self.until


def missing_period(gap: FeedGap) -> Period | None:
    """When the missed entries appeared; None where nothing before the gap had a date."""
    return Period(gap.since, gap.until or gap.found_at) if gap.since is not None else None


def seen_periods(gap: FeedGap) -> list[Period]:
    """When the feed was seen whole: what the last document before the gap spanned, and the one after it."""
    periods = []
    if gap.since is not None and gap.window_seconds:
        periods.append(Period(gap.since - timedelta(seconds=gap.window_seconds), gap.since))
    if gap.until is not None:
        periods.append(Period(gap.until, gap.found_at))
    return periods


def listed_groups(addresses: Iterable[tuple[str, bool]]) -> frozenset[str]:
    """Hosts and sections that the feed lists. ``addresses`` are a sitemap's pages of the times in which the feed was
    seen whole, each with whether the feed had it."""
    pages: dict[str, list[bool]] = {}
    for address, is_known in addresses:
        for group in groups_of(address):
            pages.setdefault(group, []).append(is_known)
    return frozenset(g for g, known in pages.items() if (sum(known) + 1) / (len(known) + 2) >= SHARE)


def groups_of(address: str) -> list[str]:
    """The host of a page, and its host with the first folders of its path: ``h``, ``h/world``, ``h/world/asia``."""
    folders = [part.lower() for part in urlsplit(address).path.split("/")[1:-1] if part]
    groups = [host(address)]
    for folder in folders[:SECTIONS]:
        if _NO_SECTION.fullmatch(folder):
            break
        groups.append(f"{groups[-1]}/{folder}")
    return groups


def missed(entries: Sequence[Entry], known: Collection[str], gaps: Sequence[FeedGap]) -> list[Entry]:
    """Of a sitemap's entries those that the feed has most likely listed in one of its gaps. ``known`` are the keys of
    those that it is known to have listed."""
    seen = [period for gap in gaps for period in seen_periods(gap)]
    lost = [period for gap in gaps if (period := missing_period(gap)) is not None]
    support = [
        (e.canonical_url, e.key in known)
        for e in entries
        if any(p.holds(e.published) for p in seen) and (e.key in known or not any(p.holds(e.published) for p in lost))
    ]
    groups = listed_groups(support)
    return [
        e
        for e in entries
        if e.key not in known
        and any(p.holds(e.published) for p in lost)
        and not groups.isdisjoint(groups_of(e.canonical_url))
    ]


def children(links: Iterable[SitemapLink], since: datetime) -> list[str]:
    """The sitemaps of an index that may hold what was published since: by date, those of news first."""
    fit = [link for link in links if link.last_modified is None or link.last_modified >= since - SLACK]
    ordered = sorted(
        fit,
        key=lambda link: (
            NEWSY.search(urlsplit(link.url).path) is None,
            -(link.last_modified.timestamp() if link.last_modified else 0),
        ),
    )
    return [link.url for link in ordered[:MOST_CHILDREN]]


def gap_of(entry: Entry, gaps: Sequence[FeedGap]) -> FeedGap:
    """The gap that an entry was missed in; the last one for an entry without a date."""
    fitting = (g for g in gaps if (p := missing_period(g)) is not None and p.holds(entry.published))
    return next(fitting, gaps[0])
