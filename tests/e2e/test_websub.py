"""Publish → hub → delivery → article indexed before the next poll was due: a real hub, a real `veille serve`."""

import json
import re
import socket
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from ingest import pipeline
from ingest.clock import system_clock
from ingest.ledger import feeds as states
from ingest.ledger import websub as subscriptions
from ingest.ledger.tables.articles import articles
from ingest.operations.article_history import article_history
from ingest.operations.status import overview
from ingest.settings import load_settings
from ingest.workspace import Workspace
from tests.fakes.newsdesk import TOPICS
from tests.servers.hub import Hub

pytestmark = pytest.mark.slow
STEPS = (pipeline.poll, pipeline.fetch, pipeline.index)


def atom(hub: Hub, *titles: str) -> bytes:
    links = f"<link rel='hub' href='{hub.url('/hub')}'/><link rel='self' href='{hub.url('/feed')}'/>"
    entries = "".join(
        f"<entry><id>urn:{n}</id><title>{title}</title><link href='{hub.url(f'/{n}')}'/>"
        f"<summary>{title}, said the ministry on Monday.</summary></entry>"
        for n, title in enumerate(titles)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>{links}{entries}</feed>".encode()


class Installation:
    """A ledger, a hub and a desk that hubs reach; time can be moved for the stages."""

    def __init__(self, folder: Path, hub: Hub, port: int) -> None:
        self.hub, self.port, self.late = hub, port, timedelta(0)
        self.config = folder / "config"
        self.config.mkdir()
        self.write_feeds([{"id": "f", "url": hub.url("/feed"), "policy": "summary"}])
        (self.config / "alerts.yaml").write_text("rules: []\n")
        (self.config / "topics.yaml").write_text(TOPICS)
        (self.config / "veille.toml").write_text(
            f'[fetch]\nallow_private = ["127.0.0.1"]\nhost_delay_seconds = 0\n[web]\nport = {port}\n[enrich]\nencoder = "none"\n'
            f'[websub]\nenabled = true\ncallback_url = "http://127.0.0.1:{port}"\n[canary]\nenabled = false\n'
        )
        self.ws = Workspace(load_settings(self.config), lambda: system_clock() + self.late, creates=True)
        self.ws.index.setup()

    def write_feeds(self, feeds: list[dict[str, str]]) -> None:
        (self.config / "feeds.yaml").write_text(json.dumps({"feeds": feeds}))

    def round(self, *steps) -> None:
        for step in steps or STEPS:
            step(self.ws, lambda outcome: None)

    def subscription(self):
        with self.ws.ledger.read() as c:
            return subscriptions.of_feeds(c).get("f")

    def until(self, is_so) -> None:
        """The hub answers in its own time."""
        for _ in range(200):
            if is_so():
                return
            time.sleep(0.05)
        raise AssertionError([self.hub.asked, self.hub.confirmed, self.subscription()])

    def indexed(self) -> set[str]:
        with self.ws.ledger.read() as c:
            return set(c.scalars(select(articles.c.title).where(articles.c.state == "indexed")))

    def due_in(self) -> float:
        with self.ws.ledger.read() as c:
            return (states.states(c)["f"].next_due - self.ws.clock()).total_seconds()


@pytest.fixture
def hub():
    found = Hub().start()
    yield found
    found.stop()


@pytest.fixture
def place(tmp_path, hub):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    found = Installation(tmp_path, hub, port)
    hub.pages["/feed"] = atom(hub, "Old news")
    command = [sys.executable, "-m", "ingest.cli.main", "serve", "--config", str(found.config)]
    desk = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=9)) as client:
            client.get(f"http://127.0.0.1:{port}/healthz", timeout=60)
        yield found
    finally:
        desk.terminate()
        found.said = desk.communicate(timeout=20)[1]
        found.ws.close()


def test_what_is_published_is_indexed_before_the_next_poll_was_due(place, hub):
    topic = hub.url("/feed")
    place.round()
    place.until(lambda: hub.subscribers)
    first = place.subscription()
    assert first.state == "verified"
    assert first.is_live(place.ws.clock())
    form = hub.asked[-1]
    assert (form["hub.topic"], form["hub.mode"]) == (topic, "subscribe")
    assert re.fullmatch(rf"http://127.0.0.1:{place.port}/websub/[\w-]{{43}}", form["hub.callback"])

    hub.pages["/feed"] = atom(hub, "Old news", "Forged news")
    assert hub.publish(topic, sign_with="guessed") == [202]  # taken, and ignored
    assert (place.subscription().ignored, place.subscription().deliveries) == (1, 0)
    assert place.due_in() > 300
    for method in ("sha1", "sha256", "sha384", "sha512"):
        assert hub.publish(topic, method=method) == [202]
    assert place.subscription().deliveries == 4
    assert place.due_in() <= 60  # of two polls within a minute the second waits
    place.late += timedelta(seconds=max(0.0, place.due_in()))
    place.round()
    assert place.indexed() == {"Old news", "Forged news"}
    assert place.subscription().keeps_word
    assert 300 < place.due_in() < 1800  # the safety net: within what is promised

    known = overview(place.ws)
    assert known.hubs == {"verified": 1}
    history = article_history(place.ws.ledger, place.ws.index, (), place.ws.tagger, hub.url("/1"), place.ws.clock())
    assert "verified until" in history.known["sightings"][0]["hub"]
    secrets = (first.callback, first.secret)
    assert not any(s in json.dumps(history.as_plain(), default=str) + str(known) + repr(first) for s in secrets)

    place.write_feeds([{"id": "other", "url": hub.url("/other"), "policy": "summary"}])
    del place.ws.catalogue
    place.round(pipeline.poll)
    place.until(lambda: not hub.subscribers)
    assert hub.confirmed[-1] == ("unsubscribe", 200)
    assert place.subscription() is None
