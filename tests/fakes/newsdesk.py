"""An installation with articles in it, written straight into ledger and index: for tests and benchmarks of the desk."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, update

from ingest.feeds.learned import pack, unpack
from ingest.index.document import Document
from ingest.index.parts import stamp
from ingest.ledger import gaps, replacements, sources, websub
from ingest.ledger.feeds import sync_catalogue
from ingest.ledger.tables.articles import articles, sightings
from ingest.ledger.tables.feeds import feeds
from ingest.ledger.tables.stories import members, stories
from ingest.settings import load_settings
from ingest.websub import HubRequest, HubWish
from ingest.workspace import Workspace

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
FEEDS = """\
feeds:
  - {id: gazette, url: "https://gazette.example/rss", name: La Gazette, outlet: gazette, country: FR, language: fr}
  - {id: courier, url: "https://courier.example/rss", name: The Courier, outlet: courier, country: GB, language: en}
  - {id: ilbo, url: "https://ilbo.example/rss", name: Ilbo, outlet: ilbo, country: KR, language: ko}
"""
ALERTS = """\
# the desk's own rules
groups:
  desk: [desk@example.org]

rules:
  # what the embassy asked for
  - id: aid
    name: Military aid
    query: title:aid OR title:aide  # both spellings
    recipients: [desk]
    every: immediately
"""
TOPICS = """\
concepts:
  korea: {en: [Korea], fr: [Corée], ko: [한국]}
topics:
  korea: {name: Korea, signals: [{any: [korea]}]}
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article of the test's own."""

    key: str
    title: str
    body: str = ""
    outlet: str = "gazette"
    language: str = "fr"
    country: str = "FR"
    story: str = ""
    event: str = ""
    minutes: int = 0
    """Before NOW it was published and indexed."""
    topics: tuple[str, ...] = ()
    url: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    """As the publisher gives them."""


def key_of(name: str) -> str:
    """The key of a piece."""
    return hashlib.md5(name.encode()).hexdigest()


