"""A small world on loopback: outlets with feeds and pages that a test writes, one watching rule, the real pipeline."""

import html
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

from ruamel.yaml import YAML
from sqlalchemy import select

from ingest import pipeline
from ingest.defaults import packaged
from ingest.demo.replies import Reply
from ingest.demo.server import WebServer
from ingest.ledger.tables.articles import articles, sightings
from ingest.outcome import Outcome
from ingest.settings import load_settings
from ingest.workspace import Workspace
from tests.servers.smtp import MailServer

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
_NAMESPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)
WATCHED = "Pyongyang"
"""The word that the reader's rule looks for."""


def prose(subject: str, n: int = 6) -> list[str]:
    """Paragraphs of made-up words, the same for the same subject and in common with no other's."""
    random = Random(subject)
    words = [
        "".join(random.choices("bcdfglmnprstv", k=2)) + random.choice("aeiou") + random.choice("nrst")
        for _ in range(150)
    ]
    sentences = [" ".join(random.choices(words, k=14)).capitalize() + f" {subject}." for _ in range(3 * n)]
    return [" ".join(sentences[3 * i : 3 * i + 3]) for i in range(n)]


class World:
    """Outlets by name; each has a host ``name.example`` unless the test says otherwise."""

    def __init__(self, folder: Path, *, encoder: str = "bundled", **fetch: Any) -> None:
        self.now = START
        self.pages: dict[tuple[str, str], Reply] = {}
        self.entries: dict[str, list[dict[str, Any]]] = {}
        self.channels: dict[str, str] = {}
        """What a feed says of itself, as XML; default: its name."""
        self.feed_headers: dict[str, dict[str, str]] = {}
        self.feed_answers: dict[str, Reply] = {}
        """Instead of the RSS that is made of what an outlet lists."""
        self.feeds: list[dict[str, Any]] = []
        self.config = folder / "config"
        shutil.copytree(packaged("config"), self.config)
        (self.config / "veille.toml").unlink()
        rule = {
            "id": "watch",
            "name": "Watch",
            "query": WATCHED,
            "every": "immediately",
            "recipients": ["r@example.org"],
        }
        YAML().dump({"rules": [rule]}, self.config / "alerts.yaml")
        self.web, self.mail = WebServer({}), MailServer().start()
        self.web.__enter__()
        self.settings = load_settings(
            self.config, data_dir=folder / "data",
            fetch={"proxy": self.web.proxy_url, "host_delay_seconds": 0.0, "timeout_seconds": 2, **fetch},
            smtp={"port": self.mail.port}, poll={"min_interval": 1, "first_interval": 1, "max_interval": 60},
            index={"workers": 1}, enrich={"encoder": encoder},
        )  # fmt: skip
        self.outcomes: list[Outcome] = []

    def close(self) -> None:
        self.web.__exit__(None, None, None)
        self.mail.stop()

    def outlet(self, name: str, host: str | None = None, **more: Any) -> None:
        """An outlet with one feed that we have subscribed to."""
        host = host or f"{name}.example"
        self.feeds.append(
            {"id": name, "name": name.title(), "outlet": name, "url": f"http://{host}/feed", "language": "en"} | more
        )
        self.entries[name] = []

    def lists(self, outlet: str, title: str, url: str, **more: Any) -> None:
        """The outlet's feed names an address, whoever it belongs to."""
        self.entries[outlet].append({"title": title, "url": url, "at": self.now, **more})

    def page(self, url: str, title: str, paragraphs: list[str], *, head: str = "", at: datetime | None = None,
        **headers: str,
    ) -> None:  # fmt: skip
        """What stands at an address."""
        body = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
        when = (at or self.now).isoformat()
        self.answers(
            url,
            f'<!doctype html><html lang="en"><head><title>{html.escape(title)}</title>{head}'
            f'<meta property="article:published_time" content="{when}"></head>'
            f"<body><main><article><h1>{html.escape(title)}</h1>{body}</article></main></body></html>",
            **headers,
        )

    def answers(self, url: str, text: str = "", status: int = 200, **headers: str) -> None:
        """Any answer at all."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[_place(url)] = Reply(text.encode(), status=status, headers=named)

    def round(self, *, minutes: float = 10, stages: tuple[Callable[..., Any], ...] | None = None) -> None:
        """The whole way once, some minutes later."""
        self.now += timedelta(minutes=minutes)
        YAML().dump({"feeds": self.feeds}, self.config / "feeds.yaml")
        self.web.change(self.pages | {_place(f["url"]): self._feed(f["id"]) for f in self.feeds})
        with Workspace(self.settings, self._tick) as ws:
            for stage in stages or (pipeline.run_once,):
                stage(ws, self.outcomes.append)

    def rows(self, table: Any = articles) -> list[Any]:
        with Workspace(self.settings, self._tick) as ws, ws.ledger.read() as c:
            return list(c.execute(select(table)).all())

    def article(self, url: str) -> Any:
        (found,) = [r for r in self.rows() if r.url == url]
        return found

    def sighted_in(self) -> set[str]:
        return {r.feed_id for r in self.rows(sightings)}

    def asked(self, url: str) -> int:
        """How often an address was asked for."""
        host, path = _place(url)
        return sum(1 for a in self.web.log if (a.host, a.path) == (host, path))

    def subjects(self) -> list[str]:
        """Of the mails that the reader has got."""
        return self.mail.mailbox.subjects

    def _tick(self) -> datetime:
        self.now += timedelta(milliseconds=10)
        return self.now

    def _feed(self, name: str) -> Reply:
        if name in self.feed_answers:
            return self.feed_answers[name]
        items = "".join(
            f"<item><title>{html.escape(e['title'])}</title><link>{html.escape(e['url'])}</link>"
            f"<guid isPermaLink='false'>{html.escape(e.get('guid', e['url']))}</guid>"
            f"<pubDate>{format_datetime(e.get('dated', e['at']))}</pubDate>"
            f"<description>{html.escape(e.get('summary', ''))}</description>{e.get('xml', '')}</item>"
            for e in self.entries[name]
        )
        said = self.channels.get(name, f"<title>{name}</title>")
        xml = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0' {_NAMESPACES}><channel>{said}{items}</channel></rss>"
        return Reply(xml.encode(), "application/rss+xml", headers=self.feed_headers.get(name, {}))


def _place(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.path + (f"?{parts.query}" if parts.query else "")
