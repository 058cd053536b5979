"""The newest page of many documents is the same as that of a few: ties, cursors and filters included."""

import random
from datetime import timedelta

import pytest

from ingest.index.document import Document
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.sqlite import paging
from tests.fakes.newsdesk import NOW, opened, write_config


def _documents(count: int) -> list[Document]:
    random.seed(3)
    out = []
    for n in range(count):
        at = stamp(NOW - timedelta(minutes=random.randrange(12)))  # many share a moment
        url = f"https://x.example/{random.randrange(10**6)}-{n}"
        fields = {"@timestamp": at, "indexed_at": at, "first_seen_at": at, "title": "even" if n % 2 else "odd"}
        out.append(Document(f"d{n}", {**fields, "url": {"full": url}}))
    return out


@pytest.mark.parametrize("query", [None, "title:even"])
def test_walking_through_the_pages_meets_every_document_once_and_in_order(tmp_path, monkeypatch, query):
    with opened(write_config(tmp_path)) as ws:
        ws.index.write(_documents(150))
        pages = {}
        for many in (10**6, 5):
            monkeypatch.setattr(paging, "_FEW", many)
            ask = SearchRequest(parse(query) if query else None, size=7, sort=Sort.NEWEST)
            seen, after = [], None
            while True:
                page = ws.index.search(SearchRequest(ask.query, size=7, sort=Sort.NEWEST, after=after))
                seen += [hit.id for hit in page.hits]
                assert page.total == (75 if query else 150)
                after = page.next
                if after is None:
                    break
            pages[many] = seen
    assert pages[5] == pages[10**6]
    assert len(set(pages[5])) == (75 if query else 150)
