"""A page as WARC 1.1 records (ISO 28500), each a gzip member of its own, and back.

The body is stored with its Content-Encoding and Transfer-Encoding undone. The fields that spoke of
them are kept under ``X-Crawler-…``, as Common Crawl does, so that any reader takes the record as it is.
"""

import gzip
import io
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

_WIRE_ONLY = ("content-encoding", "transfer-encoding", "content-length")
_KEPT_AS = "X-Crawler-"


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """One answer as it stands in the archive."""

    url: str
    """The URL that answered, after redirects."""
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    """Content-Encoding undone."""
    fetched_at: datetime
    request_headers: tuple[tuple[str, str], ...] = ()
    via: tuple[str, ...] = ()
    """URLs that redirected here, in order."""

    def header(self, name: str) -> str | None:
        """The first field of that name, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


class NotAPage(Exception):
    """Bytes that are not the response record they should be."""


def opening_record(software: str) -> bytes:
    """The ``warcinfo`` record that begins a file."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    info = {"software": software, "format": "WARC File Format 1.1", "robots": "obey"}
    writer.write_record(writer.create_warcinfo_record("", info))
    return out.getvalue()


def page_records(page: ArchivedPage) -> tuple[bytes, int, int]:
    """A page's records, and where among these bytes its response record begins and how long it is."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    response = writer.create_warc_record(
        page.url, "response", payload=io.BytesIO(page.body), length=len(page.body), http_headers=_answer_head(page),
        warc_headers_dict={"WARC-Date": _date(page.fetched_at)},
    )  # fmt: skip
    writer.write_record(response)
    length = out.tell()
    beside = {
        "WARC-Date": _date(page.fetched_at),
        "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
    }
    writer.write_record(
        writer.create_warc_record(page.url, "request", http_headers=_request_head(page), warc_headers_dict=beside)
    )
    if page.via:
        via = "".join(f"via: {url}\r\n" for url in page.via).encode()
        writer.write_record(
            writer.create_warc_record(
                page.url,
                "metadata",
                payload=io.BytesIO(via),
                length=len(via),
                warc_content_type="application/warc-fields",
                warc_headers_dict=beside,
            )
        )
    return out.getvalue(), 0, length


def parse_page(member: bytes) -> ArchivedPage:
    """The page of a response record. Raises NotAPage if the bytes are torn, altered, erased or something else."""
    try:
        records = ArchiveIterator(io.BytesIO(_whole(member)), check_digests="raise")
        record = next(iter(records), None)
        if record is None or record.rec_type != "response":
            raise NotAPage(_instead(record))
        body = record.content_stream().read()
        return _page(record.rec_headers, record.http_headers, body)
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError) as e:
        raise NotAPage(f"{type(e).__name__}: {e}") from e


def tombstone(length: int, url: str, why: str, when: datetime) -> bytes:
    """A metadata record of exactly ``length`` bytes, to stand where a response was: other offsets stay right.

    It is a gzip member whose comment field (RFC 1952) fills the room. Raises ValueError if there is too little.
    """
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False, warc_version="1.1")
    note = f"erased: {_date(when)}\r\nreason: {why}\r\n".encode()
    for target in (url, "urn:erased"):  # the URL too is dropped where there is no room for it
        out.seek(0)
        out.truncate()
        writer.write_record(
            writer.create_warc_record(
                target,
                "metadata",
                payload=io.BytesIO(note),
                length=len(note),
                warc_content_type="application/warc-fields",
                warc_headers_dict={"WARC-Date": _date(when)},
            )
        )
        member = gzip.compress(out.getvalue(), mtime=0)
        room = length - len(member) - 1
        if room >= 0:
            return member[:3] + b"\x10" + member[4:10] + b" " * room + b"\0" + member[10:]
    raise ValueError(f"{length} bytes are too few")


def _whole(member: bytes) -> bytes:
    """The member itself, if it is one whole gzip member: warcio alone takes a torn one for a short record."""
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    inflate.decompress(member)
    if not inflate.eof or inflate.unused_data:
        raise NotAPage("torn" if not inflate.eof else "more than one record")
    return member


def _page(record: StatusAndHeaders, http: StatusAndHeaders, body: bytes) -> ArchivedPage:
    status = int(http.get_statuscode())
    when = datetime.fromisoformat(record.get_header("WARC-Date").replace("Z", "+00:00"))
    fields = tuple((k, v) for k, v in http.headers if not k.startswith(_KEPT_AS))
    return ArchivedPage(record.get_header("WARC-Target-URI"), status, fields, body, when)


def _instead(record: object) -> str:
    kind = getattr(record, "rec_type", None)
    if kind != "metadata":
        return f"a {kind} record" if kind else "no record"
    return record.content_stream().read().decode("utf-8", "replace").replace("\r\n", "; ").strip("; ")  # type: ignore[attr-defined,no-any-return]


def _answer_head(page: ArchivedPage) -> StatusAndHeaders:
    fields = [(_KEPT_AS + k if k.lower() in _WIRE_ONLY else k, v) for k, v in page.headers]
    fields = [(_ascii(k), _ascii(v)) for k, v in fields]
    fields.append(("Content-Length", str(len(page.body))))
    return StatusAndHeaders(f"{page.status} {_phrase(page.status)}", fields, protocol="HTTP/1.1")


def _ascii(text: str) -> str:
    """Field names and values in ASCII, the rest percent-encoded as UTF-8: warcio's own way fails on ``;\\x80=0``."""
    return text if text.isascii() else "".join(c if c.isascii() else quote(c) for c in text)


def _request_head(page: ArchivedPage) -> StatusAndHeaders:
    parts = urlsplit(page.url)
    path = _ascii((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    kept = [(k, v) for k, v in page.request_headers if k.lower() not in ("authorization", "cookie")]
    return StatusAndHeaders(f"GET {path} HTTP/1.1", [("Host", _ascii(parts.netloc)), *kept], is_http_request=True)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"


def _date(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
