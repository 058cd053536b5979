"""People at the desk: accounts, sessions, tokens, what each has seen, and the audit of changes."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, or_, select, update

from ingest.ledger.insert import insert_into
from ingest.ledger.tables.desk import audit, cases, notes, reading, sessions, tokens, users

ROLES = ("reader", "editor", "admin")
"""Each may do what those before it may."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account."""

    name: str
    role: str
    password_hash: str | None
    created_at: datetime
    disabled_at: datetime | None = None
    all_seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is signed in."""

    user_name: str
    csrf: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Token:
    """A key for programs and feed readers. Its text is shown once and never kept."""

    id: str
    label: str
    user_name: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said of a happening: by this reader (first three) and by everybody."""

    seen_at: datetime | None = None
    muted_at: datetime | None = None
    kept_at: datetime | None = None
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None
    assigned_to: str | None = None
    notes: int = 0


@dataclass(frozen=True, slots=True)
class DeskNote:
    """A remark that all readers see."""

    id: int
    author: str
    written_at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A change, and who made it."""

    at: datetime
    user_name: str
    action: str
    subject: str
    detail: str


def fingerprint(secret: str) -> str:
    """What the ledger keeps of a session's or token's secret, which is random and long: no salt is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def user(c: Connection, name: str) -> User | None:
    """An account by its name."""
    row = c.execute(select(users).where(users.c.name == name)).one_or_none()
    return User(**row._mapping) if row else None


def all_users(c: Connection) -> list[User]:
    """Every account, by name."""
    return [User(**row._mapping) for row in c.execute(select(users).order_by(users.c.name))]


def put_user(c: Connection, name: str, role: str, password_hash: str | None, now: datetime) -> None:
    """Make an account, or set role and (if given) password of one that is there, which is then in use again."""
    new = {"name": name, "role": role, "password_hash": password_hash, "created_at": now}
    known = {"role": role, "disabled_at": None} | ({"password_hash": password_hash} if password_hash else {})
    c.execute(insert_into(c, users).values(new).on_conflict_do_update(index_elements=["name"], set_=known))


def set_password(c: Connection, name: str, password_hash: str) -> None:
    """Change a password; every session of that account ends."""
    c.execute(update(users).where(users.c.name == name).values(password_hash=password_hash))
    c.execute(delete(sessions).where(sessions.c.user_name == name))


def disable_user(c: Connection, name: str, now: datetime) -> bool:
    """Lock an account out, with its sessions and tokens. False: there is none of that name in use."""
    found = update(users).where(users.c.name == name, users.c.disabled_at.is_(None)).values(disabled_at=now)
    if not c.execute(found).rowcount:
        return False
    for table in (sessions, tokens):
        c.execute(delete(table).where(table.c.user_name == name))
    return True


def see_all(c: Connection, name: str, now: datetime) -> None:
    """This reader has seen everything that is there now."""
    c.execute(update(users).where(users.c.name == name).values(all_seen_at=now))


def open_session(c: Connection, name: str, now: datetime, expires_at: datetime) -> str:
    """Sign in; returns the secret for the cookie. Sessions that have expired are cleared away."""
    secret = secrets.token_urlsafe(32)
    c.execute(delete(sessions).where(sessions.c.expires_at <= now))
    row = {"id": fingerprint(secret), "user_name": name, "csrf": secrets.token_urlsafe(32)}
    c.execute(insert(sessions).values(**row, created_at=now, expires_at=expires_at))
    return secret


def session(c: Connection, secret: str, now: datetime) -> tuple[Session, User] | None:
    """The session of a cookie and its account; None where it is unknown, over, or the account is locked."""
    query = select(sessions).where(sessions.c.id == fingerprint(secret), sessions.c.expires_at > now)
    row = c.execute(query).one_or_none()
    who = user(c, row.user_name) if row else None
    if row is None or who is None or who.disabled_at is not None:
        return None
    return Session(row.user_name, row.csrf, row.expires_at), who


def close_session(c: Connection, secret: str) -> None:
    """Sign out."""
    c.execute(delete(sessions).where(sessions.c.id == fingerprint(secret)))


def add_token(
    c: Connection, name: str, label: str, scopes: Sequence[str], now: datetime, expires_at: datetime | None
) -> str:
    """Make a token; returns its text, which cannot be had again."""
    secret = f"veille_{secrets.token_urlsafe(32)}"
    row = {"id": fingerprint(secret), "label": label, "user_name": name, "scopes": list(scopes)}
    c.execute(insert(tokens).values(**row, created_at=now, expires_at=expires_at))
    return secret


def token(c: Connection, secret: str, now: datetime) -> tuple[Token, User] | None:
    """The token of that text and its account; None where it is unknown, over, or the account is locked."""
    t = tokens.c
    alive = or_(t.expires_at.is_(None), t.expires_at > now)
    row = c.execute(select(tokens).where(t.id == fingerprint(secret), alive)).one_or_none()
    who = user(c, row.user_name) if row else None
    if row is None or who is None or who.disabled_at is not None:
        return None
    return _token(row), who


