"""Answering a query from the tables: every condition gives a set of documents, and sets combine.

Sets instead of one large SQL statement: no nesting is too deep for SQLite's parser, and rules that
share conditions (``search_many``) look each of them up once.
"""

import json
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from ingest.index.fields import ARTICLES
from ingest.index.protocol import Neighbours, SearchRequest
from ingest.index.query.match import Bound, bounds
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
    wanted,
)  # fmt: skip
from ingest.index.query.words import found
from ingest.index.schema import FieldType
from ingest.index.sqlite import packing, store
from ingest.index.sqlite.columns import Columns, both
from ingest.index.sqlite.tables import COLUMN_TIMES, IN_COLUMN_ONLY, TableNames
from ingest.index.values import milliseconds

if TYPE_CHECKING:
    from ingest.index.sqlite.columns import Cells

_WORDS = ("title", "summary", "body")
_AT_ONCE = 200
"""Documents whose words are read together, so that a common pair of words takes little memory."""
_SCORED = 200
"""How many word conditions at most decide the score."""


@dataclass
class Searcher:
    """Searches of one generation in one transaction."""

    c: Connection
    names: TableNames
    generation: int
    now: datetime
    _known: dict[tuple[Leaf, int, int], set[int]] = field(default_factory=dict)

    _found: dict[int, tuple[SearchRequest, set[int]]] = field(default_factory=dict)
    _every: set[int] | None = field(init=False, default=None)

    def matching(self, ask: SearchRequest) -> set[int]:
        """The documents that an ask is about. Asked for again, they are at hand."""
        kept = self._found.get(id(ask))
        if kept is None:
            found = self._among(ask)
            kept = self._found[id(ask)] = (ask, found if ask.near is None else set(self.cosines(ask.near, found)))
        return kept[1]

    @cached_property
    def columns(self) -> Columns:
        """What is counted by, column by column."""
        return Columns(self.c, self.names, self.generation)

    def _docs(self, sql: str, values: Sequence[Any] = ()) -> set[int]:
        """The first column of a statement, without a row of SQLAlchemy for each of what may be 100,000."""
        raw: Any = self.c.connection.driver_connection
        return set(chain.from_iterable(raw.execute(sql, tuple(values))))

    def cosines(self, near: Neighbours, docs: set[int]) -> dict[int, float]:
        """Of these documents the nearest to a vector, with how near. All are compared: 100,000 take 0.1 s."""
        known = [(doc, raw) for doc, raw in store.vectors(self.c, self.names, self.generation) if doc in docs]
        if not known:
            return {}
        import numpy as np  # only who asks for neighbours waits for it

        held = np.frombuffer(b"".join(raw for _, raw in known), np.int8).reshape(len(known), -1).astype(np.float32)
        wanted = np.array(near.vector, np.float32)
        cosines = held @ wanted / (np.linalg.norm(held, axis=1) * np.linalg.norm(wanted))
        best = [i for i in np.argsort(-cosines)[: near.limit].tolist() if cosines[i] >= near.minimum]
        return {known[i][0]: float(cosines[i]) for i in best}

    def _among(self, ask: SearchRequest) -> set[int]:
        base = self._base(ask)
        if base is None:
            return self._eval(ask.query.root, None, *self._ends()) if ask.query else self._all()
        if not base or ask.query is None:
            return base
        return self._eval(ask.query.root, base, min(base), max(base))

    def is_whole(self, ask: SearchRequest) -> bool:
        """True if a span of time is all that narrows the documents."""
        return not ask.filters and ask.near is None and (ask.query is None or isinstance(ask.query.root, Everything))

    def places(self, ask: SearchRequest) -> "Cells":
        """Where the documents that an ask is about stand in the columns. Times alone need no list of documents."""
        root = ask.query.root if ask.query else Everything()
        parts = root.parts if isinstance(root, And) else (root,)
        times = [part for part in parts if isinstance(part, Between) and part.field in COLUMN_TIMES]
        others = [part for part in parts if part not in times and not isinstance(part, Everything)]
        if others or ask.filters or ask.near is not None:
            return self.columns.places(self.matching(ask))
        found = self.spanned(ask)
        for part in times:
            found = both(found, self._within(part.field, *bounds(part, self.now)))
        return found

    def spanned(self, ask: SearchRequest) -> "Cells":
        """The places in the columns of all documents in the span of time."""
        low = milliseconds(ask.since) if ask.since else None
        high = milliseconds(ask.until) - 1 if ask.until else None  # moments are whole milliseconds
        return self.columns.within("indexed_at", low, high)

    def scores(self, node: Node, docs: Set[int]) -> dict[int, float]:
        """BM25 of these documents, the more the better; those without a matching word are left out.

        ``+rowid`` keeps FTS5 from being asked for each document: it lists those with the words, which is cheap, and
        only of ours the words are counted, which is not.
        """
        leaves = list(dict.fromkeys(wanted(node)))[:_SCORED]
        if not leaves or not docs:
            return {}
        words = self.names.of("words", self.generation)
        sql = (
            f"SELECT rowid, -bm25({words}, 1.0, 3.0, 1.0) FROM {words} WHERE {words} MATCH ? "
            "AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))"
        )
        expression = " OR ".join(f"({_fts(leaf)})" for leaf in leaves)
        raw: Any = self.c.connection.driver_connection
        return dict(raw.execute(sql, (expression, min(docs), max(docs), json.dumps(list(docs)))))

    def newest(self, docs: Set[int], limit: int) -> Set[int]:
        """So many of these documents, the newest by ``@timestamp``; of the last one's moment all."""
        if len(docs) <= limit:
            return docs
        import numpy as np

        places = self.columns.places(docs)
        times = self.columns.cells("@timestamp")[places]
        return set(self.columns.docs(places[times >= np.partition(times, -limit)[-limit]]))

    def _base(self, ask: SearchRequest) -> set[int] | None:
        """The documents within time and filters; None: all, which need not be listed."""
        if not ask.filters and ask.since is None and ask.until is None:
            return None
        base = set(self.columns.docs(self.spanned(ask)))
        for name, wished in ask.filters.items():
            base &= set[int]().union(*(self._equal(name, value) for value in wished))
        return base

    def _all(self) -> set[int]:
        if self._every is None:
            self._every = self._docs(f"SELECT doc FROM {self.names.of('docs', self.generation)}")
        return self._every

    def _ends(self) -> tuple[int, int]:
        table = self.names.of("docs", self.generation)
        ends = (
            f"SELECT (SELECT min(doc) FROM {table}), (SELECT max(doc) FROM {table})"  # asked together they are a scan
        )
        low, high = self.c.exec_driver_sql(ends).one()
        return low or 0, high or 0

    def _eval(self, node: Node, base: set[int] | None, low: int, high: int) -> set[int]:
        """The documents of the base that match; without a base, of all."""
        match node:
            case And(parts):
                kept = base
                for part in parts:
                    if kept is None:
                        kept = self._eval(part, None, low, high)
                    elif kept:
                        kept = kept & self._eval(part, kept, low, high)
                return self._all() if kept is None else kept
            case Or(parts):
                return set[int]().union(*(self._eval(part, base, low, high) for part in parts))
            case Not(part):
                return (self._all() if base is None else base) - self._eval(part, base, low, high)
            case Everything():
                return self._all() if base is None else base
            case _:
                key = (node, low, high)
                if key not in self._known:
                    self._known[key] = self._leaf(node, low, high)
                return self._known[key] if base is None else base & self._known[key]

    def _leaf(self, leaf: Leaf, low: int, high: int) -> set[int]:
        match leaf:
            case Phrase() | Near():
                return self._stands(leaf, low, high)
            case Equals(name, value):
                return self._equal(name, value if isinstance(value, str) else float(value))
            case StartsWith(name, value) if name in IN_COLUMN_ONLY:
                return self._holding(name, lambda held: held.startswith(str(value)))
            case StartsWith(name, value):
                return self._values(name, "value >= ? AND substr(value, 1, ?) = ?", (value, len(value), value))
            case Exists(name):
                known = ARTICLES.get(name)
                if known and known.type is FieldType.TEXT:
                    return self._has_text(name)
                if name in IN_COLUMN_ONLY:
                    return self._holding(name, lambda _: True)
                return self._values(name, "true", ())
            case Between():
                return self._between(leaf)
            case _:
                raise AssertionError(leaf)

    def _stands(self, leaf: Phrase | Near, low: int, high: int) -> set[int]:
        words = self.names.of("words", self.generation)
        sql = f"SELECT rowid FROM {words} WHERE {words} MATCH ? AND rowid BETWEEN ? AND ?"
        docs = self._docs(sql, (_fts(leaf), low, high))
        return docs if _exact(leaf) else self._near(leaf, sorted(docs))

    def _near(self, leaf: Phrase | Near, docs: Sequence[int]) -> set[int]:
        """FTS5 finds the words; whether they stand near enough is for Python to say."""
        near = set[int]()
        for some in (docs[at : at + _AT_ONCE] for at in range(0, len(docs), _AT_ONCE)):
            for doc, frame in store.frames(self.c, self.names, self.generation, some).items():
                held = dict(zip(_WORDS, packing.words_of(frame), strict=True))
                if any(found(leaf, held[name].split(" ")) for name, _ in leaf.fields):
                    near.add(doc)
        return near

    def _has_text(self, name: str) -> set[int]:
        docs = self.names.of("docs", self.generation)
        return self._docs(f"SELECT doc FROM {docs} WHERE texts & ?", (store.TEXTS[name],))

    def _between(self, leaf: Between) -> set[int]:
        low, with_low, high, with_high = bounds(leaf, self.now)
        if leaf.field in COLUMN_TIMES:
            return set(self.columns.docs(self._within(leaf.field, low, with_low, high, with_high)))
        numeric = isinstance(low, float) or isinstance(high, float) or ARTICLES.is_numeric(leaf.field)
        if leaf.field in IN_COLUMN_ONLY:  # words only
            return set() if numeric else self._holding(leaf.field, lambda held: _lies(held, bounds(leaf, self.now)))
        where, values = ["value < ''" if numeric else "value >= ''"], []  # numbers come before every text
        if low is not None:
            where.append(f"value {'>=' if with_low else '>'} ?")
            values.append(low)
        if high is not None:
            where.append(f"value {'<=' if with_high else '<'} ?")
            values.append(high)
        return self._values(leaf.field, " AND ".join(where), tuple(values))

    def _equal(self, name: str, value: str | float) -> set[int]:
        if name not in IN_COLUMN_ONLY:
            return self._values(name, "value = ?", (value,))
        return set(self.columns.docs(self.columns.equal(name, value))) if isinstance(value, str) else set()

    def _holding(self, name: str, is_wanted: Callable[[str], bool]) -> set[int]:
        return set(self.columns.docs(self.columns.holding(name, is_wanted)))

    def _within(self, name: str, low: Bound, with_low: bool, high: Bound, with_high: bool) -> "Cells":
        """By the column: cells are whole milliseconds, so what is left out is the next one."""
        first = None if low is None else float(low) + (not with_low)
        last = None if high is None else float(high) - (not with_high)
        return self.columns.within(name, first, last)

    def _values(self, name: str, where: str, values: Sequence[Any]) -> set[int]:
        table, fields = self.names.of("values", self.generation), self.names.of("fields")
        sql = f"SELECT doc FROM {table} WHERE field = (SELECT number FROM {fields} WHERE name = ?) AND {where}"
        return self._docs(sql, (name, *values))


