"""OPML 2.0 in and out. Folders are tags; feeds keep what OPML has no place for in attributes of their own."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html.entities import html5
from urllib.parse import urlsplit

from lxml import etree

from ingest.errors import ConfigError, Problem
from ingest.model import Feed, Policy
from ingest.text.charset import decode
from ingest.urls import absolute, canonical, host, is_web, url_key

MOST = 20_000
DEEPEST = 50
_LONE_AMPERSAND = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,6}|#x[0-9a-fA-F]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,30};)?"
)
_SEVERAL = re.compile(r"(?<!:)\s(?:https?|feed):", re.IGNORECASE)
_SCHEME_AND_HOST = re.compile(
    r"(?:feed\s*:\s*(?://)?\s*)?https?\s*:\s*/\s*/[^/?#]*|feed\s*:\s*(?://)?[^/?#]*", re.IGNORECASE
)
_NO_ADDRESS = "no http(s) address; write https://…"
_SEVERAL_ADDRESSES = "more than one address; write an outline for each"
_FILE = re.compile(r"[\w\-]+\.(?:xml|rss|rdf|atom|json|php\d?|aspx?|jsp|cgi|html?|opml)", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:[A-Za-z0-9\-]{1,63}\.){1,4}[A-Za-z]{2,24}(?=[/?#:]|$)")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An outline that gave no feed."""

    line: int
    name: str
    address: str
    why: str

    def __str__(self) -> str:
        """For a person."""
        return f"line {self.line}: {self.name or 'without a name'} ({self.address[:200]}): {self.why}"


@dataclass(frozen=True, slots=True)
class OpmlReading:
    """What an OPML file gave. Nothing is lost in silence."""

    feeds: tuple[Feed, ...]
    left_out: tuple[LeftOut, ...] = ()
    is_cut: bool = False
    """The file ends before its end: there may have been more."""


def read_opml(data: bytes, *, where: str = "OPML") -> list[Feed]:
    """The feeds of an OPML file; ``read_outlines`` also says what was left out."""
    return list(read_outlines(data, where=where).feeds)


def read_outlines(data: bytes, *, where: str = "OPML") -> OpmlReading:
    """The feeds of an OPML file, each address once, with the folders it stands in as tags, and what was left out.

    Raises ConfigError if it is no OPML; outlines without an address are folders.
    """
    text = _LONE_AMPERSAND.sub(_plain, decode(data).text.strip())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as e:
        raise ConfigError([Problem(where, f"not XML: {e.msg}", line=e.lineno)]) from e
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise ConfigError.of(where, "not OPML", hint="export it again from the reader, as OPML")
    found: dict[str, Feed] = {}
    left: list[LeftOut] = []
    ids: set[str] = set()
    for node, folders in _outlines(_body(root), ()):
        said = _address(node)
        if not said:
            continue
        url = (
            None
            if _is_include(node, said) or _SEVERAL.search(said)
            else _as_web(said, site=_attribute(node, "htmlurl"))
        )
        if url is None or len(found) >= MOST:
            why = (
                "another OPML file: import it by itself"
                if _is_include(node, said)
                else _SEVERAL_ADDRESSES
                if _SEVERAL.search(said)
                else _NO_ADDRESS
            )
            why = f"more than {MOST} feeds" if url else why
            left.append(LeftOut(node.sourceline or 0, _name(node), said, why))
        elif url in found:
            found[url] = _with_tags(found[url], _feed(node, url, folders, ids).tags)
        else:
            found[url] = _feed(node, url, folders, ids)
            ids.add(found[url].id)
    is_cut = re.search(r"</(?:\w+:)?opml\s*>", text[-20_000:], re.IGNORECASE) is None
    return OpmlReading(tuple(found.values()), tuple(left), is_cut)


def write_opml(feeds: Iterable[Feed], *, title: str = "veille") -> bytes:
    """An OPML file: a folder for each feed's first tag, further tags in ``category``."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {}
    for feed in feeds:
        parent = body
        if feed.tags:
            tag = feed.tags[0]
            if tag not in folders:
                folders[tag] = etree.SubElement(body, "outline", text=tag, title=tag)
            parent = folders[tag]
        etree.SubElement(parent, "outline", _attributes(feed))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))


def slug(text: str) -> str:
    """An id made of a name: small ASCII letters, digits and hyphens; empty where there are none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-")


def new_id(name: str, url: str, taken: Iterable[str]) -> str:
    """An id that nobody has: from the name, else the host; numbered where that is taken."""
    base = slug(name) or slug(host(url).removeprefix("www.")) or "feed"
    used = set(taken)
    candidates = (base if n == 1 else f"{base}-{n}" for n in range(1, len(used) + 2))
    return next(c for c in candidates if c not in used)


def _body(root: etree._Element) -> etree._Element:
    """Where the outlines stand; some exporters forget ``body``, or write it large."""
    return next((node for node in root if etree.QName(node).localname.lower() == "body"), root)


def _outlines(
    node: etree._Element | None, folders: tuple[str, ...]
) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    for child in node if node is not None and len(folders) < DEEPEST else ():
        if not isinstance(child.tag, str):
            continue
        yield child, folders
        name = _name(child)
        inside = folders if _address(child) or not name else (*folders, name)
        yield from _outlines(child, inside)


