"""What every request passes before a page sees it, and every answer before it leaves: hosts, limits, headers."""

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ingest.clock import Clock
from ingest.settings import WebSettings
from ingest.web.access import bearer, is_within
from ingest.web.limits import RateLimit

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
        "connect-src 'self'", "form-action 'self'", "manifest-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
"""Nothing but our own files; no inline script or style: what slips through escaping still cannot run."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
LARGEST = 4_000_000
"""Bytes of a request: an OPML file of thousands of feeds."""


class Gate:
    """An ASGI application around another."""

    def __init__(self, app: ASGIApp, settings: WebSettings, clock: Clock, public: Iterable[str] = ()) -> None:
        """``public``: further addresses under which the desk is reached."""
        self.app, self.settings, self.clock = app, settings, clock
        self.public = {urlsplit(url).hostname or "" for url in (settings.public_url, *public)}
        self.limit = RateLimit(settings.requests_a_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with the headers that every answer has."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        scope["client_address"] = client_address(scope, headers, self.settings)
        refused = self._refusal(scope, headers)
        if refused is not None:
            await refused(scope, receive, _with_headers(send))
            return
        await self.app(scope, _limited(receive), _with_headers(send))

    def _refusal(self, scope: Scope, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
        if (
            name.lower() not in (*self.settings.allowed_hosts, *self.public, "*")
            and "*" not in self.settings.allowed_hosts
        ):
            hint = "add it to [web] allowed_hosts in veille.toml if that is meant"
            return PlainTextResponse(f"this desk does not answer to the name {name!r}: {hint}\n", 421)
        if int(headers.get("content-length") or 0) > LARGEST:
            return PlainTextResponse(f"larger than {LARGEST:,} bytes\n", 413)
        if not scope["path"].startswith("/static/") and (wait := self._wait(scope["client_address"], headers)):
            return PlainTextResponse("too many requests\n", 429, {"retry-after": f"{wait:.0f}"})
        return None

    def _wait(self, client: str, headers: Headers) -> float:
        """By address, and by token as well: one from many addresses is one, and made-up ones are no way around."""
        token = bearer(headers.get("authorization", ""))
        now = self.clock()
        return max(self.limit.wait(client, now), self.limit.wait(f"token:{token}", now) if token else 0.0)


def client_address(scope: MutableMapping[str, Any], headers: Headers, settings: WebSettings) -> str:
    """Who is asking: the last address in X-Forwarded-For that is not one of our own proxies."""
    address = (scope.get("client") or ("", 0))[0]
    if not is_within(address, settings.trusted_proxies):
        return str(address)
    for name in reversed([part.strip() for part in headers.get("x-forwarded-for", "").split(",") if part.strip()]):
        address = name
        if not is_within(name, settings.trusted_proxies):
            break
    return str(address)


def _with_headers(send: Send) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return wrapped


class RequestTooLarge(Exception):
    """A body that grew beyond what is read."""


def _limited(receive: Receive) -> Callable[[], Any]:
    read = 0

    async def wrapped() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > LARGEST:
            raise RequestTooLarge
        return message

    return wrapped
