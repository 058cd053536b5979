"""A search as an address says it: hits, facets, histogram, notes, and errors at their position."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal
from urllib.parse import urlencode

from ingest.alert.summary import summarise
from ingest.errors import QueryError
from ingest.index.counts import Bucket, Count
from ingest.index.fields import ARTICLES
from ingest.index.hit import Hit
from ingest.index.protocol import SearchPage, SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.query.tree import And, Between, InstantBound, Node, Query, QueryNote
from ingest.ledger import desk as people
from ingest.ledger.happenings import events_of, happenings
from ingest.web import charts
from ingest.web.access import Visitor
from ingest.web.desk import Desk
from ingest.web.inbox import FACETS, InboxItem, item, together

PAGE = 25
_HAPPENINGS = 60
_DEFAULT_SPAN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SearchAddress:
    """What an address of the search page asks for."""

    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    sort: Literal["relevance", "newest"] = "newest"
    group: Literal["articles", "stories"] = "articles"
    after: str | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing asked yet."""
        return not self.query.strip() and not any(self.filters.values()) and not self.since and not self.until

    def pairs(self) -> list[tuple[str, str]]:
        """As parameters of an address, without the place in the list."""
        out = [("q", self.query)] if self.query else []
        out += [(name, value) for name, values in sorted(self.filters.items()) for value in values]
        out += [(name, day.isoformat()) for name, day in (("from", self.since), ("to", self.until)) if day]
        out += [("sort", self.sort)] if self.sort != "newest" else []
        return out + ([("group", self.group)] if self.group != "articles" else [])

    def href(self, path: str = "/search", **changes: Any) -> str:
        """The address of this search with something changed."""
        pairs = replace(self, after=None, **changes).pairs()
        return path + ("?" + urlencode(pairs) if pairs else "")

    def toggled(self, facet: str, value: str) -> str:
        """The address with a value of a facet added, or taken away if it is there."""
        held = self.filters.get(facet, ())
        values = tuple(v for v in held if v != value) if value in held else (*held, value)
        return self.href(filters={**self.filters, facet: values})


@dataclass(frozen=True, slots=True)
class Result:
    """An article that was found, with what matched marked: (piece, is it a match)."""

    key: str
    title: tuple[tuple[str, bool], ...]
    passages: tuple[tuple[tuple[str, bool], ...], ...]
    url: str
    outlet: str
    country: str | None
    language: str
    when: datetime
    topics: tuple[tuple[str, str], ...]
    story: str
    copies: int


@dataclass(frozen=True, slots=True)
class SearchView:
    """What there is to show."""

    address: SearchAddress
    total: int = 0
    results: tuple[Result, ...] = ()
    items: tuple[InboxItem, ...] = ()
    """Instead of results where happenings are asked for."""
    next: str | None = None
    ranked: int | None = None
    """By best match: only so many of the newest were weighed."""
    facets: Mapping[str, tuple[Bucket, ...]] = field(default_factory=dict)
    histogram: charts.TimeChart | None = None
    notes: tuple[QueryNote, ...] = ()
    error: QueryError | None = None


def read_search(desk: Desk, who: Visitor, address: SearchAddress, language: str) -> SearchView:
    """Carry a search out. A query that cannot be accepted is an answer too."""
    try:
        query = parse(address.query) if address.query.strip() else None
    except QueryError as e:
        return SearchView(address, error=e)
    now = desk.clock()
    ask = request_of(address, query)
    low, high = _span(address, now)
    every = charts.step_of(high - low)
    wanted = [Count((name,), size=12) for name in FACETS.values()]
    wanted.append(Count(every=every))
    if address.group == "stories":
        wanted.append(Count(("story.id",), measure=("max", "@timestamp"), size=_HAPPENINGS * 4))
    try:
        if address.group == "stories":
            total, counts = desk.index.counts(ask, wanted)
            found = SearchPage((), total)
        else:
            found, counts = desk.index.explore(replace(ask, after=address.after), wanted)
        page = SearchView(
            address,
            found.total,
            next=found.next,
            ranked=found.ranked,
            facets=dict(zip(FACETS, counts, strict=False)),
            histogram=charts.time_chart(counts[len(FACETS)], every, low, high),
            notes=query.notes if query else (),
        )
        if address.group == "stories":
            return replace(page, items=_items(desk, who, [b.keys[0] for b in counts[-1]], language))
    except QueryError as e:
        return SearchView(address, error=e)
    topics = desk.topic_names()
    return replace(page, results=tuple(result_of(hit, topics) for hit in found.hits))


def request_of(address: SearchAddress, query: Query | None, size: int = PAGE) -> SearchRequest:
    """What the index is asked. Days are of ``@timestamp``, in UTC."""
    filters = {FACETS[name]: values for name, values in address.filters.items() if values and name in FACETS}
    if address.since or address.until:
        days = Between(
            "@timestamp",
            InstantBound(address.since.isoformat()) if address.since else None,
            InstantBound(address.until.isoformat()) if address.until else None,
        )
        root: Node = And((query.root, days)) if query else days
        query = replace(query, root=root) if query else Query("", root, ARTICLES)
    sort = Sort.NEWEST if address.sort == "newest" or query is None else Sort.RELEVANCE
    return SearchRequest(query, filters=filters, size=size, sort=sort)


def every_hit(desk: Desk, address: SearchAddress, limit: int) -> Iterator[Hit]:
    """All articles of a search, newest first, as far as the limit: for exports. Raises QueryError."""
    query = parse(address.query) if address.query.strip() else None
    ask = replace(request_of(address, query, min(limit, 500)), sort=Sort.NEWEST, highlight=False)
    left = limit
    while left > 0:
        page = desk.index.search(ask)
        yield from page.hits[:left]
        left -= len(page.hits)
        if page.next is None:
            return
        ask = replace(ask, after=page.next)


def result_of(hit: Hit, topics: Mapping[str, str]) -> Result:
    """A hit as the page shows it: the same words as in a mail."""
    card = summarise(hit)
    story = hit.source.get("story") or {}
    return Result(
        card.key, card.title, card.passages[:2], card.url, card.outlet, card.country, card.language, card.when,
        tuple((t.topic, topics.get(t.topic, t.topic)) for t in card.topics if t.about), card.story,
        len(story.get("outlets") or ()),
    )  # fmt: skip


def _items(desk: Desk, who: Visitor, stories: list[str], language: str) -> tuple[InboxItem, ...]:
    with desk.ledger.read() as c:
        events = events_of(c, stories)
        ids = list(dict.fromkeys(events[s] for s in stories if s in events))[:_HAPPENINGS]
        found = happenings(c, ids)
        marks = people.marks(c, who.name, [story for h in found for story in h.stories])
    names, topics, now = desk.outlet_names(), desk.topic_names(), desk.clock()
    return tuple(item(h, together(h, marks), who, names, topics, language, now) for h in found)


def _span(address: SearchAddress, now: datetime) -> tuple[datetime, datetime]:
    """The days that the histogram shows."""
    high = _midnight(address.until) + timedelta(days=1) if address.until else now
    low = _midnight(address.since) if address.since else high - _DEFAULT_SPAN
    return min(low, high - timedelta(hours=1)), high


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
