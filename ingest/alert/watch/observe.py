"""Watch rules over an index: which of them notice something in a span of time. Looks, and changes nothing.

The same for a run and for a backtest: a run looks at the minutes since the last one, a backtest at the last month.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import assert_never

from ingest.alert.context import Sibling
from ingest.alert.identity import notification_id
from ingest.alert.match import Match, new_matches
from ingest.alert.pages import PAGE, pages, siblings
from ingest.alert.rules import Rule
from ingest.alert.summary import summarise
from ingest.alert.watch.grammar import Watch
from ingest.alert.watch.noticed import Noticed, NoticedArticle
from ingest.alert.watch.usual import FEWEST_WEEKS, HOUR, Departure, HourlyCounts, departures, floor, spans_needed
from ingest.index.counts import Count, values_of
from ingest.index.hit import Hit
from ingest.index.parts import stamp
from ingest.index.protocol import Index, SearchRequest, Sort
from ingest.index.query.tree import And, Between, InstantBound, Or, Query

Span = tuple[datetime, datetime]
_AT_ONCE = timedelta(days=8)
"""Hours that are counted in one request; 500 outlets' stay below what Elasticsearch lets one answer hold."""
_VALUES = 500
_SEEN = 60
"""Articles of a surge that are looked at for the happenings it is made of."""
_EXAMPLES = 5
ENOUGH = timedelta(days=30)
"""An archive that reaches back so far may say of a thing that it was never mentioned."""


def _nobody(_: Iterable[str]) -> Collection[str]:
    return ()


