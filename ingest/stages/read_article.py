"""What a worker process does with one article: page or feed's own text → everything that the document needs.

Pure but for reading the archive: same record, same topics file, same answer.
"""

import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.archive import Archive, open_archive
from ingest.enrich.encoder import article_vectors, open_encoder
from ingest.enrich.language import detect
from ingest.enrich.stories.signature import Signature, signature
from ingest.enrich.topics import Tagger, load_topics
from ingest.errors import ArchiveError
from ingest.extract.read import read_page
from ingest.extract.reading import VERSION, Reading, ReadingHints
from ingest.model import FEED_WORDS, Article, ArticleText, DetectedLanguage, Feed, Policy, TopicHit
from ingest.rights.decide import RIGHTS_REASONS
from ingest.text.tokens import tokens

ARTICLE_TEXT = frozenset({"full", "teaser"})
"""Statuses whose text is the article's; of the others only the feed's own words are indexed."""

ASKED = frozenset({"allowed", "none"})
"""What robots.txt said (none: there is no such file) where a page's site has been asked and does not object."""


@dataclass(frozen=True, slots=True)
class Work:
    """An article to read, and what a worker needs for it."""

    article: Article
    feed: Feed | None
    archive: str
    """The archive's target; a worker opens it once."""
    topics: Path
    encoder: str = "bundled"
    """The setting ``enrich.encoder``."""


@dataclass(frozen=True, slots=True)
class Read:
    """What reading an article gave."""

    key: str
    content: ArticleText
    """A ``Reading``, or the feed's own words."""
    language: DetectedLanguage
    topics: tuple[TopicHit, ...]
    signature: Signature
    canonical_url: str | None = None
    note: str = ""
    """Why the page's text was not used; empty if it was."""


@dataclass(frozen=True, slots=True)
class TimedRead:
    """A reading and the processor time that it took, in seconds."""

    read: Read
    seconds: float


def read_timed(work: Work) -> TimedRead:
    """As ``read_article``; its feed is charged for the time."""
    began = time.process_time()
    return TimedRead(read_article(work), time.process_time() - began)


def read_article(work: Work) -> Read:
    """Read one article. A page that cannot be read leaves the feed's own words, and a note that says so."""
    article = work.article
    page, note = read_archived_page(work)
    content = page if page is not None and not note else from_feed(article, page, note)
    language = detect(
        content.text or content.summary,
        title=content.title,
        feed=article.language or (work.feed.language if work.feed else None),
        html=page.language_hint if page else None,
    )
    tagger = _tagger(work.topics, work.encoder)
    text = content.text or content.summary
    vectors = article_vectors(open_encoder(work.encoder), content.title, text)
    return Read(
        key=article.key,
        content=content,
        language=language,
        topics=tuple(tagger.tag(content.title, content.text, language.code, summary=content.summary)),
        signature=signature(content.title, text, language.code, content.published, vectors),
        canonical_url=page.canonical_url if page else None,
        note=note,
    )


def from_feed(article: Article, page: Reading | None, note: str) -> ArticleText:
    """What the feed gave, as far as its policy lets us use it; a page's metadata is kept where there is one.

    Where the publisher has opted out, that is title and summary: full text in the feed is as reserved as the page. So
    it is while nobody could ask yet, because the page is late.
    """
    headline = article.policy is Policy.HEADLINE
    opted_out = article.rights.get("reason") in RIGHTS_REASONS
    asked = article.fetch_again_at is None or article.rights.get("robots") in ASKED
    full = article.content if article.policy is Policy.FULL and asked and not opted_out else ""
    summary = "" if headline else article.summary
    return ArticleText(
        title=article.title or (page.title if page else ""),
        text=full,
        summary=summary or (page.summary if page and not headline else ""),
        status=str(page.status) if page else FEED_WORDS,
        method=_method(article, note),
        published=page.published if page else article.published,
        published_source=page.published_source if page else article.published_source,
        authors=article.authors,
        words=len(tokens(full or summary)),
        paywall=page.paywall if page else False,
        version=VERSION,
    )


def _method(article: Article, note: str) -> str:
    """How the text was got: the owner's feed, or, marked as such, the words of another outlet's feed about it."""
    words = "feed" if article.words_from is None else f"words of {article.words_from}"
    return f"{words} ({note})" if note else words


def read_archived_page(work: Work) -> tuple[Reading | None, str]:
    """The page's reading, and why its text is not the article's (empty: it is)."""
    article, feed = work.article, work.feed
    if article.archive is None:
        return None, ""
    try:
        archived = _archive(work.archive).read(article.archive)
    except ArchiveError as e:
        return None, f"archive: {e}"
    reading = read_page(
        archived.body,
        url=article.final_url or article.url,
        content_type=archived.header("content-type"),
        hints=ReadingHints(  # another outlet's words about a page must not sway how it is read
            title=article.title if article.words_from is None else "",
            summary=article.summary if article.words_from is None else "",
            published=article.published,
            language=article.language or (feed.language if feed else None),
            timezone=feed.timezone if feed else None,
            fetched=article.fetched_at,
        ),
    )
    return reading, "" if str(reading.status) in ARTICLE_TEXT and reading.text else str(reading.status)


@lru_cache(maxsize=2)
def _tagger(path: Path, encoder: str) -> Tagger:
    return load_topics(path, encoder)


@lru_cache(maxsize=2)
def _archive(target: str) -> Archive:
    return open_archive(target)
