"""Servers that mean no good: each path is one way to hurt a crawler, with the outcomes that count as clear.

Run as a program it serves until its standard input closes, so that the memory of a crawler can be
measured in a process of its own: ``python -m tests.servers.hostile`` prints one JSON line
``{"inputs": [[name, url, [outcomes]], …]}``.
"""

import asyncio
import contextlib
import gzip
import itertools
import json
import sys
import zlib
from dataclasses import dataclass

from tests.servers.raw import Handler, Request, answer, serve

HTML = "Content-Type: text/html"
PAGE = b"<html><head><title>fine</title></head><body>" + b"good text " * 200 + b"</body></html>"
GOOD = 20

PRIVATE = [
    "http://10.0.0.1/", "http://10.1/", "http://167772161/", "http://0xa000001/", "http://0xa.0.0.1/", "http://012.1/",
    "http://192.168.0.1/", "http://172.16.0.1/", "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/",
    "http://0/", "http://0.0.0.0/", "http://[::1]/", "http://[::]/", "http://[::ffff:10.0.0.1]/", "http://[fd00::1]/",
    "http://[fe80::1]/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://168.63.129.16/",
    "http://ten.rebind.test/", "http://mixed.rebind.test/", "http://six.rebind.test/", "//10.0.0.1/",
]  # fmt: skip
FORBIDDEN = [
    "file:///etc/passwd", "gopher://127.0.0.1:11211/_stats", "ftp://ftp.example/", "data:text/html,hello", "javascript:alert(1)",
    "http://good.example@10.0.0.1/", "http://user:word@news.example/", "http://news.example:25/", "http://127.0.0.1:6379/",
    "http://[", "http://a b.example/", "http://news.example:0/", "http://news.example:99999/", "http://012.0.0.1/", "http:///",
    "http://" + "a" * 300 + ".example/", "/" + "a" * 50_000,
]  # fmt: skip
REBOUND = {"ten.rebind.test": ["10.0.0.1"], "mixed.rebind.test": ["192.168.1.1", "fd00::1"], "six.rebind.test": ["::1"]}


@dataclass(frozen=True)
class Input:
    path: str
    handler: Handler | bytes
    outcomes: tuple[str, ...]


