"""Events on real news: the pairs, the stream and the written sets in one table, beside the bare cosine of the encoder.

bench/events.py ../shared/data                     # with what ships; of the stream what lies near its labelled pairs
bench/events.py ../shared/data --held-out          # with weights that have not seen what they are asked about
bench/events.py ../shared/data --stream whole      # all 12,258 items, in order of publication (minutes)
bench/events.py ../shared/data --scale 10000 100000  # CPU of a placement with so many stories in the window
bench/events.py ../shared/data --vectors file      # keep what is encoded

Everything goes through ``placement.place`` in an embedded ledger, as in the index stage. The bare cosine joins two
articles of a labelled pair at the threshold that is best for it on these very pairs, which is more than it could
know. The shipped weights have seen the pairs, so only ``--held-out`` says what to expect of others: four folds of pairs
and of weeks of the stream, and each written set by weights fitted without it.
"""

import argparse
import json
import resource
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b
from pathlib import Path

import fit_events
import numpy as np
from fit_events import KeptVectors

from ingest.enrich.encoder import article_vectors, to_bytes
from ingest.enrich.events import likelihood
from ingest.enrich.events.cells import posted_in
from ingest.enrich.events.evidence import profile
from ingest.enrich.language import detect
from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import stories
from ingest.ledger.store import open_ledger
from ingest.ledger.tables import stories as tables

WINDOW_DAYS = 7
FILLED = 20_000
"""Stories that are written at once."""
NEAR = timedelta(hours=84)
"""Around the labelled pairs of the stream: what else was published then stands in the way as in life."""


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@contextmanager
def new_ledger():
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(f"sqlite:///{folder}/events.sqlite")
        try:
            yield ledger
        finally:
            ledger.close()


class Grouping:
    """Articles placed in order of publication, as the index stage would."""

    def __init__(self, encoder):
        self.encoder = encoder
        self.signatures = {}
        self.cpu = 0.0

    def read(self, key, title, text, language, at):
        """The signature of an article, kept by key."""
        if key not in self.signatures:
            vectors = article_vectors(self.encoder, title, text)
            language = language or detect(text, title=title, feed=None, html=None).code
            self.signatures[key] = signature(title, text, language, at, vectors)
        return self.signatures[key]

    def run(self, articles):
        """(key, title, text, language, at, outlet) … → key → (story, event)."""
        articles = sorted(articles, key=lambda a: a[4])
        for key, title, text, language, at, _ in articles:
            self.read(key, title, text, language, at)
        began, found, merges = time.process_time(), {}, 0
        with new_ledger() as ledger:
            for start in range(0, len(articles), 100):
                with ledger.begin() as c:
                    for key, _, _, _, at, outlet in articles[start : start + 100]:
                        placed = place(c, key, outlet, self.signatures[key], at, at, WINDOW_DAYS, first_seen=at)
                        found[key] = placed.story_id
                        merges += len(placed.merged)
                    stories.prune(c, at - timedelta(days=WINDOW_DAYS))
            self.cpu, self.merges = time.process_time() - began, merges
            with ledger.read() as c:
                event = {s: one.event_id for s in set(found.values()) if (one := stories.story(c, s)) is not None}
        return {key: (story, event[story]) for key, story in found.items()}


def of_stream(shared, whole):
    """Items of the stream with their labelled pairs; not ``whole``: those published near a labelled one."""
    pairs = rows(shared / "stream/pairs-dev.jsonl")
    items = [
        (i["id"], i["title"], i["text"], None, datetime.fromisoformat(i["published"]), i["outlet"])
        for i in rows(shared / "stream/items-dev.jsonl")
    ]
    if not whole:
        wanted = {pair[side] for pair in pairs for side in "ab"}
        days = sorted(i[4] for i in items if i[0] in wanted)[::4]
        items = [i for i in items if i[0] in wanted or any(abs(i[4] - day) < timedelta(hours=3) for day in days)]
    return items, pairs


