"""Counting few and many documents gives the figures of the reference, time and highest moments included."""

from datetime import timedelta

import pytest

from ingest.index.counts import Count, counted
from ingest.index.document import Document
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.index.sqlite import counts
from tests.fakes.newsdesk import NOW, opened, write_config

WANTED = [
    Count(("topics",), size=3),
    Count(every=3600),
    Count(("outlet.id",), every=3600),
    Count(("story.id",), measure=("max", "content.words"), size=4),
    Count(("outlet.id", "topics")),
    Count(measure=("distinct", "outlet.id")),
]


def _documents(count: int) -> list[Document]:
    made = []
    for n in range(count):
        at = stamp(NOW - timedelta(minutes=17 * n))
        fields = {"@timestamp": at, "indexed_at": at, "first_seen_at": at, "title": "even" if n % 2 else "odd"}
        about = {"topics": [f"t{n % 4}", f"t{n % 7}"], "outlet": {"id": f"o{n % 3}"}, "story": {"id": f"s{n // 2}"}}
        made.append(Document(f"d{n}", {**fields, **about, "content": {"words": n}, "url": {"full": f"https://x/{n}"}}))
    return made


@pytest.mark.parametrize("few", [10**6, 0])
@pytest.mark.parametrize(
    ("query", "since"), [(None, None), (None, NOW - timedelta(hours=9)), ("title:even", NOW - timedelta(hours=9))]
)
def test_figures_are_those_of_the_documents(tmp_path, monkeypatch, few, query, since):
    monkeypatch.setattr(counts, "_FEW", few)
    with opened(write_config(tmp_path)) as ws:
        ws.index.write(_documents(60))
        ask = SearchRequest(parse(query) if query else None, since=since, size=100)
        found = [hit.source for hit in ws.index.search(ask).hits]
        total, figures = ws.index.counts(ask, WANTED)
        assert total == len(found) > 10
        assert figures == [counted(found, wanted) for wanted in WANTED]


@pytest.mark.parametrize("few", [10**6, 0])
def test_the_stories_that_were_told_last_come_first(tmp_path, monkeypatch, few):
    monkeypatch.setattr(counts, "_FEW", few)
    with opened(write_config(tmp_path)) as ws:
        ws.index.write(_documents(60))
        last = Count(("story.id",), measure=("max", "@timestamp"), size=3)
        _, (buckets,) = ws.index.counts(SearchRequest(None), [last])
        assert [(b.keys[0], b.value) for b in buckets] == [
            (f"s{n}", (NOW - timedelta(minutes=34 * n)).timestamp() * 1000) for n in range(3)
        ]
