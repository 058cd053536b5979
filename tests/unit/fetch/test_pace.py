"""The pace of hosts, on a clock that moves only when something sleeps."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from ingest.http.errors import HostPaused
from ingest.http.pace import Pace

NOW = datetime(2025, 4, 28, 9, 0, tzinfo=UTC)


class Time:
    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        until = self.now + timedelta(seconds=seconds)
        await asyncio.sleep(0)
        self.now = max(self.now, until)


def pace(time, **changes):
    return Pace(time, **{"delay": 2.0, "per_host": 2, "sleep": time.sleep, **changes})


def starts(p, time, hosts):
    """Seconds after NOW at which each request may start, in the order asked."""

    async def one(host):
        async with p.turn(host):
            return (time.now - NOW).total_seconds()

    async def all_of_them():
        return [await one(host) for host in hosts]

    return asyncio.run(all_of_them())


def test_requests_to_one_host_are_spaced_and_others_do_not_wait():
    time = Time()
    assert starts(pace(time), time, ["a", "b", "a", "a"]) == [0, 0, 2, 4]


def test_a_crawl_delay_counts_when_it_is_longer():
    time = Time()
    p = pace(time)
    p.set_delay("a", 10)
    p.set_delay("b", 0.1)
    assert starts(p, time, ["a", "a", "b", "b"]) == [0, 10, 10, 12]


def test_no_delay_no_waiting():
    time = Time()
    assert starts(pace(time, delay=0), time, ["a"] * 5) == [0] * 5


def test_only_so_many_at_once():
    time = Time()
    p = pace(time, delay=0)
    inside, most = 0, 0

    async def one():
        nonlocal inside, most
        async with p.turn("a"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async def go():
        await asyncio.gather(*(one() for _ in range(20)))

    asyncio.run(go())
    assert most == 2


def test_a_pause_is_told_at_once_and_ends():
    time = Time()
    p = pace(time, delay=0)
    p.pause("a", NOW + timedelta(minutes=5))
    p.pause("a", NOW + timedelta(minutes=1))
    with pytest.raises(HostPaused) as e:
        starts(p, time, ["a"])
    assert e.value.until == NOW + timedelta(minutes=5)
    assert p.paused() == {"a"}
    assert starts(p, time, ["b"]) == [0]
    time.now = NOW + timedelta(minutes=5)
    assert p.paused() == frozenset()
    assert starts(p, time, ["a"]) == [300]


def test_those_already_waiting_for_their_turn_hear_of_a_pause_too():
    time = Time()
    p = pace(time, per_host=1)

    async def first():
        async with p.turn("a"):
            await asyncio.sleep(0)
            p.pause("a", NOW + timedelta(minutes=5))

    async def second():
        async with p.turn("a"):
            return "asked all the same"

    async def go():
        return await asyncio.gather(first(), second(), return_exceptions=True)

    _, got = asyncio.run(go())
    assert isinstance(got, HostPaused)


def test_spacing_can_be_kept_by_someone_else():
    time = Time()
    asked = []

    async def reserve(host, now, spacing):
        asked.append((host, spacing))
        return now + timedelta(seconds=7)

    assert starts(pace(time, reserve=reserve), time, ["a"]) == [7]
    assert asked == [("a", 2.0)]


def test_memory_stays_flat_in_the_number_of_hosts():
    time = Time()
    p = pace(time, delay=1.0)
    p.pause("kept", NOW + timedelta(days=1))
    for n in range(10_000):
        p._state(f"host-{n}")
        time.now += timedelta(seconds=0.001)
    assert len(p._hosts) <= 4097
    assert "kept" in p._hosts
