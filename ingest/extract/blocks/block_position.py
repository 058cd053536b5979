"""Where a block stands: among its like, among its neighbours, and among the blocks that the engine took."""

import math
import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from ingest.extract.blocks.page_blocks import Block, BlockPlace

CAP = 600
"""Characters up to which a block counts, so that one long block does not outvote a page."""
POSITION = (
    "place", "blocks_left",  # share of the page's blocks before it, number after it
    "container_blocks", "container_size", "container_share", "container_links", "container_average",
    "kind_share", "kind_blocks",  # of the blocks that stand as this one does (tags and classes of three levels)
    "outer_share",  # of the element around the container
    "width_before", "links_before", "width_after", "links_after", "width_before_2", "width_after_2",
    "prose_around",  # share of the page's prose in the four blocks before and after
    "paragraphs_beside",  # <p> of the same container within three blocks
    "page_blocks", "page_prose",
)  # fmt: skip
"""Shares are of the page's prose: long blocks that are mostly not links."""
VOTE = (
    "taken",  # by the engine
    "taken_kind", "taken_container", "taken_outer",  # share of the engine's text that stands as, in, around this block
    "after_taken", "before_taken",  # log distance after the engine's last long block, before its first
    "taken_before", "taken_after", "taken_near",  # the engine's share of the three blocks before, after, both
    "within_taken",  # between its first and last long block
    "taken_size", "taken_share",  # how much it took of the page, log and share
)  # fmt: skip

_DIGITS = re.compile(r"\d+")
_PARAGRAPH_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "tr"})
_PROSE, _DENSE, _AROUND, _BESIDE, _LONG = 80, 2.5, 4, 3, 120


def container(place: BlockPlace) -> BlockPlace:
    """The element that holds a paragraph among its like."""
    return place.parent if place.tag in _PARAGRAPH_TAGS and place.parent is not None else place


def signature(place: BlockPlace) -> str:
    """Tags and classes of a block's element and the two around it, without numbers."""
    parts = []
    above: BlockPlace | None = place
    for _ in range(3):
        if above is None:
            break
        parts.append(f"{above.tag}.{_numbered(above.names)}")
        above = above.parent
    return "/".join(parts)


@lru_cache(maxsize=20_000)
def _numbered(names: str) -> str:
    return _DIGITS.sub("#", names)


def width(text: str) -> float:
    """Characters of a text; those of a dense script, where one is a syllable or a word, count 2.5."""
    return len(text) * (_DENSE if not text.isascii() and sum(c > "\u2e80" for c in text[:60]) > 20 else 1.0)


@dataclass(slots=True)
class _Sums:
    """What the blocks of one container, of one kind or of one outer element come to."""

    blocks: int = 0
    size: int = 0
    links: int = 0
    prose: float = 0.0


