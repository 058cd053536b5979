"""The small classifiers that have the last word on what an article is about: one a topic, linear, in numpy.

Each weighs what the rules saw (``features.py``) and the vectors of title and lead (``enrich/encoder.py``), and gives a
share from 0 to 1; from one half on the article is about the topic. Without vectors a second set of weights judges by
the rules' evidence alone, less well. The weights are data, made by ``scripts/train_topics.py``; how good they are and
on what they were fitted stands in docs/decisions/130.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.enrich.encoder import DIMENSIONS, ArticleVectors
from ingest.enrich.topics.features import Features
from ingest.errors import ConfigError, Problem

FORMAT = 1
WEIGHTS = "weights.json"
ABOUT = 0.5
"""The share from which on an article is about a topic."""
Numbers = NDArray[np.float32]
_HINT = "put the file of this release back, or make it again: scripts/train_topics.py"


@dataclass(frozen=True, slots=True)
class TopicWeights:
    """The weights of one topic."""

    bias: float
    features: Mapping[str, float]
    title: Numbers | None = None
    """``(DIMENSIONS,)``; None: this head judges without vectors."""
    lead: Numbers | None = None

    def share(self, features: Features, vectors: ArticleVectors) -> float:
        """How sure it is that the article is about the topic, 0 to 1."""
        return 1 / (1 + float(np.exp(-np.clip(self.logit(features, vectors), -30, 30))))

    def logit(self, features: Features, vectors: ArticleVectors) -> float:
        """The same before it is squeezed between 0 and 1: above 0 the article is about the topic."""
        logit = self.bias + sum(self.features.get(name, 0.0) * value for name, value in features.items())
        for weights, vector in ((self.title, vectors.title), (self.lead, vectors.lead)):
            if weights is not None and vector is not None:
                logit += float(weights @ vector)
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

    def heads(self, vectors: ArticleVectors | None) -> Mapping[str, TopicWeights]:
        """The heads that can judge: with vectors where there are any."""
        return self.with_vectors if vectors and vectors.lead is not None else self.without


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
    problems = list(_problems(where, data))
    if problems:
        raise ConfigError(problems)
    return TopicModel(
        data["encoder"],
        {topic: read_head(node["with_vectors"]) for topic, node in data["topics"].items()},
        {topic: read_head(node["without"]) for topic, node in data["topics"].items()},
        hashlib.sha256(raw).hexdigest()[:12],
    )


def read_head(node: Mapping[str, Any]) -> TopicWeights:
    """The weights of one topic as they stand in the file."""
    vectors = {key: np.asarray(node[key], dtype=np.float32) for key in ("title", "lead") if key in node}
    return TopicWeights(float(node["bias"]), {str(k): float(v) for k, v in node["features"].items()}, **vectors)


def _problems(path: Path, data: Any) -> Iterator[Problem]:
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
            if message := _wrong_head(head, vectors=kind == "with_vectors"):
                yield Problem(str(path), f"{kind}: {message}", key=str(topic), hint=_HINT)


def _wrong_head(node: Any, *, vectors: bool) -> str | None:
    """What is wrong with the weights of one head; None: nothing."""
    if not isinstance(node, dict) or not _is_number(node.get("bias")):
        return "no bias"
    features = node.get("features")
    if not isinstance(features, dict) or not all(map(_is_number, features.values())):
        return "features must be numbers by name"
    for key in ("title", "lead") if vectors else ():
        values = node.get(key)
        if not isinstance(values, list) or len(values) != DIMENSIONS or not all(map(_is_number, values)):
            return f"{key} must be {DIMENSIONS} numbers"
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6
