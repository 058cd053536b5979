"""Reading an answer within limits."""

import httpcore

from ingest.fetch import errors
from ingest.fetch.decode import BeyondLimit, BodyReader, CutShort, EncodingUnknown

MAX_HEADERS = 250
MAX_ERROR_BODY = 256 * 1024
"""Of an answer of 400 and more only so much is read: enough to tell a challenge page."""

Headers = tuple[tuple[str, str], ...]


async def read_body(url: str, response: httpcore.Response, fields: Headers, limit: int) -> bytes:
    """The decoded body within the limit; of an error page just the beginning."""
    most = min(limit, MAX_ERROR_BODY) if response.status >= 400 else limit
    encoding = ", ".join(v for k, v in fields if k.lower() == "content-encoding")
    announced = next((v for k, v in fields if k.lower() == "content-length"), "")
    try:
        if response.status < 400 and announced.isdigit() and int(announced) > most:
            raise errors.TooLarge(url, f"{announced} bytes announced, {most} allowed")
        return await _collect(response, encoding, most)
    except BeyondLimit as e:
        kind = errors.DecompressionBomb if e.compressed else errors.TooLarge
        raise kind(url, str(e)) from e
    except EncodingUnknown as e:
        raise errors.BadEncoding(url, str(e)) from e
    except CutShort as e:
        raise errors.TruncatedBody(url, str(e)) from e


async def _collect(response: httpcore.Response, encoding: str, most: int) -> bytes:
    reader: BodyReader | None = None
    try:
        reader = BodyReader(encoding, most)
        async for chunk in response.aiter_stream():
            reader.feed(chunk)
        return reader.body()
    except (BeyondLimit, CutShort, EncodingUnknown):
        if response.status < 400:
            raise
        return reader.so_far() if reader else b""  # the status says enough


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
