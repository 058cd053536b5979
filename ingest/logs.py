"""Structured logs: one line an event, key=value at a terminal, JSON where another program reads it."""

import logging
from collections import Counter

import structlog

from ingest.outcome import Outcome, StageRun
from ingest.text.harmless import harmless

_log = structlog.get_logger("veille")
_CHATTY = (
    "elastic_transport",
    "elasticsearch",
    "httpx",
    "httpcore",
    "botocore",
    "aiobotocore",
    "s3fs",
    "fsspec",
    "alembic",
)
PROGRESS_EVERY = 100
"""Outcomes a line of progress."""


def logged(outcome: Outcome) -> None:
    """A ``Report`` that writes outcomes to the log: failures as warnings, the rest for the curious."""
    write = _log.debug if outcome.ok else _log.warning
    write(outcome.name, stage=outcome.stage.value, subject=harmless(outcome.subject), detail=harmless(outcome.detail))


class LoggedProgress:
    """``logged``, and every hundred outcomes a line with what they were so far."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def __call__(self, outcome: Outcome) -> None:
        """Take in one outcome."""
        self._counts[outcome.name] += 1
        if outcome.name != "own-outage" or self._counts[outcome.name] == 1:  # one thing to know, not a line a feed
            logged(outcome)
        if self._counts.total() % PROGRESS_EVERY == 0:
            _log.info("progress", stage=outcome.stage.value, done=self._counts.total(), counts=dict(self._counts))


def log_run(run: StageRun) -> None:
    """What a stage did, in one line."""
    _log.info("done", stage=run.stage.value, claimed=run.claimed, new=run.new, counts=dict(run.counts))


def quieten_libraries() -> None:
    """Libraries that tell of each request do so as warnings only: 200 lines of transport hid what a task had done."""
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
