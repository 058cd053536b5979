"""The alert stage's promises on PostgreSQL, and with two workers at once on both ledgers."""

import inspect
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import matches, outbox, told
from ingest.stages.deliver import deliver
from tests.servers.smtp import MailServer
from tests.unit import test_alert_stage as scenes

SCENES = [
    f for name, f in vars(scenes).items() if name.startswith("test_") and [*inspect.signature(f).parameters] == ["desk"]
]


@pytest.fixture
def on_postgres(tmp_path, postgres_server):
    ledger = open_ledger(postgres_server.database(), worker="desk")
    yield scenes.Desk(tmp_path, ledger)
    ledger.close()


@pytest.mark.parametrize("scene", SCENES, ids=lambda f: f.__name__.removeprefix("test_"))
def test_on_postgres(scene, on_postgres):
    scene(on_postgres)


@pytest.fixture
def desk(tmp_path, ledger_url):
    ledger = open_ledger(ledger_url, worker="one")
    yield scenes.Desk(tmp_path, ledger)
    ledger.close()


def test_two_workers_at_once_tell_every_story_once(desk, ledger_url):
    """Both look and record at the same moment, over and over; then both deliver."""
    for n in range(4):
        desk.rule(f"r{n}", "Kim", to=f"a{n % 2}@example.org")
    desk.run()
    second = open_ledger(ledger_url, worker="two")
    for step in range(6):
        for n in range(5):
            desk.article(f"a{step}-{n}", f"Kim {step} {n}", story=f"s{step}-{n // 2}")
        desk.later(minutes=1)
        together(lambda: desk.run(), lambda: desk.run(second))
        desk.run()
    with desk.ledger.read() as c:
        assert c.execute(select(func.count()).select_from(matches)).scalar_one() == 6 * 3 * 4
        assert c.execute(select(func.count()).select_from(told)).scalar_one() == 6 * 3 * 2
        assert c.execute(select(func.count()).select_from(outbox)).scalar_one() == 6 * 3 * 2
        assert c.execute(select(func.count()).select_from(matches).where(matches.c.mail_id.is_(None))).scalar_one() == 0
    _deliver_twice(desk, second)
    second.close()


def _deliver_twice(desk, second):
    server = MailServer().start()
    smtp = desk.settings.smtp.model_copy(update={"port": server.port})
    settings = desk.settings.model_copy(update={"smtp": smtp})
    now = desk.now + timedelta(minutes=1)
    one, two = together(
        lambda: deliver(desk.ledger, settings, lambda: now, lambda _: None),
        lambda: deliver(second, settings, lambda: now, lambda _: None),
    )
    server.stop()
    assert one.counts["sent"] + two.counts["sent"] == 36
    ids = [m["Message-ID"] for _, m in server.mailbox.delivered]
    assert len(ids) == len(set(ids)) == 36


def together(*jobs):
    start = Barrier(len(jobs))

    def run(job):
        start.wait()
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [f.result() for f in [pool.submit(run, job) for job in jobs]]
