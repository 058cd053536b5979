"""The canary: one synthetic article a cycle that passes every stage's own stores, and that no reader ever sees.

Each stage that went well takes it one leg further: feeds have answered lately and its own is parsed, its page is
written to and read from the archive, its document is written to the index and found by a search, a rule matches it and
its mail is put into the outbox, and the deliver stage hands that over as any other (``canary.mailbox``). One is under
way at a time: where a leg fails it stays, says why, and is tried again by the next run. So its age is the proof that
articles get through, and a silence that lasts has the name of a stage (decisions 220 and 315).

What it leaves in the index no search or count sees (``Index.probe``); in the archive its file is deleted once it was
read, and its mail leaves the outbox with it. It is in no table of articles: nothing that an outlet sends can be taken
for it, or takes its place.
"""

import logging
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx

from ingest import __version__
from ingest.alert.channels.registry import open_channels
from ingest.alert.identity import notification_id
from ingest.archive.records import ArchivedPage
from ingest.errors import VeilleError
from ingest.extract.read import read_page
from ingest.feeds.parse import parse_feed
from ingest.index.document import Document, to_document
from ingest.index.fields import ARTICLES
from ingest.index.parts import ArticleParts
from ingest.index.protocol import SearchRequest
from ingest.index.query.batch import DocumentBatch
from ingest.index.query.parse import parse
from ingest.ledger import canary as record
from ingest.ledger import feeds, outbox
from ingest.ledger.canary import WAY, Canary, describe, is_missing
from ingest.ledger.store import Connection
from ingest.model import Article, DetectedLanguage, Entry, Feed, Policy
from ingest.operations.notice import NoChannel, notice
from ingest.outcome import Stage, StageRun
from ingest.settings import Settings, secret_of
from ingest.stages.unreachable import was_own_outage
from ingest.workspace import Workspace

ID = "canary"
"""Of its feed."""
MAIL = outbox.CANARY
LONG_AGO = datetime(1970, 1, 2, tzinfo=UTC)
HEARTBEAT_SECONDS = 10.0
_FEED = Feed(ID, "https://canary.invalid/feed", "Canary", ID, "Canary", language="en")
_log = logging.getLogger(__name__)


class CanaryStopped(VeilleError):
    """The canary did not get through a stage; the message says why."""


def advance(ws: Workspace, run: StageRun) -> None:
    """Take the canary through the stage that has just gone well. Never raises: the stage itself is done."""
    if not ws.settings.canary.enabled:
        return
    try:
        _advance(ws, run)
    except Exception as e:  # noqa: BLE001 - no trouble of the canary may undo what the stage did
        _log.warning("the canary's state could not be kept: %s", e)


def is_waiting(settings: Settings, c: Connection, stage: Stage) -> bool:
    """True where the one under way can get no further before this stage has run."""
    if not settings.canary.enabled:
        return False
    canary = record.state(c)
    return canary is not None and canary.waits_for is stage


def _advance(ws: Workspace, run: StageRun) -> None:
    now = ws.clock()
    with ws.ledger.read() as c:
        known = canary = record.state(c)
    if canary is None:
        if run.stage is not WAY[0]:
            return
        canary = _next(None, now)
    elif canary.waits_for is not run.stage:
        return
    elif run.stage is WAY[0] and not canary.why:
        canary = _next(canary, now)
    try:
        _LEGS[run.stage](ws, canary, run)
    except Exception as e:  # noqa: BLE001 - whatever stops it is what people must read
        _keep(
            ws, known, replace(canary, why=f"{e if isinstance(e, VeilleError) else f'{type(e).__name__}: {e}'}"[:500])
        )
        return
    canary = replace(canary, passed=(*canary.passed, run.stage.value), why="")
    if len(canary.passed) == len(WAY):
        canary = replace(_next(canary, ws.clock()), arrived_at=ws.clock(), heartbeat=_ping(ws))
    _keep(ws, known, canary)


def _next(last: Canary | None, now: datetime) -> Canary:
    return Canary(_new_id(), now, arrived_at=last.arrived_at if last else None)


