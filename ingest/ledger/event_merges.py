"""Two events that turn out to be one happening: what is kept under the younger's id goes on under the older's.

One transaction moves stories, cells, matches and what readers were told. The documents in the index follow: their keys
wait in ``outdated_documents`` until they are written. Whoever reads an old id meanwhile asks ``current``.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, literal, select, text, update

from ingest.ledger.insert import insert_into
from ingest.ledger.rules import chunks
from ingest.ledger.tables.alerts import event_updates, held, matches, told
from ingest.ledger.tables.articles import articles
from ingest.ledger.tables.stories import event_cores, event_merges, members, outdated_documents, stories

DUPLICATE_OF = "duplicate-of:"
"""Begins the reason of a refused article; the key of the one that it is follows."""
_CURRENT = select(event_merges.c.id, event_merges.c.event_id).where(  # asked at every placement: built once
    event_merges.c.id.in_(bindparam("ids", expanding=True))
)
_LOCK = 7_238_457  # a number of our own among PostgreSQL's advisory locks


def hold_still(c: Connection) -> None:
    """No event is merged until this transaction ends: what it records under an id is found under that id.

    On SQLite a write transaction holds off all others (BEGIN IMMEDIATE).
    """
    if c.dialect.name == "postgresql":
        c.execute(text("SELECT pg_advisory_xact_lock_shared(:n)"), {"n": _LOCK})


def current(c: Connection, event_ids: Iterable[str]) -> dict[str, str]:
    """Of these ids those that were merged → the event that they are now."""
    found = dict[str, str]()
    for some in chunks(event_ids):
        found |= {str(old): str(new) for old, new in c.execute(_CURRENT, {"ids": list(some)})}
    return found


def merged_into(c: Connection, event_id: str) -> list[tuple[str, datetime]]:
    """(id, when) of the events that were merged into one, oldest first."""
    t = event_merges.c
    query = select(t.id, t.merged_at).where(t.event_id == event_id).order_by(t.merged_at, t.id)
    return [(str(row[0]), row[1]) for row in c.execute(query)]


def merge(c: Connection, event_id: str, into: str, now: datetime) -> None:
    """Let an event go on as another. Documents that name it are marked (``outdated``)."""
    if c.dialect.name == "postgresql":
        c.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
    _move_stories(c, event_id, into)
    waiting = _join_held(c, event_id, into)
    _move_updates(c, event_id, into)
    _join_tellings(c, event_id, into, waiting)
    _join_matches(c, event_id, into)
    c.execute(update(event_merges).where(event_merges.c.event_id == event_id).values(event_id=into))
    merged = insert_into(c, event_merges).values(id=event_id, event_id=into, merged_at=now)
    c.execute(merged.on_conflict_do_update(index_elements=["id"], set_={"event_id": into, "merged_at": now}))


def carry_over(c: Connection, article_key: str, event_id: str, into: str) -> None:
    """Let what an article told of one event be told of another, where it is now; the first stays as it is.

    Readers who were shown the article are told of both, and a match by it that waits for its digest goes along.
    """
    shown = select(told).where(told.c.event_id == event_id, told.c.facts.is_not(None))
    for row in c.execute(shown).all():
        if article_key in row.facts.get("articles", {}):
            values = {**row._mapping, "event_id": into, "look_at": None}
            c.execute(insert_into(c, told).values(values).on_conflict_do_nothing())
    t = matches
    waits = and_(t.c.event_id == event_id, t.c.article_key == article_key, t.c.mail_id.is_(None), t.c.note.is_(None))
    for row in c.execute(select(matches).where(waits)).all():
        c.execute(delete(t).where(t.c.rule_id == row.rule_id, t.c.event_id == event_id))
        values = {**row._mapping, "event_id": into, "evidence": _of_event(row.evidence, into)}
        c.execute(insert_into(c, t).values(values).on_conflict_do_nothing())


def rename_article(c: Connection, event_id: str, key: str, to: str) -> None:
    """What readers of an event know of an article, and matches by it, are of another that it turned out to be."""
    for row in c.execute(select(told).where(told.c.event_id == event_id, told.c.facts.is_not(None))).all():
        known = row.facts.get("articles", {})
        if key in known:
            renamed = {to: known[key]} | {name: one for name, one in known.items() if name != key}
            this = and_(told.c.recipient == row.recipient, told.c.event_id == event_id)
            c.execute(update(told).where(this).values(facts={**row.facts, "articles": renamed}))
    by_it = and_(matches.c.event_id == event_id, matches.c.article_key == key)
    c.execute(update(matches).where(by_it).values(article_key=to))


def folded(c: Connection, limit: int) -> list[str]:
    """Keys of documents whose article turned out to be another: they are to be removed; at most so many."""
    t, a = outdated_documents.c, articles.c
    is_duplicate = and_(a.state == "refused", a.reason.like(f"{DUPLICATE_OF}%"))
    query = select(t.article_key).join(articles, a.key == t.article_key).where(is_duplicate)
    return [str(key) for key in c.execute(query.order_by(t.article_key).limit(limit)).scalars()]


def removed(c: Connection, keys: Collection[str]) -> None:
    """The documents of these are no more."""
    for some in chunks(keys):
        c.execute(delete(outdated_documents).where(outdated_documents.c.article_key.in_(some)))


def outdated(c: Connection, limit: int) -> dict[str, str]:
    """Article → its event, of documents that name another; at most so many."""
    t, s, m = outdated_documents.c, stories.c, members.c
    query = (
        select(t.article_key, s.event_id)
        .join(members, m.article_key == t.article_key, isouter=True)
        .join(stories, s.id == m.story_id, isouter=True)
        .order_by(t.article_key)
        .limit(limit)
    )
    return {str(key): str(event or "") for key, event in c.execute(query)}


def mark_outdated(c: Connection, article_keys: Iterable[str]) -> None:
    """Documents that were written with an event that was merged meanwhile."""
    for key in article_keys:
        c.execute(insert_into(c, outdated_documents).values(article_key=key).on_conflict_do_nothing())


def brought_up_to_date(c: Connection, documents: Mapping[str, str]) -> None:
    """Article → the event that its document names now. One that was merged again meanwhile stays marked."""
    now = events_now(c, documents)
    for some in chunks(key for key, event in documents.items() if now.get(key, "") == event):
        c.execute(delete(outdated_documents).where(outdated_documents.c.article_key.in_(some)))


def events_now(c: Connection, keys: Collection[str]) -> dict[str, str]:
    """Article → its event, by the ledger."""
    found = dict[str, str]()
    for some in chunks(keys):
        query = select(members.c.article_key, stories.c.event_id).join(stories, stories.c.id == members.c.story_id)
        found |= {str(k): str(e) for k, e in c.execute(query.where(members.c.article_key.in_(some)))}
    return found


def _move_stories(c: Connection, event_id: str, into: str) -> None:
    """Stories with what they are found by, and their articles: by keys that are indexed, however long the tables."""
    ids = [str(id) for id in c.execute(select(stories.c.id).where(stories.c.event_id == event_id)).scalars()]
    keys: list[str] = []
    for some in chunks(ids):
        keys += c.execute(select(members.c.article_key).where(members.c.story_id.in_(some))).scalars()
        for table, of_story in ((event_cores, event_cores.c.story_id), (stories, stories.c.id)):
            c.execute(update(table).where(of_story.in_(some)).values(event_id=into))
    for some in chunks(keys):
        c.execute(
            update(articles).where(articles.c.key.in_(some), articles.c.event_id == event_id).values(event_id=into)
        )
    mark_outdated(c, keys)


def _move_updates(c: Connection, event_id: str, into: str) -> None:
    """What was told of either later; what was told of both counts once."""
    t, there = event_updates, event_updates.alias()
    same = and_(there.c.event_id == into, there.c.recipient == t.c.recipient, there.c.change == t.c.change)
    twice = select(literal(1)).select_from(there).where(same).exists()
    c.execute(delete(t).where(t.c.event_id == event_id, twice))
    c.execute(update(t).where(t.c.event_id == event_id).values(event_id=into))


def _join_held(c: Connection, event_id: str, into: str) -> set[tuple[str, str]]:
    """What waits for the end of quiet hours waits once, and not where the reader has had a mail about either.

    Returns (reader, event) of all that waited: what counts as told, and is not yet.
    """
    both = (event_id, into)
    rows = c.execute(select(held).where(held.c.event_id.in_(both)).order_by(held.c.until)).all()
    waiting = {(str(row.reader), str(row.event_id)) for row in rows}
    had = c.execute(select(told.c.recipient, told.c.event_id).where(told.c.event_id.in_(both))).all()
    with_a_mail = {str(row.recipient) for row in had if (row.recipient, row.event_id) not in waiting}
    c.execute(delete(held).where(held.c.event_id.in_(both)))
    for row in {row.reader: row for row in reversed(rows) if row.reader not in with_a_mail}.values():
        values = {**row._mapping, "event_id": into, "evidence": _of_event(row.evidence, into)}
        c.execute(insert(held).values(values))
    return waiting


def _join_tellings(c: Connection, event_id: str, into: str, waiting: Collection[tuple[str, str]]) -> None:
    """Who was told of either was told of both; the earlier mail counts as the first, the later as an update of it."""
    both = (event_id, into)
    by_reader: dict[str, list[Any]] = {}
    for row in c.execute(select(told).where(told.c.event_id.in_(both)).order_by(told.c.told_at)):
        by_reader.setdefault(row.recipient, []).append(row)
    c.execute(delete(told).where(told.c.event_id.in_(both)))
    for reader, rows in by_reader.items():
        rows.sort(key=lambda row: (row.recipient, row.event_id) in waiting)
        first, *others = rows
        looks = [row.look_at for row in rows if row.look_at is not None]
        facts = _known_of_both([row.facts for row in rows])
        values = {**first._mapping, "event_id": into, "facts": facts, "look_at": min(looks, default=None)}
        c.execute(insert(told).values(values))
        for row in others:
            change = {"recipient": reader, "event_id": into, "change": f"merged:{event_id}", "mail_id": row.mail_id}
            c.execute(insert(event_updates).values(change | {"told_at": row.told_at}))


def _known_of_both(facts: list[Any]) -> dict[str, Any] | None:
    """``ingest.alert.changes.Known`` of two events. None (muted, or told before facts were kept) stays none."""
    if any(one is None for one in facts):
        return None
    articles_known: dict[str, Any] = {}
    for one in facts:
        articles_known |= one.get("articles", {})
    names = ("outlets", "countries", "languages")
    sets = {name: sorted({value for one in facts for value in one.get(name, ())}) for name in names}
    words: dict[str, list[str]] = {}
    for one in facts:
        for language, found in one.get("words", {}).items():
            words[language] = sorted({*words.get(language, ()), *found})
    return {"articles": articles_known, **sets, "words": words}


def _join_matches(c: Connection, event_id: str, into: str) -> None:
    """One match a rule: that which was told, else that which waits for its digest, else the one that says why not."""
    rows = c.execute(select(matches).where(matches.c.event_id.in_((event_id, into)))).all()
    by_rule: dict[str, list[Any]] = {}
    for row in rows:
        by_rule.setdefault(row.rule_id, []).append(row)
    for rule, of_rule in by_rule.items():
        best = min(of_rule, key=lambda row: (row.mail_id is None, row.note is not None, row.matched_at, row.event_id))
        c.execute(delete(matches).where(matches.c.rule_id == rule, matches.c.event_id.in_((event_id, into))))
        values = {**best._mapping, "event_id": into, "evidence": _of_event(best.evidence, into)}
        c.execute(insert(matches).values(values))


def _of_event(evidence: Mapping[str, Any], event_id: str) -> dict[str, Any]:
    """``ingest.alert.match.Match`` as JSON, with another event."""
    versions = [{**version, "event": event_id} for version in evidence.get("versions", ())]
    return {**evidence, "event": event_id} | ({"versions": versions} if versions else {})
