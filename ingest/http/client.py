"""The HTTP client: honest about who asks, careful about whom, bounded in everything that comes back.

get ─▶ may we ask this URL ─▶ the host's turn ─▶ dial the checked address ─▶ read within limits ─▶ Response
         ▲                                                                        │
         └──────────────────── a redirect: the same again, hop by hop ◀───────────┘
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

import httpcore

from ingest.clock import Clock
from ingest.http import errors
from ingest.http.agent import user_agent
from ingest.http.body import Headers, Limit, ResponseBody, header_fields, read_body
from ingest.http.content_encoding import ACCEPT_ENCODING
from ingest.http.cookies import ChainCookies
from ingest.http.network.backend import Resolve
from ingest.http.network.guard import Allowed, refusal_by_name
from ingest.http.network.header_limit import head_budget
from ingest.http.network.pool import Pools
from ingest.http.pace import Pace, Reserve
from ingest.http.response import Hop, Response, retry_after
from ingest.http.translate import Broken, translated
from ingest.http.url import DEFAULT_PORTS, Target, follow, parse_target
from ingest.settings import FetchSettings
from ingest.urls import publisher

_REDIRECTS = (301, 302, 303, 307, 308)
_PRIVATE_HEADERS = frozenset({"authorization", "cookie", "proxy-authorization"})

BeforeHop = Callable[[str], Awaitable[None]]
"""Asked before each URL of a chain; raises Refused to stop it (robots.txt of the host it leads to)."""


@dataclass(slots=True)
class Spent:
    """What asking has cost so far, also where it came to nothing: seconds on the wire, bytes of body."""

    seconds: float = 0.0
    received: int = 0


class HttpClient:
    """``async with HttpClient(settings.fetch, clock) as http: answer = await http.get(url)``.

    Connections are pooled. ``pace`` is shared by everything that is asked through one client.
    ``connections`` is how many requests are on the wire at once (default: ``fetch.concurrency``).
    ``resolve`` replaces the system's resolver (tests of rebinding), ``reserve`` shares the pace with
    other processes (see ``ingest.ledger.hosts``).
    """

    def __init__(
        self, settings: FetchSettings, clock: Clock, *, connections: int | None = None,
        resolve: Resolve | None = None, reserve: Reserve | None = None,
    ) -> None:  # fmt: skip
        self.settings, self.clock = settings, clock
        self.agent = user_agent(settings)
        self.pace = Pace(clock, delay=settings.host_delay_seconds, per_host=settings.per_host, reserve=reserve)
        self._allowed = Allowed.of(settings.allow_private)
        self._at_once = connections or settings.concurrency
        self._places, self._resolve = asyncio.Semaphore(self._at_once), resolve
        self._pool: Pools | None = None

    async def __aenter__(self) -> Self:
        """Open the pool."""
        self._pool = Pools(self.settings.proxy, self._allowed, 2 * self._at_once, self._resolve)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None
    ) -> None:
        """Close all connections."""
        if self._pool is not None:
            await self._pool.aclose()
        self._pool = None

    async def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, max_bytes: int | None = None,
        origin_pace: bool = True, before_hop: BeforeHop | None = None, cut: bool = False,
        spent: Spent | None = None, is_strangers: bool = False,
    ) -> Response:  # fmt: skip
        """Ask for a URL and follow its redirects; the answer may have any status.

        ``headers`` are added to ours (conditional GET); ``max_bytes`` bounds the body once decompressed
        (default: the setting), ``cut`` ends it there instead of raising TooLarge;
        ``origin_pace=False`` skips the host's spacing, for robots.txt and the like; ``spent`` is added to.
        ``is_strangers``: another outlet than its own chose the address. A 429 or 503 there pauses no host, nor does one
        that a redirect of another publisher led to (decision 321).
        Raises FetchError, whose kinds ``ingest.http.errors`` draws. Memory: ``max_bytes`` and a little.
        """
        limit = Limit(int(self.settings.max_megabytes * 1_000_000) if max_bytes is None else max_bytes, cut)
        target = first = parse_target(url)
        sent = self._request_headers(headers or {}, target.authorization)
        started, spent, hops, cookies = (
            self.clock(),
            spent if spent is not None else Spent(),
            tuple[Hop, ...](),
            ChainCookies(),
        )
        before = spent.seconds
        asked = {(target.url, cookies.header(target.host))}
        while True:
            if before_hop is not None:
                elsewhere = spent.seconds
                await before_hop(target.url)
                before += spent.seconds - elsewhere  # what is charged there is no time of this chain's
            got = await self._hop(target, _with_cookies(sent, cookies, target), limit, spent, before, origin_pace)
            self._heed_pause(target, got, is_strangers or publisher(target.url) != publisher(first.url))
            location = _location(got.status, got.fields)
            if location is None:
                return Response(
                    first.url, target.url, got.status, got.fields, got.body.data, hops, started,
                    spent.seconds - before, sent, got.body.faults,
                )  # fmt: skip
            cookies.take(target.host, got.fields)
            source, target = target, self._next(first, target, location, hops)
            visit = (target.url, cookies.header(target.host))
            if visit in asked:
                raise errors.RedirectLoop(first.url, f"{target.url} again")
            asked.add(visit)
            hops += (Hop(source.url, got.status, target.url),)
            if source.origin != target.origin:
                sent = tuple((k, v) for k, v in sent if k.lower() not in _PRIVATE_HEADERS)

    async def post_form(self, url: str, fields: Mapping[str, str]) -> Response:
        """Send a form. Only 307 and 308 are followed, with the same form (RFC 9110, 15.4.8); other redirects come back.

        The same guard, pace and limits as ``get``; of the answer 64 KiB are read. Raises FetchError.
        """
        target = first = parse_target(url)
        content = urlencode(fields).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(content))}
        sent, limit = self._request_headers(kind, target.authorization), Limit(65_536, True)
        started, spent, hops = self.clock(), Spent(), tuple[Hop, ...]()
        while True:
            got = await self._hop(target, sent, limit, spent, 0.0, True, content)
            self._heed_pause(target, got, is_strangers=True)  # a feed names its hub
            location = _location(got.status, got.fields) if got.status in (307, 308) else None
            if location is None:
                body = got.body.data
                return Response(first.url, target.url, got.status, got.fields, body, hops, started, spent.seconds)
            source, target = target, self._next(first, target, location, hops)
            hops += (Hop(source.url, got.status, target.url),)
            if source.origin != target.origin:
                sent = tuple((k, v) for k, v in sent if k.lower() not in _PRIVATE_HEADERS)

    def _request_headers(self, extra: Mapping[str, str], authorization: str | None) -> Headers:
        ours = {
            "User-Agent": self.agent,
            "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
            "Accept-Encoding": ACCEPT_ENCODING,
        }
        if authorization:
            ours["Authorization"] = authorization
        known = {k.lower() for k in extra}
        return tuple((k, v) for k, v in ours.items() if k.lower() not in known) + tuple(extra.items())

    def _next(self, first: Target, here: Target, location: str, hops: tuple[Hop, ...]) -> Target:
        target = follow(here, location)
        if len(hops) >= self.settings.max_redirects:
            raise errors.TooManyRedirects(first.url, f"more than {self.settings.max_redirects}")
        return target

    async def _hop(
        self, target: Target, sent: Headers, limit: Limit, spent: Spent, before: float, pace: bool,
        form: bytes | None = None,
    ) -> "_Got":  # fmt: skip
        """One request and its answer, in the host's turn and within what is left of the total time."""
        if self.settings.proxy is not None and (why := refusal_by_name(target.host, self._allowed)):
            raise errors.PrivateAddress(target.url, why)
        if not pace:
            self.pace.refuse_paused(target.host, target.url)
            return await self._timed(target, sent, limit, spent, before, form)
        async with self.pace.turn(target.host, target.url), self._places:
            return await self._timed(target, sent, limit, spent, before, form)

    async def _timed(
        self, target: Target, sent: Headers, limit: Limit, spent: Spent, before: float, form: bytes | None
    ) -> "_Got":
        loop = asyncio.get_running_loop()
        began, total = loop.time(), self.settings.total_seconds
        try:
            async with asyncio.timeout(max(total - (spent.seconds - before), 0.001)):
                got = await self._retried_once(target, sent, limit, form)
        except TimeoutError as e:
            raise errors.TimedOut(target.url, f"not complete after {total:g} s") from e
        finally:
            spent.seconds += loop.time() - began
        spent.received += len(got.body.data)
        return got

    async def _retried_once(self, target: Target, sent: Headers, limit: Limit, form: bytes | None) -> "_Got":
        """A connection that breaks before any answer is tried again at once: a kept-alive one may have gone stale."""
        try:
            return await self._ask(target, sent, limit, form)
        except Broken:
            pass
        try:
            return await self._ask(target, sent, limit, form)
        except Broken as e:
            raise errors.ConnectFailed(target.url, str(e)) from e

    async def _ask(self, target: Target, sent: Headers, limit: Limit, form: bytes | None) -> "_Got":
        assert self._pool is not None, "use `async with`"
        try:
            with head_budget() as head:
                response = await self._pool.handle_async_request(self._request(target, sent, form))
        except Exception as e:
            raise translated(target.url, e, answered=False) from e
        try:
            fields = header_fields(target.url, response.headers)
            if _location(response.status, fields) is not None:
                return _Got(response.status, fields, ResponseBody(b""))
            body = await read_body(target.url, response, fields, limit)
            return _Got(response.status, fields, replace(body, faults=(*head.faults, *body.faults)))
        except errors.FetchError:
            raise
        except Exception as e:
            raise translated(target.url, e, answered=True) from e
        finally:
            await response.aclose()

    def _request(self, target: Target, sent: Headers, form: bytes | None) -> httpcore.Request:
        host = f"[{target.host}]" if ":" in target.host else target.host
        port = None if target.port == DEFAULT_PORTS[target.scheme] else target.port
        url = httpcore.URL(scheme=target.scheme, host=target.host, port=port, target=target.path)
        wait = self.settings.timeout_seconds
        timeouts = {"connect": wait, "read": wait, "write": wait, "pool": None}
        headers = [("Host", host if port is None else f"{host}:{port}"), *sent]
        method = "GET" if form is None else "POST"
        return httpcore.Request(method, url, headers=headers, content=form, extensions={"timeout": timeouts})

    def _heed_pause(self, target: Target, got: "_Got", is_strangers: bool) -> None:
        if got.status in (429, 503) and not is_strangers:
            now = self.clock()
            until = retry_after(got.fields, now)
            if until is not None and until > now:
                self.pace.pause(target.host, until)


@dataclass(frozen=True, slots=True)
class _Got:
    """One hop's answer."""

    status: int
    fields: Headers
    body: ResponseBody


def _with_cookies(sent: Headers, cookies: ChainCookies, target: Target) -> Headers:
    line = cookies.header(target.host)
    return sent if line is None else (*(f for f in sent if f[0].lower() != "cookie"), ("Cookie", line))


def _location(status: int, fields: Headers) -> str | None:
    if status not in _REDIRECTS:
        return None
    return next((v for k, v in fields if k.lower() == "location" and v.strip()), None)
