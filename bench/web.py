"""What a page of the desk costs, in CPU time, over an archive of that size: bench/web.py 100000.

CPU seconds of this process (the server's side, without a socket), so that a busy machine changes little; beside it the
bare search of the same query, as a measure of what the page adds.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import timedelta
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.testclient import TestClient

from ingest.index.protocol import SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.ledger import desk as people
from ingest.settings import WebSettings
from ingest.web.app import create_app, settle_memory
from ingest.workspace import Workspace
from tests.fakes.newsdesk import NOW, Piece, key_of, opened, publish, write_config

_SAID = """\
minister parliament border treaty troops grain harbour election budget summit river museum strike railway court energy
market school vaccine storm orchestra satellite embassy protest island tariff water glacier cinema football"""
WORDS = _SAID.split()
OUTLETS = [("gazette", "fr", "FR"), ("courier", "en", "GB"), ("ilbo", "ko", "KR")]


def pieces(count: int, days: int) -> list[Piece]:
    """Articles over that many days; every sixth is a copy, every fortieth tells of Korea."""
    random.seed(7)
    words = WORDS + [f"{a}{b}" for a in WORDS for b in range(600)]
    weights = list(accumulate(1 / (1 + n) for n in range(len(words))))  # Zipf: a few words are everywhere, most rare
    made: list[Piece] = []
    for n in range(count):
        outlet, language, country = OUTLETS[n % 3]
        story = made[-1].story if n % 6 == 5 else f"s{n}"
        about = n % 40 == 0
        title = " ".join(random.choices(words, cum_weights=weights, k=7)) + (" Korea" if about else "")
        body = " ".join(random.choices(words, cum_weights=weights, k=180))
        minutes = int(n / count * days * 1440)
        topics = ("korea",) if about else (("economy",) if n % 7 == 0 else ())
        tags = tuple(dict.fromkeys(random.choices(words, cum_weights=weights, k=4))) if n % 5 < 3 else ()
        made.append(Piece(f"a{n}", title, body, outlet, language, country, story, story, minutes, topics, tags=tags))
    return made


def cpu(what: Callable[[], object], times: int) -> tuple[float, float]:
    """(median, p95) CPU milliseconds."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        what()
        spent.append((time.process_time() - begun) * 1000)
    spent.sort()
    return statistics.median(spent), spent[min(len(spent) - 1, int(0.95 * len(spent)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=100_000)
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--times", type=int, default=15)
    parser.add_argument("--store", type=Path, help="keep the articles in this folder, and use those that are there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing, opened(write_config(given.store or Path(passing))) as ws:
        fill(ws, given.articles, given.days)
        ws.settings = ws.settings.model_copy(update={"web": WebSettings(requests_a_minute=1_000_000)})
        app = create_app(ws)
        settle_memory()  # as `veille serve` does
        with TestClient(app, base_url="http://127.0.0.1") as client:
            with ws.ledger.begin() as c:
                people.put_user(c, "reader", "reader", None, NOW)
                cookie = people.open_session(c, "reader", NOW, NOW + timedelta(days=1))
            client.cookies["veille_session"] = cookie
            measure(ws, client, given.times)
            measure_distinct(client)
        measure_readers(app, cookie)


def fill(ws: Workspace, count: int, days: int) -> None:
    """The archive, unless an earlier run left it."""
    if ws.index.count():
        print(f"{ws.index.count():,} articles are there already")
        return
    begun = time.process_time()
    some = pieces(count, days)
    for at in range(0, len(some), 6000):
        publish(ws, some[at : at + 6000])
    print(f"{count:,} articles in {days} days, written in {time.process_time() - begun:.0f} s of CPU")


def measure(ws: Workspace, client: TestClient, times: int) -> None:
    """A line a page, then distinct searches, then many readers."""
    ask = SearchRequest(parse("treaty"), size=25, sort=Sort.NEWEST)
    bare, _ = cpu(lambda: ws.index.search(ask), times)
    paths = {
        "inbox, 3 days": "/", "inbox, 30 days": "/?days=30", "inbox, filtered": "/?days=30&topic=korea",
        "search, a word": "/search?q=treaty", "search, a word, best match": "/search?q=treaty&sort=relevance",
        "search, a phrase": '/search?q="border treaty"', "search, everything": "/search",
        "search, as stories": "/search?q=treaty&group=stories",
        "search, a topic": "/search?q=topics:korea", "story": f"/story/{key_of('s4')}",
        "article": f"/article/{key_of('a4')}", "rules": "/rules", "rule": "/rules/aid", "feeds": "/feeds",
        "status": "/status", "dashboard, 7 days": "/dashboards/overview?days=7",
        "dashboard, 30 days": "/dashboards/overview?days=30", "Atom": "/search.atom?q=treaty",
    }  # fmt: skip
    print(f"\nbare search of a word: {bare:.0f} ms\n")
    print("| page | median ms CPU | p95 ms CPU | of the bare search |\n|---|---|---|---|")
    for name, path in paths.items():
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.text[:300])
        median, p95 = cpu(lambda path=path: client.get(path), times)
        print(f"| {name} | {median:.0f} | {p95:.0f} | {median / bare:.1f} |", flush=True)


def measure_distinct(client: TestClient) -> None:
    """Queries that are asked once each: every search counts its facets and its histogram."""
    words = [*WORDS, *(f"{a}{b}" for a in WORDS[:6] for b in range(5))]
    pairs = [f"{a} {b}" for a, b in zip(WORDS, WORDS[1:] + WORDS[:1], strict=True)] * 2
    asked = {
        "60 words": [f"/search?q={w}" for w in words],
        "60 words, best match": [f"/search?q={w}&sort=relevance" for w in words],
        "60 pairs of common words, best match": [f"/search?q={p}&sort=relevance" for p in pairs],
        "60 words, as stories": [f"/search?q={w}&group=stories" for w in words],
    }
    print("\n| searches, each asked once | median ms CPU | p95 ms CPU | highest |\n|---|---|---|---|")
    for name, paths in asked.items():
        spent = sorted(cpu(lambda path=path: client.get(path), 1)[0] for path in paths[:60])
        print(f"| {name} | {statistics.median(spent):.0f} | {spent[56]:.0f} | {spent[-1]:.0f} |", flush=True)


READERS, EACH = 50, ("/", "/search?q=treaty", "/feeds", "/status")


def measure_readers(app: FastAPI, cookie: str) -> None:
    """Fifty at once over loopback, in a process of their own, each four pages one after the other."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    begun = time.process_time()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        answers = other.submit(read_pages, f"http://127.0.0.1:{port}", cookie).result()
    spent = (time.process_time() - begun) * 1000 / len(answers)
    server.should_exit = True
    thread.join()
    codes, waits = Counter(code for code, _ in answers), sorted(seconds for _, seconds in answers)
    print(f"\n{READERS} readers at once: {len(answers)} pages, by status {dict(codes)}, {spent:.0f} ms of CPU a page; "
          f"half waited {statistics.median(waits):.1f} s or less (of this machine, as busy as it was)")  # fmt: skip


def read_pages(base: str, cookie: str) -> list[tuple[int, float]]:
    """(status, seconds waited) of every page of every reader."""

    def reader(_: int) -> list[tuple[int, float]]:
        answers = []
        with httpx.Client(base_url=base, timeout=300, trust_env=False, cookies={"veille_session": cookie}) as client:
            for path in EACH:
                begun = time.perf_counter()
                answers.append((client.get(path).status_code, time.perf_counter() - begun))
        return answers

    with ThreadPoolExecutor(READERS) as readers:
        return [answer for found in readers.map(reader, range(READERS)) for answer in found]


if __name__ == "__main__":
    main()
