"""A tagger on small rulebooks: what counts, where, and why."""

import pickle
from pathlib import Path

import pytest

from ingest.enrich.place_role import genre
from ingest.enrich.topics import Tagger, load_topics
from ingest.enrich.topics.rules import Concept, Rulebook, Signal, Term, Topic
from ingest.errors import ConfigError

RULES = """
concepts:
  north:
    fr: [Corée du Nord, nord-coréen*, Pyongyang]
    en: [North Korea, DPRK]
    ru: [Северн* Коре*, КНДР]
    ko: [북한]
    zh: [朝鲜]
    not: [朝鲜蓟, Pyongyang style]
  north-loose:
    fr: [=le Nord, =Kim]
    only_with: [north]
  dprk: {includes: [north, north-loose]}
  russia: {fr: [Russie, Moscou, russe*], en: [Russia*, Moscow], ru: [Росси*], ko: [러시아, 러], zh: [俄*]}
  iran: {fr: [Iran], en: [Iran]}
  deal: {fr: [accord*], en: [treaty, shells], ru: [договор*], ko: [협력], zh: [合作]}
  sport: {fr: [match], en: [match]}
lists: {concepts: [north, russia, iran], at_least: 3}
boilerplate: [Lire aussi]
topics:
  both:
    name: Both
    unless: {sport: 3}
    signals:
      - near: [russia, dprk, deal]
  korea:
    name: Korea
    covers: [both]
    signals:
      - any: [north-loose]
        weight: 0.2
"""


def rules(folder: Path, text: str = RULES) -> Path:
    path = folder / "topics.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def tagger(tmp_path: Path) -> Tagger:
    return load_topics(rules(tmp_path))


def topics(tagger: Tagger, title: str, text: str = "", language: str | None = "fr") -> dict[str, bool]:
    return {h.topic: h.about for h in tagger.tag(title, text, language)}


BOTH = {"both": True, "korea": True}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Moscou et la Corée du Nord signent un accord"),
        ("fr", "ACCORD ENTRE LA RUSSIE ET LA COREE DU NORD"),
        ("fr", "Accord entre la Russie et le régime nord\u2011coréen"),
        ("fr", "Accord entre la Ru\u00adssie et le régime nord-co\u00adréen"),
        ("fr", "Accord entre la Russie et la Core\u0301e\u00a0du\u00a0Nord"),
        ("fr", "Accord entre l&rsquo;Etat russe et la Cor&eacute;e du Nord"),
        ("en", "Russia\u2019s treaty with the ＤＰＲＫ"),
        ("ru", "Договор России с Северной Кореей"),
        ("ko", "북한과 러시아의 협력"),
        ("ko", "러·북한 협력"),
        ("zh", "俄羅斯與朝鮮擴大合作"),
        ("zh", "俄企业与朝鲜合作"),
        (None, "Договор России с Северной Кореей"),
    ],
)
def test_the_same_words_however_they_are_written(tagger: Tagger, language: str | None, title: str) -> None:
    assert topics(tagger, title, language=language) == BOTH


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("fr", "Accord entre la Russie, l'Iran et la Corée du Nord"),  # a list of three
        ("fr", "Russie : un accord en Corée, du Nord au Sud"),
        ("fr", "Match Russie - Corée du Nord, un accord sur les dates"),
        ("fr", "Le Nord et Moscou : un accord"),  # without company
        ("ru", "Скорее договор с Россией"),
        ("zh", "朝鲜蓟与俄罗斯合作社"),
        ("en", "Accord entre la Russie et la Corée du Nord"),  # French words in an English text
    ],
)
def test_what_only_looks_like_it(tagger: Tagger, language: str, title: str) -> None:
    assert topics(tagger, title, language=language) == {}


def test_a_sentence_far_down_is_a_mention_and_raises_the_umbrella_no_higher(tagger: Tagger) -> None:
    text = "Rien à voir.\n\nRien non plus.\n\nMoscou a un accord avec Pyongyang.\n\nRien."
    assert topics(tagger, "Autre chose", text) == {"both": False, "korea": False}


def test_loose_names_count_only_in_company(tagger: Tagger) -> None:
    assert topics(tagger, "Moscou signe un accord avec Kim") == {}
    assert topics(tagger, "Moscou signe un accord avec Kim", "La Corée du Nord s'en réjouit.")["both"]


def test_lines_of_the_page_do_not_count(tagger: Tagger) -> None:
    assert topics(tagger, "Retraites", "Le Sénat vote.\n\nLire aussi : Moscou signe un accord avec Pyongyang") == {}


