"""The mail channel: text and HTML in one RFC 5322 message, handed over by SMTP."""

from datetime import datetime

from ingest.alert.channels.base import Delivery
from ingest.alert.channels.mail.message import Envelope, build, message_id
from ingest.alert.channels.mail.render import render
from ingest.alert.channels.mail.smtp import Mailer
from ingest.alert.compose import Draft
from ingest.alert.context import MailContext
from ingest.alert.identity import notification_id
from ingest.alert.recipients import is_address
from ingest.ledger.outbox import Notification
from ingest.settings import SmtpSettings

LANE = "mail"


class MailChannel:
    """Mail addresses, all through one server."""

    def __init__(self, settings: SmtpSettings) -> None:
        self._sender = settings.sender
        self._mailer = Mailer(settings)

    def lane(self, address: str) -> str | None:
        """``mail`` for every mail address."""
        return LANE if is_address(address) else None

    def problem(self, address: str) -> str | None:
        """None: whether a mailbox exists, only its server knows."""
        return None

    def write(self, draft: Draft, context: MailContext) -> Notification:
        """The whole message, as it is handed over."""
        return write(draft, context, self._sender)

    def send(self, notification: Notification, now: datetime) -> Delivery:
        """Hand it to the server."""
        return self._mailer.send(notification.recipient, notification.message)

    def close(self) -> None:
        """Say QUIT."""
        self._mailer.close()


def write(draft: Draft, context: MailContext, sender: str) -> Notification:
    """A draft as it goes into the outbox."""
    link = context.unsubscribe(draft.recipient, [r.id for r in draft.rules])
    rendered = render(draft, context, link)
    rule = draft.rules[0]
    event = draft.items[0].event if len(draft.items) == 1 else ""
    envelope = Envelope(
        sender=sender,
        recipient=draft.recipient,
        now=context.now,
        identity=draft.identity,
        list_id=rule.id,
        list_name=rule.name,
        contact=context.contact,
        one_click=link if link.startswith("https://") else "",
        answers=draft.thread.message_ids if draft.thread else (),
        headers=(
            ("X-Veille-Rules", ", ".join(r.id for r in draft.rules)),
            *((("X-Veille-Event", event),) if event else ()),
        ),
    )
    return Notification(
        id=notification_id(draft.identity),
        message_id=message_id(draft.identity, sender),
        kind=draft.kind,
        channel=LANE,
        recipient=draft.recipient,
        subject=rendered.subject,
        message=build(rendered, envelope),
        rule_id=rule.id,
    )
