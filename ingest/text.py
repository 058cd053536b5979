"""One notion of a word, shared by topics, alerts, search and near-duplicates.

``tokens(text)`` makes the tokens that the Elasticsearch analyzer ``universal`` makes: standard
tokenizer (UAX #29), French elision, cjk_width, lowercase, cjk_bigram, asciifolding. The contract
tests compare the two.
"""

import unicodedata
from dataclasses import dataclass

import regex

_CJK = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}"
_WORD = regex.compile(rf"[{_CJK}]+|[\p{{L}}\p{{M}}\p{{N}}]+(?:['’.·][\p{{L}}\p{{M}}\p{{N}}]+)*", regex.V0)
_ELISION = regex.compile(r"^(?:l|m|t|qu|n|s|j|d|c|jusqu|quoiqu|lorsqu|puisqu)['’](?=.)")


@dataclass(frozen=True, slots=True)
class Span:
    """A token and where it stands: character offsets in the text as given."""

    token: str
    start: int
    end: int


def _fold(text: str) -> str:
    """Latin letters without their accents; other scripts keep their marks (й stays й)."""
    out = []
    for c in unicodedata.normalize("NFC", text):
        base = unicodedata.normalize("NFKD", c)
        latin = base[0].isascii() and len(base) > 1
        out.append("".join(x for x in base if not unicodedata.combining(x)) if latin else c)
    return "".join(out).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")


def spans(text: str) -> list[Span]:
    """The tokens of a text, in order, with their places."""
    out: list[Span] = []
    for m in _WORD.finditer(text):
        word = m.group()
        if regex.match(rf"[{_CJK}]", word):
            wide = unicodedata.normalize("NFKC", word)
            if len(wide) != len(word) or len(word) == 1:
                out.append(Span(wide, m.start(), m.end()))
            else:
                out.extend(Span(wide[i : i + 2], m.start() + i, m.start() + i + 2) for i in range(len(word) - 1))
            continue
        lower = unicodedata.normalize("NFKC", word).lower()
        out.append(Span(_fold(_ELISION.sub("", lower)), m.start(), m.end()))
    return out


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order."""
    return [s.token for s in spans(text)]
