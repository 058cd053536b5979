"""A LibreTranslate server over loopback: answers ``POST /translate`` with the headline in brackets."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Translator:
    """Starts, answers, breaks, counts what it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answer: tuple[int, bytes] | None = None
        self.waits = 0.0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                outer.asked.append({**body, "path": self.path})
                time.sleep(outer.waits)
                texts = [f"<{body['target']}> {text}" for text in body["q"]]
                code, said = outer.answer or (200, json.dumps({"translatedText": texts}).encode())
                self.send_response(code)
                self.send_header("content-length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_: object) -> None:
                """Be quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def breaks(self, code: int = 500, said: bytes = b"no") -> None:
        """Answer this from now on."""
        self.answer = (code, said)

    def __enter__(self) -> "Translator":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
