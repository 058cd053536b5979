"""Subscriptions at WebSub hubs: wanted, asked for, confirmed, denied, left. The rules: ``ingest.websub``."""

import secrets
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from ingest.ledger.feeds import nudge
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.tables.websub import websub_subscriptions as table
from ingest.text.backoff import wait_before
from ingest.websub import (
    ANSWER_WITHIN,
    ASKED_AGAIN,
    ASKED_AGAIN_AT_MOST,
    DENIED_AGAIN,
    UNPROVEN_REQUESTS,
    HubRequest,
    HubWish,
    lease_of,
    renewal,
)

ENOUGH_TRIES = 3
"""Of one hub, which take some three hours."""
HOSTS_A_ROUND, HUBS_A_ROUND = 50, 10
"""Hosts asked in one round, and requests to each of them: a round of polls does not wait for hubs."""


@dataclass(frozen=True, slots=True)
class HubSubscription:
    """A row. ``callback`` and ``secret`` are credentials: never shown, never logged."""

    callback: str
    feed_id: str
    hub: str
    hub_host: str
    topic: str
    secret: str
    state: str
    """``wanted``, ``asked``, ``verified``, ``denied``, ``leaving``."""
    failures: int
    last_error: str | None
    asked_at: datetime | None
    verified_at: datetime | None
    ends_at: datetime | None
    delivered_at: datetime | None
    deliveries: int
    ignored: int
    keeps_word: bool

    def __repr__(self) -> str:
        """Without what nobody may read."""
        return f"HubSubscription({self.feed_id!r}, {self.hub!r}, {self.state!r})"

    def is_live(self, now: datetime) -> bool:
        """True while the hub has confirmed it and the lease lasts."""
        return self.state == "verified" and self.ends_at is not None and self.ends_at > now

    @property
    def is_refused(self) -> bool:
        """True where the hub has said no, or was asked several times and never confirmed: another may be tried."""
        return self.state == "denied" or (self.state == "asked" and self.failures >= ENOUGH_TRIES)

    def unconfirmed_since(self, now: datetime) -> datetime | None:
        """Since when at least a hub owes us a confirmation, or the renewal of a lease that ran out; None: it does not.

        Of several requests the last is on record; each before it was followed by its wait.
        """
        if self.state == "verified":
            return None if self.is_live(now) else self.ends_at
        if self.state != "asked" or self.asked_at is None:
            return None
        return self.asked_at - sum((_wait_after(n) for n in range(1, self.failures)), timedelta())

    def state_at(self, now: datetime) -> str:
        """The state for people: a lease that has run out is ``expired``."""
        return "expired" if self.state == "verified" and not self.is_live(now) else self.state


_COLUMNS = [table.c[f.name] for f in fields(HubSubscription)]


def of_feeds(c: Connection, feed_ids: Iterable[str] | None = None) -> dict[str, HubSubscription]:
    """The subscription of each feed that has one (not those that are being left)."""
    query = select(*_COLUMNS).where(table.c.state != "leaving")
    if feed_ids is not None:
        query = query.where(table.c.feed_id.in_(list(feed_ids)))
    return {row.feed_id: HubSubscription(**row._mapping) for row in c.execute(query)}


def by_callback(c: Connection, callback: str) -> HubSubscription | None:
    """Whose callback this is; None: nobody's."""
    row = c.execute(select(*_COLUMNS).where(table.c.callback == callback)).one_or_none()
    return HubSubscription(**row._mapping) if row else None


def want(
    c: Connection, feed_id: str, wish: HubWish | None, have: HubSubscription | None, now: datetime
) -> None:  # fmt: skip
    """Bring a feed's subscription in line with what the feed offers now; nothing is written where nothing differs."""
    if wish is not None and have is not None and (have.hub, have.topic) == (wish.hub, wish.topic):
        return
    if have is not None:
        _leave(c, table.c.callback == have.callback, now)
    if wish is None:
        return
    row = {
        "callback": secrets.token_urlsafe(32), "secret": secrets.token_urlsafe(32), "feed_id": feed_id,
        "hub": wish.hub, "hub_host": wish.host[:255], "topic": wish.topic, "state": "wanted", "next_try": now,
    }  # fmt: skip
    c.execute(table.insert().values(row))


def leave_gone(c: Connection, now: datetime) -> None:
    """Leave the subscriptions of feeds that are polled no more, and forget those whose lease has ended."""
    polled = select(feeds.c.id).where(feeds.c.state != "disabled")
    _leave(c, table.c.feed_id.not_in(polled), now)
    over = and_(
        table.c.asked_at < now - ANSWER_WITHIN, or_(table.c.ends_at.is_(None), table.c.ends_at < now)
    )  # fmt: skip
    c.execute(delete(table).where(table.c.state == "leaving", over))


def _leave(c: Connection, which: Any, now: datetime) -> None:
    """A hub that may know us is told; where none does, there is nobody to tell."""
    c.execute(delete(table).where(which, table.c.state.in_(("wanted", "denied"))))
    known = table.c.state.in_(("asked", "verified"))
    c.execute(update(table).where(which, known).values(state="leaving", next_try=now, failures=0, last_error=None))


