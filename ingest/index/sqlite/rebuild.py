"""A new copy beside the one that is searched.

While it is being built every write goes to both copies in one transaction, so there is little to catch up with at the
end: what nobody has written into the new copy is taken over, the copies change roles and the old one goes, at once.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from ingest.errors import IndexUnavailable
from ingest.index.document import Document
from ingest.index.protocol import CopyComparison, WriteResult
from ingest.index.schema import DocumentKind
from ingest.index.sqlite import others, store, tables
from ingest.index.values import BadDocument

Begin = Callable[[], AbstractContextManager[Connection]]
_BATCH = 200
"""Documents taken over in one transaction: other writers wait for it."""


class SqliteRebuild:
    """Of articles. See ``ingest.index.protocol.Rebuild``."""

    def __init__(self, begin: Begin, names: tables.TableNames, number: int) -> None:
        self._begin, self._names, self._number = begin, names, number
        self._refused: dict[str, WriteResult] = {}

    def write(self, docs: Sequence[Document]) -> list[WriteResult]:
        """Into the new copy, where nothing newer stands."""
        with self._begin() as c:
            self._check(c)
            return [self._put(c, doc) for doc in docs]

    def catch_up(self) -> list[WriteResult]:
        """Documents of the searched copy that nobody has written into the new one."""
        after = 0
        while True:
            with self._begin() as c:
                self._check(c)
                batch = store.lacking(c, self._names, self._live(c), self._number, after, _BATCH)
                for doc, missing in batch:
                    result = self._put(c, missing)
                    after = doc
                    if not result.ok:
                        self._refused[missing.id] = result
            if not batch:
                return list(self._refused.values())

    def compare(self) -> CopyComparison:
        """Both copies, counted."""
        with self._begin() as c:
            before = store.count(c, self._names, self._live(c))
            return CopyComparison(before, store.count(c, self._names, self._number), len(self._refused))

    def finish(self) -> int:
        """Make the new copy the live one."""
        self.catch_up()
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

    def _live(self, c: Connection) -> int:
        return next(g.number for g in tables.generations(c, self._names) if g.state == "live")

    def _check(self, c: Connection) -> None:
        if not self._is_building(c):
            raise IndexUnavailable("this rebuild was dropped: another was begun since")

    def _is_building(self, c: Connection) -> bool:
        copies = tables.generations(c, self._names)
        return any(copy.number == self._number and copy.state == "building" for copy in copies)

    def _put(self, c: Connection, doc: Document) -> WriteResult:
        try:
            row = store.StoredRow.of(doc)
        except BadDocument as e:
            return WriteResult(doc.id, False, str(e))
        store.put_if_newer(c, self._names, self._number, row)
        return WriteResult(doc.id, True)


class OthersRebuild:
    """Of alert matches or runs. See ``ingest.index.protocol.Rebuild``."""

    def __init__(self, begin: Begin, names: tables.TableNames, kind: DocumentKind, token: str) -> None:
        self._begin, self._names, self._kind, self._token = begin, names, kind, token
        self._refused: dict[str, WriteResult] = {}

    def write(self, docs: Sequence[Document]) -> list[WriteResult]:
        """Into the new copy, where nothing stands that came in meanwhile."""
        with self._begin() as c:
            self._check(c)
            return [others.put_if_missing(c, self._names, self._kind, doc) for doc in docs]

    def catch_up(self) -> list[WriteResult]:
        """Documents of the searched copy that nobody has written into the new one."""
        with self._begin() as c:
            self._check(c)
            for doc in others.lacking(c, self._names, self._kind):
                result = others.put_if_missing(c, self._names, self._kind, doc)
                if not result.ok:
                    self._refused[doc.id] = result
        return list(self._refused.values())

    def compare(self) -> CopyComparison:
        """Both copies, counted."""
        with self._begin() as c:
            before, after = others.count(c, self._names, self._kind), others.count_built(c, self._names, self._kind)
        return CopyComparison(before, after, len(self._refused))

    def finish(self) -> int:
        """Make the new copy the one that is read."""
        self.catch_up()
        with self._begin() as c:
            self._check(c)
            others.take_built(c, self._names, self._kind)
            return others.count(c, self._names, self._kind)

    def abort(self) -> None:
        """Drop the new copy, unless it is in use already or gone."""
        with self._begin() as c:
            if others.building(c, self._names, self._kind) == self._token:
                others.drop_built(c, self._names, self._kind)

    def _check(self, c: Connection) -> None:
        if others.building(c, self._names, self._kind) != self._token:
            raise IndexUnavailable("this rebuild was dropped: another was begun since")
