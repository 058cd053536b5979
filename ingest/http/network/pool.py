"""Connection pools with our own network underneath, or behind the user's proxy."""

import ssl
from urllib.parse import unquote, urlsplit

import httpcore
import httpx

from ingest.errors import ConfigError
from ingest.http.network.backend import GuardedBackend, Resolve
from ingest.http.network.guard import Allowed
from ingest.http.network.header_limit import MeteredBackend

_KEEPALIVE_SECONDS = 15.0


def open_pool(
    proxy: str | None, allowed: Allowed, connections: int, resolve: Resolve | None = None
) -> tuple[httpcore.AsyncConnectionPool, GuardedBackend | None]:
    """A pool, and the guarded network it dials through.

    Behind a proxy the only address we dial is the proxy's own, and it resolves names: there the
    guard is None, and the caller checks what it can, the literal host.
    """
    tls = httpx.create_ssl_context()
    idle = min(connections, 64)
    if proxy is None:
        guard = GuardedBackend(allowed, resolve)
        pool = httpcore.AsyncConnectionPool(
            ssl_context=tls, max_connections=connections, max_keepalive_connections=idle,
            keepalive_expiry=_KEEPALIVE_SECONDS, network_backend=guard,
        )  # fmt: skip
        return pool, guard
    return _proxied(proxy, tls, connections, idle), None


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
