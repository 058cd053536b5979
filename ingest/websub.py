"""WebSub (W3C Recommendation of 23 January 2018): what is asked of a hub, and what of its answers is believed. Pure.

What a hub delivers is a nudge (docs/decisions/275): the feed is polled at once, and only the poll says what is new.
"""

import hashlib
import hmac
import re
from collections.abc import AsyncIterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from ingest.errors import ConfigError
from ingest.settings import Settings, problem_with
from ingest.urls import host, is_web

ANSWER_WITHIN = timedelta(days=1)
"""A hub that is busy confirms later; what was asked before that is no longer what we want."""
SHORTEST_LEASE, LONGEST_LEASE = timedelta(minutes=5), timedelta(days=30)
RENEW_AFTER = 0.8
"""Of a lease: of ten days two are left for trouble."""
SHORTEST_RENEWAL = timedelta(hours=1)
ASKED_AGAIN = timedelta(hours=1)
"""After a failure, or a promise without confirmation; doubled each time."""
ASKED_AGAIN_AT_MOST = timedelta(days=1)
DENIED_AGAIN = timedelta(days=7)
UNPROVEN_REQUESTS = 4
"""An hour, to a host that has never confirmed anything: whoever names a stranger as hub makes us no weapon."""
_LONGEST_URL = 500
_LONGEST_CHALLENGE = 2000
_SIGNATURE = re.compile(r"(sha1|sha256|sha384|sha512)=([0-9a-fA-F]{40,128})")


@dataclass(frozen=True, slots=True)
class HubWish:
    """Where a feed says that it can be subscribed to, and under which name."""

    hub: str
    topic: str

    @property
    def host(self) -> str:
        """Whom that would ask."""
        return host(self.hub)


@dataclass(frozen=True, slots=True)
class HubRequest:
    """What a hub asks of our callback before it acts (5.3), or says (5.2)."""

    mode: str
    topic: str
    challenge: str = ""
    lease_seconds: str = ""
    reason: str = ""

    @property
    def is_readable(self) -> bool:
        """False for what no hub sends."""
        return 0 < len(self.challenge) <= _LONGEST_CHALLENGE if self.mode != "denied" else True


def hub_wish(hub: str | None, topic: str | None, address: str) -> HubWish | None:
    """The subscription that a feed offers; None if it offers none that could be asked for.

    ``address`` (the one that is polled) stands in for a topic that the feed does not name.
    """
    if not hub or len(hub) > _LONGEST_URL or not is_web(hub) or "@" in urlsplit(hub).netloc:
        return None
    return HubWish(hub, topic if topic and is_web(topic) and len(topic) <= _LONGEST_URL else address)


def next_hub(offered: Sequence[str], asked: str | None, *, is_refused: bool) -> str | None:
    """Which of the hubs that a feed offers is to be asked: the one that is, until it refuses; then the next.

    The last one stays: two hubs that refuse in turn are not asked at every poll.
    """
    if asked not in offered:
        return next(iter(offered), None)
    place = offered.index(asked) + is_refused
    return offered[min(place, len(offered) - 1)]


def request_form(mode: str, callback: str, topic: str, secret: str, lease: timedelta) -> dict[str, str]:
    """The fields of a request to a hub (5.1). ``mode``: ``subscribe`` or ``unsubscribe``."""
    form = {"hub.mode": mode, "hub.topic": topic, "hub.callback": callback}
    if mode == "subscribe":
        form |= {"hub.lease_seconds": str(int(lease.total_seconds())), "hub.secret": secret}
    return form


def lease_of(said: str, asked: timedelta) -> timedelta:
    """The lease that a hub grants; what we asked for where it says none, and within bounds whatever it says."""
    seconds = int(said) if said.isascii() and said.isdigit() and len(said) < 12 else int(asked.total_seconds())
    return min(max(timedelta(seconds=seconds), SHORTEST_LEASE), LONGEST_LEASE)


def renewal(lease: timedelta, now: datetime) -> datetime:
    """When a lease that begins now is renewed: before it ends, but no hub makes us come every minute."""
    return now + max(lease * RENEW_AFTER, SHORTEST_RENEWAL)


async def is_signed(signature: str, secret: str, body: AsyncIterable[bytes]) -> bool:
    """Whether a delivery carries a hash of its body that only the hub can have made (8). Memory: one chunk.

    The body is read to its end whatever the header says, so that the answer tells nothing.
    """
    found = _SIGNATURE.fullmatch(signature.strip())
    method, given = (found[1], found[2].lower()) if found else ("sha256", "")
    mac = hmac.new(secret.encode(), digestmod=getattr(hashlib, method))
    async for chunk in body:
        mac.update(chunk)
    return hmac.compare_digest(mac.hexdigest(), given)


def callback_base(settings: Settings) -> str | None:
    """Where hubs reach ``veille serve``; None: nowhere, and nobody is subscribed to."""
    base = settings.websub.callback_url or settings.web.public_url
    return f"{base.rstrip('/')}/websub" if settings.websub.enabled and base else None


def check_websub(settings: Settings) -> None:
    """Raises ConfigError where WebSub is on and hubs could reach us nowhere."""
    if settings.websub.enabled and callback_base(settings) is None:
        why = "hubs need an address that they reach; set websub.callback_url or web.public_url, or take this out"
        raise ConfigError([problem_with(settings, "websub.enabled", why)])
