from datetime import timedelta

import pytest

from bench.recall import KINDS, simulate
from ingest.feeds.recall import find_gap, is_continued
from ingest.feeds.schedule import Rhythm
from tests.unit.feeds.fakes import NOW


def hashes(*numbers: int) -> bytes:
    return b"".join(n.to_bytes(8) for n in numbers)


@pytest.mark.parametrize(("before", "now", "continued"), [
    ([5, 4, 3], [6, 5, 4], True),
    ([5, 4, 3], [8, 7, 6], False),
    ([1, 2, 5, 4, 3, 0], [1, 2, 8, 7, 6, 9], False),  # pinned at the top
    ([5, 4, 3, 2, 1], [8, 7, 6, 9, 1], False),  # pinned at the bottom
    ([5, 4, 3], [3, 6, 5], True),  # in another order
    ([2, 1], [4, 3, 2, 1], True),  # the document grew
    ([5, 4, 3], [9, 4, 3], True),  # one was edited
    ([], [1], None), ([1], [], None),
])  # fmt: skip
def test_what_is_left_of_the_moving_part_continues_a_document(before, now, continued):
    assert is_continued(hashes(*before), hashes(*now)) is continued


def every(minutes: float, count: int = 30) -> Rhythm:
    return Rhythm(tuple(NOW - timedelta(minutes=minutes * i) for i in range(count)))


def later(hours: float, minutes: float, count: int) -> list:
    return [NOW + timedelta(hours=hours, minutes=minutes * i) for i in range(count)]


def test_a_steady_feed_lost_what_its_rate_gives_for_the_time_between():
    gap = find_gap(every(10), new_dates=later(5, 10, 10), overlaps=False, polled_before=True)
    assert gap.low < 29 < gap.high
    assert 19 <= gap.missed <= 30, "for five hours, of which a part may have been a pause, after three that were seen"
    assert "missed between" in str(gap)


def test_a_burst_lost_more_than_the_slow_rate_of_before_would_give():
    gap = find_gap(every(180), new_dates=later(2, 0.7, 15), overlaps=False, polled_before=True)
    assert gap.low < 30 < gap.high
    assert 15 <= gap.missed <= 60


def test_a_batch_at_one_moment_is_no_division_by_zero():
    gap = find_gap(every(180), new_dates=later(6, 0, 20), overlaps=False, polled_before=True)
    assert gap.low < 30 < gap.high


@pytest.mark.parametrize("options", [
    {"overlaps": True}, {"polled_before": False}, {"new_dates": []}, {"items": 5, "items_before": 10},
    {"new_dates": later(0.2, 10, 10)},  # it goes on where it had stopped
])  # fmt: skip
def test_nothing_is_said_to_be_lost_where_nothing_shows_it(options):
    asked = {"new_dates": later(5, 10, 10), "overlaps": False, "polled_before": True, **options}
    assert find_gap(every(10), **asked) is None


def test_undated_entries_tell_that_something_was_missed_and_not_how_much():
    gap = find_gap(every(10), new_dates=[None, None], overlaps=False, polled_before=True)
    assert (gap.missed, gap.high) == (0, None)
    assert str(gap) == "some may have been missed"


@pytest.mark.parametrize("name", [n for n in KINDS if "default" not in n and "fit" not in n and "just" not in n])
def test_the_truth_lies_in_the_interval(name):
    lost, gaps, _, _ = simulate(KINDS[name], seed=7)
    assert lost
    low, high = sum(g.low for _, g in gaps), sum(g.high for _, g in gaps)
    assert low <= lost <= high
    assert high < 40 * lost, "an interval that holds everything says nothing"


def test_what_was_seen_empty_is_no_time_in_which_something_was_lost():
    """Friday's rate does not hold for a weekend in which polls found nothing."""
    friday, monday = every(3), later(60, 3, 10)
    seen = find_gap(friday, new_dates=monday, overlaps=False, polled_before=True, last_seen=NOW + timedelta(hours=59.5))
    unseen = find_gap(friday, new_dates=monday, overlaps=False, polled_before=True)
    assert seen.low <= 10 <= seen.high < 40
    assert unseen.high > 300


def test_items_that_appear_after_their_dates_do_not_hide_a_gap():
    dates = later(5, 10, 10)
    options = {"new_dates": dates, "overlaps": False, "polled_before": True}
    assert find_gap(every(10), **options, last_seen=dates[-1]) == find_gap(every(10), **options)


def test_bursts_that_were_seen_to_end_tell_how_much_of_one_is_missing():
    """Of clusters of ten and more, eight that ended at twelve leave less open than none that ever ended."""
    days = [NOW - timedelta(days=n) for n in range(8)]
    cut = Rhythm(tuple(days), counts=(10,) * 8, cuts=tuple(days))
    ended = Rhythm(tuple(days), counts=(12,) * 8)
    options = {"new_dates": later(20, 0, 10), "overlaps": False, "polled_before": True}
    unknown, known = (find_gap(r, **options, last_seen=NOW + timedelta(hours=19)) for r in (cut, ended))
    assert unknown.high > 60
    assert known.low <= 2 <= known.high < 30


def test_an_edition_smaller_than_others_has_room_for_more_and_lost_nothing():
    options = {"new_dates": later(20, 0, 10), "overlaps": False, "polled_before": True, "items": 10}
    assert find_gap(every(60), **options, most_items=10) is not None
    assert find_gap(every(60), **options, most_items=14) is None


@pytest.mark.parametrize("name", ["nothing lost, default beat", "batches that fit"])
def test_no_gap_is_seen_where_nothing_was_lost(name):
    lost, gaps, _, _ = simulate(KINDS[name], seed=7)
    assert (lost, gaps) == (0, [])


def test_pinned_items_blind_it_not():
    plain, pinned = (simulate(KINDS[n], seed=3) for n in ("hourly polls of 20 an hour", "the same with 4 pinned items"))
    assert [g for _, g in plain[1]] == [g for _, g in pinned[1]]
