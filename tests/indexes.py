"""Documents and queries that both indexes must answer alike, and the reference that says how."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from ingest.errors import QueryError
from ingest.index.document import Document
from ingest.index.fields import ARTICLES
from ingest.index.parts import stamp
from ingest.index.query.match import matches
from ingest.index.query.parse import parse
from ingest.index.query.tree import Query
from ingest.index.values import flatten
from ingest.text.tokens import tokens

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def doc(id: str, title: str, body: str = "", *, minutes: int = 0, **more: Any) -> Document:
    """A document with sensible fields; ``minutes`` after NOW it was indexed.

    Which of two months a feed first carried it in goes by its id: so everything is asked of an index of many months.
    """
    at = NOW + timedelta(minutes=minutes)
    months = timedelta(days=31 * (sum(id.encode("utf-8", "surrogatepass")) % 2))
    source: dict[str, Any] = {
        "@timestamp": stamp(at - timedelta(hours=2)),
        "first_seen_at": stamp(at - months - timedelta(hours=1)),
        "indexed_at": stamp(at),
        "title": title,
        "url": {"full": f"https://www.example.org/{id}", "domain": "www.example.org"},
        **({"body": body} if body else {}),
        **more,
    }
    return Document(id, source)


DOCUMENTS = [
    doc("fr1", "La Corée du Nord tire un missile", "L’armée nord-coréenne a tiré vers la mer du Japon.",
        language={"code": "fr", "confidence": 0.9}, outlet={"id": "lemonde", "country": "FR"},
        topics=["russia-dprk", "dprk-weapons"], minutes=0),
    doc("fr2", "Kim Jong-un reçoit Poutine à Pyongyang", "Le dirigeant nord-coréen Kim Jong-un et le président russe.",
        summary="Rencontre à Pyongyang", language={"code": "fr", "confidence": 0.99}, outlet={"id": "rfi", "country": "FR"},
        topics=["russia-dprk"], story={"id": "s1", "size_at_index": 2, "is_first": True}, minutes=1),
    doc("en1", "North Korea sends troops to Russia", "Kim Jong-il's son met Putin. Russia and North Korea signed a treaty in 2024.",
        language={"code": "en"}, outlet={"id": "bbc", "country": "GB"}, content={"words": 300, "truncated": False}, minutes=2),
    doc("en2", "Weather in Seoul", "It was 3.5 degrees; the U.S. embassy was closed. A story of the north. Far from Korea.",
        language={"code": "en"}, outlet={"id": "yonhap", "country": "KR"}, content={"words": 20}, minutes=3),
    doc("ru1", "Северная Корея и Россия", "Президент России прибыл в столицу Северной Кореи. Йод и ёлка.",
        language={"code": "ru"}, topics=["russia-dprk"], minutes=4),
    doc("ko1", "북한, 러시아에 병력 파병", "북한의 김정은 국무위원장이 러시아와 조약을 체결했다. 北 미사일.",
        language={"code": "ko"}, outlet={"id": "hani", "country": "KR"}, minutes=5),
    doc("ja1", "北朝鮮がミサイルを発射", "ロシアと北朝鮮は条約に署名した。ﾐｻｲﾙ", language={"code": "ja"}, minutes=6),
    doc("zh1", "朝鲜向俄罗斯派兵", "朝鲜与俄罗斯签署条约。", language={"code": "zh"}, labels={"desk": "asia"}, minutes=7),
    doc("de1", "Straße nach Pjöngjang", "Die Grüße aus Nordkorea; eine große Straße.", language={"code": "de"},
        authors=["Anna Müller", "Ben"], minutes=8),
    doc("es1", "Corea del Norte lanza un misil", "El ejército norcoreano disparó. Corea, del, Norte.", language={"code": "es"},
        topic_hits=[{"topic": "dprk-weapons", "score": 0.8, "terms": ["misil"], "about": True}], minutes=9),
]  # fmt: skip

QUERIES = [
    "corée", "coree", "CORÉE", "nord-coréen*", "nord-coréen", '"Corée du Nord"', '"du Nord"', "armée", "l'armée",
    '"Kim Jong-un"', '"Kim Jong-il"', "jong", "Russia AND Korea", "Russia OR 북한", "Russia NOT treaty", "NOT korea",
    '"north korea"~0', '"korea north"~0', '"korea story"~1', '"korea story"~5', '"russia korea"~3', '"korea kim"~20',
    '"nord* tir*"', '"coréen* Poutine"~10', '"north kor*"', '"tiré vers"', '"nord coréen* a"',
    "북한", "북한의", "러시아", "北", "北朝鮮", "北*", "ミサイル", "ﾐｻｲﾙ", "미사*", "朝鲜", "조약 条约", '"러시아와 조약을"', '"북한 러시아"~10',
    "Россия", "Росси*", "Северн*", "йод", "иод", "ёлка", "елка", "Straße", "strasse", "grusse", "große", "3.5", "U.S.", "u.s",
    "language.code:fr", "language.code:FR", "outlet.country:fr", "outlet.country:(FR OR KR)", "outlet.id:l*", "outlet.id:*",
    "topics:russia-dprk", "topics:*", "NOT topics:*", "_exists_:summary", "summary:*", "summary:pyongyang", "title:korea",
    "body:korea", "title:(north AND troops)", "content.words:300", "content.words:>20", "content.words:>=20",
    "content.words:[20 TO 300}", "content.words:{* TO 100]", "content.truncated:false", "story.is_first:true",
    "language.confidence:>0.95", "@timestamp:2026-03-10", "@timestamp:[2026-03 TO *]", "@timestamp:{2026-03 TO *]",
    "@timestamp:[2026-03-10T10:02 TO 2026-03-10T10:04]", "@timestamp:[2026-03-10T10:02 TO 2026-03-10T10:04}",
    "@timestamp:>now-115m", "indexed_at:<=now", "authors:Ben", 'authors:"Anna Müller"', "authors:Anna*", "labels.desk:asia",
    "labels.desk:*", "labels.x:y", "topic_hits.terms:misil", "topic_hits.score:>0.5", "topic_hits.about:true",
    "title.raw:Weather*", 'title.raw:"Weather in Seoul"', "url.full:https\\:\\/\\/www.example.org\\/fr1", "outlet.country:[FR TO KR}",
    "+korea putin", "+korea -putin", "a b c", "korea -putin -weather", "(north OR nord) AND (putin OR poutine)", "*:*", "*",
    "NOT *:*", "korea AND NOT (weather OR putin)", "outlet.country:KR AND (북한 OR korea)",
]  # fmt: skip


RECALL = [
    ("en", "Putin", "Putin’s visit"), ("en", '"Kim Jong-un"', "Kim Jong-un's sister"), ("en", "Zelensky's", "Zelensky spoke"),
    ("en", '"north korea"', "NORTH KOREA'S MISSILES"), ("en", "“north korea”", "North Korea"), ("en", "Zurich", "Zürich"),
    ("fr", "aide", "l’aide militaire"), ("fr", "œuvre", "une oeuvre"), ("fr", "oeuvre", "Œuvre"), ("fr", "« Corée du Nord »", "Corée du Nord"),
    ("fr", "coree", "CORÉE"), ("fr", "Poutine", "Ｐｏｕｔｉｎｅ"),
    ("de", "Militärhilfe", "Militaerhilfe"), ("de", "Militaerhilfe", "Militärhilfe"), ("de", '"Angela Mueller"', "Angela Müller"),
    ("de", "Müller*", "Muellers"), ("de", "„Straße“", "STRASSE"), ("de", '"Außenminister Koenig"~3', "König, Außenminister"),
    ("ru", "еще", "Ещё одна ракета"), ("ru", "ещё", "еще одна ракета"), ("ru", "Петр*", "Пётр Первый"), ("ru", "«Северная Корея»", "Северная Корея"),
    ("zh", "俄罗斯", "俄羅斯總統"), ("zh", "俄羅斯", "俄罗斯总统"), ("zh", "朝鲜", "朝鮮"), ("zh", "「普京」", "普京訪問"), ("zh", "金正恩", "김정은 위원장"),
    ("ja", "北朝鮮", "北朝鲜"), ("ja", "韓国", "韓國"), ("ja", "ミサイル", "ﾐｻｲﾙ発射"), ("ja", "『広島』", "廣島"),
    ("ko", "김정은", "金正恩 위원장"), ("ko", "북한", "北, 미사일 발사"), ("ko", "평양", "平壤宣言"), ("ko", "文在寅", "문재인 전 대통령"),
    ("es", "mision", "Misión"), ("it", "citta", "Città"), ("pt", "missao", "MISSÃO"),
]  # fmt: skip
"""Language, query, text: the same word in another spelling. Every query finds its text."""

PRECISION = [
    ("en", "issues", "issus de"), ("en", "guests", "gusts of wind"), ("en", "value", "valu"), ("en", "does", "dos"),
    ("fr", "cœur", "la cour"), ("fr", "coeur", "la cour"), ("fr", "Kim", "Kimchi"), ("de", "Mueller", "Maller"),
    ("ru", "йод", "иод"), ("ko", "北", "북한산"),
]  # fmt: skip
"""Language, query, text: different words that a coarser folding would make the same."""


def expected(query: Query, docs: Sequence[Document], now: datetime = NOW) -> set[str]:
    """Ids of the documents that match, by the plain reference."""
    found = set()
    for one in docs:
        texts, values = flatten(one.source, ARTICLES)
        if matches(query.root, {name: tokens(text) for name, text in texts.items()}, values, now):
            found.add(one.id)
    return found


_WORDS = ["korea", "Korea", "nord", "north", "corée", "coréen*", "kim", "jong-un", "putin", "북한", "러시아", "北", "北朝鮮", "朝鲜",
          "Росси*", "Северная", "du", "in", "the", "of", "3.5", "misil", "l'armée", "zzz", "条约", "ミサイル", "mi*"]  # fmt: skip
_VALUES = ["language.code:fr", "outlet.country:KR", "topics:*", "content.words:>20", "@timestamp:>2026-03-10T10:04",
           "outlet.id:(l* OR bbc)", "_exists_:summary", "story.is_first:true", "topic_hits.score:[0 TO 1]"]  # fmt: skip
_word = st.sampled_from(_WORDS)
_phrase = st.lists(_word, min_size=1, max_size=4).map(lambda w: '"' + " ".join(w) + '"')
_near = st.tuples(_phrase, st.integers(0, 20)).map(lambda p: f"{p[0]}~{p[1]}")
_leaf = st.one_of(_word, _phrase, _near, st.sampled_from(_VALUES), _word.map(lambda w: f"title:{w}"))


def _joined(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(part, min_size=1, max_size=4)
    return st.one_of(
        several.map(lambda p: "(" + " AND ".join(p) + ")"),
        several.map(lambda p: "(" + " OR ".join(p) + ")"),
        several.map(lambda p: "(" + " ".join(p) + ")"),
        st.tuples(part, part).map(lambda p: f"(+{p[0]} -{p[1]})"),
        part.map(lambda p: f"(NOT {p})"),
    )


query_texts = st.recursive(_leaf, _joined, max_leaves=8)
"""Queries that a person might write."""

hostile_texts = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*'()[]{}"~*?:\\/^+-!&|<>=, \t\n', "AND", "OR", "NOT", "TO", "a", "title", "@timestamp", "now", "북",
                              "2026", "é", "'", "\x00", "\ud800", "🇰🇷", "_exists_", "content.words"]), max_size=30).map("".join),
)  # fmt: skip
"""Queries that nobody should write."""


def parsed(text: str) -> Query | None:
    """The query, or None where it is refused."""
    try:
        return parse(text)
    except QueryError:
        return None
