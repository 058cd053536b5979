"""Workers hang, crash and run out of memory; the pool goes on and the order is kept."""

import os
import signal

import pytest

from ingest.extract.pool import Failed, ReadingPool


def work(what: str) -> str:
    if what == "hang":
        while True:
            pass
    if what == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "memory":
        return "x" * 4_000_000_000
    if what == "raise":
        raise ValueError("no")
    return what.upper()


@pytest.mark.slow
def test_one_bad_page_fails_alone() -> None:
    asked = ["a", "crash", "b", "raise", "hang", "c", "memory", "d"]
    with ReadingPool(2, timeout=60, memory_mb=900) as pool:
        tickets = [pool.submit(work, (x,), 0.3 if x == "hang" else None) for x in asked]
        answers = [pool.run_until(t) for t in tickets]
        replaced = pool.replaced
    reasons = [a.reason if isinstance(a, Failed) else a for a in answers]
    assert reasons == ["A", "crashed", "B", "error", "timeout", "C", "memory", "D"]
    assert replaced == 2


def test_map_keeps_the_order() -> None:
    words = [f"w{i}" for i in range(40)]
    with ReadingPool(2, timeout=60) as pool:
        assert [answer for _, answer in pool.map(work, ((w,) for w in words))] == [w.upper() for w in words]
