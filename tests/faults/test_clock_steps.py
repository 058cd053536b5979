"""The clock steps by an hour, a day or a year, for one round or within it: everything is told, once."""

from collections import Counter
from datetime import timedelta

import pytest

from ingest import pipeline
from ingest.operations.maintain import maintain_if_due
from tests.adversary.world import World, prose
from tests.faults.reading_here import reading_here

STEPS = [timedelta(hours=1), timedelta(days=7), timedelta(days=365)]
ROUNDS = 3
"""Four hours apart: within half a day all is told after the clock is right again."""


def a_round(ws, report):
    """What `veille run` does."""
    pipeline.run_once(ws, report)
    maintain_if_due(ws)


class Newsroom:
    """One outlet; each story is dated by the true time, whatever our clock says."""

    def __init__(self, world: World) -> None:
        self.world, self.step = world, timedelta(0)
        self.told: list[str] = []
        world.outlet("gazette")

    def publishes(self, subject: str) -> None:
        title = f"Pyongyang {prose(subject, 1)[0].split()[0]} {subject}"
        url = f"http://gazette.example/2026/11/24/{subject}-123456"
        true = self.world.now - self.step
        self.world.page(url, title, [f"{title}, said a speaker.", *prose(subject, 2)], at=true)
        self.world.lists("gazette", title, url, summary=f"{title}.", dated=true)
        self.told.append(title)

    def clock(self, step: timedelta) -> None:
        """Is ahead of the true time by this much."""
        self.world.now += step - self.step
        self.step = step

    def arrived(self) -> Counter[str]:
        return Counter(s.removeprefix("[Watch] ").removesuffix(" (Gazette)") for s in self.world.subjects())


@pytest.fixture
def newsroom(tmp_path):
    world = World(tmp_path, encoder="none", timeout_seconds=30)
    with reading_here():
        yield Newsroom(world)
    world.close()


@pytest.mark.parametrize(
    "step",
    [timedelta(days=1), *(pytest.param(s, marks=pytest.mark.nightly) for s in (*STEPS, *(-s for s in STEPS)))],
    ids=str,
)
def test_a_clock_that_is_wrong_for_one_round(newsroom, step):
    world = newsroom.world
    newsroom.publishes("missile")
    world.round(stages=(a_round,))
    newsroom.clock(step)
    newsroom.publishes("envoy")
    world.round(stages=(a_round,))
    newsroom.clock(timedelta(0))
    newsroom.publishes("cathedral")
    for _ in range(ROUNDS):
        world.round(minutes=240, stages=(a_round,))
        if len(newsroom.arrived()) == 3:
            break
    world.round(minutes=240, stages=(a_round,))
    assert newsroom.arrived() == Counter(newsroom.told)
    assert {r.state for r in world.rows()} == {"indexed"}


@pytest.mark.parametrize(
    ("stage", "step"),
    [
        ("index", timedelta(days=-1)),
        *(
            pytest.param(stage, timedelta(days=days), marks=pytest.mark.nightly)
            for stage in ("fetch", "index", "alert", "deliver")
            for days in (365, -365)
        ),
    ],
)
def test_a_clock_that_steps_for_one_stage(newsroom, stage, step):
    world = newsroom.world
    newsroom.publishes("missile")
    world.round(stages=(a_round,))
    newsroom.publishes("envoy")

    def steps(ws, report):
        for each in pipeline.STEPS:
            newsroom.clock(step if stage in each.__name__ else timedelta(0))
            each(ws, report)
        maintain_if_due(ws)

    world.round(stages=(steps,))
    newsroom.clock(timedelta(0))
    newsroom.publishes("cathedral")
    world.round(stages=(a_round,))
    for _ in range(ROUNDS):
        world.round(minutes=240, stages=(a_round,))
        if len(newsroom.arrived()) == 3:
            break
    assert newsroom.arrived() == Counter(newsroom.told)
