"""A loopback HTTP server that says exactly the bytes it is told to: for servers that misbehave."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

Handler = Callable[["Request", asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]


@dataclass
class RawServer:
    port: int
    handlers: dict[str, Handler | bytes] = field(default_factory=dict)
    seen: list[Request] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [r.path for r in self.seen]


def answer(body: bytes = b"", status: str = "200 OK", *headers: str, length: int | None = None) -> bytes:
    """A whole answer; ``length`` lies about the body."""
    lines = [f"HTTP/1.1 {status}", *headers]
    if length is None or length >= 0:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*lines, "", ""]).encode() + body


@contextlib.asynccontextmanager
async def serve(handlers: dict[str, Handler | bytes]) -> AsyncIterator[RawServer]:
    """Serve paths by bytes or by coroutine; everything else is 404. Bytes are followed by closing the connection."""
    raw = RawServer(0, handlers)

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            request = await _request(reader)
            raw.seen.append(request)
            handler = raw.handlers.get(request.path, raw.handlers.get("*", answer(b"nothing here", "404 Not Found")))
            if isinstance(handler, bytes):
                writer.write(handler)
                await writer.drain()
            else:
                await handler(request, writer)
        writer.close()
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):
            await writer.wait_closed()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, limit=2**20)
    raw.port = server.sockets[0].getsockname()[1]
    try:
        yield raw
    finally:
        server.close()


async def _request(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, path, _ = head[0].split(" ", 2)
    pairs = (line.split(":", 1) for line in head[1:] if ":" in line)
    return Request(method, path, {k.strip().lower(): v.strip() for k, v in pairs})
