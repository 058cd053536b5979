"""A small web on loopback, reached as an HTTP proxy, so that every site is asked under its own name.

``fetch.proxy`` is set to ``WebServer.proxy_url`` and ``http://outlet.example/…`` is then answered from a ``Site``:
pace per host, robots.txt per site and outlet domains are real, and no name is ever looked up. Requests in
absolute form (RFC 9112, section 3.2.2) are what clients send to a proxy; those in origin form are answered by
their Host header, so ``curl -H 'Host: outlet.example' …`` works too.
"""

import gzip
import socket
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from time import monotonic
from types import TracebackType
from urllib.parse import urlsplit

from ingest.demo.replies import Reply, Site, choose, is_fresh


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that reached the server, in the order of arrival."""

    host: str
    path: str
    """With its query."""
    status: int
    """What was answered."""
    headers: Mapping[str, str]
    """Names in lower case."""
    at: float
    """Monotonic seconds: for distances only."""


class WebServer:
    """Serves a ``Site`` on 127.0.0.1. A context manager; ``port=0`` takes a free port."""

    def __init__(self, site: Site, port: int = 0) -> None:
        self._site = dict(site)
        self._lock = Lock()
        self._counts: Counter[tuple[str, str]] = Counter()
        self._log: list[Asked] = []
        self._stopping = Event()
        self._http = _Server(("127.0.0.1", port), self)
        self._thread = Thread(target=self._http.serve_forever, args=(0.05,), name="small-web", daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._http.server_address[1])

    @property
    def proxy_url(self) -> str:
        """What to set ``fetch.proxy`` to."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> list[Asked]:
        """Every request so far."""
        with self._lock:
            return list(self._log)

    def reset(self, site: Site | None = None) -> None:
        """Start the scripts over and forget the log; ``site`` replaces what is served."""
        with self._lock:
            self._counts.clear()
            self._log.clear()
            if site is not None:
                self._site = dict(site)

    def change(self, site: Site) -> None:
        """Serve something else from now on; scripts go on where they are."""
        with self._lock:
            self._site = dict(site)

    def __enter__(self) -> "WebServer":
        """Listening since it was made; answering from now on."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stalled answers are dropped, not waited for."""
        self._stopping.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    def answer(self, host: str, path: str, headers: Mapping[str, str]) -> Reply:
        """Decide what is said to one request, and write it into the log."""
        with self._lock:
            place = (host, path)
            known = self._site.get(place)
            reply = choose(known, self._counts[place]) if known is not None else _no_such_page(host, path, self._site)
            self._counts[place] += 1
            if is_fresh(reply, headers):
                kept = {k: v for k, v in reply.headers.items() if k.lower() in ("cache-control", "expires", "vary")}
                reply = Reply(b"", None, 304, kept, etag=reply.etag, last_modified=reply.last_modified)
            self._log.append(Asked(host, path, reply.status, headers, monotonic()))
            return reply

    def wait(self, seconds: float) -> bool:
        """Stall, but not beyond the end of the server; True if that came."""
        return self._stopping.wait(seconds)


def _no_such_page(host: str, path: str, site: Site) -> Reply:
    if any(known == host for known, _ in site):
        return Reply(f"<h1>404</h1><p>{path}</p>".encode(), status=404)
    return Reply(f"no site called {host} here\n".encode(), "text/plain; charset=utf-8", 502)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128  # a poll opens a connection to every outlet at once

    def __init__(self, address: tuple[str, int], web: WebServer) -> None:
        self.web = web
        super().__init__(address, _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up on a stalled page are part of the play, not worth a traceback."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "newsroom"
    sys_version = ""
    timeout = 30
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        """Answer from the site."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """The same without the body."""
        self._answer(with_body=False)

    def do_CONNECT(self) -> None:
        """There is no TLS here: sites are served as http://."""
        self.close_connection = True
        self.send_error(501, "this proxy serves http:// only")

    def log_message(self, format: str, *args: object) -> None:
        """Silence: ``WebServer.log`` has it all."""

    def _answer(self, *, with_body: bool) -> None:
        asked = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        host = (asked.hostname or headers.get("host", "").partition(":")[0]).lower()
        path = (asked.path or "/") + (f"?{asked.query}" if asked.query else "")
        reply = self.server.web.answer(host, path, headers)
        if reply.stall_seconds and self.server.web.wait(reply.stall_seconds):
            self.close_connection = True
            return
        try:
            self._send(reply, "gzip" in headers.get("accept-encoding", ""), with_body=with_body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _send(self, reply: Reply, accepts_gzip: bool, *, with_body: bool) -> None:
        body = reply.body
        self.send_response(reply.status)
        for name, value in reply.all_headers().items():
            self.send_header(name, value)
        if reply.gzip and accepts_gzip and body:
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        if reply.status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body[: reply.cut_after] if reply.cut_after is not None else body)
        if reply.cut_after is not None:
            self.close_connection = True
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
