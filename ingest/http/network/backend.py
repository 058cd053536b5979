"""The network under the HTTP client: resolves a name, checks each address, dials the checked address.

Because the address that was checked is the one that is dialled, a name that resolves differently a
moment later (DNS rebinding) gains nothing.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpcore

from ingest.http.network.guard import Address, Allowed, literal, refusal
from ingest.http.network.header_limit import MeteredBackend

Resolve = Callable[[str, int], Awaitable[list[Address]]]

# getaddrinfo blocks a thread for as long as a name server is silent (5 to 30 s): asyncio's own pool
# has only six threads on two cores, so that six dead names would hold up every other host.
_RESOLVER_THREADS = 24
_ADDRESSES_TRIED = 4


class DialRefused(Exception):
    """No address of the host may be dialled."""


class NameUnknown(Exception):
    """The host's name does not resolve."""


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """An httpcore network backend that dials only permitted addresses."""

    def __init__(self, allowed: Allowed, resolve: Resolve | None = None) -> None:
        self._allowed = allowed
        self._threads = ThreadPoolExecutor(_RESOLVER_THREADS, thread_name_prefix="resolve")
        self._resolve = resolve or self._by_system
        self._network = MeteredBackend()

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:  # fmt: skip
        """Resolve, check, dial: the first address that answers."""
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._checked(host, port)
                return await self._first(addresses, port, timeout, local_address, socket_options)
        except TimeoutError as e:
            raise httpcore.ConnectTimeout(f"no connection to {host} in {timeout} s") from e

    async def _checked(self, host: str, port: int) -> list[Address]:
        address = literal(host)
        found = [address] if address is not None else await self._resolve(host, port)
        refusals = {a: refusal(host, a, self._allowed) for a in found}
        good = [a for a, why in refusals.items() if why is None]
        if not good:
            raise DialRefused(next((why for why in refusals.values() if why), f"{host} has no address"))
        return good[:_ADDRESSES_TRIED]

    async def _first(
        self, addresses: list[Address], port: int, timeout: float | None, local: str | None, options: Any
    ) -> httpcore.AsyncNetworkStream:
        each = None if timeout is None else timeout / len(addresses)
        trouble: Exception | None = None
        for address in addresses:
            try:
                return await self._network.connect_tcp(str(address), port, each, local, options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as e:
                trouble = e
        assert trouble is not None
        raise trouble

    async def _by_system(self, host: str, port: int) -> list[Address]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(
                self._threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            )
        except (socket.gaierror, UnicodeError) as e:
            raise NameUnknown(str(e)) from e
        return list(dict.fromkeys(ipaddress.ip_address(str(info[4][0])) for info in found))

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never: no URL leads to a socket file."""
        raise DialRefused(f"unix socket {path}")

    async def sleep(self, seconds: float) -> None:
        """Between httpcore's own retries (we use none)."""
        await asyncio.sleep(seconds)

    def close(self) -> None:
        """Let the resolver's threads go; one that is stuck in a name server is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)
