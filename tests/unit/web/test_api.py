"""The API and the assistant's tools answer what the pages show."""

import asyncio
import json
import sys

import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from starlette.testclient import TestClient
from typer.testing import CliRunner

from ingest.cli.main import app as cli
from ingest.dashboards.kql import lucene
from ingest.index.query.parse import parse
from ingest.web.assistant import server_for
from ingest.web.boards import dashboards
from tests.fakes.newsdesk import key_of, make_eventful

STORY = key_of("wire")


def test_stories_and_one_of_them(reader):
    listed = reader.get("/api/stories?topic=korea").json()
    assert listed["total"] == 1
    first = listed["stories"][0]
    assert (first["id"], first["articles"], first["outlets"]) == (STORY, 3, ["La Gazette", "The Courier"])
    one = reader.get(f"/api/stories/{STORY}").json()
    assert [a["outlet"] for a in one["articles"]] == ["La Gazette", "The Courier", "The Courier"]
    assert one["articles"][0]["begins"].startswith("Moscou dit être prêt.")


def test_search_has_facets_and_a_cursor(reader):
    found = reader.get("/api/search?q=Kremlin").json()
    assert found["total"] == 3
    assert found["facets"]["lang"] == {"fr": 2, "en": 1}
    assert found["facets"]["outlet"] == {"courier": 2, "gazette": 1}


def test_a_bad_query_is_told_with_its_place(reader):
    answer = reader.get("/api/search", params={"q": "a AND ("})
    assert answer.status_code == 400
    assert "at character" in answer.json()["error"]


def test_prometheus_reads_with_a_token_and_nobody_without(app, ws, reader):
    assert "veille_index_ready 1.0" in reader.get("/metrics").text
    assert reader.get("/metrics").headers["content-type"].startswith("text/plain; version=0.0.4")
    assert TestClient(app, base_url="http://127.0.0.1").get("/metrics", follow_redirects=False).status_code in (
        303,
        401,
    )


@pytest.mark.parametrize("path", ["/api/status", "/api/feeds", "/api/rules", f"/api/why?u={key_of('aid')}"])
def test_the_other_readings(reader, path):
    assert reader.get(path).status_code == 200


def test_rules_do_not_say_whom_they_write_to(reader):
    assert "example.org" not in reader.get("/api/rules").text


def test_the_description_names_every_path_and_no_page(reader):
    paths = reader.get("/api/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/stories", "/api/stories/{id}", "/api/search", "/api/why", "/api/status", "/api/feeds", "/api/rules",
    }  # fmt: skip
    assert all(set(methods) == {"get"} for methods in paths.values())


def test_the_assistants_tools_read_only_and_name_their_sources(ws):
    server = server_for(ws)
    tools = asyncio.run(server.list_tools())
    assert {t.name for t in tools} == {"search", "stories", "story", "why", "status", "feeds", "rules"}
    answer = asyncio.run(server.call_tool("search", {"query": "Kremlin", "language": "en"}))
    found = json.loads(_text(answer))
    assert [a["url"] for a in found["articles"]] == [f"https://courier.example/{'aid'}"]
    assert found["articles"][0]["outlet"] == "Courier"


def _text(answer):
    content = getattr(answer, "content", None) or (answer[0] if isinstance(answer, tuple) else answer)
    return content[0].text


@pytest.mark.parametrize(
    ("kql", "expected"),
    [
        ("", ""),
        ('topics: "russia-dprk"', 'topics:"russia-dprk"'),
        ('topics: ("a" or "b")', 'topics:("a" OR "b")'),
        ('topics: "a" or topics: "b"', 'topics:"a" OR topics:"b"'),
        ("error: *", "error:*"),
        ("language.confidence < 0.8", "language.confidence:[* TO 0.8}"),
        ('not stage: "and" and seconds >= 5', 'NOT stage:"and" AND seconds:[5 TO *]'),
    ],
)
def test_kql_becomes_lucene(kql, expected):
    assert lucene(kql) == expected


