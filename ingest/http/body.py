"""Reading an answer within limits."""

import json
import re
from dataclasses import dataclass

import httpcore

from ingest.http import errors
from ingest.http.content_encoding import BeyondLimit, BodyReader, CutShort, EncodingUnknown

MAX_HEADERS = 250
MAX_ERROR_BODY = 256 * 1024
"""Of an answer of 400 and more only so much is read: enough to tell a challenge page."""
_LAST_TAG = re.compile(rb"</(?:rss|feed|(?:\w+:)?RDF|urlset|sitemapindex|opml|html)\s*>$", re.IGNORECASE)
_AFTER_THE_END = re.compile(rb"(?:\s|<!--.{0,1000}?-->)*$", re.DOTALL)
FREE_CHUNKS = 5000
LEAST_CHUNK = 64

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """How much of a body is read."""

    bytes: int
    """Decoded, and as sent."""
    cut: bool = False
    """True: the body ends there, which is fine; False: TooLarge."""


@dataclass(frozen=True, slots=True)
class ResponseBody:
    """A body, its encoding undone."""

    data: bytes
    faults: tuple[str, ...] = ()
    """What was wrong in transport, although the document is whole."""


async def read_body(url: str, response: httpcore.Response, fields: Headers, limit: Limit) -> ResponseBody:
    """The decoded body within the limit; of an error page just the beginning, whole or not.

    A document that is whole is used, whatever its transport lacked: a wrong Content-Length, a missing last chunk or
    trailer of gzip throw away nothing.
    """
    lenient = response.status >= 400  # the status says enough
    most = min(limit.bytes, MAX_ERROR_BODY) if lenient else limit.bytes
    announced = next((v for k, v in fields if k.lower() == "content-length"), "")
    if not (lenient or limit.cut) and announced.isdigit() and int(announced) > most:
        raise errors.TooLarge(url, f"{announced} bytes announced, {most} allowed")
    encoding = ", ".join(v for k, v in fields if k.lower() == "content-encoding")
    try:
        reader = BodyReader(encoding, most)
    except EncodingUnknown as e:
        if lenient:
            return ResponseBody(b"")
        raise errors.BadEncoding(url, str(e)) from e
    try:
        await _feed(url, response, reader)
        return ResponseBody(reader.body(), tuple(reader.faults))
    except (BeyondLimit, CutShort, EncodingUnknown, httpcore.RemoteProtocolError, httpcore.ReadError) as e:
        if lenient or (limit.cut and isinstance(e, BeyondLimit)):
            return ResponseBody(reader.so_far())
        if not isinstance(e, BeyondLimit) and is_whole(reader.so_far()):
            return ResponseBody(reader.so_far(), (*reader.faults, _words(e)))
        raise _in_words(url, e) from e


def is_whole(body: bytes) -> bool:
    """True for a document that ends as documents end: with the end of its root element, or of its JSON object."""
    end = _AFTER_THE_END.sub(b"", body[-2_000:]).rstrip()
    if _LAST_TAG.search(end):
        return True
    return body[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and _is_json(body)


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True


def _words(e: Exception) -> str:
    return str(e)[:200] or type(e).__name__


async def _feed(url: str, response: httpcore.Response, reader: BodyReader) -> None:
    """Take the body chunk by chunk.

    A chunk costs some 20 µs whatever its size: ten million chunks of a byte would be within the size
    limit and take a core for minutes. Real servers send kilobytes; 64 bytes on average is generous.
    """
    chunks = size = 0
    async for chunk in response.aiter_stream():
        chunks, size = chunks + 1, size + len(chunk)
        if chunks > FREE_CHUNKS + size // LEAST_CHUNK:
            raise errors.BadAnswer(url, f"{chunks} chunks of {size / chunks:.0f} bytes on average")
        reader.feed(chunk)


def _in_words(url: str, e: Exception) -> Exception:
    if isinstance(e, BeyondLimit):
        return (errors.DecompressionBomb if e.compressed else errors.TooLarge)(url, str(e))
    if isinstance(e, EncodingUnknown):
        return errors.BadEncoding(url, str(e))
    return errors.TruncatedBody(url, str(e))


def header_fields(url: str, raw: list[tuple[bytes, bytes]]) -> Headers:
    """Header fields as text. Raises HeadersTooLarge beyond 250 fields (h11 bounds their size: 100 KiB)."""
    if len(raw) > MAX_HEADERS:
        raise errors.HeadersTooLarge(url, f"{len(raw)} fields")
    return tuple((k.decode("ascii", "replace"), _text(v)) for k, v in raw)


def _text(value: bytes) -> str:
    """Field values are ASCII by the book; UTF-8 is met in Location, Latin-1 elsewhere."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
