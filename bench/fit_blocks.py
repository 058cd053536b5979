"""Fit the trees of ingest/extract/blocks/trees.json on labelled pages, and say what they are worth on others.

    python -m bench.fit_blocks ../shared/data/pages ../shared/data/pages2            # cross-validated by publisher
    python -m bench.fit_blocks ../shared/data/pages ../shared/data/pages2 --write    # … and write the trees of all

A block is the article's if half of its 4-word runs stand in the annotated body. Each block weighs as much as its share
of the page's words, so that every page counts alike. Publishers (registered domains) are held out five ways. Two
forests of 120 trees: one of what a block says by itself, one with trafilatura's vote (refine_body.py).

Every figure stands beside that of trafilatura's default with metadata on the same pages. Intervals are 95 % of 2,000
draws of publishers with replacement: pages of one publisher are alike, so it is they that are drawn.
"""

import argparse
import gzip
import hashlib
import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import lightgbm
import numpy as np
import tldextract

from bench.reading_runner import attempt, trafilatura
from ingest.extract import trafilatura_engine
from ingest.extract.blocks import refine_body
from ingest.extract.blocks.features import FEATURES, VOTED, Measured, measure, taken_by
from ingest.extract.blocks.page_blocks import blocks
from ingest.extract.blocks.trees import Models
from ingest.extract.page import open_page
from ingest.extract.reading import ReadingHints
from ingest.trees import Trees

FOLDS = 5
DRAWS = 2_000
FEWEST = 5
"""Pages from which a set or language has a line of its own."""
DEPTH = 6
TREES = 120
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 16, "max_depth": DEPTH, "max_bin": 63,
    "min_data_in_leaf": 40, "min_sum_hessian_in_leaf": 2.0, "lambda_l2": 5, "feature_fraction": 0.5,
    "bagging_fraction": 0.6, "bagging_freq": 1, "seed": 1, "deterministic": True, "verbose": -1, "num_threads": 1,
}  # fmt: skip
TARGET = Path(__file__).parents[1] / "ingest/extract/blocks/trees.json"
_DOMAIN = tldextract.TLDExtract(suffix_list_urls=())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page with its truth, measured once."""

    item: dict[str, Any]
    publisher: str
    measured: Measured
    fast: list[str]
    thorough: list[str]
    peer: str
    """What trafilatura's default with metadata gives."""
    voted: np.ndarray
    hits: list[float]
    weights: list[float]


