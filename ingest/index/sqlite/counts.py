"""Counting in the embedded index: by columns, or by the table of values for fields that have none."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import product
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from ingest.index.counts import Bucket, Count, best, counted
from ingest.index.fields import ARTICLES, SCHEMAS
from ingest.index.protocol import SearchRequest
from ingest.index.query.match import matches
from ingest.index.schema import DocumentKind
from ingest.index.sqlite import column_counts, store
from ingest.index.sqlite.search import Searcher
from ingest.index.sqlite.tables import IN_COLUMN_ONLY, TableNames
from ingest.index.values import BadDocument, Values, flatten, milliseconds

if TYPE_CHECKING:
    from ingest.index.sqlite.columns import Cells

_FOUND = "temp.veille_found"
_FEW = 300
"""So many documents are read one by one; of more, the field's whole list is: it stands together."""
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
    if len(places) <= _FEW and all(count.measure is None for count in wanted):
        return _of_few(searcher, searcher.columns.docs(places), wanted)
    c = searcher.c
    columns = "(doc INTEGER PRIMARY KEY, at INTEGER)"
    c.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {_FOUND.partition('.')[2]} {columns}")
    c.exec_driver_sql(f"DELETE FROM {_FOUND}")
    _fill(searcher, places, is_timed=any(map(_is_timed, wanted)))
    return [_counted(searcher, places, count) for count in wanted]


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


def _of_few(searcher: Searcher, docs: Sequence[int], wanted: Sequence[Count]) -> list[tuple[Bucket, ...]]:
    """Counts of documents by what stands in them."""
    held = store.frames(searcher.c, searcher.names, searcher.generation, docs).values()
    values = [flatten(store.document(frame), ARTICLES)[1] for frame in held]
    return [best(_tallied(values, count), count) for count in wanted]


def _tallied(documents: Sequence[Values], wanted: Count) -> list[Bucket]:
    tally: Counter[tuple[tuple[str, ...], int | None]] = Counter()
    for held in documents:
        span = int(float(held[_TIME][0]) // (wanted.every * 1000)) if wanted.every else None
        texts = ([v for v in dict.fromkeys(held.get(name, ())) if isinstance(v, str)] for name in wanted.by)
        tally.update((keys, span) for keys in product(*texts))
    return [Bucket(keys, _moment(span, wanted), float(many)) for (keys, span), many in tally.items()]


def _counted(searcher: Searcher, places: "Cells", wanted: Count) -> tuple[Bucket, ...]:
    """Each field's values of what was found are a table of their own: f0 and f1 (by), m (measure). Time stands in d."""
    if len(wanted.by) == 1 and wanted.by[0] not in IN_COLUMN_ONLY and not wanted.every and not wanted.measure:
        return _facet(searcher, wanted)
    named = {f"f{n}": name for n, name in enumerate(wanted.by)}
    if wanted.measure and wanted.measure[1] != _TIME:
        named["m"] = wanted.measure[1]
    for alias, name in named.items():
        kind = "text" if alias != "m" else "any" if wanted.measure and wanted.measure[0] == "distinct" else "number"
        _fill_values(searcher, places, alias, name, kind)
    sources = [f"temp.veille_{alias} {alias}" for alias in named]  # each holds what was found, and no other
    if _is_timed(wanted) or not named:
        sources.append(f"{_FOUND} d")
    first, *others = [source.rpartition(" ")[2] for source in sources]
    keys = [f"f{n}.value" for n in range(len(wanted.by))]
    if wanted.every:
        keys.append(f"d.at / {wanted.every * 1000}")
    measured = _measured(wanted)
    sql = f"SELECT {', '.join([*keys, measured])} FROM {' CROSS JOIN '.join(sources)}"
    sql += f" WHERE {' AND '.join(f'{other}.doc = {first}.doc' for other in others)}" if others else ""
    sql += f" GROUP BY {', '.join(keys)}" if keys else ""
    if len(keys) == 1 and not wanted.every:  # as ``best`` would choose: a story a row may be 10,000s
        sql += f" HAVING {measured} IS NOT NULL ORDER BY {measured} DESC, {keys[0]} LIMIT {int(wanted.size)}"
    rows = searcher.c.exec_driver_sql(sql).all()
    return best([_bucket(row, wanted) for row in rows if row[-1] is not None], wanted)


def _facet(searcher: Searcher, wanted: Count) -> tuple[Bucket, ...]:
    """Of one field: its values stand in their order, so that what is found is counted in one walk along them."""
    table, numbers = searcher.names.of("values", searcher.generation), searcher.names.of("fields")
    sql = (
        f"SELECT v.value, count(*) FROM {table} v CROSS JOIN {_FOUND} d ON d.doc = v.doc "
        f"WHERE v.field = (SELECT number FROM {numbers} WHERE name = ?) AND {_KINDS['text']} "
        "GROUP BY v.value ORDER BY count(*) DESC, v.value LIMIT ?"
    )
    rows = searcher.c.exec_driver_sql(sql, (*wanted.by, wanted.size)).all()
    return best([_bucket(row, wanted) for row in rows], wanted)


_KINDS = {"text": "v.value >= ''", "number": "v.value < ''", "any": "true"}
"""SQLite orders all numbers before all texts."""


def _fill_values(searcher: Searcher, places: "Cells", alias: str, name: str, kind: str) -> None:
    """Put the values that what is found has of a field into a table."""
    c, columns = searcher.c, searcher.columns
    c.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS veille_{alias} (doc INTEGER, value)")
    c.exec_driver_sql(f"DELETE FROM temp.veille_{alias}")
    if name in IN_COLUMN_ONLY:
        rows = [] if kind == "number" else columns.pairs(name, places)
        raw: Any = c.connection.driver_connection
        raw.executemany(f"INSERT INTO temp.veille_{alias} VALUES (?, ?)", rows)
        return
    table, numbers = searcher.names.of("values", searcher.generation), searcher.names.of("fields")
    c.exec_driver_sql(
        f"INSERT INTO temp.veille_{alias} SELECT v.doc, v.value FROM {table} v CROSS JOIN {_FOUND} d ON d.doc = v.doc "
        f"WHERE v.field = (SELECT number FROM {numbers} WHERE name = ?) AND {_KINDS[kind]}",
        (name,),
    )


def _measured(wanted: Count) -> str:
    if wanted.measure is None:
        return "count(*)"
    operation, field = wanted.measure
    value = "d.at" if field == _TIME else "m.value"
    return _OPERATIONS.get(operation, "count(DISTINCT {0})").format(value)


def _bucket(row: Any, wanted: Count) -> Bucket:
    at = _moment(row[len(wanted.by)], wanted) if wanted.every else None
    return Bucket(tuple(str(key) for key in row[: len(wanted.by)]), at, float(row[-1]))


def _moment(span: int | None, wanted: Count) -> datetime | None:
    return None if span is None else datetime.fromtimestamp(span * (wanted.every or 0), UTC)


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
