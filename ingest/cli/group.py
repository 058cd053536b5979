"""``veille group``: stories and events of articles on standard input, without an installation."""

import json
import sys
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import signature
from ingest.ledger import stories as ledger_stories
from ingest.ledger.store import Ledger, open_ledger

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def group(
    window_days: Annotated[int, typer.Option("--window", min=1, help="Days that a story is looked back for.")] = 7,
) -> None:
    """Group articles into stories (the same text) and events (the same happening).

    Reads JSON lines {"id", "title", "text", "language", "published", "outlet"} in order of publication and writes
    {"id", "story", "event"} for each, in order. Events are known at the end: that is when lines are written. What
    cannot be read is a line {"id", "error"}; the exit code is then 1.

    Example:

      veille group < articles.jsonl > groups.jsonl
    """
    with TemporaryDirectory() as folder:
        ledger = open_ledger(f"sqlite:///{folder}/stories.sqlite")
        try:
            failed = _grouped(ledger, window_days)
        finally:
            ledger.close()
    raise typer.Exit(1 if failed else 0)


def _grouped(ledger: Ledger, window_days: int) -> bool:
    answers: list[dict[str, Any]] = []
    now = _EPOCH
    for number, line in enumerate(sys.stdin.buffer, 1):  # bytes: a line that is not UTF-8 is an error of its own
        if line.strip():
            answer, now = _answer(ledger, line, number, now, window_days)
            answers.append(answer)
    with ledger.read() as c:
        for answer in answers:
            if (story_id := answer.get("story")) and (story := ledger_stories.story(c, story_id)):
                answer["event"] = story.event_id
            sys.stdout.write(json.dumps(answer) + "\n")
    return any("error" in a for a in answers)


def _answer(
    ledger: Ledger, line: bytes, number: int, now: datetime, window_days: int
) -> tuple[dict[str, Any], datetime]:
    """One article's answer, and the time it has become: that of the newest article so far."""
    ident: Any = None
    try:
        row = json.loads(line)
        ident = row.get("id") if isinstance(row, dict) else None
        title, text, outlet, language = _fields(row)
        published = _moment(row.get("published"))
        now = max(now, published or now)
        read = signature(title, text, language, published or now)
        with ledger.begin() as c:
            story = place(c, f"{number}", outlet, read, published, now, window_days)
            if number % 1000 == 0:
                ledger_stories.prune(c, now - timedelta(days=window_days))
    except (ValueError, TypeError, OverflowError, RecursionError) as e:
        return {"id": ident, "error": f"line {number}: {e}"}, now
    return {"id": ident, "story": story.story_id, "event": story.event_id}, now


def _fields(row: Any) -> tuple[str, str, str, str | None]:
    if not isinstance(row, dict) or "id" not in row:
        raise ValueError('not an object with "id"')
    values = [row.get(name) for name in ("title", "text", "outlet", "language")]
    wrong = [v for v in values if not isinstance(v, str | None)]
    if wrong:
        raise ValueError(f"title, text, outlet and language are text, not {wrong[0]!r}")
    return values[0] or "", values[1] or "", values[2] or "unknown", values[3]


def _moment(value: Any) -> datetime | None:
    if value is None:
        return None
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
