"""The index stage, stopped at every single statement, commit and write in turn: nothing lost, nothing twice."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, insert

from ingest.index.open import open_index
from ingest.index.protocol import SearchRequest
from ingest.ledger.store import open_ledger
from ingest.ledger.tables.articles import articles
from ingest.settings import load_settings
from ingest.stages import index as stage
from ingest.workspace import Workspace
from tests.e2e import desk
from tests.fakes.reading import ReadsHere

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)
WIRE = (
    "La Russie est prête à apporter une aide militaire à la Corée du Nord « en cas de nécessité », a fait savoir lundi la "
    "présidence russe, au lendemain de la reconnaissance par Pyongyang de l'envoi de soldats dans la région de Koursk. "
)
PIECES = {
    "a": ("Aide militaire russe à la Corée du Nord", WIRE),
    "b": ("Moscou prêt à aider Pyongyang", WIRE + " Avec agence."),
    "c": (
        "Le marché de Roanne rouvre",
        "Le marché couvert de Roanne rouvre samedi après deux ans de travaux, dit la ville.",
    ),
}


class Killed(BaseException):
    """The worker is gone: nothing of ours may catch this."""


class Doom:
    """Kills at the nth thing that happens: a statement, a commit, a write before and after."""

    def __init__(self, at: int) -> None:
        self.left = at
        self.armed = True

    def step(self, *_args, **_more) -> None:
        if self.armed:
            self.left -= 1
            if self.left == 0:
                self.armed = False
                raise Killed


class Watched:
    """An index whose writes are things that happen."""

    def __init__(self, index, doom: Doom) -> None:
        self._index, self._doom = index, doom

    def write(self, *args, **more):
        self._doom.step()
        answer = self._index.write(*args, **more)
        self._doom.step()
        return answer

    def __getattr__(self, name):
        return getattr(self._index, name)


@pytest.fixture
def in_process(monkeypatch):
    """Read here instead of in a pool: what is tested is what is recorded, a hundred times over."""
    monkeypatch.setattr(stage, "ReadingPool", ReadsHere)


def prepared(folder, config) -> Workspace:
    now = [NOW]
    ws = Workspace(load_settings(config, data_dir=folder), lambda: now[0])
    ws.now = now
    ws.__dict__["ledger"] = open_ledger(f"sqlite:///{folder}/ledger.sqlite")
    ws.__dict__["index"] = open_index(ws.settings.index, ws.ledger, ws.clock)
    ws.index.setup()
    with ws.ledger.begin() as c:
        for key, (title, text) in PIECES.items():
            url = f"https://{key}.example/x"
            facts = {"key": key * 32, "url": url, "original_url": url, "host": f"{key}.example", "feed_id": key}
            said = {"title": title, "content": text, "policy": "full", "state": "fetched", "first_seen_at": NOW}
            c.execute(insert(articles).values(**facts, **said))
    return ws


def run_and_check(ws: Workspace, doom: Doom) -> bool:
    """True if the run was killed before its end. Afterwards another worker finishes the work."""
    engine, index = ws.ledger.engine, ws.index
    ws.__dict__["index"] = Watched(index, doom)
    event.listen(engine, "before_cursor_execute", doom.step)
    event.listen(engine, "commit", doom.step)
    killed = False
    try:
        stage.index(ws, lambda _: None)
    except Killed:
        killed = True
    doom.armed = False
    ws.__dict__["index"] = index
    ws.now[0] += timedelta(hours=1)  # the dead worker's leases have run out
    ws.ledger.worker = "another"
    run = stage.index(ws, lambda _: None)
    assert run.accounted
    hits = index.search(SearchRequest(size=100, highlight=False)).hits
    assert sorted(h.id[0] for h in hits) == ["a", "b", "c"]
    rows = {r["key"][0]: r for r in desk.article_rows(ws)}
    assert {r["state"] for r in rows.values()} == {"indexed"}
    assert rows["a"]["story_id"] == rows["b"]["story_id"] != rows["c"]["story_id"]
    stories = {h.id[0]: h.source["story"] for h in hits}
    assert stories["a"]["outlets"] == stories["b"]["outlets"]
    assert len(stories["a"]["outlets"]) == 2
    return killed


@pytest.mark.parametrize("stride", [4, pytest.param(1, marks=pytest.mark.nightly)])
def test_a_kill_at_any_statement_loses_nothing(tmp_path, in_process, stride):
    config = desk.make_config(tmp_path / "config", ())
    kills = 0
    for at in range(1, 800, stride):
        ws = prepared(tmp_path / f"run-{at}", config)
        killed = run_and_check(ws, Doom(at))
        ws.close()
        if not killed:
            break
        kills += 1
    assert kills >= 30
