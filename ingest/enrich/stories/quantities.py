"""Figures with their unit of counting: 43.8 billion and 438亿 are one amount, as are forty-two and 42.

Languages count by thousands or by myriads, write large amounts with words and small ones in full. An amount is an
anchor like any figure (``anchors``), so reports in two languages meet on it.
"""

import regex

_SCALES: dict[int, str] = {
    10**3: "mille thousand tausend mil mila тысяч тыс thsd",
    10**6: "million millions mn mln mio millionen millón millones milione milioni milhão milhões млн миллион",
    10
    ** 9: "milliard milliards billion bn mrd md mds milliarde milliarden miliardo miliardi bilhão bilhões млрд миллиард",
    10**12: "billions trillion trn трлн триллион",
}
_MYRIADS = {"만": 10**4, "万": 10**4, "萬": 10**4, "억": 10**8, "億": 10**8, "亿": 10**8, "조": 10**12, "兆": 10**12}
_SMALLER = {"천": 1000, "千": 1000, "백": 100, "百": 100}
_OF_WORD = {word: scale for scale, words in _SCALES.items() for word in words.split()}
_STEMS = ("тысяч", "миллион", "миллиард", "триллион")
_WITH_WORD = regex.compile(r"(?<![\d.])(\d+(?:\.\d+)?) ?(?:-)?(\p{L}+)")
_MYRIAD = regex.compile(r"(?<![\d.])((?:\d+(?:\.\d+)? ?[만万萬억億亿조兆천千백百]+ ?)+)(\d+)?")
_PART = regex.compile(r"(\d+(?:\.\d+)?) ?([천千백百]?)([만万萬억億亿조兆]*)")

_NUMERALS: dict[int, str] = {
    11: "onze eleven elf once undici одиннадцать", 12: "douze twelve zwölf doce dodici двенадцать",
    13: "treize thirteen dreizehn trece tredici тринадцать", 14: "quatorze fourteen vierzehn catorce quattordici четырнадцать",
    15: "quinze fifteen fünfzehn quince quindici пятнадцать", 16: "seize sixteen sechzehn sedici шестнадцать",
    17: "seventeen siebzehn diecisiete diciassette семнадцать", 18: "eighteen achtzehn dieciocho diciotto восемнадцать",
    19: "nineteen neunzehn diecinueve diciannove девятнадцать", 20: "vingt twenty zwanzig veinte venti двадцать",
    30: "trente thirty dreißig treinta trenta тридцать", 40: "quarante forty vierzig cuarenta quaranta сорок",
    50: "cinquante fifty fünfzig cincuenta cinquanta пятьдесят", 60: "soixante sixty sechzig sesenta sessanta шестьдесят",
    70: "septante seventy siebzig setenta settanta семьдесят", 80: "huitante eighty achtzig ochenta ottanta восемьдесят",
    90: "nonante ninety neunzig noventa novanta девяносто",
}  # fmt: skip
_UNITS: dict[int, str] = {
    1: "un une one uno один одна", 2: "deux two dos due два две", 3: "trois three tres tre три",
    4: "quatre four cuatro quattro четыре", 5: "cinq five cinco cinque пять", 6: "six seis sei шесть",
    7: "sept seven siete sette семь", 8: "huit eight ocho otto восемь", 9: "neuf nine nueve nove девять",
    10: "dix ten diez dieci десять",
}  # fmt: skip
_VALUE = {word: n for table in (_NUMERALS, _UNITS) for n, words in table.items() for word in words.split()}
_LARGE = {word for words in _NUMERALS.values() for word in words.split()}
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
