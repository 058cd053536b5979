"""The version of a rule: a hash of everything that decides it, so that a changed rule shows on each document."""

import hashlib

from ingest.enrich.topics.judge import Judge
from ingest.enrich.topics.rules import Concept, Rulebook, Topic

ENGINE = "3"
"""Raised when the same rules would decide differently because the code changed."""


def rule_versions(book: Rulebook, judge: Judge | None = None) -> dict[str, str]:
    """Twelve hex digits by topic id, over the topic, what it covers, every concept it reaches and the model."""
    concepts = {c.id: c for c in book.concepts}
    topics = {t.id: t for t in book.topics}
    return {t.id: _version(t, topics, concepts, book, _model(t, judge)) for t in book.topics}


def _model(topic: Topic, judge: Judge | None) -> str:
    """Which weights take part, and whether with vectors; empty where none do."""
    if judge is None or not judge.topics.intersection((topic.id, *topic.covers)):
        return ""
    return f"{judge.model.version} {judge.encoder}"


def _version(topic: Topic, topics: dict[str, Topic], concepts: dict[str, Concept], book: Rulebook, model: str) -> str:
    chosen = [topic, *(topics[c] for c in topic.covers)]
    names: set[str] = set()
    for t in chosen:
        for s in t.signals:
            for name in (*s.any, *s.all, *s.near, *s.none, *(c for c, _ in (*s.article, *s.unless))):
                _reach(name, concepts, names)
        for name, _ in t.unless:
            _reach(name, concepts, names)
    rules = [(t.signals, t.unless, t.weights, t.about, t.mention, t.model) for t in chosen]
    effective = (ENGINE, rules, [concepts[n] for n in sorted(names)], book.lists, book.boilerplate, book.venues, model)
    return hashlib.sha256(repr(effective).encode()).hexdigest()[:12]


def _reach(name: str, concepts: dict[str, Concept], names: set[str]) -> None:
    if name in names or name not in concepts:
        return
    names.add(name)
    concept = concepts[name]
    companies = [c for c in (concept.only_with, concept.not_with) if c]
    for other in (*concept.includes, *concept.unowned, *(n for c in companies for n in c.concepts)):
        _reach(other, concepts, names)