def _new_id() -> str:
    """A word that nobody else has, no other worker either; an article's key is 32 hexadecimal digits."""
    return "canary" + uuid.uuid4().hex[:16]


def _poll(ws: Workspace, canary: Canary, run: StageRun) -> None:
    if was_own_outage(run.claimed, run.counts):
        raise CanaryStopped("our own outage: hardly a feed could be reached")
    _must_have_answered(ws)
    _entry(canary)


def _must_have_answered(ws: Workspace) -> None:
    """A poll in which nothing was due proves nothing by itself; what the last ones reached does."""
    if not any(feed.enabled for feed in ws.catalogue.feeds):
        return
    with ws.ledger.read() as c:
        latest = feeds.latest_success(c)
    longest = max(_patience(ws), 2 * timedelta(seconds=ws.settings.poll.max_interval))
    if latest is None or ws.clock() - latest > longest:
        raise CanaryStopped("no feed has answered" + (f" since {latest:%Y-%m-%d %H:%M} UTC" if latest else " yet"))


def _fetch(ws: Workspace, canary: Canary, run: StageRun) -> None:
    back = ws.archive.probe(_page(canary, ws.clock()))
    if canary.token.encode() not in back.body:
        raise CanaryStopped("the archive gave back another page")


def _index(ws: Workspace, canary: Canary, run: StageRun) -> None:
    document = _document(canary, ws.clock())
    if document.id not in ws.index.probe(document, SearchRequest(parse(canary.token), size=9, highlight=False)):
        raise CanaryStopped("it was written to the index and a search did not find it")


def _alert(ws: Workspace, canary: Canary, run: StageRun) -> None:
    away = run.counts.get("index-unavailable", 0)
    if run.claimed and away >= run.claimed:
        raise CanaryStopped("no rule could be looked at: the index was away")
    found = DocumentBatch([_document(canary, ws.clock()).source], ARTICLES, ws.clock())
    if found.matching(parse(canary.token).root) != found.all:
        raise CanaryStopped("a rule that looks for its word did not match it")
    if ws.settings.canary.mailbox:
        _queue_mail(ws, canary, ws.settings.canary.mailbox)


def _queue_mail(ws: Workspace, canary: Canary, mailbox: str) -> None:
    now = ws.clock()
    text = f"{canary.token}\n\nThis mail proves that articles get from the feeds to the mail server."
    with open_channels(ws.settings) as channels:
        mail = notice(
            ws.settings, channels, mailbox, _identity(canary, mailbox), "[veille] canary", text, now, kind=MAIL
        )
    with ws.ledger.begin() as c:
        outbox.queue(c, [mail], now)


def _identity(canary: Canary, mailbox: str) -> tuple[str, ...]:
    return ("canary", canary.token, mailbox)


def _deliver(ws: Workspace, canary: Canary, run: StageRun) -> None:
    """What became of its mail in the outbox; the deliver stage tries it again by the same rules as any other."""
    mailbox = ws.settings.canary.mailbox
    if not mailbox:
        return
    own = notification_id(_identity(canary, mailbox))
    with ws.ledger.read() as c:
        state, why = outbox.state_of(c, own) or ("lost", "the mailbox was named since")
    if state in ("sent", "failed"):
        with ws.ledger.begin() as c:
            outbox.forget_canary(c)
    if state in ("lost", "failed"):
        _queue_mail(ws, canary, mailbox)
    if state != "sent":
        raise CanaryStopped(f"its mail to {mailbox} was not taken: {why or 'it waits in the outbox'}")


_LEGS: dict[Stage, Callable[[Workspace, Canary, StageRun], None]] = {
    Stage.POLL: _poll,
    Stage.FETCH: _fetch,
    Stage.INDEX: _index,
    Stage.ALERT: _alert,
    Stage.DELIVER: _deliver,
}


