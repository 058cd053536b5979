"""What a watch rule says, what it calls usual, and when it speaks: the decisions, without an index."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.alert.phrases import EN, FR
from ingest.alert.watch.grammar import FORMS, Watch, parse_watch
from ingest.alert.watch.noticed import Noticed, NoticedArticle, sentence
from ingest.alert.watch.usual import HOUR, HourlyCounts, chance_of, departures, spans_needed, weeks_before

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WEEK = timedelta(days=7)
SURGE = parse_watch("3 times the usual in 2h, at least 5 articles", "UTC")
SILENCE = parse_watch("silence of 2h", "UTC")


@pytest.mark.parametrize("text", FORMS)
def test_each_form_is_read_and_written_as_it_is_read(text):
    watch = parse_watch(text, "Europe/Paris")
    assert parse_watch(str(watch), "Europe/Paris") == watch
    assert str(watch).startswith(text.split(",")[0])


def test_what_is_left_out_has_a_default():
    assert parse_watch("2.5 times the usual in 6 hours", "UTC") == Watch("volume", 6 * HOUR, "", 2.5, 5, "UTC")
    assert parse_watch("Silence of 12h for each outlet", "UTC") == Watch("silence", 12 * HOUR, "outlet", 1.0, 3, "UTC")
    assert parse_watch("first mention ever", "UTC") == parse_watch("first mention", "UTC")
    assert parse_watch("new country", "UTC").span == timedelta(days=30)
    assert parse_watch("told by at least 3 countries", "UTC").each == "country"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("whenever", "write such as: 3 times the usual in 6h"),
        ("1 times the usual in 6h", "always or never"),
        ("3 times the usual in 90m", "whole hours from 1h to 7d"),
        ("silence of 30d", "whole hours from 1h to 7d"),
        ("first mention in 5h", "24h to 730d"),
        ("first mention in 30", "no length of time"),
        ("told by 1 outlets", "2 to 200"),
        ("new weather", "write such as"),
    ],
)
def test_what_cannot_be_watched_is_refused_with_what_to_write(text, said):
    with pytest.raises(ValueError, match=said):
        parse_watch(text, "UTC")


def hourly(*, weeks=4, usual=2, hours=2, now=(), since=None):
    """``usual`` articles in each of the hours before Monday nine o'clock, in so many weeks; ``now`` this Monday."""
    counts = {MONDAY - WEEK * w - HOUR * h: usual for w in range(1, weeks + 1) for h in range(1, hours + 1)}
    counts |= {MONDAY - HOUR * (len(now) - n): count for n, count in enumerate(now)}
    return HourlyCounts(counts, since or MONDAY - WEEK * weeks - HOUR * hours)


def ends(series, watch, first=MONDAY, last=MONDAY, told_at=None):
    return [d.end for d in departures(series, watch, first, last, told_at)]


def test_a_surge_is_so_many_times_what_the_same_hours_have():
    assert ends(hourly(now=(6, 6)), SURGE) == [MONDAY]
    assert ends(hourly(now=(6, 5)), SURGE) == []
    (found,) = departures(hourly(now=(6, 6)), SURGE, MONDAY, MONDAY)
    assert (found.count, found.usual) == (12, 4.0)


def test_other_hours_of_the_week_are_no_measure():
    """Mornings are loud: what is usual on Mondays at nine is no surge, at night it would be one."""
    loud = hourly(usual=20, now=(20, 20))
    assert ends(loud, SURGE) == []
    at_night = MONDAY - timedelta(hours=6)
    counts = HourlyCounts({**loud.hours, at_night - HOUR: 20, at_night - 2 * HOUR: 20}, loud.since - WEEK)
    assert ends(counts, SURGE, at_night, at_night) == [at_night]


def test_a_few_articles_where_none_are_usual_are_no_surge_below_the_least():
    assert ends(hourly(usual=0, now=(2, 2)), SURGE) == []
    assert ends(hourly(usual=0, now=(2, 3)), SURGE) == [MONDAY]


def test_nothing_is_usual_before_three_weeks_are_known():
    assert ends(hourly(weeks=2, now=(50, 50)), SURGE) == []
    assert ends(hourly(weeks=2, now=(0, 0)), SILENCE) == []


