from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import events, stories
from ingest.ledger.store import open_ledger
from ingest.model import PlaceChange
from tests.unit.stories.texts import OTHER, UPDATE, WIRE

NOW = datetime(2025, 4, 14, 8, 0, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield ledger
    ledger.close()


def put(ledger, key, text=WIRE, outlet="a", published=NOW, now=None, title=""):
    with ledger.begin() as c:
        return place(
            c, key, outlet, signature(title, text, "fr", published), published, now or NOW + timedelta(hours=6), 7
        )


def test_copies_join_and_name_the_outlets_in_order_of_publication(ledger):
    first = put(ledger, "k1", outlet="b")
    second = put(ledger, "k2", outlet="c", published=NOW + timedelta(hours=2))
    late = put(ledger, "k3", outlet="a", published=NOW - timedelta(hours=1))
    assert first.is_first
    assert not second.is_first
    assert late.is_first  # published before the others, though it came last
    assert first.story_id == second.story_id == late.story_id
    assert late.outlets == ("a", "b", "c")
    assert late.size == 3
    with ledger.read() as c:
        assert stories.article_keys(c, first.story_id) == ["k3", "k1", "k2"]
    assert put(ledger, "k9", OTHER).story_id != first.story_id


def test_placing_again_changes_nothing(ledger):
    put(ledger, "k0", outlet="z")
    once = put(ledger, "k1")
    assert put(ledger, "k1") == replace(once, change=PlaceChange.NONE)
    with ledger.read() as c:
        assert stories.counts(c)["members"] == 2


def test_a_revision_keeps_its_story_and_another_text_leaves_it(ledger):
    put(ledger, "k1")
    put(ledger, "k2", outlet="b")
    updated = put(ledger, "k2", WIRE + UPDATE, outlet="b")
    assert (updated.size, updated.is_first) == (2, False)
    gone = put(ledger, "k1", OTHER)
    assert gone.story_id != updated.story_id
    assert gone.size == 1
    left = put(ledger, "k2", WIRE + UPDATE, outlet="b")
    assert (left.story_id, left.size, left.is_first, left.outlets) == (updated.story_id, 1, True, ("b",))


def test_the_founder_s_key_gives_the_id(tmp_path):
    ids = []
    for name in ("one", "two"):
        ledger = open_ledger(f"sqlite:///{tmp_path}/{name}.sqlite")
        ids.append(put(ledger, "k1").story_id)
        ledger.close()
    assert ids[0] == ids[1]


def test_the_window_has_an_end(ledger):
    first = put(ledger, "k1")
    week = timedelta(days=7, hours=7)
    assert put(ledger, "k2", published=NOW + week, now=NOW + week).story_id != first.story_id
    back = put(ledger, "k3", published=NOW - week, now=NOW + timedelta(hours=7))
    assert back.story_id != first.story_id  # an old page found today


def test_pruning_forgets_texts_and_keeps_stories(ledger):
    first = put(ledger, "k1")
    with ledger.begin() as c:
        assert stories.prune(c, NOW + timedelta(days=1)) == 1
        assert stories.counts(c) == {"stories": 1, "members": 1, "prints": 0, "anchors": 0}
    assert put(ledger, "k1", OTHER).story_id == first.story_id  # what it was can no longer be told: it stays


def test_a_text_edited_step_by_step_into_another_becomes_another_story(ledger):
    """Compared with its last version each edit is a copy; compared with what was told, the last is none."""
    told = put(ledger, "k1", outlet="evil")
    ours, theirs = WIRE.split(". "), OTHER.split(". ")
    places = [
        put(ledger, "k1", ". ".join(theirs[:n] + ours[n:]), outlet="evil")
        for n in range(1, max(len(ours), len(theirs)))
    ]
    assert places[-1].story_id != told.story_id
    assert PlaceChange.DRIFTED in {p.change for p in places}
    assert put(ledger, "k2", OTHER, outlet="victim").event_id != told.event_id


def test_each_placing_says_what_it_changed(ledger):
    assert put(ledger, "k1").change is PlaceChange.NEW
    assert put(ledger, "k1").change is PlaceChange.NONE
    assert put(ledger, "k1", WIRE + UPDATE).change is PlaceChange.REVISED
    assert put(ledger, "k1", OTHER).change is PlaceChange.DRIFTED


def test_a_backdated_copy_does_not_become_the_first(ledger):
    seen = NOW + timedelta(minutes=1)
    source = put(ledger, "k1", outlet="source", now=seen)
    copy = put(ledger, "k2", outlet="thief", published=NOW - timedelta(days=1), now=seen + timedelta(minutes=15))
    assert copy.story_id == source.story_id
    assert not copy.is_first
    assert copy.outlets == ("source", "thief")


def test_an_event_lists_its_articles_as_they_were_seen(ledger):
    place = put(ledger, "k1", outlet="a")
    with ledger.read() as c:
        assert events.event_of(c, "k1") == place.event_id
        assert events.event_of(c, "unknown") is None
        assert events.members_of(c, [place.event_id]) == {}  # its article is not in the ledger
