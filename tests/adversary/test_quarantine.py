"""One outlet's links cost much: the others are served in the same round, and only that outlet goes into quarantine."""

from datetime import timedelta

import pytest
from typer.testing import CliRunner

from ingest import pipeline
from ingest.cli.main import app
from ingest.demo.replies import Reply
from ingest.feeds import quarantine
from ingest.feeds.quarantine import FIRST_TERM
from ingest.ledger import sources
from ingest.ledger.sources import FeedUse
from ingest.operations.findings import gather
from ingest.stages import spending
from ingest.workspace import Workspace
from tests.adversary.test_trust import HEADLINE, NEWS, SUBJECT, TEXT
from tests.adversary.world import World, prose

READING_NOTHING = (pipeline.poll, pipeline.fetch)


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path, attempts=2)
    world.outlet("evil")
    world.outlet("victim")
    yield world
    world.close()


def publish(world):
    world.page(NEWS, HEADLINE, TEXT)
    world.lists("victim", HEADLINE, NEWS, summary="Pyongyang fired a missile.")


def held(world):
    with Workspace(world.settings, world._tick) as ws, ws.ledger.read() as c:
        return sources.active(c)


def junk(world, n):
    for i in range(n):
        world.lists("evil", f"Junk {i}", f"http://victim.example/2026/11/junk-{100000 + i}")


def test_links_that_lead_nowhere_bring_their_lister_into_quarantine_and_never_the_host_that_they_name(world):
    junk(world, 400)
    publish(world)
    world.round()
    assert world.subjects() == [SUBJECT]
    asked = sum(a.path.startswith("/2026/11/junk") for a in world.web.log)
    assert asked < 40
    for _ in range(4):
        world.round(stages=READING_NOTHING)
    (quarantine,) = held(world).values()
    assert (quarantine.feed_id, quarantine.reason) == ("evil", "missing-pages")
    waits = [r for r in world.rows() if r.words_from == "evil" and r.state == "discovered"]
    assert waits
    assert any(str(r.reason).startswith("quarantine: feed evil") for r in waits)
    before = len(world.web.log)
    world.round(stages=READING_NOTHING)
    assert 1 <= sum(a.path.startswith("/2026/11/junk") for a in world.web.log[before:]) <= 4


def test_a_feed_in_quarantine_gets_what_it_lists_told_and_comes_out_by_itself(world):
    put_in(world, "evil")
    good = "http://evil.example/2026/11/24/pyongyang-answers-777777"
    world.page(good, "Pyongyang answers", prose("answer"))
    world.lists("evil", "Pyongyang answers", good)
    world.round()
    assert world.subjects() == ["[Watch] Pyongyang answers (Evil)"]
    assert set(held(world)) == {"evil"}
    world.round(stages=READING_NOTHING, minutes=FIRST_TERM / timedelta(minutes=1))
    assert held(world) == {}


def test_one_that_goes_on_stays(world):
    put_in(world, "evil")
    junk(world, 50)
    for _ in range(3):
        world.round(stages=READING_NOTHING)
    world.round(stages=READING_NOTHING, minutes=FIRST_TERM / timedelta(minutes=1))
    assert held(world)["evil"].strikes == 2


def test_it_is_said_everywhere_and_released_by_hand(world):
    world.round()
    put_in(world, "evil")
    world.round()
    with Workspace(world.settings, world._tick) as ws:
        (found,) = [f for f in gather(ws) if f.kind == "in quarantine"]
    assert (found.subject, found.level.value) == ("evil", "warning")
    command = ["--config", str(world.config)]
    env = {"VEILLE_DATA_DIR": str(world.settings.data_dir)}
    said = CliRunner().invoke(app, ["feeds", "health", *command], env=env).output
    assert "in quarantine" in said
    assert "veille feeds release evil" in said
    assert CliRunner().invoke(app, ["feeds", "release", "evil", *command], env=env).exit_code == 0
    assert held(world) == {}
    assert CliRunner().invoke(app, ["feeds", "release", "evil", *command], env=env).exit_code == 1


def test_two_hundred_slow_hosts_hold_up_nobody(tmp_path, monkeypatch):
    """A page that is silent until its time is up costs a wire 1 s here; all two hundred would take 50 s of the four."""
    small = quarantine.Budget(seconds=6.0)
    monkeypatch.setattr(spending, "RUN_BUDGET", small)
    monkeypatch.setitem(
        quarantine._TESTS, "slow-pages", (lambda use, may: use.seconds >= may.seconds, lambda use: "slow")
    )
    world = World(tmp_path, attempts=2)
    try:
        world.outlet("evil")
        world.outlet("victim")
        for n in range(200):
            slow = (f"s{n}.evil.example", f"/2026/11/a-{100000 + n}")
            world.pages[slow] = Reply(b"x", stall_seconds=3.0)
            world.lists("evil", f"Slow {n}", f"http://{slow[0]}{slow[1]}")
        publish(world)
        world.round(stages=(pipeline.poll,))
        impatient = world.settings.fetch.model_copy(update={"timeout_seconds": 1.0, "total_seconds": 1.0})
        world.settings = world.settings.model_copy(update={"fetch": impatient})
        world.round(stages=(pipeline.fetch,))
        fetched = [o for o in world.outcomes if o.stage.value == "fetch"]
        assert "fetched" in {o.name for o in fetched if o.subject == NEWS}
        assert sum(o.name == "timed-out" for o in fetched) < 30
        assert held(world) == {}
    finally:
        world.close()


def put_in(world, feed_id):
    """As if its links had led nowhere for hours."""
    with Workspace(world.settings, world._tick) as ws, ws.ledger.begin() as c:
        sources.add(c, {feed_id: FeedUse(pages=60, missing=60)}, ws.clock())
    world.round(stages=(pipeline.poll,))
    assert set(held(world)) == {feed_id}
