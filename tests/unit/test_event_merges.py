"""Two events that turn out to be one: what was told of either was told of both, and nobody is written to again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ingest.ledger import event_merges, happenings, threads
from ingest.ledger.history import dossier
from ingest.ledger.tables.alerts import event_updates, held
from ingest.ledger.tables.alerts import matches as match_table
from ingest.ledger.tables.alerts import told as told_table
from ingest.ledger.tables.stories import event_cores, members, stories
from ingest.stages import alert as stage
from tests.unit import test_alert_stage as scenes

desk, empty_ledger = scenes.desk, scenes.empty_ledger


def in_event(desk, key, event):
    """An article with its story, as the ledger keeps them."""
    desk.in_ledger(key, story_id=f"s-{key}", event_id=event)
    with desk.ledger.begin() as c:
        values = {"first_article_key": key, "created_at": desk.now, "last_joined_at": desk.now, "size": 1}
        c.execute(stories.insert().values(id=f"s-{key}", outlets=["o"], event_id=event, **values))
        core = {"story_id": f"s-{key}", "event_id": event, "hour": 1, "vector": b"v"}
        c.execute(event_cores.insert().values(**core))
        member = {"article_key": key, "story_id": f"s-{key}", "outlet": "o", "published": desk.now}
        c.execute(members.insert().values(**member, joined_at=desk.now))


def merge(desk, event, into):
    with desk.ledger.begin() as c:
        event_merges.merge(c, event, into, desk.now)


def rows(desk, table):
    with desk.ledger.read() as c:
        return c.execute(select(table)).all()


@pytest.fixture
def two(desk):
    """A reader who was told of two events by two mails, before they turned out to be one."""
    desk.rule("kim", "Kim")
    desk.run()
    for key, title, event in (("a", "Kim meets Putin", "old"), ("b", "Kim trifft Putin", "new")):
        in_event(desk, key, event)
        desk.article(key, title, event=event, outlet=f"Outlet {key}")
        desk.later(minutes=1)
        desk.run()
    assert len(desk.mails()) == 2
    return desk


def test_stories_cores_and_articles_go_on_under_the_older_id(two):
    merge(two, "new", "old")
    assert {r.event_id for table in (stories, event_cores) for r in rows(two, table)} == {"old"}
    with two.ledger.read() as c:
        assert event_merges.current(c, ["new", "old", "unknown"]) == {"new": "old"}
        assert event_merges.outdated(c, 10) == {"b": "old"}
        assert happenings.event_of(c, "new") == "old"
        assert [m["event"] for m in dossier(c, "b")["merged"]] == ["new"]


def test_a_chain_of_merges_leads_to_the_last(two):
    merge(two, "new", "old")
    merge(two, "old", "oldest")
    with two.ledger.read() as c:
        assert event_merges.current(c, ["new", "old"]) == {"new": "oldest", "old": "oldest"}
        assert event_merges.outdated(c, 10) == {"a": "oldest", "b": "oldest"}


def test_a_document_that_was_merged_again_meanwhile_stays_marked(two):
    merge(two, "new", "old")
    with two.ledger.read() as c:
        before = event_merges.outdated(c, 10)
    merge(two, "old", "oldest")
    with two.ledger.begin() as c:
        event_merges.brought_up_to_date(c, before)
        assert event_merges.outdated(c, 10)["b"] == "oldest"


def test_a_reader_of_both_has_one_thread_and_no_more_mail(two):
    merge(two, "new", "old")
    first, second = two.mails()
    (row,) = rows(two, told_table)
    assert (row.event_id, set(row.facts["articles"])) == ("old", {"a", "b"})
    assert [(u.event_id, u.change) for u in rows(two, event_updates)] == [("old", "merged:new")]
    with two.ledger.read() as c:
        (told,) = threads.told_events(c, ["old"])
    assert [mail for mail, _ in told.mails] == [first["Message-ID"], second["Message-ID"]]


def test_a_document_that_still_names_the_old_id_sends_no_second_mail(two):
    merge(two, "new", "old")
    tell_as(two, "c", "new")
    assert len(two.mails()) == 2


def tell_as(desk, key, event):
    desk.later(minutes=10)
    desk.article(key, "Kim once more", event=event, outlet="C")
    desk.later(minutes=1)
    desk.run()


def test_a_merge_while_alerts_are_decided_records_nothing_and_the_next_run_tells_once(desk, monkeypatch):
    desk.rule("kim", "Kim")
    desk.run()
    in_event(desk, "a", "old")
    desk.article("a", event="old")
    desk.later(minutes=1)
    desk.run()
    in_event(desk, "b", "new")
    desk.article("b", "Kim trifft Putin", event="new")
    desk.later(minutes=1)
    record = stage.matches.record

    def merged_first(ledger, evaluation):
        merge(desk, "new", "old")
        monkeypatch.undo()
        return record(ledger, evaluation)

    monkeypatch.setattr(stage.matches, "record", merged_first)
    assert desk.run().counts == {"taken": 1}
    desk.later(minutes=1)
    desk.run()
    assert len(desk.mails()) == 1


def test_what_waits_for_a_digest_waits_once(desk):
    desk.rule("kim", "Kim", every="daily at 07:30")
    desk.run()
    for key, event in (("a", "old"), ("b", "new")):
        in_event(desk, key, event)
        desk.article(key, f"Kim {key}", event=event)
    desk.later(minutes=1)
    desk.run()
    merge(desk, "new", "old")
    (match,) = rows(desk, match_table)
    assert (match.event_id, match.evidence["event"]) == ("old", "old")
    desk.later(hours=24)
    desk.run()
    assert len(desk.mails()) == 1


def test_a_match_that_was_told_is_kept_before_one_that_waits(desk):
    desk.rule("kim", "Kim")
    desk.run()
    in_event(desk, "a", "new")
    desk.article("a", event="new")
    desk.later(minutes=1)
    desk.run()
    (told,) = rows(desk, match_table)
    with desk.ledger.begin() as c:
        c.execute(match_table.insert().values({**told._mapping, "event_id": "old", "mail_id": None}))
    merge(desk, "new", "old")
    (match,) = rows(desk, match_table)
    assert (match.event_id, match.mail_id) == ("old", told.mail_id)


@pytest.mark.parametrize("was_told", [True, False])
def test_what_waits_for_the_end_of_quiet_hours_is_dropped_where_a_mail_told_it(desk, was_told):
    mail = {"recipient": "r", "mail_id": "m", "told_at": desk.now, "facts": None}
    wait = {"reader": "r", "recipient": "r", "rule_ids": ["kim"], "until": desk.now, "evidence": {"event": "new"}}
    with desk.ledger.begin() as c:
        c.execute(held.insert().values(**wait, event_id="new"))
        c.execute(told_table.insert().values({**mail, "event_id": "new", "told_at": desk.now - timedelta(hours=1)}))
        if was_told:
            c.execute(told_table.insert().values({**mail, "event_id": "old", "mail_id": "sent"}))
    merge(desk, "new", "old")
    assert [(row.event_id, row.evidence["event"]) for row in rows(desk, held)] == ([] if was_told else [("old", "old")])
    (row,) = rows(desk, told_table)
    assert row.mail_id == ("sent" if was_told else "m")
