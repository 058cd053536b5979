"""An article told by its feed's words whose page says that it is a known one: one document, one mail, one history."""

import pytest
from sqlalchemy import select

from ingest import pipeline
from ingest.ledger.tables.alerts import told
from ingest.ledger.tables.articles import aliases, articles
from ingest.ledger.tables.stories import members, outdated_documents
from ingest.operations.article_history import article_history
from ingest.stages import index as index_stage
from ingest.stages import place_stories
from ingest.workspace import Workspace
from tests.adversary.world import World, prose
from tests.fakes.reading import ReadsHere

FIRST = "http://victim.example/2026/11/24/pyongyang-fires-missile-over-sea-123456"
SECOND = "http://victim.example/breaking/pyongyang-fires-missile-over-the-sea-654321"
HEADLINE = "Pyongyang fires missile over sea"
SUMMARY = "Pyongyang fired a missile on Tuesday, the ministry said."
CANONICAL = f'<link rel="canonical" href="{FIRST}">'


class Killed(BaseException):
    """The worker is gone."""


@pytest.fixture
def world(tmp_path, monkeypatch):
    monkeypatch.setattr(index_stage, "ReadingPool", ReadsHere)
    world = World(tmp_path, encoder="none")
    world.outlet("victim")
    yield world
    world.close()


def page(world, url, **more):
    world.page(url, HEADLINE, [SUMMARY, *prose("missile")], **more)


def told_by_words(world, url=SECOND):
    world.answers(url, "busy", status=503)
    world.lists("victim", HEADLINE, url, summary=SUMMARY)
    world.round()
    assert world.article(url).extraction_status == "feed"


def is_one(world, *, mails):
    """One document, one place, no further mail; the other's history says what became of it and who was told."""
    with Workspace(world.settings, world._tick) as ws:
        kept, gone = (next(r for r in world.rows(articles) if r.url == url) for url in (FIRST, SECOND))
        assert ws.index.get(kept.key) is not None
        assert ws.index.get(gone.key) is None
        with ws.ledger.read() as c:
            assert c.execute(select(members.c.article_key)).scalars().all() == [kept.key]
            assert c.execute(select(outdated_documents)).all() == []
            assert c.execute(select(aliases.c.article_key).where(aliases.c.key == gone.key)).scalar_one() == kept.key
            facts = c.execute(select(told.c.facts)).scalars().one()
        history = article_history(ws.ledger, ws.index, (), None, SECOND, world.now).as_plain()
    assert (kept.state, gone.state, gone.reason) == ("indexed", "refused", f"duplicate-of:{kept.key}")
    assert list(facts["articles"]) == [kept.key]
    assert history["mails"]
    assert len(world.subjects()) == mails


@pytest.mark.nightly
def test_told_by_its_words_it_is_folded_into_the_article_that_comes_later(world):
    told_by_words(world)
    assert len(world.subjects()) == 1
    page(world, FIRST)
    page(world, SECOND, head=CANONICAL)
    world.lists("victim", f"{HEADLINE}, ministry says", FIRST)
    world.round(stages=(pipeline.poll,))
    world.round(minutes=45)
    world.round(minutes=45)
    is_one(world, mails=1)


@pytest.mark.nightly
def test_it_is_folded_into_the_article_that_was_told_before_it(world):
    page(world, FIRST)
    world.lists("victim", HEADLINE, FIRST)
    world.round()
    told_by_words(world)
    page(world, SECOND, head=CANONICAL)
    mails = len(world.subjects())
    world.round(minutes=45)
    world.round(minutes=45)
    is_one(world, mails=mails)


@pytest.mark.nightly
def test_a_redirect_tells_it_as_well(world):
    page(world, FIRST)
    world.lists("victim", HEADLINE, FIRST)
    world.round()
    told_by_words(world)
    world.answers(SECOND, status=301, location=FIRST)
    mails = len(world.subjects())
    world.round(minutes=45)
    world.round(minutes=45)
    is_one(world, mails=mails)


@pytest.mark.nightly
def test_another_publishers_canonical_folds_nothing(world):
    world.outlet("evil")
    page(world, FIRST)
    world.lists("victim", HEADLINE, FIRST)
    world.round()
    elsewhere = "http://evil.example/2026/11/24/pyongyang-bakes-a-cake-for-everybody-1"
    world.answers(elsewhere, "busy", status=503)
    world.lists("evil", "Pyongyang bakes a cake", elsewhere, summary="Cake.")
    world.round()
    world.page(elsewhere, "Pyongyang bakes a cake", prose("cake"), head=CANONICAL)
    world.round(minutes=45)
    assert world.article(elsewhere).state == "indexed"


@pytest.mark.parametrize(
    "step", [pytest.param(step, marks=pytest.mark.nightly) for step in ("follow_merges", "document_of")] + ["_record"]
)
def test_killed_anywhere_it_ends_as_one(world, monkeypatch, step):
    told_by_words(world)
    page(world, FIRST)
    page(world, SECOND, head=CANONICAL)
    world.lists("victim", f"{HEADLINE}, ministry says", FIRST)
    world.round(stages=(pipeline.poll,))

    def die(*_args, **_more):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(index_stage, step, die)
        with pytest.raises(Killed):
            world.round(minutes=45)
    world.round(minutes=45)
    is_one(world, mails=1)


def test_killed_between_the_removal_and_its_record_it_is_removed_once_more(world, monkeypatch):
    page(world, FIRST)
    world.lists("victim", HEADLINE, FIRST)
    world.round()
    told_by_words(world)
    page(world, SECOND, head=CANONICAL)
    mails = len(world.subjects())

    def die(*_args, **_more):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(place_stories.event_merges, "removed", die)
        with pytest.raises(Killed):
            world.round(minutes=45)
    world.round(minutes=45)
    is_one(world, mails=mails)
