"""Documents that are not articles (alert matches, runs): kept by id, counted, pruned.

Table ``kinds`` says of each which schema made it and whether a new copy is being built: that one stands in the same
table under ``KIND:built``, and takes every write too.
"""

import json
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from ingest.index.document import Document
from ingest.index.fields import SCHEMAS
from ingest.index.protocol import WriteResult
from ingest.index.schema import DocumentKind
from ingest.index.sqlite.tables import TableNames
from ingest.index.values import BadDocument, flatten, milliseconds


def put(c: Connection, names: TableNames, kind: DocumentKind, doc: Document) -> WriteResult:
    """Insert or replace by id. ``@timestamp`` decides when it is pruned."""
    built = [f"{kind.value}:built"] if building(c, names, kind) else []
    return _insert(c, names, [kind.value, *built], kind, doc, "REPLACE")


def put_if_missing(c: Connection, names: TableNames, kind: DocumentKind, doc: Document) -> WriteResult:
    """Into the copy that is being built, unless it has a document of that id."""
    return _insert(c, names, [f"{kind.value}:built"], kind, doc, "IGNORE")


def _insert(
    c: Connection, names: TableNames, places: Sequence[str], kind: DocumentKind, doc: Document, otherwise: str
) -> WriteResult:
    try:
        flatten(doc.source, SCHEMAS[kind])
        moment = milliseconds(datetime.fromisoformat(doc.source["@timestamp"]))
    except BadDocument as e:
        return WriteResult(doc.id, False, str(e))
    except (KeyError, TypeError, ValueError):
        return WriteResult(doc.id, False, "@timestamp is missing or is no date")
    for place in places:
        c.exec_driver_sql(
            f"INSERT OR {otherwise} INTO {names.of('others')} (kind, id, at, source) VALUES (?, ?, ?, ?)",
            (place, doc.id, moment, json.dumps(doc.source, ensure_ascii=False)),
        )
    return WriteResult(doc.id, True)


def get(c: Connection, names: TableNames, kind: DocumentKind, id: str) -> dict[str, Any] | None:
    """The document with that id."""
    sql = f"SELECT source FROM {names.of('others')} WHERE kind = ? AND id = ?"
    row = c.exec_driver_sql(sql, (kind.value, id)).first()
    if row is None:
        return None
    source: dict[str, Any] = json.loads(row[0])
    return source


def delete(c: Connection, names: TableNames, kind: DocumentKind, ids: Sequence[str]) -> int:
    """Remove documents by id; returns how many were there."""
    sql = f"DELETE FROM {names.of('others')} WHERE kind = ? AND id IN (SELECT value FROM json_each(?))"
    c.exec_driver_sql(sql, (f"{kind.value}:built", json.dumps(list(ids))))
    return c.exec_driver_sql(sql, (kind.value, json.dumps(list(ids)))).rowcount


def prune(c: Connection, names: TableNames, kind: DocumentKind, before: float) -> int:
    """Remove documents from before that moment; returns how many."""
    sql = f"DELETE FROM {names.of('others')} WHERE kind = ? AND at < ?"
    c.exec_driver_sql(sql, (f"{kind.value}:built", before))
    return c.exec_driver_sql(sql, (kind.value, before)).rowcount


def count(c: Connection, names: TableNames, kind: DocumentKind) -> int:
    """How many there are of a kind."""
    return _count(c, names, kind.value)


def count_built(c: Connection, names: TableNames, kind: DocumentKind) -> int:
    """How many the copy has that is being built."""
    return _count(c, names, f"{kind.value}:built")


def _count(c: Connection, names: TableNames, place: str) -> int:
    return int(c.exec_driver_sql(f"SELECT count(*) FROM {names.of('others')} WHERE kind = ?", (place,)).scalar_one())


def version(c: Connection, names: TableNames, kind: DocumentKind) -> int:
    """Of the schema that made what is there."""
    sql = f"SELECT version FROM {names.of('kinds')} WHERE kind = ?"
    found = c.exec_driver_sql(sql, (kind.value,)).scalar_one_or_none()
    return 1 if found is None else int(found)


def building(c: Connection, names: TableNames, kind: DocumentKind) -> str | None:
    """The token of the copy that is being built; None: there is none."""
    sql = f"SELECT building FROM {names.of('kinds')} WHERE kind = ?"
    found = c.exec_driver_sql(sql, (kind.value,)).scalar_one_or_none()
    return str(found) if found else None


def begin_building(c: Connection, names: TableNames, kind: DocumentKind) -> str:
    """A new, empty copy; one that was begun before is dropped. Returns its token."""
    drop_built(c, names, kind)
    token = secrets.token_hex(8)
    c.exec_driver_sql(f"UPDATE {names.of('kinds')} SET building = ? WHERE kind = ?", (token, kind.value))
    return token


def lacking(c: Connection, names: TableNames, kind: DocumentKind) -> list[Document]:
    """Documents that the copy being built has not."""
    table = names.of("others")
    sql = f"SELECT id, source FROM {table} WHERE kind = ? AND id NOT IN (SELECT id FROM {table} WHERE kind = ?)"
    rows = c.exec_driver_sql(sql, (kind.value, f"{kind.value}:built")).all()
    return [Document(str(id), json.loads(source)) for id, source in rows]


def take_built(c: Connection, names: TableNames, kind: DocumentKind) -> None:
    """The copy that was built becomes the one that is read."""
    table = names.of("others")
    c.exec_driver_sql(f"DELETE FROM {table} WHERE kind = ?", (kind.value,))
    c.exec_driver_sql(f"UPDATE {table} SET kind = ? WHERE kind = ?", (kind.value, f"{kind.value}:built"))
    c.exec_driver_sql(
        f"UPDATE {names.of('kinds')} SET building = NULL, version = ? WHERE kind = ?",
        (SCHEMAS[kind].version, kind.value),
    )


def drop_built(c: Connection, names: TableNames, kind: DocumentKind) -> None:
    """Forget the copy that is being built."""
    c.exec_driver_sql(f"DELETE FROM {names.of('others')} WHERE kind = ?", (f"{kind.value}:built",))
    c.exec_driver_sql(f"UPDATE {names.of('kinds')} SET building = NULL WHERE kind = ?", (kind.value,))
