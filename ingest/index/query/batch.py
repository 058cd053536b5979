"""Many queries over few documents, in memory: what alerts ask of what is new.

The documents are indexed here for as long as they are looked at: every word and value points at the documents that
have it, as bits of one number. A query is then algebra of such numbers, and conditions that rules share are looked up
once. The cost depends on what is new and on the rules, not on the archive. The answers are those of ``match.matches``,
which both indexes are held to.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from ingest.index.query.match import bounds, within
from ingest.index.query.tree import (
    And,
    Between,
    Equals,
    Everything,
    Exists,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    StartsWith,
)  # fmt: skip
from ingest.index.query.words import found
from ingest.index.schema import Schema
from ingest.index.values import flatten
from ingest.text.tokens import tokens


class DocumentBatch:
    """Some documents of one kind, ready to be asked."""

    def __init__(self, sources: Sequence[Mapping[str, Any]], schema: Schema[Any], now: datetime) -> None:
        """``now`` is what queries mean by it."""
        self.all = (1 << len(sources)) - 1
        self._now = now
        self._tokens: dict[str, dict[int, list[str]]] = defaultdict(dict)
        self._words: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._values: dict[str, dict[str | float, int]] = defaultdict(lambda: defaultdict(int))
        self._known: dict[Leaf, int] = {}
        for n, source in enumerate(sources):
            self._add(n, source, schema)
        self._sorted = {name: sorted(words) for name, words in self._words.items()}

    def _add(self, n: int, source: Mapping[str, Any], schema: Schema[Any]) -> None:
        texts, values = flatten(dict(source), schema)
        for name, text in texts.items():
            self._tokens[name][n] = tokens(text)
            for token in set(self._tokens[name][n]):
                self._words[name][token] |= 1 << n
        for name, held in values.items():
            for value in held:
                self._values[name][value] |= 1 << n

    def matching(self, node: Node) -> int:
        """The documents that match, as bits: 1 << n for the nth."""
        match node:
            case And(parts):
                left = self.all
                for part in parts:
                    left = left and left & self.matching(part)
                return left
            case Or(parts):
                either = 0
                for part in parts:
                    either |= self.matching(part)
                return either
            case Not(part):
                return self.all & ~self.matching(part)
            case _:
                if node not in self._known:
                    self._known[node] = self._leaf(node)
                return self._known[node]

    def _leaf(self, leaf: Leaf) -> int:
        match leaf:
            case Phrase() | Near():
                return self._standing(leaf)
            case Everything():
                return self.all
            case Exists(field):
                return self._having(field)
            case Equals(field, value):
                return self._values[field].get(value if isinstance(value, str) else float(value), 0)
            case StartsWith(field, value):
                return _joined(docs for held, docs in self._values[field].items() if str(held).startswith(value))
            case Between(field):
                limits = bounds(leaf, self._now)
                return _joined(docs for held, docs in self._values[field].items() if within(held, *limits))

    def _having(self, field: str) -> int:
        return _joined(1 << n for n in self._tokens.get(field, ())) | _joined(self._values[field].values())

    def _standing(self, leaf: Phrase | Near) -> int:
        """Documents with all the words in a field, and of these the ones where they stand as they should."""
        one_token = len(leaf.words) == 1 and len(leaf.words[0].tokens) == 1
        out = 0
        for name, _ in leaf.fields:
            likely = self.all
            for word in leaf.words:
                *whole, last = word.tokens
                likely &= self._beginning(name, last) if word.prefix else self._exactly(name, last)
                for token in whole:
                    likely &= self._exactly(name, token)
            if one_token:
                out |= likely
            else:
                out |= _joined(1 << n for n in bits(likely & ~out) if found(leaf, self._tokens[name][n]))
        return out

    def _exactly(self, name: str, token: str) -> int:
        return self._words[name].get(token, 0)

    def _beginning(self, name: str, prefix: str) -> int:
        words = self._sorted.get(name, [])
        out = 0
        for at in range(bisect_left(words, prefix), len(words)):
            if not words[at].startswith(prefix):
                break
            out |= self._words[name][words[at]]
        return out


def bits(number: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


def _joined(several: Iterable[int]) -> int:
    out = 0
    for one in several:
        out |= one
    return out