def raise_alarm(ws: Workspace) -> int:
    """Queue a message for those whom a missing canary is told, once for each canary. Returns how many.

    ``canary.alarm_to`` should go by another channel than the mails: each channel of the outbox is tried apart.
    """
    now = ws.clock()
    with ws.ledger.read() as c:
        canary = record.state(c)
    settings = ws.settings.canary
    if canary is None or not settings.enabled or not is_missing(canary, now, _patience(ws)):
        return 0
    title, text = "veille: the canary is missing", describe(canary, now)
    with open_channels(ws.settings) as channels:
        notices = []
        for who in settings.alarm_to:
            try:
                notices.append(
                    notice(ws.settings, channels, who, ("canary-missing", canary.token, who), title, text, now)
                )
            except NoChannel as e:  # refused at start; here it must not keep the alarm from the others
                _log.warning("%s", e)
    with ws.ledger.begin() as c:
        return outbox.queue(c, notices, now)


def _patience(ws: Workspace) -> timedelta:
    return timedelta(seconds=ws.settings.canary.patience_seconds)


def _ping(ws: Workspace) -> str:
    """Ask the heartbeat address, set by the operator and never shown; why it could not be, or nothing."""
    try:
        url = secret_of(ws.settings.canary, "heartbeat")
    except OSError as e:
        return f"canary.{e}"
    try:
        if url:
            _get(url)
    except httpx.HTTPStatusError as e:
        return f"it answered {e.response.status_code}"
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as e:
        return type(e).__name__
    return ""


def _get(url: str) -> None:
    httpx.get(url, timeout=HEARTBEAT_SECONDS, headers={"User-Agent": f"veille/{__version__}"}).raise_for_status()


def _entry(canary: Canary) -> Entry:
    """The canary's item, parsed out of a feed as any other."""
    xml = (
        f"<rss version='2.0'><channel><title>Canary</title><item><title>{canary.token}</title>"
        f"<link>https://canary.invalid/{canary.token}</link><guid>{canary.token}</guid></item></channel></rss>"
    )
    parsed = parse_feed(
        xml.encode(), url=_FEED.url, content_type="application/rss+xml", feed=_FEED, now=canary.begun_at, max_entries=5
    )
    if [entry.title for entry in parsed.entries] != [canary.token]:
        raise CanaryStopped(f"its feed could not be parsed: {parsed.problem or 'another item came out'}")
    return parsed.entries[0]


def _page(canary: Canary, now: datetime) -> ArchivedPage:
    words = " ".join(f"The canary {canary.token} sings in line {n} of its page." for n in range(12))
    page = (
        f"<!doctype html><html lang=en><head><title>{canary.token}</title></head><body><main><article>"
        f"<h1>{canary.token}</h1><p>{words}</p></article></main></body></html>"
    )
    headers = (("content-type", "text/html; charset=utf-8"),)
    return ArchivedPage(f"https://canary.invalid/{canary.token}", 200, headers, page.encode(), now)


def _document(canary: Canary, now: datetime) -> Document:
    """Its document, made as an article's is, and dated where nobody looks."""
    entry = _entry(canary)
    page = _page(canary, now)
    reading = read_page(page.body, url=page.url, content_type=page.header("content-type"))
    if canary.token not in reading.title + reading.text:
        raise CanaryStopped("its page could not be read")
    article = Article(
        key=_new_id(), url=entry.canonical_url, original_url=entry.url, feed_id=ID, title=entry.title, summary="",
        content="", first_seen_at=LONG_AGO, state="fetched", policy=Policy.FULL, published=LONG_AGO,
    )  # fmt: skip
    return to_document(
        ArticleParts(
            article=article, text=reading, language=DetectedLanguage("en", 1.0, "feed"), topics=(), story=None,
            feed=None, indexed_at=LONG_AGO, pipeline_version=__version__,
        )
    )  # fmt: skip


def _keep(ws: Workspace, known: Canary | None, canary: Canary) -> None:
    """Note how far it is, unless another worker has meanwhile taken it further than we knew."""
    with ws.ledger.begin() as c:
        if _step(record.state(c)) == _step(known):
            record.keep(c, canary)


def _step(canary: Canary | None) -> tuple[str, int] | None:
    return (canary.token, len(canary.passed)) if canary else None
