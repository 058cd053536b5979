"""Pages in the states that a demo has not: errors, nothing at all, every trouble, hostile and endless titles, 300 outlets.

VEILLE_SCREENSHOTS=folder keeps a picture of each.
"""

import os
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from ingest.ledger import desk as people
from ingest.web.app import create_app
from tests.fakes.newsdesk import PIECE_STATES, Piece, key_of, make_eventful, opened, publish, spoil, write_config
from tests.servers import chromium

pytestmark = pytest.mark.slow
SCREENSHOTS = os.environ.get("VEILLE_SCREENSHOTS")
LONG = {
    "ko": "러시아크렘린궁북한에대한군사원조가능성확인이천이십사년조약에따라필요하다면언제든지제공할수있다고발표" * 3,
    "ru": "Достопримечательнейшее высокопревосходительствующее человеконенавистничество " * 5,
    "ar": "الكرملين يؤكد إمكانية تقديم مساعدة عسكرية لكوريا الشمالية بموجب معاهدة عام ألفين وأربعة وعشرين " * 4,
    "en": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung" * 5,
}
HOSTILE = '<img src=x onerror=alert(1)> "quoted" & </title><script>alert(2)</script> {{ 7*7 }} \u202egnp.exe'


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Iterator[tuple[str, str]]:
    """Address and session of a desk with all of it."""
    with opened(write_config(tmp_path_factory.mktemp("states"))) as ws:
        wide = [Piece(f"w{n}", f"Le sommet vu par le média {n}", "Le texte. " * 20, f"outlet-{n}", "fr", "FR", "wide", "wide", n,
                      ("korea",)) for n in range(300)]  # fmt: skip
        long = [Piece(f"long-{code}", title, title, "ilbo", code, "KR", minutes=5) for code, title in LONG.items()]
        publish(ws, [*wide, *long, Piece("hostile", HOSTILE, HOSTILE, url="javascript:alert(3)", minutes=3)])
        make_eventful(ws, "gazette", "courier", "ilbo")
        spoil(ws)
        with ws.ledger.begin() as c:
            people.put_user(c, "a-reader-with-a-rather-long-name@embassy.example", "admin", None, ws.clock())
            secret = people.open_session(
                c, "a-reader-with-a-rather-long-name@embassy.example", ws.clock(), ws.clock() + timedelta(days=1)
            )
            for n in range(40):
                people.add_note(c, key_of("wide"), "a-reader", f"note {n} <b>bold</b>", ws.clock())
        server = uvicorn.Server(uvicorn.Config(create_app(ws, "k"), host="127.0.0.1", port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", secret
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.running() as found:
        yield found


STATES = {
    "inbox": "/?days=30", "inbox-nothing": "/?view=kept", "inbox-error": "/?q=a+AND+(", "search-nothing": "/search?q=nosuchword",
    "search-error": "/search?q=title:(a+AND+", "search-refused": "/search?from=tomorrow", "story-300": f"/story/{key_of('wide')}",
    "story-korean": f"/story/{key_of('long-ko')}", "article-arabic": f"/article/{key_of('long-ar')}",
    "story-hostile": f"/story/{key_of('hostile')}", "article-hostile": f"/article/{key_of('hostile')}", "not-there": "/story/nosuch",
    "why-unknown": "/why?u=https://gazette.example/unseen", "article-refused": f"/article/{key_of('s-robots')}",
    "article-late": f"/article/{key_of('s-late')}", "feeds": "/feeds", "feed-gap-and-hub": "/feeds/gazette",
    "feed-quarantined": "/feeds/courier", "feed-ended": "/feeds/ilbo", "status": "/status", "board-empty": "/dashboards/peninsula?days=1",
    "login": "/login",
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("phone", {"viewport": {"width": 360, "height": 780}, "color_scheme": "dark", "locale": "fr"}),
        pytest.param("wide", {"viewport": {"width": 1280, "height": 860}, "locale": "en"}, marks=pytest.mark.nightly),
    ],
)
def test_every_state_is_sound(browser, desk, name, how):
    """Nothing wider than the window, nothing run, nothing serious for axe."""
    base, secret = desk
    context = browser.new_context(**how)
    context.add_cookies([{"name": "veille_session", "value": secret, "url": base}])
    page, complaints = context.new_page(), list[str]()
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.on("dialog", lambda d: complaints.append(d.message))
    found = {}
    for state, path in STATES.items():
        page.goto(base + path)
        if SCREENSHOTS:
            page.screenshot(path=str(Path(SCREENSHOTS) / f"state-{state}-{name}.png"))
        wrong = [f"{v['id']}: {v['nodes'][0]['html'][:150]}" for v in Axe().run(page).response["violations"]
                 if v["impact"] in ("serious", "critical")]  # fmt: skip
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1"):
            wrong.append("wider than the window")
        if wrong:
            found[state] = wrong
    context.close()
    assert found == {}
    assert complaints == []
    assert set(PIECE_STATES) >= {"s-robots", "s-late"}
