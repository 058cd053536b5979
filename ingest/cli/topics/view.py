"""How topics look in a terminal, and where the text to test comes from."""

import asyncio
from http import HTTPStatus
from pathlib import Path

from rich.console import Group
from rich.text import Text

from ingest.clock import system_clock
from ingest.errors import ConfigError, VeilleError
from ingest.extract.read import read_page
from ingest.http.client import HttpClient
from ingest.http.response import Response
from ingest.model import TopicHit
from ingest.settings import Settings

_MAX_FILE = 64_000_000


def source_of(source: str, settings: Settings) -> tuple[str, str]:
    """Title and text of a URL (fetched now), a file or the argument itself."""
    if source.startswith(("http://", "https://")):
        answer = asyncio.run(_get(source, settings))
        if answer.status != HTTPStatus.OK:
            raise VeilleError(f"{source}: the server answers {answer.status}")
        reading = read_page(answer.body, url=answer.final_url, content_type=answer.header("content-type"))
        return reading.title, reading.text
    path = Path(source)
    if len(source) < 1000 and path.is_file():
        return _file(path)
    if len(source) < 200 and path.suffix in (".txt", ".html", ".htm", ".md"):
        raise ConfigError.of(path, "no such file")
    first, _, rest = source.strip().partition("\n")
    return first, rest


async def _get(url: str, settings: Settings) -> Response:
    async with HttpClient(settings.fetch, system_clock) as http:
        return await http.get(url)


def _file(path: Path) -> tuple[str, str]:
    body = path.read_bytes()[:_MAX_FILE]
    if path.suffix.lower() in (".html", ".htm", ".gz"):
        reading = read_page(body, url=path.absolute().as_uri())
        return reading.title, reading.text
    first, _, rest = body.decode("utf-8", "replace").strip().partition("\n")
    return first, rest


def highlighted(title: str, text: str, language: str, hits: list[TopicHit]) -> Group:
    """The text with the words that count marked, and each topic with its score, places and words."""
    shown = Text(title, style="bold")
    body = Text(text)
    for hit in hits:
        for e in hit.evidence:
            (shown if e.where == "title" else body).stylize("black on yellow", e.start, e.end)
    lines = [_line(h) for h in hits] or [Text("no topic", style="dim")]
    return Group(shown, *([body] if text else []), Text(f"\nlanguage {language}", style="dim"), *lines)


def decision(hit: TopicHit) -> str:
    """Whose the decision was: «rules 6.1, model .93»."""
    share = f", model {hit.model_share:.2f}".replace("0.", ".") if hit.model_share is not None else ""
    return f"rules {hit.rule_score:.1f}{share}"


def _line(hit: TopicHit) -> Text:
    line = Text.assemble(
        (f"{'about  ' if hit.about else 'mention'} ", "green bold" if hit.about else "yellow"),
        (f"{hit.topic:18}", "bold"),
        f"{hit.score:5.2f}  ",
        *([(f"{decision(hit)}  ", "dim")] if hit.model_share is not None else []),
    )
    places: dict[str, dict[str, None]] = {}
    for e in hit.evidence:
        places.setdefault(e.where, {})[e.term] = None
    return line.append("; ".join(f"{where}: {', '.join(terms)}" for where, terms in places.items()), style="dim")
