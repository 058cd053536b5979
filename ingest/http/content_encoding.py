"""Content-Encoding, undone piece by piece and never beyond a limit."""

import zlib
from collections.abc import Sequence

import brotli
import zstandard

from ingest.text.charset import codec_of

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
_ZSTD_WINDOW = 2**23
_ZSTD_PIECE = 128
_GZIP_MAGIC = b"\x1f\x8b\x08"
_MAX_LAYERS = 2


class EncodingUnknown(Exception):
    """A Content-Encoding that we do not undo, or bytes that are not what it says."""


class CutShort(Exception):
    """The compressed stream ends before its end."""


class BeyondLimit(Exception):
    """More bytes than allowed. ``compressed``: only once decompressed."""

    def __init__(self, limit: int, compressed: bool) -> None:
        self.compressed = compressed
        super().__init__(f"more than {limit} bytes" + (" once decompressed" if compressed else ""))


class BodyReader:
    """Collects a body from raw chunks. Memory: the limit, one chunk, and 32 KiB of zlib window a layer."""

    def __init__(self, encoding: str, limit: int) -> None:
        names = _names(encoding)
        self._layers: list[_Layer] = [_layer(name) for name in reversed(names)]
        self._limit = limit
        self._raw = 0
        self._out = bytearray()
        self._beginning: bytearray | None = bytearray() if names else None
        self.faults: list[str] = []
        """What was wrong with the encoding and could be put right."""
        if not names and encoding.strip() and encoding.strip().lower() not in ("identity", "none"):
            self.faults.append(f"Content-Encoding {encoding[:40]!r} is no encoding")

    def feed(self, chunk: bytes) -> None:
        """Take a raw chunk. Raises BeyondLimit, EncodingUnknown."""
        room = self._limit - self._raw
        self._raw += len(chunk)
        piece = chunk[:room] if len(chunk) > room else chunk
        if self._beginning is not None:
            self._beginning += piece
        piece = self._decoded(piece)
        fits = self._limit - len(self._out)
        self._out += piece[:fits]
        if self._out:
            self._beginning = None  # something came out: it is what it says
        if len(piece) > fits or self._raw > self._limit:
            raise BeyondLimit(self._limit, compressed=self._raw <= self._limit)

    def _decoded(self, piece: bytes) -> bytes:
        try:
            for layer in self._layers:
                piece = layer.feed(piece, self._limit + 1)
        except EncodingUnknown:
            if not self._beginning or not _looks_plain(bytes(self._beginning)):
                raise
            self.faults.append("sent as it is, although Content-Encoding says that it is compressed")
            piece, self._layers, self._beginning = bytes(self._beginning), [], None
        return piece

    def body(self) -> bytes:
        """The whole decoded body. Raises CutShort if a compressed stream did not end; undoes an undeclared gzip."""
        if self._raw and not all(layer.ended for layer in self._layers):
            raise CutShort("the compressed stream ends before its end")
        out = bytes(self._out)
        if not self._layers and out.startswith(_GZIP_MAGIC):
            return _undeclared(out, self._limit)
        return out

    def so_far(self) -> bytes:
        """What has been decoded, complete or not."""
        return bytes(self._out)


class _Inflate:
    """One layer of gzip (several members too) or deflate (with or without its zlib wrapper)."""

    def __init__(self, gzip: bool) -> None:
        self._gzip = gzip
        self._z = zlib.decompressobj(zlib.MAX_WBITS | 16) if gzip else None
        self._head = b""
        self.ended = False

    def feed(self, data: bytes, most: int) -> bytes:
        """Decompress; at most ``most`` bytes come out (the caller stops there)."""
        out = b""
        while data and not self.ended:
            if self._z is None:
                data, self._head = self._head + data, b""
                if len(data) < 2:
                    self._head = data
                    return out
                self._z = zlib.decompressobj(zlib.MAX_WBITS if _is_zlib(data) else -zlib.MAX_WBITS)
            try:
                out += self._z.decompress(data, most - len(out))
            except zlib.error as e:
                raise EncodingUnknown(str(e)) from e
            if len(out) >= most:
                return out
            data = self._next_member() if self._z.eof else b""
        return out

    def _next_member(self) -> bytes:
        """After a gzip member another may follow; anything else after the end is padding, ignored as browsers do."""
        assert self._z is not None
        rest = self._z.unused_data
        if self._gzip and rest.startswith(_GZIP_MAGIC):
            self._z = zlib.decompressobj(zlib.MAX_WBITS | 16)
            return rest
        self.ended = True
        return b""


class _Brotli:
    """One layer of Brotli (RFC 7932)."""

    def __init__(self) -> None:
        self._decoder = brotli.Decompressor()
        self.ended = False

    def feed(self, data: bytes, most: int) -> bytes:
        """Decompress; ``most`` bytes and at most one buffer more come out."""
        out = bytearray()
        try:
            out += self._decoder.process(data, output_buffer_limit=most)
            while len(out) < most and not self._decoder.can_accept_more_data() and not self._decoder.is_finished():
                out += self._decoder.process(b"", output_buffer_limit=most - len(out))
        except brotli.error as e:
            raise EncodingUnknown(f"not Brotli: {e}") from e
        self.ended = self._decoder.is_finished()
        return bytes(out)


class _Zstandard:
    """One layer of Zstandard (RFC 8878), with the window that the web allows (RFC 9659: 8 MB)."""

    def __init__(self) -> None:
        self._decoder = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        self.ended = False

    def feed(self, data: bytes, most: int) -> bytes:
        """Decompress in small pieces: three bytes may unfold to a block of 128 KiB."""
        out = bytearray()
        for start in range(0, len(data), _ZSTD_PIECE):
            if self.ended or len(out) >= most:
                break
            try:
                out += self._decoder.decompress(data[start : start + _ZSTD_PIECE])
            except zstandard.ZstdError as e:
                raise EncodingUnknown(f"not Zstandard: {e}") from e
            self.ended = self._decoder.eof
        return bytes(out)


_Layer = _Inflate | _Brotli | _Zstandard


def _layer(name: str) -> _Layer:
    if name in ("gzip", "x-gzip"):
        return _Inflate(gzip=True)
    if name == "deflate":
        return _Inflate(gzip=False)
    if name == "br":
        return _Brotli()
    if name == "zstd":
        return _Zstandard()
    raise EncodingUnknown(f"Content-Encoding {name!r} was not asked for")


def _names(encoding: str) -> Sequence[str]:
    """The encodings that there are to undo. Charsets are met in this field (``utf-8``): they encode nothing here."""
    names = [n for n in (part.strip().lower() for part in encoding.split(",")) if n and n not in ("identity", "none")]
    names = [n for n in names if codec_of(n) is None]
    if len(names) > _MAX_LAYERS:
        raise EncodingUnknown(f"{len(names)} layers of Content-Encoding")
    return names


def _looks_plain(beginning: bytes) -> bool:
    """True for bytes that begin as a document does, not as a compressed stream."""
    head = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] in (b"<", b"{", b"[")


def _is_zlib(head: bytes) -> bool:
    """RFC 1950: method 8 and a check over the first two bytes; else it is RFC 1951 without a wrapper."""
    return head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0


def _undeclared(body: bytes, limit: int) -> bytes:
    """A gzip file sent as such, or gzip without the header (UN News and others): undone if it can be."""
    reader = BodyReader("gzip", limit)
    try:
        reader.feed(body)
        return reader.body()
    except (EncodingUnknown, CutShort):
        return body
