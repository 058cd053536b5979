"""Workers hang, crash and run out of memory; the pool goes on and the order is kept."""

import os
import signal

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


def test_one_bad_page_fails_alone() -> None:
    asked = ["a", "crash", "b", "raise", "hang", "c", "memory", "d"]
    with ReadingPool(2, timeout=0.5, memory_mb=900) as pool:
        answers = [(args[0], answer) for args, answer in pool.map(work, [(x,) for x in asked])]
        replaced = pool.replaced
    assert [x for x, _ in answers] == asked
    reasons = [a.reason if isinstance(a, Failed) else a for _, a in answers]
    assert reasons == ["A", "crashed", "B", "error", "timeout", "C", "memory", "D"]
    assert replaced == 2
