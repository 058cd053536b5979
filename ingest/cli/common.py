"""What all commands share: consoles, the config option, exit codes, errors in words.

Exit codes: 0 well; 1 something was found wrong or failed; 2 wrong usage or configuration.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, ParamSpec, TypeVar

import typer
from rich.padding import Padding
from rich.text import Text

from ingest.cli.terminal import console, escaped_in_json
from ingest.errors import ConfigError, IndexMissing, QueryError, VeilleError
from ingest.text.dates import zone_of
from ingest.text.durations import WRITTEN, moment_since, parse_duration

P = ParamSpec("P")
R = TypeVar("R")

ConfigDir = Annotated[
    Path | None,
    typer.Option(
        "--config", "-c", help="Config folder (default: $VEILLE_CONFIG_DIR, else ./config).", show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

out = console()
err = console(stderr=True)


WIDE = 132
"""Columns from which a table of many columns keeps its words whole; below, things stand one under another."""


def indented(text: str | Text, style: str = "") -> Padding:
    """A line below a headline; where it is broken, its rest stays under it."""
    return Padding(Text(text, style=style) if isinstance(text, str) else text, (0, 0, 0, 2), expand=False)


def print_json(value: Any) -> None:
    """One JSON value on standard output, dates as ISO 8601, nothing else."""
    sys.stdout.write(escaped_in_json(json.dumps(value, ensure_ascii=False, indent=2, default=_plain)) + "\n")


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return list(value) if isinstance(value, set | frozenset | tuple) else str(value)


@contextmanager
def in_words() -> Iterator[None]:
    """Errors that veille raises on purpose become words and an exit code; others keep their traceback."""
    try:
        yield
    except ConfigError as e:
        for problem in e.problems:
            err.print("✗", str(problem), markup=False)
        raise typer.Exit(2) from e
    except QueryError as e:
        err.print(e.query, markup=False)
        err.print(" " * e.position + "^ " + str(e), markup=False)
        raise typer.Exit(2) from e
    except IndexMissing as e:  # a step of the set-up is left: no outage that passes by itself
        err.print("✗", str(e), markup=False)
        raise typer.Exit(2) from e
    except VeilleError as e:
        err.print("✗", str(e), markup=False)
        raise typer.Exit(1) from e


def says_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Decorator form of ``in_words`` for Typer commands."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        with in_words():
            return command(*args, **kwargs)

    return wrapped


def duration_of(text: str) -> timedelta:
    """A length of time above zero that was typed. Raises BadParameter, which says what to write."""
    length = parse_duration(text)
    if not length or (text.isascii() and text.isdigit()):
        raise typer.BadParameter(f"{text!r} is not a length of time; write {WRITTEN}")
    return length


def moment_of(text: str, now: datetime, timezone: str) -> datetime:
    """The moment that ``--since`` names: so long ago, or a date. Raises BadParameter, which says what to write."""
    moment = moment_since(text, now, zone=zone_of(timezone) or UTC)
    if moment is None:
        raise typer.BadParameter(
            f"{text!r} is neither a length of time nor a past date; write {WRITTEN}, or 2026-11-24"
        )
    return moment
