"""A desk's own word on articles, and what the model learns from it in a blink.

``topics/corrections.jsonl`` in the config folder holds one line a correction: the article's address and title, the
topic, the label, and what the model saw of it (features and vectors, no text). The weights of this release are where
learning starts and what it leaves as little as it can: the smallest change that puts every correction on its side
(maximum a posteriori with those weights as the prior), found in the space of the corrections, whose number is small.
So nothing is fitted anew, nothing is stored but the corrections, and a new release's weights learn them again at start.
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from ingest.enrich.encoder import ArticleVectors, Vector, from_bytes, to_bytes
from ingest.enrich.topics.features import Features
from ingest.enrich.topics.model import TopicModel, TopicWeights
from ingest.errors import ConfigError, Problem
from ingest.text.whole_file import write_whole

FILE = "corrections.jsonl"
Label = Literal["about", "mention", "no"]
LABELS: tuple[Label, ...] = get_args(Label)
MARGIN = 0.5
"""How far from the line (as a logit) a correction is brought: a share of .62 or .38."""
ROUNDS = 400
BIAS, VECTOR = 0.2, 2.0
"""How readily the bias and the weights of vectors move beside those of features: what one article teaches shall reach
the articles that mean the same, not all of them."""
LOOSE = 1e-3
"""Of the diagonal: keeps contradictory corrections from pulling the weights to infinity."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a desk said of one article and topic."""

    url: str
    title: str
    topic: str
    label: Label
    features: Features
    vectors: ArticleVectors
    encoder: str
    """Whose vectors these are; empty: there are none."""


def read_corrections(folder: Path) -> list[Correction]:
    """The corrections of a config folder, none if it has no such file. Raises ConfigError with all that is wrong."""
    path = folder / "topics" / FILE
    if not path.exists():
        return []
    problems: list[Problem] = []
    corrections = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                corrections.append(_from_json(json.loads(line)))
            except (ValueError, TypeError, KeyError, AttributeError) as e:
                hint = "remove the line, or teach the article again: `veille topics teach URL TOPIC LABEL`"
                problems.append(Problem(str(path), f"not a correction: {e}", line=number, hint=hint))
    if problems:
        raise ConfigError(problems)
    return corrections


def write_corrections(folder: Path, corrections: Sequence[Correction]) -> Path:
    """Put the corrections of a config folder in place of those it has."""
    path = folder / "topics" / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(_as_json(c), ensure_ascii=False) + "\n" for c in corrections)
    write_whole(path, "".join(lines).encode())
    return path


def with_correction(corrections: Sequence[Correction], new: Correction) -> list[Correction]:
    """The corrections with a new one, which replaces what was said before of that article and topic."""
    return [*without_correction(corrections, new.url, new.topic), new]


def without_correction(corrections: Sequence[Correction], url: str, topic: str) -> list[Correction]:
    """The corrections but those of an article and topic."""
    return [c for c in corrections if (c.url, c.topic) != (url, topic)]


def taught(model: TopicModel, corrections: Sequence[Correction], margin: float = MARGIN) -> TopicModel:
    """The model as the corrections leave it, each ``margin`` beyond the line. Without any it is the same one."""
    if not corrections:
        return model
    by_topic: dict[str, list[Correction]] = {}
    for c in corrections:
        by_topic.setdefault(c.topic, []).append(c)
    with_vectors, without = dict(model.with_vectors), dict(model.without)
    for topic, said in by_topic.items():
        start = without.get(topic, TopicWeights(*_of_rules(topic)))
        without[topic] = _taught_head(start, said, margin)
        start = with_vectors.get(topic, replace(start, title=np.zeros(512, np.float32), lead=np.zeros(512, np.float32)))
        with_vectors[topic] = _taught_head(start, [c for c in said if c.vectors.lead is not None], margin)
    digest = f"{model.version}+{len(corrections)}:{hash_of(corrections)}"
    return replace(model, with_vectors=with_vectors, without=without, version=digest)


