"""What the rules saw in an article, as named numbers: the half of the model's evidence that a desk can read.

``title:dprk`` is 1 where the title names that concept; ``signal:near russia dprk tie@lead`` where that signal holds
in the lead; ``score:russia-dprk`` is the topic's score by its rules alone, over 4. All lie between 0 and 2. A name that
the rules no longer have is simply absent, so rules and weights may be of different days.
"""

from collections.abc import Iterable, Mapping

from ingest.enrich.topics.concept_matches import LISTED, VENUE, Finds
from ingest.enrich.topics.layout import Layout
from ingest.enrich.topics.rules import Signal, Topic
from ingest.enrich.topics.score import FEWEST, MOST, TopicDecision

Features = dict[str, float]
SCALE, HIGHEST = 4.0, 2.0


def rule_features(
    finds: Finds, layout: Layout, verdicts: Iterable[tuple[Topic, TopicDecision]], genre: str | None
) -> Features:
    """The features of an article, zeros left out. ``verdicts`` are the topics' own, umbrellas not yet raised."""
    features = _concept_features(finds, layout)
    paragraphs = sum(unit.place == "body" for unit in layout.units)
    if paragraphs:
        features["paragraphs"] = min(paragraphs, MOST) / MOST
    if genre:
        features[f"genre:{genre}"] = 1.0
    for topic, verdict in verdicts:
        if verdict.score > 0:
            features[f"score:{topic.id}"] = min(verdict.score / SCALE, HIGHEST)
        if verdict.score >= topic.about:
            features[f"about:{topic.id}"] = 1.0
        for signal, place in verdict.fired:
            features[f"signal:{signal_name(signal)}@{place}"] = 1.0
    return features


def concepts_named(features: Iterable[str]) -> set[str]:
    """The concepts that features by these names are about."""
    named = (name.split(":", 1)[1] for name in features if name.startswith(("title:", "lead:", "body:")))
    return {name.removesuffix(LISTED).removesuffix(VENUE) for name in named}


def signal_name(signal: Signal) -> str:
    """A signal by what it asks for: the same for the same conditions, whatever its weight."""
    asked: Mapping[str, Iterable[str]] = {
        "near": signal.near,
        "all": signal.all,
        "any": signal.any,
        "none": signal.none,
        "where": signal.where,
        "article": (f"{c}{w:g}" for c, w in signal.article),
        "unless": (f"{c}{w:g}" for c, w in signal.unless),
    }
    parts = [" ".join((key, *names)) for key, values in asked.items() if (names := tuple(values))]
    parts += [key for key in ("together", "follows", "always") if getattr(signal, key)]
    return ", ".join(parts)


def _concept_features(finds: Finds, layout: Layout) -> Features:
    features: Features = {}
    paragraphs = sum(unit.place == "body" for unit in layout.units)
    for concept, found in finds.items():
        units = {f.unit for f in found}
        places = [layout.units[u].place for u in units]
        for place in ("title", "lead"):
            if place in places:
                features[f"{place}:{concept}"] = 1.0
        if body := places.count("body"):
            features[f"body:{concept}"] = min(1.0, body / max(FEWEST, min(paragraphs, MOST)))
    return features