def test_the_summary_stands_in_for_a_missing_text(tagger: Tagger) -> None:
    hits = tagger.tag("Accord", " ", "fr", summary="Moscou signe un accord avec Pyongyang.")
    assert hits[0].evidence[0].where == "lead"


def test_every_term_can_be_found_again_where_it_stands(tagger: Tagger) -> None:
    title, text = "Un ac\u00adcord", "Voici.\n\nUn&nbsp;accord l&rsquo;unit\u00ad : Moscou &amp; Pyong\u00adyang."
    (both, _) = tagger.tag(title, text, "fr")
    assert [(e.term, e.concept, e.where) for e in both.evidence] == [
        ("accord", "deal", "paragraph 2"),
        ("Moscou", "russia", "paragraph 2"),
        ("Pyong\u00adyang", "north", "paragraph 2"),
    ]
    assert all(text[e.start : e.end] == e.term for e in both.evidence)


def test_a_tagger_survives_pickling(tagger: Tagger) -> None:
    again = pickle.loads(pickle.dumps(tagger))
    assert again.version == tagger.version
    assert topics(again, "Moscou et la Corée du Nord signent un accord") == BOTH


def test_a_rule_version_changes_with_what_it_reaches_and_only_then(tmp_path: Path, tagger: Tagger) -> None:
    other = load_topics(rules(tmp_path, RULES.replace("ko: [협력]", "ko: [협력, 조약]")))
    assert other.versions["both"] != tagger.versions["both"]
    assert other.versions["korea"] != tagger.versions["korea"], "covers it"
    same = load_topics(rules(tmp_path, RULES.replace("name: Both", "name: The two")))
    assert same.versions == tagger.versions
    assert {h.rule_version for h in tagger.tag("Accord entre Moscou et Pyongyang", "", "fr")} <= set(
        tagger.versions.values()
    )


def test_everything_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    path = rules(
        tmp_path,
        """concepts:
  a: {fr: [un, 7], xx: [uno]}
  b:
    fr: ["*coréen", "…"]
    only_with: [c]
  c: {}
topics:
  t:
    signals:
      - near: [a, aa]
        where: [margin]
      - weight: 2
    covers: [nothing]
    about: high
""",
    )
    with pytest.raises(ConfigError) as e:
        load_topics(path)
    told = [(p.line, p.message) for p in e.value.problems]
    assert sorted(told) == [
        (2, "not a text: 7"),
        (2, "unknown key"),
        (3, "refers to 'c', which comes later"),
        (4, "'*coréen' begins with *"),
        (4, "no word in '…'"),
        (6, "names nothing"),
        (8, "covers: no topic 'nothing'"),
        (8, "no concept 'aa'"),
        (11, "unknown place 'margin'"),
        (12, "asks for nothing"),
        (14, "must be a number from 0 up, not 'high'"),
    ]


@pytest.mark.parametrize("together", [False, True])
def test_one_word_never_completes_a_signal_of_two_concepts(together: bool) -> None:
    arms = Concept("arms", (Term("shells", None),))
    plant = Concept("plant", (Term("shells plant", None), Term("foundry", None)))
    topic = Topic("arming", "Arming", (Signal(all=("arms", "plant"), together=together),))
    one = Tagger(Rulebook((arms, plant), (topic,)))
    assert [h.topic for h in one.tag("The foundry makes shells", "", "en")] == ["arming"]
    assert one.tag("Fire at a shells plant", "", "en") == []
    assert [h.topic for h in one.tag("Fire at a shells plant, shells go off", "", "en")] == ["arming"]


@pytest.mark.parametrize(
    "title", ["Book of the week: Moscow", "Recette : North Korea", "Rezension: Moscow", "书评：俄罗斯"]
)
def test_a_review_or_a_recipe_is_no_news_of_what_it_names(title: str) -> None:
    assert genre(title) in ("review", "recipe")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("at_least: 3", "at_least: 0"), "must be 2 or more, not 0"),
        (("{sport: 3}", "{sport: .nan}"), "must be a number from 0 up, not nan"),
        (("{sport: 3}", "{sport: .inf}"), "must be a number from 0 up, not inf"),
        (("concepts:", "\x01concepts:"), "not YAML: unacceptable character"),
        ((RULES[RULES.index("topics:") :], "topics: {}"), "has no topics"),
    ],
)
def test_rules_by_which_nothing_would_ever_be_found_are_refused(
    tmp_path: Path, wrong: tuple[str, str], said: str
) -> None:
    (tmp_path / "topics.yaml").write_text(RULES.replace(*wrong))
    with pytest.raises(ConfigError, match=said):
        load_topics(tmp_path / "topics.yaml")
