"""What words in an article are there for, before anyone asks what they are about.

A dateline and an agency's byline say where and by whom, and nothing of the subject: each item of an agency opens with
«(서울=연합뉴스) … 기자 =», and Seoul is in it. The place of a meeting is a venue: «the Xi–Trump summit in Seoul» is
on neither Korea. And a weather report, a notice or a list of obituaries is no news of the country it names.
"""

import re
import unicodedata

LONGEST = 160
"""Characters at the beginning of a text that can be its dateline."""
_AGENCIES = (
    "AFP|AP|APA|ANSA|ANP|Belga|BBC|Bloomberg|CNA|CNN|DPA|dpa|EFE|Interfax|IANS|Kyodo|Kyodo News|KCNA|NHK|PTI|PAP|RIA|"
    "Reuters|SDA|sda|TASS|Tass|UPI|Xinhua|Yonhap|AFP-Services|AA|Europa Press|RIA Novosti|Ukrinform"
)
_PLACE = r"[^\W\d_a-zа-яё][\w.’' -]{1,28}?(?:, [^\W\d_a-zа-яё][\w.’' -]{1,20}?)?"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        # (서울=연합뉴스) 박수윤 기자 =   (서울=뉴스1) …   (ソウル聯合ニュース)   （東京＝共同）
        r"\s*[(（［\[【][^()（）\[\]［］【】\n]{1,40}[=＝·][^()（）\[\]［］【】\n]{1,30}[)）］\]】]"
        r"(?:\s*(?:[^\s=＝\n]{2,8}\s+){1,5}(?:기자|특파원|통신원|논설위원|선임기자)\s*[=＝])?\s*",
        r"\s*[(（]\s*(?:[^()（）\n]{0,12})(?:聯合ニュース|共同通信?|時事|ロイター|연합뉴스|뉴시스|뉴스1|综合报道|新华社|中新社)\s*[)）]\s*",
        r"\s*[【［〔](?:[^】］〕\n]{1,12}(?:時事|共同|ロイター|聯合|AFP)|[^】］〕\n]{1,8}[=＝][^】］〕\n]{1,12})[】］〕]\s*",
        # 新华社平壤5月5日电（记者…）   中新社首尔十月二日电
        r"\s*(?:新华社|中新社|中新网|央视新闻|韩联社|人民网)[^，。,\n]{1,20}[电讯](?:\s*[（(](?:记者|驻)[^）)\n]{1,20}[）)])?\s*",
        # PARIS, 3 mai (AFP) -   Berlin (dpa) -   (Reuters) -
        rf"\s*(?:{_PLACE}(?:, [^\n(]{{1,20}})?\s*)?\((?:{_AGENCIES})(?:/[^)\n]{{1,20}})?\)\s*[-–—:]+\s*",
        # MOSCOW, August 2. /TASS/.   ПХЕНЬЯН, 5 мая. /ТАСС/.   МОСКВА, 2 авг — РИА Новости.
        rf"\s*{_PLACE}, \d{{0,2}}\s*[\w.]{{2,12}}\s*\d{{0,2}}\.?\s*/\s*(?:TASS|ТАСС)[^/\n]{{0,30}}/\.?\s*",
        rf"\s*{_PLACE}, \d{{1,2}}\s+\w{{3,9}}\.?\s*[-–—/]\s*(?:РИА Новости|Интерфакс|ТАСС|RIA Novosti)[./]*\s*",
        # SEOUL —    SEOUL, South Korea —
        r"\s*[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.' -]{2,24}(?:, [A-Z][\w. ]{2,20})?\s+[–—]\s+",
    )
)  # fmt: skip
_TAG = re.compile(r"\s*[\[【〔［<〈(（]\s*([^\]】〕］>〉)）\n]{1,24}?)\s*[\]】〕］>〉)）]")
_OPENING = re.compile(r"\s*([^\W\d_][\w’' -]{1,24}?)\s*[:：|｜]")
_GENRES = {
    "weather": "북한날씨 날씨 오늘의날씨 내일날씨 weather météo meteo wetter погода tiempo 天気 天气",
    "notice": "게시판 인사 동정 모집 공고 알림 행사 notice calendar agenda carnet termine анонс お知らせ 公告 人事",
    "obituary": "부고 부음 obituary obituaries nécrologie disparition nachruf некролог obituario 訃報 讣告",
    "market": "특징주 표 코스피 코스닥 환율 시황 stocks markets bourse börse биржа bolsa 株式 股市",
    "quiz": "퀴즈 오늘의운세 운세 quiz crossword horoscope sudoku кроссворд гороскоп horóscopo クイズ 占い 猜谜",
    "review": (
        "신간 책마을 새책 새영화 리뷰 review bookreview filmreview bookoftheweek filmoftheweek livres roman critique "
        "critiqueciné lelivredelasemaine rezension buchkritik filmkritik buchderwoche рецензия книганедели reseña "
        "crítica librodelasemana 書評 今週の本 映画評 书评 影评 recensione librodellasettimana"
    ),
    "recipe": "recipe recipes recette recettes rezept receta рецепт 레시피 レシピ 食谱 菜谱 ricetta",
    "sport": "스포츠 프로야구 프로축구 sport sports football foot fußball футбол fútbol スポーツ 体育",
}
_BY_TAG = {word.casefold(): genre for genre, words in _GENRES.items() for word in words.split()}
_IN_FRONT = re.compile(
    r"(?:^|[\s(«“\"])(?:in|at|near|to|à|a|en|au|aux|chez|nach|im|в|во|на)\s+(?:the\s+|la\s+|le\s+|der\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:[가-힣]{0,4}에서|서\s|[で]|[는은]?\s?방문)")
_WITHIN_ZH = re.compile(r"[在赴]$")


def dateline_end(text: str) -> int:
    """How many characters at the beginning of a text are dateline and byline; 0: none."""
    head = text[:LONGEST]
    return next((m.end() for pattern in _DATELINES if (m := pattern.match(head))), 0)


def genre(title: str) -> str | None:
    """What kind of piece the title says it is, where that kind is no news of what it names: ``weather``, ``notice`` …

    Said by a tag in brackets or before a colon: «[북한날씨] …», «Nachruf: …».
    """
    for pattern in (_TAG, _OPENING):
        found = pattern.match(title)
        if found:
            tag = unicodedata.normalize("NFKC", found[1]).casefold()
            known = _BY_TAG.get(tag) or _BY_TAG.get(tag.replace(" ", ""))
            if known:
                return known
    return None


def is_venue(text: str, start: int, end: int) -> bool:
    """Whether a name at ``text[start:end]`` is written as a place where something is: «in South Korea», 한국에서."""
    before, after = text[max(0, start - 12) : start], text[end : end + 8]
    return bool(_IN_FRONT.search(before) or _BEHIND.match(after) or _WITHIN_ZH.search(before))
