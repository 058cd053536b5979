"""When another URL may be believed to be the same article: redirects and rel=canonical lie at times.

Sites send removed articles to the home page or a section, and templates put one canonical link on
every page. Believing either would fold many articles into one and lose them.
"""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from ingest.http.response import Response
from ingest.rights.page_head import PageHead
from ingest.urls import canonical, plain_form, publisher, url_key

_SLUG_WORDS = 4
_SLUG_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Alias:
    """Another URL of an article."""

    key: str
    url: str
    why: str
    """``redirect``, ``canonical``, ``amphtml`` or ``mobile``."""


def looks_like_a_list(url: str) -> bool:
    """True for a home page or a section: a short path without a number, a slug or an id in the query."""
    parts = urlsplit(url)
    segments = [unquote(s) for s in parts.path.split("/") if s]
    if re.search(r"\d{3}", parts.query) or any(re.search(r"\d{3}", s) for s in segments[-2:]):
        return False
    if not segments or re.fullmatch(r"(index|default|home)(\.\w+)?", segments[-1], re.IGNORECASE):
        return True
    last = segments[-1]
    words = [w for w in re.split(r"[-_.+ ]", last) if w]
    return len(segments) <= 3 and len(words) < _SLUG_WORDS and len(last) < _SLUG_LENGTH and not parts.query


def lost_its_article(url: str, final_url: str) -> bool:
    """True if a redirect has led from an article to a home page or a section: the page is not the article."""
    moved = url_key(canonical(url)) != url_key(canonical(final_url))
    return moved and looks_like_a_list(final_url) and not looks_like_a_list(url)


def aliases(article_url: str, article_key: str, answer: Response, head: PageHead) -> tuple[Alias, ...]:
    """Other URLs that this answer gives for an article, those that may be believed."""
    found: dict[str, Alias] = {}
    offered = [(hop.url, "redirect") for hop in answer.hops[1:]] + [(answer.final_url, "redirect")]
    if head.canonical:
        offered.append((_joined(answer.final_url, head.canonical), "canonical"))
    offered += [(url, why) for why, form in head.forms if _is_form(url := _joined(answer.final_url, form), answer)]
    for url, why in offered:
        clean = canonical(url) if url else ""
        if clean and believable(article_url, clean):
            key = url_key(clean)
            if key != article_key:
                found.setdefault(key, Alias(key, clean, why))
    return tuple(found.values())[:10]


def believable(article_url: str, other: str) -> bool:
    """True if ``other`` may be the same article: of the same publisher, and not a list of articles."""
    if urlsplit(other).scheme not in ("http", "https") or len(other) > 2000:
        return False
    return publisher(article_url) == publisher(other) and not looks_like_a_list(other)


def _is_form(url: str, answer: Response) -> bool:
    """True if a page may name ``url`` as another form of itself: its address says the same but for the form, or ends in
    the same words. A template that names one AMP page on all of its pages folds nothing."""
    here, there = canonical(answer.final_url), canonical(url)
    if plain_form(here) == plain_form(there):
        return True
    ours, theirs = (plain_form(u).partition("?")[0].rpartition("/")[2] for u in (here, there))
    return ours == theirs and len(ours) >= _SLUG_LENGTH


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return ""
