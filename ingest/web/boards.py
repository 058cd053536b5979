"""The dashboards of ``dashboards/*.yaml`` drawn by the desk, over either index."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from urllib.parse import quote, urlencode

from markupsafe import Markup

from ingest.dashboards.describe import Dashboard, Panel, load_dashboard
from ingest.dashboards.kql import lucene
from ingest.defaults import packaged
from ingest.index.counts import Bucket, Count
from ingest.index.fields import SCHEMAS
from ingest.index.protocol import Index, SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.query.tree import And, Between, InstantBound, Node, Query
from ingest.index.schema import DocumentKind
from ingest.ledger import articles
from ingest.ledger.happenings import outlets_in_order, sketches
from ingest.model import Health
from ingest.operations.feed_lines import feed_lines
from ingest.web import charts, searching
from ingest.web.desk import Desk

DAYS = (1, 7, 30, 90)
_SPANS = {"h": 1 / 24, "d": 1, "w": 7}
_SECONDS = ("seconds", "lag_seconds", "lag.p50", "lag.p95", "lag.max")
"""Fields that hold a length of time."""
_HAPPENINGS = 400
"""Happenings that are looked at for who ran them first."""
_OF_CLOUD = 2000
"""Articles whose tags make a cloud."""
_LINKED = {"topics": "topic", "outlet.id": "outlet", "outlet.country": "country", "language.code": "lang"}
"""Field → parameter of the search page that its values lead to."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A line of a ranking or table."""

    keys: tuple[str, ...]
    value: float
    href: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A panel with its figures. What a kind does not need is empty."""

    panel: Panel
    figure: float | None = None
    chart: Markup | None = None
    legend: tuple[str, ...] = ()
    rows: tuple[BoardRow, ...] = ()
    hits: tuple[searching.Result, ...] = ()
    newest: int | None = None
    """Its figures are of so many of the newest articles; None: of all."""

    @property
    def width(self) -> int:
        """Of twelve columns."""
        return max(2, min(12, round(self.panel.w / 4)))

    @property
    def is_span(self) -> bool:
        """Whether its figures are seconds, which people read as hours or days."""
        return self.panel.measure is not None and self.panel.measure[1] in _SECONDS

    @property
    def highest(self) -> float:
        """The largest figure of its rows."""
        return max((r.value for r in self.rows), default=0.0)


@dataclass(frozen=True, slots=True)
class BoardPeriod:
    """The time that a dashboard is about."""

    since: datetime
    until: datetime

    def earlier(self, shift: str) -> "BoardPeriod":
        """As long, so much earlier (``1w``)."""
        back = timedelta(days=int(shift[:-1] or 1) * _SPANS[shift[-1]])
        return BoardPeriod(self.since - back, self.until - back)


@cache
def dashboards() -> Mapping[str, Dashboard]:
    """The descriptions that come with veille, by their short names."""
    found = [load_dashboard(file) for file in sorted(packaged("dashboards").glob("*.yaml"))]
    return {d.id.removeprefix("veille-"): d for d in found}


def days_of(dashboard: Dashboard) -> int:
    """The days that a dashboard shows unless another number is asked for: ``now-7d`` → 7."""
    text = dashboard.time_from.removeprefix("now-")
    return max(1, round(int(text[:-1]) * _SPANS.get(text[-1], 1)))


@dataclass(frozen=True, slots=True)
class BoardWords:
    """How a reader is told: names of values by field, the panels' titles, and moments."""

    names: Mapping[str, Mapping[str, str]]
    say: Callable[[str], str] = str
    when: charts.When = charts.day_and_time

    def of(self, field: str | None) -> Mapping[str, str]:
        """Names for the values of a field."""
        return self.names.get(field or "", {})


def draw(desk: Desk, dashboard: Dashboard, days: int, words: BoardWords) -> list[Drawn]:
    """Every panel, in reading order."""
    now = desk.clock()
    span = BoardPeriod(now - timedelta(days=days), now)
    panels = sorted(dashboard.panels, key=lambda p: (p.y, p.x))
    asked = [_asked(panel, dashboard, span) for panel in panels]
    figures = _counted(desk.index, asked)
    return [_drawn(desk, one, span, found, words) for one, found in zip(asked, figures, strict=True)]


@dataclass(frozen=True, slots=True)
class AskedPanel:
    """What a panel asks the index."""

    panel: Panel
    request: SearchRequest
    kind: DocumentKind
    count: Count | None
    """None: it is not a count of all that is found. Of a cloud: by time, to know which articles are the newest."""


