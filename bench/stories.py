"""Stories and events: figures on labelled articles, every trap type apart, and what an article costs in a large window.

bench/stories.py score ../shared/data/stories/dev.jsonl --traps ../shared/data/stories/traps.dev.json
bench/stories.py hold-out ../shared/data/stories/dev.jsonl
bench/stories.py scale 1000 10000 100000
"""

import argparse
import json
import random
import resource
import statistics
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

from ingest.enrich.stories import compare, events
from ingest.enrich.stories.place import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import stories
from ingest.ledger.store import open_ledger
from ingest.ledger.tables import stories as tables


@contextmanager
def new_ledger(url=None):
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(url or f"sqlite:///{folder}/stories.sqlite")
        try:
            yield ledger
        finally:
            ledger.close()


def load(path):
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]
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


WORDS = 30_000


SYLLABLES = [
    a + b
    for a in ("b", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v", "ch", "tr")
    for b in ("a", "e", "i", "o", "u", "ai", "on")
]


def word(n):
    """The n-th word of a made-up language: the commoner, the shorter."""
    out = ""
    while n or not out:
        n, rest = divmod(n, len(SYLLABLES))
        out += SYLLABLES[rest]
    return out


def made_up(rng):
    """An article of 300 words, as skewed as a language's, twelve names and eight figures among them."""
    words = [word(int(WORDS ** rng.random())) for _ in range(300)]
    for _ in range(12):
        words[rng.randrange(len(words))] = word(500_000 + rng.randrange(20_000)).capitalize()
    for _ in range(8):
        words[rng.randrange(len(words))] = str(rng.randrange(10, 100_000))
    for i in range(20, 300, 20):
        words[i] += "."
    return " ".join(words)


TEMPLATE = (
    "Le tirage du {day} a donné les numéros {a}, {b}, {c} et {d}. Le gros lot de {e} euros a été gagné à {city}. "
    "Le prochain tirage aura lieu samedi à 20 h 45. Les gagnants ont soixante jours pour se faire connaître auprès "
    "du centre de paiement dont ils dépendent, munis du reçu et d'une pièce d'identité en cours de validité."
)


def articles(count, seed=1):
    """Three in ten copies of one of the last two hundred, one in ten from a template, the rest their own."""
    rng, start, recent = random.Random(seed), datetime(2025, 4, 1, tzinfo=UTC), []
    for n in range(count):
        draw = rng.random()
        if draw < 0.3 and recent:
            text = rng.choice(recent) + " Avec nos agences."
        elif draw < 0.4:
            values = {k: rng.randrange(1, 90) for k in "abcd"} | {"e": rng.randrange(10**4, 10**7)}
            city = word(10**6 + n).capitalize()
            text = TEMPLATE.format(day=rng.choice(["lundi", "mardi", "jeudi"]), city=city, **values)
        else:
            text = made_up(rng)
        recent = [*recent[-199:], text]
        yield f"k{n}", text, start + timedelta(seconds=6 * n)


def scale(counts, url=None):
    """CPU milliseconds of ``place`` for an article with so many others in the window."""
    for count in counts:
        with new_ledger(url) as ledger:
            fill(ledger, count)
            costs, read_costs = [], []
            for n, (key, text, at) in enumerate(articles(PLACED, seed=count)):
                begun = time.process_time()
                one = signature("", text, "fr", at)
                between = time.process_time()
                with ledger.begin() as c:
                    place(c, key, f"o{n % 50}", one, at, at, 7)
                costs.append(time.process_time() - between)
                read_costs.append(between - begun)
            report(ledger, count, costs[100:], read_costs[100:], len(one.to_bytes()))


PLACED = 400
"""Articles placed at each mark; the first hundred, which meet no copies yet, are not counted."""


def fill(ledger, count):
    """So many articles as ``place`` would leave them, with made-up fingerprints, written in bulk."""
    rng, at = random.Random(count), datetime(2025, 3, 31, tzinfo=UTC)
    text = made_up(rng)
    one = signature("", text, "fr", at)
    raw, number = one.to_bytes(), len(one.prints)
    known = [a for _ in range(40) for a in signature("", made_up(rng), "fr", at).anchors]  # as skewed as words are
    held, written, hour = Counter(), 0, int(at.timestamp()) // 3600
    while written < count:
        batch = range(written, min(count, written + 2000))
        with ledger.begin() as c:
            keys = [f"{n:032x}" for n in batch]
            c.execute(tables.stories.insert(), [
                {"id": k, "first_article_key": k, "created_at": at, "last_joined_at": at, "size": 1, "outlets": ["x"],
                 "event_id": k, "event_norm": 5.0} for k in keys
            ])  # fmt: skip
            c.execute(tables.members.insert(), [
                {"article_key": k, "story_id": k, "outlet": "x", "published": at, "joined_at": at, "signature": raw}
                for k in keys
            ])  # fmt: skip
            c.execute(tables.prints.insert(), [
                {"print": rng.getrandbits(63), "article_key": k, "seen_hour": hour}
                for k in keys for _ in range(number)
            ])  # fmt: skip
            c.execute(tables.anchors.insert(), [
                {"anchor": a, "event_id": k, "seen_hour": hour} for k in keys for a in _anchors(rng, known, held)
            ])  # fmt: skip
        written += len(batch)
    with ledger.begin() as c:
        stories.make_common(c, [a for a, n in held.items() if n >= events.COMMON], at)


def _anchors(rng, known, held):
    """Fifty of an article: a third its own, the rest of a common stock, each held by so many events at most."""
    own = [rng.getrandbits(60) for _ in range(17)]
    shared = [a for a in set(rng.choices(known, k=33)) if held[a] < events.COMMON]
    held.update(shared)
    return own + shared


def report(ledger, n, costs, read_costs, size):
    with ledger.read() as c:
        rows = stories.counts(c)
        pages = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        used = c.exec_driver_sql(pages if ledger.is_sqlite else "SELECT pg_database_size(current_database())").scalar()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    mean, median, reading = (
        1000 * f for f in (statistics.mean(costs), statistics.median(costs), statistics.mean(read_costs))
    )
    print(
        f"{n:7} in the window: place {mean:.2f} ms (median {median:.2f}), signature {reading:.2f} ms, {size} bytes;"
        f" ledger {used / 2**20:.0f} MiB ({used / n:.0f} bytes an article), process {peak:.0f} MiB; {rows}",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("score")
    one.add_argument("articles")
    one.add_argument("--traps")
    two = commands.add_parser("hold-out")
    two.add_argument("articles")
    three = commands.add_parser("scale")
    three.add_argument("counts", nargs="+", type=int)
    three.add_argument("--url", help="an empty ledger's URL (default: SQLite in a temporary folder)")
    given = parser.parse_args()
    if given.command == "score":
        score(given.articles, given.traps)
    elif given.command == "hold-out":
        hold_out(given.articles)
    else:
        scale(given.counts, given.url)


if __name__ == "__main__":
    main()
