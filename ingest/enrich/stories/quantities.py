"""Figures with their unit of counting: 43.8 billion and 438亿 are one amount, as are forty-two and 42.

Languages count by thousands or by myriads, write large amounts with words and small ones in full. An amount is an
anchor like any figure (``anchors``), so reports in two languages meet on it.
"""

import regex

from ingest.languages.joined import by_value

_OF_WORD = {word: scale for scale, forms in by_value("scales", spaced=True).items() for word in forms}
_SIGNS = {sign: scale for scale, forms in by_value("scales", spaced=False).items() for sign in forms}
_MYRIADS = {sign: scale for sign, scale in _SIGNS.items() if scale >= 10**4}
_SMALLER = {sign: scale for sign, scale in _SIGNS.items() if scale < 10**4}
_ANY_SIGN, _SMALL_SIGN, _LARGE_SIGN = "".join(_SIGNS), "".join(_SMALLER), "".join(_MYRIADS)
_STEMS = ("тысяч", "миллион", "миллиард", "триллион")
_DIGITS = "[0-9]{1,15}"
"""Those that float() knows on every Python, and no more than an amount can have: a text may hold thousands in a row."""
_DECIMAL = rf"{_DIGITS}(?:\.{_DIGITS})?"
_WITH_WORD = regex.compile(rf"(?<![\d.])({_DECIMAL}) ?(?:-)?(\p{{L}}+)")
_MYRIAD = regex.compile(rf"(?<![\d.])((?:{_DECIMAL} ?[{_ANY_SIGN}]{{1,3}} ?){{1,9}})({_DIGITS})?")
_PART = regex.compile(rf"({_DECIMAL}) ?([{_SMALL_SIGN}]?)([{_LARGE_SIGN}]*)")

_NUMERALS = by_value("numerals")
_VALUE = {word: n for n, forms in _NUMERALS.items() for word in forms}
_LARGE = {word for n, forms in _NUMERALS.items() if n > 10 for word in forms}
_TENS = "|".join(sorted(_LARGE, key=len, reverse=True))
_ONES = "|".join(sorted(_VALUE, key=len, reverse=True))
_IN_WORDS = regex.compile(rf"\b({_TENS})(?:(?:-| |-et-| et | y )({_ONES}))?\b")


def quantities(text: str) -> list[int]:
    """Amounts of a folded text that are written with a word or character for their size, 11 and more, in order."""
    text = text.lower()
    found = [
        *((m.start(), _with_word(m)) for m in _WITH_WORD.finditer(text)),
        *((m.start(), _of_myriads(m)) for m in _MYRIAD.finditer(text)),
        *((m.start(), _VALUE[m.group(1)] + _small(m.group(2))) for m in _IN_WORDS.finditer(text)),
    ]
    return [value for _, value in sorted(found) if value > 10]


def _with_word(match: "regex.Match[str]") -> int:
    word = match.group(2)
    scale = _OF_WORD.get(word) or next((_OF_WORD[s] for s in _STEMS if word.startswith(s)), 0)
    return round(float(match.group(1)) * scale)


def _of_myriads(match: "regex.Match[str]") -> int:
    """4 천 120 억 is 4,120 times 10^8; 4 만 2 천 is 42,000: what is smaller than a myriad adds up until one comes."""
    total, open_part = 0.0, 0.0
    for part in _PART.finditer(match.group(1)):
        open_part += float(part.group(1)) * _SMALLER.get(part.group(2), 1)
        if part.group(3):
            for sign in part.group(3):
                open_part *= _MYRIADS[sign]
            total, open_part = total + open_part, 0.0
    return round(total + open_part) + int(match.group(2) or 0)


def _small(word: str | None) -> int:
    value = _VALUE.get(word or "", 0)
    return value if value < 20 else 0
