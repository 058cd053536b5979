"""Checked tree → Elasticsearch's query DSL. Explicit queries on tokens of our own making, never ``query_string``.

Tokens were made by ``ingest.text.tokens.tokens``, so queries either take them as they are (``term``, ``prefix``) or
split them at blanks (analyzer ``whitespace``): what is looked up is exactly what the tree says.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from ingest.index.fields import ARTICLES
from ingest.index.parts import stamp
from ingest.index.protocol import Neighbours, SearchRequest, Sort
from ingest.index.query.match import Bound, bounds
from ingest.index.query.tree import (
    And,
    Between,
    Equals,
    Everything,
    Exists,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    QueryWord,
    StartsWith,
    wanted,
)  # fmt: skip
from ingest.index.schema import FieldType

Dsl = dict[str, Any]
MAX_EXPANSIONS = 10_000
"""How many words the beginning in a phrase may stand for; far above what news has."""
_NESTED = "topic_hits"
NOT_SHOWN = ["stem", "vector"]
"""Fields that hits leave out: what they hold is for the index alone."""
_ORDERS: dict[Sort, list[Dsl]] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {"@timestamp": "desc"}, {"url.full": {"order": "asc", "missing": "_last"}}],
    Sort.NEWEST: [{"@timestamp": "desc"}, {"url.full": {"order": "asc", "missing": "_last"}}],
    Sort.INDEXED: [{"indexed_at": "asc"}, {"url.full": {"order": "asc", "missing": "_last"}}],
}


def body(ask: SearchRequest, now: datetime, after: list[Any] | None, *, weighed_since: int | None = None) -> Dsl:
    """The request of a search. ``now`` is what queries mean by it.

    ``weighed_since``: what is older, in milliseconds, is found as well, with score 0.
    """
    request: Dsl = {
        "query": {"bool": {"filter": _limits(ask)}},
        "size": ask.size,
        "sort": _ORDERS[ask.sort],
        "track_total_hits": True,
        "track_scores": ask.sort is Sort.RELEVANCE,
        "_source": {"excludes": NOT_SHOWN},
    }
    if ask.query is not None:
        asked = compiled(ask.query.root, now, stems=ask.stems)
        if weighed_since is None:
            request["query"]["bool"]["must"] = [asked]
        else:
            recent = {"range": {"@timestamp": {"gte": weighed_since, "format": "epoch_millis"}}}
            request["query"]["bool"]["filter"].append(asked)
            request["query"]["bool"]["should"] = [{"bool": {"must": [asked], "filter": [recent]}}]
    if ask.near is not None:
        request["knn"] = _near(ask.near, request.pop("query"))
    if after is not None:
        request["search_after"] = after
    return request


def is_weighed(ask: SearchRequest) -> bool:
    """True if words decide the order."""
    if ask.query is None or ask.near is not None or ask.sort is not Sort.RELEVANCE:
        return False
    return any(wanted(ask.query.root))


def last_weighed(ask: SearchRequest, now: datetime) -> Dsl:
    """The oldest of the articles that are weighed, whose moment ``body`` is to be given."""
    return body(replace(ask, sort=Sort.NEWEST, size=1), now, None) | {"from": ask.ranked - 1}


def _near(near: Neighbours, among: Dsl) -> Dsl:
    """The nearest of those that fit the rest, of all months together: as a query it would be ``k`` of each shard.

    ``similarity`` is a cosine; the score is (1 + cosine) / 2.
    """
    candidates = min(10_000, 10 * near.limit)
    return {"field": "vector", "query_vector": list(near.vector), "k": near.limit, "num_candidates": candidates,
            "similarity": near.minimum, "filter": among}  # fmt: skip


def _limits(ask: SearchRequest) -> list[Dsl]:
    out = [_in(name, {"terms": {name: list(wished)}}) for name, wished in ask.filters.items()]
    span = {"gte": ask.since and stamp(ask.since), "lt": ask.until and stamp(ask.until)}
    if ask.since or ask.until:
        out.append({"range": {"indexed_at": {sign: bound for sign, bound in span.items() if bound}}})
    return out


def compiled(node: Node, now: datetime, *, stems: bool = False) -> Dsl:
    """The query of a tree."""
    match node:
        case And(parts, also):
            return _all(parts, also, now, stems)
        case Or(parts):
            return {"bool": {"should": [compiled(p, now, stems=stems) for p in parts], "minimum_should_match": 1}}
        case Not(part):
            return {"bool": {"must_not": [compiled(part, now)]}}
        case _:
            return _leaf(node, now, stems)


def _all(parts: Sequence[Node], also: Sequence[Node], now: datetime, stems: bool) -> Dsl:
    out: dict[str, list[Dsl]] = {}
    for part in parts:
        if isinstance(part, Not):
            out.setdefault("must_not", []).append(compiled(part.part, now))
        else:
            out.setdefault("must", []).append(compiled(part, now, stems=stems))
    if also:
        out["should"] = [compiled(part, now, stems=stems) for part in also]
    return {"bool": {**out, "minimum_should_match": 0} if also else out}


def _leaf(leaf: Leaf, now: datetime, stems: bool) -> Dsl:
    match leaf:
        case Phrase(fields):
            queries = [_phrase(name, leaf.words, weight) for name, weight in fields]
            if stems and fields == ARTICLES.default and not any(word.prefix for word in leaf.words):
                queries.append(_stemmed(leaf))
            return _best(queries)
        case Near(fields, words, gap):
            return _best([_intervals(name, _together(words, gap, ordered=False), w) for name, w in fields])
        case Equals(name, value):
            return _in(name, {"term": {name: value}})
        case StartsWith(name, value):
            return _in(name, {"prefix": {name: value}})
        case Exists(name):
            return _in(name, {"exists": {"field": name}})
        case Everything():
            return {"match_all": {}}
        case Between():
            return _in(leaf.field, {"range": {leaf.field: _range(leaf, now)}})


def _best(queries: list[Dsl]) -> Dsl:
    return queries[0] if len(queries) == 1 else {"dis_max": {"queries": queries, "tie_breaker": 0.3}}


def _phrase(name: str, words: Sequence[QueryWord], boost: float) -> Dsl:
    tokens = [token for word in words for token in word.tokens]
    if any(word.prefix for word in words[:-1]):
        return _intervals(name, _together(words, 0, ordered=True), boost)
    if len(tokens) == 1:
        kind = "prefix" if words[-1].prefix else "term"
        return {kind: {name: {"value": tokens[0], "boost": boost}}}
    asked: Dsl = {"query": " ".join(tokens), "analyzer": "whitespace", "boost": boost}
    if words[-1].prefix:
        return {"match_phrase_prefix": {name: {**asked, "max_expansions": MAX_EXPANSIONS}}}
    return {"match_phrase": {name: asked}}


def _intervals(name: str, rule: Dsl, boost: float) -> Dsl:
    return {"intervals": {name: {**rule, "boost": boost}}}


def _together(words: Sequence[QueryWord], gap: int, *, ordered: bool) -> Dsl:
    return {"all_of": {"ordered": ordered, "max_gaps": gap, "intervals": [_interval(word) for word in words]}}


def _interval(word: QueryWord) -> Dsl:
    if not word.prefix:
        return _side_by_side(word.tokens)
    last: Dsl = {"prefix": {"prefix": word.tokens[-1], "analyzer": "keyword"}}
    if len(word.tokens) == 1:
        return last
    return {"all_of": {"ordered": True, "max_gaps": 0, "intervals": [_side_by_side(word.tokens[:-1]), last]}}


def _side_by_side(tokens: Sequence[str]) -> Dsl:
    return {"match": {"query": " ".join(tokens), "analyzer": "whitespace", "ordered": True, "max_gaps": 0}}


def _stemmed(leaf: Phrase) -> Dsl:
    text = leaf.raw.replace('"', " ").replace("\\", " ")
    kind: Dsl = {"type": "phrase"} if len(leaf.words) > 1 else {"type": "best_fields", "operator": "and"}
    return {"multi_match": {"query": text, "fields": ["stem.*"], **kind, "boost": 0.5}}


def _range(leaf: Between, now: datetime) -> Dsl:
    low, with_low, high, with_high = bounds(leaf, now)
    field = ARTICLES.get(leaf.field)
    dated = field is not None and field.type is FieldType.DATE
    out: Dsl = {}
    if low is not None:
        out["gte" if with_low else "gt"] = _moment(low) if dated else low
    if high is not None:
        out["lte" if with_high else "lt"] = _moment(high) if dated else high
    return out


def _moment(bound: Bound) -> str:
    return stamp(datetime.fromtimestamp(float(bound or 0) / 1000, UTC))


def _in(name: str, query: Dsl) -> Dsl:
    """Fields of nested objects have to be asked for as such."""
    return {"nested": {"path": _NESTED, "query": query}} if name.startswith(f"{_NESTED}.") else query
