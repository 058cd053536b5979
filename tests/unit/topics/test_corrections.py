"""A desk teaches the model: at once, for good, and no further than it must."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.enrich.encoder import DIMENSIONS, ArticleVectors
from ingest.enrich.topics import load_topics
from ingest.enrich.topics.corrections import (
    Correction,
    read_corrections,
    taught,
    with_correction,
    without_correction,
    write_corrections,
)
from ingest.enrich.topics.examples import Examples
from ingest.enrich.topics.model import TopicModel, TopicWeights
from ingest.errors import ConfigError

ZEROS = np.zeros(DIMENSIONS, np.float32)


def vectors(at: int) -> ArticleVectors:
    vector = ZEROS.copy()
    vector[at] = 1.0
    return ArticleVectors(vector, vector)


EXAMPLES = Examples.of([({"a": 1.0}, vectors(7)), ({}, vectors(8))], ["a"])
MODEL = TopicModel(
    "e",
    {"t": TopicWeights(-1.0, {}, np.array([2.0, -2.0], np.float32))},
    {"t": TopicWeights(-1.0, {"a": 2.0})},
    "v",
    EXAMPLES,
)


def share(model: TopicModel, topic: str, features: dict[str, float], at: int) -> float:
    """As a head with vectors has it."""
    return model.with_vectors[topic].share(features, model.nearness(features, vectors(at)))


def said(url: str, label: str, features: dict[str, float], at: int = 0) -> Correction:
    return Correction(url, url, "t", label, features, vectors(at), "e")  # type: ignore[arg-type]


def test_what_is_taught_is_known_afterwards() -> None:
    lessons = [
        said("1", "no", {"a": 1.0}, 1),
        said("2", "about", {"b": 1.0}, 2),
        said("3", "mention", {"a": 1.0, "c": 1.0}),
    ]
    model = taught(MODEL, lessons)
    for c in lessons:
        assert (model.without["t"].share(c.features) > 0.5) is (c.label == "about"), c
        near = model.nearness(c.features, c.vectors)
        assert (model.with_vectors["t"].share(c.features, near) > 0.5) is (c.label == "about"), c


def test_what_it_knew_already_changes_nothing() -> None:
    head = taught(MODEL, [said("1", "about", {"a": 1.0})]).without["t"]
    assert head.logit({"a": 1.0}) == pytest.approx(1.0)


def test_an_article_that_means_something_else_is_little_moved() -> None:
    lesson = said("1", "about", {}, at=1)
    model = taught(MODEL, [lesson])
    assert share(model, "t", {}, 1) > 0.6
    assert share(model, "t", {}, 2) < 0.4
    assert share(model, "t", {"a": 1.0}, 7) == pytest.approx(share(MODEL, "t", {"a": 1.0}, 7), abs=0.06)


def test_contradictions_do_no_harm() -> None:
    head = taught(MODEL, [said("1", "about", {"a": 1.0}), said("2", "no", {"a": 1.0})]).without["t"]
    assert abs(head.logit({"a": 1.0})) < 100


def test_a_topic_of_the_desk_starts_from_its_rules() -> None:
    lesson = replace(said("1", "no", {"about:own": 1.0, "x": 1.0}, 3), topic="own")
    model = taught(MODEL, [lesson])
    head = model.without["own"]
    assert head.share(lesson.features) < 0.5 < head.share({"about:own": 1.0})
    assert share(model, "own", dict(lesson.features), 3) < 0.5 < share(model, "own", {"about:own": 1.0}, 4)


def test_a_topic_taught_leaves_the_others_as_they_were() -> None:
    lesson = replace(said("1", "no", {"about:own": 1.0, "x": 1.0}, 3), topic="own")
    model = taught(MODEL, [lesson])
    for at in (3, 7, 8):
        assert share(model, "t", {"a": 1.0}, at) == pytest.approx(share(MODEL, "t", {"a": 1.0}, at), abs=1e-6)


def test_they_are_kept_in_the_config_folder(tmp_path: Path) -> None:
    first = said("1", "no", {"a": 1.0})
    write_corrections(tmp_path, with_correction([first], said("1", "about", {"a": 1.0})))
    (kept,) = read_corrections(tmp_path)
    assert (kept.url, kept.label, kept.features) == ("1", "about", {"a": 1.0})
    assert kept.vectors.lead is not None
    assert np.allclose(kept.vectors.lead, first.vectors.lead)
    assert without_correction([kept], "1", "t") == []


def test_bad_lines_are_told_all_at_once_with_the_rules(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics/corrections.jsonl").write_text('{"url": 1}\nnonsense\n')
    (tmp_path / "topics.yaml").write_text("topics: {t: {signals: [{any: [nobody]}]}}\n")
    with pytest.raises(ConfigError) as e:
        load_topics(tmp_path / "topics.yaml", encoder="none")
    assert [p.line for p in e.value.problems if "corrections" in p.where] == [1, 2]
    assert any("nobody" in p.message for p in e.value.problems)


def test_a_version_tells_what_was_taught() -> None:
    assert (
        taught(MODEL, [said("1", "no", {"a": 1.0})]).version != taught(MODEL, [said("1", "about", {"a": 1.0})]).version
    )
    assert taught(MODEL, []) is MODEL
