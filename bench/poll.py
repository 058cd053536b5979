"""The poll stage against a bare httpx loop: same feeds, same answers, same concurrency, same run.

    python bench/poll.py [--feeds 2000] [--rounds 3]

A server of its own process answers on loopback, under many addresses of 127.0.0.0/8 as if they were hosts. In each
round seven feeds of ten answer 304, one answers 200 with the body it had, two answer 200 with one new item among
thirty. The bare loop sends the same conditional headers and reads the same bodies, and does nothing else.
"""

import argparse
import asyncio
import multiprocessing
import resource
import statistics
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from ingest.feeds.catalogue import Catalogue
from ingest.http.client import HttpClient
from ingest.ledger.store import open_ledger
from ingest.model import Feed
from ingest.settings import FetchSettings, PollSettings, Settings
from ingest.stages.poll import poll

ITEMS = 30
FEEDS_A_HOST = 4
CONCURRENCY = 32
START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ITEM = """<item><title>Headline number {n} of feed {feed}, as long as headlines are</title>
<link>https://feed-{feed}.example/articles/{n}?utm_source=rss&amp;utm_medium=feed</link>
<guid isPermaLink="false">feed-{feed}-{n}</guid><pubDate>{date}</pubDate><dc:creator>A. Writer</dc:creator>
<category>World</category><description>&lt;p&gt;A summary of two sentences, with some &lt;b&gt;markup&lt;/b&gt; in
it, about as long as those that publishers write. The second one ends here.&lt;/p&gt;</description></item>"""


def body(feed: int, round_number: int) -> bytes:
    newest = ITEMS + (round_number if feed % 10 >= 8 else 0)
    items = (
        ITEM.format(n=n, feed=feed, date=f"{START - timedelta(hours=ITEMS - n):%a, %d %b %Y %H:%M:%S} GMT")
        for n in range(newest, newest - ITEMS, -1)
    )
    head = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
    )
    return f"{head}<title>Feed {feed}</title><link>https://feed-{feed}.example/</link>{''.join(items)}</channel></rss>".encode()


async def serve(port_pipe: "multiprocessing.connection.Connection") -> None:
    round_number = 0
    bodies: dict[tuple[int, int], bytes] = {}

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal round_number
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                path = head.split(b" ", 2)[1]
                if path.startswith(b"/round/"):
                    round_number = int(path[7:])
                    writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
                    continue
                feed = int(path[6:])
                conditional = feed % 10 < 7
                if conditional and b'"steady"' in head:
                    writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "steady"\r\n\r\n')
                    continue
                key = (feed, round_number if feed % 10 >= 8 else 0)
                data = bodies.get(key) or bodies.setdefault(key, body(*key))
                etag = b'ETag: "steady"\r\n' if conditional else b""
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n%sContent-Length: %d\r\n\r\n"
                    % (etag, len(data))
                    + data
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(handle, "0.0.0.0", 0)
    port_pipe.send(server.sockets[0].getsockname()[1])
    async with server:
        await server.serve_forever()


def run_server(pipe: "multiprocessing.connection.Connection") -> None:
    asyncio.run(serve(pipe))


@dataclass
class Cost:
    cpu: float
    wall: float


class Meter:
    def __enter__(self) -> "Meter":
        self.cpu, self.wall = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.cost = Cost(time.process_time() - self.cpu, time.perf_counter() - self.wall)


def addresses(count: int, port: int) -> list[str]:
    return [
        f"http://127.0.{1 + n // FEEDS_A_HOST // 250}.{1 + n // FEEDS_A_HOST % 250}:{port}/feed/{n}"
        for n in range(count)
    ]


async def bare(urls: list[str]) -> None:
    """The least that a poller can do: ask for each, read the body."""
    waiting = iter(enumerate(urls))
    limits = httpx.Limits(max_connections=CONCURRENCY * 4, max_keepalive_connections=CONCURRENCY * 4)
    async with httpx.AsyncClient(limits=limits, timeout=30) as client:

        async def worker() -> None:
            for n, url in waiting:
                headers = {"If-None-Match": '"steady"'} if n % 10 < 7 else {}
                response = await client.get(url, headers=headers)
                assert response.status_code in (200, 304)

        await asyncio.gather(*(worker() for _ in range(CONCURRENCY)))


def line(name: str, count: int, cost: Cost, more: str = "") -> None:
    print(
        f"  {name:8} {count / cost.wall:6.0f} feeds/s  {cost.cpu * 1000 / count:5.2f} CPU-ms a feed  {more}", flush=True
    )


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(count: int, rounds: int, folder: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=run_server, args=(theirs,), daemon=True)
    process.start()
    try:
        port = ours.recv()
        urls = addresses(count, port)
        feeds = tuple(Feed(f"feed-{n}", url, f"Feed {n}", f"o{n}", f"Feed {n}") for n, url in enumerate(urls))
        ledger = open_ledger(f"sqlite:///{folder}/bench-{count}.sqlite")
        fetching = FetchSettings(allow_private=("127.0.0.0/8",), host_delay_seconds=0, per_host=FEEDS_A_HOST)
        settings = Settings(fetch=fetching, poll=PollSettings(concurrency=CONCURRENCY))
        now = START

        async def one(name: str) -> tuple[Cost, int]:
            async with HttpClient(settings.fetch, lambda: now) as http:
                with Meter() as meter:
                    run = await poll(ledger, Catalogue(feeds), http, settings, lambda: now, lambda _: None)
            assert run.accounted
            assert run.claimed == count, (run.claimed, run.counts)
            line(name, count, meter.cost, str(dict(run.counts)))
            return meter.cost, run.new

        print(f"{count} feeds")
        asyncio.run(one("first"))
        cpu, wall = [], []
        for round_number in range(1, rounds + 1):
            httpx.get(f"http://127.0.0.1:{port}/round/{round_number}")
            now += timedelta(hours=7)
            with Meter() as meter:
                asyncio.run(bare(urls))
            line("bare", count, meter.cost)
            cost, _ = asyncio.run(one("poll"))
            cpu.append(cost.cpu / meter.cost.cpu)
            wall.append(cost.wall / meter.cost.wall)
        ledger.close()
        print(
            f"  ratio to bare: CPU {statistics.median(cpu):.2f}, wall {statistics.median(wall):.2f} (at most 1.5 each)"
        )
    finally:
        process.kill()
        process.join()


def child(count: int, rounds: int, folder: str, pipe: "multiprocessing.connection.Connection") -> None:
    measure(count, rounds, Path(folder))
    pipe.send(peak_mb())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    peaks = {}
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        for count in (options.feeds // 4, options.feeds):
            ours, theirs = context.Pipe()
            process = context.Process(target=child, args=(count, options.rounds, folder, theirs))
            process.start()
            peaks[count] = ours.recv()
            process.join()
    print("memory, peak of the process: " + ", ".join(f"{mb:.0f} MB at {count} feeds" for count, mb in peaks.items()))


if __name__ == "__main__":
    main()
