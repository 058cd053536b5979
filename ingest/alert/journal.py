"""Matches as documents of the index ``alert-matches``, for dashboards. The ledger stays the store of record."""

from datetime import datetime

from ingest.alert.match import Match
from ingest.alert.message import mail_id
from ingest.alert.rules import Rule
from ingest.index.document import Document, stamp


def document_of(match: Match, rule: Rule, now: datetime, mail: str | None, due: datetime | None) -> Document:
    """One document a rule and story. ``mail``: the mail that tells it, if it is queued; ``due``: that of its digest."""
    card = match.card
    source = {
        "@timestamp": stamp(now),
        "rule": {"id": rule.id, "name": rule.name, "version": rule.query_hash[:12]},
        "story": {"id": match.story},
        "article": {
            "id": card.key,
            "url": card.url,
            "title": card.headline,
            "first_seen_at": stamp(card.first_seen),
            "indexed_at": stamp(card.indexed),
            **({"published_at": stamp(card.published)} if card.published else {}),
        },
        "outlet": {"name": card.outlet, **({"country": card.country} if card.country else {})},
        "language": {"code": card.language},
        "topics": [topic.topic for topic in card.topics if topic.about],
        "recipients": list(rule.recipients),
        "mail": {
            "status": "queued" if mail else "waiting",
            **({"id": mail} if mail else {}),
            **({"due_at": stamp(due)} if due and not mail else {}),
        },
        "lag_seconds": max(0.0, (now - card.when).total_seconds()),
    }
    return Document(mail_id(("match", rule.id, match.story)), source)
