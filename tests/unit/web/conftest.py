"""A desk with a few articles, an account for each role, and browsers to ask it with."""

import shutil
from collections.abc import Iterator
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from ingest.ledger import desk as people
from ingest.web.app import create_app
from tests.fakes.newsdesk import Piece, opened, publish, write_config

PIECES = [
    Piece("aide", "Le Kremlin confirme une aide militaire", "Moscou dit être prêt.\nLe traité de 2024 le permet.",
          story="wire", event="aid", minutes=90, topics=("korea",)),
    Piece("copie", "Le Kremlin confirme une aide", "Moscou dit être prêt.\nLe traité de 2024 le permet, dit-on à Moscou.",
          outlet="courier", country="GB", story="wire", event="aid", minutes=60, topics=("korea",)),
    Piece("aid", "Kremlin confirms aid", "Moscow says it is ready.", outlet="courier", language="en", country="GB",
          event="aid", minutes=30, topics=("korea",)),
    Piece("weather", "Rain in Seoul", "It rained.", outlet="ilbo", language="en", country="KR", minutes=600),
    Piece("hostile", '<img src=x onerror=alert(1)> "quoted" & </title><script>alert(2)</script>', "<b>bold</b> {{ 7*7 }}",
          url="javascript:alert(3)", minutes=700, outlet="ilbo", country="KR"),
]  # fmt: skip


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """Made once: each test gets a copy."""
    folder = tmp_path_factory.mktemp("desk")
    with opened(write_config(folder)) as ws:
        publish(ws, PIECES)
        with ws.ledger.begin() as c:
            for role in people.ROLES:
                people.put_user(c, role, role, None, ws.clock())
    return folder


@pytest.fixture
def ws(installation, tmp_path):
    shutil.copytree(installation, tmp_path, dirs_exist_ok=True)
    with opened(write_config(tmp_path)) as ws:
        yield ws


@pytest.fixture
def app(ws):
    return create_app(ws, "start-key")


class Browser(TestClient):
    """A browser that is signed in, and sends what its forms would."""

    csrf = ""

    def submit(self, path: str, **fields: object):
        return self.post(path, data={"csrf": self.csrf, **fields}, follow_redirects=False)


def browser(app, role: str) -> Browser:
    """Signed in with that role."""
    found = Browser(app, base_url="http://127.0.0.1")
    desk = app.state.desk
    with desk.ledger.begin() as c:
        secret = people.open_session(c, role, desk.clock(), desk.clock() + timedelta(days=1))
        found.csrf = people.session(c, secret, desk.clock())[0].csrf
    found.cookies.set("veille_session", secret)
    return found


@pytest.fixture
def reader(app) -> Iterator[Browser]:
    with browser(app, "reader") as found:
        yield found


@pytest.fixture
def editor(app) -> Iterator[Browser]:
    with browser(app, "editor") as found:
        yield found


@pytest.fixture
def admin(app) -> Iterator[Browser]:
    with browser(app, "admin") as found:
        yield found