def of_pairs(shared):
    """The judged articles, each pair on a day of its own but for three others, as the pairs' own scorer has it."""
    pairs = rows(shared / "events/pairs-dev.jsonl")
    items = []
    for n, pair in enumerate(pairs):
        day = datetime.fromisoformat(f"2020-{1 + n // 28 % 12:02d}-{1 + n % 28:02d}T00:00:00+00:00")
        for side, hour in (("a", 8), ("b", 11)):
            one = pair[side]
            key = pair["pair"] + side
            items.append((key, one["title"], one["text"], one["language"], day + timedelta(hours=hour), key))
    clear = [p for p in pairs if p["overall"] <= 1.5 or p["overall"] >= 2.5]
    labels = [(p["pair"] + "a", p["pair"] + "b", p["overall"] <= 1.5) for p in clear]
    return items, labels, {p["pair"] + "a" for p in clear if p["a"]["language"] != p["b"]["language"]}


def of_written(shared, name):
    """A written set: (items, its articles with their groups)."""
    articles = rows(shared / f"stories/{name}.jsonl")
    return [
        (a["id"], a["title"], a["text"], a["language"], datetime.fromisoformat(a["published"]), a["outlet"])
        for a in articles
    ], articles


def prf(labels, joined):
    """(P, R, F1, right, false, missed) of [(a, b, is one)]."""
    right = sum(one and joined(a, b) for a, b, one in labels)
    false = sum(not one and joined(a, b) for a, b, one in labels)
    missed = sum(one and not joined(a, b) for a, b, one in labels)
    return (
        right / max(right + false, 1), right / max(right + missed, 1), 2 * right / max(2 * right + false + missed, 1),
        right, false, missed,
    )  # fmt: skip


def best_cosine(labels, signatures):
    """F1 of the bare cosine at the threshold that is best on these labels, with the threshold."""
    cosines = {
        (a, b): -1.0 if (x := signatures[a].meaning) is None or (y := signatures[b].meaning) is None else float(x @ y)
        for a, b, _ in labels
    }
    steps = [n / 100 for n in range(30, 100)]
    best = max(steps, key=lambda t: prf(labels, lambda a, b: cosines[a, b] >= t)[2])
    return prf(labels, lambda a, b: cosines[a, b] >= best), best


def b_cubed(articles, found):
    """(P, R, F1) of events, item by item."""
    truth, have = defaultdict(set), defaultdict(set)
    for a in articles:
        truth[a["event_group"] or a["id"]].add(a["id"])
        have[found[a["id"]][1]].add(a["id"])
    n = len(articles)
    both = [(truth[a["event_group"] or a["id"]], have[found[a["id"]][1]]) for a in articles]
    p, r = sum(len(x & y) / len(y) for x, y in both) / n, sum(len(x & y) / len(x) for x, y in both) / n
    return p, r, 2 * p * r / (p + r)


@contextmanager
def fitted_without(table, is_out):
    """Weights fitted on all pairs but those, in the place of those that ship."""
    names, x, kept = table
    train = np.array([not is_out(pair) for pair in kept])
    y, w = np.array([float(p[2]) for p in kept]), np.array([fit_events.WEIGHTS[p[3]] for p in kept])
    shipped = likelihood.shipped_model()
    trees = likelihood._unpacked(fit_events.packed(fit_events.forest(x[train], y[train], w[train])))
    model = replace(shipped, features=tuple(names), trees=trees)
    before, likelihood.shipped_model = likelihood.shipped_model, lambda: model
    try:
        yield
    finally:
        likelihood.shipped_model = before


def held_out(shared, grouping, folds=4):
    """The same figures, each pair, week and written set by weights that have not seen it."""
    articles, labelled = fit_events.read(shared, grouping.encoder)
    articles.weigh()
    table = fit_events.table(articles, labelled)
    grouping.signatures |= articles.signatures
    items, labels, across = of_pairs(shared)
    of_pair = {key: n % folds for n, key in enumerate(sorted({a[:-1] for a, _, _ in labels}, key=hash_of))}
    stream_items, pairs = of_stream(shared, whole=False)
    week = {i[0]: i[4].strftime("%Y-%W") for i in stream_items}
    of_week = {one: n % folds for n, one in enumerate(sorted({week[p["a"]] for p in pairs}, key=hash_of))}
    pair_groups, stream_groups = {}, {}
    for fold in range(folds):
        out = {key for key, n in of_pair.items() if n == fold} | {one for one, n in of_week.items() if n == fold}
        with fitted_without(table, lambda pair, out=out: pair[4] in out):
            pair_groups |= grouping.run([i for i in items if of_pair.get(i[0][:-1]) == fold])
            found = grouping.run(stream_items)
            stream_groups |= {(fold, key): place for key, place in found.items()}
    joined = lambda a, b: pair_groups[a][1] == pair_groups[b][1]  # noqa: E731
    for name, of in (("pairs", labels), ("pairs across languages", [x for x in labels if x[0] in across])):
        line(f"{name}, held out", len(of), prf(of, joined), best_cosine(of, grouping.signatures))
    of_stream_pairs = [(p["a"], p["b"], p["label"] in ("copy", "event")) for p in pairs]
    held = lambda a, b: stream_groups[of_week[week[a]], a][1] == stream_groups[of_week[week[a]], b][1]  # noqa: E731
    line("stream pairs, events, held out", len(pairs), prf(of_stream_pairs, held))
    for name in ("dev", "dev2"):
        with fitted_without(table, lambda pair, name=name: pair[0].startswith(f"{name}:")):
            written_lines(shared, grouping, name, ", held out")


