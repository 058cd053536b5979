"""Makes the weights of the topics' model: ``ingest/enrich/topics/weights.json``.

    python scripts/train_topics.py SHARED [--leave-out SOURCE] [--out FILE]

SHARED is the folder with ``stream/items-dev.jsonl`` and the labelled sets beside it; our own labels of the stream are
in ``tests/data/topics/stream-labels.jsonl``. ``--leave-out`` leaves a source out to judge by afterwards: the split
``test`` (two publishers and three tenths of the days, drawn by a hash before any item was read) or the 248 items that
others labelled. Needs scikit-learn (group ``dev``); reading the weights needs numpy alone.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from ingest.enrich.encoder import DIMENSIONS, ArticleVectors, article_vectors, open_encoder
from ingest.enrich.language import detect
from ingest.enrich.topics import Tagger, load_topics
from ingest.enrich.topics.corrections import Correction, taught
from ingest.enrich.topics.features import Features
from ingest.enrich.topics.model import FORMAT, WEIGHTS, TopicModel, TopicWeights, read_head

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "tests/data/topics/stream-labels.jsonl"
REHEARSAL = "rehearsed"
SHORT = {
    "rd": "russia-dprk", "kp": "korean-peninsula", "dw": "dprk-weapons", "ds": "dprk-sanctions",
    "ik": "inter-korean", "us": "us-rok-alliance", "uw": "ukraine-war", "rc": "russia-china",
}  # fmt: skip
"""How our own items write topics."""
LANGUAGE = {"yna": "ko", "nhk": "ja", "lemonde": "fr"}
"""Of the stream's outlets; the others write English."""
VECTORS = 2.0
"""What a vector is multiplied by before fitting: its 512 numbers are small beside the rules' ones and zeros."""
STRENGTH = 0.3
"""scikit-learn's C."""
POSITIVE = 2.0
"""Weight of an item that is about the topic: a missed story costs more than a false one."""
REHEARSED = 0.5
"""Weight of items that the rules were written on: there the rules are right more often than they will be."""
LENIENCE = 0.2
"""How much below the best line (as a logit) the line is drawn: labelled items hold more near misses than a stream."""
RARE = 5
"""A feature seen in fewer items is left out: it would be learnt by heart."""
KINDS = ("with_vectors", "without")
ALOOF = 0.05
"""How far from the line (as a logit) examples are held."""
Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled article as the model sees it."""

    id: str
    source: str
    group: str
    """Items of one day stay together when weights are tried out."""
    about: frozenset[str]
    known: frozenset[str] | None
    """The topics that its label speaks of; None: all of them."""
    features: Features
    title: Matrix
    lead: Matrix


def main() -> None:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--leave-out", choices=("test", "stream/topics-dev"), help="a source to judge by afterwards")
    parser.add_argument("--out", type=Path, default=ROOT / "ingest/enrich/topics" / WEIGHTS)
    asked = parser.parse_args()
    tagger = load_topics(ROOT / "config/topics.yaml", encoder="none")
    items = list(labelled(asked.shared, tagger))
    chosen = [i for i in items if i.source != asked.leave_out]
    data = held_fast(fit(chosen, tagger.topics), chosen, tagger.topics)
    asked.out.write_text(json.dumps(data, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(chosen)} items, {len(data['topics'])} topics: {asked.out} ({asked.out.stat().st_size // 1000} kB)")


def labelled(shared: Path, tagger: Tagger) -> Iterator[Item]:
    """All labelled items, those first on which the rules were written."""
    yield from rehearsed(tagger)
    for name in ("topics/dev", "topics/dev2", "stream/topics-dev"):
        for row in rows(shared / f"{name}.jsonl"):
            source = REHEARSAL if name == "topics/dev" else name
            yield item(row, row["language"], source, row["id"], row["labels"], tagger)
    labels = {row["id"]: row for row in rows(LABELS)}
    for row in rows(shared / "stream/items-dev.jsonl"):
        if known := labels.get(row["id"]):
            language = LANGUAGE.get(row["outlet"], "en")
            yield item(row, language, known["split"], row["published"][:10], known["labels"], tagger)


def rehearsed(tagger: Tagger) -> Iterator[Item]:
    """Our own items, which the rules were written on, and the sentences beside the rules."""
    for path in sorted((ROOT / "tests/data/topics").glob("*.txt")):
        for language, about, title, text in own_items(path):
            row = {"id": f"{path.stem} {title}", "title": title, "text": text}
            yield item(row, language, REHEARSAL, title, dict.fromkeys(about, "about"), tagger)
    for path in sorted((ROOT / "tests/data/topics").glob("fresh*.jsonl")):
        for row in rows(path):
            yield item(row, row["language"], REHEARSAL, row["id"], row["labels"], tagger)
    for topic in tagger.book.topics:
        for about, sentences in ((True, topic.should), (False, topic.should_not)):
            for sentence in sentences:
                title, _, text = sentence.text.partition("\n")
                row = {"id": sentence.text, "title": title, "text": text}
                labels = {topic.id: "about"} if about else {}
                one = item(row, detect(text, title=title).code, REHEARSAL, title, labels, tagger)
                yield replace(one, known=frozenset((topic.id, *topic.covers)[:1]))


def own_items(path: Path) -> Iterator[tuple[str, set[str], str, str]]:
    """Language, topics it is about, title and text of our invented items (tests/data/topics)."""
    for block in path.read_text(encoding="utf-8").split("\n@ "):
        head, *body = block.removeprefix("@ ").strip().split("\n")
        if head.count("|") >= 2 and not head.startswith("#"):
            language, labels, title = (x.strip() for x in head.split("|", 2))
            yield language, {SHORT[x[:2]] for x in labels.split() if x.endswith("=a")}, title, "\n".join(body)


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def item(row: dict[str, Any], language: str, source: str, group: str, labels: dict[str, str], tagger: Tagger) -> Item:
    """A labelled row as the model sees it."""
    vectors = article_vectors(open_encoder("bundled"), row["title"], row["text"])
    nothing = np.zeros(DIMENSIONS, np.float32)
    return Item(
        str(row["id"]), source, str(group), frozenset(t for t, label in labels.items() if label == "about"), None,
        tagger.look(row["title"], row["text"], language).features(),
        nothing if vectors.title is None else vectors.title, nothing if vectors.lead is None else vectors.lead,
    )  # fmt: skip


def fit(items: Sequence[Item], topics: Sequence[str]) -> dict[str, Any]:
    """The weights of all topics, with and without vectors."""
    seen: dict[str, int] = {}
    for i in items:
        for name in i.features:
            seen[name] = seen.get(name, 0) + 1
    names = sorted(name for name, count in seen.items() if count >= RARE)
    rules = np.array([[i.features.get(name, 0.0) for name in names] for i in items], np.float32)
    vectors = np.array([np.concatenate((i.title, i.lead)) for i in items]) * VECTORS
    out = {}
    for topic in topics:
        out[topic] = {
            "with_vectors": head(items, topic, names, np.hstack((rules, vectors))),
            "without": head(items, topic, names, rules),
        }
    return {"format": FORMAT, "encoder": open_encoder("bundled").name, "topics": out}


def held_fast(data: dict[str, Any], items: Sequence[Item], topics: Sequence[str]) -> dict[str, Any]:
    """The weights moved as little as puts our own items and the sentences beside the rules on their side.

    Those are examples that people read to learn what a topic is; a model that denies one would be a riddle.
    """
    encoder = data["encoder"]
    examples = [
        Correction(
            i.id, i.id, t, "about" if t in i.about else "no", i.features, ArticleVectors(i.title, i.lead), encoder
        )
        for i in items
        for t in topics
        if i.source == REHEARSAL and (i.known is None or t in i.known) and i.features
    ]
    heads = {kind: {t: read_head(node[kind]) for t, node in data["topics"].items()} for kind in KINDS}
    model = taught(TopicModel(encoder, heads["with_vectors"], heads["without"], ""), examples, margin=ALOOF)
    for kind, of in zip(KINDS, (model.with_vectors, model.without), strict=True):
        for topic, one in of.items():
            data["topics"][topic][kind] = node_of(one)
    return data


def node_of(one: TopicWeights) -> dict[str, Any]:
    """A head as it is written."""
    node: dict[str, Any] = {
        "bias": short(one.bias),
        "features": {n: short(w) for n, w in one.features.items() if abs(w) >= 0.005},
    }
    for key, weights in (("title", one.title), ("lead", one.lead)):
        if weights is not None:
            node[key] = [short(w) for w in weights]
    return node


def head(items: Sequence[Item], topic: str, names: Sequence[str], matrix: Matrix) -> dict[str, Any]:
    """The weights of one topic; its line is drawn where it did best on items that it had not seen."""
    chosen = [n for n, i in enumerate(items) if i.known is None or topic in i.known]
    items, matrix = [items[n] for n in chosen], matrix[chosen]
    about = np.array([topic in i.about for i in items])
    weight = np.where(about, POSITIVE, 1.0) * [REHEARSED if i.source == REHEARSAL else 1.0 for i in items]
    line = best_line(matrix, about, weight, [i.group for i in items], [i.source != REHEARSAL for i in items])
    model = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-3).fit(matrix, about, sample_weight=weight)
    weights = model.coef_[0]
    node: dict[str, Any] = {
        "bias": short(model.intercept_[0] - line + LENIENCE),
        "features": {n: short(w) for n, w in zip(names, weights, strict=False) if abs(w) >= 0.005},
    }
    if matrix.shape[1] > len(names):
        node["title"], node["lead"] = (
            [short(w * VECTORS) for w in part] for part in np.split(weights[len(names) :], 2)
        )
    return node


def best_line(
    matrix: Matrix, about: NDArray[np.bool_], weight: Matrix, groups: Sequence[str], counted: Sequence[bool]
) -> float:
    """The logit that parts subjects from the rest best (F1), as met in items of days that were held out in turn."""
    logits = np.zeros(len(about))
    for seen, unseen in GroupKFold(4).split(matrix, groups=groups):
        model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(
            matrix[seen], about[seen], sample_weight=weight[seen]
        )
        logits[unseen] = model.decision_function(matrix[unseen])
    logits, about = logits[np.array(counted)], about[np.array(counted)]
    lines = np.arange(-2.5, 1.6, 0.1)
    f1 = [2 * (about & (logits >= x)).sum() / max(1, about.sum() + (logits >= x).sum()) for x in lines]
    best = np.flatnonzero(np.array(f1) >= max(f1) - 0.005)
    return float(lines[best].mean())


def short(number: float) -> float:
    """A weight to four digits: the file stays small and a change can be read."""
    return float(f"{number:.4g}")


if __name__ == "__main__":
    main()
