"""Fits what ``ingest.enrich.events`` decides by, on pairs that people have judged, and prints held-out figures.

bench/fit_events.py ../shared/data                     # held-out figures alone
bench/fit_events.py ../shared/data --vectors file      # the same, with what is encoded kept in a file
bench/fit_events.py ../shared/data --write             # and the data files of ingest/enrich/events/data

Held out in eight folds, three times over: a pair of ``events/pairs-dev.jsonl`` with all its articles, a week of the
stream, an event of the written sets. Nothing of an article is written: rarity counts hashes of names and words by the
texts that have them. What comes of it through the clusterer is told by ``bench/events.py --held-out``.
"""

import argparse
import json
import pickle
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from sklearn.cluster import MiniBatchKMeans
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from ingest.enrich.encoder import article_vectors, open_encoder
from ingest.enrich.events import evidence as evidence_module
from ingest.enrich.events.evidence import evidence, profile
from ingest.enrich.events.likelihood import FULL_TEXT, THIN
from ingest.enrich.language import detect
from ingest.enrich.stories.signature import signature

DATA = Path(__file__).parent.parent / "ingest/enrich/events/data"
FOLDS, TIMES = 8, 3
WEIGHTS = {"pairs": 1.0, "between": 1.0, "cross": 0.05, "stream": 3.0, "written": 0.3}
CELLS = 512
LISTED = 3
FOREST = {"n_estimators": 150, "max_features": 0.4, "min_samples_leaf": 2, "min_weight_fraction_leaf": 0.001,
          "max_depth": 16, "n_jobs": 2, "random_state": 0}  # fmt: skip
JOIN_FULL, JOIN_THIN, JOIN_ACROSS = 0.45, 0.47, 0.62
"""See ``EventModel``: where F1 of the held-out pairs is best, alike for all three within what they can show."""
BARE = ("meaning",)


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
    """Pairs with what judges say of them, and each first article with its nearest of others, which are other events.

    Where judges disagree (1.5 to 2.5) a pair is fitted as partly one event, and counts in no figure.
    """
    out, keys, day = [], [], datetime(2020, 6, 1, 8, tzinfo=UTC)
    for pair in pairs:
        for side, hour in (("a", 8), ("b", 11)):
            key, article = pair["pair"] + side, pair[side]
            found.add(key, article["title"], article["text"], article["language"], day.replace(hour=hour), key)
            keys.append(key)
        is_clear = pair["overall"] <= 1.5 or pair["overall"] >= 2.5
        share = float(pair["overall"] <= 1.5) if is_clear else min(1.0, (2.6 - pair["overall"]) / 1.4)
        out.append((pair["pair"] + "a", pair["pair"] + "b", share, "pairs" if is_clear else "between", pair["pair"]))
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


def forest(x, y, w):
    return ExtraTreesRegressor(**FOREST).fit(x, y, sample_weight=w)


def regression(x, y, w):
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=3000))
    return model.fit(x, y > 0.5, logisticregression__sample_weight=w)


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
    y = np.array([float(p[2]) for p in kept])
    w = np.array([WEIGHTS[p[3]] for p in kept])
    foreign = x[:, names.index("two languages")] > 0
    source = np.array([p[3] for p in kept])
    shown = {
        "pairs": source == "pairs", "across languages": (source == "pairs") & foreign,
        "within one": (source == "pairs") & ~foreign, "stream": source == "stream", "written": source == "written",
    }  # fmt: skip
    bare = [names.index(name) for name in BARE]
    enough = np.array([_enough(found, a, b) for a, b, *_ in kept])
    forests = [_guesses(lambda x, y, w: forest(x, y, w).predict, x, y, w, kept, seed) for seed in range(TIMES)]
    _print("forest", forests, y, shown, enough)
    for name, columns in (("regression, the same figures", slice(None)), ("bare cosine", bare)):
        fitted = lambda x, y, w: (lambda model: lambda z: model.predict_proba(z)[:, 1])(regression(x, y, w))  # noqa: E731
        _print(name, [_guesses(fitted, x[:, columns], y, w, kept, 0)], y, shown, None)
    return y, w


def _enough(found, a, b):
    a, b = found.profiles[a], found.profiles[b]
    share = min(1.0, max(0.0, (min(a.words, b.words) - THIN) / (FULL_TEXT - THIN)))
    return (JOIN_THIN + share * (JOIN_FULL - JOIN_THIN)) * (1 if a.language == b.language else JOIN_ACROSS)


def _guesses(fit, x, y, w, kept, seed):
    """What each pair is given by a model that has not seen its group."""
    groups = sorted({p[4] for p in kept})
    np.random.default_rng(seed).shuffle(groups)
    of_group = {g: n % FOLDS for n, g in enumerate(groups)}
    fold = np.array([of_group[p[4]] for p in kept])
    guess = np.zeros(len(y))
    for n in range(FOLDS):
        train, test = fold != n, fold == n
        guess[test] = fit(x[train], y[train], w[train])(x[test])
    return guess


def _print(model, guesses, y, shown, enough):
    print(model)
    for label, of in shown.items():
        true = y[of] > 0.5
        areas = [roc_auc_score(true, guess[of]) for guess in guesses]
        best = max((_f1(true, guesses[0][of] >= t), t) for t in np.linspace(0.05, 0.95, 91))
        line = f"  {label:17} {of.sum():5} pairs, one event {true.sum():4}; "
        line += f"AUC {np.mean(areas):.3f} (±{np.std(areas):.3f}) | best F1 {best[0]:.3f} at {best[1]:.2f}"
        if enough is not None:
            said = [guess[of] >= enough[of] for guess in guesses]
            right = np.array([(true & one).sum() for one in said])
            p, r = np.mean(right / np.array([max(one.sum(), 1) for one in said])), np.mean(right) / true.sum()
            line += f" | as shipped P {p:.3f} R {r:.3f} F1 {np.mean([_f1(true, one) for one in said]):.3f}"
        print(line)


def _f1(true, said):
    return 2 * (true & said).sum() / max(true.sum() + said.sum(), 1)


def packed(model):
    """The trees as ``ingest.enrich.events.likelihood`` reads them: nodes in order of depth, the left child next."""
    trees = [one.tree_ for one in model.estimators_]
    join = lambda values: np.concatenate(values)  # noqa: E731
    assert all((t.children_left[i] == i + 1) for t in trees for i in np.flatnonzero(t.children_left >= 0))
    return {
        "sizes": np.array([t.node_count for t in trees], np.uint16),
        "feature": join([np.maximum(t.feature, 0) for t in trees]).astype(np.uint8),
        "threshold": join([np.where(t.children_left >= 0, t.threshold, 0) for t in trees]).astype(np.float32),
        "above": join([np.maximum(t.children_right, 0) for t in trees]).astype(np.uint16),
        "value": join([t.value[:, 0, 0] for t in trees]).astype(np.float16),
        "depth": np.array(max(t.max_depth for t in trees), np.uint8),
    }


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
    y, w = held_out(names, x, kept, found)
    if given.write:
        join = {"full": JOIN_FULL, "thin": JOIN_THIN, "across": JOIN_ACROSS}
        raw = {"features": names, "join": join}
        (DATA / "weights.json").write_text(json.dumps(raw, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        np.savez_compressed(DATA / "trees.npz", **packed(forest(x, y, w)))
        np.savez_compressed(DATA / "cells.npz", cells=cells(found))


if __name__ == "__main__":
    main()
