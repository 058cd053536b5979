from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.dates import day_in_path, find_date, is_relative, order_for, parse_date, read, read_date, zone_of

SEOUL = zone_of("Asia/Seoul")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(("raw", "zone", "expected"), [
    # what the standards ask for
    ("Sun, 22 Nov 2026 10:00:00 GMT", None, at(2026, 11, 22, 10)),
    ("2026-11-22T10:00:00+09:00", None, at(2026, 11, 22, 1)),
    ("2026-11-22T10:00:00.123Z", None, at(2026, 11, 22, 10)),
    # Korean systems: no zone, no space, a month in digits, double blanks
    ("2026-09-27 19:00:00", "Asia/Seoul", at(2026, 9, 27, 10)),
    ("2026-09-27 19:00:00", None, at(2026, 9, 27, 19)),
    ("Sun,27 Sep 2026 19:00:00 +0900", None, at(2026, 9, 27, 10)),
    ("Sun, 27 09 2026 19:00:00 +0900", None, at(2026, 9, 27, 10)),
    ("Sun,  27  Sep  2026  19:00:00  +0900", None, at(2026, 9, 27, 10)),
    ("2026년 9월 27일 오후 7:00", None, at(2026, 9, 27, 10)),
    ("2026年9月27日 19時00分", "Asia/Tokyo", at(2026, 9, 27, 10)),
    ("2026.09.27 19:00", "Asia/Seoul", at(2026, 9, 27, 10)),
    # two-digit years
    ("Fri, 25 Sep 26 14:05:00 +0200", None, at(2026, 9, 25, 12, 5)),
    ("26-09-25 14:05", None, at(2026, 9, 25, 14, 5)),
    ("25/09/26", None, at(2026, 9, 25)),
    ("13-Nov-26 10:22 GMT", None, at(2026, 11, 13, 10, 22)),
    # months in the reader's language, weekdays with and without comma
    ("ven, 13 nov 2026 10:00:00 +0100", None, at(2026, 11, 13, 9)),
    ("mar. 03 févr. 2026 10:00:00 GMT", None, at(2026, 2, 3, 10)),
    ("dimanche 22 novembre 2026 à 10:00", None, at(2026, 11, 22, 10)),
    ("Do, 14 Mai 2026 08:00:00 +0200", None, at(2026, 5, 14, 6)),
    ("22 de diciembre de 2026, 10:00", None, at(2026, 12, 22, 10)),
    ("gio, 06 ago 2026 08:15:00 +0200", None, at(2026, 8, 6, 6, 15)),
    ("Пт, 13 ноя 2026 10:00:00 +0300", None, at(2026, 11, 13, 7)),
    ("14 мая 2026 г. 10:00", "Europe/Moscow", at(2026, 5, 14, 7)),
    ("14 мая 2026, 10:00", "Europe/Moscow", at(2026, 5, 14, 7)),
    # zones by name; whose CST depends on who writes
    ("Sat, 14 Nov 2026 10:00:00 CST", None, at(2026, 11, 14, 16)),
    ("Sat, 14 Nov 2026 10:00:00 CST", "Asia/Shanghai", at(2026, 11, 14, 2)),
    ("Sat, 14 Nov 2026 10:00:00 KST", None, at(2026, 11, 14, 1)),
    ("Sat, 14 Nov 2026 10:00:00 +0900 (KST)", None, at(2026, 11, 14, 1)),
    # others
    ("Nov 22, 2026 10:15 pm", None, at(2026, 11, 22, 22, 15)),
    ("1795514400", None, at(2026, 11, 24, 10)),
    ("1795514400000", None, at(2026, 11, 24, 10)),
    ("20261122T101500Z", None, at(2026, 11, 22, 10, 15)),
    # what is no date
    ("yesterday", None, None),
    ("0000-00-00 00:00:00", None, None),
    ("Sun, 99 Nov 2026", None, None),
    ("2026-11-22T10:00:00 Mars/Olympus", None, None),
    ("x" * 5000, None, None),
])  # fmt: skip
def test_dates_as_feeds_write_them(raw, zone, expected):
    assert parse_date(raw, zone=zone_of(zone)) == expected


def test_the_future_is_clamped_and_the_raw_text_kept():
    dated = read_date("Sun, 22 Nov 2026 17:00:00 GMT", now=NOW)
    assert (dated.at, dated.source, dated.raw) == (NOW, "feed-clamped", "Sun, 22 Nov 2026 17:00:00 GMT")


