"""Who wrote it: people and agencies as the page names them, each once.

JSON-LD first, then metas, then bylines. A source that names only the outlet itself (``"author": "STERN.de"``, common
where a content system fills the field) gives way to one that names a person.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from ingest.extract import jsonld
from ingest.extract.page import Page
from ingest.extract.tree import loose, site_names, squeeze, text_of
from ingest.languages.joined import alternatives

MAX_AUTHORS = 12
MAX_BYLINES = 60
_META = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
         "article:author_name", "og:article:author", "citation_author", "byline", "creator")  # fmt: skip
_PREFIX = re.compile(rf"^(?:{alternatives('byline_prefixes', 'door', 'av', 'af')})(?:\s*[:：]\s*|\s+)", re.I)
_SPLIT = re.compile(r"\s*(?:[,;|/·•\n]|\s(?:and|und|et|e|en|och|og|и)\s|\s&\s|、|，|\s-\s)\s*", re.I)
_JOINED = re.compile(r"[(（]\s*(?:avec|with|mit)\s+([^)）]*)[)）]?", re.I)
_ASIDE = re.compile(r"\s*[(（\[][^)）\]]*[)）\]]?\s*")
_JUNK = re.compile(r"https?:|www\.|@|^\W*$|\d{2}|^\w$|[()\[\]{}<>=_]")
_ROLE = re.compile(
    r"\s*(?:,|\bis a\b|\b(?:chief |senior |political |staff )?(?:editor|reporter|correspondent|writer|redakteur(?:in)?|"
    r"journaliste?|correspondant[e]?|korrespondent(?:in)?)\b).*$|\s*기자$|記者$",
    re.I,
)
_NAMES = re.compile(
    r"byline|author|auteur|autor(?:en|in)?(?:$|[\s_-])|writer|signature|redakteur|journalist|reporter|artikelautor",
    re.I,
)
_ELSEWHERE = re.compile(
    r"comment|related|teaser|recommend|sidebar|more|card|promo|listing|feed|slider|popular|bio|newsletter", re.I
)


def choose(page: Page) -> tuple[tuple[str, ...], str | None]:
    """(names, source); empty and None if the page names nobody."""
    outlet = {loose(n) for n in (page.site_name, *site_names(page.url)) if n}
    outlet |= {loose(n) for a in page.articles for n in jsonld.names(a.get("publisher"), page.known)}
    first: tuple[tuple[str, ...], str] | None = None
    for raw, source in sources(page):
        names = _clean(raw)
        if not names:
            continue
        if not all(_is_outlet(n, outlet) for n in names):
            if first is None or any(_is_person(n) for n in names):
                return names, source
        elif first is None:
            first = names, source
    return first if first is not None else ((), None)


def sources(page: Page) -> Iterator[tuple[list[str], str]]:
    """What the page says about its authors, uncleaned, with where: in order of trust."""
    yield list(page.said_by_rule.authors), "rule"
    for article in page.articles[:2]:
        named = (jsonld.names(article.get(key), page.known) for key in ("author", "creator"))
        yield next((n for n in named if n), []), "jsonld"
    for key in _META:
        if values := page.meta.get(key):
            yield values, f"meta:{key}"
    if page.root is not None:
        yield from _bylines(page.root)


def _bylines(root: HtmlElement) -> Iterator[tuple[list[str], str]]:
    """Elements that mark a byline, those that say so most clearly first; of each kind the first place in the page."""
    yield _together(e for e in root.iterfind(".//*[@itemprop='author']") if e.tag != "meta"), "itemprop"
    yield _together(e for e in root.iterfind(".//a[@rel]") if "author" in (e.get("rel") or "").split()), "rel=author"
    named = (e for e in root.iter("a", "p", "span", "div", "address", "li", "strong", "h4") if _marks_author(e))
    yield _together(named), "byline"


def _marks_author(element: HtmlElement) -> bool:
    names = element.get("class") or element.get("id")
    return bool(names) and bool(_NAMES.search(names))


def _together(elements: Iterator[HtmlElement]) -> list[str]:
    """Texts of the first element that names somebody, and of its neighbours."""
    found: list[str] = []
    home: HtmlElement | None = None
    for _, element in zip(range(MAX_BYLINES), elements, strict=False):
        if _stands_elsewhere(element):
            continue
        inner = element.find(".//*[@itemprop='name']")
        text = text_of(element if inner is None else inner) or squeeze(element.get("content"))
        parent = element.getparent()
        near = parent.getparent() if parent is not None and parent.getparent() is not None else parent
        if not 2 < len(text) < 160 or not _clean([text]) or (home is not None and near is not home):
            if home is not None and near is not home:
                break
            continue
        if text not in found and not any(text in f for f in found):
            found.append(text)
        home = near
    return found


def _stands_elsewhere(element: HtmlElement) -> bool:
    for depth, above in enumerate(element.iterancestors()):
        if above.tag in ("aside", "nav", "footer", "figure", "figcaption"):
            return True
        names = f"{above.get('class') or ''} {above.get('id') or ''}" if depth < 5 else ""
        if above.tag in ("li", "div", "section") and _ELSEWHERE.search(names):
            return True
    return False


def _clean(raw: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for text in raw:
        if "://" in text or len(text) > 300:
            continue
        whole = _ASIDE.sub(" ", _JOINED.sub(r", \1", squeeze(text)))
        for piece in _SPLIT.split(_PREFIX.sub("", whole)):
            name = _ROLE.sub("", _PREFIX.sub("", piece)).strip(" -–—.:*\"'")
            if _is_name(name) and name.casefold() not in {n.casefold() for n in names}:
                names.append(name)
    return tuple(names[:MAX_AUTHORS])


def _is_name(text: str) -> bool:
    return 1 < len(text) <= 50 and not _JUNK.search(text) and len(text.split()) <= 6


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) > 1 or (bool(words) and words[0][0] > "\u2e80")


def _is_outlet(name: str, outlet: set[str]) -> bool:
    key = loose(name)
    return any(key == o or (len(o) > 3 and len(key) > 3 and (key in o or o in key)) for o in outlet)
