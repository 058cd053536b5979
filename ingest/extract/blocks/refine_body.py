"""The engine's choice, edited: blocks that it took by mistake go, blocks that it missed come back.

Two logistic regressions, one for blocks that the engine took (keep?) and one for those that it left (add?). Their
weights (edit_weights.py) were fitted on 230 pages by ``bench/fit_blocks.py``; with publishers held out five ways the
page F1 is .966 against the engine's .953 (docs/decisions/030-body-edited.md).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from ingest.extract.blocks import page_frame
from ingest.extract.blocks.features import FEATURES, Measured
from ingest.extract.blocks.weights import ADD, KEEP

THRESHOLD = 0.5
KEEP_AT_LEAST = 0.4
"""If less of the engine's text than this share would stay, the page is unlike those that the weights know: it stays."""

_TITLE, _IN_SPAN = FEATURES.index("title"), FEATURES.index("in_span")


@dataclass(frozen=True, slots=True)
class Edited:
    """The chosen paragraphs and what was done to the engine's."""

    paragraphs: tuple[str, ...]
    dropped: int
    added: int
    guarded: bool
    """The edit would have taken too much away, so only labels and repeats went."""


def edit(measured: Measured) -> Edited:
    """Choose the blocks that are the article's words."""
    scores = probabilities(measured)
    keep = [s >= THRESHOLD for s in scores]
    guarded = _kept_share(measured, keep) < KEEP_AT_LEAST
    if guarded:
        keep = [(e and s >= 0.02) or (not e and k) for e, s, k in zip(measured.engine, scores, keep, strict=True)]
    keep = page_frame.outside(measured.blocks, keep, [bool(row[_TITLE]) for row in measured.rows])
    paragraphs = _unrepeated(measured, keep)
    dropped = sum(1 for e, k in zip(measured.engine, keep, strict=True) if e and not k)
    added = sum(1 for e, k in zip(measured.engine, keep, strict=True) if k and not e)
    return Edited(paragraphs, dropped, added, guarded)


def probabilities(measured: Measured) -> list[float]:
    """For each block, how likely it is the article's; list items go together, a heading goes with what it heads."""
    raw = [_logistic(row, KEEP if e else ADD) for row, e in zip(measured.rows, measured.engine, strict=True)]
    _even_out_lists(measured, raw)
    for i in range(len(raw) - 2, -1, -1):
        row = measured.rows[i]
        if measured.blocks[i].heading and measured.engine[i] and row[_IN_SPAN] and not row[_TITLE]:
            raw[i] = max(raw[i], min(0.9, raw[i + 1]))
    return raw


def _logistic(row: Sequence[float], weights: Sequence[float]) -> float:
    z = weights[-1] + sum(map(mul, row, weights))  # the last weight is the constant; ``map`` ends before it
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, z))))


def _even_out_lists(measured: Measured, scores: list[float]) -> None:
    start, n = 0, len(scores)
    while start < n:
        end = start
        while (
            end < n
            and measured.blocks[end].place.tag == "li"
            and measured.containers[end] == measured.containers[start]
            and measured.blocks[start].place.tag == "li"
        ):
            end += 1
        if end - start > 1:
            mean = sum(scores[start:end]) / (end - start)
            scores[start:end] = [0.7 * mean + 0.3 * s for s in scores[start:end]]
        start = max(end, start + 1)


def _kept_share(measured: Measured, keep: list[bool]) -> float:
    sizes = [(len(b.text), k) for b, e, k in zip(measured.blocks, measured.engine, keep, strict=True) if e]
    total = sum(size for size, _ in sizes)
    return sum(size for size, k in sizes if k) / total if total else 1.0


def _unrepeated(measured: Measured, keep: list[bool]) -> tuple[str, ...]:
    """The kept blocks, each once: pages carry copies for phones, for print, and whole bodies in one element."""
    out: list[str] = []
    seen: set[str] = set()
    for block, key, wanted in zip(measured.blocks, measured.keys, keep, strict=True):
        if not wanted or not key or (len(key) > 20 and key in seen):
            continue
        if len(key) > 600 and sum(len(s) for s in seen if len(s) > 40 and s in key) > 0.5 * len(key):
            continue
        seen.add(key)
        out.append(block.text)
    return tuple(out)
