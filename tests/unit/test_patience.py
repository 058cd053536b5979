"""Tests' own deadlines: seconds of an idle machine."""

from tests.patience import Patience


def test_an_idle_machine_has_the_seconds_it_is_given():
    now = [0.0]
    patience = Patience(10, clock=lambda: now[0], wanting=lambda: 0.2)
    now[0] = 9.9
    assert not patience.is_over()
    now[0] = 10.0
    assert patience.is_over()


def test_a_busy_machine_has_more():
    now = [0.0]
    patience = Patience(10, clock=lambda: now[0], wanting=lambda: 15.0)
    now[0] = 100.0
    assert not patience.is_over()
    now[0] = 150.0
    assert patience.is_over()
