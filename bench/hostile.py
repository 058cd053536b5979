"""Hostile input through the fetch stage: a clear outcome each, bounded memory and time, the rest unharmed.

    .venv/bin/python -m bench.hostile          # a table
    .venv/bin/python -m bench.hostile --json

The servers run in a process of their own, so the peak memory shown is the crawler's. Limits are
smaller than the defaults to keep it short: 2 MB a body, 10 s a page. Exit code 1 if an outcome is
not among those expected.
"""

import asyncio
import ipaddress
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from ingest.archive import open_archive
from ingest.clock import system_clock
from ingest.http.client import HttpClient
from ingest.http.network.backend import NameUnknown
from ingest.ledger.store import Ledger, open_ledger
from ingest.ledger.tables.articles import articles
from ingest.outcome import Outcome, StageRun
from ingest.settings import FetchSettings, Settings
from ingest.stages.fetch import fetch
from ingest.urls import host, url_key
from tests.servers.hostile import REBOUND

SETTINGS = Settings(
    fetch=FetchSettings(
        allow_private=("127.0.0.1",), host_delay_seconds=0, per_host=24, concurrency=24, attempts=1,
        max_megabytes=2, timeout_seconds=6, total_seconds=10,
    )
)  # fmt: skip


async def resolve(name: str, _port: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """Names of the rebinding tests; no other name exists here."""
    if name not in REBOUND:
        raise NameUnknown(f"{name}: not here")
    return [ipaddress.ip_address(a) for a in REBOUND[name]]


def peak_megabytes() -> float:
    """The most memory this process has had (Linux counts kilobytes, macOS bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def add(ledger: Ledger, urls: list[str]) -> None:
    now = system_clock()
    same = {"feed_id": "f", "policy": "full", "title": "T", "first_seen_at": now, "state": "discovered"}
    rows = [{"key": url_key(u), "url": u, "original_url": u, "host": host(u), **same} for u in urls]
    with ledger.begin() as c:
        c.execute(insert(articles), rows)


async def crawl(ledger: Ledger, folder: Path) -> tuple[StageRun, dict[str, Outcome]]:
    outcomes: dict[str, Outcome] = {}
    async with HttpClient(SETTINGS.fetch, system_clock, resolve=resolve) as http:
        run = await fetch(
            ledger, open_archive(str(folder / "archive")), http, SETTINGS, system_clock,
            lambda o: outcomes.__setitem__(o.subject, o),
        )  # fmt: skip
    return run, outcomes


def row(name: str, expected: list[str], got: Outcome | None) -> dict[str, object]:
    outcome, detail = (got.name, got.detail[:90]) if got else (None, "")
    return {
        "input": name, "outcome": outcome, "detail": detail, "expected": expected, "as_expected": outcome in expected,
    }  # fmt: skip


def measure() -> dict[str, object]:
    """Run everything once."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.servers.hostile"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdin is not None
    assert server.stdout is not None
    try:
        inputs = json.loads(server.stdout.readline())["inputs"]
        with tempfile.TemporaryDirectory() as folder:
            ledger = open_ledger(f"sqlite:///{folder}/ledger.sqlite")
            add(ledger, [url for _, url, _ in inputs])
            before, cpu, began = peak_megabytes(), time.process_time(), time.monotonic()
            run, outcomes = asyncio.run(crawl(ledger, Path(folder)))
            seconds, cpu = time.monotonic() - began, time.process_time() - cpu
            ledger.close()
    finally:
        server.stdin.close()
        server.terminate()
        server.wait(30)
    rows = [row(name, expected, outcomes.get(url)) for name, url, expected in inputs]
    return {
        "inputs": len(rows), "unexpected": [r for r in rows if not r["as_expected"]], "accounted": run.accounted,
        "seconds": round(seconds, 1), "cpu_seconds": round(cpu, 1), "peak_mb_before": round(before, 1),
        "peak_mb": round(peak_megabytes(), 1), "rows": rows,
    }  # fmt: skip


def main() -> int:
    found = measure()
    if "--json" in sys.argv:
        print(json.dumps(found, indent=1))
    else:
        for r in found["rows"]:  # type: ignore[attr-defined]
            print(f"{'ok' if r['as_expected'] else 'NO':3} {r['input']:28} {r['outcome']!s:20} {r['detail']}")
        print(
            f"\n{found['inputs']} inputs, {len(found['unexpected'])} unexpected, {found['seconds']} s "  # type: ignore[arg-type]
            f"({found['cpu_seconds']} s CPU), peak memory {found['peak_mb']} MB (before: {found['peak_mb_before']} MB)"
        )
    return 1 if found["unexpected"] or not found["accounted"] else 0


if __name__ == "__main__":
    sys.exit(main())