def hash_of(text):
    return blake2b(text.encode(), digest_size=8).digest()


def line(name, n, figures, beside=None):
    p, r, f1, *counts = figures
    print(
        f"{name:38} {n:>6} | P {p:.3f} R {r:.3f} F1 {f1:.3f} |"
        + (" right {}, false {}, missed {}".format(*counts) if counts else "")
        + (
            f" | bare cosine ≥ {beside[1]:.2f}: P {beside[0][0]:.2f} R {beside[0][1]:.2f} F1 {beside[0][2]:.3f}"
            if beside
            else ""
        )
    )


def pairs_lines(shared, grouping):
    items, labels, across = of_pairs(shared)
    found = grouping.run(items)
    one_event = lambda a, b: found[a][1] == found[b][1]  # noqa: E731
    for name, of in (("pairs", labels), ("pairs across languages", [x for x in labels if x[0] in across])):
        line(name, len(of), prf(of, one_event), best_cosine(of, grouping.signatures))


def stream_lines(shared, grouping, whole):
    items, pairs = of_stream(shared, whole)
    found = grouping.run(items)
    copies = [(p["a"], p["b"], p["label"] == "copy") for p in pairs if p["label"] != "event"]
    events = [(p["a"], p["b"], p["label"] in ("copy", "event")) for p in pairs]
    line("stream pairs, stories (copies)", len(copies), prf(copies, lambda a, b: found[a][0] == found[b][0]))
    line(
        "stream pairs, events", len(events), prf(events, lambda a, b: found[a][1] == found[b][1]),
        best_cosine(events, grouping.signatures),
    )  # fmt: skip
    at = {i[0]: i[4] for i in items}
    events_of = defaultdict(list)
    for key, (_, event) in found.items():
        events_of[event].append(at[key])
    sizes = sorted((len(of) for of in events_of.values()), reverse=True)
    span = max(max(of) - min(of) for of in events_of.values())
    rate = len(items) / grouping.cpu
    print(
        f"{'stream':38} {len(items):>6} | events of two and more {sum(n > 1 for n in sizes)}, largest {sizes[:5]}, "
        f"over 30: {sum(n > 30 for n in sizes)}, longest {span / timedelta(days=1):.1f} days,"
        f" merged {grouping.merges}, {rate:.0f} items a CPU-second without encoding"
    )
    return found


def written_lines(shared, grouping, name, how=""):
    items, articles = of_written(shared, name)
    found = grouping.run([(f"{name}:{key}", *rest) for key, *rest in items])
    found = {key.partition(":")[2]: place for key, place in found.items()}
    labels = [
        (a["id"], b["id"], a["copy_group"] is not None and a["copy_group"] == b["copy_group"])
        for n, a in enumerate(articles)
        for b in articles[:n]
    ]
    line(f"written {name}, copies{how}", len(articles), prf(labels, lambda a, b: found[a][0] == found[b][0]))
    line(f"written {name}, events{how} (B³)", len(articles), b_cubed(articles, found))


