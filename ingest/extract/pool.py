"""A pool of worker processes that survives its workers: each call is bounded in time and memory.

``concurrent.futures.ProcessPoolExecutor`` breaks as a whole when one worker dies, and cannot stop one that hangs. Here
each worker is a process with a pipe of its own; one that takes too long is killed, one that dies (a crash in C code,
out of memory) is noticed by its closed pipe, and either is replaced. Only the call it was working on fails.

Time is processor time (RLIMIT_CPU, set before each call): on a busy machine a page is not called slow because others
are. The wall clock is watched too, at PATIENCE times that, for what sleeps instead of working.
"""

import math
import multiprocessing
import resource
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from time import monotonic
from types import ModuleType, TracebackType
from typing import Any, Generic, TypeVar

R = TypeVar("R")

MEMORY_MB = 2_048
"""Address space a worker may have; a 10 MB page needs about 400 MB for its tree and candidates."""
PRELOAD = ("ingest.extract.read", "ingest.enrich.language")
"""Imported once by the process that workers are forked from: a replaced worker is ready in milliseconds. The first pool
of a process decides."""
PATIENCE = 10.0
START_SECONDS = 60.0
"""Wall-clock seconds that a new worker may take before its first call begins."""
RECYCLE_AFTER = 2_000
"""Calls after which a worker is replaced, so that no leak grows for ever."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a call gave nothing: ``timeout``, ``crashed`` or ``error``, with the words."""

    reason: str
    detail: str


@dataclass(slots=True)
class Ticket(Generic[R]):
    """One call and, once ``done``, its result or failure."""

    fn: Callable[..., R]
    args: tuple[Any, ...]
    timeout: float
    done: bool = False
    value: R | None = None
    failed: Failed | None = None

    def result(self) -> "R | Failed":
        """What came of it; a failure is a value."""
        return self.failed if self.failed is not None else self.value  # type: ignore[return-value]


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    ticket: Ticket[Any] | None = None
    deadline: float = 0.0
    calls: int = 0


