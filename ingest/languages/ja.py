"""Japanese."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    months=tuple(f"{n}月" for n in range(1, 13)),
    weekdays=("月曜日 月曜 月", "火曜日 火曜 火", "水曜日 水曜 水", "木曜日 木曜 木", "金曜日 金曜 金", "土曜日 土曜 土",
              "日曜日 日曜 日"),
)  # fmt: skip
