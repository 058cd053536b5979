"""What the API and the MCP server answer, as plain JSON: the same readings as the pages."""

from datetime import timedelta
from typing import Any

from ingest.errors import QueryError
from ingest.ledger import matches as ledger_matches
from ingest.ledger import rules as ledger_rules
from ingest.ledger.happenings import event_of, happenings
from ingest.operations.article_history import article_history
from ingest.operations.feed_lines import feed_lines
from ingest.operations.feed_report import feed_report
from ingest.operations.status import overview
from ingest.web.access import Visitor
from ingest.web.desk import Desk
from ingest.web.inbox import InboxItem, InboxRequest, read_inbox
from ingest.web.searching import Result, SearchAddress, read_search

LONGEST = 2000
"""Characters of a text that an answer quotes: a passage, not the article."""


def stories(desk: Desk, who: Visitor, request: InboxRequest, language: str) -> dict[str, Any]:
    """The inbox."""
    found = read_inbox(desk, who, request, language)
    return {"total": found.total, "more": found.more, "stories": [_item(i) for i in found.items]}


def story(desk: Desk, id: str) -> dict[str, Any] | None:
    """A happening: its articles in order, their passages, the rules that matched and the mails."""
    with desk.ledger.read() as c:
        event = event_of(c, id)
        found = happenings(c, [event]) if event else []
        if not found:
            return None
        told = ledger_matches.of_event(c, event) if event else []
    names = desk.outlet_names()
    articles = []
    for t in found[0].tellings:
        document = desk.index.get(t.key) or {}
        articles.append(
            {
                "id": t.key, "url": t.url, "title": t.title, "outlet": names.get(t.outlet, (t.outlet, None))[0],
                "country": names.get(t.outlet, (t.outlet, None))[1], "language": t.language, "published": t.published,
                "text_of": t.story_id, "topics": list(t.topics), "revision": t.revision,
                "begins": str(document.get("body") or document.get("summary") or "")[:600],
            }
        )  # fmt: skip
    return {"id": found[0].stories[0], "event": found[0].id, "articles": articles, "matches": told}


def search(desk: Desk, who: Visitor, address: SearchAddress, language: str) -> dict[str, Any]:
    """Hits with facets. Raises QueryError."""
    found = read_search(desk, who, address, language)
    if found.error is not None:
        raise found.error
    facets = {name: {b.keys[0]: int(b.value) for b in some} for name, some in found.facets.items()}
    notes = [{"message": n.message, "hint": n.hint, "position": n.position} for n in found.notes]
    return {
        "total": found.total, "next": found.next, "ranked_among_newest": found.ranked,
        "articles": [_result(r) for r in found.results], "stories": [_item(i) for i in found.items],
        "facets": facets, "notes": notes,
    }  # fmt: skip


def why(desk: Desk, named: str) -> dict[str, Any] | None:
    """Everything of one article, as ``veille show --json``; long texts cut. None: never seen."""
    history = article_history(desk.ledger, desk.index, desk.rules(), desk.tagger(), named, desk.clock())
    if history is None:
        return None
    plain = history.as_plain()
    document = dict(plain["document"] or {})
    for name in ("body", "summary"):
        if len(str(document.get(name, ""))) > LONGEST:
            document[name] = str(document[name])[:LONGEST] + "…"
    return {**plain, "document": document or None}


def status(desk: Desk) -> dict[str, Any]:
    """As ``veille status --json``."""
    return overview(desk.ws).as_plain()


def feeds(desk: Desk) -> dict[str, Any]:
    """Every feed with its health, promise, latency, gaps and what to do: as `veille feeds health --json`."""
    catalogue, now = desk.catalogue(), desk.clock()
    lines = feed_lines(desk.ws, now, catalogue=catalogue)
    return {"feeds": feed_report(desk.ws, now, lines, catalogue)}


def rules(desk: Desk) -> dict[str, Any]:
    """The rules, without whom they write to."""
    with desk.ledger.read() as c:
        known, tally = ledger_rules.states(c), ledger_matches.tally(c)
    return {
        "rules": [
            {
                "id": r.id, "name": r.name, "query": r.query, "every": str(r.every), "enabled": r.enabled,
                "stories": tally.get(r.id, {}).get("stories", 0),
                "last_match": known[r.id].last_match_at if r.id in known else None,
            }
            for r in desk.rules()
        ]
    }  # fmt: skip


def since_days(desk: Desk, days: int) -> Any:
    """The day so many days ago."""
    return (desk.clock() - timedelta(days=days)).date()


def _item(item: InboxItem) -> dict[str, Any]:
    return {
        "id": item.story, "event": item.id, "headline": item.headline, "language": item.language,
        "first": {"outlet": item.first_outlet, "country": item.first_country, "url": item.first.url,
                  "title": item.first.title, "published": item.first.published},
        "articles": item.articles, "outlets": list(item.outlets), "languages": list(item.languages),
        "countries": list(item.countries), "topics": [topic for topic, _ in item.topics], "status": item.status,
        "recent": item.recent, "last_joined_at": item.last_joined_at,
    }  # fmt: skip


def _result(r: Result) -> dict[str, Any]:
    passages = ["".join(text for text, _ in p) for p in r.passages]
    return {
        "id": r.key, "title": "".join(text for text, _ in r.title), "url": r.url, "outlet": r.outlet,
        "country": r.country, "language": r.language, "published": r.when, "topics": [t for t, _ in r.topics],
        "story": r.story, "passages": passages,
    }  # fmt: skip


__all__ = ["QueryError", "feeds", "rules", "search", "since_days", "status", "stories", "story", "why"]
