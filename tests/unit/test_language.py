"""The language of texts, headlines and of what cannot be told."""

import pytest

from ingest.enrich.language import base_code, detect

HEADLINES = {
    "fr": "Pyongyang accuse Séoul d’avoir franchi la ligne de démarcation",
    "en": "North Korea says it tested a new engine for long-range missiles",
    "de": "Nordkorea meldet Test eines neuen Raketentriebwerks",
    "es": "Corea del Norte afirma haber probado un nuevo motor de misiles",
    "ru": "Северная Корея сообщила об испытании нового двигателя",
    "uk": "Північна Корея повідомила про випробування нового двигуна",
    "ko": "북한, 새 미사일 엔진 시험 발표",
    "ja": "北朝鮮、新型エンジンの試験を発表",
    "zh": "朝鲜宣布试验新型导弹发动机",
    "it": "La Corea del Nord annuncia il test di un nuovo motore",
    "pt": "Coreia do Norte anuncia teste de novo motor de mísseis",
    "nl": "Noord-Korea meldt proef met nieuwe raketmotor",
    "pl": "Korea Północna informuje o próbie nowego silnika rakietowego",
    "ar": "كوريا الشمالية تعلن اختبار محرك صاروخي جديد",
}


@pytest.mark.parametrize("code", HEADLINES)
def test_headline(code: str) -> None:
    assert detect("", title=HEADLINES[code]).code == code


def test_clear_words_stand_against_a_wrong_feed_and_page() -> None:
    assert detect("", title=HEADLINES["de"], feed="fr", html="en").code == "de"


def test_too_little_to_tell_is_unknown_or_as_declared() -> None:
    assert detect("12:45 — 3").code == "unknown"
    assert detect("12:45 — 3", feed="fr").code == "fr"


def test_the_same_text_gets_the_same_answer() -> None:
    assert len({detect("", title="Turpitude et architecture") for _ in range(20)}) == 1


def test_tags() -> None:
    assert [base_code(x) for x in ("zh-Hant-TW", "nb_NO", "EN", "english", "", None)] == [
        "zh",
        "no",
        "en",
        None,
        None,
        None,
    ]
