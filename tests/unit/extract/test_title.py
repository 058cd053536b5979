"""The headline where a page's titles differ: own pages, one for each kind that real ones show."""

import pytest

from ingest.extract.read import read_page
from ingest.extract.reading import ReadingHints
from ingest.extract.title import without_frame, without_site
from tests.unit.extract.made_pages import MORE, PROSE

HEADLINE = "Ferry line reopens before the summer"


def title_of(
    head: str, body: str, *, url: str = "https://www.post.example/2026/a-b", hints: ReadingHints | None = None
) -> str:
    text = f"<p>{PROSE['en']}{MORE['en']}</p>" * 3
    page = f"<html><head>{head}</head><body>{body}{text}</body></html>"
    return read_page(page.encode(), url=url, hints=hints or ReadingHints()).title


@pytest.mark.parametrize(
    ("head", "body"),
    [
        # the only h1 is the logo; the headline is a smaller heading that opens <title>
        (f"<title>{HEADLINE} - Harbour Coast</title>", f"<h1>Harbour Coast News Service</h1><h2>{HEADLINE}</h2>"),
        # section and site behind the headline, and neither og:title nor og:site_name
        (f"<title>{HEADLINE} | Transport | Harbour Coast</title>", f"<div class='post-title'>{HEADLINE}</div>"),
        # the first h1 is a section's name and stands in <title> too
        (f"<title>{HEADLINE} - Coast News - Home</title>", f"<h1>Coast News</h1><h1>{HEADLINE}</h1>"),
        # no heading at all: what is behind the bar is the frame
        (f"<title>{HEADLINE} | Harbour Coast Online</title>", ""),
        # og:title carries its suffix, and nothing names the site
        (
            f"<title>{HEADLINE} - Coast Online</title><meta property='og:title' content='{HEADLINE} - Coast Online'>",
            f"<h1>{HEADLINE}</h1>",
        ),
        # the h1 has a kicker before the headline of og:title
        (
            f"<title>Transport: {HEADLINE}</title><meta property='og:title' content='{HEADLINE}'>",
            f"<h1>Transport: {HEADLINE}</h1>",
        ),
        # h1s of other stories, none of them in <title>
        (
            f"<title>{HEADLINE} :: Coast Agency</title>",
            "<h1>Most read today</h1><h1>Weather for the weekend at sea</h1>",
        ),
        # <title> and og:title are written for search engines, the h1 says the same to readers
        (
            "<title>Ferry line summer 2026: all dates | Coast</title>"
            "<meta property='og:title' content='Ferry line summer 2026: all dates'>",
            f"<h1>{HEADLINE}</h1>",
        ),
        # h1, <title> and JSON-LD agree against what the networks show
        (
            f"<title>{HEADLINE} | Coast</title><meta property='og:title' content='Passengers cheer at the quay'>"
            "<meta name='twitter:title' content='Passengers cheer at the quay'>"
            f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{HEADLINE}"}}</script>',
            f"<h1>{HEADLINE}</h1>",
        ),
        # the h1 holds the hour, too
        (f"<title>COAST::: {HEADLINE} / 05.01.12 / Sea</title>", f"<h1>{HEADLINE}<i> 05.01.12 18:27</i></h1>"),
        # the blog's name is the h1 and stands in <title>, the story is a smaller heading there
        (f"<title>{HEADLINE} : Salty Remarks</title>", f"<h1>Salty Remarks</h1><h2>{HEADLINE}</h2>"),
    ],
)
def test_the_headline_is_found(head: str, body: str) -> None:
    assert title_of(head, body) == HEADLINE


def test_a_title_that_is_only_the_site_gives_way_to_the_h1() -> None:
    assert title_of("<title>Post</title>", f"<h1>{HEADLINE}</h1>", url="https://www.post.example/x") == HEADLINE


def test_an_attribute_cut_at_a_quotation_mark_is_not_the_headline() -> None:
    whole = 'Town pays tribute to "Sea Angel" of the ferry line'
    head = f'<title>{whole} | Coast</title><meta property="og:title" content="{whole}">'
    assert title_of(head, f"<h1>{whole}</h1>") == whole


def test_a_dash_within_the_headline_stays() -> None:
    dashed = "Ferry line – what passengers must know about tickets and luggage this year"
    assert title_of(f"<title>{dashed}</title>", f"<h1>{dashed}</h1>") == dashed


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("여객선 노선 여름 전 재개 합의 | 항구일보", "여객선 노선 여름 전 재개 합의"),
        ("여객선 노선 여름 전 재개 합의 < 사회 < 기사본문 - 항구일보", "여객선 노선 여름 전 재개 합의"),
        ("轮渡航线将在夏季前重新开通_本地快讯_海湾网", "轮渡航线将在夏季前重新开通"),
        ("輪渡航線將在夏季前重新開通｜生活｜海灣電子報", "輪渡航線將在夏季前重新開通"),
        ("フェリー航路、夏までに再開へ - 港新聞", "フェリー航路、夏までに再開へ"),
    ],
)
def test_suffixes_without_a_site_name(title: str, left: str) -> None:
    assert without_frame(title, ()) == left


def test_the_sites_name_goes_at_either_end() -> None:
    assert without_site("Post: Ferry reopens - The Post", {"thepost", "post"}) == "Post: Ferry reopens"
    assert without_site("Post.example - Ferry reopens", {"postexample"}) == "Ferry reopens"
    assert without_site("The Post", {"thepost"}) == "The Post"


def test_a_title_of_separators_costs_little() -> None:
    assert title_of("<title>" + "a | " * 50_000 + "</title>", "")


@pytest.mark.parametrize(
    ("element", "headline"),
    [
        ("质检总局：两成半烟花爆竹不合格-广西新闻网", "质检总局：两成半烟花爆竹不合格"),
        ("女主播视频门 韩版大S炫富-女主播-东北网娱乐", "女主播视频门 韩版大S炫富"),
        ("轮渡航线将在夏季前重新开通--人民网", "轮渡航线将在夏季前重新开通"),
        ("フェリー航路、夏までに再開へ：港日報デジタル", "フェリー航路、夏までに再開へ"),
        ("フェリー航路、夏までに再開へ（港新聞）", "フェリー航路、夏までに再開へ"),
        ("여객선 노선 여름 전 재개-항구일보", "여객선 노선 여름 전 재개"),
        ("여객선 노선 여름 전 재개 [항구뉴스]", "여객선 노선 여름 전 재개"),
        ("여객선 노선 여름 전 재개 < 정치 < 기사본문 - 항구뉴스", "여객선 노선 여름 전 재개"),
        # a dash, a colon and a quotation mark that are the headline's own
        ("普京访问平壤-双方签署条约", "普京访问平壤-双方签署条约"),
        ("首相、訪米へ：北朝鮮問題を協議", "首相、訪米へ：北朝鮮問題を協議"),
        ("Le maire : « la ligne rouvrira avant l’été »", "Le maire : « la ligne rouvrira avant l’été »"),
        ("Ferry line to reopen before summer » ☆☆☆", "Ferry line to reopen before summer"),
    ],
)
def test_an_outlets_name_that_no_meta_tells(element: str, headline: str) -> None:
    page = f"<html><head><title>{element}</title></head><body><p>x</p></body></html>"
    assert read_page(page.encode(), url="https://www.post.example/x").title == headline
