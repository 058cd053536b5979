"""The document of an article: every field of the list filled, nothing else, and read again by the typed view."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ingest.index.document import source_of, to_document
from ingest.index.fields import ARTICLES, STEMMERS
from ingest.index.hit import IndexedArticle, StoredTopic
from ingest.index.parts import BODY_LIMIT, ArticleParts
from ingest.index.schema import DocumentKind, Field, FieldType, Schema
from ingest.index.values import BadDocument, flatten
from ingest.model import Article, ArticleText, DetectedLanguage, Evidence, Feed, Policy, StoryPlace, TopicHit

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
SEEN = NOW - timedelta(minutes=5)


def parts(**more: Any) -> ArticleParts:
    """An article of which everything is known."""
    article = Article(
        key="k" * 32, url="https://www.lemonde.fr/a", original_url="https://lemonde.fr/a?utm=1", feed_id="lemonde-une",
        title="Titre du flux", summary="Résumé.", content="", first_seen_at=SEEN, state="fetched", policy=Policy.FULL,
        published=SEEN - timedelta(hours=1), published_source="feed", tags=("monde",),
        rights={"robots": "allowed", "tdm": "unreserved"},
    )  # fmt: skip
    text = ArticleText(
        title="Le Kremlin confirme", text="Moscou se dit prêt.", summary="Une aide.", status="full", method="blocks",
        authors=("Anne Muller",), words=4, paywall=True, version="1",
    )  # fmt: skip
    facts: dict[str, Any] = {
        "article": article,
        "text": text,
        "language": DetectedLanguage("fr", 0.98, "text"),
        "topics": (TopicHit("russia-dprk", 0.8, True, (Evidence("Kremlin", "russia", "title"),), "3"),),
        "story": StoryPlace("s" * 32, True, 2, ("lemonde", "rfi"), "e" * 32),
        "feed": Feed("lemonde-une", "https://lemonde.fr/rss", "Une", "lemonde", "Le Monde", country="fr"),
        "indexed_at": NOW,
        "pipeline_version": "1.2.3",
        "vector": (1,) * 512,
        "labels": {"desk": "asia"},
    }
    return ArticleParts(**(facts | more))


def leaves(source: dict[str, Any], prefix: str = "") -> set[str]:
    out: set[str] = set()
    for name, value in source.items():
        out |= leaves(value, f"{prefix}{name}.") if isinstance(value, dict) else {prefix + name}
    return out


def test_a_full_article_fills_every_field_and_fits_the_schema() -> None:
    source = to_document(parts()).source
    texts, values = flatten(source, ARTICLES)
    listed = {field.name for field in ARTICLES.listed if field.of is not None}
    stems = {f"stem.{code}" for code in STEMMERS if code != "fr"}
    assert leaves(source) == listed - stems - {"labels"} | {"labels.desk"}
    assert set(texts) == {"title", "summary", "body"}
    assert values["outlet.country"] == ["FR"]
    assert values["labels.desk"] == ["asia"]


def test_a_field_that_is_not_listed_is_refused() -> None:
    more: Schema[ArticleParts] = Schema(
        DocumentKind.ARTICLES,
        9,
        (*ARTICLES.listed, Field("section", FieldType.KEYWORD, of=lambda a: a.article.tags[0])),
    )
    source = source_of(more, parts())
    assert source["section"] == "monde"
    with pytest.raises(BadDocument, match="section"):
        flatten(source, ARTICLES)
    flatten(source, more)


def test_what_says_nothing_is_left_out() -> None:
    source = to_document(
        parts(story=None, feed=None, topics=(), labels={}, language=DetectedLanguage("xx", 0.0, "text"))
    ).source
    assert not {"story", "stem", "topics", "topic_hits", "labels"} & set(source)
    assert source["outlet"] == {"id": "lemonde-une"}
    assert source["feed"] == {"id": "lemonde-une"}
    assert source["language"]["confidence"] == 0.0
    assert source["content"]["truncated"] is False


def test_the_page_speaks_before_the_feed_and_the_feed_where_the_page_is_silent() -> None:
    full = parts()
    assert to_document(full).source["title"] == "Le Kremlin confirme"
    bare = parts(text=ArticleText(title="", text="", summary="", status="feed", method="feed"))
    source = to_document(bare).source
    assert (source["title"], source["summary"]) == ("Titre du flux", "Résumé.")
    assert "body" not in source


def test_a_dump_is_cut_and_says_so() -> None:
    text = ArticleText(title="t", text="a" * (BODY_LIMIT + 1), summary="", status="full", method="m")
    source = to_document(parts(text=text)).source
    assert (len(source["body"]), source["content"]["truncated"]) == (BODY_LIMIT, True)


def test_half_a_character_does_not_spoil_a_document() -> None:
    text = ArticleText(title="a\ud800b", text="e\u0301", summary="", status="full", method="m")
    source = to_document(parts(text=text)).source
    assert (source["title"], source["body"]) == ("a?b", "é")


def test_the_view_reads_what_was_written() -> None:
    stored = IndexedArticle("k", to_document(parts()).source)
    assert (stored.title, stored.outlet, stored.country, stored.language) == (
        "Le Kremlin confirme",
        "Le Monde",
        "FR",
        "fr",
    )
    assert (stored.indexed_at, stored.published_at) == (NOW, SEEN - timedelta(hours=1))
    assert stored.topic_hits == (StoredTopic("russia-dprk", 0.8, ("Kremlin",), True, "3"),)
    assert (stored.words, stored.story, stored.event_id) == (4, "s" * 32, "e" * 32)


def test_the_view_of_next_to_nothing_is_empty_and_its_own_story() -> None:
    bare = IndexedArticle("k", {"url": {"domain": "example.org"}, "story": None})
    assert (bare.title, bare.outlet, bare.published_at, bare.topics, bare.story) == ("", "example.org", None, (), "k")
