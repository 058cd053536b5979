"""Our reading beside trafilatura, mediacloud-metadata, newspaper4k and news-please: same pages, same run, same scorer.

    python -m bench.reading ../shared/data/pages                     # ours and trafilatura (no downloads)
    python -m bench.reading ../shared/data/pages --peers             # all; each peer in a venv of its own under .cache/
    python -m bench.reading ../shared/data/pages --peers --markdown  # the table of docs/benchmarks.md

    python -m bench.reading ../shared/data/pages2 --held-out 100 --trees half.json --peers

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


def python_of(tool: str) -> Path:
    """The interpreter that has the tool; makes its venv the first time."""
    if tool in LOCAL:
        return Path(sys.executable)
    folder = CACHE / tool
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run(["uv", "venv", "-q", "-p", "3.11", str(folder)], check=True)
        subprocess.run(["uv", "pip", "install", "-q", "--python", str(python), *PEERS[tool]], check=True)
    return python


def run(tool: str, folder: Path, trees: Path | None = None) -> dict[str, Any]:
    """Predictions and seconds of one tool over all pages."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [str(python_of(tool)), str(RUNNER), tool, str(folder.resolve()), out.name]
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
    """A folder of the pages with a body whose publishers ``fit_blocks --write-half`` leaves out, in order of a hash."""
    items = [i for i in items_of(folder) if i.get("body") and is_held_out(publisher_of(i))]
    items.sort(key=lambda i: hashlib.sha256(str(i["id"]).encode()).digest())
    (into / "truth.json").write_text(json.dumps(items[:limit]), encoding="utf-8")
    (into / "html").symlink_to((folder / "html").resolve())
    return into


def row(
    tool: str, folder: Path, score: Any, truth: list[dict[str, Any]], base: float | None, trees: Path | None
) -> tuple[list[str], float]:
    result = run(tool, folder, trees if tool == "veille" else None)
    s = score.summary(score.score(truth, result["predictions"]))
    precision, recall = authors(truth, result["predictions"])
    seconds = result["seconds"] / len(truth)
    cells = [f"{s['page_f1']:.3f}", f"{s['precision']:.3f}", f"{s['recall']:.3f}", str(s["empty"])]
    cells += [f"{s['title']:.3f} / {s['title_close']:.3f}", f"{s['date']:.3f}", f"{precision:.2f} / {recall:.2f}"]
    language = "" if s["language"] is None else f"{s['language']:.3f}"
    return [tool, *cells, language, f"{seconds * 1000:.0f}", f"{seconds / (base or seconds):.2f}"], seconds


HEAD = [
    "tool",
    "page F1",
    "P",
    "R",
    "empty",
    "title exact / close",
    "date",
    "authors P / R",
    "language",
    "CPU ms a page",
    "ratio",
]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--trees", type=Path, help="trees that ours reads with (fit_blocks --write-half)")
    parser.add_argument("--held-out", type=int, metavar="N", help="only N pages of the publishers that those leave out")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = held_out(args.folder, Path(made), args.held_out) if args.held_out else args.folder
        compare(args, folder, scorer(args.folder))


def compare(args: argparse.Namespace, folder: Path, score: Any) -> None:
    truth = items_of(folder)
    lines, base = [], None
    for tool in (*LOCAL, *(PEERS if args.peers else ())):
        cells, seconds = row(tool, folder, score, truth, base, args.trees)
        base = base or seconds
        lines.append(cells)
        print("  ".join(cells), file=sys.stderr, flush=True)
    if args.markdown:
        print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
        print("\n".join("| " + " | ".join(cells) + " |" for cells in lines))


if __name__ == "__main__":
    main()
