"""A real HTTP server on loopback that takes webhooks and notifications, and can be told to misbehave."""

import json
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Call:
    """One POST that came in."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class HookServer:
    """Starts and stops; the port stays the same, so that it can go away and come back."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = {}
        self.hang_up: set[str] = set()
        self.slow: dict[str, float] = {}
        self.port = 0
        self._server: ThreadingHTTPServer | None = None

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def answer(self, path: str, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer the next request to this path so; the last answer given stays."""
        named = {k.replace("_", "-"): v for k, v in headers.items()}
        self.answers.setdefault(path, []).append((status, named, body))

    def well(self, path: str) -> None:
        """The path takes everything again."""
        self.answers.pop(path, None)

    def start(self) -> "HookServer":
        hooks = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                hooks._take(self)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def _take(self, request: BaseHTTPRequestHandler) -> None:
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        headers = {k.lower(): v for k, v in request.headers.items()}
        self.calls.append(Call(request.path, headers, body))
        time.sleep(self.slow.get(request.path, 0))
        if request.path in self.hang_up:
            request.close_connection = True
            request.connection.close()
            return
        given = self.answers.get(request.path, [])
        status, extra, said = given.pop(0) if len(given) > 1 else given[0] if given else (204, {}, b"")
        request.send_response(status)
        for name, value in extra.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(said)))
        request.end_headers()
        request.wfile.write(said)
