"""Recording what the fetch stage brought back: archive first, then the ledger, one outcome each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from ingest.archive import Archive
from ingest.enrich.stories.folding import fold
from ingest.errors import ArchiveError
from ingest.fetch.decision import FetchDecision, Use
from ingest.fetch.page import Fetched
from ingest.ledger import aliases as ledger_aliases
from ingest.ledger import hosts as ledger_hosts
from ingest.ledger import page_versions, sources, withdrawn_pages
from ingest.ledger.articles import Done, finish, get
from ingest.ledger.event_merges import DUPLICATE_OF
from ingest.ledger.page_versions import PageVersion
from ingest.ledger.sources import FeedUse
from ingest.ledger.store import Connection, Ledger
from ingest.ledger.words_first import SHORT_WAIT, WORDS_INSTEAD, may_stand_in, stands_in
from ingest.model import FEED_WORDS, ArchiveRef, Article
from ingest.outcome import Outcome, Stage
from ingest.urls import host

ARCHIVE_DOWN = timedelta(minutes=5)
_NOT_TROUBLE = frozenset(
    {"fetched", "not-modified", "unchanged", "host-paused", "refused-by-robots", "tdm-reserved", "noindex"}
    | {"policy-summary", "policy-headline", "duplicate"}
)
_WITHDRAWN = ("gone", "not-found")

PausedUntil = Callable[[str], datetime | None]


def record(
    ledger: Ledger, archive: Archive, group: Sequence[Fetched], paused_until: PausedUntil, now: datetime,
    uses: Mapping[str, FeedUse] = MappingProxyType({}),
) -> list[Outcome]:  # fmt: skip
    """Store a group's pages in the archive, then what became of each article, and its cost, in one transaction."""
    stored = _archived(archive, group, _other_pages(ledger, group), now)
    outcomes = []
    with ledger.begin() as c:
        for fetched, ref in stored:
            outcomes.append(_recorded(c, ledger, fetched, ref, now))
        sources.add(c, uses, now)
        for name in {host(f.article.url) for f, _ in stored}:
            until = paused_until(name)
            if until is not None:
                ledger_hosts.pause(c, name, until)
    return outcomes


def _other_pages(ledger: Ledger, group: Sequence[Fetched]) -> Mapping[str, Sequence[PageVersion]]:
    """The pages, beside the newest, of the articles that must be erased."""
    keys = [f.article.key for f in group if _must_be_erased(f)]
    if not keys:
        return {}
    with ledger.read() as c:
        return page_versions.of(c, keys)


def _archived(
    archive: Archive, group: Sequence[Fetched], others: Mapping[str, Sequence[PageVersion]], now: datetime
) -> list[tuple[Fetched, ArchiveRef | None]]:
    """Each with its reference. When the archive is down the pages are tried again, at nobody's expense.

    What must not be kept any more is erased here, before the ledger forgets where it stands.
    """
    concerned = [f for f in group if f.page is not None or _must_be_erased(f)]
    try:
        refs = iter(archive.write_many([f.page for f in group if f.page is not None]))
        for f in group:
            if f.article.archive is not None and _must_be_erased(f):
                for ref in (f.article.archive, *(v.ref for v in others.get(f.article.key, ()))):
                    archive.erase(ref, url=f.article.url, why=f.verdict.name, now=now)
    except ArchiveError as e:
        down = FetchDecision(Use.LATER, "archive-unavailable", str(e)[:500], now + ARCHIVE_DOWN, counts=False)
        return [(replace(f, page=None, verdict=down) if f in concerned else f, None) for f in group]
    return [(f, next(refs) if f.page is not None else None) for f in group]


def _must_be_erased(fetched: Fetched) -> bool:
    """A page archived earlier that somebody's wish now keeps out."""
    return fetched.forbidden and fetched.article.archive is not None


def _recorded(c: Connection, ledger: Ledger, fetched: Fetched, ref: ArchiveRef | None, now: datetime) -> Outcome:
    article, verdict = fetched.article, fetched.verdict
    winner = _known_elsewhere(c, fetched)
    done = _duplicate(fetched, winner) if winner else _done(fetched, ref, now)
    with c.begin_nested():
        if not finish(c, ledger, done, Stage.FETCH):
            if ref is not None:
                page_versions.keep(c, article.key, ref, now)
            return Outcome(Stage.FETCH, article.url, "lease-lost", "another worker has taken it up", ok=False)
        _keep_other_pages(c, fetched, ref, winner, now)
        if winner:
            if article.indexed_at is not None:
                _fold(c, article, winner, now)
            ledger_aliases.merge(c, article.key, winner, article.url, "duplicate", now)
            return Outcome(Stage.FETCH, article.url, "duplicate", f"of {winner}")
        for alias in fetched.aliases:
            ledger_aliases.add_alias(c, alias.key, article.key, alias.url, alias.why, now)
        _note_withdrawal(c, fetched, now)
    ok = verdict.name in _NOT_TROUBLE
    return Outcome(Stage.FETCH, article.url, verdict.name, verdict.detail, ok=ok, new=int(verdict.use is Use.PAGE))


