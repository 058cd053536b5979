"""Stories in the ledger: the same promises on SQLite and on PostgreSQL, with several workers at once."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import stories
from ingest.ledger.store import open_ledger
from ingest.model import PlaceChange
from tests.unit.stories.texts import ABROAD, OTHER, UPDATE, WIRE

NOW = datetime(2025, 4, 14, 8, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=6)


@pytest.fixture
def ledger(ledger_url):
    ledger = open_ledger(ledger_url)
    yield ledger
    ledger.close()


def put(ledger, key, text=WIRE, outlet="a", published=NOW, now=LATER, language="fr", title=""):
    with ledger.begin() as c:
        return place(c, key, outlet, signature(title, text, language, published), published, now, 7)


def test_copies_that_arrive_together_on_several_workers_are_one_story(ledger, ledger_url):
    told, start = [], threading.Barrier(6)

    def work(n):
        own = open_ledger(ledger_url, migrate=False)
        start.wait()
        told.extend(put(own, f"k{n}-{m}", outlet=f"o{n}", published=NOW + timedelta(minutes=n)) for m in range(4))
        own.close()

    workers = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    assert len({t.story_id for t in told}) == 1
    assert sorted(t.size for t in told) == list(range(1, 25))
    with ledger.read() as c:
        story = stories.story(c, told[0].story_id)
        assert story.size == 24
        assert story.outlets == tuple(f"o{n}" for n in range(6))
        assert story.first_article_key.startswith("k0-")


def test_a_placement_undone_leaves_nothing_and_gives_the_same_id_again(ledger):
    with ledger.engine.connect() as c, c.begin() as transaction:
        lost = place(c, "k1", "a", signature("", WIRE, "fr", NOW), NOW, LATER, 7)
        transaction.rollback()  # as when the worker is killed
    with ledger.read() as c:
        assert stories.counts(c) == {"stories": 0, "members": 0, "prints": 0, "anchors": 0}
    assert put(ledger, "k1") == lost
    assert put(ledger, "k1") == replace(lost, change=PlaceChange.NONE)


def test_a_late_join_changes_the_first_and_names_whose_documents_to_write_again(ledger):
    put(ledger, "k1", outlet="b")
    late = put(ledger, "k2", outlet="a", published=NOW - timedelta(hours=2))
    assert (late.is_first, late.size, late.outlets) == (True, 2, ("a", "b"))
    with ledger.read() as c:
        assert stories.article_keys(c, late.story_id) == ["k2", "k1"]
        assert stories.story(c, late.story_id).first_article_key == "k2"


def test_a_revision_stays_and_another_text_leaves(ledger):
    first, second = put(ledger, "k1"), put(ledger, "k2", outlet="b")
    assert put(ledger, "k1", WIRE + UPDATE).story_id == first.story_id
    gone = put(ledger, "k1", OTHER)
    assert gone.story_id != first.story_id
    assert put(ledger, "k2", outlet="b").size == second.size - 1
    assert put(ledger, "k3", OTHER, outlet="c").story_id == gone.story_id
    assert put(ledger, "k4", WIRE, outlet="d").story_id == first.story_id


def test_the_only_article_of_a_story_may_become_something_else_and_be_found_as_that(ledger):
    put(ledger, "k1")
    put(ledger, "k1", OTHER)
    assert put(ledger, "k2", OTHER, outlet="b").size == 2
    assert put(ledger, "k3", WIRE, outlet="c").size == 1


def test_the_same_happening_in_another_language_is_one_event_and_two_stories(ledger):
    here = put(ledger, "k1")
    there = put(ledger, "k2", ABROAD, outlet="b", published=NOW + timedelta(hours=3), language="en")
    other = put(ledger, "k3", OTHER, outlet="c")
    assert here.story_id != there.story_id
    assert here.event_id == there.event_id
    assert other.event_id != here.event_id


def test_pruning_bounds_what_is_looked_up(ledger):
    put(ledger, "k1")
    week = timedelta(days=8)
    with ledger.begin() as c:
        assert stories.prune(c, LATER + week) == 1
        counts = stories.counts(c)
    assert (counts["prints"], counts["anchors"], counts["stories"], counts["members"]) == (0, 0, 1, 1)
    assert put(ledger, "k2", published=NOW + week, now=LATER + week).size == 1
    with ledger.begin() as c:
        assert stories.forget(c, LATER + timedelta(days=1)) == 1
        assert stories.member(c, "k1") is None


def test_an_anchor_that_everyone_has_leads_nowhere(ledger):
    with ledger.begin() as c:
        stories.post_anchors(c, [1, 2], "e1", NOW)
        stories.make_common(c, [1], NOW)
        assert sorted(stories.with_anchors(c, [1, 2], NOW)) == [(1, stories.COMMON), (2, "e1")]