def hash_of(corrections: Sequence[Correction]) -> str:
    """Changes when any correction does."""
    said = sorted((c.url, c.topic, c.label) for c in corrections)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]


def _of_rules(topic: str) -> tuple[float, dict[str, float]]:
    """Where a desk's own topic starts to learn: the model says what the rules say."""
    return -3.0, {f"about:{topic}": 6.0}


def _taught_head(head: TopicWeights, corrections: Sequence[Correction], margin: float) -> TopicWeights:
    """The nearest weights that put each correction ``margin`` beyond the line, by Hildreth's dual ascent.

    Weights move along the corrections only: w = w₀ + Σ aᵢ yᵢ xᵢ with aᵢ ≥ 0, so the work is n² for n corrections.
    """
    if not corrections:
        return head
    sides = np.array([1.0 if c.label == "about" else -1.0 for c in corrections])
    names = sorted({n for c in corrections for n in c.features})
    matrix = np.array([_row(c, names, head) for c in corrections])
    gram = (matrix * sides[:, None]) @ (matrix * sides[:, None]).T
    gram[np.diag_indices(len(sides))] *= 1 + LOOSE
    missing = margin - sides * np.array([head.logit(c.features, c.vectors) for c in corrections])
    pull = _ascend(gram, missing)
    change = (pull * sides) @ matrix
    features = dict(head.features)
    for name, step in zip(names, change[1:], strict=False):
        features[name] = features.get(name, 0.0) + float(step)
    rest = VECTOR * change[1 + len(names) :]
    size = len(rest) // 2
    title = head.title + rest[:size].astype(np.float32) if head.title is not None else None
    lead = head.lead + rest[size:].astype(np.float32) if head.lead is not None else None
    return TopicWeights(head.bias + BIAS * float(change[0]), features, title, lead)


def _ascend(gram: NDArray[np.float64], missing: NDArray[np.float64]) -> NDArray[np.float64]:
    """Non-negative pulls by which what is missing is made up for, as little as possible."""
    pull = np.zeros(len(missing))
    for _ in range(ROUNDS):
        before = pull.copy()
        for i in range(len(pull)):
            pull[i] = max(0.0, pull[i] + (missing[i] - gram[i] @ pull) / gram[i, i])
        if np.abs(pull - before).max() < 1e-6:
            break
    return pull


def _row(c: Correction, names: Sequence[str], head: TopicWeights) -> NDArray[np.float64]:
    """An article as the weights meet it: the bias's one, the features, the vectors."""
    parts = [np.array([BIAS, *(c.features.get(n, 0.0) for n in names)])]
    for weights, vector in ((head.title, c.vectors.title), (head.lead, c.vectors.lead)):
        if weights is not None:
            parts.append(np.zeros(len(weights)) if vector is None else VECTOR * vector.astype(np.float64))
    return np.concatenate(parts)


def _as_json(c: Correction) -> dict[str, Any]:
    return {
        "url": c.url, "title": c.title, "topic": c.topic, "label": c.label,
        "features": c.features, "encoder": c.encoder,
        "vectors": [base64.b64encode(to_bytes(v)).decode() for v in (c.vectors.title, c.vectors.lead)],
    }  # fmt: skip


def _from_json(row: Mapping[str, Any]) -> Correction:
    if row["label"] not in LABELS:
        raise ValueError(f"label {row['label']!r} is none of {', '.join(LABELS)}")
    features = {str(k): float(v) for k, v in row["features"].items()}
    vectors = ArticleVectors(*_vectors(row["vectors"]))
    return Correction(
        str(row["url"]), str(row["title"]), str(row["topic"]), row["label"], features, vectors, row["encoder"]
    )


def _vectors(coded: Sequence[str]) -> Iterator[Vector | None]:
    for text in coded:
        yield from_bytes(base64.b64decode(text, validate=True))
