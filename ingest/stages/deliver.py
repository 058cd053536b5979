"""The deliver stage: what waits in the outbox goes out by its channel, and each answer is recorded at once.

Channels are tried one after the other, each apart: a mail server that is down costs a webhook nothing. What breaks a
channel's connection is held against its recipient first, and against the channel only when several recipients in a row
meet it: one message that a server cannot take holds up nobody else's (decision 320).
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ingest.alert.channels.base import Channel, ChannelState, Delivery, DeliveryState
from ingest.alert.channels.registry import Channels, open_channels
from ingest.clock import Clock
from ingest.errors import LedgerUnavailable
from ingest.ledger import outbox
from ingest.ledger.outbox import Notification
from ingest.ledger.store import Ledger
from ingest.outcome import Outcome, Report, Stage, StageRun
from ingest.settings import Settings
from ingest.text.backoff import wait_before

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)

BATCH = 20
"""Messages leased at once: few, so that a worker that dies holds few back until its leases expire."""
_UNSURE_IS_DOWN = 4
"""Recipients over whose messages the connection broke one after the other, until it is not them but the channel."""
_BROKEN_IS_HELD = 2
"""Messages of one recipient that broke it: the rest of theirs waits until others have been served."""
_SLOW = timedelta(seconds=5)
"""What breaks after longer than this counts for two recipients: a server that says nothing costs a time-out each."""
SENT_AGAIN_AFTER = (0.1, 0.5, 2.0)
"""Seconds between attempts to record that a message was taken: what the ledger does not know of is sent twice
(decision 285). On SQLite each attempt has waited half a minute for a lock before."""


def deliver(ledger: Ledger, settings: Settings, clock: Clock, report: Report) -> StageRun:
    """Hand over everything whose time has come. One outcome a message; a channel that is down waits."""
    run = StageRun(Stage.DELIVER, clock())
    with ledger.read() as c:
        due = outbox.channels_due(c, clock())
    with open_channels(settings) as channels:
        for channel in due:
            _Lane(channel, channels, ledger, settings.ledger.lease_seconds, clock, run, report).empty()
    run.ended_at = clock()
    return run


@dataclass(slots=True)
class _Lane:
    """What goes by one channel in this run."""

    name: str
    channels: Channels
    ledger: Ledger
    lease: int
    clock: Clock
    run: StageRun
    report: Report
    down: Delivery | None = None
    unsure: int = 0
    broken: dict[str, list[Delivery]] = field(default_factory=dict)
    """By recipient, what broke the connection."""

    def empty(self) -> None:
        """Batch by batch, until nothing is due or the channel is down."""
        while self.down is None and (batch := self._claim()):
            self.run.claimed += len(batch)
            for notification in batch:
                outcome = self._deliver(notification)
                self.run.add(outcome)
                self.report(outcome)

    def _claim(self) -> Sequence[Notification]:
        return outbox.claim(self.ledger, self.clock(), limit=BATCH, lease_seconds=self.lease, channel=self.name)

    def _deliver(self, notification: Notification) -> Outcome:
        if held := self.down or self._held(notification.recipient):
            return self._put_off(notification, held)
        if not outbox.renew(self.ledger, notification, self.clock(), lease_seconds=self.lease):
            return Outcome(Stage.DELIVER, notification.id, "taken", "another worker has it")
        channel = self.channels.of(notification.recipient)
        if channel is None:
            why = f"no channel for {notification.recipient}: it was taken out of the settings"
            delivery = Delivery(DeliveryState.LATER, why)
        else:
            begun = self.clock()
            delivery = _send(channel, notification, begun)
            self._judge(notification.recipient, delivery, self.clock() - begun)
        return _record(self.ledger, notification, delivery, self.clock())

    def _held(self, recipient: str) -> Delivery | None:
        broken = self.broken.get(recipient, [])
        return broken[-1] if len(broken) >= _BROKEN_IS_HELD else None

    def _judge(self, recipient: str, delivery: Delivery, took: timedelta) -> None:
        if delivery.channel is ChannelState.UNSURE:
            is_first = recipient not in self.broken
            self.broken.setdefault(recipient, []).append(delivery)
            self.unsure += 2 if took > _SLOW else int(is_first)
        else:
            self.unsure = 0
        if delivery.channel is ChannelState.DOWN or self.unsure >= _UNSURE_IS_DOWN:
            self.down = delivery

    def _put_off(self, notification: Notification, down: Delivery) -> Outcome:
        """Not tried: it waits, and counts no attempt, so that it goes before what was."""
        next_try = _next_try(notification, down, self.clock())
        outbox.put_off(self.ledger, notification, down.reason, next_try)
        return Outcome(Stage.DELIVER, notification.id, "later", _what(notification, down.reason), ok=False)


def _send(channel: Channel, notification: Notification, now: datetime) -> Delivery:
    """What a channel says of one message; an error that it did not foresee is this message's trouble alone."""
    try:
        return channel.send(notification, now)
    except Exception as e:  # a library's own error about one message must not end the delivery of all
        log.exception("%s: sending %s failed in a way that we did not foresee", notification.channel, notification.id)
        return Delivery(DeliveryState.LATER, f"{type(e).__name__}: {e}", ChannelState.UNSURE)


def _record(ledger: Ledger, notification: Notification, delivery: Delivery, now: datetime) -> Outcome:
    match delivery.state:
        case DeliveryState.SENT:
            _record_sent(ledger, notification, now)
            return Outcome(Stage.DELIVER, notification.id, "sent", _what(notification), new=1)
        case DeliveryState.REFUSED:
            outbox.failed(ledger, notification, delivery.reason)
            return Outcome(Stage.DELIVER, notification.id, "refused", _what(notification, delivery.reason), ok=False)
        case DeliveryState.LATER:
            next_try = _next_try(notification, delivery, now)
            outbox.later(ledger, notification, delivery.reason, next_try)
            minutes = max(1, int((next_try - now).total_seconds() // 60))
            what = f"{_what(notification, delivery.reason)}; again in {minutes} min"
            return Outcome(Stage.DELIVER, notification.id, "later", what, ok=False)


def _record_sent(ledger: Ledger, notification: Notification, now: datetime) -> None:
    """What the other side has taken cannot be had back: the ledger gets some chances to learn of it.

    Repeating does no harm: where the first attempt was stored and only its answer lost, the next changes nothing.
    """
    for wait in SENT_AGAIN_AFTER:
        try:
            outbox.sent(ledger, notification, now)
            return
        except LedgerUnavailable:
            time.sleep(wait)
    outbox.sent(ledger, notification, now)


def _next_try(notification: Notification, delivery: Delivery, now: datetime) -> datetime:
    """By backoff, or when the other side says, if that is later."""
    own = now + wait_before(notification.attempts + 1, first=FIRST_WAIT, longest=LONGEST_WAIT)
    return max(own, delivery.retry_at) if delivery.retry_at else own


def _what(notification: Notification, reason: str = "") -> str:
    return f"{notification.recipient}: {notification.subject}" + (f" – {reason}" if reason else "")
