"""Why a page was read as it was: every candidate for title, date, authors, text and status, and which one won."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.extract import alternates, authors, body, dates, page_kind, title
from ingest.extract.page import open_page
from ingest.extract.read import read
from ingest.extract.reading import Reading, ReadingHints, TextCandidate

OPENING = 160


def explain(
    page_bytes: bytes, *, url: str, content_type: str | None = None, hints: ReadingHints | None = None
) -> Reading:
    """Read a page as ``read_page`` does, with ``candidates`` filled. Twice the work: for people."""
    hints = hints or ReadingHints()
    reading = read(open_page(page_bytes, url, content_type, hints))
    page = open_page(page_bytes, url, content_type, hints)
    found = [
        *_titles(title.candidates(page), reading),
        *_dates(list(dates.published_candidates(page)), reading),
        *(TextCandidate("authors", source, ", ".join(raw)[:OPENING], chosen=source == reading.authors_source)
          for raw, source in authors.sources(page) if raw),
    ]  # fmt: skip
    twin = alternates.find(page)
    page.lighten()
    chosen = body.choose(page)
    found += _texts(chosen)
    facts = page_kind.facts(page, chosen)
    verdict = page_kind.recognise(facts)
    found.append(TextCandidate("status", "facts", verdict.status.value, verdict.reason, chosen=True))
    if twin.is_amp or twin.is_print:
        found.append(
            TextCandidate("twin", "amp" if twin.is_amp else "print", twin.canonical_url or "no canonical address")
        )
    return replace(reading, candidates=tuple(found))


def _titles(found: list[title.Title], reading: Reading) -> Iterator[TextCandidate]:
    for candidate in found:
        won = candidate.source == reading.title_source and (candidate.source != "h1" or candidate.text == reading.title)
        note = f"cut to: {reading.title}" if won and candidate.text != reading.title else ""
        yield TextCandidate("title", candidate.source, candidate.text, note, won)


def _dates(found: list[dates.Stamp], reading: Reading) -> Iterator[TextCandidate]:
    known = {s.source for s in found}
    for stamp in found:
        won = stamp.source == reading.published_source and stamp.raw == reading.published_raw
        yield TextCandidate("published", stamp.source, stamp.when.isoformat(), f"from {stamp.raw!r}", won)
    if reading.published and reading.published_source not in known:
        yield TextCandidate("published", reading.published_source or "", reading.published.isoformat(), "", True)


def _texts(chosen: body.Body) -> Iterator[TextCandidate]:
    for text in chosen.considered:
        won = text is chosen.chosen
        note = f"{text.words} words, {len(text.paragraphs)} paragraphs" + (f"; {chosen.reason}" if won else "")
        note += "" if text.agrees else "; does not hold the summary"
        yield TextCandidate("text", text.method, " ".join(text.paragraphs)[:OPENING], note, won)
