"""``veille extract``: a filter for scripts (JSON lines in, JSON lines out), and an explanation for one page."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from ingest.cli.common import says_errors
from ingest.enrich.language import detect
from ingest.extract.pool import Failed, ReadingPool
from ingest.extract.read import read_page
from ingest.extract.reading import Hints, Reading

MAX_FILE = 64_000_000


@says_errors
def extract(
    source: Annotated[
        str | None, typer.Argument(help="URL or file to explain; without it: JSON lines on stdin.")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (default: one a core).")] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that one page may take.")] = 20.0,
) -> None:
    """Read pages: title, text, date, authors, language.

    Without SOURCE it is a filter: {"id", "url", "html"} or {"id", "url", "html_path"} (plain or .gz) a line on standard
    input, one line a line on standard output, in order; what cannot be read is a line with "error".

    Examples:

      veille extract < pages.jsonl > readings.jsonl
    """
    if source is not None:
        raise typer.BadParameter("explaining one page comes next")
    with ReadingPool(workers or os.cpu_count() or 1, timeout=timeout) as pool:
        for line in filtered(sys.stdin, pool):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


def filtered(lines: Iterable[str], pool: ReadingPool) -> Iterator[str]:
    """One JSON line for each line that is not blank, in order."""
    calls = ((line,) for line in lines if line.strip())
    for (line,), answer in pool.map(answer_line, calls):
        record = (
            {"id": _id_of(line), "error": f"{answer.reason}: {answer.detail}"} if isinstance(answer, Failed) else answer
        )
        yield json.dumps(record, ensure_ascii=False)


def answer_line(line: str) -> dict[str, Any]:
    """What one input line gives; runs in a worker."""
    try:
        ask = json.loads(line)
    except ValueError as e:
        return {"id": None, "error": f"not JSON: {e}"}
    if not isinstance(ask, dict):
        return {"id": None, "error": "not a JSON object"}
    try:
        body = _body(ask)
    except (OSError, EOFError, ValueError) as e:
        return {"id": ask.get("id"), "error": str(e)}
    url = str(ask.get("url") or "")
    reading = read_page(body, url=url, content_type=ask.get("content_type"), hints=_hints(ask))
    return {"id": ask.get("id"), "url": url, **as_record(reading, feed=ask.get("language"))}


def as_record(reading: Reading, *, feed: str | None = None) -> dict[str, Any]:
    """A reading and its language as plain JSON values."""
    language = detect(reading.text, title=reading.title, feed=feed, html=reading.language_hint)
    record = asdict(reading)
    del record["candidates"]
    for key in ("published", "modified"):
        record[key] = record[key].isoformat() if record[key] else None
    record |= {
        "language": language.code,
        "language_confidence": language.confidence,
        "language_source": language.source,
    }
    return record


def _body(ask: dict[str, Any]) -> bytes:
    if isinstance(ask.get("html"), str):
        return str(ask["html"]).encode("utf-8", "surrogatepass")
    path = ask.get("html_path")
    if not isinstance(path, str):
        raise ValueError('neither "html" nor "html_path"')
    with Path(path).open("rb") as file:
        return file.read(MAX_FILE)  # decoding inflates it, bounded, and keeps what a cut stream has


def _hints(ask: dict[str, Any]) -> Hints:
    published = ask.get("published")
    try:
        when = datetime.fromisoformat(published) if isinstance(published, str) else None
    except ValueError:
        when = None
    return Hints(
        title=str(ask.get("title") or ""),
        summary=str(ask.get("summary") or ""),
        published=when if when is not None and when.tzinfo else None,
        language=ask.get("language"),
        timezone=ask.get("timezone"),
    )


def _id_of(line: str) -> Any:
    try:
        return json.loads(line).get("id")
    except (ValueError, AttributeError):
        return None
