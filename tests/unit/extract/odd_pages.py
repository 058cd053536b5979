"""Odd and hostile pages, each a kind that old systems, frameworks or a careless server produce: own words, one truth.

``PAGES``: name → the page's bytes, its content type, and what must come out. Every page holds the same article in one
language; what differs is how it is wrapped. Beside it stand a menu, teasers and a notice of rights, which must not come.
"""

import html
import json
from dataclasses import dataclass, field

TITLE = "Ferry line to reopen before the summer"
ENGLISH = (
    "The ministers met in the harbour town on Tuesday and agreed to reopen the ferry line before the summer, ten years"
    " after the last boat left the quay.",
    "Shipping companies had asked for a timetable, and fishermen fear for their berths near the old customs house, where"
    " the new pier is going to be built.",
    "The mayor said that the first boat would carry two hundred passengers and thirty cars, and that tickets would cost"
    " less than the bus around the bay.",
    "Opponents of the plan collected four thousand signatures; they say that the channel is too shallow at low tide and"
    " would have to be dredged every spring.",
    "An inquiry by the county found no danger for the seals on the sandbank, but it asked the company to slow its boats"
    " down between March and June.",
)
RUSSIAN = (
    "Министры встретились во вторник в портовом городе и договорились открыть паромную линию до лета, через десять лет"
    " после последнего рейса.",
    "Судоходные компании просили расписание, а рыбаки опасаются за свои причалы у старой таможни, где построят новый"
    " пирс.",
    "Мэр сказал, что первый паром возьмёт двести пассажиров и тридцать машин, а билет будет стоить меньше автобуса"
    " вокруг залива.",
)
KOREAN = (
    "장관들은 화요일 항구 도시에서 만나 마지막 배가 떠난 지 십 년 만에 여름 전에 여객선 노선을 다시 열기로 합의했다고 밝혔다.",
    "선사들은 운항 시간표를 요구해 왔고 어민들은 새 부두가 들어설 옛 세관 근처의 정박지를 걱정하고 있다고 말했다.",
    "시장은 첫 배가 승객 이백 명과 자동차 서른 대를 실을 것이며 요금은 만을 도는 버스보다 쌀 것이라고 설명했다.",
)
JAPANESE = (
    "閣僚らは火曜日に港町で会談し、最後の船が岸壁を離れてから十年ぶりに、夏までにフェリー航路を再開することで合意したと発表した。",
    "海運各社は時刻表の公表を求めており、漁業者は新しい桟橋が建つ旧税関近くの係留場所がなくなるのではないかと心配している。",
    "市長は、最初の船が乗客二百人と車三十台を運び、運賃は湾を回るバスより安くなると説明した。",
)
CHINESE = (
    "部长们星期二在港口城市举行会谈，同意在夏季之前重新开通轮渡航线，这距离最后一班船离开码头已经整整十年。",
    "航运公司一直要求公布时刻表，渔民则担心旧海关附近的泊位会被取消，因为新的栈桥将建在那里。",
    "市长说，第一艘船将运载二百名乘客和三十辆汽车，票价会比绕海湾行驶的公共汽车便宜。",
)
TRADITIONAL = (
    "部長們星期二在港口城市舉行會談，同意在夏季之前重新開通輪渡航線，這距離最後一班船離開碼頭已經整整十年。",
    "航運公司一直要求公布時刻表，漁民則擔心舊海關附近的泊位會被取消，因為新的棧橋將建在那裡。",
    "市長說，第一艘船將運載二百名乘客和三十輛汽車，票價會比繞海灣行駛的公共汽車便宜。",
)
ARABIC = (
    "اجتمع الوزراء يوم الثلاثاء في المدينة الساحلية واتفقوا على إعادة فتح خط العبارة قبل الصيف بعد عشر سنوات من مغادرة آخر سفينة.",
    "وطالبت شركات الشحن بجدول زمني بينما يخشى الصيادون على مراسيهم قرب مبنى الجمارك القديم حيث سيقام الرصيف الجديد.",
    "وقال رئيس البلدية إن السفينة الأولى ستحمل مئتي راكب وثلاثين سيارة وإن ثمن التذكرة سيكون أقل من الحافلة.",
)
HEBREW = (
    "השרים נפגשו ביום שלישי בעיר הנמל והסכימו לפתוח מחדש את קו המעבורת לפני הקיץ, עשר שנים אחרי שהספינה האחרונה עזבה את הרציף.",
    "חברות הספנות ביקשו לוח זמנים, והדייגים חוששים למקומות העגינה שלהם ליד בית המכס הישן, שבו ייבנה המזח החדש.",
    "ראש העיר אמר שהספינה הראשונה תישא מאתיים נוסעים ושלושים מכוניות, ושהכרטיס יהיה זול מהאוטובוס סביב המפרץ.",
)
MENU = (
    "<ul class=menu>"
    + "".join(f"<li><a href=/{s}>{s.title()}</a></li>" for s in ("news", "world", "sport", "weather"))
    + "</ul>"
)
TEASERS = (
    "<div class=teasers>"
    + "".join(
        f"<div class=teaser><h3><a href=/t{i}>{t}</a></h3><a href=/t{i}>Read more</a></div>"
        for i, t in enumerate(("Harbour fees rise again", "Lighthouse keeper retires", "Storm warning for Friday"))
    )
    + "</div>"
)
RIGHTS = "<p class=rights>© 2026 Harbour Post. All rights reserved.</p>"
ABSENT = ("Harbour fees rise again", "Lighthouse keeper retires", "All rights reserved", "Weather", "Read more")


