"""The part of what was found that a page shows, in its order, without looking at all the rest.

A cursor is the sort key of the last hit shown, so the next page begins where that one stands in an index of the table
(keyset paging): the last page costs what the first does.
"""

import heapq
from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from ingest.index import cursor
from ingest.index.protocol import SearchRequest, Sort
from ingest.index.sqlite import store
from ingest.index.sqlite.columns import Columns
from ingest.index.sqlite.tables import TableNames
from ingest.index.values import milliseconds

Key = list[Any]
Placed = tuple[Key, int]
"""A document with its sort key, by which the page is cut and goes on."""
_FEW = 2_000
"""So many documents are sorted here; of more, those that can come onto the page are chosen by their times first."""


def whole(c: Connection, names: TableNames, n: int, request: SearchRequest) -> tuple[int, list[Placed]]:
    """A page of all documents in a span of time, with their number: one more than asked for, if there are more."""
    where, values = _span(request)
    total = store.count_where(c, names, n, where, values)
    rows = store.in_order(c, names, n, request.sort is Sort.INDEXED, where, values, _after(request), request.size + 1)
    return total, [(_key(request.sort, 0.0, row), int(row[0])) for row in rows]


def found(
    c: Connection, names: TableNames, n: int, request: SearchRequest, docs: Set[int], scores: Mapping[int, float],
    columns: Columns,
) -> list[Placed]:  # fmt: skip
    """A page of these documents: one more than asked for, if there are more."""
    if scores:
        return _best(c, names, n, request, docs, scores, columns)
    if len(docs) <= _FEW:
        return _sorted(c, names, n, request, docs, scores)
    return _sorted(c, names, n, request, _nearest(columns, request, docs), scores)


def _sorted(
    c: Connection, names: TableNames, n: int, request: SearchRequest, docs: Set[int], scores: Mapping[int, float]
) -> list[Placed]:
    rows = store.keys(c, names, n, docs)
    placed = sorted((_key(request.sort, scores.get(int(row[0]), 0.0), row), int(row[0])) for row in rows)
    last = _after(request)
    if last is None:
        return placed[: request.size + 1]
    return [one for one in placed if _is_after(one[0], last, request)][: request.size + 1]


def _best(
    c: Connection, names: TableNames, n: int, request: SearchRequest, docs: Set[int], scores: Mapping[int, float],
    columns: Columns,
) -> list[Placed]:  # fmt: skip
    """Only those documents are looked at whose score can bring them onto the page; below them, the newest without."""
    last = _after(request)
    if last is not None and not isinstance(last[0], int | float):
        raise cursor.refused(request.after or "")
    ranked = [(-score, doc) for doc, score in scores.items() if last is None or -score >= last[0]]
    wanted = request.size + 1 + (0 if last is None else sum(score == last[0] for score, _ in ranked))
    lowest = heapq.nsmallest(wanted, ranked)
    chosen = {doc for score, doc in ranked if score <= lowest[-1][0]} if lowest else set[int]()
    if len(ranked) < wanted:
        rest = docs - scores.keys()
        has_begun = last is not None and last[0] == 0
        of_rest = request if has_begun else replace(request, after=None)
        chosen |= rest if len(rest) <= _FEW else _nearest(columns, of_rest, rest)
    return _sorted(c, names, n, request, chosen, scores)


def _nearest(columns: Columns, request: SearchRequest, docs: Set[int]) -> set[int]:
    """Those of many documents that can come onto the page, by their times; of its last moment all."""
    import numpy as np

    oldest_first, last = request.sort is Sort.INDEXED, _after(request)
    places = columns.places(docs)
    times = columns.cells("indexed_at" if oldest_first else "@timestamp")[places] * (1 if oldest_first else -1)
    wanted = request.size + 1
    if last is not None:
        if len(last) < 3 or not isinstance(last[-3], int | float):  # a score may stand before time, URL and id
            raise cursor.refused(request.after or "")
        kept = times >= last[-3]
        places, times = places[kept], times[kept]
        wanted += int((times == last[-3]).sum())
    if len(times) > wanted:
        places = places[times <= np.partition(times, wanted - 1)[wanted - 1]]
    return set(columns.docs(places))


def _span(request: SearchRequest) -> tuple[list[str], list[float]]:
    pairs = ((request.since, ">="), (request.until, "<"))
    return (
        [f"indexed_at {sign} ?" for moment, sign in pairs if moment is not None],
        [milliseconds(moment) for moment, _ in pairs if moment is not None],
    )


def _after(request: SearchRequest) -> Key | None:
    return cursor.decode(request.sort, request.after) if request.after is not None else None


def _key(sort: Sort, score: float, row: Any) -> Key:
    _, id, at, indexed_at, url = row
    if sort is Sort.NEWEST:
        return [-at, url, id]
    return [indexed_at, url, id] if sort is Sort.INDEXED else [-score, -at, url, id]


def _is_after(key: Key, last: Key, request: SearchRequest) -> bool:
    try:
        return key > last
    except TypeError:
        raise cursor.refused(request.after or "") from None
