"""Text as the matcher reads it: what only looks different becomes the same, and every place can be found again.

The index's analyzer does the folding of case, width and accents (``ingest.text``). What a page adds on
top is undone here, on the article and on the rules' terms alike: entities that were escaped twice, soft
hyphens and other invisible characters, decomposed accents, ё for е, traditional for simplified Chinese,
and the dots that Korean and Japanese put between two names («북·러»).
"""

import html
import unicodedata
from dataclasses import dataclass

import regex

from ingest.enrich.topics.hanzi import SIMPLIFIED

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f"
_DOTS = "·‧・ㆍ･•∙⋅ᆞ"
_PLAIN = {
    **{ord(c): " " for c in _DOTS},
    **SIMPLIFIED,
    ord("ё"): "е",
    ord("Ё"): "Е",
}
_SPECIAL = regex.compile(
    rf"&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});|[{_INVISIBLE}]|\P{{M}}\p{{M}}+"
)
_POSSESSIVE = regex.compile(r"(?<=\w)['’](?=[sS]\b)")
"""The standard tokenizer keeps «Korea's» as one word, which the term «Korea» would miss."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Cleaned text, and for each of its characters where it stood in the original (None: the same place)."""

    text: str
    original: str
    back: tuple[int, ...] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original for a non-empty range of the cleaned text."""
        if self.back is None:
            return start, end
        return self.back[start], self.back[end] if end < len(self.text) else self.back[-1]


def clean(text: str) -> Clean:
    """Text for matching. Most texts need no change of length, and keep their offsets."""
    if not _SPECIAL.search(text):
        return Clean(_flatten(text), text)
    out: list[str] = []
    back: list[int] = []
    at = 0
    for m in _SPECIAL.finditer(text):
        _copy(text, at, m.start(), out, back)
        _put(_replacement(m.group()), m.start(), out, back)
        at = m.end()
    _copy(text, at, len(text), out, back)
    back.append(len(text))
    return Clean(_flatten("".join(out)), text, tuple(back))


def _flatten(text: str) -> str:
    """The changes that keep every character's place."""
    return _POSSESSIVE.sub(" ", text.translate(_PLAIN))


def _replacement(found: str) -> str:
    if found.startswith("&"):
        plain = html.unescape(found)
        return "" if plain in _INVISIBLE else plain
    return "" if found in _INVISIBLE else unicodedata.normalize("NFC", found)


def _copy(text: str, start: int, end: int, out: list[str], back: list[int]) -> None:
    out.append(text[start:end])
    back.extend(range(start, end))


def _put(piece: str, origin: int, out: list[str], back: list[int]) -> None:
    out.append(piece)
    back.extend([origin] * len(piece))
