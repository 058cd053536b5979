"""Workers killed at random instants (SIGKILL), two at a time, with a mail server that refuses for part of it."""

import multiprocessing
import random
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from ingest.alert.rules import load_rules
from ingest.index.document import Document
from ingest.index.open import open_index
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import matches, outbox, told
from ingest.settings import load_settings
from ingest.stages.alert import register_rules
from tests.fakes.index import FakeIndex
from tests.servers.alert_worker import work
from tests.servers.smtp import MailServer

KILLS = 40
STORIES = 120
RULES = """\
rules:
  - {id: korea, query: Pyongyang, recipients: [desk@example.org, boss@example.org]}
  - {id: number, query: 'Pyongyang AND even', recipients: [desk@example.org]}
"""


def test_forty_kills_lose_nothing_and_repeat_nothing_but_in_the_window_that_smtp_leaves(tmp_path):
    server = MailServer().start()
    config = tmp_path / "config"
    config.mkdir()
    (config / "alerts.yaml").write_text(RULES)
    (config / "veille.toml").write_text(
        f'data_dir = "{tmp_path}/data"\n[ledger]\nlease_seconds = 1\n[smtp]\nport = {server.port}\ntimeout_seconds = 5\n'
        'sender = "veille@example.org"\n[alert]\nburst = 1000\n'
    )
    settings = load_settings(config)
    ledger = open_ledger(settings.ledger_url)
    index = open_index(settings.index, ledger)
    register_rules(ledger, load_rules(config / "alerts.yaml"), datetime.now(UTC))
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.servers.alert_worker"])
    chance = random.Random(7)
    for kill in range(KILLS):
        if kill == KILLS // 3:
            server.mailbox.refuse("desk@example.org", "451 4.7.1 not now")
        if kill == KILLS // 2:
            server.mailbox.accept("desk@example.org")
        ready = [processes.Event() for _ in range(1 + kill % 2)]
        workers = [processes.Process(target=work, args=(str(config), event), daemon=True) for event in ready]
        for worker, event in zip(workers, ready, strict=True):
            worker.start()
            assert event.wait(600)
        for n in range(kill * STORIES // KILLS, (kill + 1) * STORIES // KILLS):
            article(index, n)
        time.sleep(chance.uniform(0, 0.1))  # a round takes about that long
        for worker in workers:
            worker.kill()
            worker.join()
    time.sleep(1.1)  # the leases of the dead
    with ledger.begin() as c:
        c.execute(update(outbox).where(outbox.c.state == "queued").values(next_try=None))
    kept = processes.Event()  # its semaphore is gone with the last reference
    last = processes.Process(target=work, args=(str(config), kept, 2))
    last.start()
    last.join(600)
    assert last.exitcode == 0
    server.stop()

    with ledger.read() as c:
        assert [
            (r.id, r.last_error, r.lease_until) for r in c.execute(select(outbox).where(outbox.c.state != "sent"))
        ] == []
        assert len(c.execute(select(matches)).all()) == STORIES + STORIES // 2
        pairs = {(r.recipient, r.event_id) for r in c.execute(select(told))}
        mails = {r.message_id: r.message.encode() for r in c.execute(select(outbox))}
    index.close()
    ledger.close()
    assert pairs == {(who, f"s{n}") for who in ("desk@example.org", "boss@example.org") for n in range(STORIES)}
    delivered = Counter(m["Message-ID"] for _, m in server.mailbox.delivered)
    assert set(delivered) == set(mails)
    repeated = sum(n - 1 for n in delivered.values())
    print(f"{KILLS} kills, {len(mails)} mails, {repeated} repeated in SMTP's window")
    assert repeated <= KILLS * 3 // 2  # at most one a killed worker
    assert all(raw in mails.values() for raw in server.mailbox.raw)


def article(index, n):
    drawer = FakeIndex()
    title = f"Pyongyang {'even' if n % 2 == 0 else 'odd'} {n}"
    drawer.article(f"a{n}", title, datetime.now(UTC) - timedelta(milliseconds=1), story=f"s{n}")
    index.write([Document(f"a{n}", drawer.documents[f"a{n}"])])