def _keep_other_pages(
    c: Connection, fetched: Fetched, ref: ArchiveRef | None, winner: str | None, now: datetime
) -> None:
    """Whatever the archive holds of an article stays known, so that an opt-out erases all of it."""
    article = fetched.article
    if winner is not None:
        page_versions.move(c, article.key, winner)
        if ref is not None:
            page_versions.keep(c, winner, ref, now)
    elif fetched.forbidden:
        page_versions.forget(c, article.key)
    elif ref is not None and article.archive is not None and ref != article.archive:
        page_versions.keep(c, article.key, article.archive, article.fetched_at or now)


def _note_withdrawal(c: Connection, fetched: Fetched, now: datetime) -> None:
    """Of a page that stood and was read: whether it is gone now, or there again."""
    article, answer = fetched.article, fetched.answer
    if article.indexed_at is None or article.archive is None:
        return
    if answer is not None and fetched.verdict.name in _WITHDRAWN:
        withdrawn_pages.record(c, article.key, answer.status, now)
    elif fetched.verdict.use in (Use.PAGE, Use.UNCHANGED):
        withdrawn_pages.clear(c, article.key)


def _known_elsewhere(c: Connection, fetched: Fetched) -> str | None:
    """The key of another article that this one turns out to be.

    None for an article whose page readers have already seen: one that stands in the index by its feed's words alone may
    still turn out to be another.
    """
    article = fetched.article
    has_been_read = article.indexed_at is not None and article.extraction_status != FEED_WORDS
    if has_been_read or fetched.page is None:
        return None
    for alias in fetched.aliases:
        known = ledger_aliases.article_of(c, alias.key)
        if known is not None and known != article.key and _stands(c, known):
            return known
    return None


def _fold(c: Connection, article: Article, winner: str, now: datetime) -> None:
    """The article was indexed, perhaps told, by its feed's words: that counts for the one that it is."""
    fold(c, article.key, winner, now)
    ledger_aliases.take_over(c, winner)


def _stands(c: Connection, key: str) -> bool:
    other = get(c, key)
    return other is not None and other.state != "refused"


def _duplicate(fetched: Fetched, winner: str) -> Done:
    answer = fetched.answer
    values: dict[str, Any] = {"rights": dict(fetched.rights)}
    if answer is not None:
        values |= {"http_status": answer.status, "final_url": answer.final_url}
    values |= {"fetch_again_at": None, "indexed_at": None}
    return Done(fetched.article.key, "refused", f"{DUPLICATE_OF}{winner}", None, values)


def _done(fetched: Fetched, ref: ArchiveRef | None, now: datetime) -> Done:
    """What the ledger is told."""
    article, verdict = fetched.article, fetched.verdict
    reason = verdict.name + (f": {verdict.detail}" if verdict.detail else "")
    values = {"fetch_again_at": None, **_facts(fetched, now)}
    until = verdict.next_try or now
    if verdict.use is Use.LATER and until - now > SHORT_WAIT and may_stand_in(article):
        attempts = article.attempts + verdict.counts
        reason = f"{reason}; {WORDS_INSTEAD}"
        return Done(article.key, "fetched", reason, None, {**values, **stands_in(until, attempts)})
    if verdict.use is Use.LATER:
        if verdict.counts:
            return Done(article.key, "failed", reason, verdict.next_try, values)
        return Done(article.key, article.state, reason, verdict.next_try, {**values, "attempts": article.attempts})
    if verdict.use is Use.PAGE:
        return Done(article.key, "fetched", None, None, {**values, "archive_ref": str(ref)})
    if fetched.forbidden:
        values |= {"archive_ref": None, "payload_hash": None, "etag": None, "last_modified": None}
    return Done(article.key, "fetched", reason, None, values)


def _facts(fetched: Fetched, now: datetime) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if fetched.rights:
        values["rights"] = dict(fetched.rights)
    answer = fetched.answer
    if answer is not None:
        values |= {"http_status": answer.status, "final_url": answer.final_url}
    if fetched.verdict.use is not Use.LATER:
        values["fetched_at"] = answer.started_at if answer else now
    if fetched.verdict.use is Use.PAGE and answer is not None:
        values |= {
            "payload_hash": fetched.payload_hash,
            "etag": answer.header("etag"),
            "last_modified": answer.header("last-modified"),
        }
    return values
