"""The tagger: title and text in, topics with their reasons out."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from ingest.enrich.encoder import ArticleVectors
from ingest.enrich.place_role import genre
from ingest.enrich.topics.concept_matches import LISTED, VENUE, Find, Finder, Finds
from ingest.enrich.topics.corrections import read_corrections, taught
from ingest.enrich.topics.features import Features, rule_features
from ingest.enrich.topics.judge import Judge
from ingest.enrich.topics.layout import Layout, lay_out, starts_with_any
from ingest.enrich.topics.load import read_rulebook
from ingest.enrich.topics.model import TopicModel, read_model
from ingest.enrich.topics.rules import Concept, Rulebook, Topic
from ingest.enrich.topics.score import Scorer, TopicDecision
from ingest.enrich.topics.version import rule_versions
from ingest.errors import ConfigError, Problem
from ingest.model import Evidence, TopicHit

T = TypeVar("T")

MOST_EVIDENCE = 40
"""A long page names North Korea a hundred times; the first forty places say why as well."""


def load_topics(path: Path, encoder: str = "bundled") -> "Tagger":
    """The tagger for a rules file. Raises ConfigError with everything that is wrong in rules and model.

    ``encoder`` is the setting ``enrich.encoder``; it is opened when an article first needs it.
    """
    problems: list[Problem] = []
    book = _read(lambda: read_rulebook(path), problems)
    model = _read(read_model, problems)
    corrections = _read(lambda: read_corrections(path.parent), problems)
    if book is None or model is None or corrections is None:
        raise ConfigError(problems)
    return Tagger(book, taught(model, corrections), encoder)


def _read(read: Callable[[], T], problems: list[Problem]) -> T | None:
    """What is read; None where it cannot be, with what is wrong noted."""
    try:
        return read()
    except ConfigError as e:
        problems += e.problems
        return None


class Tagger:
    """Gives topics to articles. Safe to share between threads; pickled as its rules, so cheap to send to workers."""

    def __init__(self, book: Rulebook, model: TopicModel | None = None, encoder: str = "none") -> None:
        self.book = book
        self.topics = tuple(t.id for t in book.topics)
        self.judge = Judge.of(book, model, encoder) if model else None
        self._ordered = sorted(book.topics, key=lambda t: bool(t.covers))
        self._by_id = {t.id: t for t in book.topics}
        self._speaks_for = _speaks_for(self._ordered, book.concepts)
        self._finder = Finder(book)
        self._is_boilerplate = starts_with_any(book.boilerplate) if book.boilerplate else _never
        self.versions = rule_versions(book, self.judge)
        self.version = hashlib.sha256("".join(self.versions.values()).encode()).hexdigest()[:12]

    def __reduce__(self) -> tuple[type["Tagger"], tuple[Rulebook, TopicModel | None, str]]:
        """Automata are rebuilt rather than sent: they are larger than the rules."""
        return Tagger, (
            self.book,
            self.judge.model if self.judge else None,
            self.judge.encoder if self.judge else "none",
        )

    def tag(self, title: str, text: str, language: str | None, summary: str = "") -> list[TopicHit]:
        """The topics of an article, subjects first. ``summary`` stands in for the text where there is none.

        ``language`` is ISO 639-1; unknown or None: the terms of all languages are tried.
        """
        body = text if text.strip() else summary
        look = self.look(title, body, language)
        own = dict(look.own)
        if self.judge and own:
            own = self.judge.judged(own, self._by_id, look.features(), title, body, is_no_news=look.genre is not None)
        verdicts: dict[str, TopicDecision] = {}
        hits = []
        for topic_id, verdict in own.items():
            topic = self._by_id[topic_id]
            verdict = verdicts[topic_id] = self._with_covered(topic, verdict, verdicts)
            if _given(topic, verdict):
                hits.append(self._hit(topic, verdict, look))
        return sorted(hits, key=lambda h: (not h.about, -h.score, h.topic))

    def look(self, title: str, body: str, language: str | None) -> "Look":
        """What the rules see in an article, before the model is asked and umbrellas are raised."""
        layout = lay_out(title, body, self._is_boilerplate)
        finds = self._finder.find(layout, language)
        kind = genre(title)
        scorer = Scorer(finds, layout, kind)
        return Look(layout, finds, tuple((t, scorer.verdict(t)) for t in self._spoken_for(finds)), kind)

    def vectors(self, title: str, body: str) -> tuple[ArticleVectors, str]:
        """An article's vectors as the model is told them, and their encoder's name; none and empty without a model."""
        if self.judge is None:
            return ArticleVectors(), ""
        vectors = self.judge.vectors(title, body)
        return vectors, "" if vectors.lead is None else self.judge.model.encoder

    def _spoken_for(self, finds: Finds) -> list[Topic]:
        """The topics for which anything was found, and those that cover them, which come after."""
        numbers = {n for concept in finds for n in self._speaks_for.get(concept, ())}
        return [self._ordered[n] for n in sorted(numbers)]

    def _with_covered(self, topic: Topic, own: TopicDecision, verdicts: dict[str, TopicDecision]) -> TopicDecision:
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
                best = replace(own, score=score, finds=tuple(dict.fromkeys(own.finds + verdict.finds)))
        return best

    def _hit(self, topic: Topic, verdict: TopicDecision, look: "Look") -> TopicHit:
        found = verdict.finds or look.opening(
            _concepts_of(topic)
        )  # what the model alone proposes has no signal's words
        ordered = sorted(found, key=lambda f: (f.unit, f.start, f.end))[:MOST_EVIDENCE]
        return TopicHit(
            topic=topic.id,
            score=verdict.score,
            about=verdict.score >= topic.about,
            evidence=tuple(_evidence(f, look.layout) for f in ordered),
            rule_version=self.versions[topic.id],
            rule_score=verdict.by_rules,
            model_share=verdict.share,
        )


@dataclass(frozen=True, slots=True)
class Look:
    """An article as the rules see it."""

    layout: Layout
    finds: Finds
    verdicts: tuple[tuple[Topic, TopicDecision], ...]
    """Of the topics that anything was found for; umbrellas come last."""
    genre: str | None = None
    """What kind of piece it says it is, if that is no news: ``weather``, ``notice`` …"""

    @property
    def own(self) -> Iterator[tuple[str, TopicDecision]]:
        """Verdicts by the topic's id."""
        return ((topic.id, verdict) for topic, verdict in self.verdicts)

    def features(self) -> Features:
        """What the model is told."""
        return rule_features(self.finds, self.layout, self.verdicts, self.genre)

    def opening(self, concepts: Iterable[str]) -> list[Find]:
        """Where title and lead name some concepts."""
        found = dict.fromkeys(f for c in concepts for aside in ("", LISTED) for f in self.finds.get(c + aside, ()))
        return [f for f in found if self.layout.units[f.unit].place != "body"]


def _concepts_of(topic: Topic) -> list[str]:
    return [c for s in topic.signals for c in (*s.any, *s.all, *s.near)]


def _never(_line: str) -> bool:
    return False


def _given(topic: Topic, verdict: TopicDecision) -> bool:
    return verdict.score > 0 and verdict.score >= topic.mention


def _speaks_for(topics: Sequence[Topic], concepts_of: Sequence[Concept]) -> dict[str, set[int]]:
    """For each concept the topics (by number) that it may speak for, itself or through a topic they cover."""
    parts = {c.id: c.includes for c in concepts_of}
    concepts = {t.id: {p for c in _concepts_of(t) for p in (c, *parts.get(c, ()))} for t in topics}
    out: dict[str, set[int]] = {}
    for number, topic in enumerate(topics):
        for concept in concepts[topic.id].union(*(concepts[c] for c in topic.covers)):
            for name in (concept, concept + LISTED, concept + VENUE):
                out.setdefault(name, set()).add(number)
    return out


def _evidence(find: Find, layout: Layout) -> Evidence:
    unit = layout.units[find.unit]
    source = layout.source(unit)
    start, end = source.origin(find.start, find.end)
    return Evidence(source.original[start:end], find.concept, unit.name, start, end)
