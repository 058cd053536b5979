"""Where a Korean word begins: 평양 is a word in 남평양 and in 평양의, and none in 태평양, the Pacific.

Korean writes particles and compounds without a space, so a term is looked for anywhere in a run of syllables. It counts
where the run begins with it, or where what stands before it is made of nouns itself (탄도 + 미사일, 대 + 북 + 제재).
Anything may follow: particles, endings, more nouns. A morphological analyser would know more and was weighed: kiwipiepy
takes 30 microseconds a character, as much as reading the page, and brings 145 MB; docs/decisions/131.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

LONGEST = 10
"""Syllables before a term that are looked at; a run that long is no accident."""
SURE = 3
"""A term of so many syllables is no accident behind two or more."""
_FIRST, _LAST = "\uac00", "\ud7a3"
_PREFIXES = frozenset("대방친반탈재남북한미중러일핵군신총당")
"""Syllables that begin words by themselves: states, for and against, to and from, old and new."""


class KoreanWords:
    """Tells beginnings of words from the middle of them. ``terms`` are words that the rules know besides."""

    def __init__(self, terms: Iterable[str] = ()) -> None:
        self._nouns = common_nouns() | {t for t in terms if len(t) > 1 and is_hangul(t)}

    def begins_word(self, text: str, start: int, end: int) -> bool:
        """Whether what stands at ``text[start:end]``, of Korean syllables, can be a word of its own there."""
        at = start
        while at > 0 and _FIRST <= text[at - 1] <= _LAST and start - at <= LONGEST:
            at -= 1
        before = text[at:start]
        if not before or len(before) > LONGEST or (end - start >= SURE and len(before) > 1):
            return True
        return self._are_nouns(before)

    def _are_nouns(self, syllables: str) -> bool:
        """Whether syllables are nouns and prefixes, one after the other, from the first to the last."""
        reached = {0}
        for start in range(len(syllables)):
            if start in reached:
                reached |= {end for end in range(start + 1, len(syllables) + 1) if self._is_piece(syllables[start:end])}
        return len(syllables) in reached

    def _is_piece(self, piece: str) -> bool:
        return piece in _PREFIXES or piece in self._nouns


def is_hangul(text: str) -> bool:
    """Whether a text is Korean syllables throughout."""
    return bool(text) and all(_FIRST <= c <= _LAST for c in text)


@cache
def common_nouns() -> frozenset[str]:
    """The nouns that come with veille."""
    lines = (files("ingest.enrich.topics") / "korean_nouns.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
