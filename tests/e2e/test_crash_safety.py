"""Killed at any instruction, the pipeline loses nothing and does nothing twice that a reader could notice."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from ingest.demo.server import WebServer
from ingest.index.protocol import SearchRequest
from ingest.ledger.rules import states
from ingest.workspace import Workspace
from tests.e2e import desk
from tests.e2e.crashing import Killer
from tests.servers.elasticsearch import Server
from tests.servers.smtp import MailServer

KILLS = pytest.mark.parametrize("kills", [10, pytest.param(50, marks=pytest.mark.nightly)])
"""Ten in `make test` (half a minute), fifty in `make test-all` (three minutes)."""


@pytest.fixture
def mail():
    server = MailServer().start()
    yield server
    server.stop()


def check_everything(ws: Workspace, mail: MailServer) -> None:
    articles = desk.article_rows(ws)
    waiting = [a for a in articles if a["state"] in ("discovered", "fetched") or a["next_try"]]
    assert waiting == [], desk.dump(waiting)

    hits = desk.every_hit(ws)
    assert max(Counter(h.id for h in hits).values()) == 1
    indexed = {a["key"] for a in articles if a["state"] == "indexed"}
    assert {h.id for h in hits} == indexed
    assert len(indexed) >= 60

    event_of = {h.id: h.article.event for h in hits}
    wanted = {(rule.id, event_of[h.id]) for rule in ws.rules for h in all_of(ws, rule.parsed)}
    assert wanted
    have = {(m["rule_id"], m["event_id"]) for m in desk.match_rows(ws)}
    assert wanted <= have, f"without a match: {wanted - have}"

    recipients = {rule.id: rule.recipients for rule in ws.rules}
    told = {(t["recipient"], t["event_id"]): t["mail_id"] for t in desk.told_rows(ws)}
    for rule_id, event in wanted:
        for recipient in recipients[rule_id]:
            assert (recipient, event) in told, f"{recipient} was not told of {event}"
    mails = {m["id"]: m for m in desk.mail_rows(ws)}
    assert {m["state"] for m in mails.values()} == {"sent"}, desk.dump(list(mails.values()))

    arrived: dict[tuple[str, str], int] = defaultdict(int)
    for recipient, message in mail.mailbox.delivered:
        arrived[(recipient, str(message["Message-ID"]))] += 1
    assert {(m["recipient"], m["message_id"]) for m in mails.values()} == set(arrived)
    assert len(set(told.values())) == len(told), "a mail tells one story, and a story is told in one mail"


def all_of(ws: Workspace, query):
    page = ws.index.search(SearchRequest(query=query, size=1000, highlight=False))
    assert page.next is None
    return page.hits


def kill(killer: Killer, newsroom_share, mail: MailServer, server: Server | None, workers: int, kills: int) -> None:
    """So many kills while the newsroom grows; for part of it the index is down, for part the mail server refuses."""
    tenth = kills // 10
    for part in range(10):
        newsroom_share((part + 1) / 10)
        if server and part == 3:
            server.stop()
        if server and part == 5:
            server.start()
        if part == 5:
            mail.mailbox.refuse_sender("451 4.3.2 not now")
        if part == 8:
            mail.mailbox.refuse_sender(None)
        killer.kill_some(tenth, workers)
    killer.run_to_the_end(8)


def run(
    tmp_path: Path, mail: MailServer, *, kills: int, index: dict, ledger: dict, server: Server | None, seed: int,
    workers: int,
):  # fmt: skip
    outlets = desk.GrowingNewsroom().outlets()
    config = desk.make_config(tmp_path / "config", outlets)
    with WebServer(desk.GrowingNewsroom(share=0.1).site()) as web:
        settings = desk.settings(config, web.proxy_url, mail.port, index=index, ledger=ledger)
        with Workspace(settings) as ws:
            ws.index.setup()
        killer = Killer(settings, seed, tmp_path)
        kill(killer, lambda share: web.change(desk.GrowingNewsroom(share=share).site()), mail, server, workers, kills)
        with Workspace(settings) as ws:
            check_everything(ws, mail)
            with ws.ledger.read() as c:
                assert states(c)
    assert killer.killed.total() >= kills
    assert killer.killed["index"] >= kills // 10, killer.killed
    assert len(killer.killed) >= (4 if kills >= 50 else 2), f"a stage or more was never killed in: {killer.killed}"
    twice = sum(n - 1 for n in Counter(str(m["Message-ID"]) + r for r, m in mail.mailbox.delivered).values())
    print(
        f"\nkilled in {dict(killer.killed)}; {killer.finished} runs came to their end before; "
        f"{len(mail.mailbox.delivered)} mails, {twice} of them a second time"
    )


@KILLS
def test_one_worker_killed_again_and_again_on_the_embedded_default(tmp_path, mail, kills):
    run(tmp_path, mail, kills=kills, index={"workers": 1}, ledger={}, server=None, seed=20250428, workers=1)


@KILLS
def test_two_workers_killed_again_and_again_on_postgresql_and_elasticsearch(
    tmp_path, mail, postgres_server, elasticsearch, es_prefix, kills
):
    index = elasticsearch.settings(es_prefix, workers=1, timeout_seconds=5)
    ledger = {"url": postgres_server.database()}
    run(tmp_path, mail, kills=kills, index=index, ledger=ledger, server=elasticsearch, seed=20250429, workers=2)
