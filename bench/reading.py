"""Our reading beside trafilatura, mediacloud-metadata, newspaper4k and news-please: same pages, same run, same scorer.

    python -m bench.reading ../shared/data/pages                     # ours and trafilatura (no downloads)
    python -m bench.reading ../shared/data/pages --peers             # all; each peer in a venv of its own under .cache/
    python -m bench.reading ../shared/data/pages --peers --markdown  # the table of docs/benchmarks.md

    python -m bench.reading ../shared/data/pages2 --held-out 400 --trees half.json --peers --markdown

Peers are installed once, each into an environment of its own under ``--environments``; one that cannot be installed is
said so and left out. With ``--markdown`` one table of all pages and one for each source set of twenty pages or more.

Seconds are processor time (``process_time``) in one process a tool, after one page to warm up; the column that counts
is the ratio to trafilatura's default with metadata, run just before.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.fit_blocks import is_held_out, items_of, publisher_of, scorer

RUNNER = Path(__file__).with_name("reading_runner.py")
CACHE = Path(__file__).parents[1] / ".cache" / "bench"
PEERS = {
    "mediacloud-metadata": ("mediacloud-metadata==2.1.0", "setuptools<81"),
    "newspaper4k": ("newspaper4k==0.9.6", "lxml-html-clean"),
    "news-please": ("news-please==1.6.16", "lxml-html-clean", "setuptools<81"),
    "rs-trafilatura": ("rs-trafilatura==0.1.1",),
}
LOCAL = ("trafilatura", "trafilatura-precision", "trafilatura-fast", "veille")


def python_of(tool: str, environments: Path) -> Path:
    """The interpreter that has the tool; makes its venv the first time."""
    if tool in LOCAL:
        return Path(sys.executable)
    folder = environments / tool
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run(["uv", "venv", "-q", "-p", "3.11", str(folder)], check=True)
        subprocess.run(["uv", "pip", "install", "-q", "--python", str(python), *PEERS[tool]], check=True)
    return python


def run(tool: str, folder: Path, environments: Path, trees: Path | None = None) -> dict[str, Any]:
    """Predictions and seconds of one tool over all pages."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [str(python_of(tool, environments)), str(RUNNER), tool, str(folder.resolve()), out.name]
        command += [str(trees.resolve())] if trees is not None else []
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=RUNNER.parents[1])
        if done.returncode:
            raise SystemExit(f"{tool}: {done.stderr[-2000:]}")
        answer: dict[str, Any] = json.loads(Path(out.name).read_text(encoding="utf-8"))
        return answer


def name_key(name: str) -> str:
    kept = (c if c.isalnum() else " " for c in unicodedata.normalize("NFKC", name))
    return " ".join("".join(kept).casefold().split())


def authors(truth: list[dict[str, Any]], predictions: dict[str, Any]) -> tuple[float, float]:
    """Micro precision and recall of names, over pages whose authors are known."""
    hits = given = wanted = 0
    for item in truth:
        if not item.get("authors"):
            continue
        right = {name_key(a) for a in item["authors"]}
        ours = {name_key(a) for a in (predictions.get(item["id"]) or {}).get("authors") or [] if name_key(a)}
        hits, given, wanted = hits + len(right & ours), given + len(ours), wanted + len(right)
    return hits / max(1, given), hits / max(1, wanted)


def held_out(folder: Path, into: Path, limit: int) -> Path:
    """A folder of the pages with a body whose publishers ``fit_blocks --write-half`` leaves out, in order of a hash.

    Publishers of the set ``pages``, which is fitted on whole, are left out where it lies beside.
    """
    first = folder.parent / "pages"
    seen = {publisher_of(i) for i in items_of(first)} if first.is_dir() else set()
    items = [
        i for i in items_of(folder) if i.get("body") and is_held_out(publisher_of(i)) and publisher_of(i) not in seen
    ]
    items.sort(key=lambda i: hashlib.sha256(str(i["id"]).encode()).digest())
    (into / "truth.json").write_text(json.dumps(items[:limit]), encoding="utf-8")
    (into / "html").symlink_to((folder / "html").resolve())
    return into


@dataclass(frozen=True, slots=True)
class Measured:
    """What one tool gave for the pages of a folder."""

    tool: str
    predictions: dict[str, Any]
    seconds: float
    """Of processor time, a page."""

    def cells(self, score: Any, truth: list[dict[str, Any]], base: float) -> list[str]:
        """A line of the table for these pages; ``base``: seconds of trafilatura's default."""
        rows = score.score(truth, self.predictions)
        s = score.summary(rows)
        under = sum(1 for r in rows if r.get("f") is not None and r["f"] < 0.5)
        precision, recall = authors(truth, self.predictions)
        cells = [_figure(s[k]) for k in ("page_f1", "precision", "recall")] + [str(s["empty"]), str(under)]
        cells += [f"{_figure(s['title'])} / {_figure(s['title_close'])}", _figure(s["date"])]
        cells += [f"{precision:.2f} / {recall:.2f}", _figure(s["language"])]
        return [self.tool, *cells, f"{self.seconds * 1000:.0f}", f"{self.seconds / base:.2f}"]


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


HEAD = (
    "tool", "page F1", "P", "R", "empty", "under .5", "title exact / close", "date", "authors P / R", "language",
    "CPU ms a page", "ratio",
)  # fmt: skip
FEWEST = 20
"""Pages from which a source set has a table of its own."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--tools", nargs="+", choices=[*LOCAL, *PEERS], help="only these; trafilatura goes first")
    parser.add_argument("--trees", type=Path, help="trees that ours reads with (fit_blocks --write-half)")
    parser.add_argument("--held-out", type=int, metavar="N", help="only N pages of the publishers that those leave out")
    parser.add_argument("--environments", type=Path, default=CACHE, help="where the peers are installed")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = held_out(args.folder, Path(made), args.held_out) if args.held_out else args.folder
        compare(args, folder, scorer(args.folder))


def compare(args: argparse.Namespace, folder: Path, score: Any) -> None:
    truth, measured = items_of(folder), []
    chosen = args.tools or (*LOCAL, *(PEERS if args.peers else ()))
    for tool in ("trafilatura", *(t for t in chosen if t != "trafilatura")):
        try:
            result = run(tool, folder, args.environments, args.trees if tool == "veille" else None)
        except subprocess.CalledProcessError as e:
            print(f"{tool}: cannot be installed here ({e}); left out", file=sys.stderr, flush=True)
            continue
        measured.append(Measured(tool, result["predictions"], result["seconds"] / len(truth)))
        print("  ".join(measured[-1].cells(score, truth, measured[0].seconds)), file=sys.stderr, flush=True)
    if args.markdown:
        print("\n\n".join(_table(name, measured, score, items) for name, items in _sets(truth)))


def _sets(truth: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    names = sorted({str(item["source_set"]) for item in truth})
    sets = [(name, [item for item in truth if item["source_set"] == name]) for name in names]
    large = [(name, items) for name, items in sets if len(items) >= FEWEST]
    return [("all", truth), *(large if len(sets) > 1 else ())]


def _table(name: str, measured: list[Measured], score: Any, truth: list[dict[str, Any]]) -> str:
    lines = [HEAD, ("---",) * len(HEAD), *(m.cells(score, truth, measured[0].seconds) for m in measured)]
    return f"{name}, {len(truth)} pages\n\n" + "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


if __name__ == "__main__":
    main()
