"""Terms that stand inside longer words of the language: what ``veille topics check`` warns of.

In Korean, Chinese and Japanese a term is found among other characters. Where the word around it is a common word of
its own, it may mean something else: 대화 (dialogue) in 현대화 (modernisation). The words come with veille, and from any
text that a desk names.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.enrich.topics.korean import common_nouns
from ingest.enrich.topics.matcher import Matcher
from ingest.enrich.topics.normalise import CJK, clean
from ingest.enrich.topics.rules import Rulebook

OFTEN = 3
"""A run of characters met so often in a text is taken for a word."""
LONGEST = 8
_RUN = re.compile(f"[{CJK}]{{3,{LONGEST}}}")


@dataclass(frozen=True, slots=True)
class InnerWord:
    """A term found inside a longer word that is no term itself."""

    concept: str
    term: str
    word: str


def words_of(text: str) -> list[str]:
    """Runs of Chinese, Japanese or Korean characters that a text has often, oftenest first."""
    counted = Counter(_RUN.findall(text))
    return [word for word, count in counted.most_common() if count >= OFTEN]


def inner_words(book: Rulebook, words: Iterable[str] = ()) -> list[InnerWord]:
    """Where the rules find a term behind the beginning of a common word. Each term and word once, by concept."""
    matcher = Matcher(book.concepts)
    terms = {clean(t.text.lstrip("=").rstrip("*")).folded for c in book.concepts for t in (*c.terms, *c.excluded)}
    found: dict[InnerWord, None] = {}
    for word in dict.fromkeys((*sorted(common_nouns()), *words)):
        folded = clean(word).folded
        if folded in terms or len(folded) < len("세글자"):
            continue
        for match in matcher.find(folded, None):
            if match.start > 0 and not match.pattern.excluded:
                concept = book.concepts[match.pattern.concept].id
                found[InnerWord(concept, folded[match.start : match.end], word)] = None
    return sorted(found, key=lambda i: (i.concept, i.term, i.word))
