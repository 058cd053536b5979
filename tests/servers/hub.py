"""A real WebSub hub on loopback: it confirms intent, keeps leases, and distributes what it reads at a topic, signed.

Its own thread, HTTP in and out; it can be told to deny, to stay silent, to lie about signatures.
"""

import hashlib
import hmac
import secrets
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx


@dataclass
class HubSubscriber:
    """A subscription that its owner has confirmed."""

    callback: str
    topic: str
    secret: str
    lease: int


@dataclass
class Hub:
    """Starts and stops; also serves the topics that are put into ``pages``."""

    pages: dict[str, bytes] = field(default_factory=dict)
    subscribers: dict[str, HubSubscriber] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)
    confirmed: list[tuple[str, int]] = field(default_factory=list)
    """(mode, status) of each verification of intent."""
    denies: str = ""
    verifies: bool = True
    port: int = 0

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def start(self) -> "Hub":
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = hub.pages.get(self.path)
                self._answer(404 if body is None else 200, body or b"")

            def do_POST(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                form = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode()).items()}
                hub.asked.append(form)
                self._answer(202, b"")
                hub._decide(form)

            def _answer(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                self.wfile.flush()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def publish(self, topic: str, *, method: str = "sha256", sign_with: str | None = None) -> list[int]:
        """Read the topic and hand it to everybody who is subscribed to it; the statuses that they answer."""
        body = httpx.get(topic).content
        return [self.deliver(s, body, method=method, sign_with=sign_with) for s in self._of(topic)]

    def deliver(self, to: HubSubscriber, body: bytes, *, method: str = "sha256", sign_with: str | None = None) -> int:
        key = (to.secret if sign_with is None else sign_with).encode()
        signature = f"{method}={hmac.new(key, body, getattr(hashlib, method)).hexdigest()}"
        return httpx.post(to.callback, content=body, headers={"X-Hub-Signature": signature}, timeout=30).status_code

    def verify(self, form: dict[str, str], topic: str | None = None) -> bool:
        """Ask the callback whether that is meant; a topic of the test's own may stand in for the one asked for."""
        challenge, mode = secrets.token_hex(16), form["hub.mode"]
        query = {"hub.mode": mode, "hub.topic": topic or form["hub.topic"], "hub.challenge": challenge}
        if mode == "subscribe":
            query["hub.lease_seconds"] = form.get("hub.lease_seconds", "86400")
        try:
            answer = self._get(form["hub.callback"], query)
        except httpx.ConnectError:  # nobody there: not meant
            return False
        self.confirmed.append((mode, answer.status_code))
        return answer.status_code == 200 and answer.text == challenge

    def deny(self, form: dict[str, str], reason: str) -> int:
        query = {"hub.mode": "denied", "hub.topic": form["hub.topic"], "hub.reason": reason}
        return self._get(form["hub.callback"], query).status_code

    def _decide(self, form: dict[str, str]) -> None:
        if self.denies:
            self.deny(form, self.denies)
        elif self.verifies and self.verify(form):
            callback = form["hub.callback"]
            if form["hub.mode"] == "unsubscribe":
                self.subscribers.pop(callback, None)
                return
            lease = int(form.get("hub.lease_seconds", "86400"))
            self.subscribers[callback] = HubSubscriber(callback, form["hub.topic"], form.get("hub.secret", ""), lease)

    def _of(self, topic: str) -> list[HubSubscriber]:
        return [s for s in self.subscribers.values() if s.topic == topic]

    @staticmethod
    def _get(callback: str, query: dict[str, str]) -> httpx.Response:
        glue = "&" if urlsplit(callback).query else "?"
        return httpx.get(f"{callback}{glue}{urlencode(query)}", timeout=30)
