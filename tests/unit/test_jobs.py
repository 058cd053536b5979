from collections import Counter

import pytest

from ingest.errors import WorkHeldUp
from ingest.jobs import check_went_through, shards
from ingest.outcome import Outcome, Stage, StageRun
from tests.unit.feeds.fakes import NOW


def run(stage, **counts):
    done = StageRun(stage, NOW, claimed=sum(counts.values()))
    done.counts = Counter({name.replace("_", "-"): n for name, n in counts.items()})
    return done


@pytest.mark.parametrize("name", ["index_busy", "index_unavailable"])
def test_a_task_whose_index_takes_nothing_is_red_with_the_reason(name):
    blocked = run(Stage.INDEX, **{name: 4})
    blocked.failures.append(Outcome(Stage.INDEX, "x", name, "flood stage disk watermark exceeded", ok=False))
    with pytest.raises(WorkHeldUp, match="flood stage"):
        check_went_through(run(Stage.FETCH, fetched=4), blocked)


def test_our_own_outage_is_red():
    with pytest.raises(WorkHeldUp, match="own-outage 25"):
        check_went_through(run(Stage.POLL, own_outage=25))


def test_what_gets_through_in_part_and_what_had_nothing_to_do_stay_green():
    check_went_through(run(Stage.INDEX, indexed=1, index_busy=30), run(Stage.FETCH), run(Stage.POLL, http_500=3))
    check_went_through(run(Stage.DELIVER, later=1))  # greylisted


@pytest.mark.parametrize(("waiting", "tasks"), [(0, 0), (1, 1), (100, 1), (101, 2), (400, 4), (401, 4), (1_000_000, 4)])
def test_one_task_for_each_hundred_and_four_at_most(waiting, tasks):
    assert shards(waiting, size=100, most=4) == tasks
