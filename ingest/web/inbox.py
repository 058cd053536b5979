"""The inbox: happenings, the newest and most spread first, as one reader sees them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Literal
from urllib.parse import urlencode

from ingest.alert.changes import ChangeKind, signs_about, words_of
from ingest.index.counts import Bucket, Count
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.ledger import desk as people
from ingest.ledger.desk import Marks
from ingest.ledger.happenings import Happening, HappeningArticle, Sketch, events_of, happenings, sketches
from ingest.web.access import Visitor
from ingest.web.desk import Desk

View = Literal["all", "new", "kept", "muted", "assigned"]
VIEWS: tuple[View, ...] = ("all", "new", "kept", "assigned", "muted")
ORDERS = ("front", "latest", "widest")
DAYS = (1, 3, 7, 30)
PAGE = 30
DOUBLING = 3.0
"""Hours that a happening stays up longer for each doubling of the articles that tell it."""
FACETS = {"topic": "topics", "lang": "language.code", "country": "outlet.country", "outlet": "outlet.id"}
"""Parameter of the address → field of the index."""
_SPARKS = 24
_STORIES = 5000


@dataclass(frozen=True, slots=True)
class InboxRequest:
    """What an address of the inbox asks for."""

    view: View = "all"
    order: str = "front"
    days: int = 3
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    query: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A happening as the inbox shows it."""

    id: str
    story: str
    """The story that marks are put on: its first."""
    headline: str
    language: str | None
    first: HappeningArticle
    first_outlet: str
    first_country: str | None
    last_joined_at: datetime
    outlets: tuple[str, ...]
    """Their names, in the order in which they ran it."""
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    """(id, name), the most frequent first."""
    articles: int
    status: Literal["new", "updated", "seen"]
    recent: int
    """Articles that joined in the last six hours: its velocity."""
    spark: tuple[int, ...]
    """Articles by time, from the first to the last, in equal spans."""
    marks: Marks
    is_denied: bool = False
    """Whether an article that joined since this reader looked says that it was not so."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of it."""

    items: tuple[InboxItem, ...]
    total: int
    more: bool
    facets: Mapping[str, tuple[Bucket, ...]]


def read_inbox(desk: Desk, who: Visitor, request: InboxRequest, language: str) -> Inbox:
    """The happenings an address asks for. Raises QueryError for a query that cannot be accepted."""
    now = desk.clock()
    since = now - timedelta(days=request.days)
    stories, facets = _found(desk, request, since)
    with desk.ledger.read() as c:
        candidates = sketches(c, since)
        if stories is not None:
            wanted = set(events_of(c, stories).values())
            candidates = [s for s in candidates if s.id in wanted]
        candidates = _of_view(c, who, request.view, candidates, since)
        at = (request.page - 1) * PAGE
        ranked = rank(candidates, request.order, now, at + PAGE)
        shown = happenings(c, [s.id for s in ranked[at : at + PAGE]])
        marks = people.marks(c, who.name, [story for h in shown for story in h.stories])
    names, topics = desk.outlet_names(), desk.topic_names()
    items = tuple(item(h, together(h, marks), who, names, topics, language, now) for h in shown)
    return Inbox(items, len(candidates), len(candidates) > at + PAGE, facets)


def rank(candidates: Sequence[Sketch], order: str, now: datetime, most: int) -> list[Sketch]:
    """The first ``most`` in the order asked for; ``candidates`` come the latest first.

    ``front``: hours since something joined, less three for each doubling of articles. Of those that one article tells,
    which most are, the latest go first, so no more than ``most`` of them are looked at.
    """
    if order == "latest":
        return list(candidates[:most])
    told = [s for s in candidates if s.articles > 1]
    alone = islice((s for s in candidates if s.articles <= 1), most)
    if order == "widest":
        return [*sorted(told, key=lambda s: s.articles, reverse=True), *alone][:most]
    return sorted([*told, *alone], key=lambda s: (_weight(s, now), s.id))[:most]


def _weight(sketch: Sketch, now: datetime) -> float:
    hours = (now - sketch.last_joined_at).total_seconds() / 3600
    return hours - DOUBLING * math.log2(max(1, sketch.articles))


def _found(
    desk: Desk, request: InboxRequest, since: datetime
) -> tuple[list[str] | None, dict[str, tuple[Bucket, ...]]]:
    """The stories that filters and query leave (None: all of them), and what there is to filter by."""
    filters = {FACETS[name]: values for name, values in request.filters.items() if values}
    query = parse(request.query) if request.query.strip() else None
    ask = SearchRequest(query, since=since, filters=filters)
    wanted = [Count((field,), size=12) for field in FACETS.values()]
    limited = bool(filters or query)
    if limited:
        wanted.append(Count(("story.id",), size=_STORIES))
    _, counts = desk.index.counts(ask, wanted)
    facets = dict(zip(FACETS, counts, strict=False))
    return [b.keys[0] for b in counts[-1]] if limited else None, facets


def _of_view(c: Any, who: Visitor, view: View, candidates: Sequence[Sketch], since: datetime) -> list[Sketch]:
    """Without what this reader has muted, unless that is what is asked for."""
    if view in ("kept", "muted", "assigned"):
        mine = set(events_of(c, people.stories_marked(c, who.name, view)).values())
        return [s for s in candidates if s.id in mine]
    muted = set(events_of(c, people.stories_marked(c, who.name, "muted")).values())
    left = [s for s in candidates if s.id not in muted]
    if view == "new":
        seen = people.stories_seen(c, who.name, since)
        events = events_of(c, seen)
        last: dict[str, datetime] = {}
        for story, event in events.items():
            last[event] = max(seen[story], last.get(event, seen[story]))
        left = [s for s in left if s.last_joined_at > max(filter(None, (last.get(s.id), who.all_seen_at or since)))]
    return left


