"""Bytes to text, once for everything that comes from outside: feeds, pages, OPML.

Order of evidence: a byte order mark; an encoding of seven bits that is declared or shows its escapes; bytes that only
UTF-8 can explain; what the document or the server declares, where the bytes agree; detection (chardet); windows-1252
at last. UTF-8 goes before the declaration because a wrong declaration is common and valid multi-byte UTF-8 by accident
is not (decision 011). Labels mean what browsers take them to mean (WHATWG Encoding Standard, 4.2).
"""

import codecs
import re
from dataclasses import dataclass

import chardet

_LABELS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252",
    "windows-1252": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "iso-8859-8-i": "iso-8859-8", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "windows-31j": "cp932", "x-euc-jp": "euc-jp", "big5": "big5hkscs", "x-big5": "big5hkscs",
    "csiso2022jp": "iso-2022-jp", "unicode": "utf-16-le", "unicode-1-1-utf-8": "utf-8",
    "x-mac-cyrillic": "mac-cyrillic",
}  # fmt: skip
_NEVER = frozenset({"utf-7"})  # browsers refuse it: any ASCII text is valid in it, and means something else
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_WESTERN = frozenset({"cp1252", "iso8859-15", "cp1254", "mac-roman"})
_SEVEN_BIT = {"iso2022_jp": b"\x1b", "iso2022_jp_2": b"\x1b", "iso2022_kr": b"\x1b", "hz": b"~{"}
"""Encodings whose bytes are all ASCII, and what betrays them."""
_OTHER_LETTERS = frozenset(
    {"cp1251", "koi8-r", "koi8-u", "iso8859-5", "mac-cyrillic", "cp866", "cp855", "iso8859-7", "cp1253", "iso8859-8"}
    | {"cp1255", "iso8859-6", "cp1256", "cp874", "tis-620", "mac-greek", "cp737", "cp869"}
)
"""Encodings of one byte a letter whose letters are not Latin."""
_RUN = re.compile(rb"[\x80-\xff]+")
_WITHIN_WORD = re.compile(rb"(?:(?<=[A-Za-z])[\x80-\xff](?![\x80-\xff]))|(?:(?<![\x80-\xff])[\x80-\xff](?=[A-Za-z]))")
_WIDE = frozenset({"gb18030", "cp949", "cp932", "big5hkscs", "euc_jp", "johab"})
_FEW_PAIRS = 8
"""Characters that two-byte encodings of East Asia make valid UTF-8 by accident, at most: a short title, not a text."""

