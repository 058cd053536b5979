"""The tagger: title and text in, topics with their reasons out."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from ingest.enrich.topics.concept_matches import Find, Finder, Finds
from ingest.enrich.topics.layout import Layout, lay_out, starts_with_any
from ingest.enrich.topics.load import read_rulebook
from ingest.enrich.topics.rules import Rulebook, Topic
from ingest.enrich.topics.score import Scorer, Verdict
from ingest.enrich.topics.version import rule_versions
from ingest.model import Evidence, TopicHit

MOST_EVIDENCE = 40
"""A long page names North Korea a hundred times; the first forty places say why as well."""


def load_topics(path: Path) -> "Tagger":
    """The tagger for a rules file. Raises ConfigError with everything that is wrong in it."""
    return Tagger(read_rulebook(Path(path)))


class Tagger:
    """Gives topics to articles. Safe to share between threads; pickled as its rules, so cheap to send to workers."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.topics = tuple(t.id for t in book.topics)
        self._ordered = sorted(book.topics, key=lambda t: bool(t.covers))
        self._by_id = {t.id: t for t in book.topics}
        self._speaks_for = _speaks_for(self._ordered)
        self._finder = Finder(book.concepts, book.lists)
        self._is_boilerplate = starts_with_any(book.boilerplate) if book.boilerplate else _never
        self.versions = rule_versions(book)
        self.version = hashlib.sha256("".join(self.versions.values()).encode()).hexdigest()[:12]

    def __reduce__(self) -> tuple[type["Tagger"], tuple[Rulebook]]:
        """Automata are rebuilt rather than sent: they are larger than the rules."""
        return Tagger, (self.book,)

    def tag(self, title: str, text: str, language: str | None, summary: str = "") -> list[TopicHit]:
        """The topics of an article, subjects first. ``summary`` stands in for the text where there is none.

        ``language`` is ISO 639-1; unknown or None: the terms of all languages are tried.
        """
        layout = lay_out(title, text if text.strip() else summary, self._is_boilerplate)
        finds = self._finder.find(layout, language)
        if not finds:
            return []
        scorer = Scorer(finds, layout)
        verdicts: dict[str, Verdict] = {}
        hits = []
        for topic in self._spoken_for(finds):
            verdict = verdicts[topic.id] = self._with_covered(topic, scorer.verdict(topic), verdicts)
            if _given(topic, verdict):
                hits.append(self._hit(topic, verdict, layout))
        return sorted(hits, key=lambda h: (not h.about, -h.score, h.topic))

    def _spoken_for(self, finds: Finds) -> list[Topic]:
        """The topics for which anything was found, and those that cover them, which come after."""
        numbers = {n for concept in finds for n in self._speaks_for.get(concept, ())}
        return [self._ordered[n] for n in sorted(numbers)]

    def _with_covered(self, topic: Topic, own: Verdict, verdicts: dict[str, Verdict]) -> Verdict:
        """An umbrella is never lower than what it covers: a covered subject makes it one too."""
        best = own
        for child in (self._by_id[c] for c in topic.covers):
            verdict = verdicts.get(child.id)
            if verdict is None or not _given(child, verdict):
                continue
            is_subject = verdict.score >= child.about
            score = max(verdict.score, topic.about) if is_subject else min(verdict.score, 0.99 * topic.about)
            score = max(score, topic.mention)
            if score > best.score:
                best = Verdict(score, tuple(dict.fromkeys(own.finds + verdict.finds)))
        return best

    def _hit(self, topic: Topic, verdict: Verdict, layout: Layout) -> TopicHit:
        ordered = sorted(verdict.finds, key=lambda f: (f.unit, f.start, f.end))[:MOST_EVIDENCE]
        return TopicHit(
            topic=topic.id,
            score=verdict.score,
            about=verdict.score >= topic.about,
            evidence=tuple(_evidence(f, layout) for f in ordered),
            rule_version=self.versions[topic.id],
        )


def _never(_line: str) -> bool:
    return False


def _given(topic: Topic, verdict: Verdict) -> bool:
    return verdict.score > 0 and verdict.score >= topic.mention


def _speaks_for(topics: Sequence[Topic]) -> dict[str, set[int]]:
    """For each concept the topics (by number) that it may speak for, itself or through a topic they cover."""
    concepts = {t.id: {c for s in t.signals for c in (*s.any, *s.all, *s.near)} for t in topics}
    out: dict[str, set[int]] = {}
    for number, topic in enumerate(topics):
        for concept in concepts[topic.id].union(*(concepts[c] for c in topic.covers)):
            out.setdefault(concept, set()).add(number)
    return out


def _evidence(find: Find, layout: Layout) -> Evidence:
    unit = layout.units[find.unit]
    source = layout.source(unit)
    start, end = source.origin(find.start, find.end)
    return Evidence(source.original[start:end], find.concept, unit.name, start, end)
