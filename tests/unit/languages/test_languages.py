"""Each language is one file: what it lacks is named here, and what it has is well formed."""

import re
from datetime import UTC, datetime

import pytest

from ingest.enrich.stories.boilerplate import paragraphs
from ingest.enrich.stories.quantities import quantities
from ingest.enrich.stories.roundups import is_about_many
from ingest.extract.telltale_phrases import CONSENT, WALL
from ingest.languages import LANGUAGES
from ingest.languages.joined import alternatives, by_position, by_value, words
from ingest.text.dates import parse_date
from ingest.text.plain import without_tail

_EAST = {"date_particles", "numerals", "number_words", "elided", "stemmer", "credit_words", "agency_words", "stamp_words",
         "boilerplate", "feed_tails", "read_more", "roundups"}  # fmt: skip
EMPTY = {
    "fr": {"boilerplate_anywhere", "roundups_anywhere"},
    "en": {"elided", "boilerplate_anywhere", "roundups_anywhere"},
    "de": {"elided", "boilerplate_anywhere", "roundups_anywhere", "roundup_openings"},
    "es": {"elided", "boilerplate_anywhere", "roundups_anywhere", "remains", "contact_words"},
    "it": {"elided", "boilerplate_anywhere", "roundups_anywhere"},
    "pt": {"elided", "boilerplate_anywhere", "roundups_anywhere"},
    "ru": {"elided", "roundups", "remains"},
    "ko": _EAST - {"date_particles"} | {"remains"},
    "ja": _EAST,
    "zh": _EAST | {"remains", "contact_words"},
}
"""What is empty, by language. Words that elide are French; East Asia has no borders of words; the rest is still to be
collected. Whoever adds a language adds its line."""


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_a_language_lacks_is_named(code):
    assert set(LANGUAGES[code].empty_fields) == EMPTY[code], f"{code}: {LANGUAGES[code].empty_fields}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_calendar_is_whole(code):
    language = LANGUAGES[code]
    assert (len(language.months), len(language.weekdays)) == (12, 7)
    for number, forms in enumerate(language.months, 1):
        for name in () if language.by_twos else forms.split():
            assert parse_date(f"3 {name} 2026") == datetime(2026, number, 3, tzinfo=UTC), name


@pytest.mark.parametrize("field", [
    "challenge", "consent", "consent_titles", "walls", "remains", "media_titles", "live_titles", "labels", "byline_prefixes",
    "credit_words", "agency_words", "stamp_words", "boilerplate", "boilerplate_anywhere", "feed_tails", "roundups",
    "roundups_anywhere", "roundup_openings", "list_numbers",
])  # fmt: skip
def test_patterns_are_patterns_and_match_no_empty_text(field):
    for entry in words(field):
        assert re.compile(entry, re.IGNORECASE).search("") is None, entry
    assert re.compile(alternatives(field))


def test_lists_are_joined_by_position_and_value():
    assert by_position("weekdays")[0].split()[:3] == ["lundi", "monday", "понедельник"]
    assert "venti" in by_value("numerals")[20]
    assert "만" not in by_value("scales", spaced=True).get(10**4, ())
    assert "만" in by_value("scales", spaced=False)[10**4]


def test_italian_and_portuguese_are_read_like_the_others():
    assert parse_date("martedì 24 novembre 2026 alle ore 10:05") == datetime(2026, 11, 24, 10, 5, tzinfo=UTC)
    assert parse_date("terça-feira, 24 de março de 2026, 10h05") == datetime(2026, 3, 24, 10, 5, tzinfo=UTC)
    assert WALL.search("Questo contenuto è riservato agli abbonati")
    assert WALL.search("Conteúdo exclusivo para assinantes")
    assert CONSENT.search("il consenso al trattamento dei dati personali")
    assert quantities("43 miliardi di euro, trenta morti") == [43 * 10**9, 30]
    assert quantities("dois milhões, 5 bilhões e vinte soldados") == [5 * 10**9, 20]
    text = "Il Cremlino conferma l'aiuto militare.\nLeggi anche: le ultime notizie"
    assert paragraphs(text) == ["Il Cremlino conferma l'aiuto militare."]
    assert paragraphs("O Kremlin confirma a ajuda militar.\nLeia também: outras notícias") == [
        "O Kremlin confirma a ajuda militar."
    ]
    assert is_about_many("rassegna stampa di oggi", "")
    assert without_tail("Il testo. L’articolo Titolo proviene da Il Giornale.") == "Il testo."
