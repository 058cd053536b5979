"""Names across scripts: Cyrillic, Hangul and kana in Latin letters, and the consonants that all spellings share.

Короткевич, Karatkevitch and Karatkevich have the same consonants; so have 원산 and Wonsan. Good enough to notice that
two texts may speak of the same person or town, never enough alone.
"""

from functools import lru_cache

import regex

_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшщъыьэюяіїєґўј",
        "a b v g d e z i i k l m n o p r s t u f kh ts ch sh sh . y . e yu ya i i e g u i".split(),
        strict=True,
    )
) | {"ж": "zh"}
_ONSETS = "g kk n d tt r m b pp s ss . j jj ch k t p h".split()
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_CODAS = ". k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
_KANA_ROWS = {
    "a": "アカサタナハマヤラワガザダバパ", "i": "イキシチニヒミ リ ギジヂビピ", "u": "ウクスツヌフムユル グズヅブプ",
    "e": "エケセテネヘメ レ ゲゼデベペ", "o": "オコソトノホモヨロヲゴゾドボポ",
}  # fmt: skip
_KANA_ONSETS = ". k s t n h m y r w g z d b p".split()
_KANA = {
    kana: onset + vowel
    for vowel, row in _KANA_ROWS.items()
    for onset, kana in zip(_KANA_ONSETS, row, strict=True)
    if kana != " "
} | {"ン": "n", "ヴ": "v"}
_SPELLINGS = (
    (regex.compile("tch|tsch|cz|ch|sh|sch|zh|kh|dj|dzh|j|ts"), "s"),
    (regex.compile("ph"), "f"),
    (regex.compile("[vw]"), "v"),
    (regex.compile("[qkcgx]"), "k"),
    (regex.compile("[dt]"), "t"),
    (regex.compile("[bp]"), "p"),
    (regex.compile("[lr]"), "r"),
    (regex.compile("z"), "s"),
    (regex.compile("[aeiouyh]"), ""),
)
_TWICE = regex.compile(r"(.)\1+")


def romanise(word: str) -> str:
    """A folded word in Latin letters, as far as its script has letters for sounds; Chinese characters stay."""
    if word.isascii():
        return word
    out = []
    for c in word:
        if "가" <= c <= "힣":
            onset, rest = divmod(ord(c) - 0xAC00, 588)
            vowel, coda = divmod(rest, 28)
            out += [_ONSETS[onset], _VOWELS[vowel], _CODAS[coda]]
        else:
            out.append(_CYRILLIC.get(c) or _KANA.get(c, c))
    return "".join(out).replace(".", "")


@lru_cache(maxsize=20_000)
def consonants(latin: str) -> str:
    """What is left of a name when spelling is taken away: classes of consonants, at most five."""
    for pattern, letter in _SPELLINGS:
        latin = pattern.sub(letter, latin)
    return _TWICE.sub(r"\1", latin)[:5]
