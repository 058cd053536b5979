"""``veille extract`` as a user types it: a file, an address on loopback, lines on standard input, and what goes wrong."""

import asyncio
import gzip
import json
import threading

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from tests.servers.raw import answer, serve
from tests.unit.extract.made_pages import MORE, PROSE, TITLE

TEXT = [f"({i}) {PROSE['fr']}{MORE['fr']}".strip() for i in range(6)]
PAGE = (
    (
        f"<html lang=fr><head><meta charset=iso-8859-15><title>{TITLE['fr']} - Gazette</title>"
        f'<meta property="og:title" content="{TITLE["fr"]}">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x", "articleBody": "Un extrait.", '
        '"datePublished": "2026-03-04T10:20:00+01:00", "author": {"name": "Ada Kessler"}}</script></head>'
        f"<body><nav><a href=/>Accueil</a></nav><article>{''.join(f'<p>{p}</p>' for p in TEXT)}</article></body></html>"
    )
    .replace("’", "'")
    .encode("iso-8859-15", "xmlcharrefreplace")
)


def veille(*arguments, code=0, stdin=None, **environment):
    env = {"COLUMNS": "200", "VEILLE_FETCH__ALLOW_PRIVATE": '["127.0.0.0/8"]'} | environment
    result = CliRunner().invoke(app, ["extract", *arguments], env=env, input=stdin)
    assert result.exit_code == code, f"{result.output}\n{result.exception!r}"
    return result.output


@pytest.fixture
def site():
    """A server on loopback, in a thread of its own as the command runs its own loop."""
    handlers = {
        "/une.html": answer(PAGE, "200 OK", "Content-Type: text/html; charset=iso-8859-15"),
        "/gone.html": answer(b"<p>no</p>", "404 Not Found"),
        "/old": answer(b"", "301 Moved", "Location: /une.html"),
    }
    loop, ready, server = asyncio.new_event_loop(), threading.Event(), {}

    async def stay():
        async with serve(handlers) as raw:
            server["url"], server["stop"] = raw.url, asyncio.Event()
            ready.set()
            await server["stop"].wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(stay()))
    thread.start()
    assert ready.wait(10)
    yield server["url"]
    loop.call_soon_threadsafe(server["stop"].set)
    thread.join(10)
    loop.close()


def explained(shown):
    """What, source and choice of each candidate in the table."""
    rows = [line for line in shown.splitlines() if line[:1] in ("✓", " ") and line.strip()]
    return {tuple(line[1:].split()[:2]): line.startswith("✓") for line in rows}


@pytest.mark.parametrize("name", ["page.html", "page.html.gz"])
def test_a_file_is_explained(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(gzip.compress(PAGE) if name.endswith("gz") else PAGE)
    shown = veille(str(file), "--url", "https://www.gazette.example/une.html", "--explain")
    rows = explained(shown)
    assert rows["title", "og:title"]
    assert not rows["title", "jsonld"]
    assert rows["published", "jsonld:datePublished"]
    assert rows["authors", "jsonld"]
    assert rows["text", "blocks"]
    assert not rows["text", "jsonld"]
    assert "2026-03-04T10:20:00+01:00" in shown
    assert "the visible text" in shown
    assert "language fr" in shown


def test_an_address_is_fetched_and_explained(site):
    shown = veille(site("/old"), "--explain")
    assert explained(shown)["text", "blocks"]
    assert "status full" in shown


def test_json_has_the_reading_and_the_candidates(site):
    reading = json.loads(veille(site("/une.html"), "--json"))
    assert reading["text"].split("\n\n") == [p.replace("’", "'") for p in TEXT]
    assert (reading["language"], reading["encoding"]) == ("fr", "iso8859-15")
    assert {c["what"] for c in reading["candidates"] if c["chosen"]} == {
        "title",
        "published",
        "authors",
        "text",
        "status",
    }


def test_without_explain_the_text_is_shown(site):
    assert TEXT[3].replace("’", "'")[:80] in veille(site("/une.html"))


def test_what_cannot_be_had_says_why(site, tmp_path):
    assert "404" in veille(site("/gone.html"), code=1)
    assert "no-such.html" in veille(str(tmp_path / "no-such.html"), code=2)
    refused = veille(site("/une.html"), code=1, VEILLE_FETCH__ALLOW_PRIVATE="[]")
    assert "allow_private" in refused


def test_the_filter_answers_line_by_line_in_order():
    lines = [
        json.dumps({"id": 1, "url": "https://x.example/a", "html": PAGE.decode("iso-8859-15")}),
        "not json",
        '{"id": 3}',
    ]
    answers = [json.loads(line) for line in veille("--workers", "1", stdin="\n".join(lines)).splitlines()]
    assert [a["id"] for a in answers] == [1, None, 3]
    assert answers[0]["status"] == "full"
    assert "not JSON" in answers[1]["error"]
    assert "html_path" in answers[2]["error"]
