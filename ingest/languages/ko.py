"""Korean."""

from ingest.languages.language import Language

LANGUAGE = Language(
    code="ko",
    name="Korean",
    months=tuple(f"{n}월" for n in range(1, 13)),
    weekdays=("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
    date_particles="입력 등록 수정",
    scales={100: "백", 10**3: "천", 10**4: "만", 10**8: "억", 10**12: "조"},
    by_twos=True,
    and_words="및 와 과",
    challenge=(r"접근이 (?:거부|차단|제한)", "로봇이 아닙", r"비정상적인 (?:트래픽|접근)", "보안 확인"),
    consent=("쿠키", "개인정보", "동의", "파트너", "광고"),
    consent_titles=("쿠키", "동의"),
    walls=(r"유료 ?(?:회원|구독|기사)", "구독자 전용", r"구독하(?:고|시면)", r"로그인 (?:후|하시면)"),
    media_titles=("사진", "포토", "영상"),
    live_titles=("실시간", "라이브"),
    labels=("관련",),
    contact_words=("구독",),
    byline_prefixes=("기자",),
    update_words=("수정",),
    boilerplate_anywhere=(
        r"(?:관련\s*기사|더\s*보기|함께\s*보면)",
        r"(?:구독|뉴스레터|로그인|회원\s*가입|유료\s*회원)",
        r"(?:쿠키|개인정보\s*처리)",
        r"(?:카카오톡|페이스북|네이버\s*채널)",
        r"(?:무단\s*(?:전재|복제)|재배포\s*금지|저작권자)",
        r"^\W*광고\W*$",
        r"[가-힣]{2,4}\s*기자\W*$",
    ),
    roundup_openings=("실시간", "속보 모음"),
    roundups_anywhere=(r"주요\s*(?:뉴스|일정)", "오늘의", r"뉴스\s*브리핑", "간추린", r"[\[【](?:북한단신|게시판|인사|부고|단신|동정)"),
    list_numbers=("첫째", "둘째", "셋째"),
    denials=("부인", "반박", "사실무근", "사실 아니"),
    corrections=("[정정]", "(정정)", "정정보도", "바로잡습니다"),
    retractions=("기사 삭제", "보도 철회", "기사 철회"),
)  # fmt: skip