def together(happening: Happening, marks: Mapping[str, Marks]) -> Marks:
    """What is said of any of a happening's stories is said of it."""
    found = [marks[story] for story in happening.stories if story in marks]
    values = {}
    for name in ("seen_at", "muted_at", "kept_at", "acknowledged_by", "acknowledged_at", "assigned_to"):
        said = [value for m in found if (value := getattr(m, name)) is not None]
        values[name] = max(said) if said else None
    return Marks(**values, notes=sum(m.notes for m in found))


def item(
    happening: Happening,
    marks: Marks,
    who: Visitor,
    names: Mapping[str, tuple[str, str | None]],
    topics: Mapping[str, str],
    language: str,
    now: datetime,
) -> InboxItem:
    """A happening in a reader's eyes."""
    tellings = happening.tellings
    first = tellings[0]
    shown = headline_of(tellings, language)
    outlets = list(dict.fromkeys(t.outlet for t in tellings))
    counted = Counter(topic for t in tellings for topic in t.topics)
    return InboxItem(
        id=happening.id,
        story=happening.stories[0],
        headline=shown.title or shown.url,
        language=shown.language,
        first=first,
        first_outlet=names.get(first.outlet, (first.outlet, None))[0],
        first_country=names.get(first.outlet, (first.outlet, None))[1],
        last_joined_at=happening.last_joined_at,
        outlets=tuple(names.get(o, (o, None))[0] for o in outlets),
        languages=_distinct(t.language for t in tellings),
        countries=_distinct(names.get(o, (o, None))[1] for o in outlets),
        topics=tuple((topic, topics.get(topic, topic)) for topic, _ in counted.most_common(4)),
        articles=len(tellings),
        status=status_of(happening, marks, who),
        recent=sum(now - t.joined_at < timedelta(hours=6) for t in tellings),
        spark=spark([t.published for t in tellings]),
        marks=marks,
        is_denied=is_denied(happening, marks, who),
    )


def is_denied(happening: Happening, marks: Marks, who: Visitor) -> bool:
    """Whether a headline after the first denies it, and joined since this reader looked.

    What begins as a denial is not denied. A denial is what updates by mail take for one, by headlines alone.
    """
    looked = _looked(marks, who)
    titles: dict[str, list[str]] = {}
    for n, telling in enumerate(happening.tellings):
        language = telling.language or ""
        told = words_of(titles.get(language, ()), language)
        if ChangeKind.DENIAL in signs_about(telling.title, language, told):
            if n == 0:
                return False
            if looked is None or telling.joined_at > looked:
                return True
        titles.setdefault(language, []).append(telling.title)
    return False


def _looked(marks: Marks, who: Visitor) -> datetime | None:
    return max((m for m in (marks.seen_at, who.all_seen_at) if m is not None), default=None)


def headline_of(tellings: Sequence[HappeningArticle], language: str) -> HappeningArticle:
    """The earliest article in the reader's language; else the earliest in English, else the earliest."""
    for wanted in (language, "en"):
        for telling in tellings:
            if telling.language == wanted and telling.title:
                return telling
    return tellings[0]


def status_of(happening: Happening, marks: Marks, who: Visitor) -> Literal["new", "updated", "seen"]:
    """New since this reader last looked, or joined by something since."""
    looked = _looked(marks, who)
    if looked is None:
        return "new"
    if happening.last_joined_at <= looked:
        return "seen"
    return "updated" if any(t.joined_at <= looked for t in happening.tellings) else "new"


def spark(moments: Sequence[datetime]) -> tuple[int, ...]:
    """How many in each of 24 equal spans from the first to the last; none for fewer than three."""
    if len(moments) < 3:
        return ()
    low, high = min(moments).timestamp(), max(moments).timestamp()
    wide = (high - low) / _SPARKS or 1.0
    counted = Counter(min(_SPARKS - 1, int((m.timestamp() - low) / wide)) for m in moments)
    return tuple(counted.get(n, 0) for n in range(_SPARKS))


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in values if v))


@dataclass(frozen=True, slots=True)
class InboxAddress:
    """Addresses of the inbox: this one, with something changed."""

    asked: InboxRequest

    def href(self, **changes: object) -> str:
        """The first page, with these changed."""
        asked = replace(self.asked, **{"page": 1, **changes})  # type: ignore[arg-type]
        pairs = [
            (name, value)
            for name, value in (("view", asked.view), ("order", asked.order))
            if value not in ("all", "front")
        ]
        pairs += [("days", str(asked.days))] if asked.days != 3 else []
        pairs += [("q", asked.query)] if asked.query else []
        pairs += [(name, value) for name, values in sorted(asked.filters.items()) for value in values]
        pairs += [("p", str(changes["page"]))] if changes.get("page", 1) != 1 else []
        return "/" + ("?" + urlencode(pairs) if pairs else "")

    def toggled(self, facet: str, value: str) -> str:
        """With a value of a facet added, or taken away if it is there."""
        held = self.asked.filters.get(facet, ())
        values = tuple(v for v in held if v != value) if value in held else (*held, value)
        return self.href(filters={**self.asked.filters, facet: values})


def address_of(asked: InboxRequest) -> InboxAddress:
    """For templates."""
    return InboxAddress(asked)
