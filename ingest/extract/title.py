"""The headline: which of the page's several titles it is, and where the site's name begins.

A page says its headline up to five times: JSON-LD, ``og:title``, ``twitter:title``, a heading, ``<title>``. What a
reader sees is the heading; which heading it is, the others confirm: the one that stands inside ``<title>`` at a
separator is not the site's logo, nor a section's name. Rules made on 764 pages (docs/benchmarks.md says what they are
worth on 590 pages of publishers that were not looked at).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from ingest.extract import jsonld
from ingest.extract.page import Page
from ingest.extract.tree import loose, site_names, squeeze, words

MAX_TITLE = 500
"""Characters of a title that are looked at: longer ones are no titles, and the work grows with their separators."""
MAX_SEGMENTS = 12
# What sites put between headline, section and name. CJK titles use a dash or a space without spaces around.
_BAR = re.compile(r"\s*[|｜»«›·•]\s*|\s+[/~<>]+\s+|::+|_+|--+|\s*//\s*")
_DASH = re.compile(r"\s+[-–—:]+\s+|—|(?<=[\u2e80-\uffff])[-－](?=[\u2e80-\uffff])")
_CJK_SPACE = r"(?<=[\u2e80-\uffff])\s+(?=[\u2e80-\uffff])"
_SEPARATOR = re.compile(rf"{_BAR.pattern}|{_DASH.pattern}|{_CJK_SPACE}")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")

_ORNAMENT = re.compile(r"[\s\u2190-\u2bff]+")
_TIGHT_DASHES = frozenset("-－")
_COLON = re.compile(r"\s*：\s*")
_BRACKETED = re.compile(r"\s*[（(\[【]([^（(\[【）)\]】]{2,16})[）)\]】]$")
_OUTLET = re.compile(
    r"[网網报報刊社台](?:[站版社]|中文|[^\W\d_]{2})?$|新[闻聞](?:[网網社])?$|[频頻]道$|ニュース|オンライン|デジタル|通信$"
    r"|テレビ|放送$|在线|線上"
    r"|뉴스|일보|신문|방송|투데이|타임스|경제$|매일$|저널$"
)
"""How East Asian outlets and sections name themselves: a dash without blanks around it may be the headline's own."""
FEWEST = 3
"""Words that a headline has at least, where something else must be believed for it to be one."""
LIKE = 0.4
"""Share of the shorter one's words that two versions of one headline have in common."""


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and what it was taken from."""

    text: str
    source: str

    @property
    def key(self) -> str:
        """Letters and digits, for comparing."""
        return loose(self.text)


NONE = Title("", "none")


@dataclass(frozen=True, slots=True)
class Titles:
    """A page's titles, without the site's name where it can be told."""

    headline: Title
    """JSON-LD."""
    og: Title
    twitter: Title
    feed: Title
    element: Title
    """``<title>``, whole."""
    metas: tuple[Title, ...]
    h1: tuple[Title, ...]
    headings: tuple[Title, ...]
    """Other headings and what is classed as one."""
    site: frozenset[str]
    """The site's names, loose."""

    def is_site(self, title: Title) -> bool:
        """True if the title is nothing but the site's name (or there is none)."""
        return not title.key or _is_site(title.text, self.site)


def candidates(page: Page) -> list[Title]:
    """Titles that the page gives, in order of trust, as they stand there."""
    found = [Title(jsonld.string(a.get("headline")), "jsonld") for a in page.articles[:1]]
    for key in ("og:title", "twitter:title"):
        found += [_meta(page, key)]
    found += [Title(t, "h1") for t in page.h1]
    for key in ("title", "dc.title", "headline", "sailthru.title", "parsely-title"):
        found += [_meta(page, key, f"meta:{key}")]
    found.append(Title(page.title_element, "title"))
    if page.hints.title:
        found.append(Title(squeeze(page.hints.title), "feed"))
    return [t for t in found if t.key]


