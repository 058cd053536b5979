"""AMP and print versions of an article: recognised, so that the canonical page is the one that counts."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from ingest.extract.page import Page
from ingest.urls import host

_PRINT = re.compile(
    r"(?:^|[/.?&_-])(?:print|drucken|druckversion|imprimer|imprimir|printer(?:-friendly)?)(?:$|[/.=&_-])", re.I
)


@dataclass(frozen=True, slots=True)
class Twins:
    """Other addresses of the same article."""

    canonical_url: str | None
    amp_url: str | None
    is_amp: bool
    is_print: bool


def find(page: Page) -> Twins:
    """What the page says about its twins."""
    root = page.root
    is_amp = root is not None and ("amp" in root.attrib or "⚡" in root.attrib)
    return Twins(_canonical(page), page.link("amphtml"), is_amp, bool(_PRINT.search(page.url)))


def _canonical(page: Page) -> str | None:
    """The declared canonical address, unless it is another site's or the front page (templates often get it wrong)."""
    declared = page.link("canonical")
    if declared is None:
        return None
    try:
        ours, theirs = urlsplit(page.url), urlsplit(declared)
    except ValueError:
        return None
    if theirs.path in ("", "/") and not theirs.query and ours.path not in ("", "/"):
        return None
    same = not page.url or _site(declared) == _site(page.url)
    return declared if same else None


def _site(url: str) -> str:
    """Enough to tell one publisher's hosts from another's: ``m.example.co.uk`` and ``www.example.co.uk`` are one."""
    labels = host(url).split(".")
    short = len(labels) > 2 and len(labels[-2]) <= 3 and len(labels[-1]) == 2
    return ".".join(labels[-3 if short else -2 :])