def test_every_dashboard_is_drawn(reader):
    for name in dashboards():
        assert reader.get(f"/dashboards/{name}?days=30").status_code == 200
    html = reader.get("/dashboards/overview?days=7").text
    assert "<svg" in html
    assert 'href="/search?country=FR"' in html


def test_every_condition_of_the_dashboards_can_be_asked():
    from ingest.index.fields import SCHEMAS
    from ingest.index.schema import DocumentKind

    for board in dashboards().values():
        for panel in board.panels:
            if panel.kql:
                parse(lucene(panel.kql), SCHEMAS[DocumentKind(panel.view)])


def test_feeds_are_told_alike_by_api_assistant_command_and_page(reader, ws):
    """Promise, measured latency, gap with its interval, hub, proposal and quarantine: one answer for all."""
    make_eventful(ws, "gazette", "courier", "ilbo")
    told = {f["feed_id"]: f for f in reader.get("/api/feeds").json()["feeds"]}
    assert told["gazette"]["promised_seconds"] > 0
    assert (told["gazette"]["last_gap"]["low"], told["gazette"]["last_gap"]["high"]) == (20, 60)
    assert told["gazette"]["hub"].startswith("verified until")
    assert told["courier"]["health"] == "in quarantine"
    assert told["courier"]["quarantined_until"]
    assert told["ilbo"]["proposed_url"] == "https://ilbo.example/new"
    by_assistant = json.loads(_text(asyncio.run(server_for(ws).call_tool("feeds", {}))))["feeds"]
    by_command = CliRunner().invoke(cli, ["feeds", "health", "--config", str(ws.settings.config_dir), "--json"])
    assert json.dumps(by_assistant).replace("+00:00", "Z") == json.dumps(list(told.values()))
    keys = {f["feed_id"]: sorted(f) for f in json.loads(by_command.stdout)}  # its clock is the machine's
    assert keys == {feed_id: sorted(line) for feed_id, line in told.items()}
    page = {feed_id: reader.get(f"/feeds/{feed_id}").text for feed_id in told}
    assert "20 to 60 missed between" in page["gazette"]
    assert "verified until" in page["gazette"]
    assert "in quarantine" in page["courier"]
    assert "https://ilbo.example/new" in page["ilbo"]
    board = reader.get("/dashboards/pipeline?days=7").text
    assert "/feeds?show=in+quarantine" in board
    assert "/feeds?show=retired" in board


def test_the_description_is_valid_openapi_and_every_answer_fits_it(reader):
    validate = pytest.importorskip("openapi_spec_validator").validate
    described = reader.get("/api/openapi.json").json()
    validate(described)
    assert described["security"] == [{"token": []}]
    for path in described["paths"]:
        asked = path.replace("{id}", STORY)
        answer = reader.get(asked, params={"u": key_of("aid")} if path == "/api/why" else {})
        assert str(answer.status_code) in described["paths"][path]["get"]["responses"], path


@pytest.mark.slow
def test_the_assistant_is_served_over_stdio_to_the_sdks_own_client(ws):
    """As an assistant starts it: `veille mcp` as a child, the official client at the other end."""

    async def talk() -> tuple[set[str], dict[str, object], bool]:
        config = str(ws.settings.config_dir)
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "ingest.cli.main", "mcp", "--config", config]
        )
        async with stdio_client(command) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            tools = {tool.name for tool in (await session.list_tools()).tools}
            found = await session.call_tool("search", {"query": "Kremlin", "days": 3650})
            wrong = await session.call_tool("search", {"query": "a AND ("})
        return tools, json.loads(_text(found)), bool(getattr(wrong, "isError", getattr(wrong, "is_error", False)))

    tools, found, is_error = asyncio.run(talk())
    assert tools == {"search", "stories", "story", "why", "status", "feeds", "rules"}
    assert {article["outlet"] for article in found["articles"]} == {"Courier", "Gazette"}
    assert all(article["url"].startswith("https://") for article in found["articles"])
    assert is_error
