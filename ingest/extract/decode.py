"""Bytes → text, once for everything that reads the page.

Order of evidence: a byte order mark; bytes that only UTF-8 can explain; what the server or the page declares, where
the bytes agree; detection. UTF-8 goes before the declaration because a wrong declaration is common and valid
multi-byte UTF-8 by accident is not. Labels mean what browsers take them to mean (WHATWG Encoding Standard, 4.2).
"""

import codecs
import re
import zlib
from dataclasses import dataclass

import chardet

MAX_BYTES = 24_000_000
"""Of one page after decompression; the fetcher's own limit is lower. More is cut."""

_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "windows-1252": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso-8859-11": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "x-euc-jp": "euc-jp",
    "unicode": "utf-16-le",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.I | re.S)
_HTML = re.compile(rb"<(?:!doctype|html|head|body|meta|title|div|p|span)\b", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_CONTROL_ASCII = bytes(b for b in (*range(32), 127) if b not in b"\t\n\r")
_WESTERN = frozenset({"cp1252", "iso-8859-15", "cp1254", "mac-roman"})
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\0\t\n\r\f\x1b")
_MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"\x00\x00\x00\x18ftyp", b"\x7fELF",
          b"\xd0\xcf\x11\xe0", b"OggS", b"ID3", b"wOF2", b"Rar!")  # fmt: skip
_GZIP_MAGIC = b"\x1f\x8b\x08"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a page, without control characters, and how it was decoded."""

    text: str
    encoding: str
    """Python codec name."""
    source: str
    """``bom``, ``utf-8`` (the bytes say so), ``http``, ``meta``, ``detected`` or ``default``."""
    damaged: bool = False
    """Some bytes could not be decoded, or the compressed stream was cut."""


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page; never fails (undecodable bytes become U+FFFD)."""
    body, cut = _inflate(body[: MAX_BYTES + 1])
    body = body[:MAX_BYTES]
    if _binary(body):
        return Decoded("", "binary", "detected", damaged=True)
    encoding, source = _choose(body, content_type)
    text = _text(body, encoding).removeprefix("\ufeff")
    return Decoded(text, encoding, source, damaged=cut or "\ufffd" in text)


def _text(body: bytes, encoding: str) -> str:
    """Decoded, without control characters. In UTF-8 they are bytes of their own, and bytes are rid of them quickly."""
    if encoding != "utf-8":
        return _CONTROL.sub("", body.decode(encoding, errors="replace"))
    text = body.translate(None, _CONTROL_ASCII).decode("utf-8", errors="replace")
    return text.replace("\ufffe", "").replace("\uffff", "")


def codec_of(label: str | None) -> str | None:
    """Python's codec for a charset label as browsers understand it; None: no such text encoding."""
    if not label:
        return None
    name = _LABELS.get(label.strip().lower(), label.strip().lower())
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return name if getattr(info, "_is_text_encoding", True) else None


def _binary(body: bytes) -> bool:
    """True for images, archives, PDFs and the like that were sent as a page."""
    head = body[:4096]
    if head.startswith(_MAGIC):
        return True
    if _wide(body) or head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL_BYTES))
    # A tag or two may stand before noise; but no page is a sixteenth control characters (of random bytes a tenth are).
    return (controls * 16 > len(head) > 500) or (controls * 25 > len(head) and not _HTML.search(head))


def _inflate(body: bytes) -> tuple[bytes, bool]:
    """A gzip stream that reached us undecoded; one that is cut gives what it has."""
    if not body.startswith(_GZIP_MAGIC):
        return body, False
    stream = zlib.decompressobj(31)
    try:
        out = stream.decompress(body, MAX_BYTES)
    except zlib.error:
        return _inflate_to_the_error(body), True
    return out, not stream.eof


def _inflate_to_the_error(body: bytes) -> bytes:
    stream, out = zlib.decompressobj(31), bytearray()
    for start in range(0, len(body), 4096):
        try:
            out += stream.decompress(body[start : start + 4096], MAX_BYTES)
        except zlib.error:
            break
        if len(out) > MAX_BYTES:
            break
    return bytes(out)


def _choose(body: bytes, content_type: str | None) -> tuple[str, str]:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return name, "bom"
    if wide := _wide(body):
        return wide, "detected"
    if body.isascii() and b"\x1b$" not in body:
        return "utf-8", "utf-8"
    if _is_utf8(body):
        return "utf-8", "utf-8"
    declared = _declared(body, content_type)
    for name, source in declared:
        if _plausible(body, name):
            return name, source
    if found := _detect(body):
        return found, "detected"
    return (*declared[0],) if declared else ("cp1252", "default")


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of the ASCII markup is zero."""
    head = body[:400]
    zeros = head.count(0)
    if len(head) < 8 or zeros < len(head) // 3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"


def _is_utf8(body: bytes) -> bool:
    """Valid, or so nearly valid that damage (a cut character, one bad byte in a feed of comments) explains the rest."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", errors="replace")
        bad = text.count("\ufffd")
        good = sum(1 for c in text if c > "\x7f") - bad
        return good > 20 * bad
    return True


def _declared(body: bytes, content_type: str | None) -> list[tuple[str, str]]:
    found = []
    http = _CHARSET.search(content_type or "")
    if http and (name := codec_of(http[1])):
        found.append((name, "http"))
    meta = _META.search(body, 0, 8192)
    if meta and (name := codec_of(meta[1].decode("ascii"))):
        # A page whose own ASCII bytes declare UTF-16 is not UTF-16 (Encoding Standard: read as UTF-8).
        found.append(("utf-8" if name.startswith("utf-16") else name, "meta"))
    return [(name, source) for name, source in found if name != "utf-8"]


def _plausible(body: bytes, name: str) -> bool:
    """True if the bytes decode as declared; a Western label, which fits any bytes, must also be credible."""
    sample = _sample(body)
    text = sample.decode(name, errors="replace")
    high = sum(1 for c in text if c > "\x7f")
    if text.count("\ufffd") * 50 > high:
        return False
    if name not in _WESTERN or high < 30:
        return True
    letters = sum(1 for c in text if c.isalpha())
    return high < letters * 0.4  # Western text has under a fifth; Cyrillic or Hangul read as Western is nearly all


def _detect(body: bytes) -> str | None:
    guess = chardet.detect(_sample(body)[:60_000])
    return codec_of(guess.get("encoding"))


def _sample(body: bytes) -> bytes:
    """What a reader would see: markup is ASCII and would outvote the text."""
    return _MARKUP.sub(b" ", body[:400_000])
