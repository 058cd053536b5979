"""Signed JSON to an address of your own: ``recipients: [https://hooks.example.org/veille]``.

Signed as Standard Webhooks 1.0 describes (standardwebhooks.com): HMAC-SHA256 over ``id.timestamp.body``, the id being
that of the notification, the same however often it is tried, so that a receiver can tell a repetition. The dial goes
through the guard that pages go through: no private network, unless ``webhook.allow_private`` lists it.
"""

import asyncio
import base64
import hashlib
import hmac
import json
from datetime import datetime
from urllib.parse import urlsplit

import httpcore

from ingest.alert.channels.base import ChannelState, Delivery, DeliveryState
from ingest.alert.channels.payload import payload
from ingest.alert.compose import Draft
from ingest.alert.context import MailContext
from ingest.alert.identity import notification_id
from ingest.errors import VeilleError
from ingest.http.network.backend import DialRefused, NameUnknown
from ingest.http.network.guard import Allowed, refusal_by_name
from ingest.http.network.pool import open_pool
from ingest.http.response import retry_after
from ingest.http.url import DEFAULT_PORTS, Target, parse_target
from ingest.ledger.outbox import Notification
from ingest.settings import Settings

_ANSWER_BYTES = 2_000
"""As much of an answer as is read and may stand in an error."""
_LATER = frozenset({401, 403, 404, 405, 408, 425, 429})
"""Client errors that a person mends on the other side, or that pass: tried again. Other 4xx refuse the message."""
_LANE_DOWN = frozenset({401, 403, 404, 405, 429, 502, 503, 504})