def test_what_chance_makes_of_a_thin_series_is_no_surge():
    """Five after weeks of one are three times the usual; where weeks differ so, five come by chance."""
    assert chance_of(5, [1, 0, 4, 1, 0, 3, 1, 1]) > 0.02
    assert chance_of(50, [10, 12, 9, 11, 8, 10, 12, 9]) < 0.0001
    assert chance_of(0, [1, 2, 3]) == 1.0
    past = [1, 0, 4, 1, 0, 3, 1, 1]
    hours = {MONDAY - WEEK * (n + 1) - HOUR: count for n, count in enumerate(past)} | {MONDAY - HOUR: 5}
    series = HourlyCounts(hours, MONDAY - WEEK * 9)
    assert not list(departures(series, SURGE, MONDAY, MONDAY))
    loud = HourlyCounts(hours | {MONDAY - HOUR: 12}, MONDAY - WEEK * 9)
    assert [d.count for d in departures(loud, SURGE, MONDAY, MONDAY)] == [12]


@given(st.integers(1, 200), st.lists(st.integers(0, 200), min_size=3, max_size=8))
def test_more_articles_are_never_likelier(count, past):
    assert 0 <= chance_of(count + 1, past) <= chance_of(count, past) + 1e-9 <= 1 + 1e-9


def test_a_surge_that_lasts_is_told_again_after_a_day():
    last = MONDAY + timedelta(days=2)
    series = hourly(usual=0, now=(9, 9))
    lasting = HourlyCounts(series.hours | {MONDAY + HOUR * n: 9 for n in range(60)}, series.since - WEEK)
    assert ends(lasting, SURGE, MONDAY, last) == [MONDAY, MONDAY + timedelta(days=1), last]
    assert ends(lasting, SURGE, MONDAY, last, told_at=MONDAY - HOUR)[0] == MONDAY + timedelta(hours=23)


def test_silence_is_told_where_all_weeks_have_spoken():
    assert ends(hourly(now=(0, 0)), SILENCE) == [MONDAY]
    assert ends(hourly(now=(0, 1)), SILENCE) == []
    one_was_silent = hourly(now=(0, 0))
    quiet = {h: n for h, n in one_was_silent.hours.items() if h > MONDAY - WEEK or h < MONDAY - WEEK - HOUR * 2}
    assert ends(HourlyCounts(quiet, one_was_silent.since), SILENCE) == []


def test_a_silence_that_goes_on_is_told_where_it_begins():
    usual = {MONDAY - WEEK * w + HOUR * h: 2 for w in range(1, 5) for h in range(-4, 8)}
    series = HourlyCounts({**usual, MONDAY - HOUR * 3: 1}, MONDAY - WEEK * 5)
    assert ends(series, SILENCE, MONDAY - HOUR, MONDAY + HOUR * 4) == [MONDAY]


def test_summer_time_does_not_shift_the_hour_of_the_week():
    """Paris left summer time on 25 October 2026: nine in the morning was seven o'clock UTC, and is eight."""
    end = datetime(2026, 10, 26, 8, 0, tzinfo=UTC)
    assert weeks_before(end, "Europe/Paris")[0] == datetime(2026, 10, 19, 7, 0, tzinfo=UTC)
    assert weeks_before(end, "UTC")[0] == datetime(2026, 10, 19, 8, 0, tzinfo=UTC)


def test_the_spans_that_are_asked_for_hold_all_that_is_compared():
    asked = spans_needed(SURGE, MONDAY, MONDAY + HOUR)
    for end in (MONDAY, MONDAY + HOUR):
        for other in (end, *weeks_before(end, "UTC")):
            assert any(start <= other - 2 * HOUR and other <= stop for start, stop in asked)


def test_what_was_noticed_is_said_in_the_reader_s_language_and_kept_whole():
    noticed = Noticed(
        "volume", MONDAY, "topic", "russia-dprk", "", 14, 4.25, 6 * 3600,
        (NoticedArticle("Le Kremlin", "RFI", "https://example.org/a", "fr"),),
    )  # fmt: skip
    names = {"russia-dprk": "Russia – DPRK"}
    assert sentence(noticed, EN, names) == "Russia – DPRK: 14 articles in 6 hours, usually 4.2"
    assert sentence(noticed, FR, names) == "Russia – DPRK : 14 articles en 6 heures, d’habitude 4,2"
    assert Noticed.from_json(noticed.to_json()) == noticed


@pytest.mark.parametrize("kind", ["volume", "silence", "first", "new", "spread"])
@pytest.mark.parametrize("each", ["outlet", "country", "language", "topic"])
@pytest.mark.parametrize("phrases", [EN, FR])
def test_everything_that_can_be_noticed_can_be_said(kind, each, phrases):
    if (kind, each) == ("spread", "topic"):
        return  # no rule can ask for it
    assert sentence(Noticed(kind, MONDAY, each, "fr", "RFI", 3, 1.0, 86_400 * 30), phrases)