def _attribute(node: etree._Element, *names: str) -> str:
    """An attribute in any case of letters: exporters write ``xmlUrl``, ``xmlurl``, ``XMLURL``."""
    values = {str(key).lower(): str(value) for key, value in node.attrib.items()}
    return next((values[n].strip() for n in names if values.get(n, "").strip()), "")


def _name(node: etree._Element) -> str:
    return _attribute(node, "title", "text")


def _address(node: etree._Element) -> str:
    """Where a feed is said to be: ``xmlUrl``; some write ``url``."""
    return _attribute(node, "xmlurl", "url", "feedurl")


def _is_include(node: etree._Element, address: str) -> bool:
    """True for an outline that names another OPML file (OPML 2.0, inclusion), not a feed."""
    kind = _attribute(node, "type").lower()
    return kind == "include" or (kind == "link" and urlsplit(address).path.lower().endswith(".opml"))


def _plain(found: "re.Match[str]") -> str:
    """An ampersand that XML does not know what to make of: HTML's letters by name, else itself."""
    name = found[0].removeprefix("&")
    if name.endswith(";") and (letter := html5.get(name)) is not None:
        return letter
    return f"&amp;{name}"


def _without_blanks(address: str) -> str:
    """An address that blanks got into: none belong into scheme and host, one further on is ``%20``, and several in a
    row are where a long line was broken."""
    joined = re.sub(r"\s{2,}", "", address)
    head = _SCHEME_AND_HOST.match(joined) or _BARE_HOST.match(joined)
    if head is None:
        return re.sub(r"\s", "%20", joined) if joined.startswith("/") else joined  # words are no address
    return re.sub(r"\s", "", head[0]) + re.sub(r"\s", "%20", joined[head.end() :])


def _as_web(address: str, *, site: str = "") -> str | None:
    """The http(s) address that is meant: ``feed:`` and ``feed://`` as some readers write, no scheme at all, or one that
    is relative to the feed's ``site``."""
    bare = re.sub(r"^feed:(?://)?(?=https?:)", "", _without_blanks(address), flags=re.IGNORECASE)
    bare = re.sub(r"^feed:(?://)?", "http://", bare, flags=re.IGNORECASE)
    if is_web(bare):
        return bare
    found = _BARE_HOST.match(bare)
    if found and not _FILE.fullmatch(found[0]) and is_web(f"https://{bare}"):
        return f"https://{bare}"
    is_path = re.match(r"[A-Za-z][\w+.\-]*:|[\"'#]|.*\s", bare) is None
    return absolute(site, bare) if is_web(site) and is_path else None


def _feed(node: etree._Element, url: str, folders: tuple[str, ...], taken: set[str]) -> Feed:
    name = _name(node) or host(url)
    said = _attribute(node, "veilleid")
    feed_id = said if said and slug(said) == said and said not in taken else new_id(name, url, taken)
    policy = _attribute(node, "veillepolicy")
    language = re.match(r"[a-z]{2,3}", _attribute(node, "language").lower())
    site = _attribute(node, "htmlurl")
    return Feed(
        feed_id, url, name, feed_id, name, site=site if is_web(site) else None, tags=_tags(node, folders),
        policy=Policy(policy) if policy in set(Policy) else Policy.FULL, language=language[0] if language else None,
    )  # fmt: skip


def _tags(node: etree._Element, folders: tuple[str, ...]) -> tuple[str, ...]:
    """Folders, then categories. A comma in a tag would end it in ``category``: ours are also written as JSON."""
    own = _attribute(node, "veilletags")
    try:
        tags = json.loads(own) if own else None
    except ValueError:
        tags = None
    if not isinstance(tags, list):
        tags = [c.strip("/ ").replace("/", ", ") for c in _attribute(node, "category").split(",")]
    return tuple(dict.fromkeys(t for t in (*folders, *(str(t) for t in tags)) if t))


def _with_tags(feed: Feed, tags: tuple[str, ...]) -> Feed:
    return replace(feed, tags=tuple(dict.fromkeys((*feed.tags, *tags))))


def _attributes(feed: Feed) -> dict[str, str]:
    wanted = {
        "type": "rss", "text": feed.name, "title": feed.name, "xmlUrl": feed.url, "htmlUrl": feed.site,
        "language": feed.language, "category": ",".join(feed.tags[1:]),
        "veilleTags": json.dumps(feed.tags[1:], ensure_ascii=False) if any("," in t for t in feed.tags[1:]) else "",
        "veilleId": feed.id,
        "veillePolicy": "" if feed.policy is Policy.FULL else feed.policy.value,
    }  # fmt: skip
    return {name: value for name, value in wanted.items() if value}


def not_there_yet(feeds: Iterable[Feed], existing: Sequence[Feed]) -> list[Feed]:
    """The feeds whose address is not among the existing ones, with ids that are free."""
    known = {url_key(canonical(f.url)) for f in existing}
    taken = {f.id for f in existing}
    new: list[Feed] = []
    for feed in feeds:
        key = url_key(canonical(feed.url))
        if key in known:
            continue
        known.add(key)
        feed_id = feed.id if feed.id not in taken else new_id(feed.name, feed.url, taken)
        taken.add(feed_id)
        outlet = feed_id if feed.outlet in ("", feed.id) else feed.outlet
        new.append(replace(feed, id=feed_id, outlet=outlet))
    return new
