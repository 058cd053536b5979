"""Passages that matched, made from the document's own text: the same for both indexes, in every script."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ingest.index.hit import Fragment
from ingest.index.query.tree import Query, wanted
from ingest.index.query.words import Stretch, found
from ingest.text.tokens import TokenizedText

FIELDS = ("title", "summary", "body")
PASSAGES = 3
AROUND = 90
"""Characters of context either side of a match in the body."""


def highlights(query: Query | None, source: dict[str, Any]) -> dict[str, tuple[Fragment, ...]]:
    """The passages by field. Title and summary come whole, the body as up to three passages."""
    return Marker([source]).highlights(query, 0)


class Marker:
    """Marks what queries found in some documents; the words of each are looked up once, for all queries."""

    def __init__(self, sources: Sequence[Mapping[str, Any]]) -> None:
        self._sources = sources
        self._tokenized: dict[tuple[int, str], TokenizedText] = {}

    def highlights(self, query: Query | None, n: int) -> dict[str, tuple[Fragment, ...]]:
        """The passages of the nth document."""
        leaves = list(wanted(query.root)) if query is not None else []
        out: dict[str, tuple[Fragment, ...]] = {}
        for field in FIELDS:
            text = self._sources[n].get(field) or ""
            here = [leaf for leaf in leaves if any(name == field for name, _ in leaf.fields)]
            if not text or not here:
                continue
            words = self._words(n, field, text)
            marks = _marks(words, [stretch for leaf in here for stretch in found(leaf, words.tokens)])
            if marks:
                out[field] = _passages(text, marks) if field == "body" else (Fragment(text, tuple(marks)),)
        return out

    def _words(self, n: int, field: str, text: str) -> TokenizedText:
        if (n, field) not in self._tokenized:
            self._tokenized[n, field] = TokenizedText(text)
        return self._tokenized[n, field]


def _marks(words: TokenizedText, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """The characters of stretches of tokens."""
    places = words.places(n for first, after in stretches for n in (first, after - 1))
    return _merged((places[first][0], places[after - 1][1]) for first, after in stretches)


def _merged(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without overlaps, in order."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


def _passages(text: str, marks: Sequence[tuple[int, int]]) -> tuple[Fragment, ...]:
    """The passages with the most matches, in the order of the text."""
    groups: list[list[tuple[int, int]]] = []
    for mark in marks:
        if groups and mark[1] - groups[-1][0][0] <= 2 * AROUND:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    best = sorted(sorted(groups, key=lambda group: (-len(group), group[0]))[:PASSAGES])
    return tuple(_cut(text, group) for group in best)


def _cut(text: str, marks: Sequence[tuple[int, int]]) -> Fragment:
    start, end = _start(text, marks[0][0]), _end(text, marks[-1][1])
    piece = text[start:end].replace("\n", " ")
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    return Fragment(before + piece + after, tuple((a + shift, b + shift) for a, b in marks))


def _start(text: str, mark: int) -> int:
    """Where a passage begins: after a blank, if there is one near, so that no word is cut."""
    edge = max(0, mark - AROUND)
    if edge == 0:
        return 0
    blank = text.find(" ", edge, mark)
    return blank + 1 if 0 <= blank < edge + 30 else edge


def _end(text: str, mark: int) -> int:
    edge = min(len(text), mark + AROUND)
    if edge == len(text):
        return edge
    blank = text.rfind(" ", mark, edge)
    return blank if blank > edge - 30 else edge
