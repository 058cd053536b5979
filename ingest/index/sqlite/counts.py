"""Counting in the embedded index: the documents found become a table that each count is joined with."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection

from ingest.index.counts import Bucket, Count, best, counted
from ingest.index.fields import SCHEMAS
from ingest.index.protocol import SearchRequest
from ingest.index.query.match import matches
from ingest.index.schema import DocumentKind
from ingest.index.sqlite.search import Searcher
from ingest.index.sqlite.tables import TableNames
from ingest.index.values import BadDocument, flatten, milliseconds

_FOUND = "temp.veille_found"
_FEW = 4000
"""So many documents are looked up one by one; of more, the field's whole list is read: it is in one index."""
_OPERATIONS = {"sum": "sum(m.number)", "max": "max(m.number)", "average": "avg(m.number)"}


def of_articles(
    searcher: Searcher, ask: SearchRequest, wanted: Sequence[Count]
) -> tuple[int, list[tuple[Bucket, ...]]]:
    """How many articles are found, and each count of them."""
    docs = searcher.matching(ask)
    c = searcher.c
    c.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {_FOUND.partition('.')[2]} (doc INTEGER PRIMARY KEY)")
    c.exec_driver_sql(f"DELETE FROM {_FOUND}")
    c.exec_driver_sql(f"INSERT INTO {_FOUND} SELECT value FROM json_each(?)", (json.dumps(sorted(docs)),))
    return len(docs), [_counted(searcher, count, len(docs)) for count in wanted]


def _counted(searcher: Searcher, wanted: Count, found: int) -> tuple[Bucket, ...]:
    """The fields are told apart by aliases of one table of values: f0 and f1 (by), t (time), m (measure).

    ``+field`` keeps SQLite from walking a whole field for every document: those are looked up by their document.
    """
    table = searcher.names.of("values", searcher.generation)
    sources, values = [], list[Any]()
    fields = [(f"f{n}", name) for n, name in enumerate(wanted.by)]
    fields += [("t", "@timestamp")] if wanted.every else []
    fields += [("m", wanted.measure[1])] if wanted.measure else []
    for alias, name in fields:
        sources.append(f"{table} {alias}")
        values.append(name)
    if found <= _FEW or not sources:
        sources.insert(0, f"{_FOUND} d")
        where = [f"+{alias}.field = ? AND {alias}.doc = d.doc" for alias, _ in fields]
    else:
        sources.append(f"{_FOUND} d")
        first = fields[0][0]
        where = [
            f"{first}.field = ?",
            *(f"+{alias}.field = ? AND {alias}.doc = {first}.doc" for alias, _ in fields[1:]),
        ]
        where.append(f"d.doc = {first}.doc")
    keys = [f"f{n}.text" for n in range(len(wanted.by))]
    if wanted.every:
        keys.append(f"CAST(t.number / {wanted.every * 1000} AS INTEGER)")
    operation = wanted.measure[0] if wanted.measure else None
    measured = (
        "count(*)" if operation is None else _OPERATIONS.get(operation, "count(DISTINCT coalesce(m.text, m.number))")
    )
    sql = f"SELECT {', '.join([*keys, measured])} FROM {' CROSS JOIN '.join(sources)}"
    sql += f" WHERE {' AND '.join(where)}" if where else ""
    sql += f" GROUP BY {', '.join(keys)}" if keys else ""
    rows = searcher.c.exec_driver_sql(sql, tuple(values)).all()
    return best([_bucket(row, wanted) for row in rows if row[-1] is not None], wanted)


def _bucket(row: Any, wanted: Count) -> Bucket:
    at = datetime.fromtimestamp(row[len(wanted.by)] * wanted.every, UTC) if wanted.every else None
    return Bucket(tuple(str(key) for key in row[: len(wanted.by)]), at, float(row[-1]))


def of_others(
    c: Connection, names: TableNames, kind: DocumentKind, ask: SearchRequest, wanted: Sequence[Count], now: datetime
) -> tuple[int, list[tuple[Bucket, ...]]]:
    """Of runs and matches: there are few of them, and they are kept as JSON only. ``since`` is by ``@timestamp``."""
    low = milliseconds(ask.since) if ask.since else 0
    high = milliseconds(ask.until) if ask.until else milliseconds(now) + 86_400_000
    sql = f"SELECT source FROM {names.of('others')} WHERE kind = ? AND at >= ? AND at < ?"
    documents = [json.loads(row[0]) for row in c.exec_driver_sql(sql, (kind.value, low, high))]
    found = [d for d in documents if _fits(d, kind, ask, now)]
    return len(found), [counted(found, count) for count in wanted]


def _fits(document: dict[str, Any], kind: DocumentKind, ask: SearchRequest, now: datetime) -> bool:
    if ask.query is None:
        return True
    schema = SCHEMAS[kind]
    named = {name: value for name, value in _flat("", document) if schema.get(name)}
    try:
        texts, values = flatten(named, schema)
    except BadDocument:
        return False
    return matches(ask.query.root, {name: text.split() for name, text in texts.items()}, values, now)


def _flat(prefix: str, value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [pair for key, item in value.items() for pair in _flat(f"{prefix}.{key}" if prefix else key, item)]
    return [(prefix, value)]
