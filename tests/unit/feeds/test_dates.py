from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.dates import day_in_path, parse_date, read_date, zone_of

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
    ("14 мая 2026 г. 10:00", "Europe/Moscow", None),
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
