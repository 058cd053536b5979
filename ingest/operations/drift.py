"""Whether an outlet's pages read otherwise than they used to: a redesign, a new wall, a date that went. Pure.

An outlet is compared with its own past, never with others: some have always been half empty. What is told is that an
outlet has changed, once, with all that changed; where many change at a time it is one finding, for then it is not they
who have changed but we, or the network.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from ingest.ledger.outlets import OutletDay

RECENT = timedelta(days=2)
"""Today and the two days before: long enough for a weekly paper's Monday, short enough to be of use."""
PAST = timedelta(days=30)
FEWEST_RECENT, FEWEST_PAST = 10, 40
"""Pages under which an outlet's figures prove nothing."""
RISE = 0.25
"""How much a share must have risen; a redesign takes nearly all pages, a bad day a few."""
SIGMAS = 4.0
"""And how unlikely that must be by chance: with a hundred outlets looked at hourly, less would cry wolf."""
STALE = 0.9
"""Share of pages that an outlet's own rule misses from which it is told without a past: it came from old pages."""
LANGUAGE_FALL = 0.5
SHORTER, LONGER = 0.4, 3.0
"""Words a page, against before: bodies that are cut, and bodies that take in the whole page."""
MANY = 5
"""Outlets that change at a time from which the cause is looked for here."""


@dataclass(frozen=True, slots=True)
class Drift:
    """What has changed at an outlet."""

    outlet: str
    changes: tuple[str, ...]
    """Sentences for people: ``no text on 90% of 30 pages (before: 2%)``."""
    kinds: tuple[str, ...]
    """``empty``, ``walls``, ``undated``, ``rule``, ``language``, ``shorter``, ``longer``."""
    since: date
    """First day of the days that were compared with the past."""

    @property
    def loses_text(self) -> bool:
        """True if articles come in without their text."""
        return bool({"empty", "walls", "shorter"} & set(self.kinds))


@dataclass(slots=True)
class _Sum:
    pages: int = 0
    words: int = 0
    empty: int = 0
    walls: int = 0
    undated: int = 0
    rule_missed: int = 0
    languages: Counter[str] | None = None

    @classmethod
    def of(cls, days: Iterable[OutletDay]) -> "_Sum":
        found = cls(languages=Counter())
        for day in days:
            found.pages += day.pages
            found.words += day.words
            found.empty += day.empty
            found.walls += day.walls
            found.undated += day.undated
            found.rule_missed += day.rule_missed
            assert found.languages is not None
            found.languages[day.language] += day.pages - day.empty
        return found

    def share(self, count: int) -> float:
        return count / self.pages if self.pages else 0.0

    @property
    def with_text(self) -> int:
        return self.pages - self.empty

    @property
    def length(self) -> float:
        """Words a page that has any."""
        return self.words / self.with_text if self.with_text else 0.0


def drifting(days: Sequence[OutletDay], today: date) -> list[Drift]:
    """The outlets whose last days read otherwise than their past, by name."""
    start = today - RECENT
    by_outlet: dict[str, list[OutletDay]] = defaultdict(list)
    for day in days:
        if today - PAST <= day.day <= today:
            by_outlet[day.outlet].append(day)
    found = []
    for outlet, own in sorted(by_outlet.items()):
        now, past = _Sum.of(d for d in own if d.day >= start), _Sum.of(d for d in own if d.day < start)
        if now.pages >= FEWEST_RECENT:
            changes = dict(_changes(now, past)) if past.pages >= FEWEST_PAST else {}
            if now.share(now.rule_missed) >= STALE:
                changes.setdefault("rule", f"its own rule fits {now.pages - now.rule_missed} of {now.pages} pages")
            if changes:
                found.append(Drift(outlet, tuple(changes.values()), tuple(changes), start))
    return found


def _changes(now: _Sum, past: _Sum) -> Iterable[tuple[str, str]]:
    for kind, words, is_count, was_count in (
        ("walls", "a consent wall or a bot check on", now.walls, past.walls),
        ("empty", "no text on", now.empty - now.walls, past.empty - past.walls),
        ("undated", "no date on", now.undated, past.undated),
        ("rule", "its own rule no longer fits", now.rule_missed, past.rule_missed),
    ):
        is_share, was_share = now.share(is_count), past.share(was_count)
        if _has_risen(is_share, was_share, now.pages, past.pages):
            yield kind, f"{words} {is_share:.0%} of {now.pages} pages (before: {was_share:.0%})"
    yield from _of_language(now, past)
    yield from _of_length(now, past)


def _has_risen(share: float, before: float, pages: int, pages_before: int) -> bool:
    """By enough to matter, and by more than chance: two shares, pooled."""
    pooled = (share * pages + before * pages_before) / (pages + pages_before)
    spread = sqrt(pooled * (1 - pooled) * (1 / pages + 1 / pages_before))
    return share - before >= RISE and share - before > SIGMAS * spread


def _of_language(now: _Sum, past: _Sum) -> Iterable[tuple[str, str]]:
    if not past.languages or not now.languages or min(now.with_text, past.with_text) < FEWEST_RECENT:
        return
    main, count = past.languages.most_common(1)[0]
    was, is_now = count / past.with_text, now.languages[main] / now.with_text
    if was - is_now >= LANGUAGE_FALL:
        other = now.languages.most_common(1)[0][0]
        yield "language", f"{other} instead of {main} on most pages ({main}: {is_now:.0%}, before: {was:.0%})"


def _of_length(now: _Sum, past: _Sum) -> Iterable[tuple[str, str]]:
    if min(now.with_text, past.with_text) < FEWEST_RECENT:
        return
    told = f"{now.length:.0f} words a page (before: {past.length:.0f})"
    if now.length < SHORTER * past.length:
        yield "shorter", told
    elif now.length > LONGER * past.length:
        yield "longer", told