def _lies(held: str, ends: tuple[Bound, bool, Bound, bool]) -> bool:
    """Whether a text lies between texts."""
    low, with_low, high, with_high = ends
    above = low is None or held > str(low) or (with_low and held == low)
    return above and (high is None or held < str(high) or (with_high and held == high))


def _fts(leaf: Phrase | Near) -> str:
    """FTS5's expression: exactly the condition if ``_exact``, else everything that may meet it."""
    named = {name for name, _ in leaf.fields}
    columns = (
        "" if named == set(_WORDS) else "{" + " ".join(name for name, _ in leaf.fields) + "} : "
    )  # all: no need to look
    if isinstance(leaf, Phrase) and _exact(leaf):
        tokens = [token for word in leaf.words for token in word.tokens]
        return f"{columns}{_quoted(tokens, prefix=leaf.words[-1].prefix)}"
    each = " AND ".join(f"{columns}{_quoted(word.tokens, prefix=word.prefix)}" for word in leaf.words)
    return f"({each})"


def _exact(leaf: Phrase | Near) -> bool:
    """FTS5 can say it alone: a phrase whose only unfinished word is its last."""
    return isinstance(leaf, Phrase) and not any(word.prefix for word in leaf.words[:-1])


def _quoted(tokens: Sequence[str], *, prefix: bool) -> str:
    text = " ".join(tokens).replace('"', '""')
    return f'"{text}"{" *" if prefix else ""}'
