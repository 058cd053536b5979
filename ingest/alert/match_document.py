"""Matches as documents of the index ``alert-matches``, for dashboards. The ledger stays the store of record."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ingest.alert.identity import notification_id
from ingest.alert.rules import Rule
from ingest.alert.summary import ArticleSummary
from ingest.index.document import Document
from ingest.index.parts import stamp


@dataclass(frozen=True, slots=True)
class RecordedMatch:
    """A match as the ledger has it."""

    rule_id: str
    event_id: str
    matched_at: datetime
    summary: ArticleSummary
    mail: str | None
    """The mail that tells it; None while it waits for its digest."""
    mail_state: str | None
    sent_at: datetime | None
    due: datetime | None
    """When its rule's next digest is due; None for immediate rules."""


def document_of(match: RecordedMatch, rule: Rule | None) -> Document:
    """One document a rule and event. ``rule`` is None where it stands in ``alerts.yaml`` no more."""
    summary = match.summary
    mail = {"status": match.mail_state or ("told" if match.mail else "waiting"), "id": match.mail}
    source = {
        "@timestamp": stamp(match.matched_at),
        "rule": {"id": match.rule_id} | ({"name": rule.name, "version": rule.query_hash[:12]} if rule else {}),
        "story": {"id": match.summary.story},
        "article": _article(summary),
        "outlet": {"name": summary.outlet, "country": summary.country},
        "language": {"code": summary.language},
        "topics": [topic.topic for topic in summary.topics if topic.about],
        "recipients": list(rule.recipients) if rule else [],
        "mail": mail | {"sent_at": _stamp(match.sent_at), "due_at": None if match.mail else _stamp(match.due)},
        "lag_seconds": max(0.0, (match.matched_at - summary.when).total_seconds()),
    }
    return Document(notification_id(("match", match.rule_id, match.event_id)), _filled(source))


def _article(summary: ArticleSummary) -> dict[str, Any]:
    return {
        "id": summary.key,
        "url": summary.url,
        "title": summary.headline,
        "first_seen_at": stamp(summary.first_seen),
        "indexed_at": stamp(summary.indexed),
        "published_at": _stamp(summary.published),
    }


def _stamp(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None


def _filled(source: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: a field that is absent can be asked for, one that is null cannot."""
    inner = {k: _filled(v) if isinstance(v, dict) else v for k, v in source.items()}
    return {k: v for k, v in inner.items() if v is not None and v != []}
