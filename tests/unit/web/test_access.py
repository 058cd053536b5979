"""Signing in by a proxy, and that no change can be made without right, form token and a line in the audit."""

import pytest
from fastapi.routing import APIRoute
from typer.testing import CliRunner

from ingest.cli.users import app as users_command
from ingest.ledger import desk as people
from ingest.settings import WebSettings
from ingest.web import passwords
from ingest.web.app import create_app
from tests.fakes.newsdesk import NOW, key_of
from tests.unit.web.conftest import Browser

STORY = key_of("wire")
OPEN = {"/login", "/appearance", "/unsubscribe/{token}", "/websub/{callback}"}
"""Changes that need no session: they have a password, change nothing but this browser's looks, or are signed."""


def behind_proxy(ws, **more):
    web = WebSettings(trusted_header="X-Forwarded-User", trusted_proxies=("10.0.0.2",), **more)
    ws.settings = ws.settings.model_copy(update={"web": web})
    return Browser(create_app(ws, "start-key"), base_url="http://127.0.0.1", client=("10.0.0.2", 1))


def as_user(name):
    return {"x-forwarded-user": name}


def token_in(html):
    return html.partition('name="csrf" value="')[2].partition('"')[0]


def test_somebody_new_gets_the_role_of_the_settings_and_an_account_its_own(ws):
    with behind_proxy(ws, trusted_role="reader") as proxied:
        assert proxied.get("/people", headers=as_user("grace")).status_code == 403
        assert proxied.get("/people", headers=as_user("admin")).status_code == 200
    with behind_proxy(ws, trusted_role="editor") as proxied, ws.ledger.begin() as c:
        people.disable_user(c, "grace", NOW)
    with behind_proxy(ws) as proxied:
        answer = proxied.get("/", headers=as_user("grace"), follow_redirects=False)
        assert (answer.status_code, answer.headers["location"][:6]) == (303, "/login")


def test_without_the_setting_the_header_says_nothing(ws, app):
    with Browser(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1)) as found:
        assert found.get("/", headers=as_user("admin"), follow_redirects=False).status_code == 303


@pytest.mark.parametrize("name", ["", " ", "x" * 101])
def test_a_name_that_is_none_signs_nobody_in(ws, name):
    with behind_proxy(ws) as proxied:
        assert proxied.get("/", headers=as_user(name), follow_redirects=False).status_code == 303


def test_a_form_needs_its_token_behind_a_proxy_too(ws):
    """The proxy adds the header to whatever a browser sends: without the token another site's form would be obeyed."""
    path = f"/story/{STORY}/note"
    with behind_proxy(ws) as proxied:
        token = token_in(proxied.get(f"/story/{STORY}", headers=as_user("grace")).text)
        others = token_in(proxied.get(f"/story/{STORY}", headers=as_user("ada")).text)
        assert token
        assert token != others
        for given, code in (("", 403), (others, 403), ("é", 403), (token, 303)):
            answer = proxied.post(
                path, data={"csrf": given, "text": "x"}, headers=as_user("grace"), follow_redirects=False
            )
            assert answer.status_code == code
    with ws.ledger.read() as c:
        assert (people.audit_lines(c)[0].user_name, people.audit_lines(c)[0].action) == ("grace", "note")


def test_an_address_behind_the_proxy_has_its_own_limit(ws):
    """And whoever is no proxy cannot choose an address to have a fresh one."""
    with behind_proxy(ws, requests_a_minute=10) as proxied:

        def codes(client, n):
            return [proxied.get("/login", headers={"x-forwarded-for": client}).status_code for _ in range(n)]

        assert codes("192.0.2.1", 11)[-1] == 429
        assert codes("192.0.2.2", 1) == [200]
        assert codes("203.0.113.9, 192.0.2.1", 1) == [429]  # what the client wrote itself does not count
    web = ws.settings.web
    with Browser(create_app(ws, "k"), base_url="http://127.0.0.1", client=("198.51.100.7", 1)) as direct:
        forged = [direct.get("/login", headers={"x-forwarded-for": f"192.0.2.{n}"}).status_code for n in range(12)]
        assert (web.requests_a_minute, forged[-1]) == (10, 429)


def changing(app):
    routes = [r for r in app.routes if isinstance(r, APIRoute) and r.methods & {"POST", "PUT", "PATCH", "DELETE"}]
    return sorted({r.path for r in routes} - OPEN)


def filled(path):
    return path.replace("{action}", "note").replace("{name}", "x").replace("{id}", STORY)


def test_every_change_wants_somebody_and_his_token(app, admin):
    paths = changing(app)
    assert len(paths) > 10
    for path in paths:
        with Browser(app, base_url="http://127.0.0.1") as stranger:
            answer = stranger.post(filled(path), data={"x": "y"}, follow_redirects=False)
            assert answer.status_code in (303, 401), path
            assert answer.headers.get("location", "/login").startswith("/login"), path
        if path in ("/rules/check", "/rules/backtest"):
            continue  # they answer, and change nothing
        full = {"url": "https://a.example", "text": "x", "label": "x", "name": "x", "role": "reader", "id": "x"}
        answer = admin.post(filled(path), data=full, files={"file": ("a", b"x")} if "import" in path else None)
        assert answer.status_code == 403, path


def test_every_kind_of_change_is_in_the_audit(admin, ws):
    rule = {"name": "Rain", "query": "rain", "recipients": "desk", "every": "immediately", "enabled": "1"}
    admin.submit("/rules", id="rain", was="", **rule)
    admin.submit("/rules", id="rain", was="rain", **{**rule, "query": "snow"})
    admin.submit("/rules/rain/remove")
    admin.submit("/feeds/add", url="https://new.example/rss", name="New")
    admin.submit("/feeds/packs", name="dprk")
    admin.submit("/feeds/gazette/remove")
    admin.submit("/people", name="grace", role="editor", password="long enough for us")
    admin.submit("/people/grace/lock")
    admin.submit("/account/tokens", label="zotero")
    with ws.ledger.read() as c:
        token = people.tokens_of(c, "admin")[0].id
    admin.submit(f"/account/tokens/{token}/drop")
    for action in ("acknowledge", "assign", "note"):
        admin.submit(f"/story/{STORY}/{action}", text="x", to="")
    with ws.ledger.read() as c:
        lines = [(line.user_name, line.action) for line in reversed(people.audit_lines(c))]
    assert lines == [("admin", action) for action in (
        "rule-add", "rule-change", "rule-remove", "feed-add", "feeds-pack", "feed-remove", "account", "account-lock", "token-add",
        "token-drop", "acknowledge", "assign", "note",
    )]  # fmt: skip


def test_accounts_made_on_the_command_line_are_in_the_audit(ws):
    config = ["--config", str(ws.settings.config_dir)]
    run = CliRunner().invoke(
        users_command, ["add", "grace", "--role", "editor", *config], input="a long secret\na long secret\n"
    )
    assert run.exit_code == 0, run.output
    assert CliRunner().invoke(users_command, ["lock", "grace", *config]).exit_code == 0
    with ws.ledger.read() as c:
        assert [line.action for line in people.audit_lines(c)] == ["account-lock", "account"]


def test_passwords_are_kept_as_argon2id_and_the_desk_listens_here_only():
    assert passwords.hashed("a long enough one").startswith("$argon2id$")
    assert WebSettings().host == "127.0.0.1"


@pytest.mark.parametrize("path", ["/start/é", "/start/%00", "/unsubscribe/é.é"])
def test_strange_letters_in_a_key_are_just_wrong(app, path):
    with Browser(app, base_url="http://127.0.0.1") as stranger:
        assert stranger.get(path).status_code == 404