def write_config(folder: Path, *, feeds: str = FEEDS, alerts: str = ALERTS) -> Path:
    """A config folder whose data stand beside it."""
    config = folder / "config"
    config.mkdir(parents=True, exist_ok=True)
    (config / "feeds.yaml").write_text(feeds, encoding="utf-8")
    (config / "alerts.yaml").write_text(alerts, encoding="utf-8")
    (config / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    (config / "veille.toml").write_text(f"data_dir = {json.dumps(str(folder / 'data'))}\n", encoding="utf-8")
    return config


@contextmanager
def opened(config: Path, now: datetime = NOW) -> Iterator[Workspace]:
    """The workspace, at a moment that stands still."""
    with Workspace(load_settings(config), clock=lambda: now) as ws:
        ws.index.setup()
        yield ws


def publish(ws: Workspace, pieces: Iterable[Piece], now: datetime = NOW) -> None:
    """Put articles into ledger and index, with their stories."""
    some = list(pieces)
    by_story: dict[str, list[Piece]] = {}
    for piece in some:
        by_story.setdefault(piece.story or piece.key, []).append(piece)
    with ws.ledger.begin() as c:
        c.execute(insert(stories), [_story(story, own, now) for story, own in by_story.items()])
        c.execute(insert(articles), [_article(p, now) for p in some])
        c.execute(insert(sightings), [_sighting(p, now) for p in some])
        c.execute(insert(members), [_member(p, now) for p in some])
    for at in range(0, len(some), 500):
        outcomes = ws.index.write([_document(p, by_story[p.story or p.key], now) for p in some[at : at + 500]])
        assert all(o.ok for o in outcomes), [o.reason for o in outcomes if not o.ok][:1]


def make_eventful(ws: Workspace, lossy: str, slow: str, dead: str, url: str = "https://ilbo.example/new") -> None:
    """A feed with a hub that lost entries between two polls and is late, one in quarantine, one that ended and moved."""
    now = ws.clock()
    sync_catalogue(ws.ledger, ws.catalogue.feeds, now - timedelta(days=9))
    memory = pack(replace(unpack({}), latencies=(5400,) * 30))
    well = {
        "last_polled_at": now,
        "last_success_at": now,
        "last_new_at": now,
        "interval_seconds": 600,
        "errors_in_a_row": 0,
    }
    hours = [now - timedelta(hours=n) for n in (4, 2)]
    with ws.ledger.begin() as c:
        c.execute(update(feeds).where(feeds.c.id.in_([lossy, slow])).values(**well))
        lost = {"gaps": 1, "missed_estimate": 38.0, "last_gap_at": hours[1], "rhythm": memory}
        c.execute(update(feeds).where(feeds.c.id == lossy).values(**lost))
        gone = {"state": "retired", "last_polled_at": hours[0], "last_outcome": "gone", "last_status": 410}
        c.execute(update(feeds).where(feeds.c.id == dead).values(**gone))
        gaps.add(c, gaps.FeedGap(lossy, hours[1], *hours, estimate=38, low=20, high=60, recovered=37), search=False)
        wish = HubWish("https://hub.example/", "https://hub.example/topic")
        websub.want(c, lossy, wish, None, now)
        (asked,) = websub.claim(c, now, requests_an_hour=60)
        said = HubRequest("subscribe", asked.topic, "c", "864000", "")
        assert websub.confirm(c, asked.callback, said, now, timedelta(days=10))
        detail = "64 hosts of its links cannot be reached"
        sources.put(c, sources.Quarantine(slow, "flood", detail, hours[0], now + timedelta(hours=3), 1))
        replacements.write(c, {dead: replacements.Replacement(now, 1, url, "The new one")})


PIECE_STATES = {
    "s-new": ("discovered", None), "s-budget": ("discovered", "over-budget"), "s-robots": ("refused", "refused-by-robots"),
    "s-late": ("failed", "timed-out"), "s-mined": ("refused", "tdm-reserved"), "s-busy": ("fetched", "index-busy"),
}  # fmt: skip
"""Name of a piece that is not in the index → its state, and why."""


def spoil(ws: Workspace) -> None:
    """Articles that did not get through, for each kind of reason."""
    publish(ws, [Piece(name, f"Titre {name}", minutes=5) for name in PIECE_STATES])
    ws.index.delete([key_of(name) for name in PIECE_STATES])
    with ws.ledger.begin() as c:
        for name, (state, reason) in PIECE_STATES.items():
            values = {"state": state, "reason": reason, "indexed_at": None, "next_try": ws.clock(), "attempts": 2}
            c.execute(update(articles).where(articles.c.key == key_of(name)).values(**values))


def _url(p: Piece) -> str:
    return p.url or f"https://{p.outlet}.example/{p.key}"


def _at(p: Piece, now: datetime) -> datetime:
    return now - timedelta(minutes=p.minutes)


def _story(story: str, own: list[Piece], now: datetime) -> dict[str, object]:
    first = max(own, key=lambda p: p.minutes)
    at = [_at(p, now) for p in own]
    row: dict[str, object] = {
        "id": key_of(story), "first_article_key": key_of(first.key), "created_at": min(at), "last_joined_at": max(at),
        "size": len(own), "outlets": sorted({p.outlet for p in own}), "event_id": key_of(own[0].event or story),
    }  # fmt: skip
    return row


def _article(p: Piece, now: datetime) -> dict[str, object]:
    at = _at(p, now)
    return {
        "key": key_of(p.key), "url": _url(p), "original_url": _url(p), "host": f"{p.outlet}.example", "feed_id": p.outlet,
        "policy": "full", "title": p.title, "summary": "", "content": "", "first_seen_at": at, "state": "indexed",
        "published": at, "indexed_at": at, "fetched_at": at, "story_id": key_of(p.story or p.key),
        "detected_language": p.language, "topics": [{"topic": t, "about": True} for t in p.topics], "revision": 0,
    }  # fmt: skip


def _sighting(p: Piece, now: datetime) -> dict[str, object]:
    at = _at(p, now)
    return {"article_key": key_of(p.key), "feed_id": p.outlet, "url": _url(p), "title": p.title, "seen_at": at,
            "last_seen_at": at}  # fmt: skip


def _member(p: Piece, now: datetime) -> dict[str, object]:
    at = _at(p, now)
    return {"article_key": key_of(p.key), "story_id": key_of(p.story or p.key), "outlet": p.outlet, "published": at,
            "joined_at": at}  # fmt: skip


def _document(p: Piece, own: list[Piece], now: datetime) -> Document:
    at = stamp(_at(p, now))
    return Document(
        key_of(p.key),
        {
            "@timestamp": at, "first_seen_at": at, "indexed_at": at, "published": {"at": at, "source": "feed"},
            "title": p.title, "body": p.body, "url": {"full": _url(p), "domain": f"{p.outlet}.example"},
            "outlet": {"id": p.outlet, "name": p.outlet.title(), "country": p.country}, "feed": {"id": p.outlet},
            "language": {"code": p.language, "confidence": 1.0, "source": "text"}, "topics": list(p.topics), "tags": list(p.tags),
            "topic_hits": [{"topic": t, "score": 5.0, "terms": [t], "about": True} for t in p.topics],
            "story": {"id": key_of(p.story or p.key), "outlets": sorted({q.outlet for q in own}),
                      "event_id": key_of(own[0].event or p.story or p.key)},
            "content": {"words": len(p.body.split()), "hash": p.key}, "extraction": {"status": "full", "method": "test"},
        },
    )  # fmt: skip
