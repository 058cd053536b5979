"""The model has the last word, says how sure it is, can be switched off, and is refused when it is broken."""

import json
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.enrich.encoder import DIMENSIONS, ArticleVectors
from ingest.enrich.topics import Tagger
from ingest.enrich.topics.decide import decided_score
from ingest.enrich.topics.examples import Examples, as_json, read_examples
from ingest.enrich.topics.features import signal_name
from ingest.enrich.topics.model import TopicModel, TopicWeights, read_model
from ingest.enrich.topics.rules import Concept, Lists, Rulebook, Signal, Term, Topic
from ingest.errors import ConfigError

BOOK = Rulebook(
    (Concept("russia", (Term("Russia", None),)), Concept("dprk", (Term("Pyongyang", None),))),
    (
        Topic("both", "Both", (Signal(near=("russia", "dprk")),)),
        Topic("korea", "Korea", (Signal(any=("dprk",), weight=0.2),), covers=("both",)),
    ),
)
TITLE = "Russia writes to Pyongyang"


def model(**heads: TopicWeights) -> TopicModel:
    return TopicModel("use-multilingual-3/0", {}, heads, "v1")


def about(tagger: Tagger, title: str = TITLE) -> dict[str, bool]:
    return {h.topic: h.about for h in tagger.tag(title, "", "en")}


def test_without_a_model_the_rules_decide() -> None:
    (both, korea) = Tagger(BOOK).tag(TITLE, "", "en")
    assert (both.about, both.model_share, both.rule_score) == (True, None, 3.0)
    assert korea.topic == "korea"


def test_what_the_model_denies_is_a_mention_and_says_why() -> None:
    tagger = Tagger(BOOK, model(both=TopicWeights(-3.0, {"title:dprk": 1.0})))
    both = next(h for h in tagger.tag(TITLE, "", "en") if h.topic == "both")
    assert (both.about, both.rule_score, both.model_share) == (False, 3.0, 0.119)
    assert about(tagger)["korea"] is False, "an umbrella is no higher than what it covers"


def test_the_model_proposes_where_rules_have_concepts_but_no_signal() -> None:
    tagger = Tagger(BOOK, model(both=TopicWeights(-1.0, {"title:dprk": 3.0})))
    assert about(tagger, "Pyongyang writes to itself") == {"both": True, "korea": True}
    (hit, _) = tagger.tag("Pyongyang writes to itself", "", "en")
    assert [e.term for e in hit.evidence] == ["Pyongyang"], "its words are evidence all the same"
    assert about(tagger, "Nothing of the kind") == {}


def test_a_topic_switches_it_off() -> None:
    off = replace(BOOK, topics=tuple(replace(t, model=False) for t in BOOK.topics))
    head = TopicWeights(-9.0, {"title:dprk": 1.0})
    assert about(Tagger(off, model(both=head)))["both"] is True
    assert about(Tagger(BOOK, model(both=head)))["both"] is False


def test_weights_made_for_other_rules_are_not_asked() -> None:
    assert about(Tagger(BOOK, model(both=TopicWeights(-9.0, {"title:ships": 1.0, "lead:birds": 1.0}))))["both"] is True


def test_a_model_changes_the_version_and_travels_with_the_tagger() -> None:
    tagger = Tagger(BOOK, model(both=TopicWeights(-9.0, {})))
    assert tagger.versions["both"] != Tagger(BOOK).versions["both"]
    assert tagger.versions["korea"] != Tagger(BOOK).versions["korea"], "an umbrella depends on what it covers"
    assert about(pickle.loads(pickle.dumps(tagger))) == about(tagger)


def test_what_means_the_same_counts_where_there_are_vectors() -> None:
    up, down = np.zeros((2, DIMENSIONS), np.float32)
    up[0] = down[1] = 1.0
    like, unlike = ArticleVectors(up, up), ArticleVectors(down, down)
    examples = Examples.of([({"title:dprk": 1.0}, like)], ["title:dprk"])
    head = TopicWeights(-1.0, {}, np.array([4.0], np.float32))
    assert head.share({}, examples.nearness({"title:dprk": 1.0}, like)) > 0.9
    assert head.share({}, examples.nearness({"title:dprk": 1.0}, unlike)) < 0.4
    assert examples.nearness({}, ArticleVectors()) is None


def test_examples_are_read_as_they_were_written() -> None:
    vector = np.zeros(DIMENSIONS, np.float32)
    vector[3] = 1.0
    points = [({"a": 0.25}, ArticleVectors(vector, vector)), ({"b": 1.0}, ArticleVectors(-vector, -vector))]
    written = as_json(Examples.of(points, ["a", "b"]), [1, 0])
    read = read_examples(json.loads(json.dumps(written)))
    assert (read.names, read.evidence.tolist()) == (("a", "b"), [[0.0, 1.0], [0.25, 0.0]])
    near = read.nearness(*points[0])
    assert near is not None
    assert near[1] == pytest.approx(1.0)
    assert near[0] < 0.1


def test_of_what_is_no_news_the_model_proposes_nothing() -> None:
    proposes = Tagger(BOOK, model(both=TopicWeights(-1.0, {"title:dprk": 3.0})))
    assert about(proposes, "Pyongyang writes to itself")["both"] is True
    assert about(proposes, "[Weather] Pyongyang writes to itself") == {}


@pytest.mark.parametrize(("share", "score"), [(None, 5.0), (0.9, 5.0), (0.2, 2.97)])
def test_scores_keep_their_meaning(share: float | None, score: float) -> None:
    assert decided_score(Topic("t", "t"), 5.0, share) == score


def test_a_signal_is_named_by_what_it_asks_for() -> None:
    signal = Signal(near=("russia", "dprk"), none=("sport",), unless=(("drill", 4.0),), weight=0.4)
    assert signal_name(signal) == "near russia dprk, none sport, unless drill4"


def test_the_weights_of_this_release_can_be_read() -> None:
    assert set(read_model().with_vectors) == set(read_model().without)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "is no JSON"),
        ("[]", "not a topics' model"),
        (json.dumps({"format": 2, "encoder": "x", "topics": {"a": {}, "b": {"without": {"bias": 0}}}}), "no bias"),
        ('{"format": 2, "encoder": "x", "examples": {"features": []}, "topics": {}}', "not as it should be"),
    ],
)
def test_a_broken_file_is_told_whole(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "weights.json"
    path.write_text(content)
    with pytest.raises(ConfigError, match=said) as e:
        read_model(path)
    assert all("scripts/train_topics.py" in (p.hint or "") for p in e.value.problems)
    assert len(e.value.problems) == (4 if "no bias" in said else 1)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_model(tmp_path / "weights.json")


def test_names_of_a_list_are_told_to_the_model_alone() -> None:
    listing = replace(BOOK, lists=Lists(("russia", "dprk", "cuba"), 3))
    listing = replace(listing, concepts=(*BOOK.concepts, Concept("cuba", (Term("Cuba", None),))))
    title = "Russia, Pyongyang and Cuba close ranks"
    assert about(Tagger(listing), title) == {}
    assert about(Tagger(listing, model(both=TopicWeights(-1.0, {"title:dprk listed": 3.0}))), title) == {
        "both": True,
        "korea": True,
    }
