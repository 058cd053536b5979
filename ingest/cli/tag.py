"""``veille tag``: a filter for scripts. JSON lines in, one JSON line for each out, in order."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from ingest.cli.common import ConfigDir, says_errors
from ingest.cli.terminal import escaped_in_json
from ingest.cli.topics.commands import desk_tagger
from ingest.enrich.language import detect
from ingest.enrich.topics import Tagger
from ingest.model import TopicHit


@says_errors
def tag(config: ConfigDir = None) -> None:
    """Give topics to articles, with the evidence.

    Reads {"id", "title", "text", "language"?} a line on standard input and writes {"id", "language", "topics":
    [{"topic", "score", "about", "evidence"}]} a line, in order. A line that cannot be read gives {"id", "error"}.

    Examples:

      veille tag < articles.jsonl > topics.jsonl

      veille extract < pages.jsonl | veille tag
    """
    tagger = desk_tagger(config)
    for answer in answers(sys.stdin, tagger):
        sys.stdout.write(escaped_in_json(answer) + "\n")


def answers(lines: Iterable[str], tagger: Tagger) -> Iterator[str]:
    """One JSON line for each line that is not blank."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield json.dumps(_answer(line, number, tagger), ensure_ascii=False)


def _answer(line: str, number: int, tagger: Tagger) -> dict[str, Any]:
    try:
        ask = json.loads(line)
    except ValueError as e:
        return {"id": None, "error": f"line {number}: not JSON: {e}"}
    if not isinstance(ask, dict):
        return {"id": None, "error": f"line {number}: not a JSON object"}
    title, text, given = (ask.get(key) or "" for key in ("title", "text", "language"))
    if not (isinstance(title, str) and isinstance(text, str) and isinstance(given, str)):
        return {"id": ask.get("id"), "error": f"line {number}: title, text and language must be text"}
    if "error" in ask and not title and not text:
        return {"id": ask.get("id"), "error": ask["error"]}
    language = given or detect(text, title=title).code
    hits = tagger.tag(title, text, language)
    return {"id": ask.get("id"), "language": language, "topics": [as_record(h) for h in hits]}


def as_record(hit: TopicHit) -> dict[str, Any]:
    """A topic as plain JSON values."""
    return asdict(hit)
