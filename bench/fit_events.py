"""Fits what ``ingest.enrich.events`` decides by, on pairs that people have judged, and prints held-out figures.

bench/fit_events.py ../shared/data            # held-out figures alone
bench/fit_events.py ../shared/data --write    # and the data files of ingest/enrich/events/data

Held out in eight folds: a pair of ``events/pairs-dev.jsonl`` with all its articles, a week of the stream, an event of
the written sets. Nothing of an article is written: rarity counts hashes of names and words by the texts that have them.
"""

import argparse
import json
import pickle
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from sklearn.cluster import MiniBatchKMeans
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ingest.enrich.encoder import article_vectors, open_encoder
from ingest.enrich.events import evidence as evidence_module
from ingest.enrich.events.evidence import evidence, profile
from ingest.enrich.events.likelihood import FEATURES_ACROSS
from ingest.enrich.language import detect
from ingest.enrich.stories.signature import signature

DATA = Path(__file__).parent.parent / "ingest/enrich/events/data"
FOLDS = 8
WEIGHTS = {"pairs": 1.0, "cross": 0.05, "stream": 3.0, "written": 0.3}
CELLS = 512
LISTED = 3
C = 0.3
JOIN_ACROSS, JOIN_BY_FIGURES = 0.78, 0.05
"""See ``EventModel``: chosen on the 322 labelled pairs across languages."""


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


class KeptVectors:
    """The bundled encoder, with what it has encoded kept in a file: fitting again then takes a minute."""

    def __init__(self, path):
        self.encoder, self.path = open_encoder("bundled"), path
        self.name = self.encoder.name
        self.known = pickle.loads(path.read_bytes()) if path and path.exists() else {}

    def encode(self, texts):
        new = [t for t in dict.fromkeys(texts) if t not in self.known]
        self.known.update(zip(new, self.encoder.encode(new), strict=True))
        return [self.known[t] for t in texts]

    def keep(self):
        if self.path:
            self.path.write_bytes(pickle.dumps(self.known))


class Articles:
    """Signatures and profiles of everything, by id."""

    def __init__(self, encoder):
        self.encoder, self.signatures, self.places, self.profiles = encoder, {}, {}, {}

    def add(self, key, title, text, language, at, outlet):
        language = language or detect(text, title=title, feed=None, html=None).code
        vectors = article_vectors(self.encoder, title, text)
        self.signatures[key] = signature(title, text, language, at, vectors)
        self.places[key] = (outlet, at.timestamp())

    def weigh(self):
        self.profiles = {key: profile(s, *self.places[key]) for key, s in self.signatures.items()}


def read(shared, encoder):
    """Everything, and the labelled pairs as (a, b, is one event, source, group held out together)."""
    found, pairs = Articles(encoder), []
    for item in rows(shared / "stream/items-dev.jsonl"):
        found.add(
            item["id"], item["title"], item["text"], None, datetime.fromisoformat(item["published"]), item["outlet"]
        )
    for pair in rows(shared / "stream/pairs-dev.jsonl"):
        week = datetime.fromtimestamp(found.places[pair["a"]][1], UTC).strftime("%Y-%W")
        pairs.append((pair["a"], pair["b"], pair["label"] in ("copy", "event"), "stream", week))
    for name in ("dev", "dev2"):
        pairs += _written(found, name, rows(shared / f"stories/{name}.jsonl"))
    pairs += _judged(found, rows(shared / "events/pairs-dev.jsonl"))
    return found, pairs


def _written(found, name, articles):
    for a in articles:
        at = datetime.fromisoformat(a["published"])
        found.add(f"{name}:{a['id']}", a["title"], a["text"], a["language"], at, a["outlet"])
    out = []
    for n, a in enumerate(articles):
        for b in articles[:n]:
            same = a["event_group"] is not None and a["event_group"] == b["event_group"]
            out.append(
                (f"{name}:{a['id']}", f"{name}:{b['id']}", same, "written", f"{name}:{a['event_group'] or a['id']}")
            )
    return out


def _judged(found, pairs):
    """Pairs that judges agree on, and each first article with its nearest of other pairs, which are other events."""
    out, keys, day = [], [], datetime(2020, 6, 1, 8, tzinfo=UTC)
    for pair in pairs:
        for side, hour in (("a", 8), ("b", 11)):
            key, article = pair["pair"] + side, pair[side]
            found.add(key, article["title"], article["text"], article["language"], day.replace(hour=hour), key)
            keys.append(key)
        if pair["overall"] <= 1.5 or pair["overall"] >= 2.5:
            out.append((pair["pair"] + "a", pair["pair"] + "b", pair["overall"] <= 1.5, "pairs", pair["pair"]))
    vectors = np.array([_meaning(found, key) for key in keys])
    near = vectors @ vectors.T
    for i in range(0, len(keys), 2):
        others = [j for j in np.argsort(-near[i])[:6] if keys[j][:-1] != keys[i][:-1] and near[i, j] < 0.7]
        out += [(keys[i], keys[j], False, "cross", keys[i][:-1]) for j in others]
    return out


def _meaning(found, key):
    one = found.signatures[key].meaning
    return np.zeros(512, np.float32) if one is None else one


