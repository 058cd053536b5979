"""The canary travels the whole way, is seen by no reader, and says where it was stopped."""

from datetime import timedelta

import pytest

from ingest import jobs, pipeline
from ingest.errors import ArchiveError
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.ledger import canary as record
from ingest.ledger import outbox
from ingest.ledger.tables.alerts import outbox as outbox_table
from ingest.ledger.tables.articles import articles
from ingest.operations import canary
from ingest.operations.findings import gather
from ingest.operations.status import overview
from ingest.outcome import Stage, StageRun
from ingest.workspace import Workspace
from tests.adversary.world import World, prose
from tests.servers.smtp import MailServer

MAILBOX = "canary@example.org"


@pytest.fixture
def world(tmp_path, monkeypatch):
    world = World(tmp_path, encoder="none")
    world.outlet("gazette")
    yield world
    world.close()


def with_article(world):
    url = "http://gazette.example/2026/11/24/pyongyang-speaks-123456"
    world.page(url, "Pyongyang speaks", prose("speech"))
    world.lists("gazette", "Pyongyang speaks", url)


def with_canary(world, **values):
    world.settings = world.settings.model_copy(
        update={"canary": world.settings.canary.model_copy(update=values)}
    )  # fmt: skip


def known(world):
    with Workspace(world.settings, world._tick) as ws, ws.ledger.read() as c:
        return record.state(c)


def of_canary(world):
    with Workspace(world.settings, world._tick) as ws:
        return [f for f in gather(ws) if f.part == "canary"]


@pytest.mark.slow
def test_it_passes_every_stage_and_its_mail_arrives(world):
    with_article(world)
    with_canary(world, mailbox=MAILBOX)
    world.round()
    assert known(world).arrived_at is not None
    assert sorted(world.subjects()) == ["[Watch] Pyongyang speaks (Gazette)", "[veille] canary"]
    with Workspace(world.settings, world._tick) as ws:
        assert overview(ws).canary_age < 60
    first = known(world).arrived_at
    world.round()
    assert known(world).arrived_at > first
    assert world.subjects().count("[veille] canary") == 2


def test_readers_never_see_it(world):
    with_article(world)
    with_canary(world, mailbox=MAILBOX)
    world.round()
    with Workspace(world.settings, world._tick) as ws:
        found = ws.index.search(SearchRequest(size=50))
        assert [hit.source["title"] for hit in found.hits] == ["Pyongyang speaks"]
        assert len(ws.archive.files()) == 1
        with ws.ledger.read() as c:
            assert sum(outbox.counts(c).values()) == 1
        assert ws.index.status().documents == 1
    assert len(world.rows(articles)) == 1


def broken(*_args, **_kwargs):
    raise ArchiveError("the disk is full")


@pytest.mark.parametrize("stage", [s if s is Stage.FETCH else pytest.param(s, marks=pytest.mark.slow) for s in Stage])
def test_where_a_stage_is_broken_it_goes_stale_and_names_the_stage(world, monkeypatch, stage):
    with monkeypatch.context() as broke:
        broke.setitem(canary._LEGS, stage, broken)
        world.round()
        world.round(minutes=70)
    stopped = known(world)
    assert (stopped.waits_for, stopped.why, stopped.arrived_at) == (stage, "the disk is full", None)
    (finding,) = of_canary(world)
    assert (finding.kind, finding.subject, finding.level) == ("canary missing", stage.value, "error")
    assert "the disk is full" in finding.message
    world.round()
    assert of_canary(world) == []


def test_a_mail_server_that_is_away_stops_it_at_deliver(world):
    with_canary(world, mailbox=MAILBOX)
    world.mail.stop()
    world.round()
    assert known(world).waits_for is Stage.DELIVER
    assert known(world).arrived_at is None
    world.mail = MailServer().start()


def test_its_mail_goes_through_the_outbox_and_is_in_no_count_or_list(world):
    with_canary(world, mailbox=MAILBOX)
    world.mail.mailbox.refuse(MAILBOX, "450 4.2.1 later")
    world.round()
    assert known(world).waits_for is Stage.DELIVER
    assert "450 4.2.1 later" in known(world).why
    (row,) = world.rows(outbox_table)
    assert (row.kind, row.recipient, row.state) == (outbox.CANARY, MAILBOX, "queued")
    with Workspace(world.settings, world._tick) as ws:
        assert overview(ws).mails == {}
        assert not [f for f in gather(ws) if f.part == "mails"]
    world.mail.mailbox.accept(MAILBOX)
    world.round(minutes=20)
    assert known(world).arrived_at is not None
    assert world.rows(outbox_table) == []
    world.mail.mailbox.refuse(MAILBOX)
    world.round()
    world.round()
    assert "550" in known(world).why
    world.mail.mailbox.accept(MAILBOX)
    world.round()
    world.round()
    assert known(world).why == ""
    assert set(world.subjects()) == {"[veille] canary"}


