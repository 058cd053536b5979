"""Own cases: each pair differs in the one thing its name says. Texts are invented."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest

from ingest.enrich.stories.compare import SameText, compare
from ingest.enrich.stories.signature import Signature, signature
from tests.unit.stories.texts import WIRE

NOW = datetime(2025, 4, 14, 8, 0, tzinfo=UTC)

QUAKE = """A magnitude {m} earthquake struck {km} km {way} of {town}, {land}, at {hour} GMT on {day}, the survey said.

The quake was {depth} km deep. There was no tsunami alert and no immediate word of casualties or damage in the area.

People near the epicentre may have felt weak to moderate shaking and should expect aftershocks in the coming hours. Residents are advised to check gas lines and to stay away from damaged buildings.

This report was written by software from public data and checked by an editor before it was published on this site."""

KO = """합동참모본부는 {d}일 오전 {h}시 {m}분께 북한이 {where} 일대에서 동해상으로 발사한 미사일을 포착했다고 밝혔다. 미사일은 약 {km}㎞를 날아가 동해상에 떨어졌다.

합참은 감시와 경계를 강화한 가운데 미국, 일본 측과 관련 정보를 긴밀히 공유하고 있다고 설명했다. 한미 군 당국은 자세한 제원을 분석하고 있다."""

JA = """気象庁によると、{d}日午前{h}時{m}分ごろ、{where}で地震があり、震度{s}を観測した。震源の深さは約{km}キロ、地震の規模を示すマグニチュードは{mag}と推定される。

この地震による津波の心配はない。気象庁は今後一週間程度、同じ程度の揺れに注意するよう呼びかけている。けが人の情報は入っていないという。"""

ZH = """中国地震台网正式测定，{d}日{h}时{m}分在{where}发生{mag}级地震，震源深度{km}千米。

当地应急管理部门已派出工作组赶赴震中了解情况。截至目前，暂未接到人员伤亡和房屋倒塌报告，通信和电力供应正常。专家提醒附近居民注意防范余震，不要轻信和传播谣言。"""


def sig(text: str, title: str = "", language: str = "fr", hours: float = 0) -> Signature:
    return signature(title, text, language, NOW + timedelta(hours=hours))


def verdict(a: str, b: str, language: str = "fr", titles: tuple[str, str] = ("", "")) -> SameText:
    there = compare(sig(a, titles[0], language), sig(b, titles[1], language, 1)).verdict
    back = compare(sig(b, titles[1], language), sig(a, titles[0], language, 1)).verdict
    assert (there is SameText.SAME) == (back is SameText.SAME), "which came first must not matter here"
    return there


def paragraph(n: int) -> str:
    return WIRE.split("\n\n")[n]


COPIES = {
    "verbatim": WIRE,
    "quotes and no-break spaces": WIRE.replace("« ", "“").replace(" »", "”").replace("'", "’").replace(" h ", "\u00a0h\u00a0"),
    "thousands with a space": WIRE.replace("2.400", "2\u202f400"),
    "HTML entities": WIRE.replace("é", "&eacute;").replace("'", "&#39;"),
    "UTF-8 read as Windows-1252": WIRE.encode().decode("cp1252", "ignore"),
    "decomposed accents": unicodedata.normalize("NFD", WIRE),
    "soft hyphens": WIRE.replace("habitants", "habi\u00adtants").replace("exploitant", "exploi\u00adtant"),
    "accents lost": unicodedata.normalize("NFD", WIRE).encode("ascii", "ignore").decode(),
    "cut after a third": WIRE[:330] + "…",
    "cut by a paywall": WIRE[:330] + " (lire la suite réservée aux abonnés)",
    "paragraphs in another order": "\n\n".join(paragraph(n) for n in (0, 2, 3, 1)),
    "two sentences added": WIRE + " Le préfet de région est attendu sur place dans la matinée. Le niveau de la retenue a baissé de quatre mètres.",
    "own first paragraph": "Panique dans la vallée : des familles ont passé la nuit sur des lits de camp.\n\n" + "\n\n".join(paragraph(n) for n in (1, 2, 3)),
    "newsletter before and after": "Réservé aux abonnés — Lecture : 3 min\n\n" + WIRE + "\n\nAvec AFP\n\nAbonnez-vous à notre lettre du matin. En vous inscrivant, vous acceptez nos conditions générales.",
    "a figure corrected": "RECTIFICATIF. Cet article a été modifié.\n\n" + WIRE.replace("2.400", "240"),
    "words changed here and there": WIRE.replace("a annoncé", "indique").replace("Quelque", "Environ").replace("a déclaré", "a assuré").replace("ouvrage", "équipement"),
    "own lead, cut, paywall": "Une nuit de peur pour tout un canton.\n\n" + paragraph(1) + "\n\nIl vous reste 60 % de cet article à découvrir. Déjà abonné ? Identifiez-vous.",
    "lead of its own, unknown words around": "Toute la vallée a dormi dehors, ou presque.\n\n" + paragraph(1) + " " + paragraph(2) + "\n\nPoursuivez votre lecture dans le kiosque numérique dès maintenant.",
}  # fmt: skip


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_the_same_story_however_it_was_changed(how):
    assert verdict(WIRE, COPIES[how]) is SameText.SAME


def quake(m="5.1", km=40, way="north", town="Arica", land="Chile", hour="03.12", day="Monday", depth=55) -> str:
    return QUAKE.format(**locals())


TEMPLATES = {
    "another quake": ("en", quake(), quake("4.8", 62, "south", "Iquique", "Chile", "17.40", "Tuesday", 30)),
    "the same town a day later": ("en", quake(), quake(m="5.3", hour="21.55", day="Tuesday", depth=48)),
    "Korean": ("ko", KO.format(d=4, h=7, m=10, where="평안남도 순천", km=350), KO.format(d=9, h=5, m=42, where="함경남도 신포", km=410)),
    "Japanese": (
        "ja", JA.format(d=4, h=7, m=10, where="宮城県沖", s=3, km=40, mag=4.8), JA.format(d=6, h=2, m=31, where="茨城県南部", s=4, km=60, mag=5.1),
    ),
    "Chinese": (
        "zh", ZH.format(d=4, h=7, m=10, where="四川甘孜州", mag=4.1, km=10), ZH.format(d=6, h=2, m=31, where="新疆阿克苏地区", mag=4.6, km=16),
    ),
    "missile": ("fr", WIRE, WIRE.replace("Montclar", "Vaubrun").replace("dimanche", "jeudi").replace("2.400", "900").replace("1968", "1974").replace("22 h 30", "9 h 15").replace("87", "12").replace("Albaret", "Rouvier")),
}  # fmt: skip


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_frame_filled_in_anew_is_another_story(name):
    language, a, b = TEMPLATES[name]
    assert verdict(a, b, language) is SameText.TEMPLATE


GUIDANCE = """{leader} a donné des instructions sur place à {where}, a rapporté {day} l'agence officielle. Il a parcouru les ateliers et s'est félicité des progrès accomplis par les ouvriers.