def choose(page: Page) -> Title:
    """The headline; empty if the page has none at all."""
    if page.said_by_rule.title:
        return Title(page.said_by_rule.title, "rule")
    titles = read_titles(page)
    picked = pick(titles)
    return _untruncated(picked, [titles.headline, titles.og, *titles.h1, *titles.headings]) if picked.key else NONE


def read_titles(page: Page) -> Titles:
    """Gather the page's titles."""
    site = frozenset(key for n in (page.site_name, *site_names(page.url)) if (key := loose(n)))

    def cut(title: Title) -> Title:
        return Title(without_site(title.text, site), title.source)

    headline = jsonld.string(page.articles[0].get("headline")) if page.articles else ""
    return Titles(
        headline=cut(Title(headline[:MAX_TITLE], "jsonld")),
        og=cut(_meta(page, "og:title")),
        twitter=cut(_meta(page, "twitter:title")),
        feed=Title(squeeze(page.hints.title)[:MAX_TITLE], "feed"),
        element=Title(page.title_element[:MAX_TITLE], "title"),
        metas=tuple(cut(_meta(page, key, f"meta:{key}")) for key in ("headline", "sailthru.title", "parsely-title")),
        h1=tuple(Title(t[:MAX_TITLE], "h1") for t in page.h1),
        headings=tuple(Title(t, "heading") for t in page.headings),
        site=site,
    )


def pick(titles: Titles) -> Title:
    """Which of them is the headline."""
    inside = segments(titles.element.text)
    confirmed = _confirmed_heading(titles, inside)
    if confirmed is not None:
        return _against_data(titles, confirmed)
    agreeing = next((h for h in titles.h1 if h.key and h.key in (titles.og.key, titles.headline.key)), None)
    if agreeing is not None:
        return _as_data_writes_it(titles, agreeing)
    in_data = bool(titles.og.key) and titles.og.key in inside
    if not in_data:
        others = [h for h in titles.headings if h.key in inside and words(h.text) >= FEWEST and not titles.is_site(h)]
        if others:
            return max(others, key=lambda h: words(h.text))
    elif (visible := _rewritten(titles)) is not None:
        return visible
    elif titles.og.key != titles.element.key and not titles.is_site(titles.og):
        return _og_or_visible(titles, None) if titles.headline.key else titles.og
    return _unconfirmed(titles)


def _confirmed_heading(titles: Titles, inside: set[str]) -> Title | None:
    """The h1 that stands inside ``<title>`` at a separator; a longer title from the data that stands there too wins."""
    found = [h for h in titles.h1 if h.key in inside and not titles.is_site(h)]
    if not found:
        return _opening(titles)
    best = max(found, key=lambda h: words(h.text))
    for other in (titles.headline, titles.og, *titles.headings):
        apart = other.key in inside and best.key not in other.key and other.key not in best.key
        if apart and words(other.text) > words(best.text):
            best = other  # the h1 is a section's name
    if words(best.text) < 2 and words(without_frame(titles.element.text, titles.site)) > FEWEST:
        return None
    return best


def _opening(titles: Titles) -> Title | None:
    """The piece of ``<title>`` with which an h1 begins that holds more: a standfirst, a date and an hour."""
    in_data = (titles.og.key, titles.headline.key)
    headings = [h for h in titles.h1 if h.key not in in_data]
    pieces = (Title(run, "title") for run in runs(titles.element.text) if words(run) >= FEWEST)
    found = [p for p in pieces if not titles.is_site(p) and any(h.text.startswith(p.text) for h in headings)]
    return max(found, key=lambda p: len(p.text), default=None)


