"""Structured logs: one line an event, key=value at a terminal, JSON where another program reads it."""

import logging
import sys

import structlog

from ingest.outcome import Outcome

_log = structlog.get_logger("veille")


def set_up_logs(*, verbose: bool = False, as_json: bool = False) -> None:
    """Set up structlog for this process. Logs go to standard error; secrets are never in events."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else structlog.dev.ConsoleRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if verbose else logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )


def logged(outcome: Outcome) -> None:
    """A ``Report`` that writes outcomes to the log: failures as warnings, the rest for the curious."""
    write = _log.debug if outcome.ok else _log.warning
    write(outcome.name, stage=outcome.stage.value, subject=outcome.subject, detail=outcome.detail)
