"""The page's text in place of its feed's words: placed anew by it, and whoever was told stays told."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import event_merges, stories
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.alerts import matches, told
from ingest.model import PlaceChange
from tests.unit.stories.texts import OTHER, WIRE

NOW = datetime(2025, 4, 14, 8, 0, tzinfo=UTC)
TITLE = "Le ministère annonce"
WORDS = " ".join(reversed(WIRE.split()[:18]))
"""An editor's own summary: the report's words in another order, so no copy of it."""
FACTS = {"articles": {"k1": {"hash": "1", "signs": [], "figures": {}, "headline": {}, "language": "fr"}}}


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield ledger
    ledger.close()


def put(ledger, key, text, outlet="a", completes=False):
    with ledger.begin() as c:
        one = signature(TITLE, text, "fr", NOW)
        return place(c, key, outlet, one, NOW, NOW + timedelta(hours=1), 7, completes=completes)


def tell(ledger, event, key="k1"):
    """A reader had a mail, and a digest of another rule waits."""
    row = {"recipient": "r", "event_id": event, "mail_id": "m", "told_at": NOW, "facts": FACTS}
    match = {
        "rule_id": "digest",
        "event_id": event,
        "article_key": key,
        "matched_at": NOW,
        "evidence": {"event": event},
    }
    with ledger.begin() as c:
        c.execute(insert(told).values(row))
        c.execute(insert(matches).values(match))


def told_of(ledger):
    with ledger.read() as c:
        return {r.event_id for r in c.execute(select(told))}, {r.event_id for r in c.execute(select(matches))}


def test_the_whole_text_finds_the_copies_that_the_words_could_not(ledger):
    there = put(ledger, "k0", WIRE, outlet="b")
    words = put(ledger, "k1", WORDS)
    assert words.story_id != there.story_id
    tell(ledger, words.event_id)
    whole = put(ledger, "k1", WIRE, completes=True)
    assert (whole.change, whole.story_id, whole.event_id) == (PlaceChange.COMPLETED, there.story_id, there.event_id)
    assert told_of(ledger) == ({there.event_id}, {there.event_id})  # no second mail
    again = put(ledger, "k1", WIRE, completes=True)  # killed after it was placed
    assert (again.change, again.story_id) == (PlaceChange.NONE, there.story_id)
    with ledger.read() as c:
        assert stories.counts(c)["members"] == 2


def test_alone_it_keeps_its_story_and_event(ledger):
    words = put(ledger, "k1", WORDS)
    whole = put(ledger, "k1", WIRE, completes=True)
    assert (whole.story_id, whole.event_id, whole.size) == (words.story_id, words.event_id, 1)
    assert put(ledger, "k2", WIRE, outlet="b").story_id == whole.story_id  # found by its whole text now


def test_a_page_that_tells_of_something_else_takes_no_readers_along(ledger):
    there = put(ledger, "k0", OTHER, outlet="b")
    words = put(ledger, "k1", WORDS)
    tell(ledger, words.event_id)
    whole = put(ledger, "k1", OTHER, completes=True)
    assert (whole.change, whole.story_id) == (PlaceChange.DRIFTED, there.story_id)
    assert told_of(ledger)[0] == {words.event_id}  # nobody was told of the other


def test_where_others_stay_behind_only_what_the_article_told_goes_along(ledger):
    words = put(ledger, "k1", WORDS)
    tell(ledger, words.event_id)
    with ledger.begin() as c:
        event_merges.carry_over(c, "another", words.event_id, "e2")
    assert told_of(ledger)[0] == {words.event_id}
    with ledger.begin() as c:
        event_merges.carry_over(c, "k1", words.event_id, "e2")
    assert told_of(ledger) == ({words.event_id, "e2"}, {"e2"})