@dataclass(slots=True)
class Positions:
    """The blocks of a page among one another."""

    blocks: Sequence[Block]
    weights: list[int]
    """Letters and digits of each block, up to CAP."""
    groups: list[tuple[Hashable, Hashable, Hashable]]
    """Container, kind and outer element of each block."""
    widths: list[float]
    links: list[float]
    prose: list[float]
    sums: dict[Hashable, _Sums] = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: Sequence[Block], keys: Sequence[str]) -> "Positions":
        """Add up the groups of a page's blocks (``keys``: their loose texts)."""
        widths = [width(b.text) for b in blocks]
        links = [b.link / len(b.text) for b in blocks]
        prose = [min(w, CAP) if w > _PROSE and share < 0.5 else 0.0 for w, share in zip(widths, links, strict=True)]
        found = cls(
            blocks, [min(len(key), CAP) for key in keys], [_groups(b.place) for b in blocks], widths, links, prose
        )
        for i, groups in enumerate(found.groups):
            for group in groups:
                sums = found.sums.get(group)
                if sums is None:
                    sums = found.sums[group] = _Sums()
                sums.blocks += 1
                sums.size += found.weights[i]
                sums.links += min(blocks[i].link, found.weights[i])
                sums.prose += prose[i]
        return found

    def rows(self) -> list[tuple[float, ...]]:
        """POSITION of each block."""
        count, total = len(self.blocks), sum(self.prose) or 1.0
        wide = [-1.0, -1.0, *(math.log1p(w) for w in self.widths), -1.0, -1.0]
        links = [-1.0, -1.0, *self.links, -1.0, -1.0]
        until = [0.0, *accumulate(self.prose)]
        page = (float(count), math.log1p(total))
        rows: list[tuple[float, ...]] = []
        for i, (inside, kind, outer) in enumerate(self.groups):
            own, like = self.sums[inside], self.sums[kind]
            near = until[min(count, i + _AROUND + 1)] - until[max(0, i - _AROUND)]
            rows.append(
                (
                    i / count,
                    float(count - i),
                    float(own.blocks),
                    math.log1p(own.size),
                    own.prose / total,
                    own.links / (own.size or 1),
                    own.size / own.blocks,
                    like.prose / total,
                    float(like.blocks),
                    self.sums[outer].prose / total,
                    *(wide[i + 1], links[i + 1], wide[i + 3], links[i + 3], wide[i], wide[i + 4]),
                    near / total,
                    self._paragraphs_beside(i),
                    *page,
                )
            )
        return rows

    def _paragraphs_beside(self, i: int) -> float:
        inside = self.groups[i][0]
        near = range(max(0, i - _BESIDE), min(len(self.blocks), i + _BESIDE + 1))
        return float(sum(1 for j in near if self.groups[j][0] == inside and self.blocks[j].place.tag == "p"))

    def vote(self, taken: Sequence[bool]) -> list[tuple[float, ...]]:
        """VOTE of each block, given which blocks the engine took."""
        weights = self.weights
        total = sum(w for w, t in zip(weights, taken, strict=True) if t) or 1
        share: Counter[Hashable] = Counter()
        for groups, weight, is_taken in zip(self.groups, weights, taken, strict=True):
            if is_taken:
                share.update(dict.fromkeys(groups, weight))
        first, last = self._span(taken)
        page = (math.log1p(total), total / (sum(weights) or 1))
        near = list(_near(weights, taken))
        return [
            (
                float(taken[i]),
                *(share[group] / total for group in (kind, inside, outer)),
                math.log1p(max(0, i - last)),
                math.log1p(max(0, first - i)),
                *near[i],
                float(first <= i <= last),
                *page,
            )
            for i, (inside, kind, outer) in enumerate(self.groups)
        ]

    def _span(self, taken: Sequence[bool]) -> tuple[int, int]:
        """From the engine's first long block to its last; after the last block if it took nothing."""
        found = [i for i, is_taken in enumerate(taken) if is_taken]
        long = [i for i in found if self.weights[i] > _LONG and self.links[i] < 0.5] or found
        return (long[0], long[-1]) if long else (len(taken), -1)


def _groups(place: BlockPlace) -> tuple[Hashable, Hashable, Hashable]:
    inside = container(place)
    outer = inside.parent
    return id(inside.element), signature(place), ("outer", id(outer.element) if outer is not None else 0)


def _near(weights: Sequence[int], taken: Sequence[bool]) -> list[tuple[float, float, float]]:
    """For each block, the engine's share of the three before, of the three after, and their mean."""
    count = len(weights)
    size = [0, *accumulate(weights)]
    took = [0, *accumulate(w if t else 0 for w, t in zip(weights, taken, strict=True))]
    found = []
    for i in range(count):
        start, end = max(0, i - _BESIDE), min(count, i + _BESIDE + 1)
        before = (took[i] - took[start]) / ((size[i] - size[start]) or 1)
        after = (took[end] - took[i + 1]) / ((size[end] - size[i + 1]) or 1)
        found.append((before, after, (before + after) / 2))
    return found
