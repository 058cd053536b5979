"""Pages fetched against a bare GET, CPU of the client's process: ``python -m bench.fetch --pages 300 --hosts 10``.

The server is a process of its own. Both ask for the same pages of the same hosts (127.0.0.1, 127.0.0.2, …), turn by
turn, over kept-alive connections. Ours reads robots.txt and TDMRep of each host, resolves and checks every address that
it dials, keeps the pace, reads the page's head, and hashes the body.
"""

import argparse
import asyncio
import multiprocessing
import statistics
import tempfile
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection

import httpx

from ingest.clock import system_clock
from ingest.fetch.page import FetchedBefore, fetch_page
from ingest.http.client import HttpClient
from ingest.ledger.store import Ledger, open_ledger
from ingest.model import Article, Policy
from ingest.rights.site_rules import Sites
from ingest.settings import FetchSettings
from ingest.urls import url_key

HEAD = (
    b'<!doctype html><html><head><title>A page</title><link rel="canonical" href="/x">'
    + b"<meta name=a content=b>" * 40
)
PAGE = (
    HEAD
    + b"<script>var a = 1;</script></head><body><!-- c -->"
    + b"<p>Some words of a page.</p>" * 2500
    + b"</body></html>"
)
AGREED = 6.0
"""ms of CPU a page at most."""


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """HTTP/1.1 with kept-alive connections, and no more."""
    while head := await _request(reader):
        is_page = b"/page-" in head.split(b"\r\n", 1)[0]
        status, body = (b"200 OK", PAGE) if is_page else (b"404 Not Found", b"")
        lines = b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % (
            status,
            len(body),
        )
        writer.write(lines + body)
        await writer.drain()
    writer.close()


async def _request(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


def serve(pipe: Connection) -> None:
    """Serve all of 127/8 until killed."""

    async def go() -> None:
        server = await asyncio.start_server(answer, "0.0.0.0", 0)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(go())


async def bare(urls: list[str]) -> float:
    """ms of CPU a page: the client of httpx, and the body read."""
    async with httpx.AsyncClient() as client:
        begun = time.process_time()
        for url in urls:
            assert (await client.get(url)).content
        return (time.process_time() - begun) * 1000 / len(urls)


async def ours(urls: list[str]) -> float:
    """The same for ``fetch_page``."""
    settings = FetchSettings(allow_private=("127.0.0.0/8",), host_delay_seconds=0)
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(f"sqlite:///{folder}/ledger.sqlite")
        try:
            return await _fetched(urls, settings, ledger)
        finally:
            ledger.close()


async def _fetched(urls: list[str], settings: FetchSettings, ledger: Ledger) -> float:
    async with HttpClient(settings, system_clock) as http:
        sites = Sites(ledger, http)
        begun = time.process_time()
        for url in urls:
            got = await fetch_page(article(url), http, sites, settings, FetchedBefore())
            assert got.page is not None, got.verdict
        return (time.process_time() - begun) * 1000 / len(urls)


def article(url: str) -> Article:
    return Article(url_key(url), url, url, "f", "t", "", "", datetime.now(UTC), "discovered", Policy.FULL)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--hosts", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    server = context.Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = mine.recv()
    urls = [f"http://127.0.0.{n % options.hosts + 1}:{port}/page-{n}" for n in range(options.pages)]
    found: dict[str, list[float]] = {"bare": [], "ours": []}
    try:
        for _ in range(options.rounds):
            found["bare"].append(asyncio.run(bare(urls)))
            found["ours"].append(asyncio.run(ours(urls)))
    finally:
        server.kill()
    plain, whole = (statistics.median(found[name]) for name in ("bare", "ours"))
    what = f"{options.pages} pages of {len(PAGE) // 1000} kB on {options.hosts} hosts"
    print(f"{what}, ms of CPU a page (median of {options.rounds})")
    print(f"bare GET {plain:.2f}   fetch {whole:.2f}   ratio {whole / plain:.1f}   ({AGREED:g} ms at most)")


if __name__ == "__main__":
    main()