_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:\-]{1,40})[\"']", re.ASCII)
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<(?!!\[CDATA\[)[^>]*>", re.I | re.S)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROL_ASCII = bytes(b for b in (*range(32), 127) if b not in b"\t\n\r")
_SAMPLE = 400_000
_DETECTED = 60_000
"""Bytes that detection looks at: more makes it slower, not surer."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without byte order mark, XML declaration and the characters that XML forbids."""

    text: str
    encoding: str
    """Python codec name: the superset that was used (cp949 for euc-kr)."""
    source: str
    """``bom``, ``utf-8`` (the bytes say so), ``http``, ``xml``, ``meta``, ``detected`` or ``default``."""
    damaged: bool = False
    """Some bytes could not be decoded, or a compressed stream was cut."""

    @property
    def certain(self) -> bool:
        """False where it took a guess or lost characters."""
        return not self.damaged and self.source not in ("detected", "default")


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """The text of a document. Never raises: what cannot be decoded becomes U+FFFD."""
    encoding, source = _choose(body, content_type or "")
    text = _text(body, encoding).removeprefix("\ufeff")
    return Decoded(_PROLOGUE.sub("", text, count=1), encoding, source, damaged="\ufffd" in text)


def codec_of(label: str | None) -> str | None:
    """Python's codec for a charset label as browsers understand it; None: no such text encoding."""
    if not label:
        return None
    name = _LABELS.get(label.strip().lower(), label.strip().lower())
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) and info.name not in _NEVER else None


def is_utf16(body: bytes) -> bool:
    """True for UTF-16, with a byte order mark or without."""
    return body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _unmarked_utf16(body) is not None


def _text(body: bytes, encoding: str) -> str:
    """Decoded, without control characters. In UTF-8 they are bytes of their own, and bytes are rid of them quickly."""
    if encoding != "utf-8":
        return _CONTROL.sub("", body.decode(encoding, errors="replace"))
    text = body.translate(None, _CONTROL_ASCII).decode("utf-8", errors="replace")
    return text.replace("\ufffe", "").replace("\uffff", "")


def _choose(body: bytes, content_type: str) -> tuple[str, str]:
    """(codec, where it is known from)."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return name, "bom"
    if wide := _unmarked_utf16(body):
        return wide, "utf-8"
    declared = _declared(body, content_type)
    if body.isascii():
        return _seven_bit(body, declared) or ("utf-8", "utf-8")
    is_utf8 = _is_utf8(body, is_declared=any(name == "utf-8" for name, _ in declared))
    if is_utf8 and not (accident := _utf8_by_accident(body, declared)):
        return "utf-8", "utf-8"
    for name, source in [accident] if is_utf8 and accident else declared:
        if name != "utf-8" and _is_plausible(body, name):
            return name, source
    return _detected(body, declared)


def _declared(body: bytes, content_type: str) -> list[tuple[str, str]]:
    """What is said about the encoding, the most believable first.

    An XML declaration stands in the file itself and goes before the header, which servers add to everything
    (RFC 7303, 3.2 has it the other way round). For HTML the header goes first, as browsers have it.
    """
    found = []
    if (xml := _XML.match(body[:400])) and (name := codec_of(xml[1].decode("ascii"))):
        found.append((name, "xml"))
    if (http := _CHARSET.search(content_type)) and (name := codec_of(http[1])):
        found.append((name, "http"))
    if (meta := _META.search(body, 0, 8192)) and (name := codec_of(meta[1].decode("ascii"))):
        # A page whose own ASCII bytes declare UTF-16 is not UTF-16 (Encoding Standard: read as UTF-8).
        found.append(("utf-8" if name.startswith("utf-16") else name, "meta"))
    return found


def _seven_bit(body: bytes, declared: list[tuple[str, str]]) -> tuple[str, str] | None:
    """Encodings made of ASCII bytes: as declared, where their marks are there; ISO-2022-JP also where it shows."""
    for name, source in declared:
        if name in _SEVEN_BIT and _SEVEN_BIT[name] in body and _decodes(body, name):
            return name, source
    if (b"\x1b$B" in body or b"\x1b$@" in body) and _decodes(body, "iso2022_jp_2"):
        return "iso2022_jp_2", "utf-8"
    return next((d for d in declared if d[0] in _WIDE), None)  # plain ASCII so far: the name is kept as it was said


def _unmarked_utf16(body: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the ASCII markup is zero."""
    head = body[:400]
    if len(head) < 8 or head.count(0) < len(head) // 3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _is_utf8(body: bytes, *, is_declared: bool = False) -> bool:
    """Valid, or so nearly valid that damage (a cut character, one bad byte in a feed of comments) explains the rest.

    Where UTF-8 is declared (``is_declared``) a third of what is not ASCII may be damaged: a short feed is soon so.
    """
    if _decodes(body, "utf-8"):
        return True
    text = body.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    return good > 20 * bad or _has_long_sequences(text, bad) or (is_declared and good >= 2 * bad)


def _has_long_sequences(text: str, bad: int) -> bool:
    """True where so many characters take three bytes that no other encoding's bytes make them by accident."""
    return sum(1 for c in text if c > "\u07ff" and c != "\ufffd") > max(4, 2 * bad)


def _utf8_by_accident(body: bytes, declared: list[tuple[str, str]]) -> tuple[str, str] | None:
    """The declared East Asian encoding, where so few and short sequences are valid UTF-8 that chance explains them.

    Text of East Asia in UTF-8 takes three bytes a character; a word or two of GBK may be valid pairs of UTF-8.
    """
    wide = next(((name, source) for name, source in declared if name in _WIDE), None)
    if wide is None:
        return None
    beyond = [c for c in body.decode("utf-8", errors="replace") if c > "\x7f"]
    if len(beyond) > _FEW_PAIRS or any(c > "\u07ff" for c in beyond):
        return None
    return wide if _decodes(body, wide[0]) else None


def _decodes(body: bytes, name: str) -> bool:
    try:
        body.decode(name)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _is_plausible(body: bytes, name: str) -> bool:
    """True if the bytes decode as declared; a Western label, which fits any bytes, must also be credible."""
    text = _sample(body).decode(name, errors="replace")
    high = sum(1 for c in text if c > "\x7f")
    if text.count("\ufffd") * 50 > high:
        return False
    if name not in _WESTERN or high < 30:
        return True
    letters = sum(1 for c in text if c.isalpha())
    return high < letters * 0.4  # Western text has under a fifth; Cyrillic or Hangul read as Western is nearly all


def _detected(body: bytes, declared: list[tuple[str, str]]) -> tuple[str, str]:
    guess = chardet.detect(_telling(body))
    name = codec_of(guess.get("encoding"))
    if name and (guess.get("confidence") or 0) < 0.4 and not _decodes(body, name):
        name = None  # chardet is modest about short texts: believed all the same where every byte fits
    if name in _OTHER_LETTERS and _stands_among_latin(body):
        name = None
    if name:
        return name, "detected"
    claimed = next((d for d in declared if d[0] != "utf-8"), None)
    return (claimed[0], "default") if claimed else ("cp1252", "default")


def _stands_among_latin(body: bytes) -> bool:
    """True where most of what is not ASCII stands letter by letter in words that are, as no other alphabet does."""
    sample = _telling(body)
    runs, alone = len(_RUN.findall(sample)), len(_WITHIN_WORD.findall(sample))
    return alone >= 0.5 * runs


def _telling(body: bytes) -> bytes:
    """The part that tells encodings apart: what a reader would see, from a little before what is not ASCII."""
    for sample in (_sample(body), body):
        start = next((i for i, b in enumerate(sample) if b > 127), None)
        if start is not None:
            return sample[max(0, start - 200) : start + _DETECTED]
    return body[:_DETECTED]


def _sample(body: bytes) -> bytes:
    """What a reader would see: markup is ASCII and would outvote the text."""
    return _MARKUP.sub(b" ", body[:_SAMPLE])
