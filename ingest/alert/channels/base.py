"""What a channel is: a way by which an alert reaches somebody.

A channel is told apart by the addresses it takes. What it writes goes into the outbox in the transaction that
decides on it; it leaves by ``send``, whose answer says what becomes of the message.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from ingest.alert.compose import Draft
from ingest.alert.context import MailContext
from ingest.ledger.outbox import Notification


class DeliveryState(StrEnum):
    """What became of handing one message over."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    """For good: this reader or this message, not the channel."""


class ChannelState(StrEnum):
    """What a delivery says about the channel."""

    UP = "up"
    UNSURE = "unsure"
    """The connection broke over this message: the server, or this message alone. A second time in a row: down."""
    DOWN = "down"
    """Nothing gets through at present: no connection, or we are refused."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The other side's answer about one message."""

    state: DeliveryState
    reason: str = ""
    channel: ChannelState = ChannelState.UP
    retry_at: datetime | None = None
    """When the other side wants to be asked again, if it says so (Retry-After)."""


class Channel(Protocol):
    """A way to reach people."""

    def lane(self, address: str) -> str | None:
        """What is up or down together with this address, such as ``mail`` or ``https://hooks.example.org``.

        None: it is no address of this channel. The outbox keeps it, and retries lane by lane.
        """

    def problem(self, address: str) -> str | None:
        """Why nothing could be sent to an address of this channel, as far as can be told without sending."""

    def write(self, draft: Draft, context: MailContext) -> Notification:
        """A draft as it goes into the outbox: the same draft gives the same bytes."""

    def send(self, notification: Notification, now: datetime) -> Delivery:
        """Hand one message over. Never raises for what the other side or the network does."""

    def close(self) -> None:
        """Give connections back."""
