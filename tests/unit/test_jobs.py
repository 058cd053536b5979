"""Work shared among tasks."""

import pytest

from ingest.jobs import shards


@pytest.mark.parametrize(("waiting", "tasks"), [(0, 0), (1, 1), (100, 1), (101, 2), (400, 4), (401, 4), (1_000_000, 4)])
def test_one_task_for_each_hundred_and_four_at_most(waiting, tasks):
    assert shards(waiting, size=100, most=4) == tasks
