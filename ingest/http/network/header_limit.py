"""How many bytes come before an answer begins: a budget on the stream itself.

The parser bounds one header block (h11: 100 KiB), but a server may send ``100 Continue`` for as long
as we listen, each a block of its own: measured, a core for the whole of the total time. The budget is
in a context variable because a request reads its connection in its own task.
"""

import re
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import httpcore

MOST = 256 * 1024
"""Bytes until the header fields are complete; the last piece read (64 KiB) may hold some of the body."""


_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_NAME = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_ILLEGAL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")


class HeadTooLong(Exception):
    """More bytes than any honest answer needs before its body."""


@dataclass(slots=True)
class HeadBudget:
    """What a request may still read before its body, and what was mended on the way."""

    left: int
    faults: list[str] = field(default_factory=list)


_budget: ContextVar[HeadBudget | None] = ContextVar("veille_head_budget", default=None)


@contextmanager
def head_budget() -> Iterator[HeadBudget]:
    """Within the block, reading more than ``MOST`` bytes raises HeadTooLong."""
    budget = HeadBudget(MOST)
    token = _budget.set(budget)
    try:
        yield budget
    finally:
        _budget.reset(token)


def mended(head: bytes) -> tuple[bytes, list[str]]:
    """A response's head without the lines that no parser takes, and what was wrong with them.

    A name with a blank in it (``X Powered By``) is met on old PHP; it must not cost the document. A blank before the
    colon is taken out, since the field may say how the body is framed.
    """
    lines = head.split(b"\n")
    kept, faults, is_dropped = lines[:1], list[str](), False
    for line in lines[1:]:
        if line[:1] in (b" ", b"\t"):  # goes on with the line before
            kept += [] if is_dropped else [line]
            continue
        name, colon, value = line.rstrip(b"\r").partition(b":")
        is_dropped = not colon or not _NAME.fullmatch(name.rstrip(b" \t")) or bool(_ILLEGAL.search(value))
        if is_dropped:
            faults.append(f"illegal header line {line[:60].decode('ascii', 'replace').strip()!r}")
        else:
            kept.append(line if name == name.rstrip(b" \t") else name.rstrip(b" \t") + b":" + value + b"\r")
    return b"\n".join(kept), faults


class MeteredStream(httpcore.AsyncNetworkStream):
    """A network stream that counts against the budget of the request that reads it."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """As the stream below; raises HeadTooLong."""
        budget = _budget.get()
        data = await self._read(max_bytes, timeout, budget)
        if budget is None or not data.startswith(b"HTTP/"):
            return data
        while (end := _END_OF_HEAD.search(data)) is None:  # the whole head, so that it can be mended
            more = await self._read(max_bytes, timeout, budget)
            if not more:
                return data
            data += more
        head, faults = mended(data[: end.start()])
        budget.faults += faults
        return head + data[end.start() :]

    async def _read(self, max_bytes: int, timeout: float | None, budget: HeadBudget | None) -> bytes:
        data = await self._inner.read(max_bytes, timeout)
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
