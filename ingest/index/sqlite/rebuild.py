"""A new copy of the articles beside the one that is searched.

While it is being built every write goes to both copies in one transaction, so there is nothing to
catch up with at the end: the copies change roles and the old one goes, at once.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from ingest.errors import IndexUnavailable
from ingest.index.document import Document
from ingest.index.protocol import WriteResult
from ingest.index.sqlite import store, tables
from ingest.index.values import BadDocument


class SqliteRebuild:
    """See ``ingest.index.protocol.Rebuild``."""

    def __init__(
        self, begin: Callable[[], AbstractContextManager[Connection]], names: tables.Names, number: int
    ) -> None:
        self._begin, self._names, self._number = begin, names, number

    def write(self, docs: Sequence[Document]) -> list[WriteResult]:
        """Into the new copy, where nothing newer stands."""
        with self._begin() as c:
            self._check(c)
            return [self._put(c, doc) for doc in docs]

    def finish(self) -> int:
        """Make the new copy the live one."""
        with self._begin() as c:
            self._check(c)
            for other in tables.generations(c, self._names):
                if other.number != self._number:
                    tables.drop_generation(c, self._names, other.number)
            table = self._names.of("generations")
            c.exec_driver_sql(f"UPDATE {table} SET state = 'live' WHERE number = ?", (self._number,))
            return store.count(c, self._names, self._number)

    def abort(self) -> None:
        """Drop the new copy, unless it is in use already or gone."""
        with self._begin() as c:
            if self._is_building(c):
                tables.drop_generation(c, self._names, self._number)

    def _check(self, c: Connection) -> None:
        if not self._is_building(c):
            raise IndexUnavailable("this rebuild was dropped: another was begun since")

    def _is_building(self, c: Connection) -> bool:
        copies = tables.generations(c, self._names)
        return any(copy.number == self._number and copy.state == "building" for copy in copies)

    def _put(self, c: Connection, doc: Document) -> WriteResult:
        try:
            row = store.Row.of(doc)
        except BadDocument as e:
            return WriteResult(doc.id, False, str(e))
        store.put_if_newer(c, self._names, self._number, row)
        return WriteResult(doc.id, True)
