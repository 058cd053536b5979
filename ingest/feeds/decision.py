"""What a poll means for a feed: the columns to store, the next poll, the outcome. Pure.

answer ─ parse ─▶ Polled ─ (entries to the ledger: which were new?) ─▶ ``succeeded`` / ``failed`` ─▶ Verdict
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any

from ingest.feeds.learned import Memory, pack, unpack
from ingest.feeds.parse import ParsedFeed
from ingest.feeds.recall import Gap, find_gap, is_continued, starts_anew
from ingest.feeds.schedule import (
    Bounds,
    Rhythm,
    after_outage,
    learn,
    next_after_failure,
    next_after_success,
)  # fmt: skip
from ingest.feeds.slices import HASH_BYTES
from ingest.http.response import Response, Validators
from ingest.ledger.feeds import FeedState
from ingest.model import Entry
from ingest.text.backoff import wait_before

FULL_GET_EVERY = timedelta(hours=24)
"""A server that says 304 for ever, wrongly, is unmasked after a day."""
POLLS_TO_ADOPT = 3
"""A permanent redirect is adopted once it has held for as many polls: some are mistakes of an afternoon."""
PINNED_AGE = timedelta(days=7)
LONGEST_LAG = 3600
"""Seconds that items are taken to appear after their dates."""
FAILURES_TO_FALL_BACK = 3
"""An adopted address that has failed so often in a row is given up for the catalogue's own."""
FIRST_PROBE, LATER_PROBES = timedelta(hours=6), timedelta(days=7)
"""After 410, asked twice before it is believed (``poll_one``), a feed is retired and probed ever more seldom."""


@dataclass(frozen=True, slots=True)
class Polled:
    """What asking one feed came to, before anything is stored."""

    state: FeedState
    name: str
    """Outcome so far: ``parsed``, ``not-modified``, ``unchanged``, or a failure's slug."""
    detail: str = ""
    response: Response | None = None
    """What came back, without its body; None if nothing did."""
    parsed: ParsedFeed | None = None
    body_hash: str | None = None
    conditional: bool = False
    """True if the server was given the chance to say 304."""
    paused_until: datetime | None = None
    """The host asked everybody to wait: this feed was not asked at all."""
    is_reached: bool | None = None
    """False: no HTTP response at all, by their network or our own; None: nobody asked."""

    @property
    def ok(self) -> bool:
        """True if the publisher's server answered as a feed does."""
        return self.name in ("parsed", "not-modified", "unchanged")

    @property
    def status(self) -> int | None:
        """HTTP status, if there was a response."""
        return self.response.status if self.response is not None else None

    @property
    def validators(self) -> Validators:
        """Of the response; empty where there was none."""
        return self.response.validators if self.response is not None else Validators()

    def retry_after(self, now: datetime) -> datetime | None:
        """When the host wants to be asked again."""
        return self.response.retry_after(now) if self.response is not None else None

    def fresh_for(self, now: datetime) -> timedelta | None:
        """How long the response says it stays fresh."""
        return self.response.fresh_for(now) if self.response is not None else None

    @property
    def moved_to(self) -> str | None:
        """Where permanent redirects led."""
        return self.response.moved_to if self.response is not None else None


@dataclass(frozen=True, slots=True)
class FeedDecision:
    """What is stored and reported."""

    values: dict[str, Any]
    name: str
    detail: str = ""
    ok: bool = True
    new: int = 0
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """A feed's entries after the ledger has looked at them."""

    new: Sequence[Entry] = ()
    elsewhere: Sequence[Entry] = ()
    before: Sequence[Entry] = ()
    edited: int = 0


@dataclass(frozen=True, slots=True)
class _Learnt:
    memory: Memory
    gap: Gap | None = None
    values: dict[str, Any] = field(default_factory=dict)


def wants_full_get(state: FeedState, now: datetime) -> bool:
    """True where the feed is to be asked without conditions: never done, a day ago, or the server lies."""
    last = state.last_full_get_at
    return last is None or now - last >= FULL_GET_EVERY or bool(state.rhythm.get("lies"))


