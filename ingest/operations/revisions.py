"""What a page said at each time that it was fetched: the versions of an article that the archive holds.

Each is read by today's code, so that two of them differ only where the pages do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.extract.pool import Failed, ReadingPool
from ingest.ledger import articles, page_versions
from ingest.ledger.page_versions import PageVersion
from ingest.model import Article, Policy
from ingest.stages.read_article import Work, read_archived_page
from ingest.workspace import Workspace

READ_SECONDS = 5.0
"""Processor time that one version may take: somebody waits for it. The slowest of 5,000 damaged pages took 2.7."""


@dataclass(frozen=True, slots=True)
class RevisionText:
    """What a version said."""

    title: str
    text: str
    problem: str = ""
    """Why there is no text; empty if there is."""


def revisions_of(ws: Workspace, key: str) -> tuple[Article, Sequence[PageVersion]] | None:
    """An article and its versions, oldest first; None: the ledger does not know it.

    None is listed of a publisher whose pages may not be shown: what an opt-out erased is gone, and of a feed with
    headlines only no page is kept.
    """
    with ws.ledger.read() as c:
        article = articles.get(c, key)
        older = page_versions.of(c, [key]).get(key, ())
    if article is None:
        return None
    if article.policy is not Policy.FULL:
        return article, ()
    found = {str(one.ref): one for one in older}
    if article.archive is not None and article.fetched_at is not None:
        found[str(article.archive)] = PageVersion(article.archive, article.fetched_at)
    return article, tuple(sorted(found.values(), key=lambda one: one.fetched_at))


def read_revisions(ws: Workspace, article: Article, chosen: Sequence[PageVersion]) -> list[RevisionText]:
    """Their texts, in order. A process of its own reads them, with limits: they are strangers' pages."""
    feed, topics = ws.catalogue.get(article.feed_id), ws.settings.config_dir / "topics.yaml"
    page = replace(article, title="", summary="")  # the feed's newest title must not sway how an older page is read
    works = [
        Work(replace(page, archive=one.ref, fetched_at=one.fetched_at), feed, ws.archive.target, topics)
        for one in chosen
    ]
    with ReadingPool(1, timeout=READ_SECONDS, preload=("ingest.stages.read_article",)) as pool:
        return [_text(result) for _, result in pool.map(read_archived_text, ((work,) for work in works))]


def read_archived_text(work: Work) -> RevisionText:
    """One version, in the process that reads it."""
    page, note = read_archived_page(work)
    return RevisionText(page.title if page else "", page.text if page else "", note)


def _text(result: "RevisionText | Failed") -> RevisionText:
    return RevisionText("", "", f"{result.reason}: {result.detail}") if isinstance(result, Failed) else result
