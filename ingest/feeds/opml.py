"""OPML 2.0 in and out. Folders are tags; feeds keep what OPML has no place for in attributes of their own."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from ingest.errors import ConfigError, Problem
from ingest.model import Feed, Policy
from ingest.text.charset import decode
from ingest.urls import canonical, host, is_web, url_key

MOST = 20_000
DEEPEST = 50


def read_opml(data: bytes, *, where: str = "OPML") -> list[Feed]:
    """The feeds of an OPML file, each address once, with the folders it stands in as tags.

    Raises ConfigError if it is no OPML; outlines without an address are folders, other addresses are left out.
    """
    text = decode(data).text
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as e:
        raise ConfigError([Problem(where, f"not XML: {e.msg}", line=e.lineno)]) from e
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise ConfigError.of(where, "not OPML", hint="export it again from the reader, as OPML")
    found: dict[str, Feed] = {}
    ids: set[str] = set()
    for node, folders in _outlines(root.find("body"), ()):
        feed = _feed(node, folders, ids)
        if feed is None or len(found) >= MOST:
            continue
        if feed.url in found:
            found[feed.url] = _with_tags(found[feed.url], feed.tags)
        else:
            found[feed.url] = feed
            ids.add(feed.id)
    return list(found.values())


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


def _outlines(
    node: etree._Element | None, folders: tuple[str, ...]
) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    for child in node if node is not None and len(folders) < DEEPEST else ():
        if not isinstance(child.tag, str):
            continue
        name = (child.get("title") or child.get("text") or "").strip()
        yield child, folders
        inside = folders if child.get("xmlUrl") or not name else (*folders, name)
        yield from _outlines(child, inside)


def _feed(node: etree._Element, folders: tuple[str, ...], taken: set[str]) -> Feed | None:
    url = (node.get("xmlUrl") or "").strip()
    if not is_web(url):
        return None
    name = (node.get("title") or node.get("text") or "").strip() or host(url)
    said = node.get("veilleId") or ""
    feed_id = said if said and slug(said) == said and said not in taken else new_id(name, url, taken)
    categories = [c.strip("/ ").replace("/", ", ") for c in (node.get("category") or "").split(",")]
    tags = tuple(dict.fromkeys(t for t in (*folders, *categories) if t))
    policy = node.get("veillePolicy") or ""
    language = re.match(r"[a-z]{2,3}", (node.get("language") or "").lower())
    site = (node.get("htmlUrl") or "").strip()
    return Feed(
        feed_id, url, name, feed_id, name, site=site if is_web(site) else None, tags=tags,
        policy=Policy(policy) if policy in set(Policy) else Policy.FULL, language=language[0] if language else None,
    )  # fmt: skip


def _with_tags(feed: Feed, tags: tuple[str, ...]) -> Feed:
    return replace(feed, tags=tuple(dict.fromkeys((*feed.tags, *tags))))


def _attributes(feed: Feed) -> dict[str, str]:
    wanted = {
        "type": "rss", "text": feed.name, "title": feed.name, "xmlUrl": feed.url, "htmlUrl": feed.site,
        "language": feed.language, "category": ",".join(feed.tags[1:]), "veilleId": feed.id,
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
        new.append(replace(feed, id=feed_id, outlet=feed_id))
    return new
