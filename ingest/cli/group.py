"""``veille group``: stories and events of articles on standard input, without an installation."""

import json
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import islice
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn

from ingest.cli.common import err
from ingest.enrich.encoder import Encoder, article_vectors, open_encoder
from ingest.enrich.events.evidence import profile
from ingest.enrich.events.likelihood import Judgement
from ingest.enrich.events.search import near_events
from ingest.enrich.language import detect
from ingest.enrich.stories.placement import place
from ingest.enrich.stories.signature import Signature, signature
from ingest.ledger import stories as story_ledger
from ingest.ledger.store import Connection, Ledger, open_ledger
from ingest.text.harmless import escaped_in_json

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
AT_ONCE = 200
"""Lines in one transaction."""


class EncoderKind(StrEnum):
    """The setting ``enrich.encoder``."""

    BUNDLED = "bundled"
    NONE = "none"


def group(
    window_days: Annotated[int, typer.Option("--window", min=1, help="Days that a story is looked back for.")] = 7,
    scores: Annotated[
        bool,
        typer.Option("--scores", help="Add what each article was compared with, and which events it showed to be one."),
    ] = False,
    encoder: Annotated[
        EncoderKind, typer.Option("--encoder", help="What gives texts their vectors; none: events without.")
    ] = EncoderKind.BUNDLED,
) -> None:
    """Group articles into stories (the same text) and events (the same happening).

    Reads JSON lines {"id", "title", "text", "language", "published", "outlet"} in order of publication and writes
    {"id", "story", "event"} for each, in order. Events are known at the end: that is when lines are written. What
    cannot be read is a line {"id", "error"}; the exit code is then 1. A missing language is detected.

    Example:

      veille group < articles.jsonl > groups.jsonl
    """
    with TemporaryDirectory() as folder:
        ledger = open_ledger(f"sqlite:///{folder}/stories.sqlite")
        try:
            failed = _Grouping(ledger, open_encoder(encoder.value), window_days, scores).run(sys.stdin.buffer)
        finally:
            ledger.close()
    raise typer.Exit(1 if failed else 0)


class _Grouping:
    """One pass over the lines."""

    def __init__(self, ledger: Ledger, encoder: Encoder, window_days: int, scores: bool) -> None:
        self._ledger, self._encoder, self._scores = ledger, encoder, scores
        self._window_days = window_days
        self._now = _EPOCH
        self._ids: dict[str, Any] = {}
        """Article key → id of its line."""

    def run(self, lines: Iterable[bytes]) -> bool:
        """Answer every line, given as bytes: one that is not UTF-8 is an error of its own. True if one is."""
        answers: list[dict[str, Any]] = []
        numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
        columns = (TextColumn("grouping"), SpinnerColumn(), TextColumn("{task.completed:,.0f} articles"))
        with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as progress:
            task = progress.add_task("", total=None)
            while batch := list(islice(numbered, AT_ONCE)):
                with self._ledger.begin() as c:
                    answers += [self._answer(c, line, number) for number, line in batch]
                    story_ledger.prune(c, max(self._now - timedelta(days=self._window_days), _EPOCH))
                progress.advance(task, len(batch))
        with self._ledger.read() as c:
            for answer in answers:
                if (story_id := answer.get("story")) and (story := story_ledger.story(c, story_id)):
                    answer["event"] = story.event_id
                sys.stdout.write(escaped_in_json(json.dumps(answer)) + "\n")
        return any("error" in a for a in answers)

    def _answer(self, c: Connection, line: bytes, number: int) -> dict[str, Any]:
        """One article's answer. Time becomes that of the newest article so far."""
        ident: Any = None
        try:
            row = json.loads(line)
            ident = row.get("id") if isinstance(row, dict) else None
            title, text, outlet, language = _fields(row)
            published = _moment(row.get("published"))
            self._now = max(self._now, published or self._now)
            vectors = article_vectors(self._encoder, title, text)
            language = language or detect(text, title=title, feed=None, html=None).code
            read = signature(title, text, language, published or self._now, vectors)
            with c.begin_nested():
                compared = self._compared(c, read, outlet, published) if self._scores else {}
                story = place(c, f"{number}", outlet, read, published, self._now, self._window_days)
        except (ValueError, TypeError, OverflowError, RecursionError) as e:
            return {"id": ident, "error": f"line {number}: {e}"}
        self._ids[f"{number}"] = ident
        if self._scores and story.merged:
            compared["merged"] = list(story.merged)
        return {"id": ident, "story": story.story_id, "event": story.event_id, **compared}

    def _compared(self, c: Connection, read: Signature, outlet: str, published: datetime | None) -> dict[str, Any]:
        when = min(published or self._now, self._now)
        one = profile(read, outlet, when.timestamp())
        found = near_events(c, one, when, read)
        return {"compared": [self._shown(c, story, j) for e in found[:3] for story, j in e.judgements.items()]}

    def _shown(self, c: Connection, story_id: str, judgement: Judgement) -> dict[str, Any]:
        story = story_ledger.story(c, story_id)
        return {"with": self._ids.get(story.first_article_key) if story else None, **judgement.as_json()}


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
