"""Structured logs: one line an event, key=value at a terminal, JSON where another program reads it."""

import structlog

from ingest.outcome import Outcome

_log = structlog.get_logger("veille")


def logged(outcome: Outcome) -> None:
    """A ``Report`` that writes outcomes to the log: failures as warnings, the rest for the curious."""
    write = _log.debug if outcome.ok else _log.warning
    write(outcome.name, stage=outcome.stage.value, subject=outcome.subject, detail=outcome.detail)
