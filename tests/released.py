"""What earlier versions left behind (tests/data/released), put where a test can open it."""

import json
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, MetaData, insert

from ingest.defaults import packaged
from ingest.index.document import Document

ROOT = Path(__file__).parent / "data/released"


@dataclass(frozen=True)
class Released:
    """An installation of an earlier version in a folder of the test's own."""

    version: str
    folder: Path

    @property
    def data(self) -> Path:
        """Ledger with embedded index, and the archive."""
        return self.folder / "data"

    @property
    def config(self) -> Path:
        """Its feeds and rules, with today's topics."""
        return self.folder / "config"

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of every table of the ledger, as that version wrote them."""
        c = sqlite3.connect(":memory:")
        c.row_factory = sqlite3.Row
        c.executescript((ROOT / self.version / "ledger.sql").read_text(encoding="utf-8"))
        names = [r[0] for r in c.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        ours = [n for n in names if not n.startswith(("index_", "sqlite_", "alembic_"))]
        return {n: [dict(r) for r in c.execute(f'SELECT * FROM "{n}"')] for n in ours}

    def documents(self) -> list[Document]:
        """The articles of its embedded index."""
        with sqlite3.connect(self.data / "veille.sqlite") as c:
            rows = c.execute("SELECT id, source FROM index_docs_1").fetchall()
        return [Document(id, json.loads(source)) for id, source in rows]

    def template(self, name: str) -> dict[str, Any]:
        """One of its Elasticsearch templates."""
        loaded: dict[str, Any] = json.loads((ROOT / self.version / "index_templates" / f"{name}.json").read_text())
        return loaded


def install(version: str, folder: Path) -> Released:
    """The installation as that version left it."""
    released = Released(version, folder)
    shutil.copytree(ROOT / version / "archive", released.data / "archive")
    shutil.copytree(packaged("config"), released.config)
    (released.config / "veille.toml").unlink()
    shutil.copytree(ROOT / version / "config", released.config, dirs_exist_ok=True)
    with sqlite3.connect(released.data / "veille.sqlite") as c:
        c.executescript((ROOT / version / "ledger.sql").read_text(encoding="utf-8"))
    return released


def fill(engine: Engine, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Put the rows into a database that has that version's tables, whatever the database."""
    tables = MetaData()
    with engine.begin() as c:
        tables.reflect(c)
        for table in tables.sorted_tables:
            if rows.get(table.name):
                c.execute(insert(table), [_fitting(table, row) for row in rows[table.name]])


def _fitting(table: Any, row: dict[str, Any]) -> dict[str, Any]:
    """SQLite's plain values as the columns of another database take them."""
    out: dict[str, Any] = {}
    for name, value in row.items():
        kind = table.c[name].type.python_type if value is not None else None
        if kind is bool:
            value = bool(value)
        elif kind in (dict, list):
            value = json.loads(value)
        elif kind is datetime:
            value = datetime.fromisoformat(value)
        out[name] = value
    return out
