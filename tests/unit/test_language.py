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


@pytest.mark.parametrize(
    ("title", "hint", "code"),
    [
        ("米韓首脳会談", "ja", "ja"),
        ("日米韓合同訓練開始", "ja", "ja"),
        ("中国軍拡大、気象庁発表", None, "ja"),
        ("大統領談話發表", "ko", "ko"),
        ("南北會談再開", "ko", "ko"),
        ("朝鲜宣布试验新型导弹发动机", "ja", "zh"),
        ("他们说这是为了和平", "ko", "zh"),
        ("中美领导人会谈", None, "zh"),
    ],
)
def test_han_alone_is_what_it_is_said_to_be_unless_its_shapes_say_otherwise(
    title: str, hint: str | None, code: str
) -> None:
    assert detect("", title=title, feed=hint).code == code
    assert detect("", title=title, html=hint).code == code


@pytest.mark.parametrize("code", ["fr", "en", "de", "es", "ru", "it", "pt", "nl", "pl"])
def test_capitals_throughout(code: str) -> None:
    assert detect("", title=HEADLINES[code].upper()).code == code


def test_russian_in_latin_letters() -> None:
    assert (
        detect("", title="Rossiya i KNDR podpisali dogovor o sotrudnichestve v oblasti zdravookhraneniya").code == "ru"
    )
    assert detect("", title="Korea Polnocna testuje rakiety na wschodzie i zachodzie kraju").code == "pl"
    assert detect("", title="Srbija i Rusija potpisale sporazum o saradnji na konferenciji").code != "ru"


def test_a_title_in_two_languages_is_in_the_one_that_its_feed_is_in() -> None:
    both = "Treaty talks on plastics end with no deal 減塑談判破局"
    assert [detect("", title=both, feed=hint).code for hint in ("en", "zh")] == ["en", "zh"]