class WebhookChannel:
    """http(s) addresses."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings.webhook
        self._proxy = settings.fetch.proxy
        self._agent = f"{settings.fetch.agent} (webhook)"
        self._allowed = Allowed.of(settings.webhook.allow_private)

    def lane(self, address: str) -> str | None:
        """The origin: scheme, host and port."""
        target = _target(address)
        return None if target is None else target.origin

    def problem(self, address: str) -> str | None:
        """Credentials in a file that people share, or a webhook that nothing could sign."""
        target = _target(address)
        if target is not None and target.authorization:
            return f"{target.url!r} holds credentials; receivers know us by the signature"
        if target is None:
            return None
        try:
            key = self._settings.secret_for(target.host)
        except OSError as e:
            return f"{address!r}: webhook.{e}"
        if key is None:
            return f"{address!r}: there is no secret to sign with; set VEILLE_WEBHOOK__SECRET or webhook.secret_file"
        return None

    def write(self, draft: Draft, context: MailContext) -> Notification:
        """The body as JSON; it is signed when it is sent, because the time is part of what is signed."""
        identity = notification_id(draft.identity)
        body = payload(draft, context)
        return Notification(
            id=identity,
            message_id=identity,
            kind=draft.kind,
            channel=self.lane(draft.recipient) or "",
            recipient=draft.recipient,
            subject=str(body["data"]["subject"]),
            message=json.dumps(body, ensure_ascii=True, separators=(",", ":")),
            rule_id=draft.rules[0].id,
        )

    def send(self, notification: Notification, now: datetime) -> Delivery:
        """POST it. 2xx: taken. See docs/decisions/150 for what the other answers mean."""
        target = _target(notification.recipient)
        if target is None:
            return Delivery(DeliveryState.REFUSED, f"{notification.recipient} is not an http(s) address")
        try:
            key = self._settings.secret_for(target.host)
        except OSError as e:
            return Delivery(DeliveryState.LATER, f"webhook.{e}", ChannelState.DOWN)
        if key is None:
            hint = "set VEILLE_WEBHOOK__SECRET (openssl rand -base64 32) or webhook.secret_file"
            return Delivery(DeliveryState.LATER, f"no secret to sign with → {hint}", ChannelState.DOWN)
        if self._proxy is not None and (why := refusal_by_name(target.host, self._allowed)):
            return _forbidden(why)
        body = notification.message.encode()
        return asyncio.run(self._post(target, body, self._headers(notification, body, key, now), now))

    def close(self) -> None:
        """Nothing is kept open."""

    def _headers(self, notification: Notification, body: bytes, key: str, now: datetime) -> list[tuple[str, str]]:
        stamp = str(int(now.timestamp()))
        return [
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
            ("User-Agent", self._agent),
            ("webhook-id", notification.id),
            ("webhook-timestamp", stamp),
            ("webhook-signature", sign(key, notification.id, stamp, body)),
        ]

    async def _post(self, target: Target, body: bytes, headers: list[tuple[str, str]], now: datetime) -> Delivery:
        pool, guard = open_pool(self._proxy, self._allowed, 1)
        try:
            async with asyncio.timeout(self._settings.timeout_seconds):
                return await self._ask(pool, target, body, headers, now)
        except TimeoutError:
            return _broken(f"{target.origin}: no answer in {self._settings.timeout_seconds:g} s")
        except DialRefused as e:
            return _forbidden(str(e))
        except (NameUnknown, httpcore.ConnectError, httpcore.ConnectTimeout, OSError) as e:
            return Delivery(DeliveryState.LATER, f"cannot reach {target.origin}: {e}", ChannelState.DOWN)
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, VeilleError) as e:
            return _broken(f"{target.origin}: {e or type(e).__name__}")
        finally:
            await pool.aclose()
            if guard is not None:
                guard.close()

    async def _ask(
        self, pool: httpcore.AsyncConnectionPool, target: Target, body: bytes, headers: list[tuple[str, str]],
        now: datetime,
    ) -> Delivery:  # fmt: skip
        host = f"[{target.host}]" if ":" in target.host else target.host
        port = None if target.port == DEFAULT_PORTS[target.scheme] else target.port
        url = httpcore.URL(scheme=target.scheme, host=target.host, port=port, target=target.path)
        sent = [("Host", host if port is None else f"{host}:{port}"), *headers]
        async with pool.stream("POST", url, headers=sent, content=body) as response:
            said = b""
            async for chunk in response.aiter_stream():
                said += chunk[: _ANSWER_BYTES - len(said)]
                if len(said) >= _ANSWER_BYTES:
                    break
            fields = [(k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers]
            return judge(response.status, said, fields, now)


def judge(status: int, said: bytes, headers: list[tuple[str, str]], now: datetime) -> Delivery:
    """What an answer means for the message and for the address."""
    if 200 <= status < 300:
        return Delivery(DeliveryState.SENT)
    reason = f"{status} {' '.join(said.decode('utf-8', 'replace').split())[:200]}".strip()
    if 300 <= status < 400:
        return Delivery(DeliveryState.LATER, f"{reason} → it redirects; write the final address", ChannelState.DOWN)
    if status < 500 and status not in _LATER:  # 410 Gone among them: Standard Webhooks' way to say "no more"
        return Delivery(DeliveryState.REFUSED, reason)
    state = ChannelState.DOWN if status in _LANE_DOWN else ChannelState.UP
    return Delivery(DeliveryState.LATER, reason, state, retry_after(headers, now))


def sign(key: str, identity: str, timestamp: str, body: bytes) -> str:
    """``v1,`` and the HMAC-SHA256 of ``id.timestamp.body`` in base64."""
    signed = identity.encode() + b"." + timestamp.encode() + b"." + body
    return "v1," + base64.b64encode(hmac.new(secret_bytes(key), signed, hashlib.sha256).digest()).decode()


def secret_bytes(key: str) -> bytes:
    """A secret as written: ``whsec_`` and base64, base64 alone, or any other text as it is."""
    plain = key.removeprefix("whsec_")
    try:
        return base64.b64decode(plain, validate=True)
    except ValueError:
        return plain.encode()


def _target(address: str) -> Target | None:
    if not address.lower().startswith(("http://", "https://")):
        return None
    try:
        return parse_target(address) if urlsplit(address).hostname else None
    except (VeilleError, ValueError):
        return None


def _forbidden(why: str) -> Delivery:
    hint = why.replace("fetch.allow_private", "webhook.allow_private")
    return Delivery(DeliveryState.LATER, hint, ChannelState.DOWN)


def _broken(reason: str) -> Delivery:
    return Delivery(DeliveryState.LATER, reason, ChannelState.UNSURE)
