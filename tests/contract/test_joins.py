"""A late copy joins its story, and the documents of the earlier copies learn of it."""

from datetime import UTC, datetime, timedelta

import pytest

from ingest.enrich.stories.signature import signature
from ingest.index.document import Document
from ingest.index.open import open_index
from ingest.ledger.store import open_ledger
from ingest.model import Article, Policy
from ingest.settings import IndexSettings
from ingest.stages.place_stories import ToPlace, place_all, story_place, tell_others

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
TEXT = (
    "Le Kremlin a confirmé lundi que la Russie pourrait apporter une aide militaire à la Corée du Nord si elle en "
    "avait besoin, en vertu du traité de partenariat signé en juin 2024 à Pyongyang. Le porte-parole a dit que le "
    "document prévoyait une assistance mutuelle immédiate en cas d'agression contre l'un des deux pays. Des soldats "
    "nord-coréens ont combattu dans la région de Koursk, a reconnu la veille l'état-major à Moscou."
)


def an_article(key, minutes):
    seen = NOW + timedelta(minutes=minutes)
    url = f"https://{key}.example/a"
    return Article(
        key=key * 32, url=url, original_url=url, feed_id=key, title="Aide militaire", summary="", content="",
        first_seen_at=seen, state="fetched", policy=Policy.FULL,
    )  # fmt: skip


def to_place(article):
    text = TEXT + f" (Avec l'agence, {article.feed_id})"
    return ToPlace(
        article, article.feed_id, signature(article.title, text, "fr", article.first_seen_at), article.first_seen_at
    )


@pytest.fixture
def stores(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    index = open_index(IndexSettings(), ledger)
    index.setup()
    yield ledger, index
    index.close()
    ledger.close()


def write(index, article, place):
    story = {
        "id": place.story_id,
        "outlets": list(place.outlets),
        "is_first": place.is_first,
        "size_at_index": place.size,
    }
    stamp = article.first_seen_at.isoformat()
    fields = {"@timestamp": stamp, "first_seen_at": stamp, "indexed_at": stamp, "title": article.title, "story": story}
    assert index.write([Document(article.key, fields)])[0].ok


def test_a_batch_knows_all_of_its_own_members(stores):
    ledger, _ = stores
    places = place_all(ledger, [to_place(an_article(k, i)) for i, k in enumerate("abc")], NOW, 7)
    assert {p.size for p in places} == {3}
    assert {p.outlets for p in places} == {("a", "b", "c")}
    assert [p.is_first for p in places] == [True, False, False]


def test_earlier_documents_learn_of_a_late_copy_and_only_once(stores):
    ledger, index = stores
    early, late = an_article("a", 0), an_article("b", 30)
    [place] = place_all(ledger, [to_place(early)], NOW, 7)
    write(index, early, place)
    [joined] = place_all(ledger, [to_place(late)], NOW + timedelta(hours=1), 7)
    write(index, late, joined)
    assert tell_others(ledger, index, [(late, joined)]) == 1
    assert index.get(early.key)["story"]["outlets"] == ["a", "b"]
    with ledger.read() as c:
        again = story_place(c, late.key)
    assert again == joined


def test_an_article_that_stays_in_its_story_rewrites_nobody(stores):
    from dataclasses import replace

    ledger, index = stores
    places = place_all(ledger, [to_place(an_article(k, i)) for i, k in enumerate("ab")], NOW, 7)
    known = replace(an_article("b", 1), story_id=places[1].story_id)
    assert tell_others(ledger, index, [(known, places[1])]) == 0