def scorer(folder: Path) -> ModuleType:
    """The shared scorer, score.py, which lies beside the folders of pages."""
    spec = importlib.util.spec_from_file_location("score", folder.parent / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def publisher_of(item: dict[str, Any]) -> str:
    """The registered domain of a page, by which publishers are held out."""
    return _DOMAIN(item["url"] or "").top_domain_under_public_suffix or str(item["publisher"])


def is_held_out(publisher: str) -> bool:
    """The half of publishers that is never looked at, fixed by a hash before any result was known."""
    return bool(hashlib.sha256(f"veille-pages2:{publisher}".encode()).digest()[0] & 1)


def items_of(folder: Path) -> list[dict[str, Any]]:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    items: list[dict[str, Any]] = truth["items"] if isinstance(truth, dict) else truth
    return items


def load(score: ModuleType, folders: Sequence[Path]) -> list[Labelled]:
    """All pages with a body."""
    return [_labelled(score, folder, item) for folder in folders for item in items_of(folder) if item.get("body")]


def _labelled(score: ModuleType, folder: Path, item: dict[str, Any]) -> Labelled:
    body = gzip.decompress((folder / "html" / f"{item['id']}.html.gz").read_bytes())
    peer = str(attempt(trafilatura(), body, item["url"]).get("text") or "")
    page = open_page(body, item["url"], None, ReadingHints())
    page.lighten()
    assert page.root is not None
    measured = measure(page, blocks(page.root))
    fast, thorough = (trafilatura_engine.extract(page.root, thorough=t) for t in (False, True))
    hits, weights = labels(score, item["body"], measured)
    voted = measured.voted(taken_by(measured, fast))
    return Labelled(item, publisher_of(item), measured, fast, thorough, peer, voted, hits, weights)


def labels(score: ModuleType, body: str, measured: Measured) -> tuple[list[float], list[float]]:
    """For each block whether it is the article's, and its share of the article's words (at most half)."""
    shingles, joined = score.shingles(body), f" {' '.join(score.tokens(body))} "
    hits, sizes = [], []
    for block in measured.blocks:
        words = score.tokens(block.text)
        if len(words) <= 5:
            hit = bool(words) and f" {' '.join(words)} " in joined
        else:
            own: Counter[Any] = score.shingles(block.text)
            hit = sum((own & shingles).values()) >= 0.5 * sum(own.values())
        hits.append(float(hit))
        sizes.append(float(len(words)))
    total = sum(size for size, hit in zip(sizes, hits, strict=True) if hit) or 1.0
    return hits, [min(size / total, 0.5) for size in sizes]


def fit(pages: Sequence[Labelled]) -> dict[str, Any]:
    """The record of trees.json for these pages."""
    hits, weights = (np.concatenate([getattr(p, name) for p in pages]) for name in ("hits", "weights"))
    weights = weights / weights.mean()
    return {
        "alone": _forest(np.vstack([p.measured.rows for p in pages]), hits, weights, FEATURES),
        "voted": _forest(np.vstack([p.voted for p in pages]), hits, weights, VOTED),
    }


def _forest(rows: np.ndarray, hits: np.ndarray, weights: np.ndarray, names: Sequence[str]) -> dict[str, Any]:
    fitted = lightgbm.train(PARAMETERS, lightgbm.Dataset(rows, hits, weight=weights), TREES)
    trees = [_tree(t["tree_structure"]) for t in fitted.dump_model()["tree_info"]]
    return {"features": list(names), "depth": DEPTH, "trees": trees}


def _tree(structure: dict[str, Any]) -> dict[str, list[Any]]:
    """A tree as parallel lists; a leaf leads to itself."""
    nodes: dict[str, list[Any]] = {key: [] for key in ("feature", "threshold", "below", "above", "value")}

    def add(node: dict[str, Any]) -> int:
        number = len(nodes["value"])
        is_leaf = "leaf_value" in node
        for key, value in (
            ("feature", 0 if is_leaf else node["split_feature"]),
            ("threshold", 0.0 if is_leaf else float(f"{node['threshold']:.6g}")),
            ("below", number),
            ("above", number),
            ("value", round(node["leaf_value"], 5) if is_leaf else 0.0),
        ):
            nodes[key].append(value)
        if not is_leaf:
            nodes["below"][number], nodes["above"][number] = add(node["left_child"]), add(node["right_child"])
        return number

    add(structure)
    return nodes


def models_of(record: dict[str, Any]) -> Models:
    alone, voted = (Trees.of(record[key]["trees"], record[key]["depth"]) for key in ("alone", "voted"))
    return Models(alone, voted, FEATURES, VOTED)


def page_f1(score: ModuleType, models: Models, page: Labelled) -> float:
    chosen = refine_body.choose_blocks(page.measured, lambda t: page.thorough if t else page.fast, models=models)
    return text_f1(score, page, "\n\n".join(chosen.paragraphs))


def text_f1(score: ModuleType, page: Labelled, text: str) -> float:
    return float(score.overlap(score.shingles(page.item["body"]), score.shingles(text))[2])


def report(name: str, pages: Sequence[Labelled], f1: Sequence[float], peer: Sequence[float]) -> None:
    """Mean, interval and pages under .5 beside the peer's, of all and by set and language."""
    groups: dict[str, list[int]] = defaultdict(list)
    for i, page in enumerate(pages):
        for key in ("all", f"set {page.item['source_set']}", f"language {page.item['language']}"):
            groups[key].append(i)
    print(f"{name}\n  {'':<18} pages publ.  F1 (interval), under .5    trafilatura  ours less trafilatura's (interval)")
    for key, at in sorted(groups.items()):
        if key != "all" and len(at) < FEWEST:
            continue
        ours, theirs = np.array(f1)[at], np.array(peer)[at]
        publishers = [pages[i].publisher for i in at]
        low, high = interval(publishers, ours)
        less, more = interval(publishers, ours - theirs)
        print(
            f"  {key:<18} {len(at):5} {len(set(publishers)):5}  {ours.mean():.3f} ({low:.3f} to {high:.3f}), "
            f"{sum(ours < 0.5):2}    {theirs.mean():.3f}, {sum(theirs < 0.5):2}    "
            f"{(ours - theirs).mean():+.3f} ({less:+.3f} to {more:+.3f})"
        )


def interval(publishers: Sequence[str], values: np.ndarray) -> tuple[float, float]:
    """Where 95 % of the means lie when the publishers are drawn anew, each with all of its pages."""
    number = {name: i for i, name in enumerate(dict.fromkeys(publishers))}
    of = np.array([number[name] for name in publishers])
    sums, counts = np.bincount(of, values), np.bincount(of)
    draws = np.random.default_rng(1).integers(0, len(number), (DRAWS, len(number)))
    low, high = np.percentile(sums[draws].sum(axis=1) / counts[draws].sum(axis=1), [2.5, 97.5])
    return float(low), float(high)


def cross_validated(score: ModuleType, pages: Sequence[Labelled]) -> list[float]:
    fold = {p.publisher: hashlib.sha256(f"f:{p.publisher}".encode()).digest()[1] % FOLDS for p in pages}
    out = [0.0] * len(pages)
    for k in range(FOLDS):
        models = models_of(fit([p for p in pages if fold[p.publisher] != k]))
        for i, page in enumerate(pages):
            if fold[page.publisher] == k:
                out[i] = page_f1(score, models, page)
    return out


def held_out(score: ModuleType, pages: Sequence[Labelled], seen: Callable[[Labelled], bool]) -> None:
    others = [p for p in pages if not seen(p)]
    models = models_of(fit([p for p in pages if seen(p)]))
    f1 = [page_f1(score, models, p) for p in others]
    report("half of the publishers held out", others, f1, [text_f1(score, p, p.peer) for p in others])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--write-half", type=Path, help="write the trees fitted without the half that is held out")
    args = parser.parse_args()
    score = scorer(args.folders[0])
    pages = load(score, args.folders)
    first = {publisher_of(item) for item in items_of(args.folders[0])}

    def seen(page: Labelled) -> bool:
        return page.publisher in first or not is_held_out(page.publisher)

    if args.write_half:
        args.write_half.write_text(as_json(fit([p for p in pages if seen(p)])), encoding="utf-8")
    held_out(score, pages, seen)
    peer = [text_f1(score, p, p.peer) for p in pages]
    report("publishers held out five ways", pages, cross_validated(score, pages), peer)
    if args.write:
        TARGET.write_text(as_json(fit(pages)), encoding="utf-8")


def as_json(record: dict[str, Any]) -> str:
    """One tree a line, so that a difference can be read."""
    parts = []
    for key, forest in record.items():
        trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in forest["trees"])
        head = json.dumps({k: v for k, v in forest.items() if k != "trees"})[:-1]
        parts.append(f'"{key}": {head}, "trees": [\n{trees}\n]}}')
    return "{" + ",\n".join(parts) + "}\n"


if __name__ == "__main__":
    main()
