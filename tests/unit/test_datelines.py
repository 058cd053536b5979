import pytest

from ingest.text.datelines import without_dateline


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(서울=연합뉴스) 박수윤 기자 = 대표단이 평양에서 출발했다.", "대표단이 평양에서 출발했다."),
        ("(베이징·서울=연합뉴스) 정성조 특파원 권숙희 기자 = 4일 만났다.", "4일 만났다."),
        ("(서울=연합뉴스) 축전을 보냈다.", "축전을 보냈다."),
        ("PARIS (AFP) – Le ministre a dit oui.", "Le ministre a dit oui."),
        ("BERLIN, 3. März (dpa) - Der Minister sagt ja.", "Der Minister sagt ja."),
        ("VIENNE (Reuters) - Les pilotes acceptent.", "Les pilotes acceptent."),
        ("(AFP) – Oui.", "Oui."),
        ("МОСКВА, 25 ноября. /ТАСС/. Кремль подтвердил.", "Кремль подтвердил."),
        ("MOSCOW, November 25. /TASS/. The Kremlin confirmed.", "The Kremlin confirmed."),
        ("МОСКВА, 25 ноя — РИА Новости. Кремль подтвердил.", "Кремль подтвердил."),
        ("新华社北京11月25日电（记者张三）外交部表示。", "外交部表示。"),
        ("【モスクワ共同】ロシア大統領府は確認した。", "ロシア大統領府は確認した。"),
        ("▲ 통일부는 세미나를 개최한다.", "통일부는 세미나를 개최한다."),
        ("Paris a dit oui (comme l'a noté l'AFP) hier.", "Paris a dit oui (comme l'a noté l'AFP) hier."),
        ("Le ministre a dit oui.", "Le ministre a dit oui."),
        ("(AFP)", "(AFP)"),
        ("", ""),
    ],
)
def test_a_text_begins_after_its_dateline(text, rest):
    assert without_dateline(text) == rest
