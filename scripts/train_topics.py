"""Makes the weights of the topics' model: ``ingest/enrich/topics/weights.json``.

    python scripts/train_topics.py SHARED [--leave-out SOURCE] [--out FILE]

SHARED is the folder with ``stream/items-dev.jsonl`` and the labelled sets beside it; our own labels of the stream are
in ``tests/data/topics/stream-labels.jsonl``. ``--leave-out`` leaves a source out to judge by afterwards: the split
``test`` (two publishers and three tenths of the days, drawn by a hash before any item was read) or the 248 items that
others labelled. Needs scikit-learn (group ``dev``); reading the weights needs numpy alone.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.svm import SVC

from ingest.enrich.encoder import ArticleVectors, article_vectors, from_bytes, open_encoder, to_bytes
from ingest.enrich.language import detect
from ingest.enrich.topics import Tagger
from ingest.enrich.topics.corrections import Correction, taught
from ingest.enrich.topics.examples import Examples, as_json
from ingest.enrich.topics.features import Features
from ingest.enrich.topics.load import read_rulebook
from ingest.enrich.topics.model import FORMAT, WEIGHTS, TopicModel, TopicWeights

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
STRENGTH = 0.3
"""scikit-learn's C of the weights without vectors."""
COMPARING = 2.0
"""scikit-learn's C of those that compare with examples. On days held out .1 to 10 hardly differ."""
POSITIVE = 2.0
"""Weight of an item that is about the topic: a missed story costs more than a false one."""
REHEARSED = 0.5
"""Weight of items that the rules were written on: there the rules are right more often than they will be."""
LENIENCE = 0.2
"""How much below the best line (as a logit) the line without vectors is drawn: labelled items hold more near misses
than a stream."""
RARE = 5
"""A feature seen in fewer items is left out: it would be learnt by heart."""
FOLDS = 5
BETA, BETA_OF = 1.5, {"korean-peninsula": 1.0}
"""The line is drawn where F-beta is best on days held out. Above 1 recall counts for more; not for the commonest topic,
from which nearly all false alarms come."""
USUAL, TRUST = -0.35, 15
"""Where the line of most topics lies (in margins), and how many items about a topic weigh as much as that: five items
about sanctions cannot say where theirs is."""
KINDS = ("with_vectors", "without")
ALOOF = 0.05
"""How far from the line (as a logit) examples are held."""
SLIGHT = 0.005
"""A weight below this is not written."""
Matrix = NDArray[np.float32]
Heads = dict[str, dict[str, TopicWeights]]
"""Of each topic, by kind."""


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
    vectors: ArticleVectors