def sends(*pieces: bytes, every: float = 0.0, forever: bytes = b"") -> Handler:
    """Pieces with pauses between them, then one piece for ever."""

    async def handler(_request: Request, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(every)
        while forever:
            writer.write(forever)
            await writer.drain()
            await asyncio.sleep(every)

    return handler


async def stalls(_request: Request, _writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(3600)


async def resets(_request: Request, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def endless_redirects(request: Request, writer: asyncio.StreamWriter) -> None:
    n = int(request.path.rpartition("-")[2] or 0)
    writer.write(answer(b"", "302 Found", f"Location: /endless-redirects-{n + 1}"))
    await writer.drain()


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", HTML, *lines, "", ""]).encode("latin-1")


def zeros(megabytes: int) -> bytes:
    """Gzip members of zeros, a megabyte each: small to make, large to read."""
    return gzip.compress(bytes(1_000_000)) * megabytes


def inputs() -> list[Input]:
    gz, chunked = "Content-Encoding: gzip", head("Transfer-Encoding: chunked")
    slow = ("timed-out",)
    big, bomb, cut = ("too-large", "timed-out"), ("decompression-bomb", "timed-out"), ("truncated",)
    odd = ("bad-answer", "truncated", "headers-too-large", "connect-failed")
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    made = [
        Input("/large-1", answer(b"x" * 30_000_000, "200 OK", HTML), big),
        Input("/large-announced-1", head("Content-Length: 99999999999"), big),
        Input("/endless-body-1", sends(head(), forever=b"x" * 65536), big),
        Input("/endless-chunks-1", sends(chunked, forever=chunk), big),
        Input("/endless-tiny-chunks-1", sends(chunked, forever=b"1\r\nx\r\n" * 5000), ("bad-answer", "timed-out")),
        Input("/bomb-gzip-1", answer(zeros(1000), "200 OK", HTML, gz), bomb),
        Input("/bomb-undeclared-1", answer(zeros(1000), "200 OK", HTML), bomb),
        Input("/bomb-double-1", answer(gzip.compress(zeros(2000)), "200 OK", HTML, "Content-Encoding: gzip, gzip"), bomb),
        Input("/bomb-deflate-1", answer(zlib.compress(bytes(50_000_000)), "200 OK", HTML, "Content-Encoding: deflate"), bomb),
        Input("/bomb-404-1", answer(zeros(1000), "404 Not Found", HTML, gz), ("not-found",)),
        Input("/bomb-endless-1", sends(head(gz), forever=zeros(20)), bomb + big),
        Input("/gzip-endless-name-1", sends(head(gz), b"\x1f\x8b\x08\x08\0\0\0\0\0\xff", forever=b"n" * 65536), big + cut),
        Input("/gzip-torn-1", answer(gzip.compress(PAGE)[:-10], "200 OK", HTML, gz), ("fetched", *cut)),
        Input("/gzip-not-1", answer(PAGE, "200 OK", HTML, gz), ("fetched",)),
        Input("/gzip-corrupt-1", answer(gzip.compress(PAGE)[:40] + b"\xff" * 40, "200 OK", HTML, gz), ("bad-encoding", *cut)),
        Input("/brotli-1", answer(PAGE, "200 OK", HTML, "Content-Encoding: br"), ("fetched",)),
        Input("/layers-1", answer(PAGE, "200 OK", HTML, "Content-Encoding: gzip, gzip, gzip, gzip"), ("bad-encoding",)),
        Input("/drip-body-1", sends(head(), every=0.05, forever=b"x"), slow),
        Input("/drip-headers-1", sends(b"HTTP/1.1 200 OK\r\n", every=0.05, forever=b"X-A: b\r\n"), (*slow, *odd)),
        Input("/drip-status-1", sends(b"HTTP/1.1 2", every=0.05, forever=b" "), (*slow, *odd)),
        Input("/continues-1", sends(every=0.001, forever=b"HTTP/1.1 100 Continue\r\n\r\n" * 100), (*slow, *odd)),
        Input("/stall-1", stalls, slow),
        Input("/stall-body-1", sends(head("Content-Length: 100"), b"x", every=3600), slow),
        Input("/reset-1", resets, ("connect-failed",)),
        Input("/silence-1", b"", ("connect-failed",)),
        Input("/short-1", answer(PAGE, "200 OK", HTML, length=len(PAGE) + 1000), ("fetched", *cut)),
        Input("/more-than-announced-1", answer(PAGE, "200 OK", HTML, length=100), ("fetched",)),
        Input("/length-negative-1", head("Content-Length: -5") + PAGE, odd),
        Input("/length-words-1", head("Content-Length: many") + PAGE, odd),
        Input("/lengths-two-1", head("Content-Length: 5", "Content-Length: 7") + PAGE, odd),
        Input("/length-and-chunks-1", head("Content-Length: 5", "Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n\r\n", ("fetched", *odd)),
        Input("/chunk-size-1", chunked + b"zz\r\nhello", odd),
        Input("/chunk-size-huge-1", chunked + b"F" * 30 + b"\r\nhello", odd),
        Input("/chunk-cut-1", chunked + b"100\r\nhello", odd),
        Input("/chunk-extension-1", sends(chunked, b"5;", forever=b"e" * 65536), odd),
        Input("/trailers-endless-1", sends(chunked, b"5\r\nhello\r\n0\r\n", forever=b"X-T: t\r\n" * 8000), odd),
        Input("/header-huge-1", head("X: " + "y" * 5_000_000) + PAGE, odd),
        Input("/headers-many-1", head(*[f"X-{n}: 1" for n in range(100_000)]) + PAGE, odd),
        Input("/headers-300-1", head(*[f"X-{n}: 1" for n in range(300)]) + PAGE, ("headers-too-large",)),
        Input("/headers-endless-1", sends(b"HTTP/1.1 200 OK\r\n", forever=b"X-A: b\r\n" * 8000), odd),
        Input("/header-no-colon-1", head("nonsense") + PAGE, odd),
        Input("/header-nul-1", head("X: a\0b") + PAGE, odd),
        Input("/not-http-1", b"SSH-2.0-OpenSSH_9.9\r\n" + b"x" * 100, odd),
        Input("/http-09-1", PAGE, odd),
        Input("/status-odd-1", b"HTTP/1.1 99999 What\r\n\r\n", odd),
        Input("/status-word-1", b"HTTP/1.1 fine OK\r\n\r\n", odd),
        Input("/loop-1", answer(b"", "302 Found", "Location: /loop-1"), ("redirect-loop",)),
        Input("/loop-two-1", answer(b"", "302 Found", "Location: /loop-two-2"), ("redirect-loop",)),
        Input("/endless-redirects-0", endless_redirects, ("too-many-redirects",)),
        Input("/no-location-1", answer(b"", "302 Found"), ("http-302",)),
        Input("/nul-page-1", answer(b"\0" * 500_000, "200 OK", HTML), ("fetched", "empty")),
        Input("/tags-1", answer(b"<meta name=" * 80_000, "200 OK", HTML), ("fetched",)),
        Input("/attributes-1", answer((b"<meta " + b"a" * 3990 + b">") * 200, "200 OK", HTML), ("fetched",)),
        Input("/comments-1", answer(b"<!--" * 200_000, "200 OK", HTML), ("fetched",)),
        Input("/type-huge-1", answer(PAGE, "200 OK", "Content-Type: text/html; charset=" + "x" * 60_000), ("fetched",)),
    ]  # fmt: skip
    for n, where in enumerate(PRIVATE):
        made.append(Input(f"/private-{n}00", answer(b"", "302 Found", f"Location: {where}"), ("private-address",)))
    for n, where in enumerate(FORBIDDEN):
        made.append(
            Input(
                f"/forbidden-{n}00",
                answer(b"", "302 Found", f"Location: {where}"),
                ("bad-url", "no-such-host", "not-found"),
            )
        )
    return made


def hostile_sites() -> dict[str, tuple[dict[str, Handler | bytes], tuple[str, ...]]]:
    """Sites whose robots.txt or tdmrep.json is the trouble; their one page is ``/story-1001``."""
    page: dict[str, Handler | bytes] = {"/story-1001": answer(PAGE, "200 OK", HTML)}
    rules = b"User-agent: *\n" + b"".join(b"Disallow: /%d*x*y$\n" % n for n in range(40_000))
    robots: dict[str, tuple[Handler | bytes, tuple[str, ...]]] = {
        "robots-endless": (sends(head(), forever=b"Allow: /\n" * 5000), ("fetched",)),
        "robots-rules": (answer(rules), ("fetched",)),
        "robots-pattern": (answer(b"User-agent: *\nDisallow: /" + b"*a" * 5000 + b"*b"), ("fetched",)),
        "robots-bomb": (answer(zeros(1000), "200 OK", "Content-Encoding: gzip"), ("fetched",)),
        "robots-drip": (sends(head(), every=0.05, forever=b"x"), ("robots-unreachable",)),
        "robots-loop": (answer(b"", "302 Found", "Location: /robots.txt"), ("robots-unreachable",)),
        "robots-private": (
            answer(b"", "302 Found", "Location: http://10.0.0.1/"),
            ("private-address", "robots-unreachable"),
        ),
        "robots-html": (answer(PAGE, "200 OK", HTML), ("fetched",)),
    }
    sites = {name: ({"/robots.txt": handler, **page}, outcomes) for name, (handler, outcomes) in robots.items()}
    sites["tdm-deep"] = ({"/.well-known/tdmrep.json": answer(b"[" * 400_000), **page}, ("fetched",))
    pattern = json.dumps([{"location": "/" + "*a" * 900 + "*b", "tdm-reservation": 1}] * 200).encode()
    sites["tdm-pattern"] = ({"/.well-known/tdmrep.json": answer(pattern), **page}, ("fetched",))
    return sites


async def main() -> None:
    async with contextlib.AsyncExitStack() as stack:
        listed = inputs()
        pages: dict[str, Handler | bytes] = {i.path: i.handler for i in listed}
        pages["/loop-two-2"] = answer(b"", "302 Found", "Location: /loop-two-1")
        pages |= {f"/endless-redirects-{n}": endless_redirects for n in range(1, 30)}
        pages |= {f"/good-{n}00": answer(PAGE + b"%d" % n, "200 OK", HTML) for n in range(GOOD)}
        server = await stack.enter_async_context(serve(pages))
        out = [[i.path.strip("/"), server.url(i.path), i.outcomes] for i in listed]
        for name, (handlers, outcomes) in hostile_sites().items():
            site = await stack.enter_async_context(serve(handlers))
            out.append([name, site.url("/story-1001"), outcomes])
        good = [[f"good-{n}", server.url(f"/good-{n}00"), ["fetched"]] for n in range(GOOD)]
        mixed = [x for pair in itertools.zip_longest(out, good) for x in pair if x]
        print(json.dumps({"inputs": mixed}), flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main())
