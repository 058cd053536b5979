"""A document as it stands in the file: its JSON and its words in one compressed frame, cut into pieces.

Words are kept beside the text because only they can be taken out of the index of words again, and because nearness is
checked by them; compressed together they cost a quarter of the text instead of all of it again (decision 345). A row of
SQLite that does not fit beside another leaves the rest of its page empty, hence the pieces.
"""

import threading
from collections.abc import Iterable, Mapping
from functools import lru_cache

import zstandard

Words = tuple[str, str, str]
"""The tokens of title, summary and body, each joined by blanks."""
PIECE = 1000
"""Bytes. Four fit on a page of 4,096."""
SHIFT = 4
"""The place of a document's nth piece is its number, moved so far, and n; the last place takes what is left."""
LEVEL = 9
"""Of zstd: .2 ms an article. Level 12 takes twice that for 4 % less, level 3 leaves 3 % more."""
_VERSION = b"\x01"
_BETWEEN = b"\0"
"""JSON escapes it, and it is in no word."""
_DICTIONARY = (
    b'{"rights": {"robots": "allowed", "tdm": "reserved", "paywall": "no"}, "labels": {"": ""}, "topics": [""], '
    b'"topic_hits": [{"topic": "", "score": 1.0, "terms": [""], "about": true, "rule_version": "1"}], '
    b'"summary": "", "body": "", "authors": [""], "tags": ["", ""], "extraction": {"status": "teaser", '
    b'"method": "trafilatura"}, "published": {"at": "2025-01-01T00:00:00.000Z", "source": "page"}, '
    b'{"@timestamp": "2026-01-01T12:00:00.000Z", "published": {"at": "2026-01-01T12:00:00.000Z", "source": "feed"}, '
    b'"first_seen_at": "2026-01-01T12:00:00.000Z", "indexed_at": "2026-01-01T12:00:00.000Z", "title": "", '
    b'"url": {"full": "https://www.", "original": "https://www.", "domain": "www.", "registered_domain": ""}, '
    b'"outlet": {"id": "", "name": "", "country": "FR", "kind": "news"}, "feed": {"id": "", "url": "https://www."}, '
    b'"language": {"code": "fr", "confidence": 1.0, "source": "text"}, "story": {"id": "", "size_at_index": 1, '
    b'"is_first": true, "outlets": [""], "event_id": ""}, "content": {"hash": "", "words": 0, "truncated": false}, '
    b'"extraction": {"status": "full", "method": "blocks", "version": "2"}, "pipeline": {"version": "0.1.0"}, '
    b'"rights": {"robots": "none", "tdm": "none"}}'
)
"""What documents have in common, most common last. Never to be changed: what was written can be read by it only. A
better one takes the next number (``_VERSION``)."""


def pack(source: str, words: Words) -> bytes:
    """One frame."""
    parts = (source, *words)
    whole = _BETWEEN.join(part.encode("utf-8", "surrogatepass") for part in parts)
    return _VERSION + _tools().compressor.compress(whole)


def source_of(frame: bytes) -> str:
    """The JSON."""
    return _opened(frame).partition(_BETWEEN)[0].decode("utf-8", "surrogatepass")


def words_of(frame: bytes) -> Words:
    """The words."""
    _, title, summary, body = _opened(frame).split(_BETWEEN)
    return title.decode("utf-8", "surrogatepass"), summary.decode("utf-8", "surrogatepass"), body.decode(
        "utf-8", "surrogatepass"
    )  # fmt: skip


def pieces(doc: int, frame: bytes) -> list[tuple[int, bytes]]:
    """(place, bytes) of a document."""
    first, last = doc << SHIFT, (1 << SHIFT) - 1
    cut = [frame[at : at + PIECE] for at in range(0, min(len(frame), last * PIECE), PIECE)]
    if len(frame) > last * PIECE:
        cut.append(frame[last * PIECE :])
    return [(first + n, piece) for n, piece in enumerate(cut)]


def joined(rows: Iterable[tuple[int, bytes]]) -> Mapping[int, bytes]:
    """Document → frame, of pieces in the order of their places."""
    found: dict[int, list[bytes]] = {}
    for place, piece in rows:
        found.setdefault(place >> SHIFT, []).append(piece)
    return {doc: b"".join(cut) for doc, cut in found.items()}


def packed(cells: bytes) -> bytes:
    """A column's blob."""
    return _tools().plain.compress(cells)


def unpacked(cells: bytes) -> bytes:
    """What ``packed`` was given."""
    return _tools().reader.decompress(cells)


def _opened(frame: bytes) -> bytes:
    if frame[:1] != _VERSION:
        raise ValueError(f"a document was written by a newer version (frame {frame[:1]!r})")
    return _tools().decompressor.decompress(frame[1:])


class _Tools(threading.local):
    """zstandard's objects are not to be shared by threads."""

    def __init__(self) -> None:
        shared = _shared()
        self.compressor = zstandard.ZstdCompressor(
            level=LEVEL, dict_data=shared, write_checksum=False, write_dict_id=False
        )
        self.decompressor = zstandard.ZstdDecompressor(dict_data=shared)
        self.plain = zstandard.ZstdCompressor(level=3)
        self.reader = zstandard.ZstdDecompressor()


@lru_cache
def _shared() -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(_DICTIONARY, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


@lru_cache
def _tools() -> _Tools:
    return _Tools()