@pytest.mark.parametrize("raw", ["Thu, 01 Jan 1970 00:00:00 GMT", "0001-01-01T00:00:00Z", "not a date"])
def test_a_date_that_says_nothing_is_none_and_kept_raw(raw):
    dated = read_date(raw, now=NOW)
    assert (dated.at, dated.source, dated.raw) == (None, None, raw)


@pytest.mark.parametrize(("url", "expected"), [
    ("https://img.example.kr/imgdb/resize/2026/1120/photo.jpg", datetime(2026, 11, 19, 15, tzinfo=UTC)),
    ("https://example.org/2026/11/20/slug", datetime(2026, 11, 19, 15, tzinfo=UTC)),
    ("https://example.org/news/20261120-title", datetime(2026, 11, 19, 15, tzinfo=UTC)),
    ("https://example.org/2026/11/22/slug", None),  # of today, the moment of the first sight knows more
    ("https://example.org/2027/01/01/slug", None),
    ("https://example.org/99999/12345", None),
    ("https://example.org/id/2026112099", None),
])  # fmt: skip
def test_the_day_in_an_address(url, expected):
    assert day_in_path(url, now=NOW, zone=SEOUL) == expected


@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2060, 1, 1)), st.integers(-12 * 60, 14 * 60))  # noqa: DTZ001
def test_every_well_written_date_is_read_exactly(naive, offset):
    from datetime import timezone

    moment = naive.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=offset)))
    sign, minutes = ("-" if offset < 0 else "+"), abs(offset)
    rfc822 = f"{moment:%a, %d %b %Y %H:%M:%S} {sign}{minutes // 60:02}{minutes % 60:02}"
    assert parse_date(rfc822) == moment
    assert parse_date(moment.isoformat()) == moment


@given(st.text(max_size=120))
def test_any_text_gives_a_date_or_none_and_is_always_aware(raw):
    found = parse_date(raw, zone=SEOUL)
    assert found is None or found.tzinfo is UTC
    dated = read_date(raw, now=NOW)
    assert dated.at is None or dated.at <= NOW


KST = zone_of("Asia/Seoul")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2024-03-04T10:20:30Z", datetime(2024, 3, 4, 10, 20, 30, tzinfo=UTC)),
        ("2024-03-04T10:20:30.123+09:00", datetime(2024, 3, 4, 10, 20, 30, tzinfo=KST)),
        ("2024-03-04 10:20", datetime(2024, 3, 4, 10, 20, tzinfo=UTC)),
        ("2024-03-04", datetime(2024, 3, 4, tzinfo=UTC)),
        ("20240304", datetime(2024, 3, 4, tzinfo=UTC)),
        ("1709547630000", datetime(2024, 3, 4, 10, 20, 30, tzinfo=UTC)),
        ("1709547630", datetime(2024, 3, 4, 10, 20, 30, tzinfo=UTC)),
        ("4 mars 2024 à 10h20", datetime(2024, 3, 4, 10, 20, tzinfo=UTC)),
        ("4. März 2024, 10:20 Uhr", datetime(2024, 3, 4, 10, 20, tzinfo=UTC)),
        ("March 4, 2024 10:20 pm", datetime(2024, 3, 4, 22, 20, tzinfo=UTC)),
        ("Mon, 04 Mar 2024 10:20:30 +0900", datetime(2024, 3, 4, 10, 20, 30, tzinfo=KST)),
        ("4 марта 2024", datetime(2024, 3, 4, tzinfo=UTC)),
        ("4 de marzo de 2024", datetime(2024, 3, 4, tzinfo=UTC)),
        ("2024年3月4日", datetime(2024, 3, 4, tzinfo=UTC)),
        ("2024년 3월 4일", datetime(2024, 3, 4, tzinfo=KST)),
        ("2024.03.04 10:20", datetime(2024, 3, 4, 10, 20, tzinfo=UTC)),
        ("04.03.2024", datetime(2024, 3, 4, tzinfo=UTC)),
        ("yesterday", None),
        ("2024-13-45", None),
        ("", None),
    ],
)
def test_dates_as_pages_write_them(raw, expected):
    found = find_date(raw)
    assert (found.at if found else None) == expected