def main() -> None:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument(
        "--leave-out", choices=("test", "stream/topics-dev", "topics/dev2"), help="a source to judge by afterwards"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "ingest/enrich/topics" / WEIGHTS)
    asked = parser.parse_args()
    tagger = Tagger(read_rulebook(ROOT / "config/topics.yaml"))
    items = list(labelled(asked.shared, tagger))
    chosen = [i for i in items if i.source != asked.leave_out]
    data = as_data(*held_fast(*fit(chosen, tagger.topics), chosen))
    asked.out.write_text(json.dumps(data, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(chosen)} items, {len(data['topics'])} topics: {asked.out} ({asked.out.stat().st_size // 1000} kB)")


def labelled(shared: Path, tagger: Tagger) -> Iterator[Item]:
    """All labelled items, those first on which the rules were written."""
    yield from rehearsed(tagger)
    days = {row["id"]: row["published"][:10] for row in rows(shared / "stream/items-dev.jsonl")}
    for name in ("topics/dev", "topics/dev2", "stream/topics-dev"):
        for row in rows(shared / f"{name}.jsonl"):
            source = REHEARSAL if name == "topics/dev" else name
            yield item(row, row["language"], source, days.get(row["id"], row["id"]), row["labels"], tagger)
    labels = {row["id"]: row for row in rows(LABELS)}
    for row in rows(shared / "stream/items-dev.jsonl"):
        if known := labels.get(row["id"]):
            language = LANGUAGE.get(row["outlet"], "en")
            yield item(row, language, known["split"], days[row["id"]], known["labels"], tagger)


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
    kept = ArticleVectors(*(from_bytes(to_bytes(v)) for v in (vectors.title, vectors.lead)))
    return Item(
        str(row["id"]), source, str(group), frozenset(t for t, label in labels.items() if label == "about"), None,
        tagger.look(row["title"], row["text"], language).features(), kept,
    )  # fmt: skip


def fit(items: Sequence[Item], topics: Sequence[str]) -> tuple[Heads, Examples]:
    """The weights of all topics, with and without vectors, and the examples that the former compare with."""
    seen = Counter(name for i in items for name in i.features)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    examples = Examples.of([(i.features, i.vectors) for i in items], names)
    nearness = examples.nearness_of_each()
    heads = {}
    for topic in topics:
        chosen = [n for n, i in enumerate(items) if i.known is None or topic in i.known]
        of_topic = [items[n] for n in chosen]
        pulls = np.zeros(len(items), np.float32)
        bias, pulls[chosen] = comparing(of_topic, topic, nearness[np.ix_(chosen, chosen)])
        heads[topic] = {
            "with_vectors": TopicWeights(bias, {}, pulls),
            "without": weighing(of_topic, topic, names, examples.evidence[chosen]),
        }
    return heads, examples


def comparing(items: Sequence[Item], topic: str, nearness: Matrix) -> tuple[float, Matrix]:
    """Bias and pulls of a topic; margins become logits as they were right on days that were held out in turn."""
    about, weight, counted = truth(items, topic)

    def machine(seen: NDArray[np.intp]) -> SVC:
        return SVC(C=COMPARING, kernel="precomputed").fit(
            nearness[np.ix_(seen, seen)], about[seen], sample_weight=weight[seen]
        )

    margins = np.zeros(len(items))
    for seen, unseen in GroupKFold(FOLDS).split(nearness, groups=[i.group for i in items]):
        margins[unseen] = machine(seen).decision_function(nearness[np.ix_(unseen, seen)])
    line, slope = line_of(margins[counted], about[counted], topic)
    told = margins[counted] >= line
    right, given, wanted = int((told & about[counted]).sum()), int(told.sum()), int(about[counted].sum())
    print(f"{topic:17} line {line:5.2f} slope {slope:.1f}, days held out: P {right}/{given} R {right}/{wanted}")
    fitted = machine(np.arange(len(items)))
    pulls = np.zeros(len(items), np.float32)
    pulls[fitted.support_] = fitted.dual_coef_[0] * slope
    return float((fitted.intercept_[0] - line) * slope), pulls


def line_of(margins: Matrix, about: NDArray[np.bool_], topic: str) -> tuple[float, float]:
    """The margin from which an item is taken for a subject, and how many logits a margin is worth."""
    beta = BETA_OF.get(topic, BETA) ** 2
    lines = np.arange(-1.3, 0.5, 0.02)
    hits = np.array([[(about & (margins >= x)).sum(), (margins >= x).sum()] for x in lines])
    scores = (1 + beta) * hits[:, 0] / np.maximum(1, beta * about.sum() + hits[:, 1])
    smooth = np.convolve(np.pad(scores, 4, mode="edge"), np.ones(9) / 9, "valid")
    best = float(lines[smooth >= smooth.max() - 0.005].mean())
    known = int(about.sum())
    line = (best * known + USUAL * TRUST) / (known + TRUST)
    calibrated = LogisticRegression(C=1.0, fit_intercept=False).fit((margins - line)[:, None], about)
    return line, float(np.clip(calibrated.coef_[0, 0], 1.0, 6.0))


def truth(items: Sequence[Item], topic: str) -> tuple[NDArray[np.bool_], Matrix, NDArray[np.bool_]]:
    """Which items are about a topic, what each weighs, and which count where weights are judged."""
    about = np.array([topic in i.about for i in items])
    rehearsed = np.array([i.source == REHEARSAL for i in items])
    weight = np.where(about, POSITIVE, 1.0) * np.where(rehearsed, REHEARSED, 1.0)
    return about, weight.astype(np.float32), ~rehearsed


def held_fast(heads: Heads, examples: Examples, items: Sequence[Item]) -> tuple[Heads, Examples]:
    """The weights moved as little as puts our own items and the sentences beside the rules on their side.

    Those are examples that people read to learn what a topic is; a model that denies one would be a riddle.
    """
    encoder = open_encoder("bundled").name
    own = [
        Correction(i.id, i.id, t, "about" if t in i.about else "no", i.features, i.vectors, encoder)
        for i in items
        for t in heads
        if i.source == REHEARSAL and (i.known is None or t in i.known) and i.features
    ]
    with_vectors, without = ({t: of[kind] for t, of in heads.items()} for kind in KINDS)
    model = taught(TopicModel(encoder, with_vectors, without, "", examples), own, margin=ALOOF)
    return {t: {"with_vectors": model.with_vectors[t], "without": model.without[t]} for t in heads}, model.examples


def as_data(heads: Heads, examples: Examples) -> dict[str, Any]:
    """The model's file: examples that pull at no topic are left out."""
    pulls = np.array([of["with_vectors"].pulls for of in heads.values()])
    keep = np.flatnonzero(np.abs(pulls).max(axis=0) >= SLIGHT)
    topics = {
        topic: {kind: node_of(of[kind], keep) for kind in KINDS} for topic, of in heads.items()
    }  # fmt: skip
    return {
        "format": FORMAT,
        "encoder": open_encoder("bundled").name,
        "examples": as_json(examples, keep),
        "topics": topics,
    }


def node_of(one: TopicWeights, keep: NDArray[np.intp]) -> dict[str, Any]:
    """A head as it is written."""
    features = {n: short(w) for n, w in one.features.items() if abs(w) >= SLIGHT}
    node: dict[str, Any] = {"bias": short(one.bias), "features": features}
    if one.pulls is not None:
        node["pulls"] = [short(w) if abs(w) >= SLIGHT else 0 for w in one.pulls[keep]]
    return node


def weighing(items: Sequence[Item], topic: str, names: Sequence[str], matrix: Matrix) -> TopicWeights:
    """The linear weights of one topic; its line is drawn where it did best on items that it had not seen."""
    about, weight, counted = truth(items, topic)
    line = best_line(matrix, about, weight, [i.group for i in items], counted)
    model = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-3).fit(matrix, about, sample_weight=weight)
    features = {n: float(w) for n, w in zip(names, model.coef_[0], strict=True)}
    return TopicWeights(float(model.intercept_[0] - line + LENIENCE), features)


def best_line(
    matrix: Matrix, about: NDArray[np.bool_], weight: Matrix, groups: Sequence[str], counted: NDArray[np.bool_]
) -> float:
    """The logit that parts subjects from the rest best (F1), as met in items of days that were held out in turn."""
    logits = np.zeros(len(about))
    for seen, unseen in GroupKFold(4).split(matrix, groups=groups):
        model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(
            matrix[seen], about[seen], sample_weight=weight[seen]
        )
        logits[unseen] = model.decision_function(matrix[unseen])
    logits, about = logits[counted], about[counted]
    lines = np.arange(-2.5, 1.6, 0.1)
    f1 = [2 * (about & (logits >= x)).sum() / max(1, about.sum() + (logits >= x).sum()) for x in lines]
    best = np.flatnonzero(np.array(f1) >= max(f1) - 0.005)
    return float(lines[best].mean())


def short(number: float) -> float:
    """A weight to four digits: the file stays small and a change can be read."""
    return float(f"{number:.4g}")


if __name__ == "__main__":
    main()
