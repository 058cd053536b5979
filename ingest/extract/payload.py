"""What was sent as a page, before it is text: compressed once too often, or no text at all."""

import re
import zlib
from dataclasses import replace

from ingest.text.charset import Decoded, decode, is_utf16

MAX_BYTES = 24_000_000
"""Of one page after decompression; the fetcher's own limit is lower. More is cut."""

_HTML = re.compile(rb"<(?:!doctype|html|head|body|meta|title|div|p|span)\b", re.I)
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\0\t\n\r\f\x1b")
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"\x00\x00\x00\x18ftyp", b"\x7fELF",
          b"\xd0\xcf\x11\xe0", b"OggS", b"ID3", b"wOF2", b"Rar!")  # fmt: skip
_GZIP_MAGIC = b"\x1f\x8b\x08"


def read_payload(body: bytes, content_type: str | None = None) -> Decoded:
    """The text of a page; never fails. Nothing, damaged, for what is no text."""
    body, cut = _inflate(body[: MAX_BYTES + 1])
    body = body[:MAX_BYTES]
    if _is_binary(body):
        return Decoded("", "binary", "detected", damaged=True)
    decoded = decode(body, content_type)
    return replace(decoded, damaged=decoded.damaged or cut)


def _is_binary(body: bytes) -> bool:
    """True for images, archives, PDFs and the like that were sent as a page."""
    head = body[:4096]
    if head.startswith(_MAGIC):
        return True
    if is_utf16(body):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    # A tag or two may stand before noise; but no page is a sixteenth control characters (of random bytes a tenth are).
    return (controls * 16 > len(head) > 500) or (controls * 25 > len(head) and not _HTML.search(head))


def _inflate(body: bytes) -> tuple[bytes, bool]:
    """A gzip stream that reached us undecoded; one that is cut gives what it has."""
    if not body.startswith(_GZIP_MAGIC):
        return body, False
    stream = zlib.decompressobj(31)
    try:
        out = stream.decompress(body, MAX_BYTES)
    except zlib.error:
        return _inflate_to_the_error(body), True
    return out, not stream.eof


def _inflate_to_the_error(body: bytes) -> bytes:
    stream, out = zlib.decompressobj(31), bytearray()
    for start in range(0, len(body), 4096):
        try:
            out += stream.decompress(body[start : start + 4096], MAX_BYTES)
        except zlib.error:
            break
        if len(out) > MAX_BYTES:
            break
    return bytes(out)