def token_used(c: Connection, token_id: str, now: datetime) -> None:
    """Remember when a token was last used."""
    c.execute(update(tokens).where(tokens.c.id == token_id).values(last_used_at=now))


def tokens_of(c: Connection, name: str) -> list[Token]:
    """The tokens of an account, newest first."""
    rows = c.execute(select(tokens).where(tokens.c.user_name == name).order_by(tokens.c.created_at.desc()))
    return [_token(row) for row in rows]


def drop_token(c: Connection, name: str, token_id: str) -> bool:
    """Withdraw a token of this account."""
    mine = delete(tokens).where(tokens.c.id == token_id, tokens.c.user_name == name)
    return c.execute(mine).rowcount == 1


def marks(c: Connection, name: str, story_ids: Iterable[str]) -> dict[str, Marks]:
    """Story → what this reader and everybody say of it; stories that nobody said anything of are left out."""
    wanted = list(dict.fromkeys(story_ids))
    out: dict[str, dict[str, Any]] = {}
    for at in range(0, len(wanted), 400):
        ids = wanted[at : at + 400]
        r, k = reading.c, cases.c
        for row in c.execute(select(reading).where(r.user_name == name, r.story_id.in_(ids))):
            out.setdefault(row.story_id, {}).update(seen_at=row.seen_at, muted_at=row.muted_at, kept_at=row.kept_at)
        for row in c.execute(select(cases).where(k.story_id.in_(ids))):
            said = {n: getattr(row, n) for n in ("acknowledged_by", "acknowledged_at", "assigned_to")}
            out.setdefault(row.story_id, {}).update(said)
        counted = select(notes.c.story_id, func.count().label("n")).where(notes.c.story_id.in_(ids))
        for story, n in c.execute(counted.group_by(notes.c.story_id)):
            out.setdefault(story, {})["notes"] = int(n)
    return {story: Marks(**values) for story, values in out.items()}


def stories_marked(c: Connection, name: str, kind: str) -> set[str]:
    """The stories that this reader has ``muted`` or ``kept``, or that are ``assigned`` to them."""
    if kind == "assigned":
        return {str(s) for s in c.execute(select(cases.c.story_id).where(cases.c.assigned_to == name)).scalars()}
    column = reading.c[f"{kind}_at"]
    query = select(reading.c.story_id).where(reading.c.user_name == name, column.is_not(None))
    return {str(s) for s in c.execute(query).scalars()}


def stories_seen(c: Connection, name: str, since: datetime) -> dict[str, datetime]:
    """Story → when this reader saw it last, of those seen since a moment."""
    t = reading.c
    query = select(t.story_id, t.seen_at).where(t.user_name == name, t.seen_at >= since)
    return {str(story): at for story, at in c.execute(query)}


def read_mark(c: Connection, name: str, story_id: str, values: Mapping[str, datetime | None]) -> None:
    """Set ``seen_at``, ``muted_at`` or ``kept_at`` of one reader."""
    _upsert(c, reading, {"user_name": name, "story_id": story_id}, values)


def case_mark(c: Connection, story_id: str, values: Mapping[str, Any]) -> None:
    """Set who acknowledged a happening or whom it is assigned to."""
    _upsert(c, cases, {"story_id": story_id}, values)


def add_note(c: Connection, story_id: str, author: str, text: str, now: datetime) -> None:
    """Write a remark."""
    c.execute(insert(notes).values(story_id=story_id, author=author, written_at=now, text=text))


def notes_of(c: Connection, story_ids: Sequence[str]) -> list[DeskNote]:
    """The remarks about some stories, oldest first."""
    t = notes.c
    query = select(t.id, t.author, t.written_at, t.text).where(t.story_id.in_(list(story_ids)))
    return [DeskNote(*row) for row in c.execute(query.order_by(t.written_at, t.id))]


def record(c: Connection, name: str, action: str, subject: str, now: datetime, detail: str = "") -> None:
    """Write a change into the audit, in the transaction that makes it."""
    c.execute(insert(audit).values(at=now, user_name=name, action=action, subject=subject, detail=detail))


def audit_lines(c: Connection, limit: int = 200) -> list[AuditLine]:
    """The newest changes, newest first."""
    t = audit.c
    query = select(t.at, t.user_name, t.action, t.subject, t.detail).order_by(t.id.desc()).limit(limit)
    return [AuditLine(*row) for row in c.execute(query)]


def _token(row: Any) -> Token:
    return Token(row.id, row.label, row.user_name, tuple(row.scopes), row.created_at, row.expires_at, row.last_used_at)


def _upsert(c: Connection, table: Table, key: Mapping[str, str], values: Mapping[str, Any]) -> None:
    statement = insert_into(c, table).values({**key, **values})
    c.execute(statement.on_conflict_do_update(index_elements=list(key), set_=dict(values)))
