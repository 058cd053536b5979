"""Where the events near an article are looked for: cells of meaning, pairs of cells, and rare names and figures.

512 directions divide the space of meaning (k-means over a news stream, ``bench/fit_events.py``). An article is posted
in the cells of the directions nearest to it and looks in more. Of a cell only the newest rows are read, so that cost
stays flat; in a full window those are of the last hours, and what was reported yesterday was out of reach. So it is
posted in narrower places too, where fewer stand: pairs of its nearest cells, and its rarest names and figures.

An inverted file is kept in the ledger as rows, and not an index of its own (usearch, hnswlib): several workers place
articles at once, on SQLite and PostgreSQL alike, and a placement that is undone must leave nothing. Figures:
docs/decisions/305.
"""

from functools import cache
from importlib.resources import files
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ingest.enrich.encoder import Vector
from ingest.enrich.events.evidence import EventProfile
from ingest.enrich.stories.anchors import AnchorSort
from ingest.ledger.event_cells import Place

CELLS = 512

POSTED, PROBED, OF_CELL = 4, 20, 30
"""Cells that a story is posted in, cells that an article looks in, rows that are read of each, the newest. Texts of two
languages stand apart: with 3 and 8 the demo's Korean and Russian versions did not meet the French ones, with these all
eleven do."""
PAIRED, PAIRS_PROBED, OF_PAIR = 3, 8, 25
"""The same for pairs: all pairs of so many nearest cells."""
NAMED, NAMES_PROBED, OF_NAME = 6, 16, 40
"""The same for names and figures, the rarest first."""
IN_CELL, IN_NARROW = 1, 2
"""What it counts that a story stands in a cell that an article looks in, and in a pair of cells or under a name."""
COMPARED = 200
"""Stories whose meaning is compared: those that share most. Of some 820 that share anything in a window of 60,000 these
have as many of those sought among the ten likest (.89 of 400 labelled pairs from 6 hours apart, .84 from 24) as all of
them have (.88, .84): docs/decisions/335."""

_NAMES_BEGIN = 1 << 20
_NAMES = (1 << 31) - _NAMES_BEGIN
"""Names and figures are folded into what a signed 32-bit number has left. Two that meet there are both read, and
meaning tells them apart."""


def posted_in(one: EventProfile) -> list[int]:
    """The places under which a story is found, as numbers; none without vectors."""
    if one.meaning is None:
        return []
    cells = _nearest(one.meaning, max(POSTED, PAIRED))
    return [*cells[:POSTED], *_pairs(cells[:PAIRED]), *_rarest(one, NAMED)]


def looked_in(one: EventProfile) -> dict[int, Place]:
    """The places where an article looks, each with what is read of it; none without vectors."""
    if one.meaning is None:
        return {}
    cells = _nearest(one.meaning, max(PROBED, PAIRS_PROBED))
    return (
        dict.fromkeys(cells[:PROBED], Place(OF_CELL, IN_CELL))
        | dict.fromkeys(_pairs(cells[:PAIRS_PROBED]), Place(OF_PAIR, IN_NARROW))
        | dict.fromkeys(_rarest(one, NAMES_PROBED), Place(OF_NAME, IN_NARROW))
    )


def _nearest(vector: Vector, n: int) -> list[int]:
    """The ``n`` cells nearest to a vector, the nearest first."""
    near = np.einsum("ij,j->i", _directions(), vector)  # no threads for so little: see search.py
    return [int(cell) for cell in np.argsort(-near)[:n]]


def _pairs(cells: list[int]) -> list[int]:
    return [CELLS + low * CELLS + high for low, high in (sorted(pair) for pair in combinations(cells, 2))]


def _rarest(one: EventProfile, n: int) -> list[int]:
    weights = one.anchors[AnchorSort.NAME] | one.anchors[AnchorSort.NUMBER]
    rarest = sorted(weights, key=lambda anchor: -weights[anchor])[:n]
    return list(dict.fromkeys(_NAMES_BEGIN + (anchor >> 3) % _NAMES for anchor in rarest))


@cache
def _directions() -> NDArray[np.float32]:
    with (files("ingest.enrich.events") / "data" / "cells.npz").open("rb") as file, np.load(file) as table:
        directions: NDArray[np.float32] = table["cells"].astype(np.float32)
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    return directions
