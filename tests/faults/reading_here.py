"""Pages are read in this process: starting a pool of readers for each trial would be most of its time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from ingest.operations import rebuild as rebuilding
from ingest.stages import index as stage
from ingest.stages.read_article import Work, read_article
from ingest.workspace import Workspace
from tests.fakes.reading import ReadsHere


def read_here(ws: Workspace, _pool: Any, batch: Any) -> Any:
    topics, target = ws.settings.config_dir / "topics.yaml", ws.settings.archive_target
    return [read_article(Work(a, ws.catalogue.get(a.feed_id), target, topics, "none")) for a in batch]


@contextmanager
def reading_here() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (stage, rebuilding):
            patch.setattr(module, "read_all", read_here)
        patch.setattr(stage, "ReadingPool", ReadsHere)
        yield
