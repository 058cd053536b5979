"""A draft as JSON for programs: the body of a webhook (docs/alerts.md lists the fields). Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ingest.alert.compose import DigestItem, Draft
from ingest.alert.context import MailContext, Sibling
from ingest.alert.subject import subject_of
from ingest.alert.summary import ArticleSummary, Pieces
from ingest.alert.watch.noticed import Noticed, sentence
from ingest.alert.wording import safe_link
from ingest.index.parts import stamp

MAX_STORIES = 400


def payload(draft: Draft, context: MailContext) -> dict[str, Any]:
    """``type``, ``timestamp`` and ``data``, as Standard Webhooks recommends."""
    return {
        "type": f"veille.{draft.kind}",
        "timestamp": stamp(context.now),
        "data": {
            "subject": subject_of(draft, context),
            "rules": [{"id": r.id, "name": r.name, "query": r.query} for r in draft.rules],
            "stories": [_story(item, context) for item in draft.items[:MAX_STORIES]],
            "stories_total": len(draft.items),
            "older_added": draft.older,
            "told_before": [_article(summary) for summary in draft.repeats[:MAX_STORIES]],
            "answers": draft.thread.message_ids[0] if draft.thread and draft.thread.message_ids else None,
            "state": context.pulse,
        },
    }


def _story(item: DigestItem, context: MailContext) -> dict[str, Any]:
    summary = item.summary
    return {
        "id": item.event,
        "rules": [rule.id for rule in item.rules],
        **_article(summary),
        "passages": [_passage(p) for p in summary.passages],
        "topics": [{"id": t.topic, "about": t.about, "terms": list(t.terms)} for t in summary.topics],
        "noticed": _noticed(summary.noticed, context) if summary.noticed else None,
        "changes": [
            {
                "kind": c.kind.value,
                "key": c.key,
                "before": c.before,
                "after": c.after,
                "article": c.sibling.key if c.sibling else None,
            }
            for c in item.changes
        ],
        "also_in": _also_in(context.siblings.get(item.event, ()), summary.key),
    }


def _noticed(noticed: Noticed, context: MailContext) -> dict[str, Any]:
    data = {k: v for k, v in noticed.to_json().items() if k != "at"}
    return {**data, "at": stamp(noticed.at), "text": sentence(noticed, topics=context.topics)}


def _article(summary: ArticleSummary) -> dict[str, Any]:
    return {
        "article": summary.key,
        "title": summary.headline,
        "url": safe_link(summary.url),
        "outlet": summary.outlet,
        "country": summary.country,
        "language": summary.language,
        "published_at": _stamp(summary.published),
        "first_seen_at": stamp(summary.first_seen),
        "indexed_at": stamp(summary.indexed),
    }


def _also_in(siblings: Sequence[Sibling], shown: str) -> list[dict[str, Any]]:
    return [
        {
            "article": s.key,
            "copy_of": s.story,
            "title": s.title,
            "outlet": s.outlet,
            "url": safe_link(s.url),
            "country": s.country,
            "language": s.language,
            "published_at": _stamp(s.published),
            "first_seen_at": stamp(s.first_seen),
        }
        for s in siblings
        if s.key != shown
    ]


def _passage(pieces: Pieces) -> dict[str, Any]:
    return {"text": "".join(text for text, _ in pieces), "matched": [text for text, hit in pieces if hit]}


def _stamp(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None
