"""An HTTP/2 server on loopback: TLS with a certificate of its own, ALPN, and streams that are answered as a test says."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import h2.config
import h2.connection
import h2.events
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

FRAME = 16_384


@dataclass
class Http2Server:
    """What it has been asked, over how many connections."""

    port: int = 0
    paths: list[str] = field(default_factory=list)
    protocols: list[str | None] = field(default_factory=list)
    """One a connection, as ALPN has agreed."""

    def url(self, path: str) -> str:
        return f"https://127.0.0.1:{self.port}{path}"


@asynccontextmanager
async def serve_http2(
    bodies: Mapping[str, bytes], certificate: Path, *, resets: frozenset[str] = frozenset()
) -> AsyncIterator[Http2Server]:
    """Serve bodies by path; a stream for one of ``resets`` is reset instead. ``certificate``: PEM with its key."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.set_alpn_protocols(["h2"])
    state = Http2Server()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        state.protocols.append(writer.get_extra_info("ssl_object").selected_alpn_protocol())
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        while data := await reader.read(65536):
            for event in connection.receive_data(data):
                if isinstance(event, h2.events.RequestReceived):
                    _answer(connection, event, bodies, resets, state)
            writer.write(connection.data_to_send())
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, ssl=context)
    state.port = server.sockets[0].getsockname()[1]
    try:
        yield state
    finally:
        server.close()


def _answer(
    connection: h2.connection.H2Connection, event: h2.events.RequestReceived, bodies: Mapping[str, bytes],
    resets: frozenset[str], state: Http2Server,
) -> None:  # fmt: skip
    assert event.headers is not None
    assert event.stream_id is not None
    path = dict(_raw(event.headers))[b":path"].decode()
    state.paths.append(path)
    if path in resets:
        connection.reset_stream(event.stream_id)
        return
    body = bodies.get(path)
    fields = [
        (":status", "404" if body is None else "200"),
        ("content-type", "text/html; charset=utf-8"),
        ("etag", '"1"'),
    ]
    connection.send_headers(event.stream_id, fields)
    for at in range(0, len(body or b""), FRAME):
        connection.send_data(event.stream_id, (body or b"")[at : at + FRAME])
    connection.end_stream(event.stream_id)


def _raw(headers: object) -> list[tuple[bytes, bytes]]:
    assert isinstance(headers, list)
    return [(k if isinstance(k, bytes) else k.encode(), v if isinstance(v, bytes) else v.encode()) for k, v in headers]


def make_certificate(folder: Path) -> tuple[Path, Path]:
    """(certificate with its key, the certificate alone as an authority to trust) for 127.0.0.1, for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "loopback")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    whole, alone = folder / "server.pem", folder / "ca.pem"
    whole.write_bytes(pem + secret)
    alone.write_bytes(pem)
    return whole, alone