def scale(shared, grouping, sizes, asked=200, kept_in=None):
    """CPU of a placement with so many stories of as many events in one window: all within the reach of what is placed.

    Made of the stream's items: vectors with a little noise, signatures as they are. Written as rows, not placed. What
    is asked is undone again, so that each size is measured at that size. An item stands there many times as an event
    of its own, so more placements than in life find two events that are one: they are told apart.
    """
    items = of_stream(shared, whole=True)[0]
    for key, title, text, language, at, _ in items[:6000]:
        grouping.read(key, title, text, language, at)
    read = [s for s in grouping.signatures.values() if s.lead_vector]
    now = datetime(2025, 10, 1, tzinfo=UTC)
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=kept_in) as folder:
            file = Path(folder) / "events.sqlite"
            ledger = open_ledger(f"sqlite:///{file}")
            for start in range(0, size, FILLED):
                _fill(ledger, read[asked:], range(start, min(start + FILLED, size)), now)
            placed = [_asked(ledger, f"asked{n}", one, now) for n, one in enumerate(read[:asked])]
            ledger.close()
            took = [seconds for seconds, merges in placed if not merges]
            merging = [seconds for seconds, merges in placed if merges] or [0.0]
            mean, median, late = np.mean(took), np.median(took), np.quantile(took, 0.9)
            print(
                f"{'placement, stories in the window':38} {size:>9,} | CPU ms: mean {1000 * mean:.1f},"
                f" median {1000 * median:.1f}, 90 in 100 {1000 * late:.1f}; {len(placed) - len(took)} that merge"
                f" events: {1000 * np.mean(merging):.1f} | {file.stat().st_size / 1e6:,.0f} MB,"
                f" most memory so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB",
                flush=True,
            )


def _asked(ledger, key, one, now):
    """(CPU seconds, events that it merged) of one placement, which is undone."""
    with ledger.begin() as c:
        began = time.process_time()
        placed = place(c, key, f"outlet of {key}", one, now, now, WINDOW_DAYS, first_seen=now)
        took = time.process_time() - began
        c.rollback()
    return took, len(placed.merged)


def _fill(ledger, read, numbers, now):
    """Stories of these numbers, each the founder of its event, as ``place`` would have left them."""
    rng = np.random.default_rng(numbers.start)
    rows = {table: [] for table in (tables.stories, tables.members, tables.event_cores, tables.event_places)}
    for n in numbers:
        one, at = read[n % len(read)], now - timedelta(hours=float(rng.uniform(0, 70)))
        vector = one.meaning + rng.normal(0, 0.02, len(one.meaning)).astype(np.float32)
        near = replace(_profile(n % len(read), one), meaning=vector / np.linalg.norm(vector))
        story = {"id": f"s{n}", "event_id": f"e{n}", "event_norm": 0.0, "size": 1, "outlets": [f"outlet{n}"]}
        rows[tables.stories].append(story | {"first_article_key": f"a{n}", "created_at": at, "last_joined_at": at})
        raw = one.to_bytes()
        rows[tables.members].append(
            {"article_key": f"a{n}", "story_id": f"s{n}", "outlet": f"outlet{n}", "published": at, "joined_at": at,
             "signature": raw, "first_seen_at": at, "joined_with": raw}
        )  # fmt: skip
        hour = int(at.timestamp()) // 3600
        rows[tables.event_cores].append(
            {"id": n + 1, "story_id": f"s{n}", "event_id": f"e{n}", "hour": hour, "vector": to_bytes(near.meaning)}
        )
        rows[tables.event_places] += [{"place": p, "hour": hour, "core_id": n + 1} for p in posted_in(near)]
    rows[tables.event_places].sort(key=lambda row: (row["place"], row["hour"]))
    with ledger.begin() as c:
        for table, of_table in rows.items():
            c.execute(table.insert(), of_table)


@cache
def _profile(_, one):
    return profile(one, "outlet", 0.0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--stream", choices=("near", "whole", "none"), default="near")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument(
        "--scale", type=int, nargs="+", default=(), metavar="N", help="cost with N stories in the window"
    )
    parser.add_argument("--folder", type=Path, help="where the files of --scale are made: some 5.2 kB a story")
    parser.add_argument("--vectors", type=Path, help="keep what is encoded in this file")
    given = parser.parse_args()
    encoder = KeptVectors(given.vectors)
    grouping = Grouping(encoder)
    if given.scale:
        scale(given.shared, grouping, given.scale, kept_in=given.folder)
        return
    if given.held_out:
        held_out(given.shared, grouping)
        return
    pairs_lines(given.shared, grouping)
    if given.stream != "none":
        stream_lines(given.shared, grouping, given.stream == "whole")
    for name in ("dev", "dev2"):
        written_lines(given.shared, grouping, name)
    encoder.keep()


if __name__ == "__main__":
    main()
