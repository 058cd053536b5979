"""Why an article did or did not reach a reader: everything known of it, for ``veille show`` and the desk."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ingest.alert.rules import Rule
from ingest.enrich.topics import Tagger
from ingest.errors import IndexUnavailable
from ingest.index.protocol import Index, SearchRequest
from ingest.index.query.tree import Query
from ingest.ledger import websub
from ingest.ledger.history import dossier, find_key, keys_like
from ingest.ledger.store import Ledger
from ingest.operations.event_evidence import compared_stories
from ingest.urls import canonical, url_key


class Ambiguous(ValueError):
    """Several articles' ids begin so."""


@dataclass(frozen=True, slots=True)
class ArticleHistory:
    """One article's way, from the feeds that carried it to the mails that told it."""

    known: dict[str, Any]
    """What the ledger knows: ``article``, ``sightings``, ``aliases``, ``story``, ``others``, ``matches``, ``mails``."""
    document: dict[str, Any] | None
    """As it is stored in the index; None: it is not, or the index does not answer."""
    index_error: str = ""
    evidence: dict[str, list[str]] = field(default_factory=dict)
    """Topic → its terms with the places they stand at, by today's rules."""
    rules: list[dict[str, Any]] = field(default_factory=list)
    """For every rule: ``rule``, ``matched``, ``why``."""
    compared: list[dict[str, Any]] = field(default_factory=list)
    """Stories that it was compared with, and why they are one event or not (``event_evidence``)."""

    def as_plain(self) -> dict[str, Any]:
        """For programs."""
        return {**self.known, "document": self.document, "evidence": self.evidence, "rules": self.rules,
                "compared": self.compared}  # fmt: skip


def article_history(
    ledger: Ledger, index: Index, rules: Sequence[Rule], tagger: Tagger, named: str, now: datetime
) -> ArticleHistory | None:
    """The history of the article that an address, an id or the start of an id names; None: it was never seen.

    Raises Ambiguous where several ids begin so.
    """
    with ledger.read() as c:
        key = key_of(c, named)
        if key is None:
            return None
        known, compared = dossier(c, key), compared_stories(c, key)
        hubs = websub.of_feeds(c, [sighting["feed_id"] for sighting in known["sightings"]])
    for sighting in known["sightings"]:
        hub = hubs.get(sighting["feed_id"])
        sighting["hub"] = websub.told(hub, now) if hub is not None else None
    error = ""
    try:
        document = index.get(key)
    except IndexUnavailable as e:
        document, error = None, str(e)
    return ArticleHistory(
        known, document, error, _evidence(tagger, document), _decisions(index, rules, known), compared
    )


def key_of(c: Any, named: str) -> str | None:
    """The key of an article named by its address, with or without a scheme, or by the start of its key.

    None: it is not known. Raises Ambiguous.
    """
    if re.fullmatch(r"[0-9a-f]{4,32}", named):
        found = keys_like(c, named)
        if len(found) > 1:
            raise Ambiguous(f"several articles begin with {named}: {', '.join(found)}")
        return found[0] if found else None
    urls = [named] if "://" in named else [f"https://{named}", f"http://{named}", named]
    return find_key(c, list(dict.fromkeys(url_key(form) for url in urls for form in (canonical(url), url))))


def _evidence(tagger: Tagger, document: dict[str, Any] | None) -> dict[str, list[str]]:
    if not document:
        return {}
    language = document.get("language", {}).get("code")
    title, body, summary = (str(document.get(name, "")) for name in ("title", "body", "summary"))
    return {
        hit.topic: list(dict.fromkeys(f"{e.term} ({e.where})" for e in hit.evidence))
        for hit in tagger.tag(title, body, language, summary=summary)
    }


def _decisions(index: Index, rules: Sequence[Rule], known: dict[str, Any]) -> list[dict[str, Any]]:
    """For every rule: did it match this story, would it match this article, and if not, why not."""
    article = known["article"]
    matched = {m["rule_id"]: m for m in known["matches"]}
    decisions = []
    for rule in rules:
        decision: dict[str, Any] = {"rule": rule.id, "matched": rule.id in matched, "why": ""}
        if rule.id in matched:
            match = matched[rule.id]
            own = match["article_key"] == article["key"]
            decision["why"] = "this article" if own else f"another article of the story ({match['article_key'][:8]})"
        elif article["state"] != "indexed":
            decision["why"] = f"not indexed: {article['state']}, {article['reason'] or 'waits its turn'}"
        else:
            decision["why"] = _why_not(index, rule.parsed, article["url"])
        decisions.append(decision)
    return decisions


def _why_not(index: Index, query: Query, url: str) -> str:
    try:
        fits = index.search(SearchRequest(query=query, filters={"url.full": [url]}, size=1, highlight=False)).total
    except IndexUnavailable:
        return "the index does not answer"
    return "it fits; the rule has not run since, or began to watch later" if fits else "its query does not fit"
