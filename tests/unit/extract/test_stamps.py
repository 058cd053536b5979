"""Date strings as the press writes them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ingest.extract.stamps import parse_stamp

KST = timezone(timedelta(hours=9))


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
        ("2024년 3월 4일", datetime(2024, 3, 4, tzinfo=UTC)),
        ("2024.03.04 10:20", datetime(2024, 3, 4, 10, 20, tzinfo=UTC)),
        ("04.03.2024", datetime(2024, 3, 4, tzinfo=UTC)),
        ("yesterday", None),
        ("2024-13-45", None),
        ("", None),
    ],
)
def test_stamp(raw: str, expected: datetime | None) -> None:
    assert parse_stamp(raw) == expected


def test_day_and_month_by_locale() -> None:
    assert parse_stamp("03/04/2024", language="fr") == datetime(2024, 4, 3, tzinfo=UTC)
    assert parse_stamp("03/04/2024", language="en-US") == datetime(2024, 3, 4, tzinfo=UTC)
    assert parse_stamp("13/04/2024", language="en-US") == datetime(2024, 4, 13, tzinfo=UTC)


def test_a_date_without_offset_is_in_the_zone_that_is_known() -> None:
    assert parse_stamp("2024-07-04 09:00", zone="Asia/Seoul") == datetime(2024, 7, 4, 0, 0, tzinfo=UTC)
