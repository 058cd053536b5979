"""``veille topics teach`` and ``taught``: a desk corrects the model, which learns from it at once."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.cli.topics.view import source_of
from ingest.enrich.language import detect
from ingest.enrich.topics import Tagger, load_topics
from ingest.enrich.topics.corrections import (
    LABELS,
    Correction,
    Label,
    read_corrections,
    with_correction,
    without_correction,
    write_corrections,
)
from ingest.errors import VeilleError
from ingest.index.hit import IndexedArticle
from ingest.ledger.history import find_key
from ingest.model import TopicHit
from ingest.settings import load_settings
from ingest.urls import canonical, url_key
from ingest.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TaughtText:
    """An article to learn from."""

    url: str
    title: str
    body: str
    language: str


@says_errors
def teach(
    source: Annotated[str, typer.Argument(metavar="URL|FILE|TEXT", help="The article.")],
    topic: Annotated[str, typer.Argument(help="A topic's id, as `veille topics list` shows it.")],
    label: Annotated[str, typer.Argument(help="What it is: about, mention or no; `forget` takes a correction back.")],
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Tell what an article is about, mentions or has nothing of; the model learns it at once.

    The correction is kept in `topics/corrections.jsonl` of the config folder, without the article's text.
    `veille topics apply` then gives the stored articles their new topics.

    Examples:

      veille topics teach https://outlet.example/2025/04/28/kremlin russia-dprk about

      veille topics teach "Trump and Xi meet in South Korea" korean-peninsula no
    """
    folder = load_settings(config).config_dir
    rules = folder / "topics.yaml"
    encoder = load_settings(config).enrich.encoder
    tagger = load_topics(rules, encoder)
    _known(tagger, topic, label)
    article = _article(source, config)
    before = _hit(tagger, article, topic)
    said = read_corrections(folder)
    if label == "forget":
        said = without_correction(said, article.url, topic)
    else:
        said = with_correction(said, _correction(tagger, article, topic, label))  # type: ignore[arg-type]
    write_corrections(folder, said)
    after = _hit(load_topics(rules, encoder), article, topic)
    if as_json:
        print_json({"url": article.url, "topic": topic, "label": label, "before": before, "after": after})
        return
    out.print(f"{article.title or article.url}\n{topic}: {_words(before)} → {_words(after)}", markup=False)
    out.print(f"[dim]{len(said)} corrections; `veille topics apply` gives stored articles their new topics[/dim]")


@says_errors
def taught(config: ConfigDir = None, as_json: AsJson = False) -> None:
    """The corrections that the model has learnt from.

    Examples:

      veille topics taught
    """
    said = read_corrections(load_settings(config).config_dir)
    if as_json:
        print_json([{"url": c.url, "title": c.title, "topic": c.topic, "label": c.label} for c in said])
        return
    table = Table("topic", "label", "article", box=None, pad_edge=False)
    for c in said:
        table.add_row(c.topic, c.label, c.title or c.url)
    out.print(table if said else "nothing taught yet")


def _known(tagger: Tagger, topic: str, label: str) -> None:
    if topic not in tagger.topics:
        raise typer.BadParameter(f"no topic {topic!r}; there are {', '.join(tagger.topics)}")
    if label not in (*LABELS, "forget"):
        raise typer.BadParameter(f"{label!r} is none of {', '.join(LABELS)}, forget")


def _article(source: str, config: Path | None) -> TaughtText:
    """The article as it is stored, if it is; else as it is fetched, read from its file, or typed."""
    if source.startswith(("http://", "https://")) and (stored := _stored(source, config)):
        return stored
    title, body = source_of(source, load_settings(config))
    if not (title or body).strip():
        raise VeilleError(f"{source}: no text to learn from")
    return TaughtText(source[:500], title, body, detect(body, title=title).code)


def _stored(url: str, config: Path | None) -> TaughtText | None:
    with Workspace.of(config) as ws:
        with ws.ledger.read() as c:
            key = find_key(c, [url_key(canonical(url)), url_key(url)])
        document = ws.index.get(key) if key else None
    if key is None or document is None:
        return None
    article = IndexedArticle(key, document)
    return TaughtText(url, article.title, article.body or article.summary, article.language or "unknown")


def _correction(tagger: Tagger, article: TaughtText, topic: str, label: Label) -> Correction:
    features = tagger.look(article.title, article.body, article.language).features()
    vectors, encoder = tagger.vectors(article.title, article.body)
    return Correction(article.url, article.title[:200], topic, label, features, vectors, encoder)


def _hit(tagger: Tagger, article: TaughtText, topic: str) -> TopicHit | None:
    hits = tagger.tag(article.title, article.body, article.language)
    return next((h for h in hits if h.topic == topic), None)


def _words(hit: TopicHit | None) -> str:
    if hit is None:
        return "no"
    share = "" if hit.model_share is None else f" (model {hit.model_share:.2f})"
    return ("about" if hit.about else "mention") + share
