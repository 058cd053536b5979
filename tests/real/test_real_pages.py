"""230 real article pages under their own host names, through the whole pipeline, into a real Elasticsearch."""

import gzip
import json
import time
from collections import Counter, defaultdict
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import pytest
from ruamel.yaml import YAML

from ingest import pipeline
from ingest.cli.progress import stage_table
from ingest.demo.replies import Reply
from ingest.demo.server import WebServer
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.workspace import Workspace
from tests.e2e import desk
from tests.require import missing
from tests.servers.smtp import MailServer

PAGES = Path(__file__).parents[3] / "shared" / "data" / "pages"
SEARCHES = [
    '"North Korea" OR Nordkorea OR "Corée du Nord" OR 북한 OR 北朝鮮',
    "Putin* OR Poutine OR Путин*",
    "Ukraine* OR Украин* OR 우크라이나",
    "title:(Ukrain* OR Russ* OR Kore* OR Corée) AND language.code:(de OR fr OR en)",
    '"Kim Jong Un" OR "Kim Jong-un" OR 김정은 OR "Wladimir Putin" OR "Vladimir Putin"',
]
RULES = [
    {
        "id": "korea",
        "name": "Korea",
        "query": "topics:(korean-peninsula OR russia-dprk) OR Kore* OR Corée OR 북한 OR 한국",
    },
    {"id": "war", "name": "Russia and Ukraine", "query": "topics:(ukraine-war OR russia-china) OR (Ukrain* AND Russ*)"},
]


@pytest.fixture(scope="module")
def pages():
    if not (PAGES / "truth.json").exists():
        missing("shared", "there are no real pages beside this checkout")
    return json.loads((PAGES / "truth.json").read_text(encoding="utf-8"))


def plain(url: str) -> str:
    """The page's address without TLS: the test's proxy speaks plain HTTP."""
    return "http" + url.removeprefix("https").removeprefix("http")


def site_of(pages) -> tuple[dict, list[dict]]:
    """What to serve, and the feeds that lead there: one a host."""
    site, by_host = {}, defaultdict(list)
    for page in pages:
        parts = urlsplit(page["url"])
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        html = gzip.decompress((PAGES / "html" / f"{page['id']}.html.gz").read_bytes())
        site[(parts.hostname, path)] = Reply(html, "text/html; charset=utf-8")
        by_host[parts.hostname].append(page)
    feeds = []
    for host, found in by_host.items():
        site[(host, "/feed-of-the-test.xml")] = Reply(rss(host, found), "application/rss+xml; charset=utf-8")
        languages = {p["language"] for p in found}
        feed = {
            "id": host.replace(".", "-"),
            "name": host,
            "url": f"http://{host}/feed-of-the-test.xml",
            "outlet": host,
        }
        feeds.append(feed | ({"language": languages.pop()} if len(languages) == 1 else {}))
    return site, feeds


def rss(host: str, pages) -> bytes:
    items = []
    for page in pages:
        date = page["date"] and datetime.fromisoformat(page["date"].replace("Z", "+00:00"))
        items.append(
            f"<item><link>{escape(plain(page['url']))}</link>"
            + (f"<title>{escape(page['title'])}</title>" if page["title"] else "")
            + (f"<pubDate>{format_datetime(date.astimezone())}</pubDate>" if date else "")
            + (f"<description>{escape(page['summary'])}</description>" if page["summary"] else "")
            + "</item>"
        )
    text = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{host}</title>{"".join(items)}</channel></rss>'
    return text.encode()


def test_real_pages_go_the_whole_way(pages, tmp_path, elasticsearch, es_prefix):
    site, feeds = site_of(pages)
    config = desk.make_config(tmp_path / "config", ())
    yaml = YAML()
    yaml.dump({"feeds": feeds}, config / "feeds.yaml")
    rules = [{**r, "recipients": ["desk@example.org"], "every": "immediately"} for r in RULES]
    yaml.dump({"rules": rules}, config / "alerts.yaml")
    mail = MailServer().start()
    with WebServer(site) as web:
        patient = {"timeout_seconds": 20, "total_seconds": 40}
        index = elasticsearch.settings(es_prefix)
        settings = desk.settings(config, web.proxy_url, mail.port, index=index, fetch=patient)
        with Workspace(settings) as ws:
            ws.index.setup()
            outcomes = []
            begun = time.monotonic()
            runs = pipeline.run_once(ws, outcomes.append)
            seconds = time.monotonic() - begun
            ws.index.refresh()
            tell(ws, runs, outcomes, seconds)
            hits = desk.every_hit(ws)
            found = {query: ws.index.search(SearchRequest(query=parse(query))).total for query in SEARCHES}
            told = desk.told_rows(ws)
            articles = desk.article_rows(ws)
    mail.stop()
    for run in runs:
        assert run.accounted
    wanted = {plain(p["url"]) for p in pages}
    assert len(articles) >= len(wanted) - 2
    elsewhere = [a for a in articles if a["state"] not in ("indexed", "refused")]
    assert elsewhere == [], desk.dump([{k: a[k] for k in ("url", "state", "reason")} for a in elsewhere])
    read = [h for h in hits if h.source["extraction"]["status"] in ("full", "teaser")]
    assert len(read) >= 0.93 * len(pages)
    assert all(found.values()), found
    assert told
    assert len(mail.mailbox.delivered) == len({t["mail_id"] for t in told})


def tell(ws: Workspace, runs, outcomes, seconds: float) -> None:
    """The figures, for whoever reads the test's output."""
    from rich.console import Console

    console = Console(width=140)
    console.print(stage_table(runs))
    indexed = runs[2].claimed
    console.print(f"{indexed} articles in {seconds:.1f} s: {indexed / seconds:.1f} a second, all stages")
    for (stage, name, detail), n in Counter(
        (o.stage.value, o.name, o.detail[:160]) for o in outcomes if not o.ok or (o.detail and o.name != "new")
    ).most_common(40):
        console.print(f"  {n:4} {stage} {name} {detail}", markup=False)
    for query in SEARCHES:
        page = ws.index.search(SearchRequest(query=parse(query), size=3))
        console.print(f"{page.total:4}  {query}", markup=False)
        for hit in page.hits:
            console.print(f"        {hit.source['language']['code']} {hit.source['title'][:90]}", markup=False)
    matches = Counter(m["rule_id"] for m in desk.match_rows(ws))
    console.print(f"alert rules: {dict(matches)}", markup=False)
