"""Stories and events: figures on labelled articles, every trap type apart. What it costs: bench/stories_scale.py.

bench/stories.py score ../shared/data/stories/dev.jsonl --traps ../shared/data/stories/traps.dev.json
bench/stories.py hold-out ../shared/data/stories/dev.jsonl
bench/stories.py scale 1000 10000 100000
"""

import argparse
import json
import statistics
import tempfile
from collections import Counter, defaultdict
from contextlib import contextmanager
from datetime import datetime
from itertools import combinations
from pathlib import Path

from ingest.enrich.stories import compare, events
from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import stories
from ingest.ledger.store import open_ledger


@contextmanager
def new_ledger(url=None):
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(url or f"sqlite:///{folder}/stories.sqlite")
        try:
            yield ledger
        finally:
            ledger.close()


def load(path):
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]
    for row in rows:
        row["at"] = datetime.fromisoformat(row["published"])
    return sorted(rows, key=lambda r: r["at"])


def read(rows):
    return {r["id"]: signature(r["title"], r["text"], r["language"], r["at"]) for r in rows}


def grouped(rows, signatures):
    """{id: (story, event)} as the pipeline would have it, in order of publication."""
    with new_ledger() as ledger:
        story_of = {}
        with ledger.begin() as c:
            for r in rows:
                told = place(c, r["id"], r["outlet"], signatures[r["id"]], r["at"], r["at"], 7)
                story_of[r["id"]] = told.story_id
        with ledger.read() as c:
            event_of = {s: stories.story(c, s).event_id for s in set(story_of.values())}
    return {i: (s, event_of[s]) for i, s in story_of.items()}


def pairwise(rows, found):
    pairs = list(combinations(rows, 2))
    want = {(a["id"], b["id"]) for a, b in pairs if same(a, b, "copy_group")}
    have = {(a["id"], b["id"]) for a, b in pairs if found[a["id"]][0] == found[b["id"]][0]}
    hit = len(want & have)
    return hit / len(have) if have else 1.0, hit / len(want) if want else 1.0


def same(a, b, field):
    return a[field] is not None and a[field] == b[field]


def b_cubed(rows, found):
    truth, have = defaultdict(set), defaultdict(set)
    for r in rows:
        truth[r["event_group"] or r["id"]].add(r["id"])
        have[found[r["id"]][1]].add(r["id"])
    precision = recall = 0.0
    for r in rows:
        a, b = truth[r["event_group"] or r["id"]], have[found[r["id"]][1]]
        precision += len(a & b) / len(b) / len(rows)
        recall += len(a & b) / len(a) / len(rows)
    return precision, recall, 2 * precision * recall / (precision + recall)


def score(path, traps):
    rows = load(path)
    found = grouped(rows, read(rows))
    print("story pairs    P {:.3f}  R {:.3f}".format(*pairwise(rows, found)))
    print("event B-cubed  P {:.3f}  R {:.3f}  F1 {:.3f}".format(*b_cubed(rows, found)))
    if traps:
        trap_table(json.loads(Path(traps).read_text(encoding="utf-8")), rows, found)


def trap_table(traps, rows, found):
    """Share of pairs decided rightly, copies and events apart; each way of copying too."""
    copies, happenings, total = Counter(), Counter(), Counter()
    by_id = {r["id"]: r for r in rows}
    for trap in traps["traps"]:
        for a, b in combinations(trap["ids"], 2):
            kind = trap["type"]
            total[kind] += 1
            copies[kind] += (found[a][0] == found[b][0]) == same(by_id[a], by_id[b], "copy_group")
            happenings[kind] += (found[a][1] == found[b][1]) == same(by_id[a], by_id[b], "event_group")
    print(f"\n{'trap':26} {'pairs':>5} {'copy':>6} {'event':>6}")
    for kind in sorted(total):
        print(f"{kind:26} {total[kind]:5} {copies[kind] / total[kind]:6.2f} {happenings[kind] / total[kind]:6.2f}")
    hit, ways = Counter(), Counter()
    for copy in traps["copies"]:
        for how in copy["how"] if isinstance(copy["how"], list) else [copy["how"]]:
            ways[how] += 1
            hit[how] += found[copy["id"]][0] == found[copy["copy_of"]][0]
    print(f"\n{'way of copying':26} {'n':>5} {'found':>6}")
    for how in sorted(ways):
        print(f"{how:26} {ways[how]:5} {hit[how] / ways[how]:6.2f}")


GRID = {
    (compare, "SAME"): (0.5, 0.56, 0.62, 0.68, 0.74),
    (events, "LIKE"): (0.1, 0.13, 0.16, 0.2),
    (events, "LIKE_FOREIGN"): (0.07, 0.09, 0.11, 0.13),
}


def hold_out(path, folds=4):
    """Choose each threshold on the events of three folds, score on the fourth; what comes out is not fitted."""
    rows = load(path)
    signatures = read(rows)
    fold_of = {g: n % folds for n, g in enumerate(sorted({r["event_group"] for r in rows}))}
    results = {}
    for (module, name), values in GRID.items():
        default = getattr(module, name)
        for value in values:
            setattr(module, name, value)
            results[name, value] = grouped(rows, signatures)
        setattr(module, name, default)
    for _, name in GRID:
        quality = _quality_of_story if name == "SAME" else _quality_of_event
        held = []
        for fold in range(folds):
            inside = [r for r in rows if fold_of[r["event_group"]] != fold]
            outside = [r for r in rows if fold_of[r["event_group"]] == fold]
            values = [v for n, v in results if n == name]
            best = max(values, key=lambda v: quality(inside, results[name, v]))
            held.append((best, quality(outside, results[name, best])))
        chosen = ", ".join(f"{v} → {q:.3f}" for v, q in held)
        print(f"{name:13} chosen on the rest → F1 held out: {chosen}; mean {statistics.mean(q for _, q in held):.3f}")


def _quality_of_story(rows, found):
    p, r = pairwise(list(rows), found)
    return 2 * p * r / (p + r) if p + r else 0.0


def _quality_of_event(rows, found):
    return b_cubed(rows, found)[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("score")
    one.add_argument("articles")
    one.add_argument("--traps")
    two = commands.add_parser("hold-out")
    two.add_argument("articles")
    given = parser.parse_args()
    if given.command == "score":
        score(given.articles, given.traps)
    else:
        hold_out(given.articles)


if __name__ == "__main__":
    main()