def _asked(panel: Panel, dashboard: Dashboard, span: BoardPeriod) -> AskedPanel:
    request, kind = request_of(panel, dashboard, span.earlier(panel.shift) if panel.shift else span)
    return AskedPanel(panel, request, kind, _count_of(panel, span))


def _count_of(panel: Panel, span: BoardPeriod) -> Count | None:
    match panel.kind:
        case "metric":
            return Count(measure=panel.measure or (("distinct", panel.field) if panel.field else None))
        case "bars" | "area" | "lines":
            every = charts.step_of(span.until - span.since)
            by = (panel.field,) if panel.field else ()
            return Count(by, every=every, measure=panel.measure, size=panel.size)
        case "cloud":
            return Count(every=charts.step_of(span.until - span.since))
        case "ranking" | "pie" | "table":
            return Count(_fields(panel), measure=panel.measure, size=panel.size)
        case _:
            return None


def _fields(panel: Panel) -> tuple[str, ...]:
    return tuple(f for f in (panel.field, panel.then) if f)


def _counted(index: Index, asked: Sequence[AskedPanel]) -> list[tuple[Bucket, ...]]:
    """The figures of each panel; what asks for the same articles is asked together, for these are found once then."""
    found: list[tuple[Bucket, ...]] = [()] * len(asked)
    left = [n for n, one in enumerate(asked) if one.count is not None]
    while left:
        first = asked[left[0]]
        same = [n for n in left if (asked[n].request, asked[n].kind) == (first.request, first.kind)]
        _, counts = index.counts(first.request, [c for n in same if (c := asked[n].count)], first.kind)
        for n, buckets in zip(same, counts, strict=True):
            found[n] = buckets
        left = [n for n in left if n not in same]
    return found


def request_of(panel: Panel, dashboard: Dashboard, span: BoardPeriod) -> tuple[SearchRequest, DocumentKind]:
    """What a panel asks the index: its own condition and the dashboard's, in its time."""
    kind = DocumentKind(panel.view)
    schema = SCHEMAS[kind]
    shared = dashboard.kql if panel.view == dashboard.view else ""
    parts: list[Node] = [parse(lucene(text), schema).root for text in (shared, panel.kql) if text]
    if kind is not DocumentKind.ARTICLES:
        query = Query("", And(tuple(parts)), schema) if parts else None
        return SearchRequest(query, since=span.since, until=span.until), kind
    parts.append(Between("@timestamp", InstantBound(span.since.isoformat()), InstantBound(span.until.isoformat())))
    return SearchRequest(Query("", And(tuple(parts)), schema)), kind


def _drawn(
    desk: Desk, asked: AskedPanel, span: BoardPeriod, figures: tuple[Bucket, ...], words: BoardWords
) -> Drawn:  # fmt: skip
    panel, request, kind = asked.panel, asked.request, asked.kind
    match panel.kind:
        case "metric":
            return Drawn(panel, figure=figures[0].value if figures else 0.0)
        case "bars" | "area" | "lines":
            return _over_time(panel, figures, span, words)
        case "search":
            return _listed(desk, request, kind, panel)
        case "firsts":
            return Drawn(panel, rows=first_runners(desk, panel.size, span, words.of("outlet.id")))
        case "cloud":
            recent, articles = _newest(request, figures)
            _, [tags] = desk.index.counts(recent, [Count(_fields(panel), size=panel.size)], kind)
            return replace(_ranked(panel, tags, words), newest=articles)
        case "feeds":
            return Drawn(panel, rows=_feed_health(desk))
        case "backlog":
            return Drawn(panel, rows=_backlog(desk))
        case _:
            return _ranked(panel, figures, words)


def first_runners(desk: Desk, size: int, span: BoardPeriod, names: Mapping[str, str]) -> tuple[BoardRow, ...]:
    """Outlets by how often they ran first what at least one other outlet tells too; of many happenings the widest."""
    with desk.ledger.read() as c:
        told = (s for s in sketches(c, span.since, span.until) if s.articles > 1)
        wide = sorted(told, key=lambda s: (s.articles, s.joined, s.id), reverse=True)
        found = outlets_in_order(c, [s.id for s in wide[:_HAPPENINGS]])
    firsts = Counter(outlets[0] for outlets in found.values() if len(set(outlets)) > 1)
    ranked = sorted(firsts.items(), key=lambda pair: (-pair[1], pair[0]))[:size]
    return tuple(BoardRow((names.get(outlet, outlet),), float(n), _href("outlet.id", outlet)) for outlet, n in ranked)


