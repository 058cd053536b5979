"""The small classifiers that have the last word on what an article is about: one a topic, in numpy.

With vectors, each weighs how near the article is to labelled ones (``examples.py``: a support vector machine whose
kernel is that nearness); without, what the rules saw (``features.py``), by linear weights and less well. Both give a
share from 0 to 1; from one half on the article is about the topic. The numbers are data, made by
``scripts/train_topics.py``; how good they are and on what they were fitted stands in docs/decisions/130 and 341.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from ingest.enrich.encoder import ArticleVectors
from ingest.enrich.topics.examples import NO_EXAMPLES, Examples, Numbers, read_examples
from ingest.enrich.topics.features import Features
from ingest.errors import ConfigError, Problem

FORMAT = 2
WEIGHTS = "weights.json"
ABOUT = 0.5
"""The share from which on an article is about a topic."""
_HINT = "put the file of this release back, or make it again: scripts/train_topics.py"


@dataclass(frozen=True, slots=True)
class TopicWeights:
    """The weights of one topic."""

    bias: float
    features: Mapping[str, float]
    pulls: Numbers | None = None
    """What nearness to each of the model's examples weighs; None: this head judges by features alone."""

    def share(self, features: Features, nearness: Numbers | None = None) -> float:
        """How sure it is that the article is about the topic, 0 to 1."""
        return 1 / (1 + float(np.exp(-np.clip(self.logit(features, nearness), -30, 30))))

    def logit(self, features: Features, nearness: Numbers | None = None) -> float:
        """The same before it is squeezed between 0 and 1: above 0 the article is about the topic."""
        logit = self.bias + sum(self.features.get(name, 0.0) * value for name, value in features.items())
        if self.pulls is not None and nearness is not None:
            logit += float(self.pulls @ nearness)
        return logit


@dataclass(frozen=True, slots=True)
class TopicModel:
    """The heads of all topics that have one."""

    encoder: str
    """Whose vectors the heads of ``with_vectors`` have learnt."""
    with_vectors: Mapping[str, TopicWeights]
    without: Mapping[str, TopicWeights]
    version: str
    """Twelve hex digits over all weights."""
    examples: Examples = NO_EXAMPLES
    """What the heads of ``with_vectors`` compare with."""

    def nearness(self, features: Features, vectors: ArticleVectors) -> Numbers | None:
        """How near an article is to each example; None where the heads without vectors must judge."""
        return self.examples.nearness(features, vectors)


def read_model(path: Path | None = None) -> TopicModel:
    """The weights in a file, those of this release if none is named. Raises ConfigError with all that is wrong."""
    where = path or Path(str(files("ingest.enrich.topics") / WEIGHTS))
    try:
        raw = where.read_bytes()
        data = json.loads(raw)
    except OSError as e:
        raise ConfigError.of(where, f"the topics' model cannot be read: {e.strerror}", hint=_HINT) from e
    except ValueError as e:
        raise ConfigError.of(where, f"the topics' model is no JSON: {e}", hint=_HINT) from e
    problems: list[Problem] = []
    examples = _examples(where, data, problems)
    problems += _problems(where, data, examples)
    if problems:
        raise ConfigError(problems)
    return TopicModel(
        data["encoder"],
        {topic: read_head(node["with_vectors"]) for topic, node in data["topics"].items()},
        {topic: read_head(node["without"]) for topic, node in data["topics"].items()},
        hashlib.sha256(raw).hexdigest()[:12],
        examples,
    )


def read_head(node: Mapping[str, Any]) -> TopicWeights:
    """The weights of one topic as they stand in the file."""
    pulls = np.asarray(node["pulls"], dtype=np.float32) if "pulls" in node else None
    return TopicWeights(float(node["bias"]), {str(k): float(v) for k, v in node["features"].items()}, pulls)


def _examples(path: Path, data: Any, problems: list[Problem]) -> Examples:
    """The examples in the file; none, with what is wrong noted, where they cannot be read."""
    try:
        return read_examples(data["examples"]) if isinstance(data, dict) and "examples" in data else NO_EXAMPLES
    except ValueError as e:
        problems.append(Problem(str(path), str(e), key="examples", hint=_HINT))
        return NO_EXAMPLES


def _problems(path: Path, data: Any, examples: Examples) -> Iterator[Problem]:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        yield Problem(str(path), f"not a topics' model of format {FORMAT}", hint=_HINT)
        return
    if not isinstance(data.get("encoder"), str):
        yield Problem(str(path), "does not name its encoder", key="encoder", hint=_HINT)
    topics = data.get("topics")
    if not isinstance(topics, dict):
        yield Problem(str(path), "has no topics", key="topics", hint=_HINT)
        return
    for topic, node in topics.items():
        for kind in ("with_vectors", "without"):
            head = node.get(kind) if isinstance(node, dict) else None
            if message := _wrong_head(head, len(examples) if kind == "with_vectors" else None):
                yield Problem(str(path), f"{kind}: {message}", key=str(topic), hint=_HINT)


def _wrong_head(node: Any, examples: int | None) -> str | None:
    """What is wrong with the weights of one head, which has a pull for each of so many examples; None: nothing."""
    if not isinstance(node, dict) or not _is_number(node.get("bias")):
        return "no bias"
    features = node.get("features")
    if not isinstance(features, dict) or not all(map(_is_number, features.values())):
        return "features must be numbers by name"
    pulls = node.get("pulls")
    if examples is not None and not (
        isinstance(pulls, list) and len(pulls) == examples and all(map(_is_number, pulls))
    ):
        return f"pulls must be {examples} numbers, one for each example"
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6
