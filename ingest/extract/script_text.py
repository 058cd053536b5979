"""Article text that a page carries in scripts, to be drawn by JavaScript: escaped HTML, or strings in JSON.

Next.js (``__NEXT_DATA__``, and the flight rows of ``self.__next_f.push``), Nuxt, Arc Fusion and their like. No keys of
theirs are used: JSON is walked, and a text is found by being text. JSON itself is never taken for a text. Asked only
when the visible page has little.
"""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import lxml.html
from lxml import etree

from ingest.extract import jsonld
from ingest.extract.blocks.page_blocks import blocks
from ingest.extract.tree import squeeze

MAX_SCRIPT = 3_000_000
MIN_STRING = 300
MAX_DEPTH = 25
MAX_UNESCAPES = 4
"""How often a text may be escaped: JSON in a string in JSON, with HTML entities, is seen."""
_LITERAL = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.S)  # possessive: linear on strings that never end
_PARAGRAPH = re.compile(r"<p[\s>]|<br\s*/?>", re.I)
_ESCAPED_PARAGRAPH = re.compile(r"(?:\\u003c|&lt;|<)(?:p[\s>\\&]|br\b)", re.I)
_SENTENCE = re.compile(r"[.!?…。！？][\"”»’)]?\s*$")
_OBJECT = re.compile(r"=\s*(?=\{)")
_JSON_MARKS = re.compile(r'\\?"\s*:\s*(?:\\?"|[\[{]|\d|true|false|null)')
_FLIGHT = re.compile(r'push\(\s*\[\s*1\s*,\s*"((?:[^"\\]++|\\.)*+)"\s*\]', re.S)
_FLIGHT_ROW = re.compile(r"^[0-9a-f]{1,6}:(?:[A-Z]{0,2}(?=[\[{\"])|T(?P<length>[0-9a-f]{1,8}),)", re.M)


def keep(scripts: Iterator[str]) -> list[str]:
    """The scripts that are long enough to hold an article, to be kept when the tree is rid of scripts."""
    return [s for s in scripts if MIN_STRING < len(s) < MAX_SCRIPT]


def paragraphs(scripts: list[str]) -> tuple[str, ...]:
    """The text with the most prose in the scripts, as paragraphs; empty if there is none."""
    texts = [(row.strip(), 1) for row in _flight_rows(scripts)]
    texts += [(script, 0) for script in scripts if not _FLIGHT.search(script)]
    found = [tuple(p) for text, depth in texts for p in _texts(text, depth)]
    return max(found, key=_prose, default=())


def _prose(found: Iterable[str]) -> int:
    return sum(len(p) for p in found if _SENTENCE.search(p))


def _flight_rows(scripts: list[str]) -> Iterator[str]:
    """What React's server components stream in pieces (``push([1,"…"])``): joined, then cut into its rows.

    A row is ``id:JSON`` up to the end of its line, or ``id:Tlength,text`` with the length in hexadecimal bytes.
    """
    stream = "".join(_unescape(m[1]) for script in scripts for m in _FLIGHT.finditer(script))
    heads = list(_FLIGHT_ROW.finditer(stream))
    ends = [*(m.start() for m in heads[1:]), len(stream)]
    for head, end in zip(heads, ends, strict=False):
        length = int(head["length"], 16) if head["length"] else None
        row = stream[head.end() : end if length is None else head.end() + length]
        yield row if length is None else row.encode("utf-8", "replace")[:length].decode("utf-8", "ignore")


def _texts(text: str, depth: int) -> Iterator[list[str]]:
    """Texts within a script (depth 0) or a string: of its JSON, of strings in it, or its own paragraphs."""
    value = _json(text)
    if value is not None:
        yield from _from_json(value, depth)
    elif depth == 0 or _JSON_MARKS.search(text[:20_000]):
        if depth < MAX_UNESCAPES:
            for literal in (m[1] for m in _LITERAL.finditer(text) if len(m[1]) >= MIN_STRING):
                yield from _texts(_unescape(literal), depth + 1)
    elif _PARAGRAPH.search(text):
        yield _html(text)
    elif depth < MAX_UNESCAPES and _ESCAPED_PARAGRAPH.search(text):
        yield from _texts(html.unescape(text) if "&lt;" in text else _unescape(text), depth + 1)


def _json(text: str) -> dict[str, Any] | list[Any] | None:
    value = jsonld.loads(text) if text[:1] in "{[" else None
    if value is None and (start := _OBJECT.search(text)):
        value = jsonld.loads(text[start.end() :])
    return value if isinstance(value, dict | list) else None


def _unescape(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text.replace("\\u003c", "<").replace("\\u003e", ">").replace('\\"', '"').replace("\\n", "\n")


def _html(text: str) -> list[str]:
    try:
        root = lxml.html.document_fromstring(f"<div>{text}</div>")
    except (etree.ParserError, ValueError):
        return []
    return [b.text for b in blocks(root) if b.link < 0.8 * len(b.text)]


def _from_json(value: dict[str, Any] | list[Any], depth: int) -> Iterator[list[str]]:
    """Strings of HTML in a JSON value, and paragraphs that are strings under the same keys, whatever their names."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for path, text in _strings(value, "", 0):
        if len(text) >= MIN_STRING and depth < MAX_UNESCAPES and _ESCAPED_PARAGRAPH.search(text):
            yield from _texts(text, depth + 1)
        elif len(text) > 20 and not text.startswith(("http", "/", "data:")):
            plain = squeeze(re.sub(r"<[^<>]{1,300}>", " ", text))
            if plain and plain not in grouped[path]:
                grouped[path].append(plain)
    for texts in grouped.values():
        prose = [t for t in texts if len(t) > 60 and _SENTENCE.search(t)]
        if len(prose) >= 3 and len(prose) * 2 >= len(texts):
            yield texts


def _strings(value: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, dict):
        for key, v in value.items():
            yield from _strings(v, f"{path}.{key}", depth + 1)
    elif isinstance(value, list):
        for v in value:
            yield from _strings(v, path + "[]", depth + 1)
    elif isinstance(value, str):
        yield path, value