@dataclass(frozen=True, slots=True)
class OddPage:
    """A page and what must come out of it."""

    body: bytes
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...] = ABSENT
    content_type: str = "text/html; charset=utf-8"
    title: str = TITLE
    url: str = "https://www.post.example/ferry"
    status: str = "full"
    also: tuple[str, ...] = field(default=())
    """Further words that are the article's: answers, cells, items."""
    may_miss: int = 0
    """Paragraphs that are known to be lost."""


def page(
    inside: str, head: str = "", lang: str = "en", title: str = TITLE, frame: bool = True, attributes: str = ""
) -> str:
    around = (MENU, TEASERS + RIGHTS) if frame else ("", "")
    return (
        f"<!DOCTYPE html><html lang={lang} {attributes}><head><title>{title}</title>{head}</head>"
        f"<body>{around[0]}{inside}{around[1]}</body></html>"
    )


def prose(paragraphs: tuple[str, ...] = ENGLISH, tag: str = "p") -> str:
    return "".join(f"<{tag}>{p}</{tag}>" for p in paragraphs)


H1 = f"<h1>{TITLE}</h1>"


def odd(inside: str, **more: object) -> OddPage:
    return OddPage(page(H1 + inside).encode(), ENGLISH, **more)  # type: ignore[arg-type]


def encoded(paragraphs: tuple[str, ...], lang: str, encoding: str, content_type: str, declared: str = "") -> OddPage:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    title = paragraphs[0][:30].strip()
    text = page(f"<h1>{title}</h1><article>{prose(paragraphs)}</article>", head, lang, title)
    body = text.replace("©", "(c)").encode(encoding)
    return OddPage(body, paragraphs, ABSENT, content_type, title=title)


def _tables(inside: str, depth: int) -> str:
    for _ in range(depth):
        inside = f"<table width=100%><tr><td width=120>{MENU}</td><td>{inside}</td><td>{TEASERS}</td></tr></table>"
    return inside


def _next_story(title: str, paragraphs: tuple[str, ...]) -> str:
    return f"<article class=story><header class=head><h1>{title}</h1></header><div class=text>{prose(paragraphs)}</div></article>"


OTHER = tuple(
    p.replace("ferry", "tram").replace("harbour", "market").replace("boat", "coach").replace("The ", "Later the ")
    for p in ENGLISH
)
CLAUSES = tuple(clause for p in ENGLISH for clause in p.split("; "))
ANSWERS = (
    ("When will the first boat leave?", "In June, as soon as the pier has been approved by the county's engineers."),
    ("And who is going to pay for it?", "The county pays half, the rest comes from the company and from the ministry."),
    ("What do you tell the fishermen?", "That every one of them keeps a berth, and that we have put it in writing."),
)
TICKS = (
    ("14:05", "The minister has arrived at the harbour and is speaking to the captains on the quay."),
    ("14:20", "The mayor shows the plans of the new pier; some fishermen hold up banners in front of it."),
    ("15:10", "The agreement has been signed: the line will be open before the summer, says the minister."),
)

