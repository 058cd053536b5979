"""Pages of every kind in our own words: what stands in an article's place, in the languages of our feeds.

Each kind is a handful of layouts filled with sentences written for this; nothing is taken from a publisher.
"""

from collections.abc import Iterator
from dataclasses import dataclass

PROSE = {
    "en": "The ministers met in the harbour town on Tuesday and agreed to reopen the ferry line before the summer. ",
    "fr": "Les ministres se sont réunis mardi dans la ville portuaire et ont décidé de rouvrir la ligne de ferry avant l’été. ",
    "de": "Die Minister trafen sich am Dienstag in der Hafenstadt und beschlossen, die Fährlinie vor dem Sommer wieder zu öffnen. ",
    "es": "Los ministros se reunieron el martes en la ciudad portuaria y acordaron reabrir la línea de ferry antes del verano. ",
    "ru": "Министры встретились во вторник в портовом городе и договорились до лета снова открыть паромную линию. ",
    "ko": "장관들은 화요일 항구 도시에서 만나 여름 전에 여객선 노선을 다시 열기로 합의했다고 밝혔다. ",
    "ja": "閣僚らは火曜日に港町で会談し、夏までにフェリー航路を再開することで合意したと発表した。",
    "zh": "部长们星期二在港口城市举行会谈，同意在夏季之前重新开通轮渡航线，并公布了时间表。",
}
MORE = {
    "en": "Shipping companies had asked for a timetable; fishermen fear for their berths near the old customs house. ",
    "fr": "Les compagnies demandaient un calendrier ; les pêcheurs craignent pour leurs places près de l’ancienne douane. ",
    "de": "Die Reedereien hatten einen Fahrplan verlangt; die Fischer fürchten um ihre Plätze am alten Zollhaus. ",
    "es": "Las navieras pedían un calendario; los pescadores temen por sus amarres junto a la antigua aduana. ",
    "ru": "Судоходные компании просили расписание; рыбаки опасаются за свои причалы у старой таможни. ",
    "ko": "선사들은 운항 시간표를 요구해 왔고 어민들은 옛 세관 근처의 정박지를 걱정하고 있다. ",
    "ja": "海運各社は時刻表の公表を求めており、漁業者は旧税関近くの係留場所を心配している。",
    "zh": "航运公司要求公布时刻表，渔民则担心旧海关附近的泊位会被取消，双方将继续协商。",
}
TITLE = {
    "en": "Ferry line to reopen before the summer",
    "fr": "La ligne de ferry rouvrira avant l’été",
    "de": "Fährlinie soll vor dem Sommer wieder öffnen",
    "es": "La línea de ferry reabrirá antes del verano",
    "ru": "Паромную линию откроют до лета",
    "ko": "여객선 노선 여름 전 재개",
    "ja": "フェリー航路、夏までに再開へ",
    "zh": "轮渡航线将在夏季前重新开通",
}
CONSENT = {
    "en": "We and our partners use cookies and similar trackers to store personal data for advertising purposes. Your consent can be withdrawn.",
    "fr": "Nos partenaires et nous déposons des cookies et traceurs pour traiter des données personnelles à des fins de publicité, avec votre consentement.",
    "de": "Wir und unsere Partner verwenden Cookies und verarbeiten personenbezogene Daten für Werbung. Ihre Einwilligung können Sie im Datenschutz widerrufen.",
    "es": "Nosotros y nuestros socios usamos cookies y tratamos datos personales con fines de publicidad. Puede retirar su consentimiento.",
    "ru": "Мы и наши партнёры используем файлы cookie и обрабатываем персональные данные для рекламы; согласие можно отозвать.",
    "ko": "당사와 파트너는 쿠키를 사용하여 광고를 위해 개인정보를 처리합니다. 동의는 언제든지 철회할 수 있습니다.",
    "ja": "当社とパートナーはクッキーを使い、広告のために個人情報を処理します。同意はいつでも撤回できます。",
    "zh": "我们和合作伙伴使用 cookie 处理个人信息用于广告，您可以随时撤回同意，并在隐私页面中更改。",
}
CONSENT_TITLE = {
    "en": "Before you continue", "fr": "Vos choix", "de": "Bevor Sie weiterlesen: Zustimmung", "es": "Su privacidad",
    "ru": "Ваше согласие", "ko": "쿠키 동의", "ja": "クッキーの同意", "zh": "cookie 设置",
}  # fmt: skip
ACCEPT = {
    "en": "Accept all", "fr": "Tout accepter", "de": "Alle akzeptieren", "es": "Aceptar todo", "ru": "Принять всё",
    "ko": "모두 동의", "ja": "すべて同意", "zh": "全部同意",
}  # fmt: skip
CHALLENGE = {
    "en": ("Just a moment…", "Verify you are human by completing the action below."),
    "fr": ("Accès refusé", "Nous avons relevé un trafic inhabituel. Confirmez que vous n’êtes pas un robot."),
    "de": ("Zugriff verweigert", "Ungewöhnliche Aktivität erkannt. Bitte bestätigen Sie, dass Sie kein Roboter sind."),
    "es": ("Acceso denegado", "Detectamos tráfico inusual desde su red. Confirme que no es un programa."),
    "ru": ("Доступ ограничен", "Проверка браузера займёт несколько секунд. Подтвердите, что вы не робот."),
    "ko": ("접근이 차단되었습니다", "비정상적인 트래픽이 감지되었습니다. 로봇이 아닙니다를 눌러 주십시오."),
    "ja": (
        "アクセスが制限されています",
        "不審なアクセスを検知しました。私はロボットではありませんにチェックしてください。",
    ),
    "zh": ("安全验证", "检测到异常流量，请完成人机验证后继续访问。"),
}
WALL = {
    "en": "Subscribe to continue reading this story.",
    "fr": "La suite est réservée aux abonnés. Déjà abonné ?",
    "de": "Jetzt weiterlesen mit einem Abo. Bereits Abonnent?",
    "es": "Contenido exclusivo para suscriptores. Suscríbete para seguir leyendo.",
    "ru": "Материал доступен только для подписчиков. Оформите подписку.",
    "ko": "이 기사는 유료 회원 전용입니다. 로그인 후 이용하십시오.",
    "ja": "この記事は有料会員限定です。ログインして続きをお読みください。",
    "zh": "本文为会员专享内容，订阅后继续阅读。",
}
LANGUAGES = tuple(PROSE)


