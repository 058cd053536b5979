from collections import namedtuple
from dataclasses import replace
from datetime import timedelta

import pytest

from ingest.feeds.health import HealthLine
from ingest.index.protocol import IndexStatus
from ingest.ledger.runs import RunRecord
from ingest.ledger.websub import HubSubscription
from ingest.model import Health
from ingest.operations import findings
from ingest.operations.findings import Level
from tests.unit.feeds.fakes import NOW

Disk = namedtuple("Disk", "total used free")


def run(stage="poll", *, ago=timedelta(minutes=3), claimed=10, error=None, **counts):
    started = NOW - ago
    return RunRecord("id", stage, "w", started, started, claimed, 0, counts, None, None, error)


def line(name, health=Health.WELL, **changes):
    return replace(HealthLine(name, name, health, None, None, None, None, None), **changes)


def kinds(found):
    return [(f.kind, f.level) for f in found]


def test_no_network_at_all_is_one_red_line():
    last = {"poll": run(claimed=141, **{"own-outage": 141})}
    (found,) = findings.fleet_findings([line(f"f{n}") for n in range(141)], last, NOW)
    assert (found.kind, found.level) == ("our own outage", Level.ERROR)
    assert "141 of 141" in found.message


def test_a_few_hosts_that_cannot_be_reached_are_no_outage_of_ours():
    last = {"poll": run(claimed=141, **{"own-outage": 3, "not-modified": 138})}
    assert list(findings.fleet_findings([line("a"), line("b")], last, NOW)) == []


def test_most_feeds_in_trouble_is_said_once_for_all():
    lines = [line("a", Health.FAILING), line("b", Health.RETIRED), line("c"), line("d", Health.DISABLED)]
    assert ("most in trouble", Level.ERROR) in kinds(findings.fleet_findings(lines, {}, NOW))


def test_a_feed_that_others_are_polled_beside_and_that_never_has_its_turn_is_named():
    waiting = line("forgotten", Health.NEVER, next_due=NOW - timedelta(hours=3))
    fresh = line("added-now", Health.NEVER, next_due=NOW)
    (found,) = findings.fleet_findings([line("a"), waiting, fresh], {"poll": run()}, NOW)
    assert found.kind == "never polled"
    assert "forgotten" in found.message
    assert "added-now" not in found.message


@pytest.mark.parametrize(
    ("usual_minutes", "ago_minutes", "overdue"),
    [(5, 12, False), (5, 21, True), (15, 29, False), (15, 31, True), (60, 119, False), (60, 121, True)],
)
def test_a_stage_is_overdue_after_twice_its_own_rhythm(usual_minutes, ago_minutes, overdue):
    last = {"poll": run(ago=timedelta(minutes=ago_minutes))}
    found = findings.run_findings(last, {"poll": timedelta(minutes=usual_minutes)}, NOW)
    assert kinds(found) == ([("overdue", Level.ERROR)] if overdue else [])


def test_what_has_never_run_and_what_failed_are_said():
    assert kinds(findings.run_findings({}, {}, NOW)) == [("nothing has run", Level.WARNING)]
    last = {"poll": run(), "fetch": run("fetch", error="OSError: no space left on device")}
    (found,) = findings.run_findings(last, {}, NOW)
    assert "no space left" in found.message


@pytest.mark.parametrize("name", ["index-unavailable", "refused-by-index", "index-busy"])
def test_an_index_that_takes_nothing_is_red(name):
    last = {"poll": run(), "index": run("index", claimed=4, **{name: 4})}
    assert kinds(findings.run_findings(last, {}, NOW)) == [("writes refused", Level.ERROR)]
    one_got_in = {"poll": run(), "index": run("index", claimed=5, **{name: 4, "indexed": 1})}
    assert kinds(findings.run_findings(one_got_in, {}, NOW)) == []


def test_a_clock_that_was_ahead_is_found():
    (found,) = findings.clock_findings(NOW + timedelta(days=365), NOW)
    assert found.kind == "dates in the future"
    assert list(findings.clock_findings(None, NOW)) == []


@pytest.mark.parametrize(
    ("free", "level"), [(100_000_000, Level.ERROR), (1_000_000_000, Level.WARNING), (50_000_000_000, None)]
)
def test_a_disk_that_fills_up_is_told_before_writing_stops(tmp_path, monkeypatch, free, level):
    monkeypatch.setattr(findings.shutil, "disk_usage", lambda _: Disk(1, 1, free))
    assert [f.level for f in findings.disk_findings(tmp_path)] == ([level] if level else [])


