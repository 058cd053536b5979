"""Article text that a page carries in scripts, to be drawn by JavaScript: escaped HTML, or strings in JSON.

Next.js (``__NEXT_DATA__``, ``self.__next_f.push``), Nuxt, Arc Fusion and their like. No framework's names are used: a
text is found by being text. Asked only when the visible page has little.
"""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from ingest.extract import jsonld
from ingest.extract.blocks.page_blocks import blocks
from ingest.extract.tree import squeeze

MAX_SCRIPT = 3_000_000
MIN_STRING = 300
_LITERAL = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.S)  # possessive: linear on strings that never end
_PARAGRAPH = re.compile(r"<p[\s>]|<br\s*/?>", re.I)
_ESCAPED_PARAGRAPH = re.compile(r"(?:\\u003c|&lt;|<)(?:p[\s>\\&]|br\b)", re.I)
_SENTENCE = re.compile(r"[.!?…。！？][\"”»’)]?\s*$")
_OBJECT = re.compile(r"=\s*(?=\{)")


def keep(scripts: Iterator[str]) -> list[str]:
    """The scripts that are long enough to hold an article, to be kept when the tree is rid of scripts."""
    return [s for s in scripts if MIN_STRING < len(s) < MAX_SCRIPT]


def paragraphs(scripts: list[str]) -> tuple[str, ...]:
    """The longest text in the scripts, as paragraphs; empty if there is none."""
    found = [tuple(p) for s in scripts for p in (*_from_literals(s), *_from_json(s))]
    return max(found, key=lambda p: sum(map(len, p)), default=())


def _from_literals(script: str) -> Iterator[list[str]]:
    """String literals that hold HTML, unescaped as often as they were escaped."""
    for text in (m[1] for m in _LITERAL.finditer(script) if len(m[1]) >= MIN_STRING):
        for _ in range(3):
            if _PARAGRAPH.search(text):
                yield _html(text)
                break
            if not _ESCAPED_PARAGRAPH.search(text):
                break
            text = html.unescape(text) if "&lt;" in text else _unescape(text)


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


def _from_json(script: str) -> Iterator[list[str]]:
    """Paragraphs that stand as strings under the same keys of a JSON value, whatever the keys are called."""
    value = jsonld.loads(script)
    if value is None and (start := _OBJECT.search(script)):
        value = jsonld.loads(script[start.end() :])
    if not isinstance(value, dict | list):
        return
    grouped: dict[str, list[str]] = defaultdict(list)
    _collect(value, "", grouped, 0)
    for texts in grouped.values():
        prose = [t for t in texts if len(t) > 60 and _SENTENCE.search(t)]
        if len(prose) >= 3 and len(prose) * 2 >= len(texts):
            yield texts


def _collect(value: Any, path: str, grouped: dict[str, list[str]], depth: int) -> None:
    if depth > 25:
        return
    if isinstance(value, dict):
        for key, v in value.items():
            _collect(v, f"{path}.{key}", grouped, depth + 1)
    elif isinstance(value, list):
        for v in value:
            _collect(v, path + "[]", grouped, depth + 1)
    elif isinstance(value, str) and len(value) > 20 and not value.startswith(("http", "/", "data:")):
        text = squeeze(re.sub(r"<[^<>]{1,300}>", " ", value))
        if text and text not in grouped[path]:
            grouped[path].append(text)
