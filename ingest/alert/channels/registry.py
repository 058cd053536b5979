"""The channels of an installation, and which of them an address belongs to."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ingest.alert.channels.base import Channel
from ingest.alert.channels.mail.channel import MailChannel
from ingest.alert.channels.webhook import WebhookChannel
from ingest.alert.compose import Draft
from ingest.alert.context import MailContext
from ingest.alert.recipients import CheckAddress, mail_only
from ingest.errors import ConfigError
from ingest.ledger.outbox import Notification
from ingest.settings import Settings, problem_with


class Channels:
    """All ways to reach people that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._all: Sequence[Channel] = (MailChannel(settings.smtp), WebhookChannel(settings), *_services(settings))

    def of(self, address: str) -> Channel | None:
        """The channel that takes an address; None: it is set up no more."""
        return next((channel for channel in self._all if channel.lane(address) is not None), None)

    def write(self, draft: Draft, context: MailContext) -> Notification:
        """A draft as its recipient's channel writes it. Recipients were checked when the rules were read."""
        channel = self.of(draft.recipient)
        assert channel is not None, f"no channel for {draft.recipient}"
        return channel.write(draft, context)

    def close(self) -> None:
        """Give connections back."""
        for channel in self._all:
            channel.close()


def _services(settings: Settings) -> Sequence[Channel]:
    if not settings.channels:
        return ()
    from ingest.alert.channels.service import ServiceChannel  # apprise takes half a second to import

    return [ServiceChannel(name, channel) for name, channel in sorted(settings.channels.items())]


@contextmanager
def open_channels(settings: Settings) -> Iterator[Channels]:
    """``with open_channels(settings) as channels``: connections are opened when first needed, closed at the end."""
    channels = Channels(settings)
    try:
        yield channels
    finally:
        channels.close()


def address_checker(settings: Settings) -> CheckAddress:
    """The check of ``recipients`` in alerts.yaml, for the channels that the settings name."""
    channels = Channels(settings)

    def check(address: str) -> str | None:
        channel = channels.of(address)
        if channel is not None:
            return channel.problem(address)
        name = address.partition(":")[0]
        if ":" in address and "@" not in address and name.replace("-", "").replace("_", "").isalnum():
            known = ", ".join(sorted(settings.channels)) or "none"
            return f"no channel is named {name!r} (there are: {known}); set VEILLE_CHANNELS__{name.upper()}__URL"
        return f"{address!r} is not a mail address"

    return check


def check_own_addresses(settings: Settings) -> None:
    """Look at the addresses that veille.toml itself names. Raises ConfigError with all to which nothing could be sent.

    They are written to when something is wrong already: that is too late to find them wrong.
    """
    canary, check = settings.canary, address_checker(settings)
    said = [("canary.mailbox", canary.mailbox, check)] if canary.mailbox else []
    said += [("canary.alarm_to", address, check) for address in canary.alarm_to]
    said += [("alert.operations_to", address, mail_only) for address in settings.alert.operations_to]
    problems = [problem_with(settings, key, why) for key, address, of in said if (why := of(address)) is not None]
    if problems:
        raise ConfigError(problems)
