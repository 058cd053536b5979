"""What placing one article costs in a window of 1,000, 10,000 and 100,000: bench/stories_scale.py 1000 10000 100000."""

import argparse
import random
import resource
import statistics
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from ingest.enrich.stories import events
from ingest.enrich.stories.placement import place
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--url", help="an empty ledger's URL (default: SQLite in a temporary folder)")
    given = parser.parse_args()
    scale(given.counts, given.url)


if __name__ == "__main__":
    main()