@pytest.mark.parametrize("text", [
    "Published 4 March 2024 | Updated 5 March 2024", "Par Jean Dupont, publié le 4 mars 2024, mis à jour le 5 mars",
    "by X | 04.03.2024", "Mon 4 Mar 2024", "Last modified on Mon 4 Mar 2024", "4 мар. 2024 г.",
])  # fmt: skip
def test_a_date_is_found_in_what_says_more(text):
    assert find_date(text).at == at(2024, 3, 4)
    assert parse_date(text) in (None, at(2024, 3, 4))


TWINS = [
    ("Tue, 24 Nov 2026 10:00:00 IST", at(2026, 11, 24, 4, 30)), ("Tue, 24 Nov 2026 10:00:00 CST", at(2026, 11, 24, 16)),
    ("Tue, 24 Nov 2026 10:00:00 NZDT", at(2026, 11, 23, 21)), ("24 février 2026 10:00", at(2026, 2, 24, 10)),
    ("24. November 2026 10:00 Uhr", at(2026, 11, 24, 10)), ("24 listopada 2026", at(2026, 11, 24)),
    ("24 лютого 2026 10:00", at(2026, 2, 24, 10)), ("2026년 11월 24일 10:00", at(2026, 11, 24, 1)),
    ("2026年11月24日 10:00", at(2026, 11, 24, 10)), ("2026-11-24 10:00 KST", at(2026, 11, 24, 1)),
    ("2026-11-24T10:00:00+0900", at(2026, 11, 24, 1)), ("11/24/2026 10:00", at(2026, 11, 24, 10)),
    ("24/11/2026 10:00", at(2026, 11, 24, 10)), ("24.11.2026, 10:00", at(2026, 11, 24, 10)),
    ("1795514400", at(2026, 11, 24, 10)), ("Nov 24, 2026 10:00 AM", at(2026, 11, 24, 10)),
    ("2026-11-24T10:00:00 PM", at(2026, 11, 24, 22)), ("20261124100000", at(2026, 11, 24, 10)),
    ("24 de noviembre de 2026 10:00", at(2026, 11, 24, 10)), ("Mon, 24 Aug 2026 10:00:00 BST", at(2026, 8, 24, 9)),
    ("3 Απριλίου 2026 10:00", at(2026, 4, 3, 10)), ("24 Kasım 2026 10:00", at(2026, 11, 24, 10)),
    ("Sun, 24 sty 2026 10:00:00 +0100", at(2026, 1, 24, 9)),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "expected"), TWINS)
def test_feeds_and_pages_read_a_date_alike(raw, expected):
    assert parse_date(raw) == expected
    assert find_date(raw).at == expected


@pytest.mark.parametrize(("raw", "zone", "expected"), [
    # moments that clocks have and fields do not
    ("Tue, 24 Nov 2026 24:00:00 GMT", None, at(2026, 11, 25)),
    ("Tue, 24 Nov 2026 23:59:60 GMT", None, at(2026, 11, 25)),
    ("Tue, 24 Nov 2026 24:30:00 GMT", None, None),
    # zones said twice, said by name, not said
    ("2026-11-24 10:00:00 +0000 UTC", None, at(2026, 11, 24, 10)),
    ("Tue, 24 Nov 2026 09:00:00 Europe/Paris", None, at(2026, 11, 24, 8)),
    ("14 мая 2026 г., 10:00 (МСК)", None, at(2026, 5, 14, 7)),
    ("Nov. 24, 2026, 10 a.m. ET", None, at(2026, 11, 24, 15)),
    # French, German, Russian, Korean, Japanese, Chinese, Portuguese, Italian
    ("mardi 24 novembre 2026 à 10h05", "Europe/Paris", at(2026, 11, 24, 9, 5)),
    ("le 24/11/2026 à 10h", "Europe/Paris", at(2026, 11, 24, 9)),
    ("1er décembre 2026 - 8h30", "Europe/Paris", at(2026, 12, 1, 7, 30)),
    ("24.11.2026 10.05 Uhr", "Europe/Berlin", at(2026, 11, 24, 9, 5)),
    ("вторник, 24 ноября 2026 года в 10:05", "Europe/Moscow", at(2026, 11, 24, 7, 5)),
    ("2026. 11. 24. 09:00", "Asia/Seoul", at(2026, 11, 24)),
    ("2026년 11월 24일 (화) 오전 9:00", None, at(2026, 11, 24)),
    ("2026年11月24日(火)10時05分", "Asia/Tokyo", at(2026, 11, 24, 1, 5)),
    ("令和8年11月24日 午後1時", "Asia/Tokyo", at(2026, 11, 24, 4)),
    ("2026年11月24日 下午3点20分", "Asia/Shanghai", at(2026, 11, 24, 7, 20)),
    ("terça-feira, 24 de novembro de 2026 às 10h05", "America/Sao_Paulo", at(2026, 11, 24, 13, 5)),
    ("martedì 24 novembre 2026 alle ore 10:05", "Europe/Rome", at(2026, 11, 24, 9, 5)),
])  # fmt: skip
def test_dates_of_the_press(raw, zone, expected):
    assert parse_date(raw, zone=zone_of(zone)) == expected


