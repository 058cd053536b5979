"""Rows of the embedded index: put, get, delete."""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from ingest.index.document import Document
from ingest.index.fields import ARTICLES
from ingest.index.schema import DocumentKind
from ingest.index.sqlite import columns, tables
from ingest.index.sqlite.tables import TableNames
from ingest.index.values import BadDocument, Values, flatten
from ingest.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A document made ready for the tables."""

    id: str
    source: str
    words: tuple[str, str, str]
    values: Values
    url: str
    vector: bytes | None = None

    @classmethod
    def of(cls, doc: Document) -> "StoredRow":
        """Raises BadDocument for what the schema has no place for."""
        kept = {name: value for name, value in doc.source.items() if name not in ("stem", "vector")}
        texts, values = flatten(kept, ARTICLES)
        for name in DocumentKind.ARTICLES.required:
            if not values.get(name):
                raise BadDocument(f"{name} is missing")
        words = tuple(" ".join(tokens(texts.get(name, ""))) for name in ("title", "summary", "body"))
        url = str(values.get("url.full", [""])[0])
        vector = vector_of(doc.source)
        return cls(doc.id, json.dumps(kept, ensure_ascii=False), (words[0], words[1], words[2]), values, url, vector)

    @property
    def indexed_at(self) -> int:
        """Milliseconds since 1970."""
        return int(self.values["indexed_at"][0])


def vector_of(source: Mapping[str, Any]) -> bytes | None:
    """The vector of a document as bytes. Raises BadDocument for what is none."""
    if "vector" not in source:
        return None
    dimensions = next(one.dimensions for one in ARTICLES.listed if one.name == "vector")
    try:
        raw = array("b", source["vector"]).tobytes()
    except (TypeError, OverflowError):
        raw = b""
    if len(raw) != dimensions:
        raise BadDocument(f"vector is not {dimensions} signed bytes")
    return raw


def put(c: Connection, names: TableNames, n: int, rows: Iterable[StoredRow]) -> None:
    """Insert or replace in one copy."""
    columns.put(c, names, n, {_put(c, names, n, row): row.values for row in rows})


def _put(c: Connection, names: TableNames, n: int, row: StoredRow) -> int:
    docs, words, values = (names.of(name, n) for name in ("docs", "words", "values"))
    known = c.exec_driver_sql(f"SELECT doc FROM {docs} WHERE id = ?", (row.id,)).first()
    if known:
        _forget(c, names, n, int(known[0]))
    doc = c.exec_driver_sql(
        f"INSERT INTO {docs} (doc, id, at, indexed_at, url, source) VALUES (?, ?, ?, ?, ?, ?)",
        (known[0] if known else None, row.id, int(row.values["@timestamp"][0]), row.indexed_at, row.url, row.source),
    ).lastrowid
    if row.vector is not None and tables.with_vectors(c, names, n):
        c.exec_driver_sql(f"INSERT INTO {names.of('vectors', n)} (doc, vector) VALUES (?, ?)", (doc, row.vector))
    c.exec_driver_sql(f"INSERT INTO {words} (rowid, title, summary, body) VALUES (?, ?, ?, ?)", (doc, *row.words))
    pairs = [(name, value) for name, held in row.values.items() for value in dict.fromkeys(held)]
    c.exec_driver_sql(
        f"INSERT INTO {values} (doc, field, text, number) VALUES (?, ?, ?, ?)",
        [(doc, name, v if isinstance(v, str) else None, None if isinstance(v, str) else v) for name, v in pairs],
    )
    return int(doc)


def put_if_newer(c: Connection, names: TableNames, n: int, row: StoredRow) -> None:
    """Put, unless what stands there was indexed at the same time or later."""
    docs = names.of("docs", n)
    held = c.exec_driver_sql(f"SELECT indexed_at FROM {docs} WHERE id = ?", (row.id,)).first()
    if held is None or int(held[0]) < row.indexed_at:
        put(c, names, n, [row])


def _forget(c: Connection, names: TableNames, n: int, doc: int) -> None:
    c.exec_driver_sql(f"DELETE FROM {names.of('docs', n)} WHERE doc = ?", (doc,))
    c.exec_driver_sql(f"DELETE FROM {names.of('words', n)} WHERE rowid = ?", (doc,))
    c.exec_driver_sql(f"DELETE FROM {names.of('values', n)} WHERE doc = ?", (doc,))
    if tables.with_vectors(c, names, n):
        c.exec_driver_sql(f"DELETE FROM {names.of('vectors', n)} WHERE doc = ?", (doc,))


def get(c: Connection, names: TableNames, n: int, id: str) -> dict[str, Any] | None:
    """A document of one copy."""
    return _loaded(c.exec_driver_sql(f"SELECT source FROM {names.of('docs', n)} WHERE id = ?", (id,)).first())


def vector(c: Connection, names: TableNames, n: int, id: str) -> bytes | None:
    """The vector of a document of one copy."""
    if not tables.with_vectors(c, names, n):
        return None
    docs, vectors = names.of("docs", n), names.of("vectors", n)
    row = c.exec_driver_sql(f"SELECT v.vector FROM {docs} d JOIN {vectors} v USING (doc) WHERE d.id = ?", (id,)).first()
    return bytes(row[0]) if row else None


def vectors(c: Connection, names: TableNames, n: int) -> Iterator[tuple[int, bytes]]:
    """(doc, vector) of every document of one copy that has one."""
    if tables.with_vectors(c, names, n):
        for doc, raw in c.exec_driver_sql(f"SELECT doc, vector FROM {names.of('vectors', n)}"):
            yield int(doc), bytes(raw)


def _loaded(row: Any) -> dict[str, Any] | None:
    if row is None:
        return None
    source: dict[str, Any] = json.loads(row[0])
    return source


def delete(c: Connection, names: TableNames, n: int, ids: Sequence[str]) -> int:
    """Remove documents of one copy by id."""
    sql = f"SELECT doc FROM {names.of('docs', n)} WHERE id IN (SELECT value FROM json_each(?))"
    return _forget_all(c, names, n, c.exec_driver_sql(sql, (json.dumps(list(ids)),)))


def prune(c: Connection, names: TableNames, n: int, before: float) -> int:
    """Remove documents of one copy that were indexed before."""
    sql = f"SELECT doc FROM {names.of('docs', n)} WHERE indexed_at < ?"
    return _forget_all(c, names, n, c.exec_driver_sql(sql, (before,)))


def _forget_all(c: Connection, names: TableNames, n: int, rows: Iterable[Any]) -> int:
    found = [int(row[0]) for row in rows]
    for doc in found:
        _forget(c, names, n, doc)
    columns.forget(c, names, n, found)
    return len(found)


def keys(c: Connection, names: TableNames, n: int, docs: Iterable[int]) -> Iterable[Any]:
    """(doc, id, at, indexed_at, url) of documents."""
    table = names.of("docs", n)
    sql = f"SELECT doc, id, at, indexed_at, url FROM {table} WHERE doc IN (SELECT value FROM json_each(?))"
    return c.exec_driver_sql(sql, (json.dumps(list(docs)),))


def count_where(c: Connection, names: TableNames, n: int, where: Sequence[str], values: Sequence[Any]) -> int:
    """How many documents of a copy meet conditions on its columns."""
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    return int(c.exec_driver_sql(f"SELECT count(*) FROM {names.of('docs', n)}{condition}", tuple(values)).scalar_one())


def in_order(
    c: Connection, names: TableNames, n: int, oldest_first: bool, where: Sequence[str], values: Sequence[Any],
    after: Sequence[Any] | None, limit: int,
) -> Sequence[Any]:  # fmt: skip
    """(doc, id, at, indexed_at, url) in the order of indexing, or newest first, from after a sort key on.

    The key is (time, URL, id) with the sign that the order gives the time; one with a score before it is newest first.
    """
    column, order, sign = ("indexed_at", "ASC", ">") if oldest_first else ("at", "DESC", "<")
    conditions, bound = list(where), list(values)
    if after is not None:
        moment, url, id = after[-3:]
        moment = moment if oldest_first else -moment
        conditions.append(f"{column} {sign}= ? AND ({column} {sign} ? OR (url, id) > (?, ?))")
        bound += [moment, moment, url, id]
    condition = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = (
        f"SELECT doc, id, at, indexed_at, url FROM {names.of('docs', n)} {condition} "
        f"ORDER BY {column} {order}, url, id LIMIT ?"
    )
    return c.exec_driver_sql(sql, (*bound, limit)).all()


def sources(c: Connection, names: TableNames, n: int, docs: Iterable[int]) -> dict[int, tuple[str, str]]:
    """(id, JSON) of documents."""
    table = names.of("docs", n)
    sql = f"SELECT doc, id, source FROM {table} WHERE doc IN (SELECT value FROM json_each(?))"
    rows = c.exec_driver_sql(sql, (json.dumps(list(docs)),))
    return {int(doc): (str(id), str(source)) for doc, id, source in rows}


def lacking(c: Connection, names: TableNames, n: int, other: int, after: int, limit: int) -> list[tuple[int, Document]]:
    """Documents of one copy that another has not, from a number on, with their numbers."""
    sql = (
        f"SELECT doc, id, source FROM {names.of('docs', n)} AS d WHERE doc > ? "
        f"AND NOT EXISTS (SELECT 1 FROM {names.of('docs', other)} AS o WHERE o.id = d.id) ORDER BY doc LIMIT ?"
    )
    rows = c.exec_driver_sql(sql, (after, limit)).all()
    return [(int(doc), Document(str(id), _whole(c, names, n, str(id), source))) for doc, id, source in rows]


def _whole(c: Connection, names: TableNames, n: int, id: str, source: str) -> dict[str, Any]:
    """A document with its vector, which stands beside it."""
    fields: dict[str, Any] = json.loads(source)
    held = vector(c, names, n, id)
    return fields if held is None else fields | {"vector": array("b", held).tolist()}


def count(c: Connection, names: TableNames, n: int) -> int:
    """How many documents a copy has."""
    return int(c.exec_driver_sql(f"SELECT count(*) FROM {names.of('docs', n)}").scalar_one())


def merged(held: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """As Elasticsearch's partial update merges: objects by key, everything else replaced."""
    out = dict(held)
    for key, value in fields.items():
        both = isinstance(value, Mapping) and isinstance(out.get(key), Mapping)
        out[key] = merged(out[key], value) if both else value
    return out