Le dirigeant a souligné que la modernisation des équipements était une tâche importante pour le développement de l'économie et appelé à élever encore la qualité de la production. Il était accompagné de {who} et d'autres cadres.

L'agence n'a pas précisé la date de la visite. Les observateurs notent que de tels déplacements se multiplient avant la réunion plénière du parti."""
KO_GUIDANCE = """{who} 동지가 {where}을 현지지도하였다고 조선중앙통신이 {d}일 보도했다. 통신은 생산 공정을 돌아보며 현대화 성과를 높이 평가했다고 전했다.

그는 설비의 현대화가 경제 발전에서 중요한 과업이라며 제품의 질을 더욱 높일 것을 강조했다. 현지지도에는 {by} 등 간부들이 동행했다. 통신은 방문 날짜를 밝히지 않았다."""


def test_visits_told_in_one_form_are_other_stories():
    one = GUIDANCE.format(leader="Le dirigeant", where="l'usine de machines de Huichon", day="jeudi", who="Jo Yong-won")
    two = GUIDANCE.format(leader="Le dirigeant", where="la ferme piscicole de Sinpho", day="mardi", who="Pak Jong-chon")
    assert verdict(one, two) is SameText.TEMPLATE
    one = KO_GUIDANCE.format(who="김정은", where="희천련하기계종합공장", d=4, by="조용원, 김재룡")
    two = KO_GUIDANCE.format(who="김정은", where="신포시바다가양식사업소", d=9, by="박정천, 리일환")
    assert verdict(one, two, "ko") is SameText.TEMPLATE


def test_the_same_quake_twice_is_one_story():
    assert verdict(quake(), quake().replace("the survey said", "according to the survey"), "en") is SameText.SAME


def test_a_cut_copy_of_one_template_is_not_a_copy_of_the_other():
    cut = "\n\n".join(quake().split("\n\n")[:2])
    assert compare(sig(quake(), language="en"), sig(cut, language="en")).verdict is SameText.SAME
    other = quake("4.8", 62, "south", "Iquique", "Chile", "17.40", "Tuesday", 30)
    assert compare(sig(other, language="en"), sig(cut, language="en")).verdict is not SameText.SAME


COLUMN = (
    "On a beau avoir prévenu, on n'est pas entendu.\n\n" + paragraph(0) + "\n\n" + "\n\n".join(
        [
            "Voilà ce que disait la dépêche, et tout y est, hormis la colère de ceux qui écrivent depuis dix ans que le béton vieillit. J'ai gardé leurs lettres. Elles sont polies, précises, et datées.",
            "On nous dira que personne ne pouvait savoir. C'est faux : il suffisait de lire. Un pays qui ne lit plus ses ingénieurs finit par écouter ses pompiers, et c'est toujours la nuit.",
            "Je ne demande pas de coupable. Je demande que l'on ouvre les tiroirs, que l'on publie les rapports, et que l'on paie enfin des gens pour regarder les fissures avant qu'elles ne nous regardent.",
        ]
    )
)  # fmt: skip


def test_a_column_that_quotes_the_wire_is_not_a_copy():
    assert compare(sig(WIRE), sig(COLUMN, hours=9)).verdict is SameText.OTHER


def test_a_digest_stands_alone_though_it_has_a_wire_s_sentence():
    brief = paragraph(0)
    digest = "Bonjour à tous.\n\n" + brief + "\n\nLe cours du blé recule. Deux ministres en visite à Lisbonne."
    a, b = sig(brief), sig(digest, "Ce qu'il faut savoir ce lundi matin", hours=9)
    assert b.many
    assert compare(a, b).verdict is SameText.OTHER


def test_a_list_of_news_is_a_digest_whatever_its_title():
    items = "Bonjour.\n\n1. Le cours du blé recule.\n\n2. Deux ministres à Lisbonne.\n\n3. Un ferry échoué.\n\n4. Neige au col."
    assert sig(items, "Le café du matin").many
    assert not sig(WIRE, "Barrage").many


def test_live_pages_of_two_days_differ_and_captures_of_one_day_agree():
    frame = "Bienvenue dans ce direct. Retrouvez ici les informations de la journée, nos analyses et vos réponses.\n\n{}\n\nPosez vos questions dans la fenêtre prévue à cet effet, nous en publions une sélection chaque jour."
    morning = "7 h 50. Une digue a cédé près de Montclar dans la nuit.\n\n7 h 15. La route du col est coupée par un éboulement.\n\n6 h 30. Deux villages restent sans électricité."
    later = "9 h 05. Les secours ont atteint le hameau des Combes.\n\n" + morning
    title = "En direct, inondations : suivez les événements du {} avril"
    first, second = (
        sig(frame.format(morning), title.format("lundi 14")),
        sig(frame.format(later), title.format("lundi 14"), hours=3),
    )
    other = "8 h 10. Le conseil municipal de Vaubrun vote un budget d'urgence.\n\n7 h 40. L'eau se retire du centre.\n\n7 h 02. Les trains circulent de nouveau."
    next_day = sig(frame.format(other), title.format("mardi 15"), hours=24)
    assert compare(first, second).verdict is SameText.SAME
    assert compare(first, next_day).verdict is not SameText.SAME


def test_a_shared_newsletter_block_makes_no_story():
    block = "\n\nRecevez chaque matin notre lettre : l'essentiel de l'actualité, nos enquêtes, nos jeux et le mot de la rédaction, envoyés gratuitement dans votre boîte mail à sept heures précises du lundi au samedi."
    soup = "Éplucher les carottes et les couper en rondelles fines. Les faire revenir dans le beurre avec un oignon émincé. Mouiller avec le bouillon, saler, couvrir et laisser cuire une demi-heure à feu doux."
    walk = "Le sentier part du parking de la chapelle et longe le ruisseau sur deux kilomètres. Après la passerelle, prendre à gauche vers le belvédère. Compter trois heures aller-retour, chaussures de marche conseillées."
    assert verdict(soup + block, walk + block) is SameText.OTHER


HEADLINE = "Barrage de Montclar : 2.400 habitants évacués dans la nuit"


def test_headlines_without_text():
    assert compare(sig("", HEADLINE), sig("", HEADLINE)).verdict is SameText.SAME
    assert compare(sig("", HEADLINE), sig("", HEADLINE.replace("2.400", "900"))).verdict is SameText.OTHER
    assert compare(sig("", "Retour à la normale"), sig("", "Retour à la normale")).verdict is SameText.OTHER
    assert compare(sig("", ""), sig("", "")).verdict is SameText.OTHER
    assert compare(sig("", HEADLINE), sig(WIRE, HEADLINE)).verdict is SameText.OTHER


def test_a_signature_survives_storing():
    one = sig(WIRE, HEADLINE)
    assert Signature.from_bytes(one.to_bytes()) == one
    assert Signature.from_bytes(sig("", "").to_bytes()) == sig("", "")
    with pytest.raises(ValueError, match="version"):
        Signature.from_bytes(b"\x09" + one.to_bytes()[1:])
