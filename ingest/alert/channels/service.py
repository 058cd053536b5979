"""Slack, Teams, Telegram, ntfy, Matrix and whatever else the library apprise carries: ``recipients: [slack:#desk]``.

A target has a name, and an address of apprise's that holds its credentials. That address comes from the environment
(``VEILLE_CHANNELS__SLACK__URL``) or a file (``[channels.slack] url_file``), never from alerts.yaml, which people share.
What follows the name in a rule (``#desk``) takes the place of ``{to}`` in it.
"""

import json
import logging
import re
from datetime import datetime
from urllib.parse import quote

import apprise

from ingest.alert.changes import EventChange
from ingest.alert.channels.base import ChannelState, Delivery, DeliveryState
from ingest.alert.compose import DigestItem, Draft
from ingest.alert.context import MailContext
from ingest.alert.identity import notification_id
from ingest.alert.subject import subject_of
from ingest.alert.wording import language, moment, safe_link
from ingest.ledger.outbox import Notification
from ingest.settings import ChannelSettings, secret_of
from ingest.text.plurals import counted

_SHOWN = 10
"""Stories that a message names; chats cut long ones, and the rest is a mail's business."""
_PLACE = "{to}"


class ServiceChannel:
    """One named target."""

    def __init__(self, name: str, settings: ChannelSettings) -> None:
        self._name, self._settings = name, settings

    def lane(self, address: str) -> str | None:
        """The target's name, for ``name:…`` and ``name:``."""
        return self._name if address.partition(":")[0] == self._name and ":" in address else None

    def problem(self, address: str) -> str | None:
        """Why nothing could be sent to an address; None: all is well as far as can be told without sending."""
        try:
            url = self._url(address)
        except (OSError, ValueError) as e:
            return f"{address!r}: {e}"
        if apprise.Apprise.instantiate(url, suppress_exceptions=True) is None:
            return f"{address!r}: the address of {self._name!r} is none that apprise knows"
        return None

    def write(self, draft: Draft, context: MailContext) -> Notification:
        """Title and text as JSON."""
        identity, title = notification_id(draft.identity), subject_of(draft, context)
        message = json.dumps({"title": title, "body": body(draft, context)})
        rule = draft.rules[0].id
        return Notification(identity, identity, draft.kind, draft.recipient, title, message, rule, channel=self._name)

    def send(self, notification: Notification, now: datetime) -> Delivery:
        """Hand it to the service. apprise says yes or no, so every no is tried again: nothing is lost for it."""
        try:
            url = self._url(notification.recipient)
        except (OSError, ValueError) as e:
            return Delivery(DeliveryState.LATER, f"{self._name}: {e}", ChannelState.DOWN)
        target = apprise.Apprise()
        if not target.add(url):
            hint = f"the address of channel {self._name!r} is none that apprise knows → {_hint(self._name)}"
            return Delivery(DeliveryState.LATER, hint, ChannelState.DOWN)
        content = json.loads(notification.message)
        with apprise.LogCapture(  # type: ignore[no-untyped-call]
            level=logging.WARNING, fmt="%(message)s"
        ) as log:
            taken = target.notify(body=content["body"], title=content["title"], body_format=apprise.NotifyFormat.TEXT)
            said = log.getvalue()
        if taken:
            return Delivery(DeliveryState.SENT)
        return Delivery(DeliveryState.LATER, f"{self._name}: {redacted(said, url) or 'refused'}", ChannelState.UNSURE)

    def close(self) -> None:
        """Nothing is kept open."""

    def _url(self, address: str) -> str:
        """The target's address with the place in it. Raises ValueError where the two do not fit."""
        secret, place = secret_of(self._settings, "url"), address.partition(":")[2].strip()
        if secret is None:
            raise ValueError(f"it has no address → {_hint(self._name)}")
        if place and _PLACE not in secret:
            raise ValueError(f"its address has no {{to}} for {place!r} → write {self._name}: alone, or add {{to}}")
        if not place and _PLACE in secret:
            raise ValueError(f"its address has a {{to}} → write {self._name}:PLACE")
        return secret.replace(_PLACE, quote(place, safe="@"))


def body(draft: Draft, context: MailContext) -> str:
    """The text of a message: headline, outlet, time and address of each story."""
    parts = [_story(item, context) for item in draft.items[:_SHOWN]]
    if len(draft.items) > _SHOWN:
        parts.append(f"and {counted(len(draft.items) - _SHOWN, 'more story', 'more stories')}")
    if not draft.items:
        parts.append("Nothing new matched. This message is the proof that the watch goes on.")
    if context.pulse:
        parts.append(context.pulse)
    return "\n\n".join(parts)


def _story(item: DigestItem, context: MailContext) -> str:
    summary = item.summary
    outlet = f"{summary.outlet} ({summary.country})" if summary.country else summary.outlet
    others = {s.outlet for s in context.siblings.get(item.event, ())} - {summary.outlet}
    more = f" +{len(others)}" if others else ""
    lines = [_changed(change) for change in item.changes]
    lines += [summary.headline, f"{outlet}{more} · {language(summary.language)} · {moment(summary.when, context.zone)}"]
    if summary.passages:
        lines.append("“" + "".join(text for text, _ in summary.passages[0]).strip() + "”")
    lines.append(safe_link(summary.url) or summary.url)
    return "\n".join(lines)


def _changed(change: EventChange) -> str:
    who = f" ({change.sibling.outlet})" if change.sibling else ""
    before = f"{change.before} → " if change.before else ""
    return f"★ {change.kind.value}{': ' if change.after else ''}{before}{change.after}{who}"


def redacted(text: str, url: str) -> str:
    """What a service said, on one line, without any part of the address: it may be a token."""
    plain = " ".join(text.split())[:500]
    for part in sorted(set(re.split(r"[/:@?&=]+", url)[1:]), key=len, reverse=True):
        if len(part) > 3:
            plain = plain.replace(part, "…")
    return plain


def _hint(name: str) -> str:
    return f"set VEILLE_CHANNELS__{name.upper()}__URL, or url_file below [channels.{name}]"
