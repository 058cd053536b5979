"""Fit the weights of ingest/extract/blocks/weights.py on labelled pages, and say what they are worth on others.

    python -m bench.fit_blocks ../shared/data/pages            # cross-validation by publisher only
    python -m bench.fit_blocks ../shared/data/pages --write    # … and write the weights fitted on all pages

A block is the article's if half of its 4-word runs stand in the annotated body. Each block weighs as much as its share
of the page's words, so that every page counts alike. L2-regularised logistic regression by Newton's method: 35 numbers
each, so a few hundred pages are enough and the weights can be read.
"""

import argparse
import gzip
import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from ingest.extract import trafilatura_engine
from ingest.extract.blocks import refine_body
from ingest.extract.blocks.features import FEATURES, Measured, measure
from ingest.extract.blocks.page_blocks import blocks
from ingest.extract.page import open_page
from ingest.extract.reading import Hints

FOLDS = 5
PENALTY = 30.0
TARGET = Path(__file__).parents[1] / "ingest/extract/blocks/weights.py"


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder.parent / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(folder: Path) -> list[tuple[dict[str, Any], Measured]]:
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    out = []
    for item in truth["items"] if isinstance(truth, dict) else truth:
        body = gzip.decompress((folder / "html" / f"{item['id']}.html.gz").read_bytes())
        page = open_page(body, item["url"], None, Hints())
        page.lighten()
        out.append((item, measure(page, blocks(page.root), trafilatura_engine.extract(page.root))))
    return out


def labels(score: ModuleType, body: str, measured: Measured) -> tuple[list[float], list[float]]:
    shingles, joined = score.shingles(body), f" {' '.join(score.tokens(body))} "
    y, weight = [], []
    for block in measured.blocks:
        words = score.tokens(block.text)
        if len(words) <= 5:
            hit = bool(words) and f" {' '.join(words)} " in joined
        else:
            own: Counter[Any] = score.shingles(block.text)
            hit = sum((own & shingles).values()) >= 0.5 * sum(own.values())
        y.append(float(hit))
        weight.append(float(len(words)))
    total = sum(w for w, v in zip(weight, y, strict=True) if v) or 1.0
    return y, [min(w / total, 0.5) for w in weight]


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Weights for raw features, the constant last."""
    mean, std = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([(x - mean) / std, np.ones((len(x), 1))])
    beta, penalty = np.zeros(z.shape[1]), np.full(z.shape[1], PENALTY)
    penalty[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
        gradient = z.T @ (weight * (p - y)) + penalty * beta
        hessian = (z * (weight * p * (1 - p) + 1e-9)[:, None]).T @ z + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    raw = beta[:-1] / std
    return np.append(raw, beta[-1] - (raw * mean).sum())


class Table:
    """All blocks of all pages as arrays."""

    def __init__(self, score: ModuleType, pages: list[tuple[dict[str, Any], Measured]]) -> None:
        rows, y, w, engine_took, page_of = [], [], [], [], []
        for number, (item, measured) in enumerate(pages):
            hits, weight = labels(score, item["body"], measured)
            rows += measured.rows
            y += hits
            w += weight
            engine_took += measured.engine
            page_of += [number] * len(hits)
        self.x, self.y, self.w = np.array(rows), np.array(y), np.array(w)
        self.w /= self.w.mean()
        self.engine, self.page = np.array(engine_took), np.array(page_of)

    def weights(self, pages: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        chosen = np.isin(self.page, pages)
        parts = (chosen & self.engine, chosen & ~self.engine)
        keep, add = (fit(self.x[s], self.y[s], self.w[s]) for s in parts)
        return keep, add


def page_f1(score: ModuleType, item: dict[str, Any], measured: Measured, keep: Any, add: Any) -> float:
    refine_body.KEEP, refine_body.ADD = tuple(keep), tuple(add)
    text = "\n\n".join(refine_body.edit(measured).paragraphs)
    return float(score.overlap(score.shingles(item["body"]), score.shingles(text))[2])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    score, pages = scorer(args.folder), load(args.folder)
    table = Table(score, pages)
    publishers = sorted({str(item["publisher"]) for item, _ in pages})
    order = np.random.RandomState(0).permutation(len(publishers))
    fold = {p: int(order[i]) % FOLDS for i, p in enumerate(publishers)}
    of = np.array([fold[str(item["publisher"])] for item, _ in pages])
    held_out = []
    for k in range(FOLDS):
        keep, add = table.weights(np.flatnonzero(of != k))
        held_out += [page_f1(score, *pages[i], keep, add) for i in np.flatnonzero(of == k)]
    keep, add = table.weights(np.arange(len(pages)))
    fitted = [page_f1(score, item, measured, keep, add) for item, measured in pages]
    print(
        f"page F1 over {len(pages)} pages: "
        f"publishers held out {np.mean(held_out):.4f}, fitted on all {np.mean(fitted):.4f}"
    )
    for name, k, a in sorted(zip(FEATURES, keep, add, strict=False), key=lambda row: -abs(row[1])):
        print(f"  {name:<18} keep {k:+6.2f}  add {a:+6.2f}")
    if args.write:
        write(keep, add)


def write(keep: np.ndarray, add: np.ndarray) -> None:
    def tuple_of(name: str, values: np.ndarray) -> str:
        lines = [f"    {v:.3f},  # {n}" for v, n in zip(values, [*FEATURES, "constant"], strict=True)]
        return f"{name} = (\n" + "\n".join(lines) + "\n)\n"

    first = '"""Weights of the two regressions in refine_body.py. Written by bench/fit_blocks.py; not by hand."""\n'
    TARGET.write_text(f"{first}\n{tuple_of('KEEP', keep)}\n{tuple_of('ADD', add)}", encoding="utf-8")


if __name__ == "__main__":
    main()
