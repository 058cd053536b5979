"""Hostile feed documents: what each comes to, how long it takes, how much memory. A process of its own for each.

python bench/feeds_hostile.py
"""

import multiprocessing
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime

from ingest.feeds.parse import parse_feed
from ingest.model import Feed

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LIMIT = 16_000_000
"""poll.max_megabytes: what the HTTP client lets through."""


def rss(inner: str, doctype: str = "") -> bytes:
    return f"{doctype}<rss version='2.0'><channel><title>T</title>{inner}</channel></rss>".encode()


def item(n: int, title: str = "t") -> str:
    return f"<item><title>{title}</title><link>https://e.test/{n}</link></item>"


LAUGHS = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10 if i else 'ha'}'>" for i in range(12))
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "ordinary feed of 30 items": lambda: rss("".join(item(i, "An ordinary title") for i in range(30))),
    "1,000,000 entries": lambda: rss("<item><link>a</link></item>" * 1_000_000),
    "1,000,000 entries never closed": lambda: rss("<item><a/>" * 1_000_000),
    "a title of 100 MB (cut by the client at 16 MB)": lambda: rss(item(1, "x" * 100_000_000))[:LIMIT],
    "a title of 15 MB": lambda: rss(item(1, "x" * 15_000_000) + item(2)),
    "900,000 characters of '<' in a title": lambda: rss(item(1, "<" * 900_000)),
    "900,000 characters of '&' in a title": lambda: rss(item(1, "&" * 900_000)),
    "300,000 script tags never closed": lambda: rss(item(1, "<![CDATA[" + "<script>" * 200_000 + "]]>")),
    "billion laughs": lambda: rss(item(1, "&l11;"), f"<!DOCTYPE rss [{LAUGHS}]>"),
    "quadratic blow-up": lambda: rss(item(1, "&a;" * 300_000), f"<!DOCTYPE rss [<!ENTITY a '{'x' * 45_000}'>]>"),
    "1,000,000 CDATA sections never closed": lambda: rss("<![CDATA[" * 1_000_000),
    "500,000 comments with item tags": lambda: rss("<!--<item>-->" * 500_000 + item(1)),
    "elements nested 400,000 deep in an item": lambda: rss("<item>" + "<b>" * 400_000 + "</item>"),
    "elements nested 5,000,000 deep before any item": lambda: rss("<b>" * 5_000_000),
    "items within items, 5,000,000 elements": lambda: rss("<item><item>" + "<b>" * 5_000_000),
    "16 MB of NUL bytes": lambda: b"\0" * LIMIT,
    "16 MB of '<'": lambda: b"<" * LIMIT,
    "16 MB of random-looking bytes": lambda: bytes(range(256)) * (LIMIT // 256),
    "JSON nested 1,000,000 deep": lambda: b'{"items": ' + b"[" * 1_000_000,
    "JSON Feed of 500,000 items": lambda: (
        b'{"version":"https://jsonfeed.org/version/1","items":[' + b'{"id":"1"},' * 500_000 + b'{"id":"1"}]}'
    ),
    "sitemap of 150,000 addresses": lambda: (
        b"<urlset>" + b"<url><loc>https://e.test/1</loc><lastmod>2026-11-22</lastmod></url>" * 150_000 + b"</urlset>"
    ),
    "sitemap nested 1,000,000 deep": lambda: b"<urlset>" + b"<url>" * 1_000_000,
}


def run(name: str, results: "multiprocessing.SimpleQueue[tuple[object, ...]]") -> None:
    body = DOCUMENTS[name]()[:LIMIT]
    parse_feed(
        rss(item(1)),
        url="https://e.test/",
        content_type=None,
        feed=Feed("t", "https://e.test/", "", "", ""),
        now=NOW,
        max_entries=5000,
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.process_time()
    parsed = parse_feed(
        body,
        url="https://e.test/",
        content_type=None,
        feed=Feed("t", "https://e.test/", "", "", ""),
        now=NOW,
        max_entries=5000,
    )
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    results.put(
        (
            name,
            len(body) / 1e6,
            parsed.problem or "read",
            len(parsed.entries),
            parsed.truncated,
            seconds,
            peak,
            peak - before,
        )
    )


def main() -> None:
    context = multiprocessing.get_context("spawn")
    print(
        f"{'document':50} {'MB':>5} {'outcome':12} {'entries':>7} {'cut':>5} {'CPU s':>7} {'peak MB':>8} {'grown':>6}"
    )
    for name in DOCUMENTS:
        results = context.SimpleQueue()
        process = context.Process(target=run, args=(name, results))
        process.start()
        process.join(240)
        if process.is_alive():
            process.kill()
            print(f"{name:50} KILLED after 240 s")
        elif process.exitcode:
            print(f"{name:50} DIED with {process.exitcode}")
        else:
            row = results.get()
            print("{:50} {:5.1f} {:12} {:7} {!s:>5} {:7.2f} {:8.0f} {:6.0f}".format(*row), flush=True)


if __name__ == "__main__":
    main()
