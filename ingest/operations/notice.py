"""A message of plain words from veille about itself, for any channel."""

import html
import json
from datetime import datetime

from ingest.alert.channels.mail.message import Envelope, build, message_id
from ingest.alert.channels.mail.render import Rendered
from ingest.alert.channels.registry import Channels
from ingest.alert.identity import notification_id
from ingest.errors import VeilleError
from ingest.ledger.outbox import Notification
from ingest.settings import Settings


class NoChannel(VeilleError):
    """No channel takes an address: it left the settings since they were checked."""


def notice(
    settings: Settings, channels: Channels, recipient: str, identity: tuple[str, ...], title: str, text: str,
    now: datetime, *, kind: str = "canary",
) -> Notification:  # fmt: skip
    """The message, ready to be queued or sent. Raises NoChannel."""
    channel = channels.of(recipient)
    lane = channel.lane(recipient) if channel else None
    if lane is None:
        raise NoChannel(f"no channel takes {recipient!r}: see [canary] in veille.toml")
    if lane == "mail":
        envelope = Envelope(settings.smtp.sender, recipient, now, identity, kind, f"veille {kind}")
        message = build(Rendered(title, text + "\n", _as_html(text)), envelope)
    else:
        message = json.dumps({"type": f"veille.{kind}", "title": title, "body": text})
    own = notification_id(identity)
    return Notification(
        own, message_id(identity, settings.smtp.sender), kind, recipient, title, message, channel=lane
    )  # fmt: skip


def _as_html(text: str) -> str:
    return "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))
