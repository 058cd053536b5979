"""Which event a new article joins: meaning, whose it is, when it comes, and what it may not be glued by."""

import time
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from ingest.enrich.encoder import article_vectors, open_encoder
from ingest.enrich.events.cells import OF_CELL, POSTED, looked_in, posted_in
from ingest.enrich.events.evidence import profile
from ingest.enrich.events.search import SPAN
from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import event_cells, stories
from ingest.ledger.event_cells import Place
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.stories import event_cores, event_places
from ingest.model import PlaceChange

NOW = datetime(2025, 4, 14, 8, 0, tzinfo=UTC)
KREMLIN = {
    "fr": ("Le Kremlin confirme une possible aide militaire à la Corée du Nord",
           "Le porte-parole du Kremlin, Dmitri Peskov, a confirmé lundi que la Russie pourrait fournir une aide militaire à Pyongyang en vertu du traité signé en 2024."),
    "en": ("Kremlin confirms possible military aid to North Korea",
           "Russia could provide military assistance to Pyongyang under the treaty signed in 2024, Kremlin spokesman Dmitry Peskov said on Monday."),
    "ko": ("크렘린, 북한에 군사 지원 가능성 확인",
           "드미트리 페스코프 크렘린 대변인은 14일 러시아가 2024년 조약에 따라 북한에 군사 지원을 제공할 수 있다고 밝혔다."),
    "ru": ("Кремль подтвердил возможность военной помощи КНДР",
           "Пресс-секретарь Кремля Дмитрий Песков заявил в понедельник, что Россия может оказать военную помощь Пхеньяну по договору 2024 года."),
}  # fmt: skip
OTHER = ("La récolte d'artichauts sera bonne en Bretagne", "Les producteurs du Léon attendent une récolte abondante.")
FESTIVAL = ("Le festival de Saint-Malo ouvre ses portes", "Deux cents auteurs sont attendus sur les remparts vendredi.")


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    yield ledger
    ledger.close()


def put(ledger, key, told, language="fr", outlet=None, at=NOW, encoder="bundled"):
    title, text = told
    vectors = article_vectors(open_encoder(encoder), title, text)
    with ledger.begin() as c:
        read = signature(title, text, language, at, vectors)
        return place(c, key, outlet or key, read, at, at, 7, first_seen=at)


def test_one_statement_in_four_languages_is_one_event(ledger):
    events = {
        put(ledger, language, told, language, at=NOW + timedelta(minutes=20 * n)).event_id
        for n, (language, told) in enumerate(KREMLIN.items())
    }
    assert len(events) == 1
    assert put(ledger, "other", OTHER).event_id not in events


def test_switched_off_copies_are_found_and_nothing_fails(ledger):
    first = put(ledger, "a", KREMLIN["fr"], encoder="none")
    again = put(ledger, "b", KREMLIN["fr"], encoder="none")
    assert first.event_id == again.event_id
    assert put(ledger, "c", OTHER, encoder="none").event_id != first.event_id


def test_an_event_ends(ledger):
    first = put(ledger, "a", KREMLIN["fr"])
    late = put(ledger, "b", KREMLIN["en"], "en", at=NOW + SPAN + timedelta(hours=2))
    assert late.event_id != first.event_id


def test_an_event_does_not_wander_beyond_its_span_by_way_of_its_newest(ledger):
    placed = [put(ledger, f"k{n}", KREMLIN["en"], "en", at=NOW + n * timedelta(hours=30)) for n in range(6)]
    ends = {}
    for n, p in enumerate(placed):
        ends.setdefault(p.event_id, []).append(n)
    assert all(
        30 * (of[-1] - of[0]) <= SPAN / timedelta(hours=1) or len({placed[n].story_id for n in of}) == 1
        for of in ends.values()
    )


def test_a_rewritten_headline_stays_in_its_event(ledger):
    """Too little text to be a copy of what it was, and the same happening all the same."""
    first = put(ledger, "a", ("Kremlin confirms possible military aid to North Korea", ""), "en")
    again = put(ledger, "a", ("Kremlin says military aid to North Korea is possible", ""), "en")
    assert again.change is PlaceChange.DRIFTED
    assert again.event_id == first.event_id


def test_a_page_that_becomes_another_leaves_its_event(ledger):
    first = put(ledger, "a", KREMLIN["fr"])
    gone = put(ledger, "a", OTHER)
    assert gone.event_id != first.event_id
    with ledger.read() as c:
        assert stories.stories_of(c, first.event_id) == 0


def test_a_digest_glues_nothing(ledger):
    digest = ("À la une : le Kremlin et la Corée du Nord, les artichauts, le festival", "")
    many = ("Le brief du matin : " + digest[0], "")
    put(ledger, "a", KREMLIN["fr"])
    put(ledger, "digest", many)
    assert put(ledger, "b", OTHER).event_id != put(ledger, "c", FESTIVAL).event_id