def _feed_health(desk: Desk) -> tuple[BoardRow, ...]:
    tally = Counter(line.health for line in feed_lines(desk.ws, desk.clock(), catalogue=desk.catalogue()))
    return tuple(
        BoardRow((health.value,), float(tally[health]), "/feeds?" + urlencode({"show": health.value}))
        for health in Health
        if tally[health]
    )


def _backlog(desk: Desk) -> tuple[BoardRow, ...]:
    """Articles by state: what is ``discovered`` waits for its page, what is ``fetched`` for the index."""
    with desk.ledger.read() as c:
        states = articles.backlog(c)
    return tuple(BoardRow((state,), float(n)) for state, n in sorted(states.items(), key=lambda pair: -pair[1]))


def _over_time(panel: Panel, figures: tuple[Bucket, ...], span: BoardPeriod, words: BoardWords) -> Drawn:
    chart = charts.time_chart(figures, charts.step_of(span.until - span.since), span.since, span.until)
    known, title = words.of(panel.field), words.say(panel.title)
    if panel.kind == "bars":
        drawn = charts.bars(chart, title, known, when=words.when)
    else:
        drawn = charts.lines(chart, title, known, filled=panel.kind == "area", when=words.when)
    legend = tuple(known.get(name, name) for name, _ in chart.series if name)
    rows = tuple(BoardRow((known.get(n, n) or title,), sum(v), _href(panel.field, n)) for n, v in chart.series)
    return Drawn(panel, chart=drawn if chart.series else None, legend=legend, rows=rows)


def _newest(request: SearchRequest, by_time: Sequence[Bucket]) -> tuple[SearchRequest, int | None]:
    """The same of the newest articles only, where there are more than a cloud of words needs, and of how many.

    Publishers' tags are as many as articles, so no column counts them: 33,000 articles of a month took 200 ms.
    """
    found, since = 0, None
    for bucket in sorted(by_time, key=lambda b: str(b.at), reverse=True):
        if found >= _OF_CLOUD:
            break
        found, since = found + int(bucket.value), bucket.at
    if found >= sum(b.value for b in by_time) or since is None or request.query is None:
        return request, None
    recent = And((request.query.root, Between("@timestamp", InstantBound(since.isoformat()), None)))
    return replace(request, query=replace(request.query, root=recent)), found


def _ranked(panel: Panel, figures: Sequence[Bucket], words: BoardWords) -> Drawn:
    return Drawn(panel, rows=tuple(_row(bucket, _fields(panel), words.names) for bucket in figures[:60]))


def _row(bucket: Bucket, by: Sequence[str], names: Mapping[str, Mapping[str, str]]) -> BoardRow:
    keys = tuple(names.get(field, {}).get(key, key) for field, key in zip(by, bucket.keys, strict=True))
    return BoardRow(keys, bucket.value, _href(by[0] if by else None, bucket.keys[0] if bucket.keys else ""))


def _listed(desk: Desk, request: SearchRequest, kind: DocumentKind, panel: Panel) -> Drawn:
    if kind is DocumentKind.ARTICLES:
        found = desk.index.search(replace(request, size=15, sort=Sort.NEWEST, highlight=False))
        topics = desk.topic_names()
        return Drawn(panel, hits=tuple(searching.result_of(hit, topics) for hit in found.hits))
    by = [c for c in (panel.row, *panel.columns) if c and c in ("stage", "error", "rule.id")][:2]
    _, counts = desk.index.counts(request, [Count(tuple(by), size=15)], kind)
    return Drawn(panel, rows=tuple(_row(bucket, by, {}) for bucket in counts[0]))


def _href(field: str | None, value: str) -> str:
    """Where a value leads: its articles, its story, its rule, its feed."""
    if not value or field is None:
        return ""
    if field in _LINKED:
        return "/search?" + urlencode({_LINKED[field]: value})
    if field in ("story.id", "rule.id", "feed.id"):
        return {"story.id": "/story/", "rule.id": "/rules/", "feed.id": "/feeds/"}[field] + quote(value)
    if field in SCHEMAS[DocumentKind.ARTICLES].fields and field not in ("stage",):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return "/search?" + urlencode({"q": f'{field}:"{escaped}"'})
    return ""
