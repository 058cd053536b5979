"""The formats that feeds come in. A new one is its module and its line here."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ingest.feeds.formats import jsonfeed, rss_atom, sitemap
from ingest.feeds.formats.document import FeedDocument

JSON: Final = "json"
"""The form of every body that begins as JSON does; the formats that read it are tried in turn."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader may need to know beside the text."""

    base: str
    """Base of relative links."""
    now: datetime
    most: int
    """Items that are read at most."""


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """One reader, and how its documents are told from others."""

    form: str
    read: Callable[[str, Source], FeedDocument | None]
    """The document; None if it is none of this format after all. Never raises, whatever the text."""
    roots: Collection[str] = ()
    """Local names of the first element, in small letters; none for JSON."""
    is_sliced: bool = False
    """True if its items can be cut out of the text and known ones left out before it is read (``feeds/slices``)."""


FORMATS: Final = (
    FeedFormat(
        "feed", lambda text, source: rss_atom.read(text, source.base, most=source.most),
        roots=("rss", "rdf", "feed", "channel"), is_sliced=True,
    ),
    FeedFormat("sitemap", lambda text, source: sitemap.read(text, now=source.now, most=source.most), roots=("urlset",)),
    FeedFormat(JSON, lambda text, source: jsonfeed.read(text, most=source.most)),
)  # fmt: skip


def formats_of(form: str) -> tuple[FeedFormat, ...]:
    """The formats whose documents look like this, to be tried in turn; none for what is no feed."""
    return tuple(one for one in FORMATS if one.form == form)


def form_of_root(name: str) -> str | None:
    """The form of documents that begin with this element; None where no format has it."""
    return next((one.form for one in FORMATS if name in one.roots), None)
