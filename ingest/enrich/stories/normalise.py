"""One spelling for one text: what typography, encodings and editors' keyboards change is undone here.

Copies of a wire differ in quotation marks, no-break spaces and hyphens, soft hyphens, decomposed accents and Hangul,
HTML entities, UTF-8 read as Windows-1252, ё and е, ä and ae, traditional and simplified Chinese. None of that makes
another text.
"""

import html
import unicodedata

import regex

from ingest.enrich.topics.hanzi import SIMPLIFIED

_INVISIBLE = regex.compile(r"[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]")
_HYPHENS = regex.compile(r"[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]")
_QUOTES = regex.compile(r"[«»„“”‟″〝〞＂❝❞]|''|``")
_APOSTROPHES = regex.compile(r"[\u2018-\u201B\u2032\u02BC\u02B9\u00B4\u0060\uFF07]")
_GARBLED = regex.compile(  # a lead byte, then what Windows-1252 makes of 80 to BF
    r"[\u00C2-\u00F4][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013\u2014"
    r"\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]{1,3}"
)
_THOUSANDS = regex.compile(r"(?<![\d.,])([1-9]\d{0,2})((?:[.,'’ ]\d{3})+)(?![\d])(?![.,]\d{1,2}\b\d)")
_DECIMAL = regex.compile(r"(?<=\d),(?=\d)")
_TOUCHING = regex.compile(r"(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)")
TWICE = 3
"""Passes: feeds escape what is escaped already, and misread what was misread before."""
_AS_CYRILLIC = regex.compile(  # UTF-8 read as Windows-1251: Р or С, then what it makes of 80 to BF
    r"(?:(?:[РСТВ]|вЂ)[\u0402\u0403\u201A\u0453\u201E\u2026\u2020\u2021\u20AC\u2030\u0409\u2039\u040A\u040C\u040B\u040F"
    r"\u0452\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u0098\u2122\u0459\u203A\u045A\u045C\u045B\u045F"
    r"\u00A0\u040E\u045E\u0408\u00A4\u0490\u00A6\u00A7\u0401\u00A9\u0404\u00AB-\u00AE\u0407\u00B0\u00B1\u0406\u0456"
    r"\u0491\u00B5-\u00B7\u0451\u2116\u0454\u00BB\u0458\u0405\u0455\u0457])+"
)
_SPACES = regex.compile(r"[^\S\n]+")


def fold_text(text: str) -> str:
    """A text with its letters kept and its typography gone; paragraphs stay apart by newlines.

    Digits come out in one form: ``14.000``, ``14 000`` and ``14,000`` are ``14000``; ``1,4`` is ``1.4``.
    """
    for _ in range(TWICE):
        text = html.unescape(text) if "&" in text else text
    for _ in range(TWICE):
        text = repair_encoding(text)
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    text = _QUOTES.sub('"', _APOSTROPHES.sub("'", _HYPHENS.sub("-", text)))
    text = text.replace("ё", "е").replace("Ё", "Е").translate(SIMPLIFIED)
    text = _SPACES.sub(" ", text)
    return _TOUCHING.sub(" ", _numbers(text))


def fold_word(token: str) -> str:
    """A token of ``ingest.text.tokens`` with ä and ae, ö and oe, ü and ue made one: editors write either."""
    if not token.isascii():
        return token
    return token.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def repair_encoding(text: str) -> str:
    """Undo UTF-8 read as Windows-1252 (``â€™``, ``Ã©``) or Windows-1251 (``РЎР°``), where the bytes prove it."""
    if "Р" in text and any(len(m.group()) >= 6 for m in _AS_CYRILLIC.finditer(text)):  # three letters: no chance
        text = _AS_CYRILLIC.sub(_from_cyrillic, text)
    if not any(mark in text for mark in ("Ã", "â", "Â", "Ð", "Ñ", "ã", "ì", "í", "ê", "ë")):
        return text
    return _GARBLED.sub(_decoded, text).replace("â€", '"')


def _decoded(match: "regex.Match[str]") -> str:
    raw = b"".join(_byte(c) for c in match.group())
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for end in range(len(raw) - 1, 1, -1):  # a true letter may follow the garbled ones
        try:
            return raw[:end].decode("utf-8") + match.group()[end:]
        except UnicodeDecodeError:
            continue
    return match.group()


def _from_cyrillic(match: "regex.Match[str]") -> str:
    raw = b"".join(c.encode("cp1251") if c != "\u0098" else b"\x98" for c in match.group())
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:  # 81, 8D, 8F, 90, 9D: browsers let them through as they are
        return char.encode("latin-1")


def _numbers(text: str) -> str:
    text = _THOUSANDS.sub(lambda m: m.group(1) + regex.sub(r"\D", "", m.group(2)), text)
    return _DECIMAL.sub(".", text)
