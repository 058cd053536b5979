"""What documents are counted by, column by column: a small column store inside SQLite.

A table of values has a row for each value, and a month of articles counted by four fields is 10^5 look-ups. Here the
cells of 512 documents that stand side by side are one blob, so a field of 10^5 articles is 200 rows, read in a
millisecond and counted by numpy. Cells of times are milliseconds; cells of keywords are numbers of ``terms_N``, whose
text is the JSON list of a document's values (articles have few combinations of topics). A blob is compressed: what most
articles have alike takes next to nothing. Documents and columns are written in one transaction; nothing is kept between
requests.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from ingest.index.sqlite import packing
from ingest.index.sqlite.tables import COLUMN_TIMES, COLUMN_WORDS, TableNames
from ingest.index.values import Values

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Cells = NDArray[np.int64]

SIDE_BY_SIDE = 512
"""Documents of one blob."""
NEVER = -(2**63)
"""The cell of a time that a document has not; of keywords it is 0."""
_FIELDS = {name: n for n, name in enumerate((*COLUMN_TIMES, *COLUMN_WORDS))}
_SEVERAL = 64
"""Added to the number of a field: terms of more than one value."""
_SHIFT = 40
"""A blob's place is the field's number, moved so far, and which of the field's blobs it is."""


def put(c: Connection, names: TableNames, n: int, documents: Mapping[int, Values]) -> None:
    """The cells of documents that were written; those without values are emptied."""
    codes = _Codes(c, names, n)
    for field, number in _FIELDS.items():
        blobs: dict[int, list[tuple[int, int]]] = {}
        for doc, values in documents.items():
            cell = _cell(codes, field, number, values.get(field, ()))
            blobs.setdefault(doc // SIDE_BY_SIDE, []).append((doc % SIDE_BY_SIDE, cell))
        for which, cells in blobs.items():
            _patch(c, names, n, field, (number << _SHIFT) + which, cells)


def forget(c: Connection, names: TableNames, n: int, docs: Sequence[int]) -> None:
    """Documents that were removed, and terms that no document has any more."""
    if not docs:
        return
    put(c, names, n, {doc: {} for doc in docs})
    _sweep(c, names, n)


def _batches(some: Sequence[Any], size: int) -> Iterable[Sequence[Any]]:
    return (some[at : at + size] for at in range(0, len(some), size))


def _cell(codes: "_Codes", field: str, number: int, values: Sequence[Any]) -> int:
    if field in COLUMN_TIMES:
        return int(values[0]) if values else NEVER
    return codes.of(number, values) if values else 0


def _patch(c: Connection, names: TableNames, n: int, field: str, place: int, cells: Iterable[tuple[int, int]]) -> None:
    table = names.of("columns", n)
    kind, nothing = ("q", NEVER) if field in COLUMN_TIMES else ("I", 0)
    held = c.exec_driver_sql(f"SELECT cells FROM {table} WHERE place = ?", (place,)).scalar_one_or_none()
    blob = array(kind, [nothing]) * SIDE_BY_SIDE if held is None else array(kind, packing.unpacked(held))
    before = blob[:]
    for offset, cell in cells:
        blob[offset] = cell
    if blob == before:
        return
    if all(cell == nothing for cell in blob):
        c.exec_driver_sql(f"DELETE FROM {table} WHERE place = ?", (place,))
    else:
        sql = f"INSERT OR REPLACE INTO {table} (place, cells) VALUES (?, ?)"
        c.exec_driver_sql(sql, (place, packing.packed(blob.tobytes())))


def _sweep(c: Connection, names: TableNames, n: int) -> None:
    """Terms of removed documents go with them."""
    used: set[int] = set()
    sql = f"SELECT cells FROM {names.of('columns', n)} WHERE place >= ?"
    for (cells,) in c.exec_driver_sql(sql, (len(COLUMN_TIMES) << _SHIFT,)):
        used.update(array("I", packing.unpacked(cells)))
    terms = names.of("terms", n)
    every = {int(row[0]) for row in c.exec_driver_sql(f"SELECT code FROM {terms}")}
    for some in _batches(sorted(every - used), 10_000):
        c.exec_driver_sql(f"DELETE FROM {terms} WHERE code IN (SELECT value FROM json_each(?))", (json.dumps(some),))


class _Codes:
    """Numbers of terms: found, or given out."""

    def __init__(self, c: Connection, names: TableNames, n: int) -> None:
        self._c, self._table = c, names.of("terms", n)
        self._known: dict[tuple[int, str], int] = {}

    def of(self, field: int, values: Sequence[Any]) -> int:
        """The number of these values of a field."""
        key = _term(field, values)
        if key not in self._known:
            self._known[key] = self.find(*key) or self._add(*key)
        return self._known[key]

    def find(self, field: int, text: str) -> int:
        """The number of a term that is there; 0: it is not."""
        sql = f"SELECT code FROM {self._table} WHERE field = ? AND hash = ? AND text = ?"
        return int(self._c.exec_driver_sql(sql, (field, _hash(text), text)).scalar_one_or_none() or 0)

    def _add(self, field: int, text: str) -> int:
        sql = f"INSERT INTO {self._table} (field, hash, text) VALUES (?, ?, ?)"
        return int(self._c.exec_driver_sql(sql, (field, _hash(text), text)).lastrowid)


def _term(field: int, values: Sequence[Any]) -> tuple[int, str]:
    different = sorted({str(value) for value in values})
    return field + (_SEVERAL if len(different) > 1 else 0), json.dumps(different, ensure_ascii=False)


def _hash(text: str) -> int:
    """So that a term's text stands in the file once: the index has eight bytes of it."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)


def _holding(terms: Mapping[int, list[str]], is_wanted: Callable[[str], bool]) -> list[int]:
    return [code for code, values in terms.items() if any(map(is_wanted, values))]


def both(one: "Cells", other: "Cells") -> "Cells":
    """Places that stand in both lists."""
    import numpy as np

    return one[np.isin(one, other, assume_unique=True, kind="table")] if one.size and other.size else one[:0]


class Columns:
    """The columns of one copy in one transaction; each is read when it is first asked for."""

    def __init__(self, c: Connection, names: TableNames, n: int) -> None:
        self._c, self._names, self._n = c, names, n
        self._held: dict[str, Cells] = {}
        ends = self._ends()
        self._low = (ends[0] if ends else 0) * SIDE_BY_SIDE
        self._high = (ends[1] + 1 if ends else 0) * SIDE_BY_SIDE

    def cells(self, field: str) -> "Cells":
        """By document, the first of the first blob at 0."""
        if field not in self._held:
            self._held[field] = self._read(field)
        return self._held[field]

    def places(self, docs: Iterable[int]) -> "Cells":
        """Where documents stand in ``cells``."""
        import numpy as np  # only who counts or pages through many waits for it

        return np.fromiter(docs, np.int64) - self._low

    def within(self, field: str, low: float | None, high: float | None) -> "Cells":
        """Places of documents whose time lies in [low, high]."""
        import numpy as np

        cells = self.cells(field)
        mask = cells != NEVER
        if low is not None:
            mask &= cells >= low
        if high is not None:
            mask &= cells <= high
        return np.flatnonzero(mask)

    def equal(self, field: str, value: str) -> "Cells":
        """Places of documents that have this value of a field."""
        return self._with(field, [self.code(field, value), *_holding(self.several(field), value.__eq__)])

    def holding(self, field: str, is_wanted: Callable[[str], bool]) -> "Cells":
        """Places of documents that have a value of a field of which this is true."""
        sql = f"SELECT code, text FROM {self._names.of('terms', self._n)} WHERE field IN (?, ?)"
        rows = self._c.exec_driver_sql(sql, (_FIELDS[field], _FIELDS[field] + _SEVERAL))
        return self._with(field, _holding({int(code): json.loads(text) for code, text in rows}, is_wanted))

    def _with(self, field: str, codes: Iterable[int]) -> "Cells":
        import numpy as np

        wanted = sorted({*codes} - {0})
        cells = self.cells(field)
        return np.flatnonzero(cells == wanted[0] if len(wanted) == 1 else np.isin(cells, wanted))

    def docs(self, places: "Cells") -> list[int]:
        """The documents that stand there."""
        numbers: list[int] = (places + self._low).tolist()
        return numbers

    def values(self, field: str, codes: Iterable[int]) -> dict[int, list[str]]:
        """Number → the values that it stands for."""
        sql = (
            f"SELECT code, text FROM {self._names.of('terms', self._n)} WHERE code IN (SELECT value FROM json_each(?))"
        )
        return {int(code): json.loads(text) for code, text in self._c.exec_driver_sql(sql, (json.dumps(list(codes)),))}

    def several(self, field: str) -> dict[int, list[str]]:
        """The same, of those that stand for more than one value."""
        sql = f"SELECT code, text FROM {self._names.of('terms', self._n)} WHERE field = ?"
        rows = self._c.exec_driver_sql(sql, (_FIELDS[field] + _SEVERAL,))
        return {int(code): json.loads(text) for code, text in rows}

    def pairs(self, field: str, places: "Cells") -> list[tuple[int, str]]:
        """(document, value) of documents, one for each value."""
        cells = self.cells(field)[places].tolist()
        values = self.values(field, {*cells} - {0})
        return [
            (doc, value) for doc, code in zip(self.docs(places), cells, strict=True) for value in values.get(code, ())
        ]

    def code(self, field: str, value: str) -> int:
        """The number of one value; 0: no document has it alone."""
        return _Codes(self._c, self._names, self._n).find(*_term(_FIELDS[field], [value]))

    def _ends(self) -> tuple[int, int] | None:
        table, first = self._names.of("columns", self._n), _FIELDS["@timestamp"] << _SHIFT
        sql = f"SELECT {{}}(place) FROM {table} WHERE place BETWEEN ? AND ?"
        span = (first, first + 2**_SHIFT - 1)
        low, high = (self._c.exec_driver_sql(sql.format(end), span).scalar_one() for end in ("min", "max"))
        return None if low is None else (low - first, high - first)

    def _read(self, field: str) -> "Cells":
        import numpy as np

        nothing, kind = (NEVER, np.int64) if field in COLUMN_TIMES else (0, np.uint32)
        out = np.full(self._high - self._low, nothing, np.int64)
        first = (_FIELDS[field] << _SHIFT) + self._low // SIDE_BY_SIDE
        last = first + (self._high - self._low) // SIDE_BY_SIDE
        sql = f"SELECT place, cells FROM {self._names.of('columns', self._n)} WHERE place >= ? AND place < ?"
        for place, cells in self._c.exec_driver_sql(sql, (first, last)):
            at = (place - first) * SIDE_BY_SIDE
            out[at : at + SIDE_BY_SIDE] = np.frombuffer(packing.unpacked(cells), kind)
        return out
