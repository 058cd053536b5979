"""What a rule says of the last days, and of sentences: for the editor. Nothing is recorded, nothing is sent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ingest.alert import backtest
from ingest.alert.due import parse_every
from ingest.alert.match import Match
from ingest.alert.rules import Rule
from ingest.alert.watch.grammar import parse_watch
from ingest.errors import ConfigError, QueryError
from ingest.index.counts import Bucket
from ingest.index.query.parse import parse
from ingest.index.query.tree import QueryNote
from ingest.operations.check_rules import sentence_matches
from ingest.web import charts
from ingest.web.desk import Desk

_SHOWN = 40
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Sentence:
    """A headline that a rule should (or should not) find, and whether its query does."""

    text: str
    is_found: bool
    is_wanted: bool

    @property
    def is_well(self) -> bool:
        """Whether the query does what it should."""
        return self.is_found is self.is_wanted


@dataclass(frozen=True, slots=True)
class QueryCheck:
    """What is to be said of a query as it is typed."""

    error: QueryError | None
    notes: tuple[QueryNote, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Backtest:
    """What a rule would have done."""

    days: int
    stories: int
    mails: int
    readers: int
    shown: tuple[Match, ...]
    a_day: charts.TimeChart
    gained: tuple[Match, ...]
    lost: tuple[Match, ...]
    kept: int
    compared: bool
    """Whether there is a live rule that it was compared with."""


def check_query(desk: Desk, text: str, must_match: Sequence[str], must_not_match: Sequence[str]) -> QueryCheck:
    """The error of a query, else its notes and what it makes of golden sentences, read as headlines."""
    try:
        query = parse(text)
    except QueryError as e:
        return QueryCheck(e, (), ())
    try:
        tagger = desk.tagger()
    except ConfigError:
        tagger = None
    found = tuple(
        Sentence(s, sentence_matches(query, s, tagger, desk.clock()), wanted)
        for sentences, wanted in ((must_match, True), (must_not_match, False))
        for s in sentences
    )
    return QueryCheck(None, query.notes, found)


def run_backtest(
    desk: Desk, query: str, every: str, live: Rule | None, recipients: Sequence[str], days: int, watch: str = ""
) -> Backtest:
    """The last days as this rule would have told them. Raises QueryError; ValueError for ``every`` and ``watch``."""
    now = desk.clock()
    since = now - timedelta(days=days)
    zone = desk.settings.timezone
    watching = parse_watch(watch, zone) if watch else None
    tried = Rule(
        live.id if live else "new", live.name if live else "new", query, parse(query),
        tuple(recipients) or ("nobody@example.org",), parse_every(every, zone), watch=watching,
    )  # fmt: skip
    found = backtest.matches(desk.index, tried, since, now)
    dated = backtest.drafts(tried, found, desk.settings.alert.burst)
    mails = [Bucket((), d.at.replace(hour=0, minute=0, second=0, microsecond=0), 1.0) for d in dated]
    before = found
    is_changed = live is not None and (live.query, live.watch) != (query, watching)
    if live is not None and is_changed:
        before = backtest.matches(desk.index, replace(live, enabled=True), since, now)
    change = backtest.difference(before, found)
    return Backtest(
        days, len(found), len(dated), len(tried.recipients), tuple(reversed(found[-_SHOWN:])),
        charts.time_chart(mails, _DAY, since, now + timedelta(days=1)), change.gained[-_SHOWN:], change.lost[-_SHOWN:],
        change.kept, is_changed,
    )  # fmt: skip