PAGES: dict[str, OddPage] = {
    "layout tables three deep": OddPage(page(_tables(H1 + prose(), 3), frame=False).encode(), ENGLISH),
    "in details": odd(f"<details><summary>Read the story</summary>{prose()}</details>"),
    "in declarative shadow DOM": odd(f"<post-body><template shadowrootmode=open><div>{prose()}</div></template></post-body>"),
    "in a template that a script copies": odd(f"<div id=app></div><template id=story>{prose()}</template>"),
    "in noscript": odd(f"<div id=app></div><noscript>{prose()}</noscript>"),
    "in JSON of a script": odd(
        "<div id=app></div><script>window.__STATE__="
        + json.dumps({"story": {"title": TITLE, "body": prose(), "related": ["Harbour fees rise again"]}})
        + "</script>"
    ),
    "in JSON within a string": odd(
        "<div id=app></div><script>window.__STATE__=JSON.parse("
        + json.dumps(json.dumps({"blocks": [{"type": "text", "text": p} for p in ENGLISH]}))
        + ")</script>"
    ),
    "in pre": odd("<pre>" + "\n\n".join(ENGLISH) + "</pre>"),
    "one long line": odd("<div>" + "<i data-x='" + "x" * 300 + "'></i>" * 1_500 + "</div>" + prose()),
    "right to left, Arabic": OddPage(
        page(f"<h1>{ARABIC[0][:40]}</h1><article>{prose(ARABIC)}</article>", "", "ar", ARABIC[0][:40], attributes="dir=rtl").encode(),
        ARABIC, title=ARABIC[0][:40],
    ),
    "right to left, Hebrew with marks": OddPage(
        page(f"<h1>{HEBREW[0][:40]}</h1><div>{prose(HEBREW)}</div>", "", "he", HEBREW[0][:40], attributes="dir=rtl").encode(),
        HEBREW, title=HEBREW[0][:40],
    ),
    "UTF-8 with some bytes of windows-1252": OddPage(
        page(H1 + prose()).encode().replace(b"(c)", b"\xa9") + b"<!-- caf\xe9 \x93quoted\x94 -->", ENGLISH
    ),
    "windows-1251 that says UTF-8": encoded(RUSSIAN, "ru", "windows-1251", "text/html; charset=utf-8", "utf-8"),
    "windows-1251 that says windows-1252": encoded(RUSSIAN, "ru", "windows-1251", "text/html", "windows-1252"),
    "KOI8-R that says nothing": encoded(RUSSIAN, "ru", "koi8-r", "text/html"),
    "UTF-8 that HTTP calls Latin-1": encoded(RUSSIAN, "ru", "utf-8", "text/html; charset=iso-8859-1"),
    "UTF-8 with a BOM that says Latin-1": encoded(RUSSIAN, "ru", "utf-8-sig", "text/html", "iso-8859-1"),
    "UTF-16 with a BOM": encoded(RUSSIAN, "ru", "utf-16", "text/html", "utf-8"),
    "UTF-16 without a BOM": encoded(RUSSIAN, "ru", "utf-16-le", "text/html"),
    "UTF-16, big end first, said by HTTP": encoded(KOREAN, "ko", "utf-16-be", "text/html; charset=utf-16be"),
    "EUC-KR that HTTP calls UTF-8": encoded(KOREAN, "ko", "euc-kr", "text/html; charset=utf-8", "euc-kr"),
    "EUC-KR that says nothing": encoded(KOREAN, "ko", "euc-kr", "text/html"),
    "Shift_JIS that HTTP calls UTF-8": encoded(JAPANESE, "ja", "shift_jis", "text/html; charset=utf-8"),
    "EUC-JP that says Shift_JIS": encoded(JAPANESE, "ja", "euc-jp", "text/html", "shift_jis"),
    "ISO-2022-JP that says nothing": encoded(JAPANESE, "ja", "iso-2022-jp", "text/html"),
    "GB18030 that HTTP calls Latin-1": encoded(CHINESE, "zh", "gb18030", "text/html; charset=iso-8859-1", "gb2312"),
    "GB18030 that says nothing": encoded(CHINESE, "zh", "gb18030", "text/html"),
    "Big5 that says UTF-8": encoded(TRADITIONAL, "zh-TW", "big5", "text/html; charset=utf-8", "utf-8"),
    "soft hyphens": OddPage(page(H1 + prose(tuple(p.replace("harbour", "har\u00adbour").replace("summer", "sum&shy;mer") for p in ENGLISH))).encode(), ENGLISH),
    "zero-width marks": OddPage(page(H1 + prose(tuple(p.replace("e", "e\u200b").replace("The", "\u200eThe\ufeff") for p in ENGLISH))).encode(), ENGLISH),
    "quotes within quotes": odd(
        f"<blockquote>{prose(ENGLISH[:1])}<blockquote>{prose(ENGLISH[1:2])}<blockquote>{prose(ENGLISH[2:3])}"
        f"</blockquote></blockquote></blockquote>{prose(ENGLISH[3:])}"
    ),
    "body in header": OddPage(page(f"<header>{H1}{prose()}</header>").encode(), ENGLISH),
    "body in aside": odd(f"<aside class=main-story>{prose()}</aside>"),
    "body in footer": odd(f"<footer>{prose()}</footer>"),
    "body in form": OddPage(page(f"<form action=/x method=post>{H1}{prose()}<input name=q></form>").encode(), ENGLISH),
    "body in button": odd(f"<button class=expand>{prose()}</button>"),
    "class sidebar-article": odd(f"<div class=sidebar-article>{prose()}</div>"),
    "class comment-body": odd(f"<div class=comment-body>{prose()}</div>"),
    "class related-content advert": odd(f"<div id=related class='related-content advert'>{prose()}</div>"),
    "class hidden until a script shows it": odd(f"<div class='hidden' style='display:none'>{prose()}</div>"),
    "cookie wall in front": OddPage(
        page(
            "<div id=consent role=dialog><h2>We value your privacy</h2><p>We and our partners use cookies and similar trackers to"
            " store personal data for advertising purposes. Your consent can be withdrawn at any time in the settings.</p>"
            f"<button>Accept all</button></div>{H1}{prose()}"
        ).encode(),
        ENGLISH, (*ABSENT, "our partners use cookies"),
    ),
    "scrolls on for ever": OddPage(
        page(_next_story(TITLE, ENGLISH) + _next_story("Tram line to close", OTHER) + _next_story("Mayor resigns", OTHER[::-1])).encode(),
        ENGLISH, (*ABSENT, OTHER[0], OTHER[2], "Mayor resigns"),
    ),
    "AMP": OddPage(
        page(
            f"<amp-sidebar id=s>{MENU}</amp-sidebar><article>{H1}<amp-img src=a.jpg width=4 height=3></amp-img>{prose()}"
            "<amp-list src=/related></amp-list></article>",
            "<link rel=canonical href=https://www.post.example/ferry><script async src=https://cdn.ampproject.org/v0.js></script>",
            attributes="amp",
        ).encode(),
        ENGLISH,
    ),
    "print view": OddPage(
        page(
            f"<table class=print><tr><td><font size=2>Harbour Post</font></td></tr><tr><td><font size=5><b>{TITLE}</b></font></td></tr>"
            f"<tr><td><font size=3>{'<br><br>'.join(ENGLISH)}</font></td></tr><tr><td>http://www.post.example/ferry</td></tr></table>",
            frame=False,
        ).encode(),
        ENGLISH, (),
    ),
    "captions in print": odd(
        f"{prose(ENGLISH[:2])}<figure><img src=a.jpg><figcaption>The quay at dusk. Photo: A. Keel</figcaption></figure>"
        f"{prose(ENGLISH[2:3])}<div class=image><img src=b.jpg><p class=caption>The customs house in winter. Picture: B. Mast</p></div>"
        f"{prose(ENGLISH[3:])}",
        unwanted=(*ABSENT, "The quay at dusk", "The customs house in winter"),
    ),
    "split by advertisements": odd(
        "".join(f"<div class=part><p>{p}</p></div><div class=ad><p>Advertisement</p></div>" for p in ENGLISH),
        unwanted=(*ABSENT, "Advertisement"),
    ),
    "lines between breaks": OddPage(page(f"<font face=arial><b>{TITLE}</b><br><br>{'<br><br>'.join(ENGLISH)}</font>").encode(), ENGLISH),
    "nothing is closed": OddPage(
        f"<html><head><title>{TITLE}</title><body><div><ul><li>News<li>World<div><h1>{TITLE}</h1><div><p>".encode()
        + "<p><b>".join(ENGLISH).encode(),
        ENGLISH, (),
    ),
    "shouted tags without quotes": OddPage(page(f"<H1 CLASS=x>{TITLE}</H1>" + "".join(f"<P ALIGN=left>{p}" for p in ENGLISH)).encode(), ENGLISH),
    "questions and answers": odd(
        prose(ENGLISH[:3]) + "<dl>" + "".join(f"<dt>{q}</dt><dd>{a}</dd>" for q, a in ANSWERS) + "</dl>" + prose(ENGLISH[3:]),
        also=tuple(x for pair in ANSWERS for x in pair),
    ),
    "a live ticker": odd(
        prose(ENGLISH[:2]) + "".join(f"<div class=tick><time>{t}</time><p>{x}</p></div>" for t, x in TICKS) + prose(ENGLISH[2:]),
        also=tuple(x for _, x in TICKS),
    ),
    "a gallery with a text each": odd(
        "".join(f"<div class=slide><img src={i}.jpg><div class=slide-text>{p}</div></div>" for i, p in enumerate(ENGLISH))
    ),
    "a forum's first post": odd(
        f"<div class=post><div class=post-body>{'<br>'.join(ENGLISH)}</div></div>"
        "<div class='post reply comment'><div class=user>sailor7</div><div>Thanks, very useful!</div></div>"
        "<div class='post reply comment'><div class=user>gull</div><div>Does anyone know the fares?</div></div>",
        unwanted=(*ABSENT, "Thanks, very useful!", "Does anyone know the fares?"),
    ),
    "results in a table": odd(
        prose(ENGLISH[:3]) + "<table><tr><th>Town</th><th>For</th><th>Against</th></tr><tr><td>Northport</td><td>412</td><td>88</td></tr>"
        "<tr><td>Southport</td><td>97</td><td>301</td></tr></table>" + prose(ENGLISH[3:]),
        also=("Northport", "301"),
    ),
    "a copy for phones": odd(f"<div class=desktop>{prose()}</div><div class=mobile style='display:none'>{prose()}</div>"),
    "elements of its own": odd("<post-article>" + "".join(f"<post-text>{p}</post-text>" for p in ENGLISH) + "</post-article>"),
    "spans in lines": odd("<div>" + "".join(f"<span style='display:block'>{p}</span>" for p in ENGLISH) + "</div>"),
    "a list is the article": odd(prose(ENGLISH[:1]) + "<ol>" + "".join(f"<li>{p}</li>" for p in ENGLISH[1:]) + "</ol>"),
    "entities escaped twice": OddPage(page(H1 + prose(tuple(html.escape(p.replace("The", "Thé")) for p in ENGLISH))).encode(), tuple(p.replace("The", "Thé") for p in ENGLISH)),
    "a frame in srcdoc": odd(f'<iframe srcdoc="{html.escape(prose())}"></iframe>'),
    "in the fallback of a canvas": odd(f"<canvas>{prose()}</canvas>"),
    "in the fallback of an object": odd(f"<object data=a.swf>{prose()}</object>"),
    "in a textarea": odd("<textarea rows=40 readonly>" + "\n\n".join(ENGLISH) + "</textarea>"),
    "in a drawing": odd(f"<svg><foreignObject><div>{prose()}</div></foreignObject></svg>"),
    "in nav": odd(f"<nav>{prose()}</nav>"),
    "in dialog": odd(f"<dialog open>{prose()}</dialog>"),
    "in address": odd(f"<address>{prose()}</address>"),
    "in figcaption": odd(f"<figure><img src=a.jpg><figcaption>{prose()}</figcaption></figure>"),
    "all of it a link": odd(f"<a href=/ferry?full=1>{prose()}</a>", may_miss=1),
    "all of it headings": odd(prose(ENGLISH, "h2")),
    "hidden by an attribute": odd(f"<div hidden>{prose()}</div>"),
    "a div for each clause": OddPage(page(H1 + "".join(f"<div>{s}</div>" for s in CLAUSES)).encode(), CLAUSES, may_miss=1),
    "each word in an element": OddPage(page(H1 + "".join("<p>" + " ".join(f"<span>{w}</span>" for w in p.split()) + "</p>" for p in ENGLISH)).encode(), ENGLISH),
    "a first letter set large": OddPage(page(H1 + "".join(f"<p><span class=dropcap>{p[0]}</span>{p[1:]}</p>" for p in ENGLISH)).encode(), ENGLISH),
    "places to break a word": OddPage(page(H1 + prose(tuple(p.replace("summer", "sum<wbr>mer") for p in ENGLISH))).encode(), ENGLISH),
    "one paragraph of all": OddPage(page(H1 + "<p>" + " ".join(ENGLISH * 1) + "</p>").encode(), ENGLISH),
    "CDATA in scripts and sections": odd("<script>//<![CDATA[\nvar a='</p>';\n//]]></script>" + prose()),
    "an article of XHTML": OddPage(
        ('<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>' + TITLE + "</title></head>"
         f"<body>{MENU}<div>{H1}{prose()}</div>{RIGHTS}</body></html>").encode(),
        ENGLISH, content_type="application/xhtml+xml",
    ),
}  # fmt: skip
