"""``veille extract``: a filter for scripts (JSON lines in, JSON lines out), and an explanation for one page."""

import asyncio
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.cli.terminal import escaped_in_json
from ingest.clock import system_clock
from ingest.enrich.language import detect
from ingest.errors import ConfigError, VeilleError
from ingest.extract.explain import explain as explain_page
from ingest.extract.pool import Failed, ReadingPool
from ingest.extract.read import read_page
from ingest.extract.reading import Reading, ReadingHints, TextCandidate
from ingest.http.client import HttpClient
from ingest.settings import Settings, load_settings

MAX_FILE = 64_000_000


@says_errors
def extract(
    source: Annotated[str | None, typer.Argument(help="URL or file to read; without it: JSON lines on stdin.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show every candidate and why one won.")] = False,
    url: Annotated[str, typer.Option(help="The address that a file was fetched from.")] = "",
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (default: one a core).")] = None,
    timeout: Annotated[float, typer.Option(min=1, help="Seconds of processor time that one page may take.")] = 20.0,
    as_json: AsJson = False,
    config: ConfigDir = None,
) -> None:
    """Read pages: title, text, date, authors, language.

    Without SOURCE it is a filter: {"id", "url", "html"} or {"id", "url", "html_path"} (plain or .gz) a line on standard
    input, one line a line on standard output, in order; what cannot be read is a line with "error".

    Examples:

      veille extract < pages.jsonl > readings.jsonl

      veille extract https://example.org/story --explain

      veille extract page.html.gz --url https://example.org/story --json
    """
    if source is not None:
        show_one(_read_one(source, url, timeout, config), explain=explain, as_json=as_json)
        return
    with ReadingPool(workers or os.cpu_count() or 1, timeout=timeout) as pool:
        for line in filtered(sys.stdin, pool):
            sys.stdout.write(escaped_in_json(line) + "\n")
            sys.stdout.flush()


def _read_one(source: str, url: str, timeout: float, config: Path | None) -> Reading:
    """One page from the web or a file, read in a worker as in the pipeline."""
    body, address, content_type = _bytes_of(source, url, config)
    with ReadingPool(1, timeout=timeout) as pool:
        answer = pool.run_until(pool.submit(_explained, (body, address, content_type)))
    if isinstance(answer, Failed):
        raise VeilleError(f"{source}: {answer.reason}: {answer.detail}")
    return answer


def _explained(body: bytes, url: str, content_type: str | None) -> Reading:
    return explain_page(body, url=url, content_type=content_type)


def _bytes_of(source: str, url: str, config: Path | None) -> tuple[bytes, str, str | None]:
    if source.startswith(("http://", "https://")):
        return asyncio.run(_fetch(source, load_settings(config)))
    try:
        with Path(source).open("rb") as file:
            return file.read(MAX_FILE), url, None
    except OSError as e:
        raise ConfigError.of(source, f"cannot be read: {e.strerror}", hint="give a file or an http(s) URL") from e


async def _fetch(url: str, settings: Settings) -> tuple[bytes, str, str | None]:
    async with HttpClient(settings.fetch, system_clock) as http:
        answer = await http.get(url)
    if answer.status >= 400:
        raise VeilleError(f"{url}: the server answers HTTP {answer.status}")
    return answer.body, answer.final_url, answer.header("content-type")


def show_one(reading: Reading, *, explain: bool, as_json: bool) -> None:
    """Print one reading for people, or as JSON."""
    record = as_record(reading)
    if as_json:
        print_json(record | {"candidates": [asdict(c) for c in reading.candidates]})
        return
    if explain:
        out.print(_table(reading.candidates))
    facts = ("status", "title", "published", "authors", "language", "method", "words", "paywall", "live")
    for key in facts:
        value = record[key]
        out.print(f"[bold]{key}[/]", escape(", ".join(value) if isinstance(value, tuple | list) else str(value)))
    out.print(f"\n{escape(reading.text)}" if not explain else "")


def _table(candidates: Iterable[TextCandidate]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("", "what", "source"):
        table.add_column(name, no_wrap=True)
    table.add_column("candidate", overflow="fold", ratio=3)
    table.add_column("why", overflow="fold", ratio=2)
    for c in candidates:
        mark = "[green]✓[/]" if c.chosen else ""
        table.add_row(mark, c.what, escape(c.source), escape(c.value[:160]), escape(c.note))
    return table


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


def _hints(ask: dict[str, Any]) -> ReadingHints:
    return ReadingHints(
        title=str(ask.get("title") or ""),
        summary=str(ask.get("summary") or ""),
        published=_moment(ask.get("published")),
        language=ask.get("language"),
        timezone=ask.get("timezone"),
        fetched=_moment(ask.get("fetched")),
    )


def _moment(value: Any) -> datetime | None:
    """A moment with its offset; None for anything else."""
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return when if when is not None and when.tzinfo else None


def _id_of(line: str) -> Any:
    try:
        return json.loads(line).get("id")
    except (ValueError, AttributeError):
        return None