def succeeded(
    polled: Polled, entries: Sorted, bounds: Bounds, now: datetime, *, is_pushed: bool = False
) -> FeedDecision:  # fmt: skip
    """After an answer with entries, or one that says that nothing has changed."""
    learnt = _learn(polled, entries, now)
    memory, gap = learnt.memory, learnt.gap
    decision = next_after_success(
        polled.state.id, memory.rhythm, bounds, now, hints=memory.hints, fresh_for=polled.fresh_for(now),
        gap=gap is not None, is_pushed=is_pushed,
    )  # fmt: skip
    new = len(entries.new)
    name = _success_name(polled, entries)
    values = {
        **_moved(polled), **learnt.values, "state": "active", "last_polled_at": now, "last_success_at": now,
        "last_outcome": name, "last_status": polled.status, "last_error": None, "errors_in_a_row": 0,
        "failing_since": None, "next_due": decision.due, "interval_seconds": decision.interval,
        "rhythm": pack(replace(memory, why=decision.why)),
    }  # fmt: skip
    if entries.new or entries.elsewhere:
        values["last_new_at"] = now
    if gap is not None:
        values |= {
            "gaps": polled.state.gaps + 1,
            "missed_estimate": polled.state.missed_estimate + gap.missed,
            "last_gap_at": now,
        }
    return FeedDecision(values, name, _success_detail(polled, entries, gap), new=new, gap=gap)


def failed(polled: Polled, bounds: Bounds, now: datetime, *, own_outage: bool = False) -> FeedDecision:
    """After anything else. Never the end of a feed, except 410; what was learnt of it stays."""
    state = polled.state
    if own_outage:
        decision = after_outage(state.id, state.interval_seconds, bounds, now)
        values = {"next_due": decision.due, "last_outcome": "own-outage"}
        return FeedDecision(values, "own-outage", polled.detail, ok=False)
    failures = state.errors_in_a_row + 1
    decision = next_after_failure(
        state.id, state.interval_seconds, failures, bounds, now, retry_after=polled.retry_after(now),
    )  # fmt: skip
    values = {
        "last_polled_at": now, "last_outcome": polled.name, "last_status": polled.status,
        "last_error": (polled.detail or polled.name)[:1000], "errors_in_a_row": failures,
        "failing_since": state.failing_since or now, "next_due": decision.due,
    }  # fmt: skip
    if polled.name == "gone" or state.state == "retired":
        values |= {"state": "retired", "next_due": now + probe_after(failures)}
    if state.effective_url != state.url and failures >= FAILURES_TO_FALL_BACK:
        values |= {"effective_url": state.url, "moved_to": None, "moved_polls": 0, "etag": None, "last_modified": None}
    return FeedDecision(values, polled.name, polled.detail, ok=polled.name == "rate-limited")


def probe_after(failures: int) -> timedelta:
    """When a feed that said 410 is asked again: some were ended by a mistake of an afternoon, some come back."""
    return wait_before(failures, first=FIRST_PROBE, longest=LATER_PROBES)


def postponed(polled: Polled, until: datetime, now: datetime) -> FeedDecision:
    """After no question at all, because the host has asked everybody to wait."""
    return FeedDecision({"next_due": max(until, now), "last_outcome": polled.name}, polled.name, polled.detail)


def _learn(polled: Polled, entries: Sorted, now: datetime) -> _Learnt:
    """What an answer adds to the memory, whether articles were missed, and the columns about the body."""
    state, parsed = polled.state, polled.parsed
    memory = unpack(state.rhythm)
    if parsed is None:
        values: dict[str, Any] = {}
        if polled.name == "unchanged":
            values = {
                "last_full_get_at": now,
                "etag": polled.validators.etag,
                "last_modified": polled.validators.last_modified,
            }
        return _Learnt(memory, None, values)
    fresh = [*entries.new, *entries.elsewhere]
    dates, overlaps = [e.published for e in fresh], _overlaps(polled, entries, memory.rhythm)
    polled_before = bool(state.item_hashes) or memory.items > 0
    gap = find_gap(
        memory.rhythm,
        new_dates=dates,
        overlaps=overlaps,
        polled_before=polled_before,
        items=parsed.items,
        items_before=memory.items,
        most_items=memory.most_items,
        last_seen=_all_seen_until(state.last_success_at, memory.lag_seconds),
    )
    rhythm = learn(
        memory.rhythm, [at or now for at in dates], now, known=[e.published or now for e in entries.before],
        cuts=starts_anew(dates, overlaps=overlaps, polled_before=polled_before),
    )  # fmt: skip
    rhythm = replace(rhythm, window_seconds=_window(rhythm, parsed.items))
    lies = memory.lies or (not polled.conditional and bool(fresh) and _same_validators(polled))
    values = {
        "etag": polled.validators.etag, "last_modified": polled.validators.last_modified, "body_hash": polled.body_hash,
        "item_hashes": parsed.item_hashes, "last_full_get_at": now,
    }  # fmt: skip
    if not parsed.items:  # calm times: what the document held before is still what is known of it
        return _Learnt(replace(memory, hints=parsed.hints), None, {**values, "item_hashes": state.item_hashes})
    shared = tuple(dict.fromkeys((*memory.shared, *sorted(parsed.shared))))
    memory = Memory(
        rhythm, parsed.hints, parsed.title or memory.title, parsed.items, lies, shared,
        (*_latencies(fresh, state.last_success_at, now), *memory.latencies),
        _lag(fresh, state.last_success_at, memory.lag_seconds), max(parsed.items, memory.most_items),
    )  # fmt: skip
    return _Learnt(memory, gap, values)


