"""Run one tool over the pages of a folder: ``reading_runner.py TOOL FOLDER OUT.json [TREES.json]``; imports only it."""

import gzip
import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

logging.disable(logging.CRITICAL)
Reader = Callable[[bytes, str], dict[str, Any]]


def trafilatura(**options: Any) -> Reader:
    from trafilatura import bare_extraction
    from trafilatura.xml import xmltotxt

    def read(body: bytes, url: str) -> dict[str, Any]:
        d = bare_extraction(body, url=url, with_metadata=True, **options)
        if d is None:
            return {}
        text = d.text or (xmltotxt(d.body, False) if d.body is not None else "")
        return {
            "title": d.title,
            "text": text,
            "date": d.date,
            "authors": [a for a in (d.author or "").split("; ") if a],
        }

    return read


def veille(trees: str | None = None) -> Reader:
    """Ours; with the trees of a file, such as those fitted without the publishers that are read here."""
    from ingest.enrich.language import detect
    from ingest.extract.blocks import refine_body
    from ingest.extract.read import read_page

    if trees is not None:
        from bench.fit_blocks import models_of

        models = models_of(json.loads(Path(trees).read_text(encoding="utf-8")))
        refine_body._models = lambda: models  # type: ignore[assignment]

    def read(body: bytes, url: str) -> dict[str, Any]:
        r = read_page(body, url=url)
        language = detect(r.text, title=r.title, html=r.language_hint)
        date = r.published.isoformat() if r.published else None
        return {"title": r.title, "text": r.text, "date": date, "authors": list(r.authors), "language": language.code}

    return read


def mediacloud() -> Reader:
    from mcmetadata import extract

    def read(body: bytes, url: str) -> dict[str, Any]:
        d = extract(url=url, html_text=body.decode("utf-8", "replace"))
        date = d["publication_date"].isoformat() if d.get("publication_date") else None
        return {
            "title": d.get("article_title"),
            "text": d.get("text_content"),
            "date": date,
            "language": d.get("language"),
        }

    return read


def newspaper() -> Reader:
    from newspaper import Article, Config

    def read(body: bytes, url: str) -> dict[str, Any]:
        config = Config()
        config.fetch_images = False
        article = Article(url, config=config)
        article.download(input_html=body.decode("utf-8", "replace"))
        article.parse()
        date = article.publish_date.isoformat() if article.publish_date else None
        found = {"title": article.title, "text": article.text, "date": date, "authors": article.authors}
        return found | {"language": article.meta_lang or None}

    return read


def newsplease() -> Reader:
    from newsplease import NewsPlease

    def read(body: bytes, url: str) -> dict[str, Any]:
        d = NewsPlease.from_html(body.decode("utf-8", "replace"), url=url, fetch_images=False)
        date = d.date_publish.isoformat() if d.date_publish else None
        found = {"title": d.title, "text": d.maintext, "date": date, "authors": d.authors or []}
        return found | {"language": d.language}

    return read


def rs_trafilatura() -> Reader:
    import rs_trafilatura

    def read(body: bytes, url: str) -> dict[str, Any]:
        d = rs_trafilatura.extract(body.decode("utf-8", "replace"), url=url)
        found = {"title": d.title, "text": d.main_content, "date": d.date, "authors": [d.author] if d.author else []}
        return found | {"language": d.language}

    return read


TOOLS: dict[str, Callable[[], Reader]] = {
    "trafilatura": trafilatura,
    "trafilatura-precision": lambda: trafilatura(favor_precision=True),
    "trafilatura-fast": lambda: trafilatura(fast=True),
    "veille": veille,
    "mediacloud-metadata": mediacloud,
    "newspaper4k": newspaper,
    "news-please": newsplease,
    "rs-trafilatura": rs_trafilatura,
}


def main() -> None:
    tool, folder, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    read = veille(sys.argv[4]) if tool == "veille" and len(sys.argv) > 4 else TOOLS[tool]()
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    items = truth["items"] if isinstance(truth, dict) else truth
    pages = [(i["id"], i["url"], gzip.decompress((folder / "html" / f"{i['id']}.html.gz").read_bytes())) for i in items]
    attempt(read, pages[0][2], pages[0][1])
    predictions, started = {}, time.process_time()
    for key, url, body in pages:
        predictions[key] = attempt(read, body, url)
    seconds = time.process_time() - started
    out.write_text(json.dumps({"seconds": seconds, "predictions": predictions}, ensure_ascii=False), encoding="utf-8")


def attempt(read: Reader, body: bytes, url: str) -> dict[str, Any]:
    try:
        return read(body, url)
    except Exception:  # noqa: BLE001 - a peer that fails on a page gives nothing for it
        return {}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main()