def _always(_: Collection[str], __: datetime) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run knows besides the index. A backtest knows nothing."""

    silent: Callable[[Iterable[str]], Collection[str]] = _nobody
    """Keys of articles → those that tell nobody (backfill)."""
    told_at: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    """``Noticed.subject`` → when this rule told of it last."""
    is_watched: Callable[[Collection[str], datetime], bool] = _always
    """Whether these feeds have been read since that moment: what we did not see is no silence."""


def observe(
    index: Index, rule: Rule, candidates: Sequence[Hit], since: datetime, until: datetime,
    around: Surroundings | None = None,
) -> list[Match]:  # fmt: skip
    """What a watch rule notices in [since, until), oldest first.

    ``candidates``: what was indexed then and its query matches, in that order (for ``told by``, all that was indexed).
    Raises IndexUnavailable, or QueryError where the index refuses the query.
    """
    watch, around = rule.watch, around or Surroundings()
    assert watch is not None, f"{rule.id} watches nothing"
    match watch.kind:
        case "volume":
            found = _surges(index, rule, watch, since, until, around) if candidates else []
        case "silence":
            found = _silences(index, rule, watch, since, until, around)
        case "first":
            found = _first_mentions(index, rule, watch, candidates, around)
        case "new":
            found = _newcomers(index, rule, watch, candidates, around)
        case "spread":
            found = _spread(index, rule, watch, candidates, around)
        case _:
            assert_never(watch.kind)
    return list({match.event: match for match in reversed(found)}.values())[::-1]


def replay(index: Index, rule: Rule, since: datetime, until: datetime) -> list[Match]:
    """What a watch rule would have noticed in [since, until)."""
    asked = SearchRequest(rule.parsed, since=since, until=until, sort=Sort.INDEXED, size=PAGE)
    return observe(index, rule, [hit for hits in pages(index, asked) for hit in hits], since, until)


def reach_needed(watch: Watch) -> timedelta | None:
    """How far back the archive has to reach before a watch rule can say anything; None: it always can."""
    if watch.is_counting:
        return FEWEST_WEEKS * timedelta(days=7) + (watch.span or HOUR)
    return None if watch.kind == "spread" else reach_of(watch)


def reach_of(watch: Watch) -> timedelta:
    """first, new: how old the archive must be for "first" to mean something."""
    return min(watch.span or ENOUGH, ENOUGH) if watch.kind == "first" else watch.span or ENOUGH


def _surges(
    index: Index, rule: Rule, watch: Watch, since: datetime, until: datetime, around: Surroundings
) -> list[Match]:
    last = floor(until) if until == floor(until) else floor(until) + HOUR
    return [
        _of_hits(rule, watch, value, departure, hits)
        for value, departure in _departures(index, rule, watch, floor(since) + HOUR, last, around)
        if (hits := _newest(index, rule, watch, value, (departure.end - (watch.span or HOUR), departure.end)))
    ]


def _silences(
    index: Index, rule: Rule, watch: Watch, since: datetime, until: datetime, around: Surroundings
) -> list[Match]:
    found = []
    for value, departure in _departures(index, rule, watch, floor(since) + HOUR, floor(until), around):
        start = departure.end - (watch.span or HOUR)
        hits = _newest(index, rule, watch, value, (None, start))
        feeds = {str(feed) for hit in hits for feed in values_of(hit.source, "feed.id")}
        if hits and around.is_watched(feeds, departure.end - (watch.span or HOUR) / 2):
            found.append(_shown(rule, hits[0], _noticed(watch, departure, value, hits[0]), hits[0].id))
    return found


def _departures(
    index: Index, rule: Rule, watch: Watch, first: datetime, last: datetime, around: Surroundings
) -> Iterator[tuple[str, Departure]]:
    """What is not as usual, by value of the field that the rule looks at one by one."""
    began = _stored_since(index, {}) if first <= last else None
    if began is None:
        return
    counted = _counted(index, rule, watch, spans_needed(watch, first, last))
    for value, hours in sorted(counted.items()):
        told = around.told_at.get((watch.each, value))
        found = list(departures(HourlyCounts(hours, began), watch, first, last, told))
        if found and watch.field and watch.each != "topic":
            # an outlet that was added last week has no usual yet, however old the archive is
            known = _stored_since(index, {watch.field: (value,)}) or began
            found = list(departures(HourlyCounts(hours, max(known, began)), watch, first, last, told))
        yield from ((value, departure) for departure in found)


def _counted(index: Index, rule: Rule, watch: Watch, spans: Sequence[Span]) -> dict[str, dict[datetime, int]]:
    """Value ("" for all together) → hour → articles by their dates."""
    out: dict[str, dict[datetime, int]] = {} if watch.field else {"": {}}
    wanted = Count(by=(watch.field,) if watch.field else (), every=int(HOUR.total_seconds()), size=_VALUES)
    for some in _requests(spans):
        _, (buckets,) = index.counts(SearchRequest(_within(rule.parsed, some), highlight=False), [wanted])
        for bucket in buckets:
            if bucket.at is not None:
                out.setdefault(bucket.keys[0] if bucket.keys else "", {})[bucket.at] = int(bucket.value)
    return out


def _requests(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Stretches of time, joined where they meet, in parts that one request may count."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    part, length = list[Span](), timedelta()
    for start, end in joined:
        while start < end:
            stop = min(end, start + _AT_ONCE - length)
            part.append((start, stop))
            length += stop - start
            start = stop
            if length >= _AT_ONCE:
                yield part
                part, length = [], timedelta()
    if part:
        yield part


def _within(query: Query, spans: Iterable[tuple[datetime | None, datetime]]) -> Query:
    """A query for the articles of some stretches of time, by their dates."""
    ranges = tuple(
        Between("@timestamp", InstantBound(stamp(start)) if start else None, InstantBound(stamp(end)), True, False)
        for start, end in spans
    )
    return replace(query, root=And((query.root, Or(ranges))))


def _newest(
    index: Index, rule: Rule, watch: Watch, value: str, span: tuple[datetime | None, datetime]
) -> tuple[Hit, ...]:
    filters = {watch.field: (value,)} if watch.field else {}
    asked = SearchRequest(_within(rule.parsed, [span]), filters=filters, size=_SEEN, sort=Sort.NEWEST)
    return index.search(asked).hits


def _stored_since(index: Index, filters: Mapping[str, Sequence[str]]) -> datetime | None:
    """When the oldest article was indexed."""
    hits = index.search(SearchRequest(None, filters=filters, size=1, sort=Sort.INDEXED, highlight=False)).hits
    return hits[0].article.indexed_at if hits else None


def _of_hits(rule: Rule, watch: Watch, value: str, departure: Departure, hits: Sequence[Hit]) -> Match:
    """A surge, shown by the first article of the happening that most of it tells of."""
    events: dict[str, list[Hit]] = {}
    for hit in hits:
        events.setdefault(hit.article.event, []).append(hit)
    largest = [some[-1] for some in sorted(events.values(), key=len, reverse=True)]
    examples = tuple(_example(hit) for hit in largest[1 : _EXAMPLES + 1])
    noticed = replace(_noticed(watch, departure, value, largest[0]), examples=examples)
    return _shown(rule, largest[0], noticed, stamp(departure.end))


def _example(hit: Hit) -> NoticedArticle:
    summary = summarise(hit)
    return NoticedArticle(summary.headline, summary.outlet, summary.url, summary.language)


def _noticed(watch: Watch, departure: Departure, value: str, hit: Hit) -> Noticed:
    seconds = int((watch.span or HOUR).total_seconds())
    noticed = Noticed(watch.kind, departure.end, watch.each, value, "", departure.count, departure.usual, seconds)
    return replace(noticed, name=hit.article.outlet) if watch.each == "outlet" else noticed


def _shown(rule: Rule, hit: Hit, noticed: Noticed, identity: str, *, silent: bool = False) -> Match:
    """A match about no happening in particular: what it is told by once is what was noticed."""
    event = notification_id(("watch", rule.id, noticed.kind, *noticed.subject, identity))
    return Match(rule.id, replace(summarise(hit), event=event, noticed=noticed), silent)


def _first_mentions(
    index: Index, rule: Rule, watch: Watch, candidates: Sequence[Hit], around: Surroundings
) -> list[Match]:
    found, before = [], None
    for hit in candidates:
        at = hit.article.indexed_at
        assert at is not None, "it was found by when it was indexed"
        if before is None:
            is_first = not _exists(index, rule.parsed, at - watch.span if watch.span else None, at, {})
        else:
            is_first = watch.span is not None and at - before > watch.span
        before = at
        if is_first and _exists(index, None, None, at - reach_of(watch), {}):
            noticed = Noticed("first", at, seconds=_seconds(watch.span))
            found.append(Match(rule.id, replace(summarise(hit), noticed=noticed), hit.id in around.silent([hit.id])))
    return found


def _newcomers(index: Index, rule: Rule, watch: Watch, candidates: Sequence[Hit], around: Surroundings) -> list[Match]:
    """Outlets, countries … that have long been read, and take a subject up that they had left alone."""
    found, before = list[Match](), dict[str, datetime]()
    name, span = watch.field or "", watch.span or ENOUGH
    for hit in candidates:
        at = hit.article.indexed_at
        assert at is not None, "it was found by when it was indexed"
        for value in (str(one) for one in values_of(hit.source, name)):
            only = {name: (value,)}
            last, before[value] = before.get(value), at
            if (at - last <= span) if last else _exists(index, rule.parsed, at - span, at, only):
                continue
            if _exists(index, None, None, at - span, only):
                named = hit.article.outlet if watch.each == "outlet" else ""
                noticed = Noticed("new", at, watch.each, value, named, seconds=_seconds(span))
                found.append(_shown(rule, hit, noticed, hit.id, silent=hit.id in around.silent([hit.id])))
    return found


def _spread(index: Index, rule: Rule, watch: Watch, candidates: Sequence[Hit], around: Surroundings) -> list[Match]:
    """Happenings that so many outlets tell, of which an article matches, whichever of them came last."""
    wide: dict[str, Noticed] = {}
    for event, articles in siblings(index, (hit.article.event for hit in candidates)).items():
        first = {value: a.first_seen for a in reversed(articles) if (value := _told_in(a, watch.each))}
        if len(first) >= watch.at_least:
            at = sorted(first.values())[watch.at_least - 1]
            wide[event] = Noticed("spread", at, watch.each, count=len(first))
    found = list[Match]()
    asked = SearchRequest(rule.parsed, filters={"story.event_id": sorted(wide)}, size=PAGE, sort=Sort.INDEXED)
    hits = [hit for some in pages(index, asked) for hit in some] if wide else []
    for match in new_matches(rule.id, hits, {}, around.silent(hit.id for hit in hits)):
        noticed = wide[match.event]
        versions = tuple(replace(version, noticed=noticed) for version in match.versions)
        found.append(replace(match, summary=replace(match.summary, noticed=noticed), versions=versions))
    return sorted(found, key=lambda match: match.found_at)


def _told_in(article: Sibling, each: str) -> str:
    value = {"outlet": article.outlet, "country": article.country}.get(each, article.language)
    return "" if value in (None, "unknown") else str(value)


def _exists(
    index: Index, query: Query | None, since: datetime | None, until: datetime, filters: Mapping[str, Sequence[str]]
) -> bool:
    """Whether something was indexed in [since, until) that matches."""
    asked = SearchRequest(query, since=since, until=until, filters=filters, size=1, highlight=False, sort=Sort.INDEXED)
    return bool(index.search(asked).hits)


def _seconds(span: timedelta | None) -> int:
    return int(span.total_seconds()) if span else 0
