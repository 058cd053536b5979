"""Rows of the embedded index: put, get, delete."""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from ingest.index.document import Document
from ingest.index.fields import ARTICLES
from ingest.index.schema import DocumentKind, FieldType
from ingest.index.sqlite import columns, packing
from ingest.index.sqlite.tables import IN_COLUMN_ONLY, TableNames
from ingest.index.values import BadDocument, Values, flatten
from ingest.text.tokens import tokens

TEXTS = {field.name: 1 << n for n, field in enumerate(f for f in ARTICLES.listed if f.type is FieldType.TEXT)}
"""Text field → its bit in ``texts``: which of them a document has."""
_Held = tuple[int, str | float]
"""The number of a field, and a value of it."""


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A document made ready for the tables."""

    id: str
    frame: bytes
    words: packing.Words
    values: Values
    texts: int
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
        title, summary, body = (" ".join(tokens(texts.get(name, ""))) for name in ("title", "summary", "body"))
        words = (title, summary, body)
        url = str(values.get("url.full", [""])[0])
        has = sum(bit for name, bit in TEXTS.items() if name in texts)
        frame = packing.pack(json.dumps(kept, ensure_ascii=False), words)
        return cls(doc.id, frame, words, values, has, url, vector_of(doc.source))

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


class _Fields:
    """Numbers of fields, which stand in the values in place of their names."""

    def __init__(self, c: Connection, names: TableNames) -> None:
        self._c, self._table = c, names.of("fields")
        rows = c.exec_driver_sql(f"SELECT name, number FROM {self._table}")
        self._known = {str(name): int(number) for name, number in rows}

    def number(self, name: str) -> int:
        """Of a field that may be new."""
        if name not in self._known:
            sql = f"INSERT INTO {self._table} (name) VALUES (?)"
            self._known[name] = int(self._c.exec_driver_sql(sql, (name,)).lastrowid)
        return self._known[name]

    def held(self, values: Values) -> list[_Held]:
        """What stands in the table of a document's values. Whole numbers take less room as such."""
        out = []
        for name, some in values.items():
            if name in IN_COLUMN_ONLY:
                continue
            for value in dict.fromkeys(some):
                whole = isinstance(value, float) and value.is_integer()
                out.append((self.number(name), int(value) if whole else value))
        return out


def put(c: Connection, names: TableNames, n: int, rows: Iterable[StoredRow]) -> None:
    """Insert or replace in one copy."""
    fields = _Fields(c, names)
    columns.put(c, names, n, {_put(c, names, n, fields, row): row.values for row in rows})


def _put(c: Connection, names: TableNames, n: int, fields: _Fields, row: StoredRow) -> int:
    docs, words, values, stored = (names.of(name, n) for name in ("docs", "words", "values", "stored"))
    known = c.exec_driver_sql(f"SELECT doc FROM {docs} WHERE id = ?", (row.id,)).scalar_one_or_none()
    if known is not None:
        _forget(c, names, n, fields, int(known))
    held = fields.held(row.values)
    at = int(row.values["@timestamp"][0])
    doc = c.exec_driver_sql(
        f"INSERT INTO {docs} (doc, id, at, indexed_at, texts, held, url) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (known, row.id, at, row.indexed_at, row.texts, len(held), row.url),
    ).lastrowid
    c.exec_driver_sql(f"INSERT INTO {stored} (place, piece) VALUES (?, ?)", packing.pieces(doc, row.frame))
    if row.vector is not None:
        c.exec_driver_sql(f"INSERT INTO {names.of('vectors', n)} (doc, vector) VALUES (?, ?)", (doc, row.vector))
    c.exec_driver_sql(f"INSERT INTO {words} (rowid, title, summary, body) VALUES (?, ?, ?, ?)", (doc, *row.words))
    sql = f"INSERT INTO {values} (field, value, doc) VALUES (?, ?, ?)"
    c.exec_driver_sql(sql, [(field, value, doc) for field, value in held])
    return int(doc)


def put_if_newer(c: Connection, names: TableNames, n: int, row: StoredRow) -> None:
    """Put, unless what stands there was indexed at the same time or later."""
    docs = names.of("docs", n)
    held = c.exec_driver_sql(f"SELECT indexed_at FROM {docs} WHERE id = ?", (row.id,)).first()
    if held is None or int(held[0]) < row.indexed_at:
        put(c, names, n, [row])


def _forget(c: Connection, names: TableNames, n: int, fields: _Fields, doc: int) -> None:
    """Take a document out of all tables but the columns. Words can be taken out only as they were put in."""
    docs, words, stored = (names.of(name, n) for name in ("docs", "words", "stored"))
    frame = frames(c, names, n, [doc])[doc]
    sql = f"INSERT INTO {words} ({words}, rowid, title, summary, body) VALUES ('delete', ?, ?, ?, ?)"
    c.exec_driver_sql(sql, (doc, *packing.words_of(frame)))
    _forget_values(c, names, n, fields, doc, json.loads(packing.source_of(frame)))
    c.exec_driver_sql(f"DELETE FROM {docs} WHERE doc = ?", (doc,))
    c.exec_driver_sql(f"DELETE FROM {stored} WHERE {_PLACES}", (*_places(doc),))
    c.exec_driver_sql(f"DELETE FROM {names.of('vectors', n)} WHERE doc = ?", (doc,))