@dataclass(frozen=True)
class Made:
    """A page, what it is, and where it would stand."""

    name: str
    html: str
    url: str
    status: str
    language: str
    live: bool = False


def _page(language: str, title: str, body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f'<body><header><a href="/">Harbour Post</a></header><nav><a href="/a">A</a><a href="/b">B</a></nav>{body}'
        f"<footer><p>Harbour Post 2026</p></footer></body></html>"
    )


def _data(language: str, **more: str) -> str:
    extra = "".join(f', "{k}": {v}' for k, v in more.items())
    return (
        f'<meta property="og:type" content="article"><meta property="og:title" content="{TITLE[language]}">'
        f'<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", '
        f'"headline": "{TITLE[language]}", "datePublished": "2026-03-04T10:20:00+01:00"{extra}}}</script>'
    )


def _prose(language: str, paragraphs: int, sentences: int = 3) -> str:
    made = []
    for i in range(paragraphs):
        text = "".join(
            f"{PROSE[language]}{MORE[language]}" if (i + j) % 2 else MORE[language] for j in range(sentences)
        )
        made.append(f"<p>({i + 1}) {text}</p>")
    return "".join(made)


def full() -> Iterator[Made]:
    for lang in LANGUAGES:
        url = f"https://harbour.example/{lang}/2026/03/04/ferry-line-reopens-before-summer"
        body = f"<article><h1>{TITLE[lang]}</h1>{_prose(lang, 6)}</article>"
        yield Made(f"article-{lang}", _page(lang, TITLE[lang], body, _data(lang)), url, "full", lang)
        yield Made(
            f"bare-{lang}",
            _page(lang, TITLE[lang], f"<div><h1>{TITLE[lang]}</h1>{_prose(lang, 5)}</div>"),
            url,
            "full",
            lang,
        )
        aside = f'<aside class="cookie-banner"><p>{CONSENT[lang]}</p><button>{ACCEPT[lang]}</button></aside>'
        yield Made(f"banner-{lang}", _page(lang, TITLE[lang], aside + body, _data(lang)), url, "full", lang)