def _overlaps(polled: Polled, entries: Sorted, rhythm: Rhythm) -> bool:
    """True if something of the last document, pinned items aside, is left in this one."""
    parsed, before = polled.parsed, polled.state.item_hashes or b""
    if parsed is None:
        return True
    is_known = is_continued(before, parsed.item_hashes)
    if is_known is None:
        return parsed.known + len(entries.before) > sum(1 for e in entries.before if _pinned(e, rhythm))
    unchanged = len(set(_hashes(before)) & set(_hashes(parsed.item_hashes))) if not parsed.known else 0
    return is_known or len(entries.before) > unchanged  # known by address, with other words: edited since


def _hashes(packed: bytes) -> list[bytes]:
    return [packed[i : i + HASH_BYTES] for i in range(0, len(packed), HASH_BYTES)]


def _all_seen_until(last_success: datetime | None, lag_seconds: int) -> datetime | None:
    return last_success - timedelta(seconds=lag_seconds) if last_success is not None else None


def _lag(fresh: Sequence[Entry], last_success: datetime | None, before: int) -> int:
    """Seconds by which items appear after their dates: those that a poll has found although they are dated before the
    last one. Forgotten little by little; what is dated back by hours was dated by hand."""
    if last_success is None:
        return before
    waited = [(last_success - e.published).total_seconds() for e in fresh if e.published is not None]
    observed = max((int(w) for w in waited if 0 < w <= LONGEST_LAG), default=0)
    return max(observed, int(before * 0.8)) if fresh else before


def _latencies(fresh: Sequence[Entry], last_success: datetime | None, now: datetime) -> list[int]:
    """Seconds that new items waited for this poll. What was not there at the last poll appeared after it, whatever its
    date says: publishers date back."""
    if last_success is None:
        return []
    dated = [e.published for e in fresh if e.published is not None and e.published_source == "feed"]
    return [int((now - max(at, last_success)).total_seconds()) for at in sorted(dated, reverse=True) if at <= now]


def _same_validators(polled: Polled) -> bool:
    """True if new entries came under the very validators that would have been answered with 304."""
    state, now = polled.state, polled.validators
    if now.etag or state.etag:
        return now.etag == state.etag
    return now.last_modified is not None and now.last_modified == state.last_modified


def _pinned(entry: Entry, rhythm: Rhythm) -> bool:
    newest = rhythm.newest
    if entry.published is None or newest is None:
        return False
    span = timedelta(seconds=4 * (rhythm.window_seconds or 0))
    return entry.published < newest - max(span, PINNED_AGE)


def _window(rhythm: Rhythm, items: int) -> float | None:
    """Seconds that a document of so many items spans, by the rhythm, its oldest tenth left out."""
    known = sum(count for _, count in rhythm.appeared)
    depth = min(items, known)
    if depth < 5:
        return None
    passed = accumulate(count for _, count in reversed(rhythm.appeared))
    oldest = next(at for at, n in zip(rhythm.instants, passed, strict=True) if n >= int(depth * 0.9))
    return (rhythm.instants[0] - oldest).total_seconds() * max(1.0, items / depth) or None


def _moved(polled: Polled) -> dict[str, Any]:
    state = polled.state
    if polled.moved_to is None or polled.moved_to == state.effective_url:
        return {} if state.moved_polls == 0 else {"moved_polls": 0, "moved_to": None}
    polls = state.moved_polls + 1 if polled.moved_to == state.moved_to else 1
    if polls < POLLS_TO_ADOPT:
        return {"moved_to": polled.moved_to, "moved_polls": polls}
    return {"effective_url": polled.moved_to, "moved_to": None, "moved_polls": 0}


def _success_name(polled: Polled, entries: Sorted) -> str:
    if polled.name != "parsed":
        return polled.name
    if entries.new:
        return "new"
    return "edited" if entries.edited else "nothing-new"


def _success_detail(polled: Polled, entries: Sorted, gap: Gap | None) -> str:
    parts = []
    if entries.new:
        parts.append(f"{len(entries.new)} new")
    if entries.elsewhere:
        parts.append(f"{len(entries.elsewhere)} known from other feeds")
    if entries.edited:
        parts.append(f"{entries.edited} edited")
    if gap is not None:
        parts.append(str(gap))
    parsed = polled.parsed
    if parsed is not None and parsed.truncated:
        parts.append("cut to the limit of entries")
    return ", ".join(parts)
