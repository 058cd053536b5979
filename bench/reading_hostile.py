"""Real pages, broken at random, through the pool: no crash, no hang. Prints what became of them.

    python -m bench.reading_hostile ../shared/data/pages --inputs 5000     # or without a folder: pages of our own
    python -m bench.reading_hostile ../shared/data/pages --seeds 2188 2663 3108

A seed gives the same bytes on every run (of the same folder), so an input that fails can be had again.
"""

import argparse
import gzip
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from ingest.enrich.language import detect
from ingest.extract.pool import Failed, ReadingPool
from ingest.extract.read import read_page

SECONDS = 10.0
"""Processor time that one page may take."""
CUT = 400_000
"""Bytes of a page that are used: the largest would only make the run longer."""
PIECES = (b"</div>" * 50, b"</body>", b"<script>", b"<!--", b"<table><tr>", b"<p", b"\0" * 100, b"<title>",
          b"</article>", b"&#x1F600;", b"<svg>", b"<![CDATA[")  # fmt: skip
OPENINGS = (b"\xff\xfe", b"\xef\xbb\xbf", b'<?xml encoding="utf-16"?>', b"\x1f\x8b\x08")
VICTIMS = (b"<p", b"class=", b'"', b">", b"</", b"article")
Change = Callable[[random.Random, bytearray, int, int], object]


@lru_cache(maxsize=1)
def sources(folder: str) -> tuple[bytes, ...]:
    """The pages that are broken; our own made ones if no folder is given."""
    if folder:
        return tuple(gzip.decompress(p.read_bytes())[:CUT] for p in sorted(Path(folder, "html").glob("*.gz")))
    from tests.unit.extract.made_pages import KINDS

    return tuple(made.html.encode() for cases in KINDS.values() for made in cases)


def _replace(r: random.Random, b: bytearray, _i: int, _n: int) -> None:
    b[:] = bytes(b).replace(r.choice(VICTIMS), r.choice([b"", b"<", b"x", b"<div"]))


def _insert(b: bytearray, i: int, what: bytes) -> None:
    b[i:i] = what


def _reverse(b: bytearray, i: int, n: int) -> None:
    b[i : i + n] = b[i : i + n][::-1]


CHANGES: tuple[Change, ...] = (
    lambda r, b, i, n: b.__delitem__(slice(i, i + n)),
    lambda r, b, i, n: _insert(b, i, r.randbytes(n)),
    lambda r, b, i, n: _insert(b, i, bytes(b[i : i + n]) * r.randint(1, 20)),
    lambda r, b, i, n: _reverse(b, i, n),
    lambda r, b, i, n: _insert(b, i, b"<div>" * r.randint(1, 300)),
    lambda r, b, i, n: _insert(b, i, r.choice(PIECES)),
    lambda r, b, i, n: b.__delitem__(slice(i, None)),
    _replace,
    lambda r, b, i, n: _insert(b, 0, r.choice(OPENINGS)),
)


def mutate(seed: int, pages: Sequence[bytes]) -> bytes:
    """One page with 1 to 30 changes: pieces cut, repeated, reversed, tags put in or taken out."""
    r = random.Random(seed)
    b = bytearray(pages[seed % len(pages)])
    for _ in range(r.randint(1, 30)):
        change, i = r.choice(CHANGES), r.randrange(len(b) + 1)
        change(r, b, i, r.choice([1, 8, 64, 512, 4096]))
        b = b or bytearray(b" ")
    return bytes(b)


def attempt(seed: int, folder: str) -> tuple[str, float]:
    """(status, seconds) of one broken page; runs in a worker."""
    body = mutate(seed, sources(folder))
    started = time.process_time()
    reading = read_page(body, url="https://h.example/a/b-c-d-e")
    detect(reading.text, title=reading.title, html=reading.language_hint)
    return reading.status.value, time.process_time() - started


def run(seeds: Sequence[int], folder: str, workers: int) -> bool:
    """Break and read; print the figures. True if every input ended in a reading."""
    found: Counter[str] = Counter()
    seconds: list[float] = []
    with ReadingPool(workers, timeout=SECONDS) as pool:
        for (seed, _), answer in pool.map(attempt, ((s, folder) for s in seeds)):
            if isinstance(answer, Failed):
                found[answer.reason] += 1
                print(f"seed {seed}: {answer.reason}: {answer.detail}", flush=True)
                continue
            found[answer[0]] += 1
            seconds.append(answer[1])
        replaced = pool.replaced
    print(f"{len(seeds)} inputs: {', '.join(f'{n} {what}' for what, n in found.most_common())}")
    mean, slowest = sum(seconds) / max(1, len(seconds)), max(seconds, default=0.0)
    print(f"CPU a page: mean {mean:.3f} s, slowest {slowest:.2f} s; workers replaced: {replaced}")
    return len(seconds) == len(seeds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default="", help="with html/*.html.gz; default: pages of our own")
    parser.add_argument("--inputs", type=int, default=1_000)
    parser.add_argument("--first", type=int, default=0, help="first seed, to run in parts")
    parser.add_argument("--seeds", type=int, nargs="+", help="only these")
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    seeds = args.seeds or range(args.first, args.first + args.inputs)
    from bench import reading_hostile  # workers know functions by their module's name, and this one's is __main__ here

    sys.exit(0 if reading_hostile.run(seeds, args.folder, args.workers) else 1)


if __name__ == "__main__":
    main()