def test_an_encoder_that_is_off_is_a_notice():
    (found,) = findings.encoder_findings("none")
    assert (found.level, found.needs_attention) == (Level.NOTICE, False)
    assert list(findings.encoder_findings("bundled")) == []


def test_an_index_that_is_not_ready_says_why():
    (found,) = findings.index_findings(IndexStatus("sqlite", "x", False, 0, None, note="no such table"))
    assert "no such table" in found.message


def test_moved_and_gaps_are_notices_and_ask_for_nobody():
    found = [findings.feed_finding(line("a", health)) for health in Health]
    asked = {f.kind for f in found if f and f.needs_attention}
    assert asked == {"failing", "in quarantine", "retired", "silent"}
    assert findings.needs_attention([findings.feed_finding(line("a", Health.MOVED))]) is False


def test_what_the_nightly_work_was_not_allowed_to_delete_is_red():
    assert kinds(findings.refused_findings("")) == []
    assert kinds(findings.refused_findings("403")) == [("may not delete", Level.ERROR)]


@pytest.mark.parametrize(("days", "kind"), [(15, []), (14, ["key ends soon"]), (-1, ["key ends soon"])])
def test_a_key_is_warned_of_two_weeks_before_it_ends(days, kind):
    assert [f.kind for f in findings.key_findings((NOW + timedelta(days=days)).date(), NOW)] == kind
    assert list(findings.key_findings(None, NOW)) == []


def test_a_stage_that_ran_a_few_times_and_stopped_or_never_did_is_red():
    last = {"poll": run()}
    later = NOW + timedelta(days=3)
    assert kinds(findings.run_findings(last, {"poll": None}, later)) == [("overdue", Level.ERROR)]
    rhythm = {"poll": timedelta(minutes=5)}
    assert [f.subject for f in findings.never_run_findings(last, rhythm)] == ["alert", "deliver"]
    assert list(findings.never_run_findings(last, {"poll": None})) == []


def subscription(name, state="asked", *, asked=timedelta(hours=2), failures=1, hub="hub.example", **changes):
    one = HubSubscription(
        name, name, f"https://{hub}/", hub, f"https://{name}.example/rss", "secret", state, failures, None, NOW - asked,
        None, None, None, 0, 0, False,
    )  # fmt: skip
    return replace(one, **changes)


def of_hubs(*subscriptions, patience=timedelta(hours=24)):
    return list(findings.hub_findings(subscriptions, "https://desk.example/websub", patience, NOW))


def test_hubs_that_confirm_nothing_are_said_once_for_all_feeds_with_the_address_that_they_must_reach():
    waiting = [subscription(f"f{n}", asked=timedelta(hours=25)) for n in range(40)]
    (found,) = of_hubs(*waiting, subscription("new"), subscription("no", "denied"), subscription("n", "wanted"))
    assert (found.kind, found.level) == ("not confirmed", Level.WARNING)
    assert "40 feeds" in found.message
    assert "hub.example" in found.message
    assert "https://desk.example/websub/" in found.what_to_do
    assert found.since == NOW - timedelta(hours=25)
    assert of_hubs(*waiting[:1])[0].key == found.key, "fewer feeds are no new trouble"


def test_requests_before_the_last_count_as_waiting():
    again = subscription("a", asked=timedelta(hours=10), failures=5)  # before it 1, 2, 4 and 8 hours
    assert again.unconfirmed_since(NOW) == NOW - timedelta(hours=25)
    assert len(of_hubs(again)) == 1
    assert of_hubs(replace(again, failures=4)) == []


def test_a_lease_that_ran_out_unrenewed_is_unconfirmed_too_and_a_live_one_is_not():
    ends = {"verified_at": NOW - timedelta(days=12)}
    assert len(of_hubs(subscription("a", "verified", ends_at=NOW - timedelta(days=2), **ends))) == 1
    assert of_hubs(subscription("a", "verified", ends_at=NOW + timedelta(days=2), **ends)) == []


def test_where_another_hub_reaches_us_or_none_could_be_asked_nobody_is_called():
    late = subscription("a", asked=timedelta(days=3))
    live = subscription("b", "verified", hub="other.example", ends_at=NOW + timedelta(days=2))
    for found in (of_hubs(late, live), of_hubs(replace(late, last_error="http-500"))):
        assert [(f.key, f.level) for f in found] == [("websub:hubs", Level.NOTICE)]
