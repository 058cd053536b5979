"""Happenings of one day told in six languages are one event each; what only resembles them stays apart."""

from datetime import UTC, datetime, timedelta

import pytest

from ingest.enrich.encoder import article_vectors, open_encoder
from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import stories
from ingest.ledger.store import open_ledger

NOW = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
TOLD = {
    "ferry aground": {
        "en": (
            "Ferry with 212 aboard runs aground off Bergen in storm",
            "A car ferry carrying 212 people ran aground on rocks near Bergen on Tuesday night after losing engine power in a storm. Rescue helicopters lifted 140 passengers to safety, the Norwegian coast guard said. Nobody was killed, but 17 people were taken to hospital.",
        ),
        "fr": (
            "Un ferry avec 212 personnes s’échoue au large de Bergen",
            "Un ferry transportant 212 personnes s’est échoué mardi soir sur des rochers près de Bergen, en Norvège, après une panne de moteur en pleine tempête. Les hélicoptères ont évacué 140 passagers, selon les garde-côtes. Aucun mort n’est à déplorer, mais 17 blessés ont été hospitalisés.",
        ),
        "de": (
            "Fähre mit 212 Menschen läuft vor Bergen auf Grund",
            "Eine Autofähre mit 212 Menschen an Bord ist am Dienstagabend bei Sturm nahe Bergen auf Felsen gelaufen, nachdem die Maschine ausgefallen war. Hubschrauber brachten 140 Passagiere in Sicherheit, teilte die norwegische Küstenwache mit. 17 Verletzte kamen ins Krankenhaus.",
        ),
        "es": (
            "Un ferry con 212 personas encalla frente a Bergen",
            "Un transbordador con 212 personas a bordo encalló el martes por la noche en unas rocas cerca de Bergen tras quedarse sin motor en un temporal. Los helicópteros evacuaron a 140 pasajeros, informó la guardia costera noruega. Hay 17 heridos hospitalizados y ningún muerto.",
        ),
        "ru": (
            "Паром с 212 пассажирами сел на мель у Бергена",
            "Автомобильный паром с 212 людьми на борту во вторник вечером сел на камни близ Бергена, потеряв ход во время шторма. Вертолёты эвакуировали 140 пассажиров, сообщила береговая охрана Норвегии. Погибших нет, 17 человек госпитализированы.",
        ),
        "ko": (
            "노르웨이 베르겐 앞바다서 212명 탄 여객선 좌초",
            "승객 등 212명을 태운 여객선이 화요일 밤 폭풍 속에서 엔진이 멈춰 베르겐 인근 암초에 좌초했다고 노르웨이 해안경비대가 밝혔다. 헬기가 승객 140명을 구조했으며 사망자는 없고 17명이 병원으로 옮겨졌다.",
        ),
    },
    "key rate": {
        "en": (
            "European Central Bank cuts key rate to 1.75 percent",
            "The European Central Bank lowered its deposit rate by a quarter point to 1.75 percent on Tuesday, its first cut in nine months, citing weak growth. President Christine Lagarde said inflation would stay below target.",
        ),
        "fr": (
            "La BCE abaisse son taux directeur à 1,75 %",
            "La Banque centrale européenne a réduit mardi son taux de dépôt d’un quart de point, à 1,75 %, une première en neuf mois, en raison d’une croissance faible. L’inflation restera sous l’objectif, a dit sa présidente Christine Lagarde.",
        ),
        "de": (
            "EZB senkt Leitzins auf 1,75 Prozent",
            "Die Europäische Zentralbank hat den Einlagensatz am Dienstag um einen Viertelpunkt auf 1,75 Prozent gesenkt, zum ersten Mal seit neun Monaten. Grund sei das schwache Wachstum, sagte Präsidentin Christine Lagarde.",
        ),
        "es": (
            "El BCE baja los tipos al 1,75 %",
            "El Banco Central Europeo rebajó el martes la facilidad de depósito un cuarto de punto, hasta el 1,75 %, el primer recorte en nueve meses, ante el débil crecimiento, explicó su presidenta Christine Lagarde.",
        ),
        "ru": (
            "ЕЦБ снизил ключевую ставку до 1,75 процента",
            "Европейский центральный банк во вторник снизил депозитную ставку на четверть пункта, до 1,75 процента, впервые за девять месяцев. Причина – слабый рост, заявила глава ЕЦБ Кристин Лагард.",
        ),
        "ko": (
            "유럽중앙은행, 기준금리 1.75%로 인하",
            "유럽중앙은행(ECB)은 화요일 예금금리를 0.25%포인트 내린 1.75%로 결정했다. 아홉 달 만의 첫 인하로 성장 둔화가 이유라고 크리스틴 라가르드 총재가 밝혔다.",
        ),
    },
    "another ferry": {
        "en": (
            "Ferry fire off Batangas kills three",
            "A fire on a passenger ferry off Batangas in the Philippines killed three people on Tuesday. The coast guard said 88 passengers were rescued from the water by fishing boats.",
        ),
        "fr": (
            "Philippines : l’incendie d’un ferry fait trois morts au large de Batangas",
            "Un incendie à bord d’un ferry au large de Batangas, aux Philippines, a fait trois morts mardi. Selon les garde-côtes, 88 passagers ont été secourus par des pêcheurs.",
        ),
    },
    "another bank": {
        "en": (
            "Bank of England holds rates at 3.5 percent",
            "The Bank of England left its key rate unchanged at 3.5 percent on Tuesday. Governor Andrew Bailey said inflation in services was still too high.",
        ),
        "de": (
            "Bank of England lässt Leitzins bei 3,5 Prozent",
            "Die Bank of England hat ihren Leitzins am Dienstag unverändert bei 3,5 Prozent belassen. Gouverneur Andrew Bailey verwies auf die hohe Teuerung bei Dienstleistungen.",
        ),
    },
    "the same storm": {
        "en": (
            "Storm Ingrid cuts power to 60,000 homes in Norway",
            "Storm Ingrid cut power to 60,000 homes in western Norway on Tuesday night. The grid operator said repairs could take two days.",
        ),
    },
}  # fmt: skip


@pytest.mark.parametrize("step", [1, -1, 7], ids=["in order", "backwards", "mixed"])
def test_each_happening_is_one_event_in_whatever_order_it_comes(tmp_path, step):
    ledger = open_ledger(f"sqlite:///{tmp_path}/ledger.sqlite")
    texts = [(what, language) for what, versions in TOLD.items() for language in versions]
    texts = [texts[n * step % len(texts)] for n in range(len(texts))]  # 17 texts: each step visits all
    for n, (what, language) in enumerate(texts):
        at = NOW + timedelta(minutes=20 * n)
        vectors = article_vectors(open_encoder("bundled"), *TOLD[what][language])
        one = signature(*TOLD[what][language], language, at, vectors)
        with ledger.begin() as c:
            place(c, f"{what}-{language}", f"outlet {what} {language}", one, at, at, 7, first_seen=at)
    with ledger.read() as c:
        event_of = {
            (what, language): stories.story(c, stories.member(c, f"{what}-{language}").story_id).event_id
            for what, language in texts
        }
    ledger.close()
    events = {what: {event_of[what, language] for language in versions} for what, versions in TOLD.items()}
    assert {what: len(ids) for what, ids in events.items()} == dict.fromkeys(TOLD, 1)
    assert len(set().union(*events.values())) == len(TOLD)
