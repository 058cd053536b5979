"""Silence that proves itself: what `status`, `doctor` and the operations mail say of an installation in trouble."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from rich.console import Console
from typer.testing import CliRunner

from ingest.cli.commands import application
from ingest.cli.progress import Progress
from ingest.errors import LedgerDamaged, LedgerUnavailable
from ingest.ledger import clock_repair, runs
from ingest.ledger.store import open_ledger
from ingest.ledger.tables import METADATA
from ingest.ledger.types import Instant
from ingest.operations import clock
from ingest.operations.findings import gather
from ingest.operations.last_resort import tell, telling_of_the_ledger
from ingest.outcome import Stage, StageRun
from ingest.workspace import Workspace
from tests.adversary.world import World, prose

OPS = "ops@example.org"


@pytest.fixture
def world(tmp_path, monkeypatch):
    world = World(tmp_path, encoder="none")
    world.settings = with_alert(world.settings, operations_to=(OPS,))
    yield world
    world.close()


def with_alert(settings, **values):
    return settings.model_copy(update={"alert": settings.alert.model_copy(update=values)})


def story(world, number, outlet="gazette"):
    url = f"http://{outlet}.example/2026/11/24/story-{number}"
    world.page(url, f"Pyongyang speaks {number}", prose(f"speech {number}"))
    world.lists(outlet, f"Pyongyang speaks {number}", url)


def problems(world):
    with Workspace(world.settings, world._tick) as ws:
        return {f.kind: f for f in gather(ws) if f.needs_attention}


def of_operations(world):
    return [str(m["Subject"]) for to, m in world.mail.mailbox.delivered if to == OPS]


def text_of_last(world):
    return [m for to, m in world.mail.mailbox.delivered if to == OPS][-1].get_body(("plain",)).get_content()


def test_no_network_at_all_is_one_red_line_and_a_mail(world):
    for name in ("gazette", "herald", "courier", "echo", "tribune"):
        world.outlet(name)
    fetch = world.settings.fetch.model_copy(update={"proxy": "http://127.0.0.1:9"})
    world.settings = world.settings.model_copy(update={"fetch": fetch})
    console = Console(file=StringIO(), width=80)
    world.outcomes = Lines(console)
    world.round()
    assert console.file.getvalue().count("own-outage") == 1
    (outage,) = [f for f in problems(world).values() if f.level == "error"]
    assert outage.kind == "our own outage"
    assert "network, DNS and proxy" in outage.what_to_do
    assert of_operations(world) == ["[veille] 1 thing needs attention"]
    assert "5 of 5 feeds could not be reached" in text_of_last(world)


class Lines:
    """What a run prints, where the world keeps outcomes."""

    def __init__(self, console):
        self.append = Progress(console)


@pytest.mark.parametrize("first", [True, False])
def test_after_a_run_with_a_clock_a_year_ahead_everything_goes_on_in_the_next(world, first):
    """Also where that run was the first: its news was called old, and is told now."""
    world.outlet("gazette")
    if not first:
        story(world, 0)
        world.round()
    right, before = world.now, len(texts(world))
    story(world, 1)
    world.now += timedelta(days=365)
    world.round()
    world.now = right
    assert "dates in the future" in problems(world)
    story(world, 2)
    world.round()
    assert problems(world) == {}
    assert {row.state for row in world.rows()} == {"indexed"}
    assert not any(row.silent or row.indexed_at > world.now for row in world.rows())
    told = " ".join(m.get_content() for m in texts(world))
    assert "Pyongyang speaks 2" in told
    assert "Pyongyang speaks 1" in told
    world.round()
    assert len(texts(world)) <= before + 2  # nothing was told twice


def texts(world):
    return [m.get_body(("plain",)) for to, m in world.mail.mailbox.delivered if to != OPS]


def begun(tmp_path):
    """An installation with a ledger, mails to somebody, and a page in its archive."""
    world = World(tmp_path, encoder="none")
    world.settings = with_alert(world.settings, operations_to=(OPS,))
    (world.config / "veille.toml").write_text(f'data_dir = "{tmp_path}/data"\n')
    (tmp_path / "data" / "archive" / "2026").mkdir(parents=True)
    open_ledger(world.settings.ledger_url).close()
    return world


def cut(data):
    return data[: len(data) // 2]


def overwritten(data):
    return data[:4096] + bytes(255 - b for b in data[4096:])


def anothers(_data):
    return b"Dear diary, this is no database.\n" * 500


def emptied(_data):
    return b""


@pytest.mark.parametrize("damage", [cut, overwritten, anothers, emptied])
def test_a_damaged_ledger_is_one_red_line_everywhere_and_a_mail_past_the_outbox(tmp_path, damage):
    world = begun(tmp_path)
    file = tmp_path / "data" / "veille.sqlite"
    file.write_bytes(damage(file.read_bytes()))
    told = [spoken("status", world), spoken("doctor", world)]
    for text in told:
        assert text.count("is damaged") == 1
        assert "veille restore" in text
    (problem,) = json.loads(spoken("status", world, "--json"))["problems"]
    assert (problem["part"], problem["kind"], problem["level"]) == ("ledger", "damaged", "error")
    assert next(c["part"] for c in json.loads(spoken("doctor", world, "--json")) if c["level"] == "error") == "ledger"
    for _ in range(3):
        with (
            pytest.raises(LedgerDamaged),
            Workspace(world.settings, world._tick, creates=True) as ws,
            telling_of_the_ledger(ws.settings, ws.clock),
        ):
            ws.ledger.close()
    assert of_operations(world) == ["[veille] ledger damaged"]
    assert "veille restore" in text_of_last(world)
    world.close()


def spoken(command, world, *more):
    done = CliRunner().invoke(application([command]), [command, "--config", str(world.config), *more])
    assert done.exit_code == 1
    return done.stdout if more else " ".join(done.output.split())


def test_a_ledger_out_of_reach_is_mailed_once_that_has_lasted(world):
    away, now = LedgerUnavailable("ledger postgresql://db: connection refused"), world.now
    world.settings.data_dir.mkdir(parents=True)
    sent = [tell(world.settings, away, now + timedelta(minutes=m)) for m in (0, 30, 61, 66, 25 * 60, 26 * 60)]
    assert sent == [0, 0, 1, 0, 0, 1]
    with telling_of_the_ledger(world.settings, lambda: now):  # well again: the next trouble is a new one
        pass
    assert tell(world.settings, away, now + timedelta(days=2)) == 0


def ran_at(ledger, *moments):
    for moment in moments:
        runs.record(ledger, StageRun(Stage.POLL, moment, ended_at=moment))


def test_a_clock_that_is_behind_brings_nothing_back(world):
    world.outlet("gazette")
    story(world, 1)
    world.round()
    with Workspace(world.settings, world._tick) as ws:
        ran_at(ws.ledger, *(world.now + timedelta(hours=6 * n) for n in range(1, 40)))
        assert clock.heal_times(ws) == 0
        (found,) = [f for f in gather(ws) if f.part == "clock"]
    assert "behind" in found.what_to_do


def test_a_clock_that_jumps_ahead_deletes_nothing_for_its_age(world):
    with Workspace(world.settings, world._tick) as ws:
        assert clock.may_delete(ws)  # a new installation
        ran_at(ws.ledger, world.now - timedelta(days=365))
        ran_at(ws.ledger, world.now - timedelta(minutes=5))
        assert not clock.may_delete(ws)
        ran_at(ws.ledger, world.now - timedelta(days=1))
        assert clock.may_delete(ws)


def test_no_time_of_the_ledger_is_forgotten_by_the_repair():
    """A new column of times is a decision: it happened, it is planned, or a reason why it is left."""
    known = {
        (t.name, n) for tables in (clock_repair.HAPPENED, clock_repair.PLANNED) for t, names in tables for n in names
    }
    left = {
        "articles.published", "story_members.published",  # the publisher's
        "articles.indexed_at", "runs.started_at", "runs.ended_at", "feed_use.hour",  # see bring_back
        "feed_gaps.found_at", "feed_gaps.since", "feed_gaps.until",  # the gap's own place in time
        "websub_subscriptions.ends_at", "websub_subscriptions.next_try", "rules.snoozed_until", "held.until",
        "rechecks.next_at", "desk_sessions.expires_at", "desk_tokens.expires_at",  # plans that may lie far ahead
        "desk_audit.at",  # a log is not rewritten
    }  # fmt: skip
    all_of_them = {(t.name, c.name) for t in METADATA.tables.values() for c in t.columns if isinstance(c.type, Instant)}
    assert all_of_them - known == {tuple(name.split(".")) for name in left}
