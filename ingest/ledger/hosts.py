"""Hosts in the ledger: a pace that all workers keep together, pauses, and what each site says about its use."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.store import Ledger
from ingest.ledger.tables.hosts import hosts, site_files


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A site's robots.txt (``name='robots'``) or tdmrep.json (``'tdm'``) as last read."""

    origin: str
    name: str
    expires_at: datetime
    status: int | None = None
    """Of the last reading that reached the site; None: it never has."""
    body: str = ""
    final_url: str | None = None
    fetched_at: datetime | None = None
    failing_since: datetime | None = None
    """Unreachable since then; status and body are the copy from before."""
    error: str | None = None

    def failed(self, error: str, now: datetime, again: datetime) -> "SiteFile":
        """The same after an attempt that did not reach the site."""
        return replace(self, error=error, failing_since=self.failing_since or now, expires_at=again)


def reserve_slot(c: Connection, host: str, now: datetime, spacing: float) -> datetime:
    """Take the host's next free moment: never two within ``spacing`` seconds, whoever asks."""
    _ensure(c, host)
    t = hosts.c
    taken = c.execute(select(t.next_slot_at).where(t.host == host).with_for_update()).scalar_one()
    slot = max(now, taken or now)
    c.execute(update(hosts).where(t.host == host).values(next_slot_at=slot + timedelta(seconds=spacing)))
    return slot


def shared_pace(ledger: Ledger) -> Callable[[str, datetime, float], Awaitable[datetime]]:
    """``reserve_slot`` as ``HttpClient(reserve=…)`` takes it: spacing that holds across processes and machines."""

    def take(host: str, now: datetime, spacing: float) -> datetime:
        with ledger.begin() as c:
            return reserve_slot(c, host, now, spacing)

    async def reserve(host: str, now: datetime, spacing: float) -> datetime:
        return await asyncio.to_thread(take, host, now, spacing)

    return reserve


def pause(c: Connection, host: str, until: datetime) -> None:
    """Remember that a host asked to be left alone; a longer pause already known stays."""
    _ensure(c, host)
    t = hosts.c
    shorter = (t.pause_until.is_(None)) | (t.pause_until < until)
    c.execute(update(hosts).where(t.host == host, shorter).values(pause_until=until))


def paused(c: Connection, now: datetime) -> dict[str, datetime]:
    """Hosts in a pause now, and until when."""
    t = hosts.c
    rows = c.execute(select(t.host, t.pause_until).where(t.pause_until > now)).all()
    return {str(host): until for host, until in rows}


def load_site_file(c: Connection, origin: str, name: str) -> SiteFile | None:
    """What was last read, or None if never tried."""
    t = site_files.c
    row = c.execute(select(site_files).where(t.origin == origin, t.name == name)).one_or_none()
    return SiteFile(**{**row._mapping, "body": row.body or ""}) if row else None


def store_site_file(c: Connection, file: SiteFile) -> None:
    """Keep what was read, in place of what was read before."""
    values = {name: getattr(file, name) for name in SiteFile.__slots__}
    insert = insert_into(c, site_files).values(**values)
    c.execute(insert.on_conflict_do_update(index_elements=["origin", "name"], set_=values))


def _ensure(c: Connection, host: str) -> None:
    c.execute(insert_into(c, hosts).values(host=host).on_conflict_do_nothing())