def test_where_no_feed_answers_any_more_it_stops_though_nothing_is_due(world):
    world.round()
    before = known(world).arrived_at
    fetch = world.settings.fetch.model_copy(update={"proxy": "http://127.0.0.1:9"})
    world.settings = world.settings.model_copy(update={"fetch": fetch})  # one feed: too few to tell whose outage it is
    world.round(minutes=240)
    assert known(world).waits_for is Stage.POLL
    assert "no feed has answered" in known(world).why
    assert known(world).arrived_at == before


def test_two_workers_in_one_stage_take_nothing_from_each_other(world):
    world.round(stages=(pipeline.poll, pipeline.fetch))
    canary_under_way = known(world)
    with Workspace(world.settings, world._tick) as one, Workspace(world.settings, world._tick) as other:
        mine = canary._document(canary_under_way, one.clock())
        assert one.index.write([mine])[0].ok
        canary._index(other, canary_under_way, StageRun(Stage.INDEX, world.now))
        assert one.index.get(mine.id) is not None
        assert one.index.delete([mine.id]) == 1


def test_no_outlet_forges_one_or_hides_behind_it(world):
    """An article that looks like the canary in every field is an article like any other."""
    token = "canary0123456789abcdef"
    url = f"http://gazette.example/{token}"
    world.page(url, f"Pyongyang {token}", prose("speech"))
    world.lists("gazette", f"Pyongyang {token}", url, guid=token)
    with_canary(world, mailbox=MAILBOX)
    world.round()
    (row,) = world.rows()
    assert row.key != token
    with Workspace(world.settings, world._tick) as ws:
        assert ws.index.search(SearchRequest(parse(token))).total == 1
        assert overview(ws).backlog == {"indexed": 1}
    assert f"[Watch] Pyongyang {token} (Gazette)" in world.subjects()
    assert known(world).token not in (token, None)


def test_a_run_of_one_stage_takes_it_one_leg(world):
    world.round(stages=(pipeline.poll, pipeline.fetch))
    assert known(world).waits_for is Stage.INDEX
    world.round(stages=(pipeline.alert,))
    assert known(world).waits_for is Stage.INDEX


def test_the_heartbeat_is_asked_after_a_complete_cycle_and_never_after_a_failed_one(world, monkeypatch):
    asked = []
    monkeypatch.setattr(canary, "_get", lambda url: asked.append(url))
    with_canary(world, heartbeat_file=world.config / "heartbeat")
    (world.config / "heartbeat").write_text("http://127.0.0.1:9/ping\n")
    with monkeypatch.context() as broke:
        broke.setitem(canary._LEGS, Stage.INDEX, broken)
        world.round()
        assert asked == []
    world.round(stages=pipeline.STEPS[2:])
    assert asked == ["http://127.0.0.1:9/ping"]


def test_a_heartbeat_that_cannot_be_reached_is_found_and_its_address_is_not_said(world):
    (world.config / "heartbeat").write_text("http://127.0.0.1:9/secret-token")
    with_canary(world, heartbeat_file=world.config / "heartbeat")
    world.round()
    (finding,) = of_canary(world)
    assert finding.kind == "heartbeat failed"
    assert "secret" not in finding.message


def test_a_missing_canary_is_told_once_by_another_channel(world, monkeypatch):
    with monkeypatch.context() as broke:
        broke.setitem(canary._LEGS, Stage.FETCH, broken)
        world.round()
        with_canary(world, alarm_to=("gone:#desk", "alarm@example.org"))  # the first one's channel left the settings
        for _ in range(3):
            world.round(minutes=61, stages=(pipeline.notify_and_deliver,))
    told = [s for s in world.subjects() if s.startswith("veille: ")]
    assert told == ["veille: the canary is missing"]


def test_it_can_be_left_out(world):
    with_canary(world, enabled=False)
    world.round()
    assert known(world) is None


@pytest.mark.slow
def test_under_the_jobs_of_airflow_it_arrives_too(world, monkeypatch):
    world.round()
    before = known(world).arrived_at
    monkeypatch.setattr(jobs.Workspace, "of", classmethod(lambda _cls, **_: Workspace(world.settings, world._tick)))
    world.now += timedelta(minutes=5)
    for shard in jobs.plan_polls():
        jobs.poll(shard)
    for shard in jobs.plan_fetch():  # nothing new came in: these are for the canary alone
        jobs.fetch(shard, 60)
    for shard in jobs.plan_index():
        jobs.index(shard, 60)
    jobs.alert_and_deliver()
    assert known(world).arrived_at > before
    assert jobs.plan_fetch() == jobs.plan_index() == []


def test_a_worker_that_fails_takes_back_no_step_of_anothers(world, monkeypatch):
    def overtaken(ws, *_):
        with monkeypatch.context() as other:
            other.setitem(canary._LEGS, Stage.FETCH, lambda *_: None)
            canary.advance(ws, StageRun(Stage.FETCH, ws.clock()))
        broken()

    monkeypatch.setitem(canary._LEGS, Stage.FETCH, overtaken)
    world.round(stages=(pipeline.poll, pipeline.fetch))
    assert (known(world).waits_for, known(world).why) == (Stage.INDEX, "")
