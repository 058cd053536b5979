"""What is kept of a text to find and judge its copies: its words as numbers, what kind each is, and fingerprints.

A fingerprint is a hash of four words in a row. Which ones are kept is decided by winnowing (Schleimer, Wilkerson and
Aiken, SIGMOD 2003): the smallest of every window. Two texts that share a run of ``window + 3`` words are certain to
share a fingerprint, however long the rest of either is; MinHash bands lose cut copies (docs/decisions/050).
"""

import struct
from array import array
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from ingest.enrich.encoder import NO_VECTORS, ArticleVectors, Vector, from_bytes, meaning_of, to_bytes
from ingest.enrich.events.marks import marks_of
from ingest.enrich.stories.anchors import anchors_of
from ingest.enrich.stories.boilerplate import paragraphs
from ingest.enrich.stories.normalise import fold_text
from ingest.enrich.stories.roundups import is_about_many
from ingest.enrich.stories.words import Kind, StoryWord, read_words
from ingest.text.datelines import without_dateline

VERSION = 2
SHINGLE = 4
LONGEST = 1200
"""Words kept of a text. What a copy shares stands at the beginning."""
CHARACTERS = 16_000
"""More are not looked at."""
HEADLINE = 1_000
"""Characters of a headline that are looked at."""
SHORT = 12
"""Words: below it a text has no copies, only headlines that are the same."""
_WINDOWS = ((80, 5), (400, 10), (800, 16), (LONGEST, 24))
_HEAD = struct.Struct("<BHHHH2sq?BHH")
_NO_DATE = -(2**62)


@dataclass(frozen=True, slots=True)
class Signature:
    """A text, as far as telling stories apart needs it. About 6 bytes a word, and one a fingerprint or anchor of 8."""

    words: bytes
    """CRC-32 of each folded word of the body, little-endian, boilerplate left out."""
    kinds: bytes
    """One ``Kind`` a word; bit 7 is set where a paragraph begins."""
    title: bytes
    title_kinds: bytes
    prints: tuple[int, ...]
    """Fingerprints, signed 64 bits, in order of the text."""
    anchors: tuple[int, ...]
    """Hashes of what the text is about across languages: see ``ingest.enrich.stories.anchors``."""
    language: str
    published: int | None
    """Unix seconds."""
    many: bool = False
    """True for a page about many events: a digest, a live page."""
    marks: int = 0
    """``ingest.enrich.events.marks.Mark``."""
    title_vector: bytes = b""
    """``ingest.enrich.encoder.to_bytes``; empty where there is none."""
    lead_vector: bytes = b""

    @property
    def meaning(self) -> Vector | None:
        """What title and text mean, for neighbours; None where there is no vector."""
        return meaning_of(from_bytes(self.title_vector), from_bytes(self.lead_vector))

    @property
    def length(self) -> int:
        """Words of the body."""
        return len(self.kinds)

    def to_bytes(self) -> bytes:
        """As the ledger stores it."""
        head = _HEAD.pack(
            VERSION, len(self.kinds), len(self.title_kinds), len(self.prints), len(self.anchors),
            self.language.encode("ascii", "replace")[:2].ljust(2),
            _NO_DATE if self.published is None else self.published, self.many, self.marks,
            len(self.title_vector), len(self.lead_vector),
        )  # fmt: skip
        numbers = array("q", self.prints).tobytes() + array("q", self.anchors).tobytes()
        vectors = self.title_vector + self.lead_vector
        return b"".join((head, self.words, self.kinds, self.title, self.title_kinds, numbers, vectors))

    @classmethod
    def from_bytes(cls, raw: bytes) -> "Signature":
        """The reverse of ``to_bytes``. Raises ValueError if another version wrote it."""
        head = _HEAD.unpack_from(raw)
        version, body, title, prints, anchors, language, published, many, marks, *vectors = head
        if version != VERSION:
            raise ValueError(f"story signature of version {version}, this is {VERSION}")
        at, parts = _HEAD.size, []
        for size in (4 * body, body, 4 * title, title, 8 * prints, 8 * anchors, *vectors):
            parts.append(raw[at : at + size])
            at += size
        words, kinds, title_words, title_kinds, *numbers, title_vector, lead_vector = parts
        return cls(
            words=words, kinds=kinds, title=title_words, title_kinds=title_kinds,
            prints=tuple(array("q", numbers[0])), anchors=tuple(array("q", numbers[1])),
            language=language.decode().strip(), published=None if published == _NO_DATE else published, many=many,
            marks=marks, title_vector=title_vector, lead_vector=lead_vector,
        )  # fmt: skip


def stored(raw: bytes | None) -> Signature | None:
    """What the ledger has, or None where it was dropped or another version of veille wrote it."""
    if not raw or raw[0] != VERSION:
        return None
    return Signature.from_bytes(raw)


def signature(
    title: str, text: str, language: str | None, published: datetime | None, vectors: ArticleVectors = NO_VECTORS
) -> Signature:
    """Read a text once. Pure, and what it gives can cross processes.

    ``language`` is ISO 639-1 (None or ``unknown`` is fine); ``published`` gives weekdays in the text a date.
    ``vectors`` are those of the same title and text (``ingest.enrich.encoder``).
    """
    code = language or ""
    published = published if published and published.year >= 1970 else None  # year 1 is how software says "none"
    headline, text = fold_text(title[:HEADLINE]), fold_text(without_dateline(text[:CHARACTERS]))
    body = read_words(paragraphs(text), code)[:LONGEST]
    head = read_words([headline], code, headline=True)[:80]
    words, kinds = _packed(body)
    title_words, title_kinds = _packed(head)
    return Signature(
        words=words, kinds=kinds, title=title_words, title_kinds=title_kinds,
        prints=_fingerprints(body) if len(body) >= SHORT else _headline_prints(head, body),
        anchors=anchors_of(head, body, f"{headline}\n{text}", published), language=code,
        published=None if published is None else int(published.timestamp()), many=is_about_many(headline, text),
        marks=int(marks_of(headline)), title_vector=to_bytes(vectors.title), lead_vector=to_bytes(vectors.lead),
    )  # fmt: skip


def _packed(words: list[StoryWord]) -> tuple[bytes, bytes]:
    return array("I", [w.hash for w in words]).tobytes(), bytes(w.kind | (0x80 if w.begins else 0) for w in words)


def _fingerprints(words: list[StoryWord]) -> tuple[int, ...]:
    raw = array("I", [w.hash for w in words]).tobytes()
    hashes = [_hash64(raw[4 * i : 4 * (i + SHINGLE)]) for i in range(len(words) - SHINGLE + 1)]
    window = next(w for limit, w in _WINDOWS if len(words) <= limit)
    chosen: dict[int, None] = {}
    for i in range(max(1, len(hashes) - window + 1)):
        chosen[min(hashes[i : i + window])] = None
    return tuple(chosen)


def _headline_prints(title: list[StoryWord], body: list[StoryWord]) -> tuple[int, ...]:
    """One fingerprint for the whole of a headline that says enough to be known by: six words, one a name or figure."""
    if len(title) < 6 or not any(w.kind in (Kind.NUMBER, Kind.NAME) for w in title):
        return ()
    return (_hash64(b"headline" + array("I", [w.hash for w in (*title, *body)]).tobytes()),)


def _hash64(raw: bytes) -> int:
    return int.from_bytes(blake2b(raw, digest_size=8).digest(), "little", signed=True)
