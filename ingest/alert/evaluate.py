"""Rules over what was indexed in a span of time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ingest.alert.match import Match, merged, new_matches
from ingest.alert.pages import PAGE, pages
from ingest.alert.rules import Rule
from ingest.alert.watch.noticed import Noticed
from ingest.alert.watch.observe import Surroundings, observe
from ingest.alert.watch.usual import floor
from ingest.errors import VeilleError
from ingest.index.fields import ARTICLES
from ingest.index.highlight import Marker
from ingest.index.hit import Hit
from ingest.index.protocol import Index, SearchRequest, Sort
from ingest.index.query.batch import DocumentBatch, bits
from ingest.index.values import milliseconds
from ingest.ledger import event_merges, feeds, matches
from ingest.ledger.liveness import pulse
from ingest.ledger.store import Ledger

Found = list[Match] | VeilleError
"""The new matches of a rule, one an event; or why it could not be looked at."""
LONGEST_REST = timedelta(days=8)
"""A surge is not told again for so long at most: the longest hours that a rule compares, and a day."""


@dataclass(frozen=True, slots=True)
class _NewHits:
    """Documents of a page of what is new that a rule matches."""

    rule: Rule
    hits: list[Hit]
    known: Mapping[str, bool]
    """Event → was the rule's match of it a silent one."""
    silent: Collection[str]


def evaluate(
    ledger: Ledger, index: Index, rules: Sequence[Rule], since: Mapping[str, datetime], until: datetime
) -> Iterator[tuple[Rule, Found]]:
    """What each rule finds among documents indexed in [since, until), ``since`` being by rule id.

    The new documents are read from the index once, a page at a time, and every rule is matched in memory: the cost is
    that of what is new, however large the archive. An index that cannot be reached is asked once, not once a rule.
    Watch rules ask the index besides, where there is something to compare.
    """
    if not rules:
        return
    best: dict[str, dict[str, Match]] = {rule.id: {} for rule in rules}
    candidates: dict[str, list[Hit]] = defaultdict(list)
    new = SearchRequest(None, since=min(since.values()), until=until, sort=Sort.INDEXED, size=PAGE, highlight=False)
    try:
        for page in pages(index, new):
            for found in _matched(ledger, rules, since, page, until):
                if found.rule.watch is not None:
                    candidates[found.rule.id] += found.hits
                    continue
                kept = best[found.rule.id]
                for match in new_matches(found.rule.id, found.hits, found.known, found.silent):
                    kept[match.event] = merged(kept[match.event], match) if match.event in kept else match
    except VeilleError as e:
        yield from ((rule, e) for rule in rules)
        return
    for rule in rules:
        if rule.watch is None:
            yield rule, list(best[rule.id].values())
        else:
            yield rule, _noticed(ledger, index, rule, candidates[rule.id], since[rule.id], until)


def _matched(
    ledger: Ledger, rules: Sequence[Rule], since: Mapping[str, datetime], hits: Sequence[Hit], until: datetime
) -> Iterator[_NewHits]:
    """What each rule matches of a page of new documents. "Told by" looks at whatever joins a happening."""
    if not hits:
        return
    with ledger.read() as c:
        hits = _with_merges(hits, event_merges.current(c, (hit.article.event for hit in hits)))
    documents = DocumentBatch([hit.source for hit in hits], ARTICLES, until)
    marker = Marker([hit.source for hit in hits])
    visible = {moment: _indexed_since(hits, moment) for moment in set(since.values())}
    with ledger.read() as c:
        silent = matches.silent_articles(c, (hit.id for hit in hits))
        known = matches.known_by_rule(c, (hit.article.event for hit in hits))
    for rule in rules:
        found = visible[since[rule.id]]
        if rule.watch is None or rule.watch.kind != "spread":
            found &= documents.matching(rule.parsed.root)
        if found:
            marked = [replace(hits[n], highlights=marker.highlights(rule.parsed, n)) for n in bits(found)]
            yield _NewHits(rule, marked, known.get(rule.id, {}), silent)


def _noticed(
    ledger: Ledger, index: Index, rule: Rule, candidates: Sequence[Hit], since: datetime, until: datetime
) -> Found:
    """What a watch rule notices that it has not told of."""
    if rule.watch is not None and rule.watch.kind == "silence" and floor(since) == floor(until):
        return []  # hours are compared, and none is over
    with ledger.read() as c:
        told = matches.evidence_since(c, [rule.id], until - LONGEST_REST).get(rule.id, [])
    noticed = [Noticed.from_json(one["noticed"]) for one in told if one.get("noticed")]
    around = Surroundings(
        silent=lambda keys: _silent(ledger, keys),
        told_at={one.subject: one.at for one in noticed},
        is_watched=lambda ids, moment: _is_watched(ledger, ids, moment, until),
    )
    try:
        found = observe(index, rule, candidates, since, until, around)
    except VeilleError as e:
        return e
    with ledger.read() as c:
        known = matches.known_by_rule(c, (match.event for match in found)).get(rule.id, {})
    return [m for m in found if m.event not in known or (known[m.event] and not m.silent)]


def _silent(ledger: Ledger, keys: Iterable[str]) -> Collection[str]:
    with ledger.read() as c:
        return matches.silent_articles(c, keys)


def _is_watched(ledger: Ledger, feed_ids: Collection[str], since: datetime, now: datetime) -> bool:
    """Whether most of these feeds have answered since, and nothing has waited longer: else we may be who is silent."""
    with ledger.read() as c:
        states = feeds.states(c, sorted(feed_ids)).values()
        lag = pulse(c, now).lag
    well = sum(s.last_success_at is not None and s.last_success_at >= since for s in states)
    return 2 * well >= len(states) and now - lag >= since


def _with_merges(hits: Sequence[Hit], now: Mapping[str, str]) -> Sequence[Hit]:
    """Hits with the events that they are of now: a document may still name one that has been merged."""

    def moved(hit: Hit) -> Hit:
        story = {**hit.source["story"], "event_id": now[hit.article.event]}
        return replace(hit, source={**hit.source, "story": story})

    return [moved(hit) if hit.article.event in now else hit for hit in hits] if now else hits


def _indexed_since(hits: Sequence[Hit], moment: datetime) -> int:
    """Bits of the documents that were indexed at that moment or later; the index counts in milliseconds."""
    out = 0
    for n, hit in enumerate(hits):
        indexed_at = hit.article.indexed_at
        if indexed_at is not None and milliseconds(indexed_at) >= milliseconds(moment):
            out |= 1 << n
    return out
