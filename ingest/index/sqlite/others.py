"""Documents that are not articles (alert matches, runs): kept by id, counted, pruned."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from ingest.index.document import Document
from ingest.index.protocol import WriteResult
from ingest.index.schema import DocumentKind
from ingest.index.sqlite.tables import Names
from ingest.index.values import milliseconds


def put(c: Connection, names: Names, kind: DocumentKind, doc: Document) -> WriteResult:
    """Insert or replace by id. ``@timestamp`` decides when it is pruned."""
    try:
        moment = milliseconds(datetime.fromisoformat(doc.source["@timestamp"]))
    except (KeyError, TypeError, ValueError):
        return WriteResult(doc.id, False, "@timestamp is missing or is no date")
    c.exec_driver_sql(
        f"INSERT OR REPLACE INTO {names.of('others')} (kind, id, at, source) VALUES (?, ?, ?, ?)",
        (kind.value, doc.id, moment, json.dumps(doc.source, ensure_ascii=False)),
    )
    return WriteResult(doc.id, True)


def get(c: Connection, names: Names, kind: DocumentKind, id: str) -> dict[str, Any] | None:
    """The document with that id."""
    sql = f"SELECT source FROM {names.of('others')} WHERE kind = ? AND id = ?"
    row = c.exec_driver_sql(sql, (kind.value, id)).first()
    if row is None:
        return None
    source: dict[str, Any] = json.loads(row[0])
    return source


def delete(c: Connection, names: Names, kind: DocumentKind, ids: Sequence[str]) -> int:
    """Remove documents by id."""
    sql = f"DELETE FROM {names.of('others')} WHERE kind = ? AND id IN (SELECT value FROM json_each(?))"
    return c.exec_driver_sql(sql, (kind.value, json.dumps(list(ids)))).rowcount


def prune(c: Connection, names: Names, kind: DocumentKind, before: float) -> int:
    """Remove documents from before that moment."""
    sql = f"DELETE FROM {names.of('others')} WHERE kind = ? AND at < ?"
    return c.exec_driver_sql(sql, (kind.value, before)).rowcount


def count(c: Connection, names: Names, kind: DocumentKind) -> int:
    """How many there are of a kind."""
    sql = f"SELECT count(*) FROM {names.of('others')} WHERE kind = ?"
    return int(c.exec_driver_sql(sql, (kind.value,)).scalar_one())
