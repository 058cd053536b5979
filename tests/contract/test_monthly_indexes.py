"""Articles stand in one concrete index a month (decision 350): written, changed, forgotten and rebuilt month by month."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from elasticsearch import Elasticsearch
from pydantic import SecretStr

from ingest.index.document import Document
from ingest.index.elasticsearch import templates
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.elasticsearch.roles import make_keys
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.schema import DocumentKind
from tests.indexes import NOW, doc
from tests.servers.elasticsearch import Server

ARTICLES = DocumentKind.ARTICLES


@pytest.fixture
def index(elasticsearch: Server, es_prefix: str) -> Iterator[ElasticsearchIndex]:
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix, timeout_seconds=120), lambda: NOW)
    index.setup()
    yield index
    index.close()


def seen(id: str, day: str, title: str = "word", **more: object) -> Document:
    """First carried by a feed, and indexed, on that day."""
    at = stamp(datetime.fromisoformat(f"{day}T12:00:00+00:00"))
    return doc(id, title, **{"first_seen_at": at, "indexed_at": at, **more})


def standing(index: ElasticsearchIndex) -> dict[str, set[str]]:
    """Month → the ids of what stands in it; ``all``: what stands in an index without a month."""
    index.refresh()
    found: dict[str, set[str]] = {}
    for hit in index.client.search(index=index.names.alias(ARTICLES), size=100)["hits"]["hits"]:
        found.setdefault(months(hit["_index"]), set()).add(hit["_id"])
    return found


def months(name: str) -> str:
    return name[-7:] if name[-3] == "." else "all"


def behind(client: Elasticsearch, alias: str) -> list[str]:
    return sorted(months(name) for name in client.indices.get_alias(name=alias))


def test_setup_makes_this_month_and_the_next(index: ElasticsearchIndex) -> None:
    index.setup()
    assert behind(index.client, index.names.alias(ARTICLES)) == ["2026.03", "2026.04"]
    assert [(part.name[-7:], part.documents) for part in index.status().indexes] == [("2026.03", 0), ("2026.04", 0)]
    assert index.status().note == ""


def test_setup_gives_every_month_the_fields_of_a_newer_version(
    index: ElasticsearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = templates.read

    def with_sentiment(name: str) -> dict[str, Any]:
        found = read(name)
        if name == "articles":
            found["template"]["mappings"]["properties"]["sentiment"] = {"type": "keyword"}
        return found

    monkeypatch.setattr(templates, "read", with_sentiment)
    assert not index.write([seen("a", "2026-03-01", sentiment="calm")])[0].ok
    index.setup()
    assert index.write([seen("a", "2026-03-01", sentiment="calm")])[0].ok


def test_an_article_stays_in_the_month_that_it_was_first_seen_in(index: ElasticsearchIndex) -> None:
    index.write([seen("a", "2026-01-31"), seen("b", "2026-03-01")])
    index.refresh()
    later = {"indexed_at": "2026-03-05T00:00:00.000Z"}
    index.write([seen("a", "2026-01-31", "again", **later)])
    # a clock that was wrong: the ledger says another day now, the article is still one
    index.write([seen("b", "2026-02-11", "again")])
    index.update_fields("a", {"tags": ["x"]})
    index.update_fields("b", {"tags": ["y"]})
    assert standing(index) == {"2026.01": {"a"}, "2026.03": {"b"}}
    assert (index.get("a") or {})["tags"] == ["x"]
    assert (index.get("b") or {})["title"] == "again"
    assert not index.update_fields("nobody", {"tags": ["x"]}).ok
    assert index.delete(["a", "b", "nobody"]) == 2
    assert standing(index) == {}


def test_what_passes_retention_goes_as_a_whole_month(index: ElasticsearchIndex) -> None:
    """January holds one that was indexed again in March: it is thinned out, and goes when that one has passed, too."""
    index.write([seen("dec1", "2025-12-01"), seen("dec2", "2025-12-31"), seen("jan", "2026-01-05"),
                 seen("again", "2026-01-06", indexed_at=stamp(NOW)), seen("mar", "2026-03-01")])  # fmt: skip
    index.refresh()
    assert index.prune(NOW - timedelta(days=30)) == 3
    assert standing(index) == {"2026.01": {"again"}, "2026.03": {"mar"}}
    assert behind(index.client, index.names.alias(ARTICLES)) == ["2026.01", "2026.03", "2026.04"]
    assert index.prune(NOW + timedelta(days=31)) == 2
    assert behind(index.client, index.names.alias(ARTICLES)) == ["2026.04"]


def test_a_rebuild_makes_every_month_anew_and_takes_what_comes_meanwhile(index: ElasticsearchIndex) -> None:
    index.write([seen("old", "2025-11-11"), seen("new", "2026-03-01")])
    rebuild = index.rebuild()
    rebuild.write([seen("new", "2026-03-01", "rebuilt")])
    index.write([seen("meanwhile", "2026-02-02")])  # a month that neither copy had
    assert rebuild.finish() == 3
    assert standing(index) == {"2025.11": {"old"}, "2026.02": {"meanwhile"}, "2026.03": {"new"}}
    index.write([seen("after", "2026-02-03"), seen("old", "2025-11-11", "changed"), seen("older", "2025-10-01")])
    assert standing(index)["2026.02"] == {"meanwhile", "after"}
    copies = {name.rpartition("-")[0] for name in index.client.indices.get(index=index.names.pattern(ARTICLES))}
    assert len(copies) == 1  # what comes later belongs to the same copy


def test_one_index_of_before_there_were_months_goes_on_and_is_left_by_a_rebuild(
    elasticsearch: Server, es_prefix: str
) -> None:
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix, timeout_seconds=120), lambda: NOW)
    index.setup()
    names = index.names
    for name in index.client.indices.get(index=names.pattern(ARTICLES)):
        index.client.indices.delete(index=name)
    aliases = {names.alias(ARTICLES): {}, names.write_alias(ARTICLES): {"is_write_index": True}}
    index.client.indices.create(index=names.first(ARTICLES), aliases=aliases)
    old = seen("old", "2026-01-05")
    index.client.index(index=names.write_alias(ARTICLES), id=old.id, document=old.source, refresh=True)
    assert "2026.03" in index.status().note
    assert [w.ok for w in index.write([seen("old", "2026-01-05", "again"), seen("new", "2026-03-01")])] == [True, True]
    assert standing(index) == {"all": {"old"}, "2026.03": {"new"}}
    assert index.update_fields("old", {"tags": ["x"]}).ok
    assert index.status().note == ""
    assert index.rebuild().finish() == 2
    assert standing(index) == {"2026.01": {"old"}, "2026.03": {"new"}}
    index.close()


def test_a_key_that_may_make_no_index_writes_into_the_newest_and_status_says_so(
    index: ElasticsearchIndex, elasticsearch: Server, es_prefix: str
) -> None:
    keys = make_keys(index)
    settings = index.settings.model_copy(
        update={"username": None, "password": None, "api_key": SecretStr(keys[f"{es_prefix}veille-writer"])}
    )
    june = NOW.replace(month=6)
    writer = ElasticsearchIndex(settings, lambda: june)
    assert writer.write([seen("a", "2026-06-01")])[0].ok
    assert standing(index) == {"2026.04": {"a"}}
    note = writer.status().note
    assert "2026.06" in note
    assert "2026.04" in note
    assert "veille index setup" in note
    index.client.security.invalidate_api_key(name=f"{es_prefix}veille-*")
    writer.close()


def test_words_weigh_by_how_rare_they_are_in_all_months(index: ElasticsearchIndex) -> None:
    """``common`` is in every article of March, and rare in February: the month must not decide who comes first."""
    index.write([seen(f"m{n}", "2026-03-01", "common rare" if n == 1 else "common filler") for n in range(9)])
    index.write([seen("f", "2026-02-01", "common filler"), *(seen(f"x{n}", "2026-02-01", "other") for n in range(9))])
    index.refresh()
    hits = index.search(SearchRequest(parse("common"), sort=Sort.RELEVANCE, size=50)).hits
    assert len({round(hit.score, 4) for hit in hits}) == 1


def test_the_canaries_of_several_months_make_no_copy_unlike(index: ElasticsearchIndex) -> None:
    index.write([seen("a", "2026-03-01")])
    ask = SearchRequest(parse("canaryword"), highlight=False)
    next_month = ElasticsearchIndex(index.settings, lambda: NOW.replace(month=4))
    for one in (index, next_month):
        assert one.probe(doc("canaryword", "canaryword"), ask) == ["canaryword"]
    rebuild = index.rebuild()
    assert rebuild.catch_up() == []
    assert (rebuild.compare().before, rebuild.compare().after) == (1, 1)
    assert rebuild.finish() == 1
    assert index.probe(doc("canaryword", "canaryword"), ask) == ["canaryword"]
    next_month.close()


def test_the_key_that_deletes_makes_the_months_to_come(
    index: ElasticsearchIndex, elasticsearch: Server, es_prefix: str
) -> None:
    keys = make_keys(index)
    settings = index.settings.model_copy(
        update={"username": None, "password": None, "api_key": SecretStr(keys[f"{es_prefix}veille-writer"]),
                "maintain_api_key": SecretStr(keys[f"{es_prefix}veille-maintain"])}
    )  # fmt: skip
    june = ElasticsearchIndex(settings, lambda: NOW.replace(month=6))
    june.prune(NOW - timedelta(days=400))
    assert behind(index.client, index.names.alias(ARTICLES))[-2:] == ["2026.06", "2026.07"]
    assert june.write([seen("a", "2026-06-01")])[0].ok
    assert standing(index) == {"2026.06": {"a"}}
    index.client.security.invalidate_api_key(name=f"{es_prefix}veille-*")
    june.close()
