"""What the dashboards need besides articles: stage runs and alert matches as documents.

The ledger is their store of record; here they are copied to the index. A marker in the ledger says how far; where the
index is away the marker stays, and the next time catches up. Ids make copying twice harmless. What the index refuses is
kept under ``refused_…`` in the ledger's small facts.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from ingest.alert.match_document import RecordedMatch, document_of
from ingest.alert.rules import Rule
from ingest.alert.summary import ArticleSummary
from ingest.errors import IndexUnavailable
from ingest.index.document import Document, source_of
from ingest.index.fields import RUNS
from ingest.index.protocol import Index
from ingest.index.schema import DocumentKind
from ingest.ledger import runs as ledger_runs
from ingest.ledger.export import finished_runs, matches_with_mail
from ingest.ledger.store import Ledger
from ingest.operations.state_document import publish_state
from ingest.workspace import Workspace

OVERLAP = timedelta(minutes=10)
"""Rows of other workers may be committed a little after their time."""
AT_ONCE = 500
"""Documents in one request."""


def publish(ledger: Ledger, index: Index, rules: Sequence[Rule]) -> int:
    """Copy what is new to ``pipeline-runs`` and ``alert-matches``; how many documents. Never raises for the index."""
    try:
        return _copy(ledger, index, rules, DocumentKind.RUNS) + _copy(ledger, index, rules, DocumentKind.MATCHES)
    except IndexUnavailable:
        return 0


def publish_all(ws: Workspace) -> int:
    """All that dashboards need: what ``publish`` copies, and how feeds and backlog stand; how many documents."""
    return publish(ws.ledger, ws.index, ws.rules) + publish_state(ws)


def _copy(ledger: Ledger, index: Index, rules: Sequence[Rule], kind: DocumentKind) -> int:
    marker = f"published_{kind.value}_until"
    refused: dict[str, str] = {}
    with ledger.read() as c:
        told = ledger_runs.get_meta(c, marker)
        since = datetime.fromisoformat(told) - OVERLAP if told else None
        rows = finished_runs(c, since) if kind is DocumentKind.RUNS else matches_with_mail(c, since)
    for i in range(0, len(rows), AT_ONCE):
        part = rows[i : i + AT_ONCE]
        documents = match_documents(rules, part) if kind is DocumentKind.MATCHES else run_documents(part)
        upto = max(row.matched_at if kind is DocumentKind.MATCHES else row.ended_at for row in part)
        refused |= {w.id: w.reason for w in index.write(documents, into=kind) if not w.ok}
        with ledger.begin() as c:
            ledger_runs.set_meta(c, marker, upto.isoformat())
            ledger_runs.set_meta(c, f"refused_{kind.value}", refused)
    return len(rows) - len(refused)


def run_documents(rows: Sequence[Any]) -> list[Document]:
    """The documents of stage runs, from rows of the ledger."""
    return [Document(r.id, source_of(RUNS, r)) for r in rows]


def match_documents(rules: Sequence[Rule], rows: Sequence[Any]) -> list[Document]:
    """The documents of alert matches, from rows of the ledger."""
    known = {rule.id: rule for rule in rules}
    return [
        document_of(
            RecordedMatch(
                rule_id=row.rule_id,
                event_id=row.event_id,
                matched_at=row.matched_at,
                summary=ArticleSummary.from_json(row.evidence),
                mail=row.mail_id,
                mail_state=row.state,
                sent_at=row.sent_at,
                due=row.next_due,
            ),
            known.get(row.rule_id),
        )
        for row in rows
    ]
