"""Tables of the embedded index. A generation is one copy of the articles; a rebuild makes the next beside it.

``docs_N`` holds what documents are found and sorted by, ``stored_N`` the documents themselves, compressed
(``packing.py``), ``words_N`` (FTS5) where their words stand, ``values_N`` every other field's values by field,
``columns_N`` and ``terms_N`` those that are counted. FTS5 is given our tokens joined by blanks and splits at blanks
only, so what it calls a word is exactly what ``ingest.text.tokens.tokens`` does; it keeps no text of its own.
"""

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from ingest.index.fields import ARTICLES, SCHEMAS
from ingest.index.schema import DocumentKind

COLUMN_TIMES = ("@timestamp", "indexed_at")
COLUMN_WORDS = (
    "topics", "language.code", "outlet.country", "outlet.id", "outlet.name", "feed.id", "story.id", "story.event_id",
    "published.source", "outlet.kind", "feed.url", "language.source", "url.domain", "url.registered_domain",
    "extraction.status", "extraction.method", "extraction.version", "pipeline.version", "rights.robots", "rights.tdm",
    "rights.paywall", "story.outlets", "topic_hits.topic", "topic_hits.rule_version",
)  # fmt: skip
"""Fields that have a column (``columns.py``): all of few different values, and those that are counted. Their order is
in the file: put new ones at the end, and raise the schema's version."""
IN_VALUES_TOO = ("story.id", "story.event_id")
"""Every article may have its own value of these: one is found in the table of values without reading a column."""
IN_COLUMN_ONLY = frozenset(COLUMN_WORDS) - {*IN_VALUES_TOO}
_ASCII_IN_WORDS = "".join(chr(c) for c in range(33, 127) if not chr(c).isalnum())


@dataclass(frozen=True, slots=True)
class TableNames:
    """Table names of an installation; ``prefix`` keeps several apart in one file."""

    prefix: str

    def of(self, name: str, generation: int | None = None) -> str:
        """The quoted name of a table."""
        clean = re.sub(r"\W", "_", self.prefix, flags=re.ASCII)
        return f'"index_{clean}{name}{"" if generation is None else f"_{generation}"}"'


@dataclass(frozen=True, slots=True)
class Generation:
    """One copy of the articles."""

    number: int
    state: str
    """``live`` or ``building``."""
    version: int


def exists(c: Connection, names: TableNames) -> bool:
    """True once ``create`` has run."""
    return _has(c, names, "generations")


def complete(c: Connection, names: TableNames) -> bool:
    """True if nothing is missing that this version needs beside what an older one made."""
    if not (_has(c, names, "generations") and _has(c, names, "kinds")):
        return False
    return all(is_compact(c, names, copy.number) for copy in generations(c, names))


def is_compact(c: Connection, names: TableNames, number: int) -> bool:
    """True for a copy whose documents are compressed; version 0.1.0 kept them as JSON, and their words once more."""
    return _has(c, names, "stored", number)


def _has(c: Connection, names: TableNames, name: str, generation: int | None = None) -> bool:
    sql = "SELECT 1 FROM sqlite_master WHERE name = ?"
    return bool(c.exec_driver_sql(sql, (names.of(name, generation).strip('"'),)).first())


def create(c: Connection, names: TableNames) -> list[Generation]:
    """Make what is missing, with a first, empty, live generation. Returns copies that an older version made."""
    c.exec_driver_sql(
        f"CREATE TABLE IF NOT EXISTS {names.of('generations')} "
        "(number INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL, version INTEGER NOT NULL)"
    )
    c.exec_driver_sql(
        f"CREATE TABLE IF NOT EXISTS {names.of('others')} (kind TEXT NOT NULL, id TEXT NOT NULL, "
        "at INTEGER NOT NULL, source TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID"
    )
    c.exec_driver_sql(
        f"CREATE TABLE IF NOT EXISTS {names.of('fields')} (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"
    )
    first = not generations(c, names)
    if first:
        add_generation(c, names, "live")
    c.exec_driver_sql(
        f"CREATE TABLE IF NOT EXISTS {names.of('kinds')} "
        "(kind TEXT PRIMARY KEY, version INTEGER NOT NULL, building TEXT) WITHOUT ROWID"
    )
    for kind in (DocumentKind.MATCHES, DocumentKind.RUNS):  # an index without this table was made by version 1
        c.exec_driver_sql(
            f"INSERT OR IGNORE INTO {names.of('kinds')} (kind, version) VALUES (?, ?)",
            (kind.value, SCHEMAS[kind].version if first else 1),
        )
    return [copy for copy in generations(c, names) if not is_compact(c, names, copy.number)]


def generations(c: Connection, names: TableNames) -> list[Generation]:
    """All copies that stand, oldest first."""
    rows = c.exec_driver_sql(f"SELECT number, state, version FROM {names.of('generations')} ORDER BY number")
    return [Generation(*row) for row in rows]


def add_generation(c: Connection, names: TableNames, state: str, version: int = ARTICLES.version) -> Generation:
    """A new, empty copy."""
    sql = f"INSERT INTO {names.of('generations')} (state, version) VALUES (?, ?)"
    number = int(c.exec_driver_sql(sql, (state, version)).lastrowid)  # never one that was used before
    made = Generation(number, state, version)
    for statement in _statements(names, made.number):
        c.exec_driver_sql(statement)
    return made


def drop_generation(c: Connection, names: TableNames, number: int) -> None:
    """Remove a copy."""
    for name in ("docs", "stored", "words", "values", "vectors", "columns", "terms"):
        c.exec_driver_sql(f"DROP TABLE IF EXISTS {names.of(name, number)}")
    c.exec_driver_sql(f"DELETE FROM {names.of('generations')} WHERE number = ?", (number,))


def _statements(names: TableNames, n: int) -> list[str]:
    docs, words = names.of("docs", n), names.of("words", n)
    in_words = _ASCII_IN_WORDS.replace("'", "''").replace('"', '""')
    return [
        f"CREATE TABLE {docs} (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, "
        "indexed_at INTEGER NOT NULL, texts INTEGER NOT NULL, held INTEGER NOT NULL, url TEXT NOT NULL)",
        f"CREATE TABLE {names.of('stored', n)} (place INTEGER PRIMARY KEY, piece BLOB NOT NULL)",
        f"CREATE TABLE {names.of('values', n)} (field INTEGER NOT NULL, value NOT NULL, doc INTEGER NOT NULL, "
        "PRIMARY KEY (field, value, doc)) WITHOUT ROWID",
        f"CREATE TABLE {names.of('vectors', n)} (doc INTEGER PRIMARY KEY, vector BLOB NOT NULL)",
        f"CREATE VIRTUAL TABLE {words} USING fts5 (body, title, summary, content = '', "
        f"tokenize = \"ascii tokenchars '{in_words}'\")",
        f"CREATE INDEX {names.of('by_at', n)} ON {docs} (indexed_at)",
        f"CREATE INDEX {names.of('by_newest', n)} ON {docs} (at)",
        *_column_statements(names, n),
    ]


def _column_statements(names: TableNames, n: int) -> list[str]:
    columns, terms = names.of("columns", n), names.of("terms", n)
    return [
        f"CREATE TABLE {columns} (place INTEGER PRIMARY KEY, cells BLOB NOT NULL)",
        f"CREATE TABLE {terms} (code INTEGER PRIMARY KEY, field INTEGER NOT NULL, hash INTEGER NOT NULL, "
        "text TEXT NOT NULL)",
        f"CREATE INDEX {names.of('by_term', n)} ON {terms} (field, hash)",
    ]
