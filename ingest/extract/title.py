"""The headline: which of the page's several titles it is, and where the site's name begins."""

import re
from dataclasses import dataclass
from html import unescape

from ingest.extract import jsonld
from ingest.extract.page import Page
from ingest.extract.tree import loose, site_names, squeeze

_SEPARATOR = re.compile(r"\s+[|\-–—•·»›:/]+\s+|\s*[|｜]\s*|--| — ")


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
    return [t for t in found if loose(t.text)]


def choose(page: Page) -> Title:
    """The headline; empty if the page has none at all."""
    found = [Title(without_site(t.text, page), t.source) for t in candidates(page)]
    by_source: dict[str, Title] = {}
    for t in found:
        by_source.setdefault(t.source, t)
    picked = _pick(by_source, [t for t in found if t.source == "h1"])
    return _untruncated(picked, found) if picked else Title("", "none")


def _pick(titles: dict[str, Title], h1s: list[Title]) -> Title | None:
    """og:title, unless the visible headline is confirmed against it. Measured on 140 pages: alone it is right on .857.

    Three kinds of confirmation, together .93: JSON-LD and an h1 agree on a part of it (a section or site name was put
    around it); they agree and ``<title>`` sides with og:title (both are then written for search engines); twitter:title
    and every h1 differ from it. A feed's title that agrees with JSON-LD or h1 confirms these too.
    """
    og, headline = titles.get("og:title"), titles.get("jsonld")
    if og is None:
        order = ("jsonld", "h1", "twitter:title", "feed", "meta:title", "title", *titles)
        return next((titles[s] for s in order if s in titles), None)
    key = loose(og.text)
    visible = next((t for t in h1s if headline and loose(t.text) == loose(headline.text)), None)
    if key in (loose(t.text) for t in h1s):
        return og
    if visible is not None and headline is not None:
        inner = loose(headline.text)
        if (
            (inner in key and len(inner) > 0.4 * len(key))
            or _same(titles, "title", key)
            or _same(titles, "feed", inner)
        ):
            return headline
    twitter = titles.get("twitter:title")
    if twitter is not None and loose(twitter.text) != key and h1s:
        return visible or h1s[0]
    return og


def _same(titles: dict[str, Title], source: str, key: str) -> bool:
    return source in titles and loose(titles[source].text) == key


def _untruncated(title: Title, found: list[Title]) -> Title:
    """A title cut with an ellipsis gives way to one that goes on."""
    if not title.text.endswith(("…", "...")):
        return title
    opening = loose(title.text)
    longer = (
        t for t in found if len(opening) > 15 and loose(t.text).startswith(opening) and len(t.text) > len(title.text)
    )
    return next(longer, title)


def without_site(title: str, page: Page) -> str:
    """The title without the site's name at its end or beginning."""
    names = {loose(n) for n in (page.site_name, *site_names(page.url)) if n}
    names.discard("")
    pieces = list(_SEPARATOR.finditer(title))
    if pieces and _is_site(title[pieces[-1].end() :], names):
        return title[: pieces[-1].start()].strip()
    if pieces and _is_site(title[: pieces[0].start()], names):
        return title[pieces[0].end() :].strip()
    return title


def _is_site(piece: str, names: set[str]) -> bool:
    key = loose(piece)
    part = len(key) > 3 and len(piece) < 40
    return bool(key) and any(key == n or (part and (key in n or n in key)) for n in names)
