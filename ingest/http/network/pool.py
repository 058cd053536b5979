"""Connection pools with our own network underneath, or behind the user's proxy."""

import ssl
from collections import OrderedDict
from urllib.parse import unquote, urlsplit

import httpcore
import httpx

from ingest.errors import ConfigError
from ingest.http.network.backend import GuardedBackend, Resolve
from ingest.http.network.guard import Allowed
from ingest.http.network.header_limit import MeteredBackend

_KEEPALIVE_SECONDS = 15.0
ORIGINS = 64
"""Pools kept open."""
IDLE = 8
"""Connections kept open to one origin."""


class Pools:
    """A pool of connections for each origin, over one guarded network.

    httpcore's pool looks at every connection it has whenever a request begins or ends: with hundreds of hosts in one
    pool that took more time than the requests. A pool for each origin has a handful. The least recently used are
    closed beyond ``ORIGINS``.

    Behind a proxy the only address we dial is the proxy's own, and it resolves names: there is one pool then and no
    guard, and the caller checks what it can, the literal host.
    """

    def __init__(self, proxy: str | None, allowed: Allowed, connections: int, resolve: Resolve | None = None) -> None:
        self._tls = httpx.create_ssl_context()
        self._connections = connections
        self._guard = GuardedBackend(allowed, resolve) if proxy is None else None
        self._proxied = _proxied(proxy, self._tls, connections, min(connections, 64)) if proxy is not None else None
        self._by_origin: OrderedDict[tuple[bytes, bytes, int], httpcore.AsyncConnectionPool] = OrderedDict()

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """As httpcore's pool."""
        if self._proxied is not None:
            return await self._proxied.handle_async_request(request)
        return await (await self._pool(request.url.origin)).handle_async_request(request)

    async def _pool(self, origin: httpcore.Origin) -> httpcore.AsyncConnectionPool:
        key = (origin.scheme, origin.host, origin.port)
        pool = self._by_origin.get(key)
        if pool is None:
            pool = self._by_origin[key] = httpcore.AsyncConnectionPool(
                ssl_context=self._tls, max_connections=self._connections, max_keepalive_connections=IDLE,
                keepalive_expiry=_KEEPALIVE_SECONDS, network_backend=self._guard, http2=True,
            )  # fmt: skip
        self._by_origin.move_to_end(key)
        for old in [o for o in list(self._by_origin)[:-ORIGINS] if _is_idle(self._by_origin[o])]:
            await self._by_origin.pop(old).aclose()
        return pool

    async def aclose(self) -> None:
        """Close all connections."""
        pools = [*self._by_origin.values(), *([self._proxied] if self._proxied is not None else [])]
        self._by_origin.clear()
        for pool in pools:
            await pool.aclose()
        if self._guard is not None:
            self._guard.close()


def open_pool(
    proxy: str | None, allowed: Allowed, connections: int
) -> tuple[httpcore.AsyncConnectionPool, GuardedBackend | None]:
    """One pool for a single host, and the guarded network it dials through (None behind a proxy)."""
    tls = httpx.create_ssl_context()
    if proxy is not None:
        return _proxied(proxy, tls, connections, connections), None
    guard = GuardedBackend(allowed)
    return httpcore.AsyncConnectionPool(ssl_context=tls, max_connections=connections, network_backend=guard), guard


def _is_idle(pool: httpcore.AsyncConnectionPool) -> bool:
    return all(connection.is_idle() or connection.is_closed() for connection in pool.connections)


def _proxied(proxy: str, tls: ssl.SSLContext, connections: int, idle: int) -> httpcore.AsyncConnectionPool:
    parts = urlsplit(proxy)
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    if parts.scheme not in ("http", "https", "socks5", "socks5h") or not parts.hostname:
        raise ConfigError.of("fetch.proxy", f"cannot use {proxy!r}", hint="http://, https:// or socks5://host:port")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    scheme = "socks5" if parts.scheme.startswith("socks5") else parts.scheme
    port = parts.port or {"http": 80, "https": 443}.get(scheme, 1080)
    url = f"{scheme}://{host}:{port}"
    if scheme == "socks5":
        return httpcore.AsyncSOCKSProxy(
            url, proxy_auth=auth, ssl_context=tls, max_connections=connections,
            max_keepalive_connections=idle, keepalive_expiry=_KEEPALIVE_SECONDS,
            network_backend=MeteredBackend(),
        )  # fmt: skip
    return httpcore.AsyncHTTPProxy(
        url, proxy_auth=auth, ssl_context=tls, proxy_ssl_context=tls if scheme == "https" else None,
        max_connections=connections, max_keepalive_connections=idle, keepalive_expiry=_KEEPALIVE_SECONDS,
        network_backend=MeteredBackend(),
    )  # fmt: skip
