"""How far the canary is (``ingest.operations.canary``), as a small fact of the ledger: in no table of articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ingest.ledger import runs
from ingest.ledger.store import Connection
from ingest.outcome import Stage
from ingest.text.durations import span

KEY = "canary"
WAY = tuple(Stage)


@dataclass(frozen=True, slots=True)
class Canary:
    """The one under way, and when the last one arrived."""

    token: str
    """A word of its own, by which it is found."""
    begun_at: datetime
    passed: tuple[str, ...] = ()
    why: str = ""
    """Why it did not get further at the last try."""
    arrived_at: datetime | None = None
    """When the last one that arrived did."""
    heartbeat: str = ""
    """Why the heartbeat address could not be reached after the last arrival; empty: it was, or there is none."""

    @property
    def waits_for(self) -> Stage:
        """The stage that it has not passed."""
        return WAY[len(self.passed)]

    @property
    def proven_at(self) -> datetime:
        """The last arrival, or the beginning of the first one: what its age counts from."""
        return self.arrived_at or self.begun_at


def state(c: Connection) -> Canary | None:
    """The canary as the ledger knows it; None before the first poll."""
    found = runs.get_meta(c, KEY)
    return _from_json(found) if found else None


def keep(c: Connection, canary: Canary) -> None:
    """Note how far it is."""
    runs.set_meta(c, KEY, dict(_to_json(canary)))


def is_missing(canary: Canary, now: datetime, patience: timedelta) -> bool:
    """True where the last proof is older than patience."""
    return now - canary.proven_at > patience


def describe(canary: Canary, now: datetime) -> str:
    """One sentence: how old the proof is, and where the canary is held up."""
    last = f"arrived {span(now - canary.arrived_at)} ago" if canary.arrived_at else "has never arrived"
    why = f": {canary.why}" if canary.why else ""
    return f"the canary {last}; the one under way waits for stage {canary.waits_for.value}{why}"


def _to_json(canary: Canary) -> Iterator[tuple[str, Any]]:
    for name in Canary.__slots__:
        value = getattr(canary, name)
        yield name, value.isoformat() if isinstance(value, datetime) else value


def _from_json(found: dict[str, Any]) -> Canary:
    arrived = found.get("arrived_at")
    return Canary(
        token=found["token"], begun_at=datetime.fromisoformat(found["begun_at"]), passed=tuple(found["passed"]),
        why=found["why"], arrived_at=datetime.fromisoformat(arrived) if arrived else None,
        heartbeat=found["heartbeat"],
    )  # fmt: skip
