"""What each route lets whom do, read from the table of routes: a new one is in these tests by itself."""

import time

import pytest
from anyio import to_thread
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from ingest.ledger import desk as people
from ingest.settings import WebSettings
from ingest.web import passwords
from ingest.web.app import create_app
from tests.fakes.newsdesk import NOW, key_of
from tests.unit.web.conftest import Browser

STORY = key_of("wire")
OPEN = {"/login", "/start/{key}", "/healthz", "/unsubscribe/{token}", "/websub/{callback}", "/appearance"}
"""Need no account: a password, a signature or nothing to protect."""
ADMINS = {"/people", "/people/{name}/lock"}
FOR_READERS = {
    "/seen", "/story/{id}/{action}", "/account/password", "/account/tokens", "/account/tokens/{id}/drop", "/logout",
    "/rules/check", "/rules/backtest",
}  # fmt: skip
"""What readers may send: their own marks and account, and what changes nothing."""
BY_TOKEN = {"/rules/check", "/rules/backtest"}
FILLED = {
    "{action}": "note", "{id}": STORY, "{key}": key_of("aide"), "{name}": "overview", "{kind}": "csv", "{token}": "x",
    "{callback}": "x",
}  # fmt: skip


def routes(app, method):
    return sorted({r.path for r in app.routes if isinstance(r, APIRoute) and method in r.methods})


def filled(path):
    for blank, value in FILLED.items():
        path = path.replace(blank, value)
    return path


def stored(ws):
    """Everything that a change could change: configuration, and the ledger but for who looked and when."""
    config = {f.name: f.read_bytes() for f in ws.settings.config_dir.iterdir()}
    with ws.ledger.read() as c:
        names = [r[0] for r in c.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = {
            n: c.exec_driver_sql(f'SELECT * FROM "{n}"').all()
            for n in names
            if not n.startswith(("index_", "desk_read"))
        }
    return config, kept


def test_every_reading_wants_somebody(app, reader):
    for path in set(routes(app, "GET")) - OPEN:
        with Browser(app, base_url="http://127.0.0.1") as stranger:
            answer = stranger.get(filled(path), follow_redirects=False)
        assert answer.status_code in (303, 401), path
        assert answer.headers.get("location", "/login").startswith("/login"), path
        code = reader.get(filled(path), follow_redirects=False).status_code
        assert code == 403 if path in ADMINS else code not in (403, 500), path


def test_a_reader_changes_nothing_by_reading(app, reader, ws):
    config, before = stored(ws)
    for path in set(routes(app, "GET")) - OPEN:  # a link of a mail has its signing key made at the first look
        reader.get(filled(path), follow_redirects=False)
    files, after = stored(ws)
    assert files == config
    assert [name for name in after if after[name] != before.get(name)] == []


def test_a_reader_may_send_only_what_is_his(app, reader, ws):
    sent = set(routes(app, "POST"))
    assert sent >= FOR_READERS
    before = stored(ws)
    for path in sent - OPEN - FOR_READERS:
        file = {"file": ("a", b"x")} if "import" in path else None
        answer = reader.post(
            filled(path), data={"csrf": reader.csrf, "url": "https://a.example", "name": "x", "id": "x"}, files=file
        )
        assert answer.status_code == 403, path
    assert stored(ws) == before


def test_a_token_that_reads_sends_nothing_and_no_token_makes_another(app, ws):
    with ws.ledger.begin() as c:
        tokens = {
            scopes: people.add_token(c, "admin", "x", scopes, NOW, None) for scopes in (("read",), ("read", "marks"))
        }
    with Browser(app, base_url="http://127.0.0.1") as program:
        for scopes, token in tokens.items():
            bearer = {"authorization": f"Bearer {token}"}
            paths = set(routes(app, "POST")) - OPEN - BY_TOKEN
            for path in paths if scopes == ("read",) else [p for p in paths if p.startswith(("/account", "/people"))]:
                form = {"url": "https://a.example", "name": "x", "id": "x", "label": "x", "new": "a long enough one"}
                file = {"file": ("a", b"x")} if "import" in path else None
                assert program.post(filled(path), data=form, files=file, headers=bearer).status_code == 403, (
                    path,
                    scopes,
                )


def test_no_other_method_is_answered(app, admin):
    for path in {*routes(app, "GET"), *routes(app, "POST")}:
        for method in ("PUT", "PATCH", "DELETE"):
            assert admin.request(method, filled(path)).status_code == 405, (method, path)


def test_made_up_tokens_are_no_way_around_the_limit(ws):
    ws.settings = ws.settings.model_copy(update={"web": WebSettings(requests_a_minute=10)})
    with Browser(create_app(ws, "k"), base_url="http://127.0.0.1") as b:
        codes = [b.get("/login", headers={"authorization": f"Bearer veille_{n}"}).status_code for n in range(12)]
    assert (codes[0], codes[-1]) == (200, 429)


def test_a_session_begins_anew_and_ends_for_good(app, ws):
    with ws.ledger.begin() as c:
        people.put_user(c, "ada", "reader", passwords.hashed("a long enough one"), NOW)
    login = {"name": "ada", "password": "a long enough one"}
    with Browser(app, base_url="http://127.0.0.1") as b:
        planted = {"cookie": "veille_session=planted-by-another"}  # session fixation
        b.post("/login", data=login, headers=planted, follow_redirects=False)
        secret = b.cookies["veille_session"]
        assert secret != "planted-by-another"
    with Browser(app, base_url="http://127.0.0.1", cookies={"veille_session": "planted-by-another"}) as other:
        assert other.get("/", follow_redirects=False).status_code == 303
    with Browser(app, base_url="http://127.0.0.1", cookies={"veille_session": secret}) as again:
        csrf = again.get("/account").text.split('name="csrf" value="')[1].split('"')[0]
        assert again.post("/logout", data={"csrf": csrf}, follow_redirects=False).status_code == 303
    with Browser(app, base_url="http://127.0.0.1", cookies={"veille_session": secret}) as stolen:
        assert stolen.get("/", follow_redirects=False).status_code == 303


def test_a_name_that_is_none_takes_as_long_as_a_wrong_password():
    kept = passwords.hashed("a long enough one")

    def spent(stored):
        begun = time.process_time()
        assert not passwords.fits(stored, "wrong")
        return time.process_time() - begun

    known, unknown = (min(spent(stored) for _ in range(3)) for stored in (kept, None))
    assert 0.5 < known / unknown < 2


@pytest.mark.parametrize(
    "path", ["/", "/search?q=Kremlin", f"/story/{STORY}", "/rules/aid", "/account", "/dashboards/overview"]
)
def test_no_page_needs_what_the_policy_forbids(reader, path):
    html = reader.get(path).text
    assert " style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html
    assert "javascript:" not in html
    assert "<script>" not in html
    assert '<img src="http' not in html


def test_pages_that_are_answered_at_a_time_never_want_more_connections_than_there_are(app):
    """Each may hold one and ask for another."""
    with TestClient(app, base_url="http://127.0.0.1") as client:
        threads = client.portal.call(lambda: to_thread.current_default_thread_limiter().total_tokens)
    pool = app.state.desk.ledger.engine.pool
    assert 2 * threads <= pool.size() + pool._max_overflow
