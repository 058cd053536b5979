from datetime import UTC, datetime, timedelta

import pytest

from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import stories
from ingest.ledger.store import open_ledger
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
    assert put(ledger, "k1") == once
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
