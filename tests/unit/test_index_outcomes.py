from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ingest.enrich.stories.signature import signature
from ingest.extract.read import read_page
from ingest.index.document import Document
from ingest.index.protocol import WriteResult
from ingest.model import ArchiveRef, Article, DetectedLanguage, Policy, StoryPlace
from ingest.stages.read_article import Read, from_feed
from ingest.stages.record_indexed import (
    REFUSED_RETRY,
    UNAVAILABLE_RETRY,
    IndexedItem,
    indexed,
    lag_seconds,
    outlet_day,
    postponed,
    refused,
    unchanged,
)

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
SEEN = NOW - timedelta(minutes=7)


def an_article(**more):
    facts = {
        "key": "k" * 32,
        "url": "https://outlet.example/a",
        "original_url": "https://outlet.example/a",
        "feed_id": "outlet",
        "title": "Le Kremlin confirme",
        "summary": "Une aide militaire.",
        "content": "",
        "first_seen_at": SEEN,
        "state": "fetched",
        "policy": Policy.FULL,
    }
    return Article(**(facts | more))


def an_item(text_hash="new", **more):
    article = an_article(**more)
    content = from_feed(article, None, "")
    read = Read(article.key, content, DetectedLanguage("fr", 1.0, "text"), (), signature("t", "x", "fr", None))
    doc = Document(article.key, {"content": {"hash": text_hash}})
    return IndexedItem(article, read, StoryPlace("s" * 32, is_first=True, size=1), doc)


def test_a_first_text_is_indexed_and_counts_as_new():
    done, outcome = indexed(an_item(), NOW)
    assert (done.state, done.values["revision"], done.values["indexed_at"]) == ("indexed", 0, NOW)
    assert (outcome.name, outcome.new) == ("indexed-from-feed", 1)


def test_a_second_text_is_a_revision_of_the_same_article_and_not_new():
    done, outcome = indexed(an_item(indexed_at=SEEN, content_hash="old"), NOW)
    assert (done.values["revision"], outcome.name, outcome.new) == (1, "revised", 0)


def test_a_page_counts_for_its_outlets_day_and_the_feeds_own_words_do_not():
    assert outlet_day(an_item(), NOW) is None
    page = read_page(
        f"<title>T</title><article>{'<p>Une aide militaire est possible, a dit le Kremlin.</p>' * 9}".encode(), url=""
    )
    item = an_item(archive=ArchiveRef("f", 0, 1), url="https://www.outlet.example/a")
    walled = replace(item, read=replace(item.read, note="consent"))
    whole = replace(item, read=replace(item.read, content=page))
    day = outlet_day(walled, NOW)
    assert (day.outlet, day.language, day.pages, day.empty, day.walls, day.undated) == (
        "outlet.example",
        "fr",
        1,
        1,
        1,
        1,
    )
    assert (outlet_day(whole, NOW).empty, outlet_day(whole, NOW).words) == (0, page.words)


def test_the_same_text_again_changes_nothing_but_the_state():
    item = an_item(indexed_at=SEEN, content_hash="new")
    assert item.is_unchanged
    done, outcome = unchanged(item)
    assert (done.state, done.values, outcome.name) == ("indexed", {}, "unchanged")


def test_what_stood_never_in_the_index_is_never_unchanged():
    assert not an_item(content_hash="new").is_unchanged


@pytest.mark.parametrize(
    ("retryable", "name", "wait"), [(True, "index-busy", UNAVAILABLE_RETRY), (False, "refused-by-index", REFUSED_RETRY)]
)
def test_a_refused_document_waits_with_the_reason(retryable, name, wait):
    done, outcome = refused(an_item(), WriteResult("k", False, "field too long", retryable), NOW)
    assert (done.state, done.reason, done.next_try) == ("failed", "field too long", NOW + wait)
    assert (outcome.name, outcome.ok) == (name, False)


def test_an_index_that_is_away_makes_everything_wait():
    done, outcome = postponed(an_article(attempts=2), "no answer", NOW)
    assert (done.state, done.next_try, outcome.ok) == ("failed", NOW + 4 * UNAVAILABLE_RETRY, False)


def test_lag_counts_from_publication_but_not_for_what_was_old_when_first_seen():
    published = SEEN - timedelta(minutes=3)
    assert lag_seconds(an_item(published=published), NOW) == 600
    assert lag_seconds(an_item(published=SEEN - timedelta(days=30)), NOW) == 420
    assert lag_seconds(an_item(), NOW) == 420


def test_a_headline_policy_leaves_the_title_alone():
    content = from_feed(an_article(policy=Policy.HEADLINE, content="all of it"), None, "")
    assert (content.title, content.summary, content.text) == ("Le Kremlin confirme", "", "")


def test_a_summary_policy_never_takes_the_feeds_full_text():
    content = from_feed(an_article(policy=Policy.SUMMARY, content="all of it"), None, "")
    assert (content.summary, content.text) == ("Une aide militaire.", "")


def test_an_opt_out_leaves_title_and_summary_even_of_a_feed_with_full_text():
    content = from_feed(an_article(content="all of it", rights={"reason": "tdm-reserved"}), None, "")
    assert (content.summary, content.text) == ("Une aide militaire.", "")
    assert from_feed(an_article(content="all of it", rights={"tdm": "none"}), None, "").text == "all of it"
