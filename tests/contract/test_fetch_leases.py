"""A worker that lost its lease while it fetched records nothing of the article; what it archived stays known."""

import asyncio

import pytest
from sqlalchemy import insert, select, update

from ingest.archive import open_archive
from ingest.clock import system_clock
from ingest.http.client import HttpClient
from ingest.ledger import page_versions
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import aliases, articles
from ingest.settings import FetchSettings, Settings
from ingest.stages.fetch import fetch
from ingest.urls import url_key
from tests.servers.raw import answer, serve

PAGE = answer(
    b"<html><head><link rel=canonical href=/a-1002></head><body>" + b"text " * 100 + b"</body></html>",
    "200 OK",
    "Content-Type: text/html",
)
SETTINGS = Settings(fetch=FetchSettings(allow_private=("127.0.0.0/8",), host_delay_seconds=0))


@pytest.mark.parametrize("thief", ["another", None])
def test_a_lease_that_was_lost_or_ran_out_and_was_given_back_records_nothing(ledger_url, tmp_path, thief):
    ledger = open_ledger(ledger_url, worker="slow")

    async def go():
        async with serve({}) as server:
            url = server.url("/a-1001")
            key = url_key(url)

            async def stolen_meanwhile(_request, writer):
                with ledger.begin() as c:
                    c.execute(update(articles).where(articles.c.key == key).values(lease_owner=thief))
                writer.write(PAGE)

            server.handlers["/a-1001"] = stolen_meanwhile
            with ledger.begin() as c:
                c.execute(insert(articles).values(
                    key=key, url=url, original_url=url, host="127.0.0.1", feed_id="f", policy="full", title="T",
                    first_seen_at=system_clock(), state="discovered",
                ))  # fmt: skip
            archive = open_archive(str(tmp_path / "archive"))
            async with HttpClient(SETTINGS.fetch, system_clock) as http:
                done = await fetch(ledger, archive, http, SETTINGS, system_clock, lambda _: None, limit=1)
            return key, done

    key, done = asyncio.run(go())
    with ledger.read() as c:
        row = c.execute(select(articles)).one()
        kept = page_versions.of(c, [key])
        others = c.execute(select(aliases)).all()
    ledger.close()
    assert done.counts == {"lease-lost": 1}
    assert (row.state, row.lease_owner, row.archive_ref, row.fetched_at) == ("discovered", thief, None, None)
    assert len(kept[key]) == 1  # so that an opt-out erases it
    assert others == []
