"""Korean."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="ko",
    name="Korean",
    months=tuple(f"{n}월" for n in range(1, 13)),
    weekdays=("월요일 월", "화요일 화", "수요일 수", "목요일 목", "금요일 금", "토요일 토", "일요일 일"),
    date_particles="입력 등록 수정",
)
