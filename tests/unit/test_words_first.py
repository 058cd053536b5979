"""A page that is late does not hide its article: the feed's words are indexed in the same round and told once."""

import pytest

from ingest import pipeline
from ingest.stages import index as index_stage
from tests.adversary.world import World, prose
from tests.fakes.reading import ReadsHere

NEWS = "http://victim.example/2026/11/24/pyongyang-fires-missile-over-sea-123456"
HEADLINE = "Pyongyang fires missile over sea"
SUMMARY = "Pyongyang fired a missile on Tuesday, the ministry said."
SUBJECT = f"[Watch] {HEADLINE} (Victim)"


class Killed(BaseException):
    """The worker is gone."""


@pytest.fixture
def world(tmp_path, monkeypatch):
    monkeypatch.setattr(index_stage, "ReadingPool", ReadsHere)
    world = World(tmp_path)
    world.outlet("evil")
    world.outlet("victim")
    world.answers(NEWS, "busy", status=503)
    yield world
    world.close()


def page(world, headline=HEADLINE):
    world.page(NEWS, headline, [SUMMARY, *prose("missile")])


def test_the_feeds_words_are_told_in_the_same_round_and_the_page_completes_them_without_a_second_mail(world):
    world.lists("victim", HEADLINE, NEWS, summary=SUMMARY)
    world.round()
    assert world.subjects() == [SUBJECT]
    words = world.article(NEWS)
    assert (words.state, words.extraction_status, words.fetch_attempts) == ("indexed", "feed", 1)
    assert words.fetch_again_at is not None
    page(world, headline=f"{HEADLINE}, ministry says")
    world.round(minutes=45)
    world.round(minutes=5)
    whole = world.article(NEWS)
    assert (whole.state, whole.extraction_status, whole.fetch_again_at) == ("indexed", "full", None)
    assert (whole.event_id, whole.revision) == (words.event_id, 1)
    assert world.subjects() == [SUBJECT]


def test_killed_between_any_two_steps_nothing_is_lost_and_nothing_is_told_twice(world, monkeypatch):
    world.lists("victim", HEADLINE, NEWS, summary=SUMMARY)

    def round_killed_at(step):
        def die(*_args, **_more):
            raise Killed

        with monkeypatch.context() as patched:
            patched.setattr(index_stage, step, die)
            with pytest.raises(Killed):
                world.round(minutes=45)

    round_killed_at("document_of")  # placed by the words, not written
    round_killed_at("_record")  # written, not recorded
    world.round(minutes=45)
    assert world.subjects() == [SUBJECT]
    page(world)
    round_killed_at("document_of")
    round_killed_at("_record")
    world.round(minutes=45)
    whole = world.article(NEWS)
    assert (whole.state, whole.extraction_status) == ("indexed", "full")
    assert world.subjects() == [SUBJECT]


def test_anothers_words_never_stand_in_for_the_owners(world):
    world.lists("evil", "Ten cake recipes", NEWS, summary="Pyongyang cakes.")
    world.round()
    waiting = world.article(NEWS)
    assert (waiting.words_from, waiting.state, waiting.indexed_at) == ("evil", "failed", None)
    world.lists("victim", HEADLINE, NEWS, summary=SUMMARY)
    world.round(minutes=45)
    assert world.subjects() == [SUBJECT]


def test_words_stand_in_where_a_host_asks_for_patience_or_time_is_up_and_the_publishers_text_is_not_taken(world):
    world.lists("victim", HEADLINE, NEWS, summary=SUMMARY)
    world.round(stages=(pipeline.poll,))
    world.now = world.now.replace(minute=(world.now.minute + 5) % 60)
    out_of_time = world.now
    world.round(stages=(lambda ws, report: pipeline.fetch(ws, report, until=out_of_time), pipeline.index))
    article = world.article(NEWS)
    assert (article.state, article.extraction_status, world.asked(NEWS)) == ("indexed", "feed", 0)
    page(world)
    world.round()
    assert (world.article(NEWS).extraction_status, world.asked(NEWS)) == ("full", 1)
    assert world.subjects() == [SUBJECT]
