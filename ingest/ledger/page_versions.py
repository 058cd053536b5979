"""Pages of an article that the archive holds beside its newest: versions before it, and copies under other addresses.

They are kept so that a later opt-out erases all of them, and so that people can see what a page said before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from ingest.ledger.insert import insert_into
from ingest.ledger.rules import chunks
from ingest.ledger.tables.articles import page_versions
from ingest.model import ArchiveRef


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A page as it was."""

    ref: ArchiveRef
    fetched_at: datetime


def keep(c: Connection, article_key: str, ref: ArchiveRef, fetched_at: datetime) -> None:
    """Remember a page that is not, or no longer, the article's newest."""
    row = {"article_key": article_key, "archive_ref": str(ref), "fetched_at": fetched_at}
    c.execute(insert_into(c, page_versions).values(row).on_conflict_do_nothing())


def move(c: Connection, article_key: str, to: str) -> None:
    """An article turned out to be another: its pages are that one's."""
    for version in of(c, [article_key]).get(article_key, ()):
        keep(c, to, version.ref, version.fetched_at)
    forget(c, article_key)


def of(c: Connection, keys: Collection[str]) -> Mapping[str, Sequence[PageVersion]]:
    """Article → its other pages, oldest first; articles that have none are left out."""
    t = page_versions.c
    found: dict[str, list[PageVersion]] = {}
    for some in chunks(keys):
        query = select(t.article_key, t.archive_ref, t.fetched_at).where(t.article_key.in_(some))
        for key, ref, fetched_at in c.execute(query.order_by(t.fetched_at)):
            found.setdefault(str(key), []).append(PageVersion(ArchiveRef.parse(ref), fetched_at))
    return found


def forget(c: Connection, article_key: str) -> None:
    """They are erased."""
    c.execute(delete(page_versions).where(page_versions.c.article_key == article_key))


def prune(c: Connection, before: datetime) -> None:
    """Forget what the archive keeps no longer."""
    c.execute(delete(page_versions).where(page_versions.c.fetched_at < before))
