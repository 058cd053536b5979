"""Each panel of the shipped dashboards, asked of a real Elasticsearch that holds a real run over the newsroom."""

import json

import pytest
from elasticsearch import Elasticsearch

from ingest import pipeline
from ingest.dashboards.describe import OWN, load_dashboard
from ingest.defaults import packaged
from ingest.demo.newsroom import Newsroom
from ingest.demo.server import WebServer
from ingest.index.schema import DocumentKind
from ingest.operations.export import publish
from ingest.workspace import Workspace
from tests.e2e import desk
from tests.panel_searches import search_body
from tests.servers.elasticsearch import remove
from tests.servers.smtp import MailServer

PREFIX = "panels-"
DASHBOARDS = [load_dashboard(f) for f in sorted(packaged("dashboards").glob("*.yaml"))]
PANELS = [pytest.param(d, p, id=f"{d.id}-{p.id}") for d in DASHBOARDS for p in d.panels if p.kind not in OWN]


@pytest.fixture(scope="module")
def client(tmp_path_factory, elasticsearch):
    """All three indexes filled by the pipeline itself."""
    folder = tmp_path_factory.mktemp("panels")
    config = desk.make_config(folder / "config", Newsroom().outlets())
    mail = MailServer().start()
    with WebServer(Newsroom().site()) as web:
        settings = desk.settings(config, web.proxy_url, mail.port, index=elasticsearch.settings(PREFIX, workers=1))
        with Workspace(settings) as ws:
            ws.index.setup()
            pipeline.run_once(ws, lambda _: None)
            publish(ws.ledger, ws.index, ws.rules)
            ws.index.refresh()
            for kept in DocumentKind:
                assert ws.index.count(kept) > 0, kept
    mail.stop()
    with elasticsearch.client() as client:
        yield client
    remove(elasticsearch, PREFIX)


@pytest.mark.parametrize(("dashboard", "panel"), PANELS)
def test_a_panel_gets_an_answer(client: Elasticsearch, dashboard, panel):
    answer = client.search(index=PREFIX + panel.view, **search_body(panel, dashboard)).body
    assert answer["_shards"]["failed"] == 0
    assert answer["hits"]["total"]["value"] > 0
    for aggregation in answer.get("aggregations", {}).values():
        if "buckets" in aggregation:
            assert aggregation["buckets"], json.dumps(aggregation)
        if panel.kind in ("feeds", "backlog"):
            assert aggregation["value"]["hits"]["hits"], json.dumps(aggregation)
