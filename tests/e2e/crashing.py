"""Workers that are killed: each runs the pipeline in a process of its own, with a clock that is told how late it is."""

import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from ingest.clock import system_clock
from ingest.errors import VeilleError
from ingest.outcome import Outcome
from ingest.settings import Settings

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["ingest.pipeline"])


def run_pipeline(settings: Settings, late: timedelta, progress: Path) -> None:
    """One run of the whole pipeline, ``late`` after now: leases of the dead have expired by then.

    Writes into ``progress`` which stage has begun, for whoever wants to kill it there.
    """
    from ingest import pipeline
    from ingest.workspace import Workspace

    with Workspace(settings, lambda: system_clock() + late) as ws:
        for step in (pipeline.poll, pipeline.fetch, pipeline.index, pipeline.alert, pipeline.deliver):
            progress.write_text(step.__name__)
            try:
                step(ws, _nobody)
            except VeilleError:
                continue  # the index or the mail server is away for now


def _nobody(_outcome: Outcome) -> None:
    return


STAGES = {"poll": 0.1, "fetch": 0.25, "index": 0.45, "alert": 0.1, "deliver": 0.1}
"""How often a run is killed in each stage: an instant of the whole run would nearly always be one of its start."""
SPANS = {"poll": 0.4, "fetch": 1.5, "index": 4.0, "alert": 0.2, "deliver": 0.2}
"""Seconds after a stage has begun within which it is killed; reading needs two before it has anything to write."""


@dataclass
class Running:
    """A run, and the instant it is to be killed at: so many seconds after a stage has begun."""

    process: "multiprocessing.process.BaseProcess"
    progress: Path
    stage: str
    after: float
    begun: float | None = None

    def is_over(self) -> bool:
        return self.process.exitcode is not None

    def is_due(self) -> bool:
        if self.begun is None and self.progress.exists():
            names = list(STAGES)
            at = self.progress.read_text()
            if at and names.index(at) >= names.index(self.stage):
                self.begun = time.monotonic()
        return self.begun is not None and time.monotonic() >= self.begun + self.after


@dataclass
class Killer:
    """Starts runs and kills them (SIGKILL) at random instants of their stages."""

    settings: Settings
    seed: int
    folder: Path
    late: timedelta = timedelta(0)
    killed: Counter[str] = field(default_factory=Counter)
    """Runs killed, by the stage that they were in."""
    finished: int = 0
    started: int = 0

    def start(self, rng: random.Random, at_once: bool) -> Running:
        """A new run, to be killed in a stage drawn by chance."""
        self.started += 1
        progress = self.folder / f"progress-{self.started}"
        process = CONTEXT.Process(target=run_pipeline, args=(self.settings, self.late, progress))
        process.start()
        stage = rng.choices(list(STAGES), list(STAGES.values()))[0]
        return Running(process, progress, stage, 0.0 if at_once else rng.uniform(0.0, SPANS[stage]))

    def kill_some(self, count: int, workers: int = 1) -> None:
        """Kill ``count`` runs, ``workers`` of them at a time. A run that ends before its instant counts apart."""
        rng = random.Random(self.seed + self.killed.total())
        wanted, tried = self.killed.total() + count, 0
        while self.killed.total() < wanted and tried < 12 * count:
            self.late += timedelta(minutes=15)  # the same for all workers of a round: their clocks agree
            late = tried > 2 * count  # little to do is over before its instant comes: then as soon as it is seen
            running = [self.start(rng, late) for _ in range(workers)]
            tried += workers
            while running:
                running = [run for run in running if not self._ended(run)]
                time.sleep(0.005)

    def _ended(self, run: Running) -> bool:
        if run.is_over():
            self.finished += 1
        elif run.is_due() and run.process.pid:
            try:
                os.kill(run.process.pid, signal.SIGKILL)
            except ProcessLookupError:  # it ended since it was looked at: counted the next time
                return False
            run.process.join()
            self.killed[run.progress.read_text() or run.stage] += 1
        else:
            return False
        return True

    def run_to_the_end(self, runs: int) -> None:
        """Runs that nobody kills, six hours apart: everything that waits has its turn."""
        for _ in range(runs):
            self.late += timedelta(hours=6)
            process = CONTEXT.Process(target=run_pipeline, args=(self.settings, self.late, self.folder / "last"))
            process.start()
            process.join()
            assert process.exitcode == 0, f"a run ended with {process.exitcode}"