def rarity(found):
    """Texts that have each anchor, of those that more than ``LISTED`` have."""
    texts = Counter(anchor for s in found.signatures.values() for anchor in set(s.anchors))
    kept = sorted((anchor, n) for anchor, n in texts.items() if n > LISTED)
    scale = evidence_module._TEXTS / len(found.signatures)
    return np.array([a for a, _ in kept], np.int64), np.array([round(n * scale) for _, n in kept], np.uint16)


def fit(x, y, w):
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C, max_iter=3000))
    model.fit(x, y, logisticregression__sample_weight=w)
    return model


def table(found, pairs):
    """Features as a matrix with what goes with each row; written pairs that nothing suggests are left out."""
    kept, out = [], []
    for pair in pairs:
        a, b = found.profiles[pair[0]], found.profiles[pair[1]]
        if (
            a.meaning is None
            or b.meaning is None
            or (pair[3] == "written" and not pair[2] and a.meaning @ b.meaning < 0.35)
        ):
            continue
        kept.append(pair)
        out.append(evidence(a, b))
    names = list(out[0])
    return names, np.array([[row[n] for n in names] for row in out]), kept


def held_out(names, x, kept, found):
    y = np.array([p[2] for p in kept], int)
    w = np.array([WEIGHTS[p[3]] for p in kept])
    foreign = np.array([found.profiles[a].language != found.profiles[b].language for a, b, *_ in kept])
    groups = sorted({p[4] for p in kept})
    np.random.default_rng(0).shuffle(groups)
    fold = np.array([{g: n % FOLDS for n, g in enumerate(groups)}[p[4]] for p in kept])
    across = [names.index(n) for n in FEATURES_ACROSS]
    guess = np.zeros(len(y))
    for n in range(FOLDS):
        for of, columns in ((~foreign, slice(None)), (foreign, across)):
            train, test = of & (fold != n), of & (fold == n)
            guess[test] = fit(x[train][:, columns], y[train], w[train]).predict_proba(x[test][:, columns])[:, 1]
    source = np.array([p[3] for p in kept])
    for label, of in (
        ("pairs", source == "pairs"),
        ("across languages", (source == "pairs") & foreign),
        ("stream", source == "stream"),
        ("written", source == "written"),
    ):
        print(
            f"{label:17} {of.sum():5} pairs, one event {y[of].sum():4}; AUC {roc_auc_score(y[of], guess[of]):.3f}",
            end=" ",
        )
        for t in (0.3, 0.4, 0.5, 0.6, 0.7):
            hit, said, true = (y[of] * (guess[of] > t)).sum(), (guess[of] > t).sum(), y[of].sum()
            p, r, f1 = hit / max(said, 1), hit / true, 2 * hit / max(said + true, 1)
            print(f"| {t}: P {p:.2f} R {r:.2f} F1 {f1:.3f}", end=" ")
        print()
    return y, w, foreign, across


def unscaled(model, names):
    scaler, logistic = model[0], model[-1]
    weights = logistic.coef_[0] / scaler.scale_
    bias = float(logistic.intercept_[0] - (weights * scaler.mean_).sum())
    return {"bias": round(bias, 4), "weights": {n: round(float(v), 4) for n, v in zip(names, weights, strict=True)}}


def cells(found):
    """Directions that divide what news means: ``ingest.enrich.events.cells``. Of the stream alone, as news comes."""
    vectors = np.array([_meaning(found, key) for key in found.signatures if not key.startswith("tr")])
    means = MiniBatchKMeans(CELLS, random_state=0, batch_size=4096, n_init=2, max_iter=60).fit(vectors).cluster_centers_
    return np.rint(127 * means / np.abs(means).max(axis=1, keepdims=True)).astype(np.int8)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--vectors", type=Path, help="keep what is encoded in this file")
    parser.add_argument("--join-full", type=float, default=0.35)
    parser.add_argument("--join-thin", type=float, default=0.55)
    given = parser.parse_args()
    encoder = KeptVectors(given.vectors)
    found, pairs = read(given.shared, encoder)
    encoder.keep()
    anchors, texts = rarity(found)
    DATA.mkdir(exist_ok=True)
    np.savez_compressed(DATA / "rarity.npz", anchors=anchors, texts=texts)
    evidence_module._rarity.cache_clear()
    found.weigh()
    names, x, kept = table(found, pairs)
    print(len(anchors), "anchors listed;", Counter((p[3], p[2]) for p in kept))
    y, w, foreign, across = held_out(names, x, kept, found)
    if given.write:
        one = unscaled(fit(x[~foreign], y[~foreign], w[~foreign]), names)
        other = unscaled(fit(x[foreign][:, across], y[foreign], w[foreign]), FEATURES_ACROSS)
        join = {"full": given.join_full, "thin": given.join_thin, "across": JOIN_ACROSS, "by_figures": JOIN_BY_FIGURES}
        raw = {"one_language": one, "across": other, "join": join}
        (DATA / "weights.json").write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        np.savez_compressed(DATA / "cells.npz", cells=cells(found))


if __name__ == "__main__":
    main()
