"""What a rulebook refers to must exist, and must not lead in circles."""

import difflib
from collections.abc import Iterator
from pathlib import Path

from ingest.enrich.topics.rules import Concept, Rulebook, Signal, Topic
from ingest.errors import Problem

Lines = dict[str, tuple[Path, int | None]]


def references(book: Rulebook, lines: Lines, path: Path) -> list[Problem]:
    """Names that nothing has, and concepts that need what is only read after them."""
    known = {c.id for c in book.concepts}
    problems = [
        Problem(str(path), f"{key}: no concept {c!r}", hint=_like(c, known))
        for key, names in (("lists", book.lists.concepts), ("venues", book.venues.concepts + book.venues.meetings))
        for c in names
        if c not in known
    ]
    seen: set[str] = set()
    for concept in book.concepts:
        problems += _concept_problems(concept, known, seen, lines)
        seen.add(concept.id)
    topics = {t.id for t in book.topics}
    covering = {t.id for t in book.topics if t.covers}
    for topic in book.topics:
        problems += _topic_problems(topic, known, topics, covering, lines)
    return problems


def _concept_problems(concept: Concept, known: set[str], seen: set[str], lines: Lines) -> Iterator[Problem]:
    where, line = lines[concept.id]
    companies = [c for c in (concept.only_with, concept.not_with) if c]
    for name in (*concept.includes, *concept.unowned, *(n for c in companies for n in c.concepts)):
        if name not in known:
            yield Problem(str(where), f"no concept {name!r}", line=line, key=concept.id, hint=_like(name, known))
        elif name not in seen:
            yield Problem(
                str(where), f"refers to {name!r}, which comes later", line=line, key=concept.id, hint=f"move {name} up"
            )


def _topic_problems(
    topic: Topic, known: set[str], topics: set[str], covering: set[str], lines: Lines
) -> Iterator[Problem]:
    where, line = lines[f"topic {topic.id}"]
    used = {c for s in topic.signals for c in _concepts_of(s)} | {c for c, _ in topic.unless}
    for name in sorted(used - known):
        yield Problem(str(where), f"no concept {name!r}", line=line, key=topic.id, hint=_like(name, known))
    for name in topic.covers:
        if name not in topics or name == topic.id:
            yield Problem(str(where), f"covers: no topic {name!r}", line=line, key=topic.id, hint=_like(name, topics))
    if any(c in covering for c in topic.covers):
        yield Problem(
            str(where), "covers a topic that covers others", line=line, key=topic.id, hint="list those others"
        )
    if topic.mention > topic.about:
        yield Problem(str(where), "mention is above about", line=line, key=topic.id, hint="mention ≤ about")
    if not topic.signals and not topic.covers:
        yield Problem(str(where), "has no signals", line=line, key=topic.id, hint="signals:\n  - near: [a, b]")


def _concepts_of(signal: Signal) -> tuple[str, ...]:
    return (*signal.any, *signal.all, *signal.near, *signal.none, *(c for c, _ in (*signal.article, *signal.unless)))


def _like(name: str, known: set[str]) -> str | None:
    close = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {close[0]}?" if close else None
