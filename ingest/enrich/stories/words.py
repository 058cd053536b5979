"""The words of a text with what kind each is: plain, a number, a name, or a word that stands for a number or date."""

from dataclasses import dataclass
from enum import IntEnum
from zlib import crc32

from ingest.enrich.stories.normalise import fold_word
from ingest.enrich.stories.vocabulary import MONTH_OF, NUMBER_WORDS, WEEKDAY_OF
from ingest.text.tokens import TokenSpan, spans

_SENTENCE_ENDS = frozenset('.!?…:;"([—-\n•*')


class Kind(IntEnum):
    """What a word can tell: two texts that say another number in the same place are about another thing."""

    PLAIN = 0
    NUMBER = 1
    NAME = 2
    VALUE = 3
    """A number in words, an ordinal, a direction (up, down)."""
    DATE = 4
    """A weekday or month; in Korean, Japanese and Chinese the day's figure."""


@dataclass(frozen=True, slots=True)
class StoryWord:
    """A folded word."""

    token: str
    hash: int
    kind: Kind
    begins: bool
    """True at the beginning of a paragraph."""
    opens: bool = False
    """True at the beginning of a sentence, where a capital says nothing."""


def read_words(blocks: list[str], language: str, *, headline: bool = False) -> list[StoryWord]:
    """The words of folded paragraphs. Headlines may be in title case: in them only other kinds are told."""
    found = [(block, span, i == 0) for block in blocks for i, span in enumerate(spans(block))]
    capital = [_is_capital(block, span) for block, span, _ in found]
    opens = [_opens(block, span) for block, span, _ in found]
    names = {s.token for (_, s, _), cap, op in zip(found, capital, opens, strict=True) if cap and not op}
    shouting = sum(capital) * 2 > len(found) > 0
    out = []
    for (block, span, begins), cap, op in zip(found, capital, opens, strict=True):
        token = fold_word(span.token.removesuffix("'s"))
        is_name = cap and span.token in names and not (shouting and not headline)
        kind = Kind.DATE if _is_day(block, span) else _kind(token, is_name)
        out.append(StoryWord(token, crc32(token.encode()), kind, begins, op))
    return out


def _kind(token: str, is_name: bool) -> Kind:
    if token[0].isdigit():
        return Kind.NUMBER
    if token in WEEKDAY_OF or token in MONTH_OF:
        return Kind.DATE
    if token in NUMBER_WORDS:
        return Kind.VALUE
    return Kind.NAME if is_name else Kind.PLAIN


def _is_day(block: str, span: TokenSpan) -> bool:
    """True for the figure in 4일, 4日, 4号."""
    return span.token[0].isdigit() and block[span.end : span.end + 2].lstrip()[:1] in ("일", "日", "号")


def _is_capital(block: str, span: TokenSpan) -> bool:
    word = block[span.start : span.end]
    before, mark, after = word.partition("'")
    if mark and after and len(before) <= 2:  # l'Odet, O'Brien
        word = after
    return word[0].isupper()


def _opens(block: str, span: TokenSpan) -> bool:
    before = block[: span.start].rstrip()
    return not before or before[-1] in _SENTENCE_ENDS
