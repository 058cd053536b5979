"""Rules for outlets: found by host, never trusted against the page, wrong ones told all at once."""

import pytest

from ingest.errors import ConfigError
from ingest.extract import outlet_rules
from ingest.extract.outlet_rules import load_rules, parse_rules, rule_for
from ingest.extract.read import read_page
from ingest.extract.reading import Reading
from tests.unit.extract.made_pages import MORE, PROSE, TITLE

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


def test_the_packaged_rules_are_sound() -> None:
    assert {rule.host for rule in load_rules().values()} == set(load_rules())
    assert all("body" in rule.selectors for rule in load_rules().values())
    assert len(load_rules()) >= 10
