"""What is usual at an hour of the week, and whether these hours are far from it. Pure.

Hours are compared with the same hours of the same weekday in the weeks before, by the clock of one zone: the press has
its nights, its Sundays and its mornings. See docs/decisions/230.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from ingest.alert.watch.grammar import Watch

HOUR = timedelta(hours=1)
WEEKS = 8
"""Weeks that are looked back."""
FEWEST_WEEKS = 3
"""Weeks below which nothing is called usual."""
REST = timedelta(days=1)
"""A surge that lasts is told again after a day at the soonest."""
CHANCE = 0.01
"""How likely so many articles may be by chance, at most, for them to be called a surge: decision 296."""
SPREAD = 1.5
"""Variance to mean of counts that is assumed at least: articles come in clusters, and eight weeks show few of them."""


@dataclass(frozen=True, slots=True)
class HourlyCounts:
    """Articles an hour."""

    hours: Mapping[datetime, int]
    """The beginning of an hour, UTC → how many; hours without any may be left out."""
    since: datetime
    """From when on the hours are known."""

    def within(self, end: datetime, span: timedelta) -> int:
        """How many in [end - span, end)."""
        return sum(self.hours.get(end - HOUR * n, 0) for n in range(1, span // HOUR + 1))


@dataclass(frozen=True, slots=True)
class Departure:
    """Hours that are not as usual."""

    end: datetime
    """The hour after the last of them."""
    count: int
    usual: float
    """Mean of the weeks before."""


def floor(moment: datetime) -> datetime:
    """The beginning of its hour, UTC."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def weeks_before(end: datetime, zone: str) -> list[datetime]:
    """The same weekday and time of day in the weeks before, the newest first; summer time does not shift it."""
    local = end.astimezone(ZoneInfo(zone))
    return [floor((local - timedelta(days=7 * n)).astimezone(UTC)) for n in range(1, WEEKS + 1)]


def spans_needed(watch: Watch, first: datetime, last: datetime) -> list[tuple[datetime, datetime]]:
    """The stretches of time, oldest first, whose hours decide on the ends from ``first`` to ``last``."""
    span = watch.span or HOUR
    starts, ends = weeks_before(first, watch.zone), weeks_before(last, watch.zone)
    pairs = [(first, last), *zip(starts, ends, strict=True)]
    return sorted((start - span - HOUR, end + HOUR) for start, end in pairs)


def past_counts(series: HourlyCounts, watch: Watch, end: datetime) -> list[int]:
    """The same hours in each week before that is known whole."""
    span = watch.span or HOUR
    known = [other for other in weeks_before(end, watch.zone) if other - span >= series.since]
    return [series.within(other, span) for other in known]


def surge(series: HourlyCounts, watch: Watch, end: datetime) -> Departure | None:
    """Whether the hours before ``end`` have so many times the usual; None also where nothing is known to be usual."""
    past = past_counts(series, watch, end)
    count = series.within(end, watch.span or HOUR)
    if len(past) < FEWEST_WEEKS or count < watch.at_least:
        return None
    usual = sum(past) / len(past)
    is_far = count >= watch.factor * usual and chance_of(count, past) < CHANCE
    return Departure(end, count, usual) if is_far else None


def chance_of(count: int, past: Sequence[int]) -> float:
    """How likely so many or more are where nothing is different from the weeks before.

    By the negative binomial distribution with their mean and variance: a bare ratio calls five articles after weeks of
    one a surge, which chance alone makes of a thin series again and again.
    """
    mean = max(sum(past) / len(past), 1 / (len(past) + 1))  # weeks without any do not show that there can be none
    variance = sum((n - mean) ** 2 for n in past) / max(len(past) - 1, 1)
    spread = max(variance / mean, SPREAD)
    shape, share = mean / (spread - 1), 1 - 1 / spread
    term = spread**-shape
    below = term if count > 0 else 0.0
    for n in range(1, count):
        term *= share * (shape + n - 1) / n
        below += term
    return min(max(1.0 - below, 0.0), 1.0)


def silence(series: HourlyCounts, watch: Watch, end: datetime) -> Departure | None:
    """Whether the hours before ``end`` are empty, and have not been in any of the weeks before."""
    past = past_counts(series, watch, end)
    if len(past) < FEWEST_WEEKS or series.within(end, watch.span or HOUR):
        return None
    usual = sum(past) / len(past)
    return Departure(end, 0, usual) if min(past) > 0 and usual >= watch.at_least else None


def departures(
    series: HourlyCounts, watch: Watch, first: datetime, last: datetime, told_at: datetime | None = None
) -> Iterator[Departure]:
    """What is to be told of the ends from ``first`` to ``last``, hour by hour.

    A surge once, and again after a day if it lasts (``told_at``: when it was told last); a silence where it begins.
    """
    found: Callable[[HourlyCounts, Watch, datetime], Departure | None] = surge if watch.kind == "volume" else silence
    rest, was = max(REST, watch.span or HOUR), False
    end = first
    while end <= last:
        is_resting = watch.kind == "volume" and told_at is not None and end - told_at < rest
        departure = None if is_resting else found(series, watch, end)
        if departure is not None and not (watch.kind == "silence" and was):
            told_at = end
            yield departure
        was = departure is not None
        end += HOUR
