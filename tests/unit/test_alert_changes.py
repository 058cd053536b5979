"""What counts as news about an event that a reader knows, and what does not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.alert.changes import ChangeKind, Known, changes, completed, figures, known_of, signs
from ingest.alert.context import Sibling, in_order
from ingest.languages import LANGUAGES

T0 = datetime(2025, 4, 28, 8, tzinfo=UTC)


def told(key="a", title="Le ministère annonce douze hélicoptères", *, lead="", outlet=None, country="FR", language="fr", minutes=0, version="1", published=None):  # fmt: skip
    seen = T0 + timedelta(minutes=minutes)
    return Sibling(key, f"s{key}", "e", outlet or key, f"https://{key}.example/x", country, language, title, lead, published, seen, version)  # fmt: skip


def news(before, after, told_keys=()):
    return [(c.kind.value, c.key) for c in changes(known_of(before), after, told_keys) if c.kind != ChangeKind.ARTICLE]


def test_the_same_articles_are_no_news():
    assert changes(known_of([told()]), [told()], ()) == []


def test_another_outlet_of_the_same_country_and_language_is_no_material_news():
    assert news([told("a")], [told("a"), told("b")]) == []


def test_a_told_article_that_now_denies_is_news_once():
    after = told(title="Le ministère dément la livraison d’hélicoptères", version="2")
    assert news([told()], [after]) == [("denial", "denial:a:2")]
    assert news([told()], [after], ["denial:a:2"]) == []


def test_of_many_outlets_that_deny_one_is_told():
    others = [told(key, "Le Kremlin dément", minutes=9) for key in "bcdef"]
    assert news([told()], [told(), *others])[0] == ("denial", "denial")
    assert sum(kind == "denial" for kind, _ in news([told()], [told(), *others])) == 1


def test_an_event_that_began_with_a_denial_has_no_second_one():
    denial = told("a", "Moscow denies sending troops", language="en")
    assert news([denial], [denial, told("b", "Kremlin denies deployment", language="en")]) == []


@pytest.mark.parametrize(
    ("title", "language", "sign"),
    [
        ("CORRECTION. Le ministère précise", "fr", "correction"),
        ("Pyongyang denies it sent shells", "en", "denial"),
        ("В Кремле опровергли поставки", "ru", "denial"),
        ("북한, 러시아 파병 부인", "ko", "denial"),
        ("ロシア、派兵を否定", "ja", "denial"),
        ("克里姆林宫否认向朝鲜提供武器", "zh", "denial"),
        ("Kreml dementiert Waffenlieferungen", "de", "denial"),
        ("El Kremlin niega el envío", "es", "denial"),
        ("Il Cremlino smentisce l’invio", "it", "denial"),
        ("O Kremlin desmente o envio", "pt", "denial"),
        ("We retract our report on the shells", "en", "retraction"),
    ],
)
def test_signs_in_every_language(title, language, sign):
    assert signs(title, language) == {sign}


def test_every_language_has_words_for_denial_and_correction():
    assert [code for code, language in LANGUAGES.items() if not language.denials or not language.corrections] == []


@pytest.mark.parametrize("title", ["The garden is in denialand", "Un génie à Paris", "Denver wins", "Il n’a rien dit"])
def test_words_inside_words_are_no_signs(title):
    assert signs(title, "en") == signs(title, "fr") == frozenset()


def test_a_figure_that_changes_in_a_told_article_is_news():
    before = told(lead="Le bilan est de 12 morts, dit la préfecture.")
    after = replace(before, lead="Le bilan est de 17 morts, dit la préfecture.", version="2")
    (change,) = [c for c in changes(known_of([before]), [after], ()) if c.kind is ChangeKind.FIGURE]
    assert (change.key, change.before, change.after) == ("figure:morts:17", "12", "17")


def test_another_outlets_headline_that_counts_the_same_thing_otherwise_is_news():
    first = told("a", "Séisme : 12 morts dans le sud")
    assert news([first], [first, told("b", "Séisme : 31 morts")]) == [("figure", "figure:morts:31")]
    assert news([first], [first, told("b", "Séisme : 31 blessés")]) == []


def test_figures_are_not_years_dates_or_times():
    assert figures("Le 24 avril 2025 à 10:30, 3\u202f000 soldats et 40 % des chars", "fr") == {
        "solda": "3000",
        "%": "40",
    }
    assert figures("병사 3000명, 4월 28일", "ko") == {"명": "3000"}
    assert figures("Treaty of 2024: 1,500 shells on 12 May", "en") == {"shell": "1500"}


def test_many_outlets_a_country_and_a_language_are_news():
    before = [told("a")]
    after = before + [told(k, outlet=k) for k in "bcde"] + [told("k", country="KR", language="ko")]
    assert set(news(before, after)) == {
        ("outlets", "outlets:5"),
        ("country", "country:KR"),
        ("language", "language:ko"),
    }


def test_what_a_reader_knows_survives_the_ledger():
    known = known_of([told(lead="12 morts"), told("b", "Le Kremlin dément", language="fr")])
    assert Known.from_json(known.to_json()) == known
    assert Known.from_json(None) == Known()


def test_a_backdated_copy_that_shows_up_later_is_not_the_first():
    first = told("a", published=T0)
    backdated = told("b", minutes=30, published=T0 - timedelta(days=2))
    together = told("c", minutes=3, published=T0 - timedelta(minutes=9))
    assert [s.key for s in in_order([backdated, first, together])] == ["c", "a", "b"]


@given(st.text(max_size=200), st.sampled_from([*LANGUAGES, "unknown"]))
def test_no_text_is_too_strange(text, language):
    signs(text, language)
    figures(text, language)


@pytest.mark.parametrize(
    ("title", "language", "is_ours"),
    [
        ("Kyiv denies its drones struck a hospital, as Kremlin confirms aid to North Korea", "en", False),
        ("Kremlin denies military aid to Pyongyang", "en", True),
        ("Seoul awaits word: Moscow denies sending aid", "en", True),
        ("Kremlin denies it", "en", True),
        ("Téhéran dément toute livraison de missiles balistiques", "fr", True),
    ],
)
def test_somebody_else_s_denial_is_none_of_the_event_s(title, language, is_ours):
    before = told("a", "Kremlin confirms possible military aid to North Korea", language="en")
    found = news([before], [before, told("b", title, language=language)])
    assert (("denial", "denial") in found) is is_ours


def test_a_page_that_is_gone_is_told_once_and_only_of_an_article_that_was_told():
    before, other = told("a"), told("b", "Other")
    (change,) = changes(known_of([before]), [before], (), {"a", "b"})
    assert (change.kind, change.key) == (ChangeKind.WITHDRAWN, "withdrawn:a")
    assert changes(known_of([before]), [before], {change.key}, {"a"}) == []
    assert "withdrawn" not in {c.kind for c in changes(known_of([before]), [before, other], (), {"b"})}


def test_a_page_that_says_more_than_its_summary_is_no_news_and_its_next_version_is():
    words = replace(told(lead="12 hélicoptères."), is_words=True)
    page = told(version="2", lead="15 hélicoptères, et le ministre dément.")
    known = completed(Known.from_json(known_of([words]).to_json()), [page])
    assert changes(known, [page], ()) == []
    later = replace(page, lead="20 hélicoptères", version="3")
    assert [c.key for c in changes(known, [later], ()) if c.kind is ChangeKind.FIGURE] == ["figure:helic:20"]


def test_a_page_whose_headline_retracts_was_replaced_since():
    words = replace(told(), is_words=True)
    page = told(version="2", title="Le ministère dément l’annonce")
    known = known_of([words])
    assert completed(known, [page]) is known
    assert news([words], [page]) == [("denial", "denial:a:2")]
