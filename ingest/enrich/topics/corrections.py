"""A desk's own word on articles, and what the model learns from it in a blink.

``topics/corrections.jsonl`` in the config folder holds one line a correction: the article's address and title, the
topic, the label, and what the model saw of it (features and vectors, no text). The weights of this release are where
learning starts and what it leaves as little as it can: the smallest change that puts every correction on its side
(maximum a posteriori with those weights as the prior), found in the space of the corrections, whose number is small.
Where vectors are compared, a correction is one more example, which pulls those near it to its side.
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
from ingest.enrich.topics.examples import Numbers
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
BIAS = 0.2
"""How readily the bias moves beside the weights of features: what one article teaches shall reach the articles that are
like it, not all of them."""
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
    seen = [c for c in corrections if c.vectors.meaning is not None]
    examples = model.examples.with_points([(c.features, c.vectors) for c in seen]) if seen else model.examples
    nearness = examples.nearness_of_each(len(model.examples)) if seen else None
    with_vectors = {topic: _wider(head, len(seen)) for topic, head in model.with_vectors.items()}
    without = dict(model.without)
    for topic in dict.fromkeys(c.topic for c in corrections):
        start = TopicWeights(*_of_rules(topic))
        without[topic] = _taught_weights(without.get(topic, start), _of(topic, corrections), margin)
        if nearness is not None:
            empty = replace(start, pulls=np.zeros(len(examples), np.float32))
            with_vectors[topic] = _taught_pulls(with_vectors.get(topic, empty), topic, seen, nearness, margin)
    digest = f"{model.version}+{len(corrections)}:{hash_of(corrections)}"
    return replace(model, with_vectors=with_vectors, without=without, version=digest, examples=examples)


def _of(topic: str, corrections: Sequence[Correction]) -> list[Correction]:
    return [c for c in corrections if c.topic == topic]


def _wider(head: TopicWeights, more: int) -> TopicWeights:
    """A head for so many more examples, which weigh nothing yet."""
    return replace(head, pulls=None if head.pulls is None else np.pad(head.pulls, (0, more)))


def hash_of(corrections: Sequence[Correction]) -> str:
    """Changes when any correction does."""
    said = sorted((c.url, c.topic, c.label) for c in corrections)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:8]


def _of_rules(topic: str) -> tuple[float, dict[str, float]]:
    """Where a desk's own topic starts to learn: the model says what the rules say."""
    return -3.0, {f"about:{topic}": 6.0}


def _taught_weights(head: TopicWeights, corrections: Sequence[Correction], margin: float) -> TopicWeights:
    """The nearest linear weights that put each correction ``margin`` beyond the line.

    Weights move along the corrections only: w = w₀ + Σ aᵢ yᵢ xᵢ with aᵢ ≥ 0, so the work is n² for n corrections.
    """
    names = sorted({n for c in corrections for n in c.features})
    matrix = np.array([[BIAS, *(c.features.get(n, 0.0) for n in names)] for c in corrections])
    sides = _sides(corrections)
    logits = np.array([head.logit(c.features) for c in corrections])
    change = (_pulls(matrix @ matrix.T, sides, logits, margin) * sides) @ matrix
    features = dict(head.features)
    for name, step in zip(names, change[1:], strict=True):
        features[name] = features.get(name, 0.0) + float(step)
    return TopicWeights(head.bias + BIAS * float(change[0]), features)


def _taught_pulls(
    head: TopicWeights, topic: str, seen: Sequence[Correction], nearness: Numbers, margin: float
) -> TopicWeights:
    """The same for a head that compares: the corrections become examples, and pull as little as they must."""
    chosen = [n for n, c in enumerate(seen) if c.topic == topic]
    if head.pulls is None or not chosen:
        return head
    first = nearness.shape[1] - len(seen)
    of_topic = [seen[n] for n in chosen]
    logits = np.array([head.logit(seen[n].features, nearness[n]) for n in chosen])
    gram = nearness[np.ix_(chosen, [first + n for n in chosen])].astype(np.float64)
    sides = _sides(of_topic)
    pulls = head.pulls.copy()
    pulls[[first + n for n in chosen]] += _pulls(gram, sides, logits, margin) * sides
    return replace(head, pulls=pulls)


def _sides(corrections: Sequence[Correction]) -> NDArray[np.float64]:
    return np.array([1.0 if c.label == "about" else -1.0 for c in corrections])


def _pulls(
    gram: NDArray[np.float64], sides: NDArray[np.float64], logits: NDArray[np.float64], margin: float
) -> NDArray[np.float64]:
    """How hard each correction must pull, by Hildreth's dual ascent. ``gram`` is how they move one another."""
    signed = gram * sides[:, None] * sides[None]
    signed[np.diag_indices(len(sides))] *= 1 + LOOSE
    return _ascend(signed, margin - sides * logits)


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
