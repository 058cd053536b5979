"""One automaton over the terms of all concepts, so that the cost of a text does not grow with the rules.

A term is the tokens that ``ingest.text.tokens`` makes of it. They are looked for in the folded text itself, not in its
tokens, because making the tokens of a page costs ten times as much as searching it: pyahocorasick finds the longest
word of each term in one pass, and the words before and after it are compared where it stands. Within Chinese,
Japanese and Korean, where tokens are pairs of characters, a term is found wherever its characters stand together.
``tests/unit/topics/test_matcher.py`` holds the two ways to the same answers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import ahocorasick

from ingest.enrich.topics.korean import KoreanWords, is_hangul
from ingest.enrich.topics.normalise import CJK, clean
from ingest.enrich.topics.rules import LANGUAGES, Concept, Term

_IS_CJK = re.compile(f"[{CJK}]").match
GAP = 3
"""Characters that may stand between two words of a term: a space, a hyphen, a comma and a space."""


@dataclass(frozen=True, slots=True)
class TextWord:
    """A word of a term."""

    text: str
    prefix: bool
    cjk: bool

    @property
    def key(self) -> str:
        """What the automaton looks for: the word with the spaces that bound it."""
        return self.text if self.cjk else f" {self.text}" + ("" if self.prefix else " ")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term, cut at the word that it is found by."""

    concept: int
    before: tuple[TextWord, ...]
    anchor: TextWord
    after: tuple[TextWord, ...]
    language: str | None
    cased: str | None
    excluded: bool

    @property
    def several(self) -> bool:
        """Whether the term is more than one word."""
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A pattern found, and where: offsets in the folded text."""

    pattern: Pattern
    start: int
    end: int


def pattern(term: Term, concept: int, *, excluded: bool = False) -> Pattern | None:
    """The pattern of a term; None if nothing of it is left as words."""
    written = term.text.removeprefix("=")
    words: list[TextWord] = []
    for piece in written.split():
        made = clean(piece.removesuffix("*")).folded.split()
        words += [TextWord(w, piece.endswith("*") and w is made[-1], bool(_IS_CJK(w))) for w in made]
    if not words:
        return None
    at = max(range(len(words)), key=lambda i: len(words[i].text) * (3 if words[i].cjk else 1))
    cased = clean(written).plain if term.text.startswith("=") or _is_short_acronym(written) else None
    return Pattern(concept, tuple(words[:at]), words[at], tuple(words[at + 1 :]), term.language, cased, excluded)


def _is_short_acronym(written: str) -> bool:
    """Whether a term is two or three capitals: the UN is not the last syllable of a Korean name, nor WM a shop."""
    return 2 <= len(written) <= 3 and written.isalpha() and written.isupper() and written.lower() != written


class Matcher:
    """Finds the terms of all concepts (by their position in ``concepts``) in folded texts."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._patterns: list[Pattern] = []
        for number, concept in enumerate(concepts):
            named = [pattern(t, number) for t in concept.terms]
            ruled_out = [pattern(t, number, excluded=True) for t in concept.excluded]
            self._patterns += [p for p in named + ruled_out if p is not None]
        self._korean = KoreanWords(p.anchor.text for p in self._patterns if not p.excluded)
        self._automata: dict[str | None, Any] = {}

    def find(self, folded: str, language: str | None) -> Iterator[TermMatch]:
        """All matches, in no particular order. Terms of other languages are left out if the language is known."""
        automaton = self._automaton(language if language in LANGUAGES else None)
        if automaton is None or not folded:
            return
        text = f" {folded} "
        for last, (length, patterns) in automaton.iter(text):
            first = last - length + 1
            for p in patterns:
                place = _place(p, text, first)
                if place is not None and self._begins_word(p, text, place):
                    yield TermMatch(p, place[0] - 1, place[1] - 1)

    def _begins_word(self, p: Pattern, text: str, place: tuple[int, int]) -> bool:
        """Whether a Korean term is no accident inside a longer word. Phrases under ``not`` are taken as they stand."""
        first = p.before[0] if p.before else p.anchor
        if p.excluded or not is_hangul(first.text):
            return True
        return self._korean.begins_word(text, place[0], place[0] + len(first.text))

    def _automaton(self, language: str | None) -> Any:
        """The automaton for the terms of a language and those of all, made when it is first needed."""
        if language not in self._automata:
            by_key: dict[str, list[Pattern]] = {}
            for p in self._patterns:
                if language is None or p.language in (None, language):
                    by_key.setdefault(p.anchor.key, []).append(p)
            automaton = ahocorasick.Automaton()
            for key, patterns in by_key.items():
                automaton.add_word(key, (len(key), tuple(patterns)))
            if by_key:
                automaton.make_automaton()
            self._automata[language] = automaton if by_key else None
        return self._automata[language]


def _place(p: Pattern, text: str, first: int) -> tuple[int, int] | None:
    """Where a pattern stands whose anchor's key begins at ``first``; None if its other words do not stand there."""
    start = first if p.anchor.cjk else first + 1
    end = _end(p.anchor, text, start)
    if end is None or not _begins(p.anchor, text, start):
        return None
    for word in reversed(p.before):
        found = _backward(word, text, start)
        if found is None:
            return None
        start = found
    for word in p.after:
        at = _skip(text, end)
        if at is None or not text.startswith(word.text, at):
            return None
        end = _end(word, text, at)
        if end is None:
            return None
    return start, end


def _begins(word: TextWord, text: str, start: int) -> bool:
    """Whether a word begins here. One Chinese character alone is a word only where no other touches it."""
    if not word.cjk:
        return text[start - 1] == " "
    return len(word.text) > 1 or word.prefix or not _IS_CJK(text, start - 1)


def _end(word: TextWord, text: str, start: int) -> int | None:
    """Where a word that stands at ``start`` ends; None if it goes on and should not."""
    end = start + len(word.text)
    if not word.cjk:
        return text.index(" ", end) if word.prefix else end if text[end] == " " else None
    if len(word.text) > 1:
        return end
    if word.prefix:
        return end + 1 if _IS_CJK(text, end) else end
    return None if _IS_CJK(text, end) else end


def _skip(text: str, end: int) -> int | None:
    """Where the next word begins, if it is near."""
    at = end
    while at < len(text) and text[at] == " ":
        at += 1
    return at if 0 < at - end <= GAP else None


def _backward(word: TextWord, text: str, start: int) -> int | None:
    """Where a word begins that ends just before ``start``."""
    end = start
    while end > 0 and text[end - 1] == " ":
        end -= 1
    if not 0 < start - end <= GAP or end == 0:
        return None
    begin = text.rindex(" ", 0, end) + 1 if word.prefix and not word.cjk else end - len(word.text)
    if begin < 0 or not text.startswith(word.text, begin):
        return None
    return begin if _begins(word, text, begin) and _end(word, text, begin) == end else None
