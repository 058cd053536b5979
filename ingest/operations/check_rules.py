"""Alert rules against this installation: its topics, outlets and feeds, its golden sentences, its articles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from ingest.alert import backtest
from ingest.alert.recipients import reader_of
from ingest.alert.rule_checks import RuleProblem, Vocabulary, check_query, ended
from ingest.alert.rules import Rule
from ingest.alert.watch.grammar import Watch
from ingest.alert.watch.observe import reach_needed
from ingest.alert.wording import moment
from ingest.enrich.language import detect
from ingest.enrich.topics import Tagger
from ingest.errors import ConfigError, VeilleError
from ingest.index.fields import ARTICLES
from ingest.index.protocol import SearchRequest, Sort
from ingest.index.query.match import matches
from ingest.index.query.tree import Query
from ingest.index.schema import FieldType
from ingest.index.values import Values
from ingest.ledger import subscriptions
from ingest.text.durations import span
from ingest.text.tokens import tokens
from ingest.workspace import Workspace

T = TypeVar("T")
MONTH = timedelta(days=30)
MANY = 20.0
"""Mails a day from which a rule floods its readers."""
_COUNTED = 3_000
"""Articles up to which the mails are made to be counted; beyond, the articles are."""


@dataclass(frozen=True, slots=True)
class CheckedRule:
    """A rule, and what is to be said of it."""

    rule: Rule
    problems: tuple[RuleProblem, ...]
    mails_a_day: float | None = None
    """By last month's articles; None: nothing is stored, or the index is away."""


def check_rules(ws: Workspace) -> list[CheckedRule]:
    """Every rule of alerts.yaml. Raises ConfigError where that file cannot be read."""
    words = vocabulary(ws)
    gone = _gone(ws)
    return [_checked(ws, rule, words, gone.get(rule.id, [])) for rule in ws.rules]


def _gone(ws: Workspace) -> dict[str, list[str]]:
    """Rule → the readers who took themselves off; nothing where there is no ledger yet."""
    out: dict[str, list[str]] = {}
    if ws.is_begun:
        with ws.ledger.read() as c:
            for one in subscriptions.all_of(c):
                out.setdefault(one.rule_id, []).append(one.reader)
    return out


def vocabulary(ws: Workspace) -> Vocabulary:
    """The values that topics.yaml and feeds.yaml give. Of a file that is away or wrong nothing is known here:
    `veille doctor` and every run say so.
    """
    feeds, topics = _or_none(lambda: ws.catalogue.feeds), _or_none(lambda: ws.tagger.topics)
    kinds = {f.kind for f in feeds} | {"news"} if feeds else ()
    return Vocabulary.of(topics, {f.outlet for f in feeds}, kinds, {f.id for f in feeds})


def _or_none(read: Callable[[], Sequence[T]]) -> Sequence[T]:
    try:
        return read()
    except ConfigError:
        return ()


def _checked(ws: Workspace, rule: Rule, words: Vocabulary, gone: Sequence[str]) -> CheckedRule:
    now = ws.clock()
    found = check_query(rule.parsed.root, words, now)
    if rule.watch is not None:  # it may look at everything: what it tells is what it notices
        found = [problem for problem in found if problem.is_error]
        found += [problem] if (problem := too_young(ws, rule.watch)) is not None else []
    found += [problem] if (problem := ended(rule.parsed.root, now)) is not None else []
    found += golden(ws, rule)
    if left_out := [r for r in rule.recipients if reader_of(r) in gone]:
        all_of_them = ": it tells nobody" if len(left_out) == len(rule.recipients) else ""
        hint = f"veille alerts subscribe {rule.id} --for {left_out[0]}, or take them out of recipients"
        found.append(RuleProblem(f"{', '.join(left_out)} took themselves off{all_of_them}", hint, False))
    rate = mails_a_day(ws, rule) if rule.enabled else None
    if rate is not None and rate >= MANY:
        hint = "narrow the query, or make it a digest: `every: daily at 07:30`"
        found.append(RuleProblem(f"about {rate:.0f} mails a day to each reader, by last month's articles", hint, False))
    return CheckedRule(rule, tuple(found), rate)


def mails_a_day(ws: Workspace, rule: Rule) -> float | None:
    """How many mails one reader would have had a day in the last month; None if that cannot be said."""
    now = ws.clock()
    try:
        everything = ws.index.search(SearchRequest(None, since=now - MONTH, until=now, size=1, highlight=False)).total
        total = ws.index.search(SearchRequest(rule.parsed, since=now - MONTH, until=now, size=1, highlight=False)).total
        if not everything:
            return None
        if total > _COUNTED and rule.watch is None:
            return total / MONTH.days if rule.every.kind == "immediately" else 1.0
        found = backtest.matches(ws.index, rule, now - MONTH, now)
    except VeilleError:
        return None
    made = backtest.drafts(rule, found, ws.settings.alert.burst)
    return len(made) / max(1, len(rule.recipients)) / MONTH.days


def too_young(ws: Workspace, watch: Watch) -> RuleProblem | None:
    """That the archive does not reach back far enough yet for a watch rule to know what is usual."""
    now = ws.clock()
    needed = reach_needed(watch)
    try:
        asked = SearchRequest(None, size=1, sort=Sort.INDEXED, highlight=False)
        hits = ws.index.search(asked).hits if needed else ()
    except VeilleError:
        return None
    began = (hits[0].article.indexed_at if hits else None) or now
    if needed is None or now - began >= needed:
        return None
    when = moment(began + needed, ws.settings.timezone)
    return RuleProblem(f"says nothing before {when}: articles are stored for {span(now - began)} only", "", False)


def golden(ws: Workspace, rule: Rule) -> list[RuleProblem]:
    """The sentences of ``must_match`` and ``must_not_match`` that do otherwise."""
    found = []
    for sentences, wanted in ((rule.must_match, True), (rule.must_not_match, False)):
        for sentence in sentences:
            if sentence_matches(rule.parsed, sentence, _tagger_or_none(ws), ws.clock()) is not wanted:
                what = "does not match" if wanted else "matches"
                found.append(RuleProblem(f"{what} “{sentence}”", "the query or the sentence is wrong"))
    return found


def _tagger_or_none(ws: Workspace) -> Tagger | None:
    try:
        return ws.tagger
    except ConfigError:
        return None


def sentence_matches(query: Query, sentence: str, tagger: Tagger | None, now: datetime) -> bool:
    """True if an article with this headline, and nothing else, would match: its language and topics are found out."""
    language = detect(sentence).code
    hits = tagger.tag(sentence, "", language) if tagger else ()
    topics = [hit.topic for hit in hits if hit.about]
    text = {field.name: tokens(sentence) for field in ARTICLES.listed if field.type is FieldType.TEXT}
    values: Values = {
        "topics": [*topics],
        "topic_hits.topic": [*topics],
        "language.code": [language],
        "title.raw": [sentence],
    }
    return matches(query.root, text, values, now)


def errors(checked: Sequence[CheckedRule]) -> int:
    """How many problems must be mended."""
    return sum(problem.is_error for one in checked for problem in one.problems)