@pytest.mark.parametrize(
    "raw", ["2026-11-24T10:00:00 XYZT", "Tue, 24 Nov 2026 10:00:00 XYZT", "24 Nov 2026 10:00 Mars/Base"]
)
def test_a_zone_that_is_not_known_makes_a_date_uncertain(raw):
    assert parse_date(raw) is None
    assert read(raw).doubt == "zone"


def test_day_and_month_that_may_be_exchanged_obey_the_other_dates_the_zone_the_language_or_stay_unknown():
    raw = "11/04/2026 10:00"
    assert parse_date(raw) is None
    assert read(raw).doubt == "day"
    assert parse_date(raw, zone=zone_of("America/New_York")) == at(2026, 11, 4, 15)
    assert parse_date(raw, zone=zone_of("Europe/Paris")) == at(2026, 4, 11, 8)
    assert order_for(others=["24/11/2026", "03/04/2026"], zone=zone_of("America/New_York")) == "day-first"
    assert order_for(others=["24/11/2026", "11/24/2026"]) is None
    assert order_for(language="fr-CA") == "day-first"
    assert order_for(language="en-US") == "month-first"
    assert order_for(language="en") is None
    assert parse_date("11/04/2026", order="day-first") == at(2026, 4, 11)
    assert parse_date("11.04.2026") == at(2026, 4, 11)
    assert parse_date("13/04/2026") == at(2026, 4, 13)


@given(st.text(max_size=120))
def test_any_text_of_a_page_gives_a_date_or_none(raw):
    found = find_date(raw, zone=SEOUL)
    assert found is None or found.at.tzinfo is not None


@pytest.mark.parametrize(("raw", "expected"), [
    ("2026-W48-3", at(2026, 11, 25)), ("2026W483", at(2026, 11, 25)), ("2026-W01-1", at(2025, 12, 29)),
    ("2026-W48-3T10:00:00+09:00", at(2026, 11, 25, 1)), ("2026-329", at(2026, 11, 25)),
    ("2026-329T08:00:00Z", at(2026, 11, 25, 8)), ("2024-366", at(2024, 12, 31)), ("2026-366", None), ("2026-000", None),
    ("2026-W54-1", None), ("2026-W48", None), ("2026-W48-8", None), ("2026329", None),
])  # fmt: skip
def test_weeks_and_ordinal_days_of_iso_are_days_where_they_name_one(raw, expected):
    assert parse_date(raw) == expected


@pytest.mark.parametrize("raw", [
    "2 hours ago", "il y a 2 heures", "2시간 전", "2時間前", "2小时前", "vor 3 Stunden", "hace 2 horas", "há 2 horas", "2 ore fa",
    "2 часа назад", "yesterday at 10:00", "hier à 10h05", "gestern, 10:05 Uhr", "어제", "منذ ساعتين",
])  # fmt: skip
def test_a_moment_told_from_another_is_known_for_what_it_is_and_gives_no_date(raw):
    assert is_relative(raw)
    found = read_date(raw, now=NOW)
    assert (found.at, found.raw) == (None, raw)


def test_a_date_beside_hours_ago_is_read_and_ago_is_not_august():
    assert find_date("25 Nov 2026, 2 hours ago").at == at(2026, 11, 25)
    assert find_date("2 hours ago") is None
    assert not any(
        map(is_relative, ["오전 10:00", "2026年11月25日 午前10時", "Wed, 25 Nov 2026 10:00:00 GMT", "2 ago 2026"])
    )
