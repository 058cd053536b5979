"""Who wrote it: people and agencies as the page names them, each once."""

import re

from lxml.html import HtmlElement

from ingest.extract import jsonld
from ingest.extract.page import Page
from ingest.extract.tree import squeeze, text_of

MAX_AUTHORS = 12
_PREFIX = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|written by|posted by|author|autor(?:in)?|auteur|texte?"
    r"|propos recueillis par)\b[\s:]+",
    re.I,
)
_SPLIT = re.compile(r"\s*(?:[,;|/·•]|\s(?:and|und|et|y|e|en|och|og|и|with|mit)\s|\s&\s|、|，)\s*", re.I)
_JUNK = re.compile(r"https?:|www\.|@|^\W*$|\d{2}", re.I)
_ROLE = re.compile(
    r"\b(?:editor|reporter|correspondent|redakteur(?:in)?|staff writer|journaliste?|correspondant[e]?)\b.*$", re.I
)
_META = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author", "sailthru.author",
         "article:author_name", "og:article:author", "citation_author", "byline", "creator")  # fmt: skip


def choose(page: Page) -> tuple[tuple[str, ...], str | None]:
    """(names, source); empty and None if the page names nobody."""
    for article in page.articles:
        found = _clean(jsonld.names(article.get("author")) or jsonld.names(article.get("creator")))
        if found:
            return found, "jsonld"
    for key in _META:
        if found := _clean(page.meta.get(key, [])):
            return found, f"meta:{key}"
    found = _clean(_elements(page.root)) if page.root is not None else ()
    return (found, "byline") if found else ((), None)


def _elements(root: HtmlElement) -> list[str]:
    for path in (".//*[@itemprop='author']", ".//a[@rel='author']", ".//*[@class='author']", ".//*[@class='byline']"):
        texts = []
        for element in root.iterfind(path):
            inner = element.find(".//*[@itemprop='name']")
            text = text_of(element if inner is None else inner) or squeeze(element.get("content"))
            if 2 < len(text) < 120:
                texts.append(text)
        if texts:
            return texts
    return []


def _clean(raw: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for text in raw:
        for piece in _SPLIT.split(_PREFIX.sub("", squeeze(text))):
            name = _ROLE.sub("", _PREFIX.sub("", piece)).strip(" -–—.:")
            if 1 < len(name) <= 60 and not _JUNK.search(name) and name.casefold() not in {n.casefold() for n in names}:
                names.append(name)
    return tuple(names[:MAX_AUTHORS])