def teaser() -> Iterator[Made]:
    for lang in LANGUAGES:
        url = f"https://harbour.example/{lang}/2026/03/04/ferry-line-reopens-before-summer"
        opening = _prose(lang, 1, 2)
        wall = f'<div class="gate"><p>{WALL[lang]}</p><a href="/abo">→</a></div>'
        body = f"<article><h1>{TITLE[lang]}</h1>{opening}{wall}</article>"
        yield Made(f"gate-{lang}", _page(lang, TITLE[lang], body, _data(lang)), url, "teaser", lang)
        flagged = _data(lang, isAccessibleForFree="false")
        yield Made(
            f"flag-{lang}",
            _page(lang, TITLE[lang], f"<main><h1>{TITLE[lang]}</h1>{opening}</main>", flagged),
            url,
            "teaser",
            lang,
        )
        cut = opening.replace("</p>", " …</p>")
        yield Made(
            f"cut-{lang}",
            _page(lang, TITLE[lang], f"<h1>{TITLE[lang]}</h1>{cut}<section>{WALL[lang]}</section>"),
            url,
            "teaser",
            lang,
        )


def consent() -> Iterator[Made]:
    for lang in LANGUAGES:
        url = f"https://consent.harbour.example/?back=%2F{lang}%2Fferry"
        buttons = f"<button>{ACCEPT[lang]}</button><a href='/more'>…</a>"
        once, thrice = f"<p>{CONSENT[lang]}</p>", "".join(f"<p>{CONSENT[lang]}</p>" for _ in range(3))
        yield Made(
            f"titled-{lang}",
            _page(lang, CONSENT_TITLE[lang], f"<div role=dialog><h1>{CONSENT_TITLE[lang]}</h1>{thrice}{buttons}</div>"),
            url,
            "consent",
            lang,
        )
        yield Made(
            f"untitled-{lang}", _page(lang, "Harbour Post", f"<main>{thrice}{buttons}</main>"), url, "consent", lang
        )
        items = "".join(f"<li>{ACCEPT[lang]} {i}</li>" for i in range(8))
        yield Made(
            f"vendors-{lang}",
            _page(lang, CONSENT_TITLE[lang], f"<form>{once}<ul>{items}</ul>{once}</form>"),
            url,
            "consent",
            lang,
        )


def challenge() -> Iterator[Made]:
    for lang in LANGUAGES:
        title, words = CHALLENGE[lang]
        url = f"https://harbour.example/{lang}/2026/03/04/ferry-line"
        yield Made(f"plain-{lang}", _page(lang, title, f"<h1>{title}</h1><p>{words}</p>"), url, "challenge", lang)
        yield Made(
            f"box-{lang}",
            _page(lang, "harbour.example", f"<div><h2>{title}</h2><p>{words}</p><p>Ray ID: 7a1b2c</p></div>"),
            url,
            "challenge",
            lang,
        )
        script = f"<noscript><h1>{words}</h1></noscript><form><p>{words}</p><input type=submit></form>"
        yield Made(f"form-{lang}", _page(lang, title, script), url, "challenge", lang)


