"""Rules for outlets: found by host, never trusted against the page, wrong ones told all at once."""

import pytest

from ingest.errors import ConfigError
from ingest.extract import outlet_rules
from ingest.extract.outlet_rules import load_rules, parse_rules, rule_for
from ingest.extract.read import read_page
from ingest.extract.reading import Reading
from tests.unit.extract.made_pages import MORE, PROSE, TITLE

PACKAGED = load_rules
RULE = """
[[outlet]]
host = "post.example"
seen = "2026-03"
body = "div.story-text"
drop = ".inset"
title = "h2.head"
author = ".signed"
date = ".stamp"
paywall = ".gate"
"""
PARAGRAPHS = [f"({i}) {PROSE['en']}{MORE['en']}".strip() for i in range(5)]
BODY = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
OTHER = f"<div class=inset><p>Another story: {MORE['en']}{PROSE['en']}</p></div>"
OTHER_WORDS = (
    "The photographer lives by the sea and has worked for this house, its papers and its radio for twenty years."
)
URL = "https://www.post.example/2026/03/04/ferry"


@pytest.fixture(autouse=True)
def one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = parse_rules(RULE)
    monkeypatch.setattr(outlet_rules, "load_rules", lambda: rules)


def read(body: str, url: str = URL) -> Reading:
    page = f"<html><head><title>{TITLE['en']}</title></head><body><h1>Post</h1>{body}</body></html>"
    return read_page(page.encode(), url=url)


def test_a_rule_says_where_body_title_author_date_and_wall_stand() -> None:
    marked = "<h2 class=head>Ferry is back</h2><p class=signed>Ada Kessler</p><p class=stamp>4 March 2026</p>"
    reading = read(f"{marked}<div class=story-text>{BODY}{OTHER}</div><div class=gate>x</div>")
    assert (reading.title, reading.title_source) == ("Ferry is back", "rule")
    assert (reading.authors, reading.authors_source) == (("Ada Kessler",), "rule")
    assert reading.published is not None
    assert (reading.published.date().isoformat(), reading.published_source) == ("2026-03-04", "rule")
    assert reading.paywall
    assert reading.text == "\n\n".join(PARAGRAPHS)
    assert (reading.rule, reading.method.startswith("rule+")) == ("matched", True)


def test_a_rule_that_fits_no_longer_changes_nothing_and_says_so() -> None:
    page = f"<article><h1>{TITLE['en']}</h1>{BODY}</article>"
    for stale in (page, f"{page}<div class=story-text><p>{MORE['en']}</p></div>"):
        reading = read(stale)
        assert reading.rule == "missed"
        assert all(p in reading.text for p in PARAGRAPHS)


def test_other_outlets_have_no_rule() -> None:
    assert rule_for("https://m.post.example/a") is not None
    assert rule_for("https://post.example.net/a") is None
    assert rule_for("https://otherpost.example/a") is None
    assert rule_for("not an address") is None
    assert read(f"<article>{BODY}</article>", "https://other.example/a").rule == ""


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = RULE + RULE + '[[outlet]]\nhost = "a.example"\nbody = "div["\ncolour = "red"\n'
    with pytest.raises(ConfigError) as told:
        parse_rules(wrong)
    text = str(told.value)
    assert all(
        part in text for part in ("two rules", "'seen' is missing", "'colour' is not known", "not a CSS selector")
    )
    with pytest.raises(ConfigError, match="not TOML"):
        parse_rules("[[outlet")


# How each outlet's pages are built, with our words: its body at {}, and something that its rule leaves out at [].
BUILT = {
    "aljazeera.com": "<article><p class=article-heading-des>{0}</p><div class=article-p-wrapper>{}[]</div></article>",
    "ansa.it": "<article><div class=news-txt>{}[]</div></article>",
    "bbc.com": "<article>{}[]</article>",
    "chosun.com": "<div id=news_body_id><div class=par>{}[]</div></div>",
    "courrierinternational.com": "<article><p class=article-lede>{0}</p><div class=article-text>{}[]</div></article>",
    "japantimes.co.jp": "<article><div id=jtarticle class=entry>{}[]</div></article>",
    "kbs.co.kr": "<section><div class='body_txt fr-view'>{}[]</div></section>",
    "lemonde.fr": "<article class=article__content>{}[]</article>",
    "lepoint.fr": "<div class=article-styles>{}[]</div>",
    "lesechos.fr": "<article><header>{0}</header></article><div class=post-paywall>{}[]</div>",
    "lexpress.fr": "<div><h2 class=article__lead>{0}</h2></div><div class=article__text>{}[]</div>",
    "liberation.fr": "<article class=article-body-wrapper>{}[]</article>",
    "mainichi.jp": "<section class=articledetail-body>{}[]</section>",
    "nikkei.com": "<article><section>{p class=paragraph_p18mfke4}[]</section></article>",
    "nzz.ch": "<p class=headline__lead>{0}</p><section class=container--article>{}[]</section>",
    "ouest-france.fr": "<div class=su-article>{}[]</div>",
    "pravda.com.ua": "<div class=post_article_text>{}[]</div>",
    "radio-canada.ca": "<div class=lead-container>{0}</div><section class=document-content-style>{}[]</section>",
    "rfi.fr": "<article><p class=t-content__chapo>{0}</p><div class=t-content__body>{}[]</div></article>",
    "spiegel.de": "<article><header><div class=leading-loose>{0}</div></header><div class=RichText>{}[]</div></article>",
    "tass.ru": "<div class=news-header__lead>{0}</div><div class=text-block>{}[]</div>",
}


@pytest.mark.parametrize("host", sorted(PACKAGED()))
def test_each_packaged_rule_reads_a_page_built_as_its_outlets(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlet_rules, "load_rules", PACKAGED)
    lead, paragraphs = "The ferry line is back a month early, the harbour board says.", PARAGRAPHS
    left_out = f"<figure><figcaption>{OTHER_WORDS}</figcaption></figure>"
    built = BUILT[host].replace("{0}", lead).replace("[]", left_out)
    for tag in ("p class=paragraph_p18mfke4", ""):
        opening = f"<{tag or 'p'}>"
        built = built.replace(f"{{{tag}}}", "".join(f"{opening}{p}</p>" for p in paragraphs))
    reading = read(f"{built}<div class=bio><p>{OTHER_WORDS}</p></div>", f"https://www.{host}/2026/03/04/ferry")
    assert reading.rule == "matched"
    assert reading.method.startswith("rule+")
    assert all(p in reading.text for p in paragraphs)
    assert OTHER_WORDS not in reading.text


def test_the_packaged_rules_are_sound() -> None:
    assert set(BUILT) == set(PACKAGED())
    assert {rule.host for rule in load_rules().values()} == set(load_rules())
    assert all("body" in rule.selectors for rule in load_rules().values())
    assert len(load_rules()) >= 10
