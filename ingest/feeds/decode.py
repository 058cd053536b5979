"""Bytes of a feed to text, whatever three places say about their encoding.

Measured on feeds that lie: servers add ``charset=iso-8859-1`` to everything, templates keep an old declaration.
Bytes that are valid UTF-8 beyond ASCII are UTF-8: no other encoding produces them by chance in more than a word or
two. Then the XML declaration, then the header, then detection (chardet), and windows-1252 at last.
"""

import codecs
import re
from dataclasses import dataclass

import chardet

_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:\-]{1,40})[\"']", re.ASCII)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_BARE = ((b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))
# What is said, and what is meant: the supersets that browsers use (WHATWG Encoding).
_MEANT = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "big5": "big5hkscs", "x-big5": "big5hkscs", "unicode": "utf-8", "utf8": "utf-8",
}  # fmt: skip
_WIDE = {"gb18030", "cp949", "cp932", "big5hkscs", "euc-jp", "euc_jp", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312"}
_SAMPLE = 32_768
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0x7F, 0xFFFE, 0xFFFF))
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, without BOM, XML declaration and characters that XML forbids."""

    text: str
    encoding: str
    certain: bool
    """False where it took a guess or lost characters."""


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """The text of a feed. Never raises: what cannot be decoded becomes U+FFFD."""
    text, encoding, certain = _decoded(body, content_type or "")
    text = _PROLOGUE.sub("", text.lstrip("\ufeff"), count=1)
    return Decoded(text.translate(_CONTROLS), encoding, certain)


def _decoded(body: bytes, content_type: str) -> tuple[str, str, bool]:
    for mark, wide in (*_BOMS, *_BARE):
        if body.startswith(mark):
            bare = body[len(mark) :] if (mark, wide) in _BOMS else body
            return _strictly(bare, wide) or (bare.decode(wide, "replace"), wide, False)
    declared, said = _declared(body), _said(content_type)
    if declared and declared in _WIDE:
        found = _strictly(body, declared)
        if found:
            return found
    for name in ("utf-8", declared, said):
        found = _strictly(body, name) if name else None
        if found:
            return found
    return _detected(body, declared or said)


def _declared(body: bytes) -> str | None:
    found = _DECLARED.match(body[:400])
    return _meant(found[1].decode("ascii")) if found else None


def _said(content_type: str) -> str | None:
    found = _CHARSET.search(content_type)
    return _meant(found[1]) if found else None


def _meant(name: str) -> str | None:
    name = name.lower()
    name = _MEANT.get(name, name)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _strictly(body: bytes, name: str) -> tuple[str, str, bool] | None:
    try:
        return body.decode(name), name, True
    except (UnicodeDecodeError, LookupError):
        return None


def _detected(body: bytes, claimed: str | None) -> tuple[str, str, bool]:
    utf8 = body.decode("utf-8", "replace")
    beyond_ascii = sum(1 for b in body[:_SAMPLE] if b > 127)
    if utf8.count("\ufffd", 0, _SAMPLE) * 50 < beyond_ascii:  # UTF-8 with a few broken bytes
        return utf8, "utf-8", False
    guess = chardet.detect(_telling(body))
    name = _meant(guess.get("encoding") or "")
    if name and (guess.get("confidence") or 0) < 0.4 and _strictly(body, name) is None:
        name = None  # chardet is modest about short texts: believed all the same where every byte fits
    name = name or claimed or "cp1252"
    return body.decode(name, "replace"), name, False


def _telling(body: bytes) -> bytes:
    """The part that tells encodings apart: bytes beyond ASCII with what stands between them."""
    start = next((i for i, b in enumerate(body) if b > 127), 0)
    return body[max(0, start - 200) : start + _SAMPLE]
