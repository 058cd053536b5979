"""``veille topics``: the desk's subjects, what a text gets and why, and whether the rules do as they should."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.cli.topics.change import apply, diff
from ingest.cli.topics.teach import taught, teach
from ingest.cli.topics.view import highlighted, source_of
from ingest.defaults import packaged
from ingest.enrich.language import detect
from ingest.enrich.topics import Tagger, load_topics
from ingest.enrich.topics.golden import Failure, check_goldens
from ingest.enrich.topics.inner_words import InnerWord, inner_words, words_of
from ingest.settings import load_settings

_INSIDE = 10
app = typer.Typer(help="Topics: list them, test a text, check the rules, change them.", no_args_is_help=True)


app.command()(diff)
app.command()(apply)
app.command()(teach)
app.command()(taught)


def rules_file(config: Path | None) -> Path:
    """Where the desk's rules stand; those that come with veille where there is no config folder yet."""
    own = load_settings(config).config_dir / "topics.yaml"
    return own if own.exists() or config else packaged("config") / "topics.yaml"


def desk_tagger(config: Path | None) -> Tagger:
    """The desk's tagger, with the encoder of its settings."""
    return load_topics(rules_file(config), load_settings(config).enrich.encoder)


@app.command("list")
@says_errors
def list_topics(config: ConfigDir = None, as_json: AsJson = False) -> None:
    """The topics, with the number of their signals and the version of their rule.

    Examples:

      veille topics list
    """
    tagger = desk_tagger(config)
    versions = tagger.versions
    if as_json:
        print_json(
            [{"id": t.id, "name": t.name, "covers": t.covers, "version": versions[t.id]} for t in tagger.book.topics]
        )
        return
    table = Table("topic", "name", "signals", "covers", "version", box=None, pad_edge=False)
    for t in tagger.book.topics:
        table.add_row(t.id, t.name, str(len(t.signals)), ", ".join(t.covers), versions[t.id])
    out.print(table)
    terms = sum(len(c.terms) for c in tagger.book.concepts)
    out.print(f"[dim]{len(tagger.book.concepts)} concepts, {terms} terms, rules version {tagger.version}[/dim]")
    out.print(f"[dim]{_who_decides(tagger)}[/dim]")


def _who_decides(tagger: Tagger) -> str:
    """Which topics the model has the last word on, and whether it has vectors to go by."""
    judge = tagger.judge
    if judge is None or not judge.topics:
        return "the rules decide alone: the model knows none of these topics, or is switched off"
    left = sorted(set(tagger.topics) - judge.topics)
    alone = f"; the rules alone for {', '.join(left)}" if left else ""
    if judge.encoder == "none":
        return f'the model decides by the rules\' evidence alone, less well: encoder = "none"{alone}'
    return f"the model has the last word, by rules and meaning{alone}"


@app.command("test")
@says_errors
def explain(
    source: Annotated[str, typer.Argument(metavar="FILE|URL|TEXT", help="A page, a file (.html or text) or the text.")],
    title: Annotated[str, typer.Option(help="The title, where the text has none.")] = "",
    language: Annotated[str | None, typer.Option(help="ISO 639-1 (default: detected).")] = None,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """What a text gets, and why: the words that count are highlighted.

    A text alone, in one line, is taken for a title. In a file of plain text the first line is the title.

    Examples:

      veille topics test "Lavrov arrives in Pyongyang to sign a fisheries agreement"

      veille topics test article.txt --language fr
    """
    tagger = desk_tagger(config)
    read_title, text = source_of(source, load_settings(config))
    heading = title or read_title
    code = language or detect(text, title=heading).code
    hits = tagger.tag(heading, text, code)
    if as_json:
        print_json({"language": code, "topics": [asdict(h) for h in hits]})
        return
    out.print(highlighted(heading, text, code, hits))


@app.command("check")
@says_errors
def check(
    file: Annotated[Path | None, typer.Argument(help="Rules to check (default: topics.yaml of the config).")] = None,
    words: Annotated[Path | None, typer.Option(help="A text whose frequent words are looked through too.")] = None,
    config: ConfigDir = None,
    as_json: AsJson = False,
) -> None:
    """Whether the rules can be read, and whether every `should` and `should_not` sentence does as it says.

    Names the terms that are found inside longer common words (대화 in 현대화): such a word may mean something else, and
    goes under `not:` if it does. Exit code 1 if a sentence fails, 2 if the rules cannot be read.

    Examples:

      veille topics check

      veille topics check new-topics.yaml --words a-week-of-news.txt
    """
    path = file or rules_file(config)
    tagger = load_topics(path, load_settings(config).enrich.encoder)
    failures = check_goldens(tagger)
    total = sum(len(t.should) + len(t.should_not) for t in tagger.book.topics)
    inside = inner_words(tagger.book, words_of(words.read_text(encoding="utf-8", errors="replace")) if words else ())
    if as_json:
        report = {"sentences": total, "failures": [asdict(f) for f in failures]}
        print_json({**report, "inner_words": [asdict(i) for i in inside]})
    else:
        _report(path, tagger, failures, total)
        _report_inside(inside)
    raise typer.Exit(1 if failures else 0)


def _report_inside(inside: list[InnerWord]) -> None:
    for i in inside[:_INSIDE]:
        out.print(f"  {i.concept}: {i.term} is found inside {i.word}", markup=False)
    if len(inside) > _INSIDE:
        out.print(f"  … and {len(inside) - _INSIDE} more terms inside longer words (--json lists all)")


def _report(path: Path, tagger: Tagger, failures: list[Failure], total: int) -> None:
    for f in failures:
        out.print(f"✗ {path}:{f.line or '?'} {f.topic}: {f}", markup=False)
    verdict = f"{len(failures)} of {total} sentences fail" if failures else f"all {total} sentences as they should be"
    out.print(f"{len(tagger.topics)} topics, {len(tagger.book.concepts)} concepts: {verdict}")
