"""Stored pages as the rights policy sees them: which there are, and forgetting one that may no longer be kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select, update

from ingest.ledger import page_versions
from ingest.ledger.tables.articles import articles
from ingest.model import ArchiveRef, Policy

_PAGE = 500
_FORGOTTEN = ("archive_ref", "payload_hash", "content_hash", "etag", "last_modified", "stage", "next_try")
"""What was learnt from the page itself: it goes with the page."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page that the archive holds."""

    key: str
    url: str
    asked: str
    """The URL that answered: its site is the one to ask."""
    refs: tuple[ArchiveRef, ...]
    """Where it stands in the archive: the newest first, then what was there before it."""
    feed_id: str
    policy: Policy
    rights: Mapping[str, str]


def stored_pages(c: Connection, now: datetime) -> Iterator[StoredPage]:
    """Pages in the archive, a page of rows at a time; what a worker holds just now is left to it."""
    t = articles.c
    last = ""
    free = or_(t.lease_until.is_(None), t.lease_until <= now)
    while True:
        query = select(t.key, t.url, t.final_url, t.archive_ref, t.feed_id, t.policy, t.rights).where(
            t.archive_ref.is_not(None), t.key > last, free
        )
        rows = c.execute(query.order_by(t.key).limit(_PAGE)).all()
        others = page_versions.of(c, [r.key for r in rows])
        for r in rows:
            refs = (ArchiveRef.parse(r.archive_ref), *(version.ref for version in others.get(r.key, ())))
            yield StoredPage(r.key, r.url, r.final_url or r.url, refs, r.feed_id, Policy(r.policy), r.rights or {})
        if len(rows) < _PAGE:
            return
        last = rows[-1].key


def forget_page(c: Connection, page: StoredPage, reason: str, rights: Mapping[str, str]) -> None:
    """The article waits for the index stage again, without its page: its feed's own words are what is left.

    Nothing happens where the article has got another page meanwhile.
    """
    values: dict[str, Any] = {
        "state": "fetched", "reason": reason, "policy": page.policy.value, "silent": True,
        "rights": {**page.rights, **rights}, **dict.fromkeys(_FORGOTTEN),
    }  # fmt: skip
    same = (articles.c.key == page.key) & (articles.c.archive_ref == str(page.refs[0]))
    if c.execute(update(articles).where(same).values(**values)).rowcount:
        page_versions.forget(c, page.key)


def recorded_rights(c: Connection, key: str) -> dict[str, Any] | None:
    """State, reason, policy, archive reference and rights of an article; None if it is not known."""
    t = articles.c
    row = c.execute(select(t.state, t.reason, t.policy, t.archive_ref, t.rights).where(t.key == key)).one_or_none()
    return dict(row._mapping) if row else None
