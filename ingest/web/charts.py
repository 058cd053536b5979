"""Charts as SVG, drawn on the server: they need no script, follow the page's colours, and print.

Every mark has a ``<title>``; a table with the same figures stands beside each chart in the template. Colours are
classes (``s0`` … ``s9``), so that light and dark are the style sheet's business.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup, escape

from ingest.index.counts import Bucket

When = Callable[[datetime, bool], str]
"""A moment for people, with its time of day or without."""
SERIES = 10
"""Colours there are; further series take the last."""
_DAY = 86_400
_HEIGHT, _WIDTH, _LEFT, _BOTTOM, _TOP = 180, 640, 36, 20, 8


@dataclass(frozen=True, slots=True)
class TimeChart:
    """Figures by time and name, complete: a span without a figure is 0."""

    moments: tuple[datetime, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    every: int

    @property
    def totals(self) -> tuple[float, ...]:
        """All series together, by time."""
        return tuple(sum(values[n] for _, values in self.series) for n in range(len(self.moments)))


def step_of(span: timedelta) -> int:
    """Seconds of one bar: so that there are some forty of them, and each begins at a time people know."""
    for seconds in (900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86400, 7 * 86400):
        if span.total_seconds() / seconds <= 60:
            return seconds
    return 30 * 86400


def time_chart(buckets: Sequence[Bucket], every: int, since: datetime, until: datetime, name: str = "") -> TimeChart:
    """Buckets (by at most one field) laid out over [since, until)."""
    start = int(since.timestamp()) // every * every
    count = min(500, max(1, -(-(int(until.timestamp()) - start) // every)))
    moments = tuple(datetime.fromtimestamp(start + n * every, since.tzinfo) for n in range(count))
    place = {m: n for n, m in enumerate(moments)}
    rows: dict[str, list[float]] = {}
    for bucket in buckets:
        at = place.get(bucket.at.astimezone(since.tzinfo)) if bucket.at else None
        if at is not None:
            row = rows.setdefault(bucket.keys[0] if bucket.keys else name, [0.0] * count)
            row[at] += bucket.value
    ordered = sorted(rows.items(), key=lambda kv: (-sum(kv[1]), kv[0]))
    return TimeChart(moments, tuple((key, tuple(values)) for key, values in ordered), every)


def day_and_time(moment: datetime, with_time: bool) -> str:
    """A moment as every language writes it, where none is asked for."""
    return f"{moment:%Y-%m-%d %H:%M}" if with_time else f"{moment:%Y-%m-%d}"


def bars(
    chart: TimeChart, label: str, named: Mapping[str, str] | None = None, height: int = _HEIGHT,
    when: When = day_and_time,
) -> Markup:  # fmt: skip
    """Stacked bars."""
    highest = max(chart.totals, default=0) or 1
    wide = (_WIDTH - _LEFT) / max(1, len(chart.moments))
    marks = []
    for n, moment in enumerate(chart.moments):
        base = 0.0
        for s, (name, values) in enumerate(chart.series):
            if values[n]:
                tall = values[n] / highest * (height - _BOTTOM - _TOP)
                y = height - _BOTTOM - base - tall
                title = (
                    f"{when(moment, chart.every < _DAY)}: {_plain(values[n])} {(named or {}).get(name, name)}".strip()
                )
                marks.append(_rect(_LEFT + n * wide + 0.5, y, max(1.0, wide - 1), tall, s, title))
                base += tall
    return _svg(label, height, [*_axes(highest, height), *_days(chart, wide, height, when), *marks])


def lines(
    chart: TimeChart, label: str, named: Mapping[str, str] | None = None, *, filled: bool = False,
    when: When = day_and_time,
) -> Markup:  # fmt: skip
    """One line a series; ``filled``: stacked areas."""
    stacked: list[float] = [0.0] * len(chart.moments)
    highest = (max(chart.totals, default=0) if filled else max((max(v) for _, v in chart.series), default=0)) or 1
    wide = (_WIDTH - _LEFT) / max(1, len(chart.moments))
    marks = []
    for s, (name, values) in enumerate(chart.series):
        lower = [_y(v, highest) for v in stacked]
        upper = [_y(v + (stacked[n] if filled else 0), highest) for n, v in enumerate(values)]
        xs = [_LEFT + (n + 0.5) * wide for n in range(len(values))]
        points = list(zip(xs, upper, strict=True))
        title = f"<title>{escape((named or {}).get(name, name))}: {_plain(sum(values))}</title>"
        if filled:
            points += list(zip(reversed(xs), reversed(lower), strict=True))
            stacked = [a + b for a, b in zip(stacked, values, strict=True)]
            marks.append(f'<polygon class="fill s{min(s, SERIES - 1)}" points="{_points(points)}">{title}</polygon>')
        else:
            marks.append(f'<polyline class="line s{min(s, SERIES - 1)}" points="{_points(points)}">{title}</polyline>')
    return _svg(label, _HEIGHT, [*_axes(highest, _HEIGHT), *_days(chart, wide, _HEIGHT, when), *marks])


def sparkline(counts: Sequence[int]) -> Markup:
    """How a happening spread, small enough for a line of text. It says nothing that the numbers beside it do not."""
    if not counts:
        return Markup("")
    highest = max(counts) or 1
    tall = [max(2.0, value / highest * 15) if value else 0.0 for value in counts]
    marks = "".join(
        f'<rect x="{n * 3}" y="{16 - high:.1f}" width="2" height="{high:.1f}"/>' for n, high in enumerate(tall) if high
    )
    return Markup(f'<svg class="spark" viewBox="0 0 {len(counts) * 3} 16" aria-hidden="true">{marks}</svg>')  # noqa: S704


def share(value: float, highest: float, series: int = 0) -> Markup:
    """A bar beside a figure."""
    wide = 100 * value / highest if highest else 0
    rect = f'<rect class="s{min(series, SERIES - 1)}" width="{wide:.1f}" height="8" rx="1"/>'
    return Markup(f'<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{rect}</svg>')  # noqa: S704


@dataclass(frozen=True, slots=True)
class Dot:
    """A telling on a timeline."""

    at: datetime
    row: str
    series: int
    title: str
    href: str


def timeline(dots: Sequence[Dot], label: str, zone_time: Mapping[datetime, str]) -> Markup:
    """Who ran it when: a row for each language or country, a dot for each article, time to the right."""
    rows = list(dict.fromkeys(d.row for d in dots))
    low, high = min(d.at for d in dots), max(d.at for d in dots)
    wide = (high - low).total_seconds() or 1.0
    tall, left = 26, 56
    height = tall * len(rows) + 26
    marks = []
    for n, row in enumerate(rows):
        y = n * tall + 16
        marks.append(f'<text class="row" x="0" y="{y + 4}">{escape(row)}</text>')
        marks.append(f'<line class="grid" x1="{left}" x2="{_WIDTH}" y1="{y}" y2="{y}"/>')
    for d in dots:
        x = left + 8 + (d.at - low).total_seconds() / wide * (_WIDTH - left - 16)
        y = rows.index(d.row) * tall + 16
        marks.append(
            f'<a href="{escape(d.href)}"><circle class="s{min(d.series, SERIES - 1)}" cx="{x:.1f}" cy="{y}" r="6">'
            f"<title>{escape(d.title)}</title></circle></a>"
        )
    for moment, anchor, x in ((low, "start", left), (high, "end", _WIDTH)):
        marks.append(
            f'<text class="tick" x="{x}" y="{height - 4}" text-anchor="{anchor}">{escape(zone_time[moment])}</text>'
        )
        if low == high:
            break
    return _svg(label, height, marks, "timeline")


def _svg(label: str, height: int, marks: Sequence[str], kind: str = "chart") -> Markup:
    inside = "".join(marks)
    role = "group" if kind == "timeline" else "img"  # its dots are links: a group may hold what can be focused
    return Markup(  # noqa: S704 (every text in it was escaped above)
        f'<svg class="{kind}" viewBox="0 0 {_WIDTH} {height}" role="{role}" aria-label="{escape(label)}">{inside}</svg>'
    )


def _axes(highest: float, height: int) -> list[str]:
    out = []
    for part in (0.0, 0.5, 1.0):
        y = height - _BOTTOM - part * (height - _BOTTOM - _TOP)
        out.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
        if part and highest * part >= 1:
            place = f'x="{_LEFT - 5}" y="{y + 3.5:.1f}" text-anchor="end"'
            out.append(f'<text class="tick" {place}>{_short(highest * part)}</text>')
    return out


def _days(chart: TimeChart, wide: float, height: int, when: When) -> list[str]:
    """Some five labels below the bars; with the time of day only where they are less than a day apart."""
    every = max(1, len(chart.moments) // 5)
    with_time = every * chart.every < _DAY
    return [
        f'<text class="tick" x="{_LEFT + n * wide:.1f}" y="{height - 6}">{escape(when(m, with_time))}</text>'
        for n, m in enumerate(chart.moments)
        if n % every == 0 and _LEFT + n * wide < _WIDTH - 50
    ]


def _rect(x: float, y: float, w: float, h: float, series: int, title: str) -> str:
    drawn = f'class="s{min(series, SERIES - 1)}" x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{max(h, 0.6):.1f}"'
    return f"<rect {drawn}><title>{escape(title)}</title></rect>"


def _y(value: float, highest: float) -> float:
    return _HEIGHT - _BOTTOM - value / highest * (_HEIGHT - _BOTTOM - _TOP)


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"


def _short(value: float) -> str:
    return f"{value / 1000:.1f}k" if value >= 1000 else f"{value:.0f}"
