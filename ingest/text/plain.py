"""Plain text out of what feeds put into titles and summaries."""

import html
import re

from ingest.languages.joined import alternatives, words

_TAGGED = re.compile(r"<[a-zA-Z/!?]")
_HIDDEN = re.compile(r"<(script|style|iframe|noscript|template)\b[^<>]*>.*?(?:</\1\s*>|$)", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|$)|<!\[CDATA\[|\]\]>", re.DOTALL)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li|/?h[1-6]|/?tr|/?blockquote|/?ul|/?ol|hr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<[!?][^<>]*>")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0\u200b\ufeff]+")
_LINES = re.compile(r"\s*\n\s*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
"""Hyphens and breaks that a line does not need, and marks of direction. Joiners stay: Persian and emoji need them."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE)
_TAILS = (
    # WordPress: <p>The post TITLE appeared first on SITE.</p>
    *(re.compile(rf"\s*{tail}", re.DOTALL) for tail in words("feed_tails")),
    re.compile(rf"\s*(?:{alternatives('read_more')})(?:\s*(?:\.\.\.|…|»|→|>))*\s*$", re.IGNORECASE),
)
_TAIL_WINDOW = 1200


def plain_text(markup: str, *, limit: int, is_html: bool = True) -> str:
    """Text without tags, entities or control characters, one line a paragraph, at most ``limit`` characters.

    ``is_html`` False keeps angle brackets: an Atom title of type ``text`` may well speak of <blink>.
    """
    text = markup[: limit * 8]  # markup can be long where text is short; what lies beyond is not read
    if is_html:
        text = _without_tags(text)
        if _ENTITY.search(text):
            text = html.unescape(text)
            if _ENTITY.search(text):  # escaped once too often, as many feeds do
                text = html.unescape(text)
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()
    return text[:limit].rstrip()


def one_line(markup: str, *, limit: int, is_html: bool = True) -> str:
    """``plain_text`` in a single line, for titles and names."""
    return " ".join(plain_text(markup, limit=limit, is_html=is_html).split())


def without_invisible(text: str) -> str:
    """A text as it is read and searched: ``sum<U+00AD>mer`` is ``summer``."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def clean(text: str) -> str:
    """Without control characters and lone surrogates, which databases refuse; blanks joined."""
    return " ".join(_CONTROLS.sub("", text).split())


def without_tail(text: str) -> str:
    """A summary without the line that the publisher's software adds under each."""
    head, tail = text[:-_TAIL_WINDOW], text[-_TAIL_WINDOW:]
    for pattern in _TAILS:
        tail = pattern.sub("", tail)
    return (head + tail).rstrip()


def _without_tags(text: str) -> str:
    if not _TAGGED.search(text):
        return text
    text = _HIDDEN.sub(" ", _COMMENT.sub(" ", text))
    return _TAG.sub("", _BREAK.sub("\n", text))
