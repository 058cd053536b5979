"""One automaton over the terms of all concepts, so that the cost of a text does not grow with the rules.

A text is the sequence of its tokens, joined by spaces; a term is the same, and pyahocorasick finds all
terms in one pass. A term with a prefix before its last word («северн* коре*») is found by what comes up
to its first prefix, and the words after that are compared one by one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import ahocorasick

from ingest.enrich.topics.clean import clean
from ingest.enrich.topics.layout import Word
from ingest.enrich.topics.rules import LANGUAGES, Concept, Term
from ingest.text import tokens


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term as tokens. ``prefix[i]``: the text's token only has to begin with ``words[i]``."""

    concept: int
    words: tuple[str, ...]
    prefix: tuple[bool, ...]
    language: str | None
    cased: str | None
    excluded: bool

    def fits(self, text: Sequence[Word], at: int) -> bool:
        """Whether the pattern stands at a place of a token sequence."""
        if at + len(self.words) > len(text):
            return False
        return all(
            text[at + i].token.startswith(w) if self.prefix[i] else text[at + i].token == w
            for i, w in enumerate(self.words)
        )


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: tokens ``start`` to ``end`` (exclusive) of the sequence searched."""

    pattern: Pattern
    start: int
    end: int


def pattern(term: Term, concept: int, *, excluded: bool = False) -> Pattern | None:
    """The pattern of a term; None if nothing of it is left as tokens."""
    written = term.text.removeprefix("=")
    words: list[str] = []
    prefix: list[bool] = []
    for piece in written.split():
        made = tokens(clean(piece.removesuffix("*")).text)
        words += made
        prefix += [False] * len(made)
        if made and piece.endswith("*"):
            prefix[-1] = True
    if not words:
        return None
    cased = clean(written).text if term.text.startswith("=") else None
    return Pattern(concept, tuple(words), tuple(prefix), term.language, cased, excluded)


class Matcher:
    """Finds the terms of all concepts (by their position in ``concepts``) in token sequences."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        by_key: dict[str, list[Pattern]] = {}
        for number, concept in enumerate(concepts):
            named = [pattern(t, number) for t in concept.terms]
            ruled_out = [pattern(t, number, excluded=True) for t in concept.excluded]
            for p in named + ruled_out:
                if p is not None:
                    by_key.setdefault(_key(p), []).append(p)
        self._automaton = ahocorasick.Automaton()
        for key, patterns in by_key.items():
            self._automaton.add_word(key, (key, tuple(patterns)))
        self._empty = not by_key
        if by_key:
            self._automaton.make_automaton()

    def find(self, text: Sequence[Word], language: str | None) -> Iterator[Match]:
        """All matches, in no particular order. Terms of other languages are left out if the language is known."""
        if self._empty or not text:
            return
        only = language if language in LANGUAGES else None
        joined, index = _join(text)
        for last, (key, patterns) in self._automaton.iter(joined):
            at = index[last - len(key) + 2]
            for p in patterns:
                if (only is None or p.language is None or p.language == only) and (
                    len(p.words) == 1 or p.fits(text, at)
                ):
                    yield Match(p, at, at + len(p.words))


def _key(p: Pattern) -> str:
    """What the automaton looks for: the words up to the first prefix, with the spaces that bound them."""
    if True not in p.prefix:
        return f" {' '.join(p.words)} "
    return " " + " ".join(p.words[: p.prefix.index(True) + 1])


def _join(text: Sequence[Word]) -> tuple[str, dict[int, int]]:
    index: dict[int, int] = {}
    at = 1
    for number, word in enumerate(text):
        index[at] = number
        at += len(word.token) + 1
    return f" {' '.join(w.token for w in text)} ", index
