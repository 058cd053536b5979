"""Copies of version 0.1.0 are brought over when the index is next opened: documents were plain JSON there."""

import json
from typing import Any

import structlog
from sqlalchemy import Connection

from ingest.index.document import Document
from ingest.index.sqlite import store, tables
from ingest.index.sqlite.tables import Generation, TableNames
from ingest.index.values import BadDocument

log = structlog.get_logger(__name__)
_BATCH = 500


def bring_over(c: Connection, names: TableNames, old: Generation) -> None:
    """Make the copy anew under the next number, in the caller's transaction: all of it, or nothing has changed."""
    new = tables.add_generation(c, names, old.state, old.version)
    vectors, after, refused = _has_vectors(c, names, old.number), 0, 0
    log.info("the embedded index is made smaller once, which takes some minutes", documents=_count(c, names, old))
    while True:
        batch = _after(c, names, old.number, after, with_vectors=vectors)
        if not batch:
            break
        after = batch[-1][0]
        rows = []
        for _, document in batch:
            try:
                rows.append(store.StoredRow.of(document))
            except BadDocument as e:
                refused += 1
                log.error("not taken over; `veille index rebuild` makes it anew", id=document.id, reason=str(e))
        store.put(c, names, new.number, rows)
    tables.drop_generation(c, names, old.number)
    log.info("the embedded index was made smaller", refused=refused)


def _count(c: Connection, names: TableNames, old: Generation) -> int:
    return int(c.exec_driver_sql(f"SELECT count(*) FROM {names.of('docs', old.number)}").scalar_one())


def _has_vectors(c: Connection, names: TableNames, number: int) -> bool:
    sql = "SELECT 1 FROM sqlite_master WHERE name = ?"
    return bool(c.exec_driver_sql(sql, (names.of("vectors", number).strip('"'),)).first())


def _after(
    c: Connection, names: TableNames, number: int, after: int, *, with_vectors: bool
) -> list[tuple[int, Document]]:  # fmt: skip
    docs = names.of("docs", number)
    vectors = f"LEFT JOIN {names.of('vectors', number)} v USING (doc)" if with_vectors else ""
    sql = (
        f"SELECT d.doc, d.id, d.source, {'v.vector' if with_vectors else 'NULL'} FROM {docs} d {vectors} "
        "WHERE d.doc > ? ORDER BY d.doc LIMIT ?"
    )
    rows = c.exec_driver_sql(sql, (after, _BATCH)).all()
    return [(int(doc), Document(str(id), _source(source, vector))) for doc, id, source, vector in rows]


def _source(source: str, vector: bytes | None) -> dict[str, Any]:
    return store.with_vector(json.loads(source), vector)
