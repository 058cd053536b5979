"""Topics on a real stream: what a change gains and loses, to read, and how precise each topic is.

    python bench/topics_stream.py score [--split test]   P and R by topic and language on our labels, with intervals
    python bench/topics_stream.py save BEFORE.json       what the rules and the model of today give the whole stream
    python bench/topics_stream.py diff BEFORE.json       what has been gained and lost since, how much of it
                                                         rightly, and samples to read

``--rules FILE`` takes other rules, ``--weights FILE`` another model, ``--encoder none`` leaves the vectors out,
``--labelled`` all that is not labelled (a fifth of the time). The
stream is beside the repository (../shared/data/stream); the labels are ours (tests/data/topics/stream-labels.jsonl:
ids, no texts). A precision is of the labelled items, among which near misses are over-represented: read it as a lower
bound, and its interval (Wilson, 95 %) before any difference.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from time import process_time
from typing import Any

from ingest.enrich.topics.load import read_rulebook
from ingest.enrich.topics.model import read_model
from ingest.enrich.topics.tagger import Tagger

ROOT = Path(__file__).resolve().parents[1]
SHARED = next((p for p in (ROOT.parent / "shared/data", ROOT.parents[1] / "shared/data") if p.exists()), None)
LABELS = ROOT / "tests/data/topics/stream-labels.jsonl"
LANGUAGE = {"yna": "ko", "nhk": "ja", "lemonde": "fr"}
SAMPLES = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=("score", "save", "diff"))
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--rules", type=Path, default=ROOT / "config/topics.yaml")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--encoder", default="bundled")
    parser.add_argument("--rules-only", action="store_true")
    parser.add_argument("--labelled", action="store_true", help="only the labelled items of the stream")
    asked = parser.parse_args()
    model = None if asked.rules_only else read_model(asked.weights)
    tagger = Tagger(read_rulebook(asked.rules), model, asked.encoder)
    if asked.part == "score":
        score(tagger, asked.split)
    elif asked.file is None:
        parser.error(f"{asked.part} needs a file")
    elif asked.part == "save":
        asked.file.write_text(json.dumps(given(tagger, chosen(labelled=asked.labelled))))
    else:
        diff(json.loads(asked.file.read_text()), tagger, chosen(labelled=asked.labelled))


def stream() -> Iterator[dict[str, Any]]:
    if SHARED is None:
        raise SystemExit("the stream is not beside the repository (../shared/data/stream)")
    with (SHARED / "stream/items-dev.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def labels_of_ours() -> dict[str, dict[str, Any]]:
    return {r["id"]: r for r in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())}


def chosen(*, labelled: bool) -> list[dict[str, Any]]:
    known = labels_of_ours() if labelled else {}
    return [i for i in stream() if not labelled or i["id"] in known]


def language(item: dict[str, Any]) -> str:
    return LANGUAGE.get(item["outlet"], "en")


def given(tagger: Tagger, items: list[dict[str, Any]]) -> dict[str, list[str]]:
    """The topics that each item is about."""
    begun = process_time()
    out = {i["id"]: [h.topic for h in tagger.tag(i["title"], i["text"], language(i)) if h.about] for i in items}
    print(f"{len(items)} items, {(process_time() - begun) / len(items) * 1e3:.2f} ms CPU each")
    return out


def score(tagger: Tagger, split: str) -> None:
    labels = labels_of_ours()
    items = [i for i in stream() if i["id"] in labels and labels[i["id"]]["split"] == split]
    got = given(tagger, items)
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for item in items:
        wanted = {t for t, label in labels[item["id"]]["labels"].items() if label == "about"}
        for topic in tagger.topics:
            kind = {(True, True): "tp", (True, False): "fn", (False, True): "fp"}.get(
                (topic in wanted, topic in got[item["id"]])
            )
            if kind:
                counts[topic, "all"][kind] += 1
                counts[topic, language(item)][kind] += 1
    print(f"{'':18}{'':4}{'precision':>26}{'recall':>26}")
    for (topic, code), c in sorted(counts.items()):
        p, r = (share(c["tp"], c["tp"] + c[x]) for x in ("fp", "fn"))
        print(f"{topic:18}{code:4}{p:>26}{r:>26}")


def share(part: int, whole: int) -> str:
    """A share with Wilson's interval of 95 %."""
    if not whole:
        return "–"
    z, p = 1.96, part / whole
    middle = (p + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{p:.2f} ({middle - half:.2f}–{middle + half:.2f}) n {whole}"


def diff(before: dict[str, list[str]], tagger: Tagger, chosen_items: list[dict[str, Any]]) -> None:
    items, labels = {i["id"]: i for i in chosen_items}, labels_of_ours()
    now = given(tagger, chosen_items)
    for topic in tagger.topics:
        for sign, one, other in (("+", now, before), ("-", before, now)):
            changed = [i for i in items if topic in one.get(i, ()) and topic not in other.get(i, ())]
            if changed:
                by_language = Counter(language(items[i]) for i in changed)
                print(f"{sign} {topic} {len(changed)} ({', '.join(f'{c} {n}' for c, n in by_language.most_common())})")
                rightly(sign, topic, [items[i] for i in changed if i in labels], labels)
                for i in random.Random(topic).sample(changed, min(SAMPLES, len(changed))):
                    print(f"    {items[i]['title'][:110]}")


def rightly(sign: str, topic: str, changed: list[dict[str, Any]], labels: dict[str, dict[str, Any]]) -> None:
    """How much of what is gained was a subject, and of what is lost was none, by language, as far as it is labelled."""
    by_language: dict[str, list[bool]] = defaultdict(list)
    for item in changed:
        is_subject = labels[item["id"]]["labels"].get(topic) == "about"
        for code in ("all", language(item)):
            by_language[code].append(is_subject == (sign == "+"))
    for code, right in by_language.items():
        print(f"    labelled, {code}: right {share(sum(right), len(right))}")


if __name__ == "__main__":
    main()
