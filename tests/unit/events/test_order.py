"""In whatever order the versions of one statement are placed, they are one event and one mail."""

import random
import shutil
from datetime import timedelta

import pytest

from ingest.demo.content import load_outlets
from ingest.enrich.encoder import article_vectors, open_encoder
from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import event_merges, events
from ingest.ledger.store import open_ledger
from ingest.stages.place_stories import follow_merges
from tests.unit import test_alert_stage as scenes
from tests.unit.test_alert_stage import Desk

SLUGS = ("krem", "kelimulin", "aide-militaire", "moscou-pyongyang")
PERMUTATIONS = 30
empty_ledger = scenes.empty_ledger


@pytest.fixture(scope="module")
def versions():
    """(outlet, piece, signature) of the demo's twelve versions of the Kremlin's statement, in eight languages."""
    encoder = open_encoder("bundled")
    found = [(o, p) for o in load_outlets() for p in o.pieces if any(slug in p.slug for slug in SLUGS)]
    assert len(found) == 12
    assert len({o.language for o, _ in found}) == 8
    read = []
    for outlet, piece in found:
        text = "\n\n".join(piece.paragraphs)
        vectors = article_vectors(encoder, piece.title, text)
        read.append((outlet, piece, signature(piece.title, text, outlet.language, piece.at, vectors)))
    return read


def put_all(desk, versions, order):
    """Place and index in this order; documents keep the event that they were written with until merges are followed."""
    for n in order:
        outlet, piece, read = versions[n]
        with desk.ledger.begin() as c:
            placed = place(c, piece.slug, outlet.id, read, piece.at, desk.now, 7, first_seen=desk.now)
        desk.article(
            piece.slug, piece.title, event=placed.event_id, story=placed.story_id, outlet=outlet.name,
            country=outlet.country, language=outlet.language, topics=["russia-dprk"], published=piece.at,
        )  # fmt: skip


def a_desk(folder, empty_ledger, after):
    folder.mkdir()
    file = shutil.copy(empty_ledger, folder / "ledger.sqlite")
    desk = Desk(folder, open_ledger(f"sqlite:///{file}", worker="desk", migrate=False))
    desk.now = after
    desk.rule("russia-dprk", "topics:russia-dprk")
    desk.run()
    return desk


def test_any_order_gives_one_event_and_one_mail(tmp_path, empty_ledger, versions):
    rng, after = random.Random(20250428), max(piece.at for _, piece, _ in versions) + timedelta(minutes=5)
    apart = [("ko", "ru"), ("ru", "ko"), ("ja", "ru")]  # reports that do not fit one another: each founds an event
    for number in range(PERMUTATIONS):
        order = rng.sample(range(len(versions)), len(versions))
        if number < len(apart):
            order.sort(key=lambda n: [*apart[number], versions[n][0].language].index(versions[n][0].language))
        desk = a_desk(tmp_path / f"{number}", empty_ledger, after)
        put_all(desk, versions, order)
        desk.later(minutes=1)
        if number % 2:  # a worker was killed before it told the index: the mail is right all the same
            follow_merges(desk.ledger, desk.index)
        desk.run()
        with desk.ledger.read() as c:
            found = {events.event_of(c, piece.slug) for _, piece, _ in versions}
        shown = [versions[n][0].language for n in order]
        assert len(found) == 1, f"{len(found)} events of {shown}"
        assert len(desk.mails()) == 1, f"{len(desk.mails())} mails of {shown}"
        desk.ledger.close()


def test_the_index_learns_of_a_merge(tmp_path, empty_ledger, versions):
    desk = a_desk(tmp_path / "d", empty_ledger, max(piece.at for _, piece, _ in versions))
    languages = [outlet.language for outlet, _, _ in versions]
    rest = [n for n, language in enumerate(languages) if language not in ("ko", "ru")]
    put_all(desk, versions, [languages.index("ko"), languages.index("ru")])
    assert len({doc["story"]["event_id"] for doc in desk.index.documents.values()}) == 2
    put_all(desk, versions, rest)
    with desk.ledger.read() as c:
        (event,) = {events.event_of(c, piece.slug) for _, piece, _ in versions}
        merged = [id for id, _ in event_merges.merged_into(c, event)]
    assert merged
    assert follow_merges(desk.ledger, desk.index) > 0
    assert {doc["story"]["event_id"] for doc in desk.index.documents.values()} == {event}
    assert follow_merges(desk.ledger, desk.index) == 0
    desk.ledger.close()
