"""Counting by columns: cells of what was found are grouped by numpy, and only what is shown is read as words."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import product
from typing import TYPE_CHECKING

from ingest.index.counts import Bucket, Count, best
from ingest.index.sqlite.columns import Columns
from ingest.index.sqlite.tables import COLUMN_WORDS

if TYPE_CHECKING:
    from ingest.index.sqlite.columns import Cells

_TIME = "@timestamp"
_LATEST = ("max", _TIME)


def counted(columns: Columns, places: "Cells", wanted: Count) -> tuple[Bucket, ...] | None:
    """The buckets of the documents at these places; None: something is asked for that has no column."""
    if not set(wanted.by) <= set(COLUMN_WORDS):
        return None
    measure = wanted.measure
    if measure is not None and measure[0] == "distinct" and measure[1] in COLUMN_WORDS:
        if wanted.by or wanted.every:
            return None
        return (Bucket((), None, float(_different(columns, places, measure[1]))),)
    if measure not in (None, _LATEST):
        return None
    if not wanted.by and not wanted.every:
        return (Bucket((), None, float(len(places))),) if measure is None else None
    return _grouped(columns, places, wanted)


def _different(columns: Columns, places: "Cells", field: str) -> int:
    """How many values a field has."""
    import numpy as np  # only who counts waits for it

    codes = set(np.unique(columns.cells(field)[places]).tolist()) - {0}
    several = {code: values for code, values in columns.several(field).items() if code in codes}
    alone = codes - several.keys()
    inside = {value for values in several.values() for value in values}
    return len(alone) + sum(columns.code(field, value) not in alone for value in inside)


def _grouped(columns: Columns, places: "Cells", wanted: Count) -> tuple[Bucket, ...]:
    import numpy as np

    keys = [columns.cells(field)[places] for field in wanted.by]
    if keys:
        held = np.logical_and.reduce([key != 0 for key in keys])
        places, keys = places[held], [key[held] for key in keys]
    times = columns.cells(_TIME)[places]
    if wanted.every:
        keys.append(times // (wanted.every * 1000))
    if not len(places):
        return ()
    joint, sizes = _as_one(keys)
    groups, where, figures = np.unique(joint, return_inverse=True, return_counts=True)
    if wanted.measure == _LATEST:
        order = np.argsort(times, kind="stable")
        figures[where[order]] = times[order]  # of several the last assigned stays
    return _shown(columns, wanted, _taken_apart(groups, sizes), figures)


def _as_one(keys: Sequence["Cells"]) -> tuple["Cells", list[tuple[int, int]]]:
    """Several numbers as one, with the (lowest, how many) of each to take it apart by."""
    joint, sizes = keys[0] * 0, []
    for key in keys:
        low, wide = int(key.min()), int(key.max() - key.min()) + 1
        joint = joint * wide + (key - low)
        sizes.append((low, wide))
    return joint, sizes


def _taken_apart(joint: "Cells", sizes: Sequence[tuple[int, int]]) -> list["Cells"]:
    out = []
    for low, wide in reversed(sizes):
        out.append(joint % wide + low)
        joint = joint // wide
    return out[::-1]


def _shown(columns: Columns, wanted: Count, keys: list["Cells"], figures: "Cells") -> tuple[Bucket, ...]:
    """The groups in words; of many groups by one field only those that can be among the best are looked up."""
    import numpy as np

    several = {field: columns.several(field) for field in wanted.by}
    alone = len(wanted.by) == 1 and not wanted.every and not several[wanted.by[0]]
    if alone and len(figures) > wanted.size:
        kept = figures >= np.partition(figures, -wanted.size)[-wanted.size]
        keys, figures = [key[kept] for key in keys], figures[kept]
    words = [columns.values(field, np.unique(key).tolist()) for field, key in zip(wanted.by, keys, strict=False)]
    totals: dict[tuple[tuple[str, ...], int | None], float] = {}
    for *codes, figure in zip(*(key.tolist() for key in keys), figures.tolist(), strict=True):
        span = codes.pop() if wanted.every else None
        _add(totals, words, codes, span, float(figure), is_latest=wanted.measure is not None)
    every = wanted.every or 0
    buckets = [
        Bucket(named, None if span is None else datetime.fromtimestamp(span * every, UTC), value)
        for (named, span), value in totals.items()
    ]
    return best(buckets, wanted)


def _add(
    totals: dict[tuple[tuple[str, ...], int | None], float], words: Sequence[Mapping[int, list[str]]],
    codes: Sequence[int], span: int | None, figure: float, *, is_latest: bool,
) -> None:  # fmt: skip
    """A document with several values counts for each of them."""
    for named in product(*(known[code] for known, code in zip(words, codes, strict=True))):
        before = totals.get((named, span), 0.0)
        totals[named, span] = max(before, figure) if is_latest else before + figure
