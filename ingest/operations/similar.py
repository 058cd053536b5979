"""Semantic neighbours: the articles that mean nearly what a text or a stored article means, in whatever language."""

import re
from urllib.parse import urlsplit

from ingest.enrich.encoder import article_vectors, open_encoder, signed
from ingest.errors import ConfigError, QueryError
from ingest.index.hit import IndexedArticle
from ingest.index.protocol import Neighbours
from ingest.ledger.history import find_key
from ingest.urls import canonical, url_key
from ingest.workspace import Workspace

_RELATED = re.compile(r'(?:^|(?<=\s)(?:AND\s+)?)related:(?:"([^"]*)"|(\S+))(?:\s+AND(?=\s))?')


def split_related(query: str) -> tuple[str, str | None]:
    """A query without its ``related:URL`` or ``related:"a text"``, and what that names; None if there is none.

    It stands beside the rest of a query, joined by AND or a blank, and once. Raises QueryError where it does not.
    """
    found = list(_RELATED.finditer(query))
    if not found:
        return query, None
    one = found[0]
    if len(found) > 1:
        raise QueryError(query, found[1].start(), "related: may stand once in a query", "ask twice")
    if query[: one.start()].count("(") != query[: one.start()].count(")"):
        raise QueryError(query, one.start(), "related: cannot stand in parentheses", 'related:"…" AND (…)')
    rest = " ".join(part.strip() for part in (query[: one.start()], query[one.end() :]) if part.strip())
    if re.match(r"OR\b", rest) or re.search(r"\b(?:OR|NOT)$", query[: one.start()].rstrip()):
        raise QueryError(query, one.start(), "related: limits a whole search, so it cannot follow OR or NOT", "use AND")
    return rest, one.group(1) if one.group(1) is not None else one.group(2)


def neighbours_of(ws: Workspace, target: str) -> tuple[Neighbours, str | None]:
    """What to look for, and the id of the article that ``target`` names, which is its own nearest neighbour.

    ``target``: a URL that the index knows, or any text. Raises ConfigError without an encoder, QueryError for a text
    that has no words of a script that it has learnt and for a URL that was never seen.
    """
    encoder = open_encoder(ws.settings.enrich.encoder)
    if not encoder.name:
        raise ConfigError.of("veille.toml", 'neighbours need an encoder: set encoder = "bundled" under [enrich]')
    title, text, key = _words(ws, target)
    vector = article_vectors(encoder, title, text).meaning
    if vector is None:
        raise QueryError(target, 0, "there are no words in this that the encoder knows", "write a sentence")
    return Neighbours(signed(vector)), key


def _words(ws: Workspace, target: str) -> tuple[str, str, str | None]:
    if urlsplit(target).scheme not in ("http", "https") or len(target.split()) > 1:
        return target, "", None
    with ws.ledger.read() as c:
        key = find_key(c, [url_key(canonical(target)), url_key(target)])
    document = ws.index.get(key) if key else None
    if key is None or document is None:
        raise QueryError(target, 0, "this address is not in the index", "give a text instead, in quotation marks")
    article = IndexedArticle(key, document)
    return article.title, article.body or article.summary, key