@pytest.mark.parametrize("told", [("", ""), ("\x00", "\x00"), ("a", ""), ("OK", "OK"), ("?", "7"), ("ая я", "x 北 ب")])
def test_what_says_nothing_joins_nothing(ledger, told):
    places = [put(ledger, f"k{n}", told, at=NOW + timedelta(minutes=n)) for n in range(3)]
    assert put(ledger, "a", KREMLIN["fr"]).event_id not in {p.event_id for p in places}
    assert len({p.event_id for p in places}) == 3


HUGE = {
    "long": ("Kim", "word of the war " * 640_000), "one word": ("x", "a" * 10_000_000), "empty lines": ("a", "\n" * 1_000_000),
    "marks": ("e" + "\u0301" * 1_000_000, "e" + "\u0301" * 1_000_000), "NUL": ("a\0b", "\0" * 1_000_000 + "hello the world"),
    "surrogates": ("\ud800 Kim \udfff", "\ud800" * 1_000_000 + " text"), "digits": ("1" * 5000, "1," * 1_000_000),
    "syllables": ("\u1100" * 2000, "\u1100\u1161" * 500_000), "brackets": ("(" * 100_000, "(" * 1_000_000),
}  # fmt: skip


@pytest.mark.parametrize("kind", HUGE)
def test_a_monstrous_text_is_placed_at_once_and_joins_nothing(ledger, kind):
    """What an outlet sends may cost no more the longer it is: a million marks took 18 seconds, empty lines 43."""
    before = put(ledger, "a", KREMLIN["fr"])
    began = time.process_time()
    after = put(ledger, "b", HUGE[kind])
    assert time.process_time() - began < 10  # CPU: some .1 s
    assert after.event_id != before.event_id
    assert after.story_id != before.story_id


def test_cells_are_forgotten_with_the_window(ledger):
    put(ledger, "a", KREMLIN["fr"])
    counts = [select(func.count()).select_from(table) for table in (event_places, event_cores)]
    with ledger.begin() as c:
        assert [c.execute(count).scalar_one() >= least for count, least in zip(counts, (POSTED, 1), strict=True)]
        stories.prune(c, NOW + timedelta(days=1))
        assert [c.execute(count).scalar_one() for count in counts] == [0, 0]


def test_what_is_read_of_a_cell_is_bounded(ledger):
    with ledger.begin() as c:
        for n in range(60):
            event_cells.post(c, [7, 8], b"v", f"e{n}", f"s{n}", NOW + timedelta(hours=n // 10))
        near = partial(event_cells.near, c, {7: Place(40, 1), 8: Place(20, 1)}, NOW - SPAN, NOW + 10 * SPAN)
        rows = near(100)
        assert len(rows) == 40  # the newest are read, and each story once
        assert "e0" not in {row.event_id for row in rows}
        assert {row.event_id for row in near(20)} == {f"e{n}" for n in range(40, 60)}  # those that stand in both places


def test_an_event_is_found_in_a_window_full_of_others(ledger):
    """A cell's newest rows are the last hours': what was reported yesterday is found by name and by pairs of cells."""
    put(ledger, "a", KREMLIN["fr"])
    one = read(KREMLIN["en"], "en")
    crowded = [place for place, most in looked_in(one).items() if most.limit == OF_CELL]
    with ledger.begin() as c:
        for n in range(OF_CELL):
            event_cells.post(c, crowded, b"\x01" * 512, f"e{n}", f"s{n}", NOW + timedelta(hours=20))
    first, second = (
        put(ledger, key, KREMLIN["en"], "en", at=NOW + timedelta(hours=h)) for key, h in (("b", 21), ("c", 22))
    )
    assert first.event_id == second.event_id == place_of(ledger, "a")


def test_places_fit_a_column_of_32_bits_and_are_few():
    for told, language in ((KREMLIN["fr"], "fr"), (KREMLIN["ko"], "ko"), (OTHER, "fr")):
        one = read(told, language)
        assert all(0 <= place < 2**31 for place in (*posted_in(one), *looked_in(one)))
        assert len(set(posted_in(one))) == len(posted_in(one)) <= 13
        assert len(looked_in(one)) <= 64
    assert posted_in(read(("", ""), "fr")) == []


def read(told, language):
    title, text = told
    vectors = article_vectors(open_encoder("bundled"), title, text)
    return profile(signature(title, text, language, NOW, vectors), "outlet", NOW.timestamp())


def place_of(ledger, key):
    with ledger.read() as c:
        return stories.story(c, stories.member(c, key).story_id).event_id
