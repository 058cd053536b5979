"""When a page says it was published, and modified: in the order that the evidence supports.

Measured on 279 real pages (140 of them open to us): JSON-LD ``datePublished`` first, then ``article:published_time``,
then microdata, then everything else, is right on 99 %. Where the data is silent, what readers see counts: beside the
headline, then the only day of publication in the page's scripts, then the only day that the page prints, then the
address. Several days and nothing that tells them apart is no date: a search of the whole page (htmldate) took the wrong
one on 10 of 36 such pages (docs/decisions/330-no-date-is-guessed.md).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import islice
from zoneinfo import ZoneInfoNotFoundError

from lxml.html import HtmlElement

from ingest.extract import jsonld, visible_date
from ingest.extract.page import Page
from ingest.extract.tree import text_of
from ingest.languages.joined import words
from ingest.text.country_zones import zone_of_host
from ingest.text.dates import EARLIEST, day_in_path, find_date, order_for, zone_of
from ingest.urls import host

_META_PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "dcterms.created", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created",
    "date", "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "publication_date",
    "article.published", "article:created_time", "og:pubdate", "rnews:datepublished", "created", "datecreated",
    "article_date_original", "citation_publication_date", "citation_date", "last_updated_date", "timestamp",
)  # fmt: skip
_META_NAMED_SO = re.compile(
    r"(?:^|[:._-])(?:date|pub-?date|(?:first[-_]?)?publi(?:shed|sh|cation)(?:[-_]?(?:date|time|on|at))*|release[-_]?date)$"
)
"""What a publisher's own names for a date of publication end in: ``cludo:date``, ``published``."""
_META_OF_ELSE = re.compile(r"modif|updat|revis|expir|event|start|end|birth|valid|review")
_META_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "revised", "article:modified",
)  # fmt: skip
_BYLINE_CLASS = ("date", "time", "publi", "posted", "meta", "byline", "dateline", "info")
AHEAD = timedelta(days=1)
"""How much later than its page a date may be: it is tomorrow east of us, and a day without an hour has no zone."""
MOST_PRINTED = 200
MOST_LOOKED_AT = 40
"""Further dates of a page that are compared with the chosen one."""
MOST_OF_A_SCRIPT = 1_000_000
_SCRIPTED = re.compile(
    r"""\\?["'](?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time|at)|first_?published(?:_?(?:at|date))?"""
    r"""|publication_?(?:date|time)|pub_?date|posted_?(?:at|on|date)|article_?publi(?:cation|sh(?:ed)?)_?(?:date|time)|date_?publication)"""
    r"""\\?["']\s{0,3}:\s{0,3}\\?["']?(\d{4}[-/]?\d\d[-/]?\d\d[^"'\\,}]{0,20}|1\d{9}(?:\d{3})?)""",
    re.IGNORECASE,
)
"""A key of publication and its value, also within a string of JSON."""
FURTHEST_OFFSET = timedelta(hours=14)
_WITHOUT_ZONE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d\d:\d\d(?:\.\d+)?")
NEVER = datetime(9000, 1, 1, tzinfo=UTC)
_UPDATE_WORDS = (
    *words("update_words"),
    *("edited", "changed", "revised", "oppdatert", "uppdater", "opdatere", "bijgewerkt", "päivitetty", "zaktualiz"),
    *("aktualizo", "оновлено", "güncelle", "ενημέρωσ"),
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found on a page and where."""

    when: datetime
    raw: str
    source: str
    has_time: bool = False
    doubt: str | None = None
    """``zone``: which is not known; ``day``: which may be exchanged with the month."""


def published(page: Page, headline: str = "") -> Stamp | None:
    """The best published date, or None. One that is not certain serves only where there is no other.

    ``headline``: the title that was chosen, beside which a date may stand where the page's data has none.
    """
    found = published_candidates(page)
    best = _best(found)
    if best is None or best.doubt:
        sources = (
            _beside(page, headline),
            _in_scripts(page),
            _printed(page, headline),
            _in_address(page),
            _day_of(best),
        )
        return next((stamp for stamp in sources if stamp is not None), None)
    return _in_its_zone(page, best, found)


def _best(found: Iterator[Stamp]) -> Stamp | None:
    """The first stamp without a doubt, with its hour where another one of the day has it; else the first at all."""
    first: Stamp | None = None
    unsure: Stamp | None = None
    for stamp in found:
        if stamp.doubt:
            unsure = unsure or stamp
        elif first is None:
            first = stamp
            if stamp.has_time:
                return first
        elif stamp.has_time and stamp.when.date() == first.when.date():
            return stamp  # the same day, said with its hour
        else:
            return first
    return first or unsure


def _in_its_zone(page: Page, stamp: Stamp, others: Iterator[Stamp]) -> Stamp:
    """The same moment as the publisher's readers see it: one that is said in UTC belongs to another day for them.

    Known where the page says it twice, in UTC and with an offset, or in UTC and by the clock on the wall; or where its
    address names a country of one zone.
    """
    if not stamp.has_time or stamp.when.utcoffset():
        return stamp
    near = [o for o in islice(others, MOST_LOOKED_AT) if o.has_time and not o.doubt]
    said = next((o.when for o in near if o.when == stamp.when and o.when.utcoffset()), None)
    wall = next((w for o in near if (w := _on_the_wall(stamp, o)) is not None), None)
    return replace(stamp, when=said or wall or stamp.when.astimezone(_zone(page) or stamp.when.tzinfo))


def _on_the_wall(stamp: Stamp, other: Stamp) -> datetime | None:
    """The moment with the offset that a clock without a zone shows: the same minute and second, hours away."""
    if not _WITHOUT_ZONE.fullmatch(other.raw) or _WITHOUT_ZONE.fullmatch(stamp.raw):
        return None
    ahead = other.when.replace(tzinfo=UTC) - stamp.when
    if not ahead or abs(ahead) > FURTHEST_OFFSET or ahead % timedelta(hours=1):
        return None
    return stamp.when.astimezone(timezone(ahead))


def _beside(page: Page, headline: str) -> Stamp | None:
    """The date that is printed beside the headline; one of an update where there is no other, and it says the hour.

    News is published and updated within a day, and prints the hour; a guide that prints a day alone is years old.
    """
    found = list(_stamps_beside(page, headline))
    first = next((stamp for is_update, stamp in found if not is_update), None)
    return first or next((stamp for _, stamp in found if stamp.has_time), None)


def _stamps_beside(page: Page, headline: str) -> Iterator[tuple[bool, Stamp]]:
    """The dates printed beside the headline, and whether each is of an update."""
    if page.root is None or not headline:
        return
    for raw in islice(visible_date.beside_headline(page.root, headline), MOST_LOOKED_AT):
        for stamp in _certain(page, raw, "headline"):
            yield _is_update(raw), stamp


def _printed(page: Page, headline: str) -> Stamp | None:
    """The only day that the page prints as one of publication, or the only one that it prints at all."""
    if page.root is None:
        return None
    found = [
        (text.is_of_publication, stamp)
        for text in islice(visible_date.printed(page.root, headline), MOST_PRINTED)
        if not _is_update(text.text)
        for stamp in _certain(page, text.text, "printed")
    ]
    for stamps in ([s for is_said, s in found if is_said], [s for _, s in found]):
        if len({s.when.date() for s in stamps}) == 1:
            return next((s for s in stamps if s.has_time), stamps[0])
    return None


def _in_scripts(page: Page) -> Stamp | None:
    """The day of publication that the page's scripts name, where they name one alone: states and data layers."""
    if page.root is None:
        return None
    found: dict[date, Stamp] = {}
    for script in page.root.iter("script"):
        for said in islice(_SCRIPTED.finditer((script.text or "")[:MOST_OF_A_SCRIPT]), MOST_LOOKED_AT):
            for stamp in _certain(page, said[1].strip(), "script"):
                found.setdefault(stamp.when.date(), stamp)
    return next(iter(found.values())) if len(found) == 1 else None


def _in_address(page: Page) -> Stamp | None:
    """The day that the page's address names whole."""
    day = day_in_path(page.url, now=page.hints.fetched or NEVER, zone=_zone(page))
    return Stamp(day.astimezone(_zone(page) or UTC), page.url[:80], "url") if day is not None else None


def _certain(page: Page, raw: str, source: str) -> Iterator[Stamp]:
    """The date of a text that readers see; its day, where its zone is unknown; none, where its day may be another."""
    for stamp in _stamp(page, raw, source):
        if stamp.doubt != "day" and (day := _day_of(stamp) if stamp.doubt else stamp):
            yield day


def _is_update(raw: str) -> bool:
    return any(w in raw.lower() for w in _UPDATE_WORDS)


def _day_of(stamp: Stamp | None) -> Stamp | None:
    """What a date whose zone is unknown says for certain: its day, in no zone but UTC."""
    if stamp is None or stamp.doubt != "zone":
        return None
    return Stamp(stamp.when.replace(hour=0, minute=0, second=0, microsecond=0), stamp.raw, f"{stamp.source}:day")


def published_candidates(page: Page) -> Iterator[Stamp]:
    """Dates that the page states in data, in order of trust."""
    yield from _stamp(page, page.said_by_rule.date, "rule")
    for article in page.articles:
        for key in ("datePublished", "dateCreated", "uploadDate"):
            yield from _stamp(page, jsonld.string(article.get(key)) or _number(article.get(key)), f"jsonld:{key}")
    for key in _META_PUBLISHED:
        for value in page.meta.get(key, ())[:1]:
            yield from _stamp(page, value, f"meta:{key}")
    yield from _microdata(page, "datePublished")
    for node in page.nodes:
        yield from _stamp(page, jsonld.string(node.get("datePublished")), "jsonld:other")
    for key, values in page.meta.items():
        if _META_NAMED_SO.search(key) and not _META_OF_ELSE.search(key):
            yield from _stamp(page, values[0], f"meta:{key}"[:20])
    yield from _time_elements(page)


def modified(page: Page, headline: str = "") -> datetime | None:
    """When the page says it was last changed: in its data, else beside the headline."""
    for article in page.articles:
        for stamp in _stamp(page, jsonld.string(article.get("dateModified")), "jsonld:dateModified"):
            if not stamp.doubt:
                return stamp.when
    for key in _META_MODIFIED:
        for value in page.meta.get(key, ())[:1]:
            for stamp in _stamp(page, value, key):
                if not stamp.doubt:
                    return stamp.when
    said = next((s.when for s in _microdata(page, "dateModified") if not s.doubt), None)
    return said or next((s.when for is_update, s in _stamps_beside(page, headline) if is_update), None)


def _stamp(page: Page, raw: str, source: str) -> Iterator[Stamp]:
    if not raw:
        return
    zone = _zone(page)
    found = find_date(raw, zone=zone, order=order_for(zone=zone, language=page.html_lang))
    if found is not None and found.at >= EARLIEST and not _is_ahead(page, found.at):
        yield Stamp(found.at, raw, source, found.has_time, found.doubt)


def _is_ahead(page: Page, moment: datetime) -> bool:
    """Later than the page itself: a wrong clock, a planned date, an expiry, or a lie to stay on top of lists."""
    return page.hints.fetched is not None and moment > page.hints.fetched + AHEAD


def _zone(page: Page) -> tzinfo | None:
    """Where the publisher is: as the feed says, else the one zone of the country that its address names."""
    try:
        return zone_of(page.hints.timezone) or zone_of(zone_of_host(host(page.url)))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _number(value: object) -> str:
    return str(int(value)) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _microdata(page: Page, name: str) -> Iterator[Stamp]:
    if page.root is None:
        return
    for element in page.root.iterfind(f".//*[@itemprop='{name}']"):
        raw = element.get("datetime") or element.get("content") or text_of(element)
        yield from _stamp(page, raw[:80], f"itemprop:{name}")


def _time_elements(page: Page) -> Iterator[Stamp]:
    """``<time>`` beside the headline: the first that is not of a modification, a comment or a link to another story."""
    if page.root is None:
        return
    for element in page.root.iter("time"):
        if _belongs_elsewhere(element):
            continue
        raw = element.get("datetime") or text_of(element)
        yield from _stamp(page, raw[:80], "time")


def _belongs_elsewhere(element: HtmlElement) -> bool:
    said = (element.get("class"), element.get("itemprop"), text_of(element), visible_date.label(element))
    if _is_update(" ".join(filter(None, said))):
        return True
    for ancestor in element.iterancestors():
        if ancestor.tag in ("aside", "nav", "footer", "a", "li", "blockquote", "figure"):
            return True
        names = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}".lower()
        if any(w in names for w in ("comment", "related", "teaser", "sidebar", "card", "recommend", "footer")):
            return True
    return False