class ReadingPool:
    """``with ReadingPool(workers) as pool: for page, result in pool.map(read, pages): …``

    Functions and arguments must be picklable. Not thread-safe: one owner.
    """

    def __init__(
        self, workers: int, *, timeout: float = 20.0, memory_mb: int = MEMORY_MB, preload: Sequence[str] = PRELOAD
    ) -> None:
        self._context: Any = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
        if sys.platform == "linux":
            self._context.set_forkserver_preload(list(preload))
        self._timeout, self._memory = timeout, memory_mb
        self._workers: list[_Worker] = []
        self._size = max(1, workers)
        self._queue: deque[Ticket[Any]] = deque()
        self.replaced = 0
        """Workers that hung or died and were replaced."""

    def __enter__(self) -> "ReadingPool":
        """Open already; workers start when there is work."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Stop all workers."""
        self.close()

    def submit(self, fn: Callable[..., R], args: tuple[Any, ...], timeout: float | None = None) -> Ticket[R]:
        """Put a call in the queue; ``run_until`` or ``drain`` makes it happen."""
        ticket: Ticket[R] = Ticket(fn, args, timeout or self._timeout)
        self._queue.append(ticket)
        self._feed()
        return ticket

    def map(
        self,
        fn: Callable[..., R],
        calls: Iterable[tuple[Any, ...]],
        timeout: float | None = None,
        *,
        ahead: int = 3,
    ) -> Iterator[tuple[tuple[Any, ...], R | Failed]]:
        """Results in the order of the calls, with at most ``ahead`` calls a worker read ahead of those under way."""
        waiting: deque[Ticket[Any]] = deque()
        for args in calls:
            waiting.append(self.submit(fn, args, timeout))
            while len(waiting) >= self._size * (1 + ahead) or (waiting and waiting[0].done):
                yield waiting[0].args, self.run_until(waiting.popleft())
        while waiting:
            yield waiting[0].args, self.run_until(waiting.popleft())

    def run_until(self, ticket: Ticket[R]) -> R | Failed:
        """Wait for one call."""
        while not ticket.done:
            self._step()
        return ticket.result()

    def close(self) -> None:
        """Stop all workers; calls that are not done fail with ``closed``."""
        for worker in self._workers:
            self._stop(worker)
        self._workers.clear()
        for ticket in self._queue:
            ticket.failed, ticket.done = Failed("closed", "the pool was closed"), True
        self._queue.clear()

    def _step(self) -> None:
        """Wait for the next thing to happen: an answer, a death, a deadline."""
        self._feed()
        busy = [w for w in self._workers if w.ticket is not None]
        if not busy:
            return
        patience = max(0.0, min(w.deadline for w in busy) - monotonic())
        ready = set(wait([w.pipe for w in busy], timeout=patience))
        now = monotonic()
        for worker in busy:
            if worker.pipe in ready:
                self._collect(worker)
            elif now >= worker.deadline:
                seconds = worker.ticket.timeout if worker.ticket else 0
                self._replace(worker, Failed("timeout", f"took longer than {seconds:g} s"))
        self._feed()

    def _collect(self, worker: _Worker) -> None:
        try:
            ok, value = worker.pipe.recv()
        except Exception as e:  # noqa: BLE001 - a dying worker may close its pipe or leave half a pickle in it
            worker.process.join(1)
            self._replace(worker, _obituary(worker, e))
            return
        ticket, worker.ticket = worker.ticket, None
        if ticket is not None:
            ticket.value, ticket.failed, ticket.done = (value, None, True) if ok else (None, Failed(*value), True)
        if worker.calls >= RECYCLE_AFTER or (not ok and value[0] == "memory"):
            self._stop(worker)
            self._workers.remove(worker)

    def _replace(self, worker: _Worker, failed: Failed) -> None:
        self.replaced += 1
        if worker.ticket is not None:
            worker.ticket.failed, worker.ticket.done = failed, True
        self._stop(worker)
        self._workers.remove(worker)

    def _feed(self) -> None:
        """Give waiting calls to idle workers; start workers while there is more to do than there are."""
        while self._queue:
            worker = next((w for w in self._workers if w.ticket is None), None)
            if worker is None:
                if len(self._workers) >= self._size:
                    return
                worker = self._start()
            ticket = self._queue.popleft()
            worker.ticket = ticket
            worker.deadline = monotonic() + ticket.timeout * PATIENCE + (START_SECONDS if not worker.calls else 0.0)
            worker.calls += 1
            try:
                worker.pipe.send((ticket.fn, ticket.args, ticket.timeout))
            except (OSError, ValueError) as e:
                self._replace(worker, Failed("crashed", repr(e)))

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._memory), daemon=True)
        with _nameless_main():
            process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    @staticmethod
    def _stop(worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.kill()
        worker.process.join(5)


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Keep multiprocessing from running the main program again in each worker.

    Workers need nothing of it: what they call is imported by name. And it may fail: in a task of Airflow the main
    program is Airflow's, which cannot be set up there again because tasks are kept away from its database.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _work(pipe: Connection, memory_mb: int) -> None:
    """A worker's life: take a call, answer it; end when the pipe closes."""
    limit = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while True:
        try:
            fn, args, seconds = pipe.recv()
        except (EOFError, OSError):
            return
        except Exception as e:  # noqa: BLE001 - what cannot be unpickled here is the caller's error, not the worker's end
            pipe.send((False, ("error", f"{type(e).__name__}: {e}")))
            continue
        _limit_cpu(seconds)
        try:
            answer: tuple[bool, Any] = (True, fn(*args))
        except MemoryError:
            answer = (False, ("memory", f"needed more than {memory_mb} MB"))
        except Exception as e:  # noqa: BLE001 - the caller gets it as a value
            answer = (False, ("error", f"{type(e).__name__}: {e} ({_where(e)})"))
        try:
            pipe.send(answer)
        except OSError:
            return


def _limit_cpu(seconds: float) -> None:
    """From now on, ``seconds`` of processor time (rounded up to whole ones, as the kernel counts)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime + seconds), hard))


def _obituary(worker: _Worker, error: Exception) -> Failed:
    code = worker.process.exitcode
    if code == -signal.SIGXCPU:
        seconds = worker.ticket.timeout if worker.ticket else 0
        return Failed("timeout", f"needed more than {seconds:g} s of processor time")
    return Failed("crashed", f"worker ended with code {code} ({type(error).__name__})")


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "?"
