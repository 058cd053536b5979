"""Content-Encoding, undone piece by piece and never beyond a limit."""

import zlib
from collections.abc import Sequence

ACCEPT_ENCODING = "gzip, deflate"
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
        self._layers = [_layer(name) for name in reversed(_names(encoding))]
        self._limit = limit
        self._raw = 0
        self._out = bytearray()

    def feed(self, chunk: bytes) -> None:
        """Take a raw chunk. Raises BeyondLimit, EncodingUnknown."""
        room = self._limit - self._raw
        self._raw += len(chunk)
        piece = chunk[:room] if len(chunk) > room else chunk
        for layer in self._layers:
            piece = layer.feed(piece, self._limit + 1)
        fits = self._limit - len(self._out)
        self._out += piece[:fits]
        if len(piece) > fits or self._raw > self._limit:
            raise BeyondLimit(self._limit, compressed=self._raw <= self._limit)

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


def _layer(name: str) -> _Inflate:
    if name in ("gzip", "x-gzip"):
        return _Inflate(gzip=True)
    if name == "deflate":
        return _Inflate(gzip=False)
    raise EncodingUnknown(f"Content-Encoding {name!r} was not asked for")


def _names(encoding: str) -> Sequence[str]:
    names = [n for n in (part.strip().lower() for part in encoding.split(",")) if n and n not in ("identity", "none")]
    if len(names) > _MAX_LAYERS:
        raise EncodingUnknown(f"{len(names)} layers of Content-Encoding")
    return names


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