def claim(c: Connection, now: datetime, *, requests_an_hour: int) -> list[HubSubscription]:
    """What hubs are to be asked now, within what each host is asked an hour at most.

    Recorded before anybody is asked: a hub may confirm before its answer is read. If nothing comes of it, it is asked
    again after ``ASKED_AGAIN``, so a worker that is killed in between has lost nothing.
    """
    t = table.c
    hosts = c.scalars(select(t.hub_host).where(t.next_try <= now).group_by(t.hub_host).limit(HOSTS_A_ROUND)).all()
    return [one for host in hosts for one in _claim_of(c, str(host), now, requests_an_hour)]


def _claim_of(c: Connection, hub_host: str, now: datetime, requests_an_hour: int) -> list[HubSubscription]:
    t = table.c
    query = select(func.count(), func.max(t.verified_at)).where(t.hub_host == hub_host)
    is_proven = c.execute(query).one()[1] is not None
    recent = and_(t.hub_host == hub_host, t.asked_at > now - timedelta(hours=1))
    asked = int(c.execute(select(func.count()).where(recent)).scalar_one())
    budget = (requests_an_hour if is_proven else min(UNPROVEN_REQUESTS, requests_an_hour)) - asked
    if budget <= 0:
        return []
    due = select(*_COLUMNS).where(t.hub_host == hub_host, t.next_try <= now).order_by(t.next_try, t.callback)
    rows = c.execute(due.limit(min(budget, HUBS_A_ROUND)).with_for_update(skip_locked=True)).all()
    found = [HubSubscription(**row._mapping) for row in rows]
    for one in found:
        wait = _wait_after(one.failures + 1)
        state = one.state if one.state in ("verified", "leaving") else "asked"
        values = {
            "asked_at": now, "next_try": now + wait, "failures": one.failures + 1, "state": state, "last_error": None,
        }  # fmt: skip
        c.execute(update(table).where(t.callback == one.callback).values(values))
    return found


def _wait_after(requests: int) -> timedelta:
    """Before a hub is asked again that has left so many requests without confirmation."""
    return wait_before(requests, first=ASKED_AGAIN, longest=ASKED_AGAIN_AT_MOST)


def failed(c: Connection, callback: str, reason: str) -> None:
    """A hub could not be asked, or refused."""
    c.execute(update(table).where(table.c.callback == callback).values(last_error=reason[:500]))


def confirm(c: Connection, callback: str, said: HubRequest, now: datetime, lease: timedelta) -> bool:
    """Whether this is what we asked of a hub; if so it is recorded (5.3: mode and topic have to be ours)."""
    one = by_callback(c, callback)
    if one is None or one.topic != said.topic or one.asked_at is None or now - one.asked_at > ANSWER_WITHIN:
        return False
    if said.mode == "unsubscribe" and one.state == "leaving":
        c.execute(delete(table).where(table.c.callback == callback))
        return True
    if said.mode != "subscribe" or one.state not in ("asked", "verified"):
        return False
    granted = lease_of(said.lease_seconds, lease)
    values = {
        "state": "verified", "verified_at": now, "ends_at": now + granted, "next_try": renewal(granted, now),
        "failures": 0, "last_error": None,
    }  # fmt: skip
    c.execute(update(table).where(table.c.callback == callback).values(values))
    return True


def deny(c: Connection, callback: str, said: HubRequest, now: datetime) -> bool:
    """A hub says no (5.2), before it confirmed or later; it is asked again after ``DENIED_AGAIN``."""
    one = by_callback(c, callback)
    if one is None or one.topic != said.topic or one.asked_at is None:
        return False
    if one.state == "leaving":
        c.execute(delete(table).where(table.c.callback == callback))
        return True
    reason = said.reason.strip()[:500] or "no reason given"
    values = {"state": "denied", "ends_at": None, "last_error": reason, "next_try": now + DENIED_AGAIN}
    c.execute(update(table).where(table.c.callback == callback).values(**values, keeps_word=False))
    return True


def deliver(c: Connection, one: HubSubscription, now: datetime) -> None:
    """A signed delivery: the feed is due."""
    values = {"deliveries": table.c.deliveries + 1, "delivered_at": now}
    c.execute(update(table).where(table.c.callback == one.callback).values(values))
    nudge(c, one.feed_id, now)


def ignore(c: Connection, callback: str) -> None:
    """A delivery that is not signed by the hub: counted, and nothing else."""
    c.execute(update(table).where(table.c.callback == callback).values(ignored=table.c.ignored + 1))


def judge(c: Connection, have: HubSubscription, *, keeps_word: bool) -> None:
    """Note whether new items were announced: a hub that confirms and stays silent is not relied on."""
    if have.keeps_word != keeps_word:
        c.execute(update(table).where(table.c.callback == have.callback).values(keeps_word=keeps_word))


def told(one: HubSubscription, now: datetime) -> str:
    """A subscription in words, without its credentials."""
    state = one.state_at(now)
    if state == "verified" and one.ends_at is not None:
        heard = f", {one.deliveries} deliveries" if one.deliveries else ", nothing delivered yet"
        unsigned = f", {one.ignored} ignored (not signed)" if one.ignored else ""
        return f"verified until {one.ends_at:%Y-%m-%d}{heard}{unsigned}"
    return f"{state}: {one.last_error}" if one.last_error else state


def counts(found: Mapping[str, HubSubscription], now: datetime) -> dict[str, int]:
    """How many feeds are in each state."""
    return Counter(one.state_at(now) for one in found.values())
