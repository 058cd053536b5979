"""The tagger: title and text in, topics with their reasons out."""

import hashlib
from pathlib import Path

from ingest.enrich.topics.finds import Find, Finder
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
        for topic in self._children_first():
            verdicts[topic.id] = _with_covered(topic, scorer.verdict(topic), verdicts, self.book)
        hits = [self._hit(t, verdicts[t.id], layout) for t in self.book.topics if _given(t, verdicts[t.id])]
        return sorted(hits, key=lambda h: (not h.about, -h.score))

    def _children_first(self) -> list[Topic]:
        return sorted(self.book.topics, key=lambda t: bool(t.covers))

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


def _with_covered(topic: Topic, own: Verdict, verdicts: dict[str, Verdict], book: Rulebook) -> Verdict:
    """An umbrella is never lower than what it covers: a covered subject makes it one too."""
    best = own
    for child in book.topics:
        verdict = verdicts.get(child.id)
        if child.id not in topic.covers or verdict is None or not _given(child, verdict):
            continue
        is_subject = verdict.score >= child.about
        score = max(verdict.score, topic.about) if is_subject else min(verdict.score, 0.99 * topic.about)
        score = max(score, topic.mention)
        if score > best.score:
            best = Verdict(score, tuple(dict.fromkeys(own.finds + verdict.finds)))
    return best


def _evidence(find: Find, layout: Layout) -> Evidence:
    unit = layout.units[find.unit]
    source = layout.source(unit)
    start, end = source.origin(find.start, find.end)
    return Evidence(source.original[start:end], find.concept, unit.name, start, end)
