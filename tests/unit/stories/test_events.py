"""Own cases for events: the same happening told by others, and happenings of the same kind."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.enrich.stories.anchors import AnchorSort, anchor, anchors_of, sort_of
from ingest.enrich.stories.gazetteer import KINDS, PLACES
from ingest.enrich.stories.romanise import consonants, romanise
from ingest.enrich.stories.signature import signature
from tests.unit.stories.texts import ABROAD, OTHER, WIRE

NOW = datetime(2025, 4, 14, 8, 0, tzinfo=UTC)

RU = """Власти Франции эвакуировали 2400 жителей долины после того, как в плотине Монклар нашли трещину. Водохранилище, построенное в 1968 году, спустили в воскресенье вечером, сообщила префект Жанна Альбаре.

Дорога на Сен-Ферреоль закрыта, эксперты из Гренобля сделают вывод через две недели."""
KO = """프랑스 알프스의 몽클라르 댐에서 균열이 발견돼 13일 저녁 주민 2400명이 대피했다. 1968년에 지어진 이 댐은 지난해 11월 점검을 통과했다고 현지 당국이 밝혔다. 그르노블의 전문가들이 2주 안에 조사 결과를 내놓을 예정이다."""
AGAIN = """Un barrage de la vallée voisine a été placé sous surveillance jeudi après un éboulement près de Vaubrun. Aucun des 900 riverains n'a été évacué, a indiqué la mairie, qui a fermé la route du col.

L'ouvrage date de 1974. Les services de l'État doivent se prononcer vendredi sur la réouverture de la route."""


def grouped(*articles):
    lines = []
    for n, (text, language, hours) in enumerate(articles):
        at = (NOW + timedelta(hours=hours)).isoformat()
        lines.append(
            json.dumps(
                {"id": f"n{n}", "title": "", "text": text, "language": language, "published": at, "outlet": f"o{n}"}
            )
        )
    result = CliRunner().invoke(app, ["group"], input="\n".join(lines))
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(("text", "language"), [(ABROAD, "en"), (RU, "ru"), (KO, "ko")])
def test_the_same_happening_in_another_language(text, language):
    first, second = grouped((WIRE, "fr", 0), (text, language, 3))
    assert first["story"] != second["story"]
    assert first["event"] == second["event"]


def test_another_happening_of_the_same_kind_is_another_event():
    first, other, far = grouped((WIRE, "fr", 0), (AGAIN, "fr", 90), (OTHER, "fr", 91))
    assert len({first["event"], other["event"], far["event"]}) == 3


def test_the_same_frame_filled_in_anew_is_never_the_same_event():
    anew = (
        WIRE.replace("Montclar", "Vaubrun").replace("dimanche", "jeudi").replace("2.400", "900").replace("1968", "1974")
    )
    anew = anew.replace("22 h 30", "9 h 15").replace("Albaret", "Rouvier")
    first, second = grouped((WIRE, "fr", 0), (anew, "fr", 90))
    assert first["story"] != second["story"]
    assert first["event"] != second["event"]


def test_a_line_that_cannot_be_read_is_an_error_and_the_rest_goes_on():
    good = {"id": "a", "title": "T", "text": WIRE, "language": "fr", "published": "2025-04-14T08:00:00Z", "outlet": "x"}
    lines = [json.dumps(good), "{", '["no", "object"]', json.dumps(good | {"id": "b", "published": "yesterday"}), "",
             json.dumps({"id": "c"}), json.dumps(good | {"id": "d", "text": 7}), json.dumps(good | {"id": "e"})]  # fmt: skip
    result = CliRunner().invoke(app, ["group"], input="\n".join(lines))
    assert result.exit_code == 1
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [t["id"] for t in told] == ["a", None, None, "b", "c", "d", "e"]
    assert ["error" in t for t in told] == [False, True, True, True, False, True, False]
    assert told[1]["error"].startswith("line 2:")
    assert told[0]["story"] == told[-1]["story"]


def test_no_line_breaks_the_run():
    good = json.dumps({"id": "a", "text": WIRE}).encode()
    hostile = [b'{"id": "\xff"}', b'{"id": "\\ud800", "text": "\\ud800"}', b"[" * 100_000, b'{"id": "old", "published": "0001-01-01"}',
               b'{"id": "late", "published": "9999-12-31T23:59:59Z"}', b'{"id": 5, "published": 12}', good]  # fmt: skip
    result = CliRunner().invoke(app, ["group"], input=b"\n".join(hostile))
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(told) == len(hostile)
    assert ["error" in t for t in told] == [True, False, True, False, False, True, False]


def test_names_meet_across_scripts():
    assert consonants(romanise("короткевич")) == consonants("karatkevitch") == consonants("karatkevich")
    assert consonants(romanise("원산")) == consonants("wonsan")
    assert consonants(romanise("モスクワ")) == consonants("moskva")


@pytest.mark.parametrize("table", [PLACES, KINDS], ids=["places", "kinds"])
def test_each_line_of_the_gazetteer_names_itself_once(table):
    names = [line.partition(": ")[0] for line in table.strip().splitlines()]
    assert len(names) == len(set(names))
    for line in table.strip().splitlines():
        assert all(form and form == form.lower() for form in line.partition(": ")[2].split("|")), line


@pytest.mark.parametrize(
    ("text", "place"),
    [("les autorités nord-coréennes", "north-korea"), ("북한이", "north-korea"), ("в Северной Корее", "north-korea"),
     ("Южнокорейский", "south-korea"), ("Straßburg, Deutschland", "germany"), ("ロシアの", "russia")],
)  # fmt: skip
def test_places_are_known_in_their_languages(text, place):
    assert anchor(AnchorSort.PLACE, place) in anchors_of([], [], text, None)


def test_anchors_are_few_and_sorted_by_kind():
    found = signature("", WIRE * 20, "fr", NOW).anchors
    assert len(found) <= 96
    assert {AnchorSort.NAME, AnchorSort.NUMBER, AnchorSort.DAY} <= {sort_of(a) for a in found}
