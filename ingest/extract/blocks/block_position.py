"""Where a block stands among the blocks that the engine took."""

import math
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.extract.blocks.page_blocks import Block, Place

_DIGITS = re.compile(r"\d+")
_PARAGRAPH_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre"})
_LONG = 120


def container(place: Place) -> Place:
    """The element that holds a paragraph among its like."""
    return place.parent if place.tag in _PARAGRAPH_TAGS and place.parent is not None else place


@lru_cache(maxsize=20_000)
def _numbered(names: str) -> str:
    return _DIGITS.sub("#", names)


class Shares:
    """How much of the engine's text stands in the places where a block stands."""

    def __init__(self, blocks: Sequence[Block], weights: list[int], engine: list[bool], containers: list[int]) -> None:
        self._total = sum(w for w, e in zip(weights, engine, strict=True) if e) or 1
        self._places: list[tuple[Hashable, Hashable, Hashable]] = []
        self._engine: Counter[Hashable] = Counter()
        self._all: Counter[Hashable] = Counter()
        self._links: Counter[Hashable] = Counter()
        for i, block in enumerate(blocks):
            outer = container(block.place).parent
            keys = (_signature(block.place), containers[i], ("outer", id(outer.element) if outer else 0))
            self._places.append(keys)
            self._all[containers[i]] += weights[i]
            self._links[containers[i]] += min(block.link, weights[i])
            if engine[i]:
                for key in keys:
                    self._engine[key] += weights[i]

    def of(self, i: int) -> tuple[float, float, float, float]:
        """Signature, container and outer share of block ``i``, and the share of links in its container."""
        signature, container, outer = self._places[i]
        shares = (self._engine[key] / self._total for key in (signature, container, outer))
        return (*shares, self._links[container] / (self._all[container] or 1))  # type: ignore[return-value]


def _signature(place: Place) -> str:
    parts = []
    above: Place | None = place
    for _ in range(3):
        if above is None:
            break
        parts.append(f"{above.tag}.{_numbered(above.names)}")
        above = above.parent
    return "/".join(parts)


@dataclass(frozen=True, slots=True)
class Span:
    """From the engine's first long block to its last."""

    first: int
    last: int

    @classmethod
    def of(cls, blocks: Sequence[Block], weights: list[int], engine: list[bool]) -> "Span":
        """The span of a page; empty, after the last block, if the engine took nothing."""
        taken = [i for i, e in enumerate(engine) if e]
        long = [i for i in taken if weights[i] > _LONG and blocks[i].link < 0.5 * len(blocks[i].text)] or taken
        return cls(long[0], long[-1]) if long else cls(len(blocks), -1)

    def distances(self, i: int) -> tuple[float, float]:
        """Log distance after the span and before it, in blocks."""
        return math.log1p(max(0, i - self.last)), math.log1p(max(0, self.first - i))

    def sides(self, i: int) -> tuple[float, float, float]:
        """1 for in, before or after the span."""
        return float(self.first <= i <= self.last), float(i < self.first), float(i > self.last)


def engine_follows(weights: list[int], engine: list[bool]) -> list[float]:
    """For each block, the engine's share of the next three."""
    out = []
    for i in range(len(weights)):
        near = range(i + 1, min(len(weights), i + 4))
        out.append(sum(weights[j] for j in near if engine[j]) / (sum(weights[j] for j in near) or 1))
    return out