def listing() -> Iterator[Made]:
    for lang in LANGUAGES:
        links = [f'<a href="/{lang}/{i}">{TITLE[lang]} — {PROSE[lang][: 40 + i]}</a>' for i in range(14)]
        url = f"https://harbour.example/{lang}"
        yield Made(
            f"links-{lang}",
            _page(lang, "Harbour Post", "<ul>" + "".join(f"<li>{x}</li>" for x in links) + "</ul>"),
            url,
            "listing",
            lang,
        )
        cards = "".join(f"<div class=card><h2>{x}</h2><p>{MORE[lang][:70]}</p></div>" for x in links)
        yield Made(f"cards-{lang}", _page(lang, "Harbour Post", f"<main>{cards}</main>"), url, "listing", lang)
        head = '<script type="application/ld+json">{"@type": "CollectionPage", "name": "Topics"}</script>'
        yield Made(
            f"declared-{lang}",
            _page(lang, "Topics", f"<main>{cards}</main>", head),
            url + "/topics/ferries",
            "listing",
            lang,
        )


def media() -> Iterator[Made]:
    for lang in LANGUAGES:
        video = f'<script type="application/ld+json">{{"@type": "VideoObject", "name": "{TITLE[lang]}", "uploadDate": "2026-03-04"}}</script>'
        body = f"<h1>{TITLE[lang]}</h1><video src=a.mp4></video><p>{PROSE[lang]}{MORE[lang]}</p>"
        yield Made(
            f"video-{lang}",
            _page(lang, TITLE[lang], body, video),
            f"https://harbour.example/{lang}/ferry-line-reopens-4711",
            "media",
            lang,
        )
        yield Made(
            f"path-{lang}",
            _page(lang, TITLE[lang], body.replace("video", "iframe")),
            f"https://harbour.example/{lang}/video/ferry-line-4711",
            "media",
            lang,
        )
        og = '<meta property="og:type" content="video.other">'
        yield Made(
            f"og-{lang}",
            _page(lang, TITLE[lang], body, og),
            f"https://harbour.example/{lang}/ferry-line-reopens-4711",
            "media",
            lang,
        )


def empty() -> Iterator[Made]:
    for lang in LANGUAGES:
        url = f"https://harbour.example/{lang}/2026/03/04/ferry-line"
        yield Made(
            f"shell-{lang}", _page(lang, TITLE[lang], "<div id=root></div><script>start()</script>"), url, "empty", lang
        )
        yield Made(
            f"title-{lang}", _page(lang, TITLE[lang], f"<h1>{TITLE[lang]}</h1>", _data(lang)), url, "empty", lang
        )
        yield Made(f"images-{lang}", _page(lang, "", "<img src=a.png><img src=b.png>"), url, "empty", lang)


def live() -> Iterator[Made]:
    for lang in LANGUAGES:
        entries = "".join(
            f"<div class=post><time>1{i}:05</time><h3>1{i}:05 {TITLE[lang]}</h3>{_prose(lang, 1)}</div>"
            for i in range(6)
        )
        head = f'<script type="application/ld+json">{{"@type": "LiveBlogPosting", "headline": "{TITLE[lang]}", "datePublished": "2026-03-04"}}</script>'
        body = f"<article><h1>{TITLE[lang]}</h1>{entries}</article>"
        url = f"https://harbour.example/{lang}/2026/03/04/ferry-line"
        yield Made(f"declared-{lang}", _page(lang, TITLE[lang], body, head), url, "full", lang, live=True)
        yield Made(
            f"path-{lang}",
            _page(lang, TITLE[lang], body),
            f"https://harbour.example/{lang}/live/ferry-line",
            "full",
            lang,
            live=True,
        )
        yield Made(
            f"titled-{lang}",
            _page(lang, f"Live: {TITLE[lang]}", body.replace("<h1>", "<h1>Live: ")),
            url,
            "full",
            lang,
            live=True,
        )


KINDS = {f.__name__: tuple(f()) for f in (full, teaser, consent, challenge, listing, media, empty, live)}