def _forget_values(
    c: Connection, names: TableNames, n: int, fields: _Fields, doc: int, source: dict[str, Any]
) -> None:  # fmt: skip
    """By the document itself: an index by document would take as much room as the values.

    Where another version flattened it otherwise, all values are looked through.
    """
    docs, values = names.of("docs", n), names.of("values", n)
    wanted = c.exec_driver_sql(f"SELECT held FROM {docs} WHERE doc = ?", (doc,)).scalar_one()
    try:
        held = fields.held(flatten(source, ARTICLES)[1])
    except BadDocument:
        held = []
    sql = f"DELETE FROM {values} WHERE field = ? AND value = ? AND doc = ?"
    gone = c.exec_driver_sql(sql, [(*one, doc) for one in held]).rowcount if held else 0
    if gone != wanted:
        c.exec_driver_sql(f"DELETE FROM {values} WHERE doc = ?", (doc,))


_PLACES = "place >= ? AND place < ?"


def _places(doc: int) -> tuple[int, int]:
    return doc << packing.SHIFT, (doc + 1) << packing.SHIFT


def frames(c: Connection, names: TableNames, n: int, docs: Iterable[int]) -> Mapping[int, bytes]:
    """Documents as they stand in the file."""
    sql = (
        f"SELECT place, piece FROM json_each(?) AS d CROSS JOIN {names.of('stored', n)} "
        f"ON place >= d.value << {packing.SHIFT} AND place < (d.value + 1) << {packing.SHIFT} ORDER BY place"
    )
    raw: Any = c.connection.driver_connection
    return packing.joined(raw.execute(sql, (json.dumps(list(docs)),)))


def get(c: Connection, names: TableNames, n: int, id: str) -> dict[str, Any] | None:
    """A document of one copy."""
    doc = c.exec_driver_sql(f"SELECT doc FROM {names.of('docs', n)} WHERE id = ?", (id,)).scalar_one_or_none()
    return None if doc is None else document(frames(c, names, n, [doc])[doc])


def document(frame: bytes) -> dict[str, Any]:
    """A document without its vector."""
    source: dict[str, Any] = json.loads(packing.source_of(frame))
    return source


def vector(c: Connection, names: TableNames, n: int, id: str) -> bytes | None:
    """The vector of a document of one copy."""
    docs, vectors = names.of("docs", n), names.of("vectors", n)
    row = c.exec_driver_sql(f"SELECT v.vector FROM {docs} d JOIN {vectors} v USING (doc) WHERE d.id = ?", (id,)).first()
    return bytes(row[0]) if row else None


def vectors(c: Connection, names: TableNames, n: int) -> Iterator[tuple[int, bytes]]:
    """(doc, vector) of every document of one copy that has one."""
    for doc, raw in c.exec_driver_sql(f"SELECT doc, vector FROM {names.of('vectors', n)}"):
        yield int(doc), bytes(raw)


def delete(c: Connection, names: TableNames, n: int, ids: Sequence[str]) -> int:
    """Remove documents of one copy by id."""
    sql = f"SELECT doc FROM {names.of('docs', n)} WHERE id IN (SELECT value FROM json_each(?))"
    return _forget_all(c, names, n, c.exec_driver_sql(sql, (json.dumps(list(ids)),)))


def prune(c: Connection, names: TableNames, n: int, before: float) -> int:
    """Remove documents of one copy that were indexed before."""
    sql = f"SELECT doc FROM {names.of('docs', n)} WHERE indexed_at < ?"
    return _forget_all(c, names, n, c.exec_driver_sql(sql, (before,)))


def _forget_all(c: Connection, names: TableNames, n: int, rows: Iterable[Any]) -> int:
    found, fields = [int(row[0]) for row in rows], _Fields(c, names)
    for doc in found:
        _forget(c, names, n, fields, doc)
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


def sources(c: Connection, names: TableNames, n: int, docs: Sequence[int]) -> dict[int, tuple[str, dict[str, Any]]]:
    """(id, fields) of documents."""
    sql = f"SELECT doc, id FROM {names.of('docs', n)} WHERE doc IN (SELECT value FROM json_each(?))"
    held = frames(c, names, n, docs)
    rows = c.exec_driver_sql(sql, (json.dumps(list(docs)),))
    return {int(doc): (str(id), document(held[doc])) for doc, id in rows}


def lacking(c: Connection, names: TableNames, n: int, other: int, after: int, limit: int) -> list[tuple[int, Document]]:
    """Documents of one copy that another has not, from a number on, with their numbers."""
    sql = (
        f"SELECT doc, id FROM {names.of('docs', n)} AS d WHERE doc > ? "
        f"AND NOT EXISTS (SELECT 1 FROM {names.of('docs', other)} AS o WHERE o.id = d.id) ORDER BY doc LIMIT ?"
    )
    rows = c.exec_driver_sql(sql, (after, limit)).all()
    held = frames(c, names, n, [int(doc) for doc, _ in rows])
    return [
        (int(doc), Document(str(id), with_vector(document(held[doc]), vector(c, names, n, str(id)))))
        for doc, id in rows
    ]


def with_vector(fields: dict[str, Any], vector: bytes | None) -> dict[str, Any]:
    """A document with its vector, which stands beside it."""
    return fields if vector is None else fields | {"vector": array("b", vector).tolist()}


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
