"""What an article costs from nothing to alerted, beside a bare loop over the same pages: a line a stage.

    python -m bench.pipeline ../shared/data/pages [../shared/data/pages2] [--pages 230] [--rounds 2] [--profile index]

The folders hold ``truth.json`` and ``html/*.html.gz``. A process of its own serves them on loopback as an HTTP proxy,
each under its own address, with one feed for each host. Ours: poll, fetch, index and alert, everything on, from an
empty folder to matched rules. The bare loop does none of our duties: feedparser, httpx, trafilatura with metadata,
langdetect, one table of FTS5. They run in turns; figures are CPU milliseconds an article, all processes of each
together, so that a busy machine changes little. What starting workers costs (imports, topics, encoder) is measured by
an index run over two articles, printed, and taken off the index stage: it does not grow with the articles.
"""

import argparse
import cProfile
import gzip
import json
import multiprocessing
import os
import pstats
import shutil
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import forkserver
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import feedparser
import httpx
import langdetect
import trafilatura

from ingest import pipeline
from ingest.defaults import packaged
from ingest.outcome import Outcome
from ingest.settings import load_settings
from ingest.urls import url_key
from ingest.workspace import Workspace

SETTINGS = """\
data_dir = {data}

[fetch]
proxy = {proxy}
installation = "bench"
contact = "desk@example.org"
host_delay_seconds = 0

[poll]
baseline_hours = 1000000
"""
RULES = """\
groups:
  desk: [desk@example.org]

rules:
  - {id: dprk, query: "topics:russia-dprk", recipients: [desk], every: immediately}
  - {id: korea, query: "topics:korean-peninsula OR title:Korea", recipients: [desk], every: immediately}
  - {id: war, query: '"military aid" OR ukraine', recipients: [desk], every: immediately}
  - {id: markets, query: "stocks OR bourse OR inflation", recipients: [desk], every: immediately}
"""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Page:
    """One article as a server has it."""

    url: str
    title: str
    html: bytes


def pages(folders: Sequence[Path], most: int) -> list[Page]:
    """Distinct addresses, as plain http."""
    found: dict[str, Page] = {}
    for folder in folders:
        for one in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
            file = folder / "html" / f"{one['id']}.html.gz"
            if not one.get("url") or not file.exists():
                continue
            parts = urlsplit(one["url"])
            if not parts.hostname:
                continue
            url = urlunsplit(("http", parts.hostname, parts.path or "/", parts.query, ""))
            html = gzip.decompress(file.read_bytes())
            found.setdefault(url, Page(url, one.get("title") or one["id"], html))
    return list(found.values())[:most]


def feeds(articles: Sequence[Page]) -> dict[str, bytes]:
    """A feed for each host, by its address; what the catalogue would call one feed is one."""
    by_host: dict[str, list[Page]] = defaultdict(list)
    for page in articles:
        by_host[urlsplit(page.url).hostname or ""].append(page)
    now = format_datetime(datetime.now(UTC))
    made = {}
    for site, own in _told_apart(by_host):
        items = "".join(
            f"<item><title>{escape(p.title)}</title><link>{escape(p.url)}</link><guid>{escape(p.url)}</guid>"
            f"<pubDate>{now}</pubDate></item>"
            for p in own
        )
        made[f"http://{site}/rss-of-the-bench"] = (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>{site}</title>{items}</channel></rss>'
        ).encode()
    return made


def _told_apart(by_host: dict[str, list[Page]]) -> Iterable[tuple[str, list[Page]]]:
    """Hosts whose feeds the catalogue would call one (``www.`` or not) share one."""
    shared: dict[str, tuple[str, list[Page]]] = {}
    for name, own in by_host.items():
        shared.setdefault(url_key(f"http://{name}/rss-of-the-bench"), (name, []))[1].extend(own)
    return shared.values()


def serve(site: dict[str, tuple[str, bytes]], port_to: Any) -> None:
    """Answer as an HTTP proxy until killed."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            kind, body = site.get(self.path, ("text/plain", b""))
            self.send_response(200 if self.path in site else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    port_to.send(server.server_address[1])
    server.serve_forever()


def spent() -> float:
    """CPU seconds of this process and of the workers that the fork server has had."""
    mine = time.process_time()
    pid = getattr(forkserver._forkserver, "_forkserver_pid", None)
    if pid is None:
        return mine
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return mine + sum(map(int, fields[11:15])) / TICKS
    return mine


def ours(articles: Sequence[Page], lists: dict[str, bytes], proxy: str, profile: str | None) -> dict[str, float]:
    """CPU seconds a stage."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(packaged("config"), folder / "config")
        config = folder / "config"
        (config / "veille.toml").write_text(
            SETTINGS.format(data=json.dumps(str(folder / "data")), proxy=json.dumps(proxy))
        )
        (config / "alerts.yaml").write_text(RULES)
        (config / "feeds.yaml").write_text(
            json.dumps({"feeds": [
                {"id": f"f{n}", "url": url, "name": url, "site": url, "country": "FR", "language": None}
                for n, url in enumerate(lists)
            ]})
        )  # fmt: skip
        with Workspace(load_settings(config)) as ws:
            return _stages(ws, len(articles), profile)


