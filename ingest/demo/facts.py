"""What a run of the demo left in the ledger, read once, for the summary."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ingest.demo.scenes import Scene
from ingest.ledger import outbox, summary
from ingest.ledger.store import Connection
from ingest.ledger.summary import SharedStory
from ingest.urls import canonical, url_key


@dataclass(frozen=True, slots=True)
class Played:
    """A scene, and what veille made of it."""

    scene: Scene
    result: str
    ok: bool
    """True: the news reached the index all the same."""


@dataclass(frozen=True, slots=True)
class DemoFacts:
    """The ledger's side of a run."""

    feeds: dict[str, int]
    """Feeds by the outcome of their last poll."""
    articles: dict[str, int]
    """Articles by state; what is indexed from the feed's own text counts as ``indexed-from-feed``."""
    waiting: dict[str, int]
    """Articles that failed or were refused, by reason."""
    languages: dict[str, int]
    topics: dict[str, tuple[int, int]]
    """Topic → (articles about it, articles that mention it)."""
    stories: int
    shared: tuple[SharedStory, ...]
    """Stories that more than one outlet runs, the largest first."""
    rules: dict[str, tuple[int, int]]
    """Rule → (stories that matched, mails that told of them)."""
    mails: dict[str, int]
    """Mails by state."""
    played: tuple[Played, ...]


def look(c: Connection, scenes: Iterable[Scene]) -> DemoFacts:
    """Read it all. ``c``: a connection of the ledger."""
    rows = summary.all_articles(c)
    polled = summary.all_feeds(c)
    stuck = Counter(_slug(r.reason) for r in rows if r.state in ("failed", "refused"))
    return DemoFacts(
        feeds=_most(Counter(str(r.last_outcome) for r in polled)),
        articles=_most(Counter(_state(r) for r in rows)),
        waiting=_most(stuck),
        languages=_most(Counter(str(r.detected_language) for r in rows if r.detected_language)),
        topics=_topics(rows),
        stories=summary.count_stories(c),
        shared=summary.shared_stories(c),
        rules=summary.matches_and_mails(c),
        mails=_most(Counter(outbox.counts(c))),
        played=_played(c, scenes, rows, polled),
    )


def _state(row: Any) -> str:
    return "indexed-from-feed" if row.state == "indexed" and row.extraction_status == "feed" else str(row.state)


def _topics(rows: Iterable[Any]) -> dict[str, tuple[int, int]]:
    about: Counter[str] = Counter()
    mentioned: Counter[str] = Counter()
    for row in rows:
        for hit in row.topics or ():
            (about if hit["about"] else mentioned)[hit["topic"]] += 1
    return {t: (about[t], mentioned[t]) for t, _ in (about + mentioned).most_common()}


def _played(c: Connection, scenes: Iterable[Scene], rows: Iterable[Any], polled: Iterable[Any]) -> tuple[Played, ...]:
    by_key = {r.key: r for r in rows}
    by_original = {r.original_url: r for r in by_key.values()}
    seen = summary.sightings_by_feed(c)
    feed_rows = {r.id: r for r in polled}
    result = []
    for scene in scenes:
        if scene.feed:
            result.append(_feed_played(scene, feed_rows[scene.outlet], seen.get(scene.outlet, 0)))
            continue
        row = by_original.get(scene.url) or by_key.get(url_key(canonical(scene.url)) if scene.url else "")
        if not scene.url:
            row = next((r for r in by_key.values() if r.feed_id == scene.outlet and "#entry=" in r.url), None)
        result.append(_article_played(scene, row))
    return tuple(result)


def _feed_played(scene: Scene, row: Any, entries: int) -> Played:
    if entries:
        return Played(scene, f"{entries} articles all the same", ok=True)
    then = str(row.state) if row.state != "active" else "again later"
    return Played(scene, f"{row.last_outcome}, {then}", ok=False)


def _article_played(scene: Scene, row: Any) -> Played:
    if row is None:
        return Played(scene, "not discovered", ok=False)
    if row.state != "indexed":
        then = f", again at {row.next_try:%H:%M:%S} UTC" if row.next_try else ""
        return Played(scene, f"{_slug(row.reason)}{then}", ok=False)
    parts = ["indexed from its feed" if row.extraction_status == "feed" else "indexed"]
    if scene.what.startswith("entry") and row.published is not None:
        parts.append(f"dated {row.published:%Y-%m-%d}")
    if row.revision:
        parts.append(f"revision {row.revision + 1}")
    if row.reason:
        parts.append(_slug(row.reason))
    return Played(scene, ", ".join(parts), ok=True)


def _slug(reason: str | None) -> str:
    """The short name in front of a reason's details."""
    return (reason or "no reason given").partition(":")[0]


def _most(counts: Counter[str]) -> dict[str, int]:
    return dict(counts.most_common())
