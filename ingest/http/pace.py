"""Each host in its own time: spacing between requests, few at once, and pauses that it asked for.

Feeds and pages of one host share its pace, since one ``HttpClient`` serves both. Requests to
different hosts never wait for each other here.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest.clock import Clock
from ingest.http.errors import HostPaused

_KEPT = 4096

Reserve = Callable[[str, datetime, float], Awaitable[datetime]]
"""Takes the next free moment of a host for all workers together: (host, now, spacing in seconds) → when."""


@dataclass(slots=True)
class _Host:
    gate: asyncio.Semaphore
    users: int = 0
    next_slot: datetime | None = None
    pause_until: datetime | None = None
    delay: float | None = None


class Pace:
    """The pace of every host that this process talks to."""

    def __init__(
        self, clock: Clock, *, delay: float, per_host: int, reserve: Reserve | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._clock, self._delay, self._per_host, self._sleep = clock, delay, per_host, sleep
        self._reserve = reserve
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, url: str = "") -> AsyncIterator[None]:
        """Wait for the host's next free moment, and hold one of its places meanwhile.

        Raises HostPaused, without waiting, while the host has asked to be left alone.
        """
        state = self._state(host)
        state.users += 1
        try:
            self._refuse_paused(state, url or host)
            async with state.gate:
                await self._wait_for_slot(host, state)
                self._refuse_paused(state, url or host)
                yield
        finally:
            state.users -= 1

    async def _wait_for_slot(self, host: str, state: _Host) -> None:
        delay = self._delay if state.delay is None else max(state.delay, self._delay)
        if delay <= 0:
            return
        now = self._clock()
        if self._reserve is not None:
            slot = await self._reserve(host, now, delay)
        else:
            slot = max(now, state.next_slot or now)
            state.next_slot = slot + timedelta(seconds=delay)
        if slot > now:
            await self._sleep((slot - now).total_seconds())

    def pause(self, host: str, until: datetime) -> None:
        """Ask nothing of a host before ``until``. A longer pause already known stays."""
        state = self._state(host)
        state.pause_until = max(until, state.pause_until or until)

    def set_delay(self, host: str, seconds: float) -> None:
        """Spacing that a host wishes (Crawl-delay); the setting remains the least."""
        self._state(host).delay = seconds

    def paused_until(self, host: str) -> datetime | None:
        """The end of a host's pause, if it is in one now."""
        state = self._hosts.get(host)
        until = state.pause_until if state else None
        return until if until is not None and until > self._clock() else None

    def paused(self) -> frozenset[str]:
        """Hosts in a pause now, for a stage that should claim nothing of theirs."""
        return frozenset(h for h in self._hosts if self.paused_until(h) is not None)

    def refuse_paused(self, host: str, url: str) -> None:
        """Raises HostPaused while the host is in a pause."""
        state = self._hosts.get(host)
        if state is not None:
            self._refuse_paused(state, url)

    def _refuse_paused(self, state: _Host, url: str) -> None:
        if state.pause_until is not None and state.pause_until > self._clock():
            raise HostPaused(url, state.pause_until)

    def _state(self, host: str) -> _Host:
        state = self._hosts.get(host)
        if state is None:
            if len(self._hosts) >= _KEPT:
                self._forget()
            state = self._hosts[host] = _Host(asyncio.Semaphore(self._per_host))
        return state

    def _forget(self) -> None:
        """Drop hosts that nobody waits for and whose next moment has passed: memory stays flat."""
        now = self._clock()
        self._hosts = {
            h: s
            for h, s in self._hosts.items()
            if s.users or (s.next_slot or now) > now or (s.pause_until or now) > now or s.delay is not None
        }
