"""What every scene between outlets has in common."""

import pytest

from tests.fakes.reading import ReadsHere


@pytest.fixture(autouse=True)
def reads_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may do what to whom is decided elsewhere: starting reading processes was most of a scene's time."""
    monkeypatch.setattr("ingest.stages.index.ReadingPool", ReadsHere)
