"""How feeds and backlog stand, as documents that Kibana shows."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import IndexUnavailable
from ingest.index.counts import Count
from ingest.index.document import Document
from ingest.index.fields import RUNS
from ingest.index.protocol import SearchRequest, WriteResult
from ingest.index.schema import DocumentKind
from ingest.index.values import flatten
from ingest.ledger import articles, runs
from ingest.model import Health
from ingest.operations.export import publish_all
from ingest.operations.rebuild import rebuild
from ingest.operations.state_document import EVERY, document_id, publish_state, state_document
from ingest.outcome import Stage, StageRun
from ingest.settings import load_settings
from ingest.web.boards import BoardPeriod, BoardWords, dashboards, draw, request_of
from ingest.web.desk import Desk
from ingest.workspace import Workspace
from tests.fakes.newsdesk import NOW, Piece, make_eventful, publish, spoil, write_config


class Clock:
    """Stands still until it is put on."""

    now = NOW

    def __call__(self) -> Any:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ws(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with Workspace(load_settings(write_config(tmp_path)), clock=clock) as ws:
        ws.index.setup()
        yield ws


def written(ws: Workspace) -> dict[str, Any]:
    return ws.index.get(document_id(ws.clock()), DocumentKind.RUNS) or {}


def a_run(ws: Workspace, stage: Stage = Stage.POLL) -> None:
    runs.record(ws.ledger, StageRun(stage, ws.clock() - timedelta(seconds=3), ended_at=ws.clock()))


def test_it_says_what_the_desk_shows(ws: Workspace) -> None:
    publish(ws, [Piece("aid", "Kremlin confirms aid", minutes=30)])
    make_eventful(ws, "gazette", "courier", "ilbo")
    spoil(ws)
    assert publish_state(ws) == 1
    drawn = draw(Desk(ws), dashboards()["pipeline"], 1, BoardWords({}))
    shown = {d.panel.kind: {row.keys[0]: int(row.value) for row in d.rows} for d in drawn}
    source = written(ws)
    assert {Health[name.upper()].value: n for name, n in source["feeds"].items() if n} == shown["feeds"]
    assert len(shown["feeds"]) > 2
    oldest = source["backlog"].pop("oldest_seconds")
    assert source["backlog"] == shown["backlog"]
    assert set(source["backlog"]) == set(articles.STATES)
    assert oldest == 300.0


def test_figures_of_nothing_are_zero_and_every_field_is_known() -> None:
    document = state_document(NOW, {}, {}, None)
    assert flatten(document.source, RUNS), "an unknown field is refused"
    figures = [*document.source["feeds"].values(), *document.source["backlog"].values()]
    assert figures == [0] * (len(Health) + len(articles.STATES) + 1)
    assert "stage" not in document.source


def test_one_is_written_every_quarter_of_an_hour(ws: Workspace, clock: Clock) -> None:
    assert [publish_state(ws) for _ in range(3)] == [1, 0, 0]
    clock.now = NOW + EVERY
    assert [publish_state(ws) for _ in range(2)] == [1, 0]
    assert ws.index.count(DocumentKind.RUNS) == 2


def test_two_workers_write_one_document(ws: Workspace) -> None:
    publish_state(ws)
    with ws.ledger.begin() as c:
        runs.set_meta(c, "published_state", "as the other saw it")
    assert publish_state(ws) == 1
    assert ws.index.count(DocumentKind.RUNS) == 1


@pytest.mark.parametrize("trouble", ["away", "refuses"])
def test_what_the_index_did_not_take_is_tried_again(
    ws: Workspace, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    def write(docs: list[Document], into: DocumentKind) -> list[WriteResult]:
        if trouble == "away":
            raise IndexUnavailable("away")
        return [WriteResult(doc.id, False, "no such field") for doc in docs]

    with monkeypatch.context() as broken:
        broken.setattr(ws.index, "write", write)
        assert publish_state(ws) == 0
    assert publish_state(ws) == 1


def test_feeds_that_cannot_be_read_are_not_said_to_be_none(tmp_path: Path, clock: Clock) -> None:
    config = write_config(tmp_path, feeds="feeds: [")
    with Workspace(load_settings(config), clock=clock) as ws:
        ws.index.setup()
        assert publish_state(ws) == 1
        assert "feeds" not in written(ws)
        assert written(ws)["backlog"]["failed"] == 0


def test_panels_of_runs_count_runs(ws: Workspace) -> None:
    a_run(ws)
    assert publish_all(ws) == 2
    board = dashboards()["pipeline"]
    span = BoardPeriod(NOW - timedelta(days=1), NOW + timedelta(minutes=1))
    panels = {panel.id: panel for panel in board.panels}
    request, kind = request_of(panels["runs"], board, span)
    assert ws.index.counts(request, [Count()], kind)[0] == 1
    everything = SearchRequest(since=span.since, until=span.until)
    total, [by_stage] = ws.index.counts(everything, [Count(("stage",))], DocumentKind.RUNS)
    assert (total, [(b.keys, b.value) for b in by_stage]) == (2, [(("poll",), 1.0)])


def test_a_rebuild_takes_them_over_and_doubles_no_run(ws: Workspace) -> None:
    a_run(ws)
    publish_all(ws)
    before = written(ws)
    result = rebuild(ws, DocumentKind.RUNS, lambda done, total: None)
    assert (result.documents, result.problems, result.waits) == (2, (), ())
    assert written(ws) == before
