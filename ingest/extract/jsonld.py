"""Schema.org data in ``<script type="application/ld+json">``, as publishers write it: often broken, often repeated."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

Node = dict[str, Any]

_ARTICLE = re.compile(r"(?:article|posting|report|review|recipe|liveblog|claimreview)$", re.I)
_MEDIA = re.compile(r"^(?:videoobject|audioobject|podcastepisode|imagegallery|mediagallery|clip|episode)$", re.I)
_LISTING = re.compile(r"^(?:collectionpage|searchresultspage|itemlist|profilepage)$", re.I)
_FENCE = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$", re.S)
_TRAILING_COMMA = re.compile(r",\s*([}\]])")
_TAG = re.compile(r"<[^<>]{1,300}>")
_BREAK = re.compile(r"<(?:br|/p|/h\d|/li|/div)\b[^<>]*>", re.I)
_TYPED = re.compile(r'"@type"\s*:\s*"((?:[A-Z][a-z]+)?(?:Article|BlogPosting|Posting))"')
_PLAIN = ("headline", "datePublished", "dateModified")
_OF_OTHERS = (
    "itemListElement", "liveBlogUpdate", "mentions", "citation", "isBasedOn", "relatedLink", "comment", "isPartOf",
    "about", "significantLink", "itemReviewed", "subjectOf",
)  # fmt: skip
"""Properties whose articles are not the one that the object is about."""
MAX_SCRIPT = 2_000_000
MAX_NODES = 2_000
MAX_DEPTH = 12


def nodes(texts: Iterable[str]) -> list[Node]:
    """All objects in the scripts, outermost first; of what no parser reads, an article's headline and dates."""
    found: list[Node] = []
    for text in texts:
        value = loads(text)
        found.extend(_walk(value) if value is not None else _salvaged(text))
        if len(found) > MAX_NODES:
            break
    return found[:MAX_NODES]


def loads(text: str) -> Any:
    """JSON with the repairs that real pages need: fences, raw newlines, trailing commas; None if all fail."""
    if len(text) > MAX_SCRIPT:
        return None
    text = _FENCE.sub("", text.strip()).strip()
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _salvaged(text: str) -> Iterator[Node]:
    """What a script says of an article that no parser reads: a quotation mark left open spoils what comes after it."""
    kind = _TYPED.search(text[:MAX_SCRIPT])
    if kind is None:
        return
    said = {key: value for key in _PLAIN if (value := _property(text[:MAX_SCRIPT], key))}
    if said:
        yield {"@type": kind[1], **said}


def _property(text: str, key: str) -> str:
    found = re.search(rf'"{key}"\s*:\s*("(?:[^"\\]|\\.){{1,400}}")\s*[,}}\]\n]', text)
    try:
        return str(json.loads(found[1], strict=False)) if found else ""
    except ValueError:
        return ""


def types(node: Node) -> tuple[str, ...]:
    """The ``@type`` of a node, without namespace: a tuple, as several are allowed."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return tuple(str(v).rsplit("/", 1)[-1] for v in values if isinstance(v, str))


def is_article(node: Node) -> bool:
    """NewsArticle, BlogPosting, Report and the like."""
    return any(_ARTICLE.search(t) for t in types(node))


def is_media(node: Node) -> bool:
    """A video, an episode, a gallery."""
    return any(_MEDIA.match(t) for t in types(node))


def is_listing(node: Node) -> bool:
    """A page that lists other pages."""
    return any(_LISTING.match(t) for t in types(node))


def articles(all_nodes: list[Node]) -> list[Node]:
    """The article nodes that describe a page's own article: those with a headline or a date, outermost first.

    Those that stand within another object as what it lists, mentions or updates come last: they are other articles,
    unless nothing else is there.
    """
    found = [n for n in all_nodes if is_article(n) and (string(n.get("headline")) or n.get("datePublished"))]
    parts = {id(part) for n in all_nodes for key in _OF_OTHERS if key in n for part in _walk(n[key])}
    return sorted(found, key=lambda n: id(n) in parts)


def string(value: Any) -> str:
    """A text property as plain text: entities resolved, tags dropped, the first of a list."""
    if isinstance(value, list):
        value = next((v for v in value if v), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return ""
    return " ".join(_TAG.sub(" ", html.unescape(html.unescape(value))).split())


def by_id(all_nodes: Iterable[Node]) -> dict[str, Node]:
    """The nodes that others refer to by ``@id``, as WordPress' plugins write an ``@graph``; the first of each id."""
    found: dict[str, Node] = {}
    for node in all_nodes:
        if isinstance(key := node.get("@id"), str) and node.get("name"):
            found.setdefault(key, node)
    return found


def names(value: Any, known: Mapping[str, Node] = MappingProxyType({})) -> list[str]:
    """Names of people or organisations: strings, objects with ``name``, lists of these, references into ``known``."""
    if isinstance(value, list):
        return [name for v in value for name in names(v, known)]
    if isinstance(value, dict):
        if "name" not in value and (referred := known.get(str(value.get("@id")))) is not None:
            return names(referred.get("name"))
        return names(value.get("name"))
    return [string(value)] if isinstance(value, str) and value.strip() else []


def _walk(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for v in value:
            yield from _walk(v, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key, v in value.items():
            # An article's parts may be articles too (a teaser in isPartOf, a live update); they are not the page.
            if isinstance(v, dict | list) and key not in ("author", "publisher", "image", "logo", "hasPart"):
                yield from _walk(v, depth + 1)


def text(value: Any) -> tuple[str, ...]:
    """A long text property as paragraphs: split where it says so (line breaks, tags), else one paragraph."""
    if isinstance(value, list):
        value = "\n".join(v for v in value if isinstance(v, str))
    if not isinstance(value, str):
        return ()
    lines = _BREAK.sub("\n", html.unescape(value)).split("\n")
    paragraphs = (" ".join(_TAG.sub(" ", line).split()) for line in lines)
    return tuple(p for p in paragraphs if p)
