"""Text as the matcher reads it: what only looks different becomes the same, and every place can be found again.

Case, width, accents and Chinese script fold as in ``ingest.text.tokens``, one character to one, by a table (a page
takes a fifth of a millisecond); whatever is no letter or digit becomes a space. What changes the length is undone
before: entities that were escaped twice, soft hyphens and other invisible characters, decomposed accents, ligatures;
and where letters of an alphabet touch Chinese, Japanese or Korean ones a space is put: a new word begins there.
"""

import html
import re
import unicodedata
from dataclasses import dataclass

from ingest.enrich.topics.hanzi import SIMPLIFIED

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069"
CJK = (
    "\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3131-\u318e\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0002ffff"
)
_ALPHABET = "0-9A-Za-z\u00c0-\u024f\u0400-\u052f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_CHANGES_LENGTH = (
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    rf"|[{_INVISIBLE}]+|.[\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]{{2,}}|[\uff66-\uff9f]+|[œŒæÆßẞﬀﬁﬂﬃﬄ]"
)
_SPECIAL = re.compile(_CHANGES_LENGTH)
_BORDER = rf"(?<=[{_ALPHABET}])[{_INVISIBLE}]*(?=[{CJK}])|(?<=[{CJK}])[{_INVISIBLE}]*(?=[{_ALPHABET}])"
_SPECIAL_CJK = re.compile(rf"(?P<border>{_BORDER})|{_CHANGES_LENGTH}")
_HAS_CJK = re.compile(f"[{CJK}]")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ẞ": "SS"}


def _folded(c: str) -> str:
    """One character as ``ingest.text.tokens`` folds it; a space for what is no part of a word."""
    wide = unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c
    lower = wide.lower()
    base = unicodedata.normalize("NFD", lower)
    if base[0].isascii() and base[0].isalnum():
        return base[0]
    if lower == "ё":
        return "е"
    return lower[0] if lower[0].isalnum() or unicodedata.category(lower[0])[0] == "M" else " "


_RANGES = ((0x20, 0x530), (0x1E00, 0x1F00), (0x2000, 0x2C00), (0x3000, 0x3005), (0x3008, 0x3041), (0xFF01, 0xFF66))
_TABLE = {
    **{cp: _folded(chr(cp)) for low, high in _RANGES for cp in range(low, high)},
    **SIMPLIFIED,
    **dict.fromkeys((0x0A, 0x0D, 0x09, 0x30A0, 0x30FB, 0xFE0F), " "),
}


@dataclass(frozen=True, slots=True)
class Clean:
    """A text to search in. ``plain`` and ``folded`` have the same length, ``original`` may have another."""

    original: str
    plain: str
    folded: str
    back: tuple[int, ...] | None = None
    """For each character of ``plain`` where it stood in the original (None: at the same place)."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original for a non-empty range of ``plain``."""
        if self.back is None:
            return start, end
        return self.back[start], self.back[end]


def clean(text: str) -> Clean:
    """Text for matching. Most texts need no change of length, and keep their offsets."""
    if text.isascii() and "&" not in text:
        return Clean(text, text, text.translate(_TABLE))
    special = _SPECIAL_CJK if _HAS_CJK.search(text) else _SPECIAL
    if not special.search(text):
        return Clean(text, text, text.translate(_TABLE))
    out: list[str] = []
    back: list[int] = []
    at = 0
    for m in special.finditer(text):
        start, end = m.span()
        new = " " if m.lastgroup == "border" else _replacement(m.group())
        out += (text[at:start], new)
        back.extend(range(at, start))
        back.extend([start] * len(new))
        at = end
    out.append(text[at:])
    back.extend(range(at, len(text) + 1))
    plain = "".join(out)
    return Clean(text, plain, plain.translate(_TABLE), tuple(back))


def is_cjk(text: str) -> bool:
    """Whether a text has Chinese, Japanese or Korean in it."""
    return _HAS_CJK.search(text) is not None


def _replacement(found: str) -> str:
    if found in _LIGATURES:
        return _LIGATURES[found]
    plain = html.unescape(found) if found[0] == "&" else found
    return _IS_INVISIBLE.sub("", unicodedata.normalize("NFKC" if plain >= "\uf000" else "NFC", plain))