def _rewritten(titles: Titles) -> Title | None:
    """An h1 that says in other words what ``og:title`` and ``<title>`` say: those are written for search engines.

    Measured on 25 such pages of 20 publishers that were open to us: the h1 is the annotated headline on 19 of them.
    """
    og = titles.og
    return next(
        (
            h
            for h in titles.h1
            if len(_terms(h.text)) >= FEWEST
            and not titles.is_site(h)
            and og.key not in h.key
            and h.key not in og.key
            and _likeness(h.text, og.text) >= LIKE
        ),
        None,
    )


def _against_data(titles: Titles, confirmed: Title) -> Title:
    """``og:title`` where it is the headline without a kicker, or another headline that nothing speaks against."""
    og = titles.og
    if _is_cut_at_quote(og.text, confirmed.text):
        return confirmed
    if og.key and og.key != confirmed.key and og.key in confirmed.key and words(og.text) >= FEWEST:
        return og
    if og.key and confirmed.key not in og.key and not titles.is_site(og):
        return _og_or_visible(titles, confirmed)
    return _as_data_writes_it(titles, confirmed)


def _is_cut_at_quote(short: str, whole: str) -> bool:
    """True if an attribute ends where the headline has a quotation mark: the site did not escape it."""
    return whole.startswith(short) and whole[len(short) :].lstrip().startswith('"')


def _og_or_visible(titles: Titles, confirmed: Title | None) -> Title:
    """Two true headlines, one for search engines or networks: ``og:title``, unless it is the odd one out.

    It is where the feed's title or ``twitter:title`` speaks for the visible one, or ``<title>`` sides with og:title
    against JSON-LD and an h1 (both are then written for search engines). Measured on 140 pages.
    """
    og, headline = titles.og, titles.headline
    if confirmed is not None and confirmed.key == headline.key and og.key == titles.twitter.key:
        return headline  # h1, <title> and JSON-LD against what the networks show
    visible = next((h for h in titles.h1 if headline.key and h.key == headline.key), None)
    if visible is not None and titles.element.key == og.key:
        return headline
    if titles.feed.key and titles.feed.key in (headline.key, *(h.key for h in titles.h1)):
        return visible or next((h for h in titles.h1 if h.key == titles.feed.key), headline)
    if titles.twitter.key and titles.twitter.key != og.key and titles.h1:
        return visible or confirmed or titles.h1[0]
    return og


def _as_data_writes_it(titles: Titles, heading: Title) -> Title:
    """The same words as JSON-LD or ``og:title`` writes them: a heading's spans are often set without a space."""
    return next((t for t in (titles.headline, titles.og) if t.key == heading.key), heading)


def _unconfirmed(titles: Titles) -> Title:
    """No heading stands in ``<title>``: the data, a heading that speaks of the same, what is left of ``<title>``."""
    og, headline = titles.og, titles.headline
    if headline.key and headline.key == og.key:
        return og
    rest = Title(without_frame(titles.element.text, titles.site), "title")
    reference = next((t for t in (headline, og, rest) if t.key), NONE)
    headings = [h for h in titles.h1 if not titles.is_site(h)]
    like = [h for h in headings if titles.is_site(reference) or _likeness(h.text, reference.text) >= LIKE]
    if like:
        return like[0]
    if not titles.is_site(og):
        same = og.key == titles.element.key
        return Title(without_frame(og.text, titles.site), og.source) if same else og
    if headline.key:
        return headline
    if len(headings) == 1 and words(headings[0].text) > FEWEST + 1:
        return headings[0]
    last = (*titles.metas, rest, titles.feed, *headings, *titles.h1, titles.element)
    return next((t for t in last if not titles.is_site(t)), next((t for t in last if t.key), NONE))


def segments(title: str) -> set[str]:
    """Loose keys of all runs of pieces between separators, the whole among them."""
    return {key for run in runs(title) if (key := loose(run))}


def runs(title: str) -> Iterator[str]:
    """All runs of pieces between separators, the whole among them, as they stand."""
    cuts = list(_SEPARATOR.finditer(title))[:MAX_SEGMENTS]
    starts, ends = [0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(title)]
    return (title[start:end].strip() for i, start in enumerate(starts) for end in ends[i:])


