"""The headline: which of the page's several titles it is, and where the site's name begins."""

import re
import unicodedata
from dataclasses import dataclass
from html import unescape

from ingest.extract import jsonld
from ingest.extract.page import Page
from ingest.extract.tree import site_names, squeeze

_SEPARATOR = re.compile(r"\s+[|\-–—•·»›:/]+\s+|\s*[|｜]\s*|--| — ")
_LOOSE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and what it was taken from."""

    text: str
    source: str


def candidates(page: Page) -> list[Title]:
    """Titles that the page gives, in order of trust."""
    found = [Title(jsonld.string(a.get("headline")), "jsonld") for a in page.articles[:1]]
    for key in ("og:title", "twitter:title"):
        found += [Title(squeeze(unescape(v)), key) for v in page.meta.get(key, ())[:1]]
    found += [Title(t, "h1") for t in page.h1]
    for key in ("title", "dc.title", "headline", "sailthru.title", "parsely-title"):
        found += [Title(squeeze(unescape(v)), f"meta:{key}") for v in page.meta.get(key, ())[:1]]
    found.append(Title(page.title_element, "title"))
    if page.hints.title:
        found.append(Title(squeeze(page.hints.title), "feed"))
    return [t for t in found if _loose(t.text)]


def choose(page: Page) -> Title:
    """The headline; empty if the page has none at all."""
    found = candidates(page)
    by_source: dict[str, str] = {}
    for t in found:
        by_source.setdefault(t.source, t.text)
    og = by_source.get("og:title")
    others = [t for t in found if t.source not in ("og:title", "title")]
    if og:
        cut = without_site(og, page)
        agreed = next((t for t in others if _loose(t.text) == _loose(cut)), None)
        if agreed or cut == og:
            return Title(cut, "og:title")
        return Title(cut, "og:title")
    for source in ("jsonld", "h1", "twitter:title", "meta:title", "title", "feed"):
        if text := by_source.get(source):
            return Title(without_site(text, page), source)
    return Title("", "none")


def without_site(title: str, page: Page) -> str:
    """The title without the site's name at its end or beginning."""
    names = {_loose(n) for n in (page.site_name, *site_names(page.url)) if n}
    names.discard("")
    pieces = list(_SEPARATOR.finditer(title))
    if pieces and _is_site(title[pieces[-1].end() :], names):
        return title[: pieces[-1].start()].strip()
    if pieces and _is_site(title[: pieces[0].start()], names):
        return title[pieces[0].end() :].strip()
    return title


def _is_site(piece: str, names: set[str]) -> bool:
    loose = _loose(piece)
    return bool(loose) and any(
        loose == n or (len(loose) > 3 and (loose in n or n in loose) and len(piece) < 40) for n in names
    )


def _loose(text: str) -> str:
    return _LOOSE.sub("", unicodedata.normalize("NFKC", text)).casefold()
