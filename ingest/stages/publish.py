"""What the dashboards need besides articles: stage runs and alert matches as documents.

The ledger is their store of record; here they are copied to the index. A marker in the ledger says how far; where the
index is away the marker stays, and the next time catches up. Ids make copying twice harmless.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row

from ingest.alert.card import Card
from ingest.errors import IndexUnavailable
from ingest.index.document import Document, stamp
from ingest.index.protocol import Kept
from ingest.ledger import runs as ledger_runs
from ingest.ledger.tables.alerts import matches, outbox
from ingest.ledger.tables.runs import runs
from ingest.workspace import Workspace

OVERLAP = timedelta(minutes=10)
"""Rows of other workers may be committed a little after their time."""
MOST = 1000


def publish(ws: Workspace) -> int:
    """Copy what is new to ``pipeline-runs`` and ``alert-matches``; how many documents. Never raises for the index."""
    try:
        return _copy(ws, "runs", Kept.RUNS) + _copy(ws, "matches", Kept.MATCHES)
    except IndexUnavailable:
        return 0


def _copy(ws: Workspace, what: str, kind: Kept) -> int:
    marker = f"published_{what}_until"
    with ws.ledger.read() as c:
        told = ledger_runs.get_meta(c, marker)
        since = datetime.fromisoformat(told) - OVERLAP if told else None
        query = _new_runs(since) if kind is Kept.RUNS else _new_matches(since)
        rows = c.execute(query.limit(MOST)).all()
    if not rows:
        return 0
    documents, upto = _documents(ws, rows) if kind is Kept.MATCHES else _run_documents(rows)
    ws.index.write(documents, into=kind)
    with ws.ledger.begin() as c:
        ledger_runs.set_meta(c, marker, upto.isoformat())
    return len(documents)


def _new_runs(since: datetime | None) -> Any:
    query = select(runs).where(runs.c.ended_at.is_not(None)).order_by(runs.c.ended_at)
    return query.where(runs.c.ended_at > since) if since else query


def _new_matches(since: datetime | None) -> Any:
    mail = select(outbox.c.id, outbox.c.state, outbox.c.sent_at).subquery()
    query = select(matches, mail.c.state, mail.c.sent_at).join(mail, mail.c.id == matches.c.mail_id, isouter=True)
    query = query.order_by(matches.c.matched_at)
    return query.where(matches.c.matched_at > since) if since else query


def _run_documents(rows: Sequence[Row[Any]]) -> tuple[list[Document], datetime]:
    return [Document(r.id, run_source(r)) for r in rows], rows[-1].ended_at


def run_source(run: Any) -> dict[str, Any]:
    """The fields of a ``pipeline-runs`` document."""
    lag = {name: value for name, value in (("p50", run.lag_p50), ("p95", run.lag_p95)) if value is not None}
    fields = {
        "@timestamp": stamp(run.ended_at),
        "run": {"id": run.id},
        "stage": run.stage,
        "worker": run.worker,
        "started_at": stamp(run.started_at),
        "ended_at": stamp(run.ended_at),
        "seconds": (run.ended_at - run.started_at).total_seconds(),
        "claimed": run.claimed,
        "new": run.new,
        "outcomes": dict(run.counts),
        "lag": lag or None,
        "error": run.error,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _documents(ws: Workspace, rows: Sequence[Row[Any]]) -> tuple[list[Document], datetime]:
    rules = {rule.id: rule for rule in ws.rules}
    documents = []
    for row in rows:
        rule = rules.get(row.rule_id)
        names = {"name": rule.name, "recipients": list(rule.recipients)} if rule else {}
        documents.append(Document(f"{row.rule_id}:{row.story_id}", match_source(row, names)))
    return documents, rows[-1].matched_at


def match_source(row: Any, rule: dict[str, Any]) -> dict[str, Any]:
    """The fields of an ``alert-matches`` document: one a rule and story."""
    card = Card.from_json(row.evidence)
    when = card.when
    fields: dict[str, Any] = {
        "@timestamp": stamp(row.matched_at),
        "rule": {"id": row.rule_id} | ({"name": rule["name"]} if rule else {}),
        "story": {"id": row.story_id},
        "article": {"id": row.article_key, "url": card.url, "title": card.headline},
        "recipients": rule.get("recipients"),
        "lag_seconds": max(0.0, (row.matched_at - when).total_seconds()),
    }
    if row.mail_id:
        mail = {"id": row.mail_id, "status": row.state, "sent_at": stamp(row.sent_at) if row.sent_at else None}
        fields["mail"] = {name: value for name, value in mail.items() if value is not None}
    return {name: value for name, value in fields.items() if value is not None}
