"""Workers that are killed: each runs the pipeline in a process of its own, with a clock that is told how late it is."""

import multiprocessing
import os
import random
import signal
import time
from dataclasses import dataclass, field
from datetime import timedelta

from ingest.clock import system_clock
from ingest.errors import VeilleError
from ingest.outcome import Outcome
from ingest.settings import Settings

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["ingest.pipeline"])


def run_pipeline(settings: Settings, late: timedelta) -> None:
    """One run of the whole pipeline, ``late`` after now: leases of the dead have expired by then."""
    from ingest import pipeline
    from ingest.workspace import Workspace

    os.setpgrp()  # so that whoever kills this run can also end what it has started
    with Workspace(settings, lambda: system_clock() + late) as ws:
        for step in (pipeline.poll, pipeline.fetch, pipeline.index, pipeline.alert, pipeline.deliver):
            try:
                step(ws, _nobody)
            except VeilleError:
                continue  # the index or the mail server is away for now


def _nobody(_outcome: Outcome) -> None:
    return


@dataclass
class Killer:
    """Starts runs and kills them (SIGKILL) at random instants."""

    settings: Settings
    seed: int
    longest: float = 4.5
    late: timedelta = timedelta(0)
    killed: int = 0
    finished: int = 0
    instants: list[float] = field(default_factory=list)

    def start(self) -> "multiprocessing.process.BaseProcess":
        """A new run, a quarter of an hour after the one before."""
        self.late += timedelta(minutes=15)
        process = CONTEXT.Process(target=run_pipeline, args=(self.settings, self.late))
        process.start()
        return process

    def kill_after(self, process: "multiprocessing.process.BaseProcess", seconds: float) -> None:
        """SIGKILL, unless it has come to its end before."""
        process.join(seconds)
        if process.exitcode is None and process.pid:
            os.kill(process.pid, signal.SIGKILL)
            process.join()
            self.killed += 1
            self.instants.append(seconds)
        else:
            self.finished += 1

    def kill_some(self, count: int, workers: int = 1) -> None:
        """Kill ``count`` runs, ``workers`` of them at a time."""
        rng = random.Random(self.seed + self.killed)
        wanted = self.killed + count
        while self.killed < wanted:
            begun = time.monotonic()
            running = [(self.start(), rng.uniform(0.05, self.longest)) for _ in range(workers)]
            for process, instant in sorted(running, key=lambda r: r[1]):
                self.kill_after(process, max(0.0, begun + instant - time.monotonic()))

    def run_to_the_end(self, runs: int) -> None:
        """Runs that nobody kills, six hours apart: everything that waits has its turn."""
        for _ in range(runs):
            self.late += timedelta(hours=6)
            process = CONTEXT.Process(target=run_pipeline, args=(self.settings, self.late))
            process.start()
            process.join(180)
            assert process.exitcode == 0, f"a run ended with {process.exitcode}"
