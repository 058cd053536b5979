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
_OPERATIONS = {"sum": "sum({0})", "max": "max({0})", "average": "avg({0})"}
_TIME = "@timestamp"
"""Its values stand beside the documents as well (``at``), where they take no look-up in the values."""


def of_articles(
    searcher: Searcher, ask: SearchRequest, wanted: Sequence[Count]
) -> tuple[int, list[tuple[Bucket, ...]]]:
    """How many articles are found, and each count of them."""
    c = searcher.c
    columns = "(doc INTEGER PRIMARY KEY, at INTEGER)"
    c.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {_FOUND.partition('.')[2]} {columns}")
    c.exec_driver_sql(f"DELETE FROM {_FOUND}")
    found = _fill(searcher, ask, is_timed=any(map(_is_timed, wanted)))
    return found, [_counted(searcher, count, found) for count in wanted]


def _is_timed(wanted: Count) -> bool:
    return wanted.every is not None or (wanted.measure is not None and wanted.measure[1] == _TIME)


def _fill(searcher: Searcher, ask: SearchRequest, *, is_timed: bool) -> int:
    """Put what is found into the table, with its time if that is asked for; how many there are.

    A span of time, which most pages of the desk ask about, never leaves SQLite.
    """
    which: str
    values: tuple[Any, ...]
    docs = searcher.names.of("docs", searcher.generation)
    few = False
    if searcher.is_whole(ask):
        where, values = searcher.span(ask)
        which = f"SELECT doc FROM {docs} WHERE {where}"
    else:
        found = searcher.matching(ask)
        few = len(found) <= _FEW
        which, values = "SELECT value FROM json_each(?)", (json.dumps(sorted(found)),)
    sql = f"INSERT INTO {_FOUND} (doc) {which}"
    if is_timed:  # the index by time has both, and is read whole sooner than documents are one by one
        sql = f"INSERT INTO {_FOUND} SELECT doc, at FROM {docs} WHERE {'' if few else '+'}doc IN ({which})"
    return int(searcher.c.exec_driver_sql(sql, values).rowcount)


def _counted(searcher: Searcher, wanted: Count, found: int) -> tuple[Bucket, ...]:
    """The fields are told apart by aliases of one table of values: f0 and f1 (by), m (measure). Time stands beside d.

    ``+field`` keeps SQLite from walking a whole field for every document: those are looked up by their document.
    """
    table = searcher.names.of("values", searcher.generation)
    sources, values = [], list[Any]()
    fields = [(f"f{n}", name) for n, name in enumerate(wanted.by)]
    fields += [("m", wanted.measure[1])] if wanted.measure and wanted.measure[1] != _TIME else []
    for alias, name in fields:
        sources.append(f"{table} {alias}")
        values.append(name)
    if found <= _FEW or not fields:
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
        keys.append(f"d.at / {wanted.every * 1000}")
    measured = _measured(wanted)
    sql = f"SELECT {', '.join([*keys, measured])} FROM {' CROSS JOIN '.join(sources)}"
    sql += f" WHERE {' AND '.join(where)}" if where else ""
    sql += f" GROUP BY {', '.join(keys)}" if keys else ""
    if len(keys) == 1 and not wanted.every:  # as ``best`` would choose: a story a row may be 10,000s
        sql += f" HAVING {measured} IS NOT NULL ORDER BY {measured} DESC, {keys[0]} LIMIT {int(wanted.size)}"
    rows = searcher.c.exec_driver_sql(sql, tuple(values)).all()
    return best([_bucket(row, wanted) for row in rows if row[-1] is not None], wanted)


def _measured(wanted: Count) -> str:
    if wanted.measure is None:
        return "count(*)"
    operation, field = wanted.measure
    number, any_kind = ("d.at", "d.at") if field == _TIME else ("m.number", "coalesce(m.text, m.number)")
    return _OPERATIONS.get(operation, f"count(DISTINCT {any_kind})").format(number)


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