def _stages(ws: Workspace, count: int, profile: str | None) -> dict[str, float]:
    from ingest.stages.index import index as index_stage

    taken: dict[str, float] = {}
    ws.index.setup()
    ended: list[Outcome] = []

    def timed(name: str, what: Callable[[], object]) -> None:
        watch = cProfile.Profile() if profile == name else None
        begun, wall = spent(), time.perf_counter()
        if watch:
            watch.runcall(what)
            pstats.Stats(watch).sort_stats("cumulative").print_stats(45)
        else:
            what()
        taken[name] = spent() - begun
        taken[f"{name} wall"] = time.perf_counter() - wall

    timed("poll", lambda: pipeline.poll(ws, ended.append))
    timed("fetch", lambda: pipeline.fetch(ws, ended.append))
    timed("start", lambda: index_stage(ws, ended.append, limit=2))
    timed("index", lambda: pipeline.index(ws, ended.append))
    taken["index"] -= taken["start"]
    timed("alert", lambda: pipeline.alert(ws, ended.append))
    there = ws.index.count()
    if there < 0.9 * count:
        names = defaultdict(int)
        for one in ended:
            names[f"{one.stage} {one.name}"] += 1
        raise SystemExit(f"only {there} of {count} were indexed: {dict(names)}")
    taken["indexed"] = there
    return taken


def bare(lists: dict[str, bytes], proxy: str) -> dict[str, float]:
    """The same pages without any of our duties."""
    taken: dict[str, float] = defaultdict(float)
    marks = [time.process_time()]

    def mark(name: str) -> None:
        marks.append(time.process_time())
        taken[name] += marks[-1] - marks[-2]

    langdetect.DetectorFactory.seed = 0
    with tempfile.TemporaryDirectory() as name, httpx.Client(proxy=proxy, timeout=30) as client:
        db = sqlite3.connect(Path(name) / "bare.sqlite")
        db.execute("CREATE VIRTUAL TABLE pages USING fts5(url, title, body, author, date, language)")
        for feed in lists:
            parsed = feedparser.parse(client.get(feed).content)
            mark("poll")
            for entry in parsed.entries:
                answer = client.get(entry.link)
                mark("fetch")
                found: Any = trafilatura.bare_extraction(answer.content, url=entry.link, with_metadata=True)
                mark("extract")
                text = (found.text if found else "") or ""
                try:
                    language = langdetect.detect(text[:5000]) if text else ""
                except langdetect.LangDetectException:
                    language = ""
                mark("language")
                row = (
                    (entry.link, found.title, text, found.author, found.date) if found else (entry.link, "", "", "", "")
                )
                db.execute("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?)", (*row, language))
                mark("write")
            db.commit()
            mark("write")
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--pages", type=int, default=230)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--profile", help="print the profile of this stage, of the main process")
    parser.add_argument("--only", choices=["ours", "bare"])
    given = parser.parse_args()
    articles = pages(given.folders, given.pages)
    lists = feeds(articles)
    site = {p.url: ("text/html; charset=utf-8", p.html) for p in articles}
    site |= {url: ("application/rss+xml", body) for url, body in lists.items()}
    context = multiprocessing.get_context("spawn")
    receive, send = context.Pipe(duplex=False)
    server = context.Process(target=serve, args=(site, send), daemon=True)
    server.start()
    proxy = f"http://127.0.0.1:{receive.recv()}"
    own, other = [], []
    print(f"{len(articles)} pages of {len(lists)} hosts, {given.rounds} rounds in turns", flush=True)
    for _ in range(given.rounds):
        if given.only != "ours":
            other.append(bare(lists, proxy))
        if given.only != "bare":
            own.append(ours(articles, lists, proxy, given.profile))
    server.kill()
    for title, runs in (("bare loop", other), ("ours", own)):
        if runs:
            report(title, runs, len(articles))
    if own and other:
        ratio = median(total(one) for one in own) / median(total(one) for one in other)
        print(f"\nours / bare: {ratio:.2f}")


def total(taken: dict[str, float]) -> float:
    """CPU seconds of a whole run."""
    apart = ("start", "indexed")
    return sum(seconds for name, seconds in taken.items() if name not in apart and not name.endswith(" wall"))


def report(title: str, runs: list[dict[str, float]], count: int) -> None:
    """CPU milliseconds an article."""
    print(f"\n{title}, ms CPU an article (median of {len(runs)})")
    for name in runs[0]:
        if name != "indexed" and not name.endswith(" wall"):
            wall = (
                f"   cores busy {median(one[name] / one[f'{name} wall'] for one in runs):.2f}"
                if f"{name} wall" in runs[0]
                else ""
            )
            print(f"  {name:10} {1000 * median(one[name] for one in runs) / count:7.1f}{wall}")
    print(f"  {'together':10} {1000 * median(map(total, runs)) / count:7.1f}")


if __name__ == "__main__":
    main()
