"""A loopback door in front of a server: closed, the server is not to be reached, as if it were down."""

import contextlib
import socket
import socketserver
import threading


class Relay:
    """Passes connections on to a port while it is open."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self._server: socketserver.ThreadingTCPServer | None = None
        self._open: set[socket.socket] = set()

    def open(self) -> "Relay":
        relay = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with socket.create_connection(("127.0.0.1", relay.target)) as there:
                    relay._open |= {self.request, there}
                    back = threading.Thread(target=_pump, args=(there, self.request), daemon=True)
                    back.start()
                    _pump(self.request, there)
                    back.join(5)
                    relay._open -= {self.request, there}

        class Server(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", self.port), Handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def close(self) -> None:
        """Refuse new connections and break those that are open."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        for s in list(self._open):
            with contextlib.suppress(OSError):
                s.shutdown(socket.SHUT_RDWR)


def _pump(source: socket.socket, sink: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            sink.sendall(data)
    for s in (source, sink):
        with contextlib.suppress(OSError):
            s.shutdown(socket.SHUT_RDWR)
