"""Long work on the server leaves it half of the time."""

from ingest.index.elasticsearch.breathing import LONGEST, BreathingSpace


def test_a_pause_is_as_long_as_the_batch_before_it_and_has_an_end() -> None:
    now = [0.0]
    paused: list[float] = []
    space = BreathingSpace(lambda: now[0], paused.append)
    for seconds in (0.25, 2.0, 600.0):
        with space.batch():
            now[0] += seconds
    assert paused == [0.25, 2.0, LONGEST]
