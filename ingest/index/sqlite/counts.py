"""Counting in the embedded index: by columns, or by the table of values for fields that have none."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from ingest.index.counts import Bucket, Count, best, counted
from ingest.index.fields import SCHEMAS
from ingest.index.protocol import SearchRequest
from ingest.index.query.match import matches
from ingest.index.schema import DocumentKind
from ingest.index.sqlite import column_counts
from ingest.index.sqlite.search import Searcher
from ingest.index.sqlite.tables import TableNames
from ingest.index.values import BadDocument, flatten, milliseconds

if TYPE_CHECKING:
    from ingest.index.sqlite.columns import Cells

_FOUND = "temp.veille_found"
_FEW = 4000
"""So many documents are looked up one by one; of more, the field's whole list is read: it is in one index."""
_OPERATIONS = {"sum": "sum({0})", "max": "max({0})", "average": "avg({0})"}
_TIME = "@timestamp"
"""Its values stand beside the documents as well (``at``), where they take no look-up in the values."""


def of_articles(
    searcher: Searcher, ask: SearchRequest, wanted: Sequence[Count]
) -> tuple[int, list[tuple[Bucket, ...]]]:
    """How many articles are found, and each count of them: by columns where all that it names has one."""
    places = searcher.places(ask)
    by_columns = [column_counts.counted(searcher.columns, places, count) for count in wanted]
    left = [count for count, figures in zip(wanted, by_columns, strict=True) if figures is None]
    others = iter(_by_values(searcher, places, left))
    return len(places), [next(others) if figures is None else figures for figures in by_columns]


def _by_values(searcher: Searcher, places: "Cells", wanted: Sequence[Count]) -> list[tuple[Bucket, ...]]:
    """Of fields that have no column: the documents become a table that the table of values is joined with."""
    if not wanted:
        return []
    c = searcher.c
    columns = "(doc INTEGER PRIMARY KEY, at INTEGER)"
    c.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {_FOUND.partition('.')[2]} {columns}")
    c.exec_driver_sql(f"DELETE FROM {_FOUND}")
    _fill(searcher, places, is_timed=any(map(_is_timed, wanted)))
    return [_counted(searcher, count, len(places)) for count in wanted]


def _is_timed(wanted: Count) -> bool:
    return wanted.every is not None or (wanted.measure is not None and wanted.measure[1] == _TIME)


def _fill(searcher: Searcher, places: "Cells", *, is_timed: bool) -> None:
    """Put what is found into the table, with its time if that is asked for."""
    docs = searcher.columns.docs(places)
    if is_timed:
        times = searcher.columns.cells(_TIME)[places].tolist()
        rows = "SELECT d.value, t.value FROM json_each(?) d JOIN json_each(?) t USING (key)"
        searcher.c.exec_driver_sql(f"INSERT INTO {_FOUND} {rows}", (json.dumps(docs), json.dumps(times)))
    else:
        sql = f"INSERT INTO {_FOUND} (doc) SELECT value FROM json_each(?)"
        searcher.c.exec_driver_sql(sql, (json.dumps(docs),))


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
        where = [f"+{alias}.field = ? AND {alias}.doc = d.doc{_has_text(alias)}" for alias, _ in fields]
    else:
        sources.append(f"{_FOUND} d")
        first = fields[0][0]
        where = [
            f"{first}.field = ?{_has_text(first)}",
            *(f"+{alias}.field = ? AND {alias}.doc = {first}.doc{_has_text(alias)}" for alias, _ in fields[1:]),
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


def _has_text(alias: str) -> str:
    """Values that documents are counted by are keywords; their index has no others."""
    return "" if alias == "m" else f" AND {alias}.text IS NOT NULL"


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
