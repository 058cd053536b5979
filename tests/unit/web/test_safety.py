"""Who gets in, what they may do, and what is refused."""

from datetime import timedelta

import pytest

from ingest.alert.unsubscribe import Unsubscriber
from ingest.ledger import desk as people
from ingest.ledger import subscriptions
from ingest.settings import WebSettings
from ingest.web import passwords
from ingest.web.app import create_app
from ingest.web.limits import RateLimit
from tests.fakes.newsdesk import NOW, key_of
from tests.unit.web.conftest import Browser, browser

STORY = key_of("wire")


@pytest.fixture
def stranger(app):
    with Browser(app, base_url="http://127.0.0.1") as found:
        yield found


def with_web(ws, **changes):
    ws.settings = ws.settings.model_copy(update={"web": WebSettings(**changes)})
    return create_app(ws, "start-key")


@pytest.mark.parametrize("path", ["/", "/search?q=x", f"/story/{STORY}", "/feeds", "/status", "/account", "/people"])
def test_strangers_are_led_to_the_form(stranger, path):
    answer = stranger.get(path, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=")


@pytest.mark.parametrize("path", ["/search.atom?q=x", "/search.csv"])
def test_programs_are_told_401(stranger, path):
    assert stranger.get(path).status_code == 401


def test_the_start_link_works_until_there_is_an_account(app, stranger, ws):
    assert stranger.get("/start/wrong").status_code == 404
    assert stranger.get("/start/start-key").status_code == 200
    assert stranger.get("/").status_code == 200
    with ws.ledger.begin() as c:
        people.put_user(c, "ada", "admin", passwords.hashed("a long enough one"), NOW)
    assert stranger.get("/start/start-key").status_code == 404


def test_a_password_opens_a_session_and_a_wrong_one_does_not(stranger, ws):
    with ws.ledger.begin() as c:
        people.put_user(c, "ada", "reader", passwords.hashed("a long enough one"), NOW)
    assert stranger.post("/login", data={"name": "ada", "password": "wrong"}).status_code == 401
    assert stranger.post("/login", data={"name": "nobody", "password": "wrong"}).status_code == 401
    answer = stranger.post("/login", data={"name": "ada", "password": "a long enough one"}, follow_redirects=False)
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert stranger.get("/").status_code == 200
    with ws.ledger.begin() as c:
        people.disable_user(c, "ada", NOW)
    assert stranger.get("/", follow_redirects=False).status_code == 303


def test_guessing_passwords_is_slow(stranger):
    codes = [stranger.post("/login", data={"name": "guessed", "password": f"{n}"}).status_code for n in range(12)]
    assert codes[0] == 401
    assert codes[-1] == 429


@pytest.mark.parametrize("next_page", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(stranger, next_page):
    assert 'name="next" value="/"' in stranger.get("/login", params={"next": next_page}).text


@pytest.mark.parametrize("path", [f"/story/{STORY}/mute", "/seen", "/logout", "/account/tokens"])
def test_a_form_of_another_site_is_refused(reader, path):
    assert reader.post(path, data={"label": "x"}).status_code == 403  # without the form's token
    evil = {"sec-fetch-site": "cross-site"}
    assert reader.post(path, data={"csrf": reader.csrf, "label": "x"}, headers=evil).status_code == 403
    evil = {"origin": "https://evil.example"}
    assert reader.post(path, data={"csrf": reader.csrf, "label": "x"}, headers=evil).status_code == 403


def test_roles(reader, editor, admin):
    assert reader.submit("/feeds/gazette/remove").status_code == 403
    assert editor.submit("/feeds/gazette/remove").status_code == 303
    assert editor.get("/people").status_code == 403
    assert admin.get("/people").status_code == 200
    assert editor.submit("/people", name="me", role="admin").status_code == 403
    assert admin.submit("/people", name="grace", role="reader", password="short").status_code == 422


def test_every_change_is_in_the_audit(editor, admin, ws):
    editor.submit("/feeds/gazette/remove")
    editor.submit(f"/story/{STORY}/note", text="seen")
    with ws.ledger.read() as c:
        lines = [(line.user_name, line.action) for line in people.audit_lines(c)]
    assert lines[:2] == [("editor", "note"), ("editor", "feed-remove")]
    assert "feed-remove" in admin.get("/people").text


def test_every_answer_has_the_headers(reader, stranger):
    for answer in (reader.get("/"), stranger.get("/login"), reader.get("/nosuch"), reader.get("/static/desk.css")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"


def test_a_name_that_is_not_ours_is_refused(reader):
    """DNS rebinding: a page of evil.example that resolves to 127.0.0.1."""
    assert reader.get("/", headers={"host": "evil.example"}).status_code == 421
    assert reader.get("/", headers={"host": "127.0.0.1:8800"}).status_code == 200


def test_what_is_too_large_is_not_read(reader):
    assert reader.post("/feeds/import", content=b"x" * 5_000_000).status_code == 413


def test_a_token_reads_but_does_not_change(reader, app, stranger):
    made = reader.submit("/account/tokens", label="zotero").text
    token = made.split("veille_")[1].split("<")[0]
    bearer = {"authorization": f"Bearer veille_{token}"}
    assert stranger.get("/search.atom?q=Kremlin", headers=bearer).status_code == 200
    assert stranger.get("/search.csv", auth=("anything", f"veille_{token}")).status_code == 200
    assert stranger.get("/search.csv", auth=("anything", "veille_wrong")).status_code == 401
    assert stranger.post(f"/story/{STORY}/mute", headers=bearer).status_code == 403


def test_the_ledger_holds_no_secret_in_the_clear(ws, app):
    with browser(app, "reader") as b:
        cookie = b.cookies["veille_session"]
    with ws.ledger.begin() as c:
        token = people.add_token(c, "reader", "x", ["read"], NOW, None)
        held = str([c.exec_driver_sql(f"SELECT * FROM {t}").all() for t in ("desk_sessions", "desk_tokens")])
    assert cookie not in held
    assert token not in held


def test_a_proxys_header_is_believed_from_the_proxy_only(ws):
    app = with_web(ws, trusted_header="X-Forwarded-User", trusted_proxies=("10.0.0.0/8",))
    header = {"x-forwarded-user": "grace"}
    with Browser(app, base_url="http://127.0.0.1", client=("10.1.2.3", 1)) as proxied:
        assert proxied.get("/", headers=header).status_code == 200
        assert proxied.get("/people", headers=header).status_code == 403  # a reader
    with Browser(app, base_url="http://127.0.0.1", client=("192.0.2.9", 1)) as direct:
        assert direct.get("/", headers=header, follow_redirects=False).status_code == 303


def test_too_many_requests(ws):
    app = with_web(ws, requests_a_minute=10)
    with Browser(app, base_url="http://127.0.0.1") as b:
        codes = [b.get("/login").status_code for _ in range(12)]
    assert codes[:10] == [200] * 10
    assert codes[-1] == 429


def test_a_rate_limit_fills_again():
    limit = RateLimit(2)
    assert [limit.wait("a", NOW) for _ in range(2)] == [0.0, 0.0]
    assert limit.wait("a", NOW) == pytest.approx(30)
    assert limit.wait("b", NOW) == 0.0
    assert limit.wait("a", NOW + timedelta(seconds=31)) == 0.0


def test_the_health_check_needs_no_account(stranger):
    answer = stranger.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


@pytest.mark.parametrize("password", ["short", "aaaaaaaaaaaa", "grace-grace-1"])
def test_passwords_that_are_refused(password):
    assert passwords.complaint(password, "grace")


def unsubscribe_path(ws, reader="a@example.org", rules=("aid",)):
    link = Unsubscriber(subscriptions.signing_key(ws.ledger), "https://veille.example.org").link(reader, rules)
    return link.removeprefix("https://veille.example.org")


def off(ws):
    with ws.ledger.read() as c:
        return [(one.reader, one.rule_id, one.how) for one in subscriptions.all_of(c)]


def test_one_click_takes_a_reader_off_without_signing_in(stranger, ws):
    """As RFC 8058 has a mail program do it: a POST with one field, no cookies, from wherever."""
    path = unsubscribe_path(ws)
    page = stranger.get(path)
    assert page.status_code == 200
    assert "a@example.org" in page.text
    assert off(ws) == []  # mail scanners follow links
    elsewhere = {"origin": "https://mail.example", "sec-fetch-site": "cross-site"}
    for _ in range(2):
        answer = stranger.post(path, data={"List-Unsubscribe": "One-Click"}, headers=elsewhere)
        assert answer.status_code == 200
    assert off(ws) == [("a@example.org", "aid", "mail")]
    with ws.ledger.read() as c:
        assert people.audit_lines(c)[0].action == "unsubscribe"
    assert stranger.post(path, data={"again": "1"}).status_code == 200
    assert off(ws) == []


def test_a_link_that_we_did_not_sign_takes_nobody_off(stranger, ws):
    path = unsubscribe_path(ws)
    assert stranger.post(path[:-3] + "AAA").status_code == 404
    assert stranger.get("/unsubscribe/nonsense").status_code == 404
    assert off(ws) == []


def test_the_public_name_is_answered_to(ws):
    app = with_web(ws, public_url="https://veille.example.org/")
    with Browser(app, base_url="https://veille.example.org") as found:
        assert found.get(unsubscribe_path(ws)).status_code == 200
        assert found.get("/login", headers={"host": "other.example.org"}).status_code == 421