def _cuts(title: str) -> list[re.Match[str]]:
    """The separators of a title; of two guillemets that face each other, neither is one."""
    is_quoting = 0 <= title.find("«") < title.rfind("»")
    return [m for m in _SEPARATOR.finditer(title) if not (is_quoting and m.group().strip() in ("«", "»"))]


def without_site(title: str, site: Iterable[str]) -> str:
    """The title without the site's names (loose) at its end or beginning."""
    for _ in range(MAX_SEGMENTS):
        cuts = _cuts(title)
        if not cuts:
            break
        first, last = cuts[0], cuts[-1]
        tail = title[last.end() :].strip()
        if title[: last.start()].strip() and tail and (_is_site(tail, site) or _ORNAMENT.fullmatch(tail)):
            title = title[: last.start()].strip()
        elif title[first.end() :].strip() and _is_site(title[: first.start()], site):
            title = title[first.end() :].strip()
        else:
            break
    return title


def _without_east_asian_name(title: str) -> str:
    """Without an outlet's name behind a full-width colon or in brackets at the end, as East Asian sites set it."""
    bracketed = _BRACKETED.search(title)
    if bracketed and _OUTLET.search(bracketed[1]) and words(title[: bracketed.start()]) >= FEWEST:
        return title[: bracketed.start()]
    cuts = list(_COLON.finditer(title))
    if cuts and words(title[: cuts[-1].start()]) >= FEWEST and len(title) - cuts[-1].end() <= 16:
        return title[: cuts[-1].start()] if _OUTLET.search(title[cuts[-1].end() :]) else title
    return title


def without_frame(title: str, site: Iterable[str]) -> str:
    """The title without what stands behind its last separators, where that is shorter than what stands before.

    For a ``<title>`` that nothing else explains: section and site are behind bars, seldom behind more than five words.
    """
    title, whole = _without_east_asian_name(without_site(title, site)), title
    is_named = title != whole
    for _ in range(MAX_SEGMENTS):
        cuts = _cuts(title)
        if not cuts:
            break
        last = cuts[-1]
        rest, tail = title[: last.start()].strip(), title[last.end() :]
        is_bar, is_dash = bool(_BAR.fullmatch(last.group())), bool(_DASH.fullmatch(last.group()))
        if last.group() in _TIGHT_DASHES:
            is_dash = bool(_OUTLET.search(tail)) or (is_named and words(tail) < FEWEST)
        is_named = is_named or bool(_OUTLET.search(tail))
        behind_bar = is_bar and words(rest) >= FEWEST and words(tail) <= max(6, words(rest))
        behind_dash = is_dash and words(rest) >= FEWEST and words(tail) <= 5
        if not (behind_bar or behind_dash):
            break
        title = without_site(rest, site)
    return title


def _meta(page: Page, key: str, source: str | None = None) -> Title:
    return Title(squeeze(unescape(next(iter(page.meta.get(key, ())), "")))[:MAX_TITLE], source or key)


def _is_site(piece: str, site: Iterable[str]) -> bool:
    key = loose(piece)
    part = len(key) > 3 and len(piece) < 40
    return bool(key) and any(key == n or (part and len(n) > 3 and (key in n or n in key)) for n in site)


def _likeness(a: str, b: str) -> float:
    one, other = _terms(a), _terms(b)
    return len(one & other) / (min(len(one), len(other)) or 1)


def _terms(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _untruncated(title: Title, found: Sequence[Title]) -> Title:
    """A title cut with an ellipsis gives way to one that goes on."""
    if not title.text.endswith(("…", "...")):
        return title
    return next(_continued(title, found), title)


def _continued(title: Title, found: Sequence[Title]) -> Iterator[Title]:
    opening = title.key
    for other in found:
        if len(opening) > 15 and other.key.startswith(opening) and len(other.text) > len(title.text):
            yield other
