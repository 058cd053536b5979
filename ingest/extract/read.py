"""A page's bytes → a Reading. The flow on one screen:

    bytes ─ decode ─▶ text ─ parse ─▶ tree ─┬─ structured data, metas ─▶ title, dates, authors, paywall
                                            └─ candidates for the body ─ choose ─▶ body ─▶ status

One decode and one parse, shared (page.py). Everything after is pure; nothing here touches network or disk.
"""

from ingest.extract import alternates, authors, body, dates, page_kind, title
from ingest.extract.page import Page, open_page
from ingest.extract.paywall import is_walled
from ingest.extract.reading import Reading, ReadingHints, Status
from ingest.extract.tree import words
from ingest.text.plain import without_invisible

NO_HINTS = ReadingHints()
_WITH_TEXT = (Status.FULL, Status.TEASER, Status.MEDIA)
LIKELY = 0.5
"""Expected F1 from which the text of a page that seems to be a list is given all the same: the status is a doubt."""


def read_page(body: bytes, *, url: str, content_type: str | None = None, hints: ReadingHints = NO_HINTS) -> Reading:
    """Read a page. Any bytes give a Reading; what is not an article says so in ``status``.

    It does not bound its own time: run it in a ``ReadingPool`` (pool.py) where pages come from outside.
    """
    return read(open_page(body, url, content_type, hints))


def read(page: Page) -> Reading:
    """Decide everything about an opened page."""
    headline = title.choose(page)
    stamp = dates.published(page, headline.text)
    names, names_source = authors.choose(page)
    modified, twin = dates.modified(page, headline.text), alternates.find(page)
    page.lighten()
    chosen = body.choose(page)
    found = page_kind.facts(page, chosen)
    verdict = page_kind.recognise(found)
    text = chosen.chosen.text if _has_text(verdict.status, chosen) else ""
    return Reading(
        title=without_invisible(headline.text),
        title_source=headline.source,
        text=text,
        summary=_summary(page),
        status=verdict.status,
        method=chosen.chosen.method,
        rule=chosen.rule,
        published=stamp.when if stamp else page.hints.published,
        published_raw=stamp.raw if stamp else None,
        published_source=stamp.source if stamp else ("feed" if page.hints.published else None),
        modified=modified,
        authors=names,
        authors_source=names_source,
        language_hint=page.html_lang,
        canonical_url=twin.canonical_url,
        amp_url=twin.amp_url,
        is_amp=twin.is_amp,
        is_print=twin.is_print,
        live=found.live,
        words=words(text),
        encoding=page.decoded.encoding,
        paywall=is_walled(page),
    )


def _has_text(status: Status, chosen: body.Body) -> bool:
    """A wall's words are never the article's; a list's may be, if the model thinks so: flagged, not withheld."""
    return status in _WITH_TEXT or (status is Status.LISTING and chosen.chosen.expected >= LIKELY)


def _summary(page: Page) -> str:
    return page.description or page.hints.summary
