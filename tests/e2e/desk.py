"""A desk over the newsroom: its configuration folder, its settings, and what stands in its stores."""

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from sqlalchemy import select

from ingest.defaults import packaged
from ingest.demo.content import Outlet
from ingest.demo.newsroom import Newsroom
from ingest.index.hit import Hit
from ingest.index.protocol import SearchRequest, Sort
from ingest.ledger.tables.alerts import matches, outbox, told
from ingest.ledger.tables.articles import articles
from ingest.settings import Settings, load_settings
from ingest.workspace import Workspace

RULES = {
    "rules": [
        {"id": "russia-dprk", "name": "Russia-DPRK", "query": "topics:russia-dprk", "recipients": ["desk@example.org"]},
        {
            "id": "peninsula",
            "name": "Peninsula",
            "query": "topics:korean-peninsula",
            "recipients": ["night@example.org"],
        },
    ]
}


@dataclass(frozen=True)
class GrowingNewsroom(Newsroom):
    """A newsroom that has published only a share of its pieces so far."""

    share: float = 1.0

    def outlets(self) -> tuple[Outlet, ...]:
        out = []
        for outlet in super().outlets():
            upto = max(1, round(len(outlet.pieces) * self.share)) if outlet.pieces else 0
            out.append(replace(outlet, pieces=outlet.pieces[:upto]))
        return tuple(out)


def make_config(folder: Path, outlets: tuple[Outlet, ...]) -> Path:
    """A config folder for these outlets, with the topics that come with veille and two immediate rules."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(packaged("config"), folder, dirs_exist_ok=True)
    # The newsroom was there before us: what is older than a day is news to these tests all the same.
    (folder / "veille.toml").write_text("[poll]\nbaseline_hours = 100000\n")
    feeds = [
        {"id": o.id, "name": o.name, "url": o.feed_url, "outlet": o.id, "language": o.language, "country": o.country}
        for o in outlets
    ]
    yaml = YAML()
    yaml.dump({"feeds": feeds}, folder / "feeds.yaml")
    rules = [{**rule, "every": "immediately"} for rule in RULES["rules"]]
    yaml.dump({"rules": rules}, folder / "alerts.yaml")
    return folder


def settings(config: Path, proxy: str, smtp_port: int, **sections: Any) -> Settings:
    """Settings for loopback: quick, and patient with what a busy machine serves late."""
    fetch = {
        "proxy": proxy,
        "allow_private": ["127.0.0.0/8"],
        "contact": "https://example.org/bot",
        "host_delay_seconds": 0.02,
        "timeout_seconds": 2.0,
        "total_seconds": 6.0,
        "attempts": 3,
    }
    fetch |= sections.pop("fetch", {})
    sections = {
        "fetch": fetch,
        "smtp": {"port": smtp_port},
        "poll": {"max_interval": 600, "baseline_hours": 100_000},
    } | sections
    return load_settings(config, data_dir=config.parent / "data", **sections)


def article_rows(ws: Workspace) -> list[dict[str, Any]]:
    with ws.ledger.read() as c:
        return [dict(r._mapping) for r in c.execute(select(articles))]


def match_rows(ws: Workspace) -> list[dict[str, Any]]:
    with ws.ledger.read() as c:
        return [dict(r._mapping) for r in c.execute(select(matches))]


def told_rows(ws: Workspace) -> list[dict[str, Any]]:
    with ws.ledger.read() as c:
        return [dict(r._mapping) for r in c.execute(select(told))]


def mail_rows(ws: Workspace) -> list[dict[str, Any]]:
    with ws.ledger.read() as c:
        return [dict(r._mapping) for r in c.execute(select(outbox))]


def every_hit(ws: Workspace) -> list[Hit]:
    """Every document of the index, page by page."""
    ws.index.refresh()
    hits: list[Hit] = []
    after = None
    while True:
        page = ws.index.search(SearchRequest(size=500, after=after, sort=Sort.INDEXED, highlight=False))
        hits += page.hits
        if page.next is None:
            return hits
        after = page.next


def dump(rows: list[dict[str, Any]]) -> str:
    """Rows for the message of a failed assertion."""
    return json.dumps(rows, default=str, indent=1, ensure_ascii=False)[:4000]
