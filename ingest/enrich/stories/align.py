"""Where two sequences of words run alike, and what stands between."""

from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from ingest.enrich.stories.words import Kind

LEAST = 3
"""Words in a row that make a run."""
SMALL = 6
"""Words: a gap as small as this is a slot without further question."""
PASSAGE = 80
"""Words: a longer gap is another passage."""
FRAME = 0.35
"""Share of a gap's words that must agree, in order, for it to be the same frame."""
_WEIGHTS = {Kind.NUMBER: 1.0, Kind.NAME: 1.0, Kind.VALUE: 0.7, Kind.DATE: 1.5}
_PLAIN_CJK = 0.3
"""Names have no capitals there, so another word in a slot counts a little, and a long one up to three times."""
_MOST = 3
"""Contradictions of one kind that a single slot can hold."""
_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` words that stand at ``a`` in one text and at ``b`` in the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in both texts between two runs that follow each other in both."""

    from_a: int
    to_a: int
    from_b: int
    to_b: int

    @property
    def in_a(self) -> int:
        """Words of it in the one text."""
        return self.to_a - self.from_a

    @property
    def in_b(self) -> int:
        """Words of it in the other."""
        return self.to_b - self.from_b


def runs(a: bytes, b: bytes, *, least: int = LEAST) -> list[Run]:
    """Runs of at least ``least`` words, in order of ``b``; no word of either is in two. Linear but for repeats."""
    size, length_a, length_b = _WIDTH * least, len(a) // _WIDTH, len(b) // _WIDTH
    places: dict[bytes, list[int]] = defaultdict(list)
    for i in range(length_a - least + 1):
        places[a[_WIDTH * i : _WIDTH * i + size]].append(i)
    words_a, words_b = array("I", a), array("I", b)
    used = bytearray(length_a)
    out: list[Run] = []
    j = expected = 0
    while j <= length_b - least:
        free = [i for i in places.get(b[_WIDTH * j : _WIDTH * j + size], ()) if not any(used[i : i + least])]
        if not free:
            j += 1
            continue
        i = min(free, key=lambda place: (place < expected, abs(place - expected)))
        n = least
        while i + n < length_a and j + n < length_b and words_a[i + n] == words_b[j + n] and not used[i + n]:
            n += 1
        used[i : i + n] = b"\1" * n
        out.append(Run(i, j, n))
        j, expected = j + n, i + n
    return out


def slots(a: bytes, kinds_a: bytes, b: bytes, kinds_b: bytes, found: list[Run], small: int = SMALL) -> Iterator[Slot]:
    """What stands between runs, before the first and after the last, that fills the same place in both texts.

    A gap is aligned once more, word by word and any figure with any figure: in a frame filled in anew enough of it
    agrees; else it is another passage, such as a lead of one's own, and no slot.
    """
    frame_a, frame_b = _frame(a, kinds_a), _frame(b, kinds_b)
    edges = [Run(0, 0, 0), *found, Run(len(kinds_a), len(kinds_b), 0)]
    for before, after in pairwise(edges):
        gap = Slot(before.a + before.length, after.a, before.b + before.length, after.b)
        if 0 < gap.in_a <= PASSAGE and 0 < gap.in_b <= PASSAGE:
            yield from _within(frame_a[gap.from_a : gap.to_a], frame_b[gap.from_b : gap.to_b], gap, small)


def _frame(words: bytes, kinds: bytes) -> list[int]:
    """Words, with one and the same value for every figure and for every weekday or month."""
    return [-(k & 7) if k & 7 in (Kind.NUMBER, Kind.DATE) else w for w, k in zip(array("I", words), kinds, strict=True)]


def _within(frame_a: list[int], frame_b: list[int], gap: Slot, small: int) -> Iterator[Slot]:
    matches = SequenceMatcher(None, frame_a, frame_b, autojunk=False).get_matching_blocks()
    agreeing = sum(m.size for m in matches)
    if max(gap.in_a, gap.in_b) > small and agreeing < FRAME * min(gap.in_a, gap.in_b):
        return
    at_a = at_b = 0
    for match in matches:
        if match.a > at_a and match.b > at_b:
            yield Slot(gap.from_a + at_a, gap.from_a + match.a, gap.from_b + at_b, gap.from_b + match.b)
        for k in range(match.size):
            if frame_a[match.a + k] < 0:  # a figure beside a figure
                a, b = gap.from_a + match.a + k, gap.from_b + match.b + k
                yield Slot(a, a + 1, b, b + 1)
        at_a, at_b = match.a + match.size, match.b + match.size


@dataclass(slots=True)
class Contradictions:
    """Pairs of values that stand in the same place of two texts and are not the same."""

    light_names: bool = False
    """In German every noun has a capital: what looks like a name counts half."""
    no_capitals: bool = False
    """Chinese, Japanese, Korean."""
    weight: float = 0.0
    pairs: set[tuple[Kind, int, int]] = field(default_factory=set)

    def add(self, words_a: bytes, kinds_a: bytes, words_b: bytes, kinds_b: bytes, slot: Slot) -> None:
        """Count what contradicts within a slot."""
        in_a, in_b = (
            array("I", words_a[4 * slot.from_a : 4 * slot.to_a]),
            array("I", words_b[4 * slot.from_b : 4 * slot.to_b]),
        )
        for kind, weight in _WEIGHTS.items():
            of_a = [w for w, k in zip(in_a, kinds_a[slot.from_a : slot.to_a], strict=True) if k & 7 == kind]
            of_b = [w for w, k in zip(in_b, kinds_b[slot.from_b : slot.to_b], strict=True) if k & 7 == kind]
            new = {(kind, x, y) for x, y in _paired(of_a, of_b)} - self.pairs
            self.pairs |= new
            light = 0.5 if kind is Kind.NAME and self.light_names else 1.0
            self.weight += light * weight * min(len(new), _MOST)
        if self.no_capitals:
            plain_a = {w for w, k in zip(in_a, kinds_a[slot.from_a : slot.to_a], strict=True) if k & 7 == Kind.PLAIN}
            plain_b = {w for w, k in zip(in_b, kinds_b[slot.from_b : slot.to_b], strict=True) if k & 7 == Kind.PLAIN}
            other = min(len(plain_a - plain_b), len(plain_b - plain_a))
            self.weight += _PLAIN_CJK * (max(1.0, min(other / 3, 3.0)) if other else 0.0)


def _paired(of_a: list[int], of_b: list[int]) -> list[tuple[int, int]]:
    """Values that stand for each other and differ: by place where there are as many, else those only one text has."""
    if sorted(of_a) == sorted(of_b):
        return []
    if len(of_a) != len(of_b):
        of_a, of_b = [w for w in of_a if w not in of_b], [w for w in of_b if w not in of_a]
    return [(x, y) for x, y in zip(of_a, of_b, strict=False) if x != y]
