"""How many bytes come before an answer begins: a budget on the stream itself.

The parser bounds one header block (h11: 100 KiB), but a server may send ``100 Continue`` for as long
as we listen, each a block of its own: measured, a core for the whole of the total time. The budget is
in a context variable because a request reads its connection in its own task.
"""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import httpcore

MOST = 256 * 1024
"""Bytes until the header fields are complete; the last piece read (64 KiB) may hold some of the body."""


class HeadTooLong(Exception):
    """More bytes than any honest answer needs before its body."""


@dataclass(slots=True)
class _Budget:
    left: int


_budget: ContextVar[_Budget | None] = ContextVar("veille_head_budget", default=None)


@contextmanager
def head_budget() -> Iterator[None]:
    """Within the block, reading more than ``MOST`` bytes raises HeadTooLong."""
    token = _budget.set(_Budget(MOST))
    try:
        yield
    finally:
        _budget.reset(token)


class MeteredStream(httpcore.AsyncNetworkStream):
    """A network stream that counts against the budget of the request that reads it."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As the stream below; raises HeadTooLong."""
        data = await self._inner.read(max_bytes, timeout)
        budget = _budget.get()
        if budget is not None:
            budget.left -= len(data)
            if budget.left < 0:
                raise HeadTooLong(f"more than {MOST} bytes before the body")
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """As the stream below."""
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """As the stream below."""
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """As the stream below, metered too."""
        return MeteredStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """As the stream below."""
        return self._inner.get_extra_info(info)


class MeteredBackend(httpcore.AnyIOBackend):
    """The ordinary network with metered streams: what reaches a proxy."""

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:  # fmt: skip
        """As the network below."""
        return MeteredStream(await super().connect_tcp(host, port, timeout, local_address, socket_options))
