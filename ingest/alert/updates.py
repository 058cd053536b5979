"""What readers are told of an event after the first mail: what is material, as a reply in the same thread. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ingest.alert.changes import SPREAD, ChangeKind, EventChange, Known, changes, known_of, signs
from ingest.alert.compose import DigestItem, Draft, Thread
from ingest.alert.context import Sibling
from ingest.alert.recipients import Readers, reader_of
from ingest.alert.rules import MEASURES, Rule
from ingest.alert.summary import MAX_PASSAGE, ArticleSummary


@dataclass(frozen=True, slots=True)
class Followed:
    """An event that a reader was told of, and the rules through which."""

    reader: str
    event: str
    rules: tuple[Rule, ...]
    """In use, and telling this reader at once."""
    known: Known
    told: frozenset[str]
    """Keys of the changes that he was told."""
    thread: Thread
    last_told_at: datetime


@dataclass(frozen=True, slots=True)
class Update:
    """A draft, and what its reader knows after it."""

    draft: Draft
    followed: Followed
    known: Known


@dataclass(frozen=True, slots=True)
class Postponed:
    """News of the milder kind that came too soon after the last mail."""

    followed: Followed
    until: datetime


def updates(
    followed: Sequence[Followed],
    siblings: Mapping[str, Sequence[Sibling]],
    now: datetime,
    spread_interval: timedelta,
    readers: Readers,
    zone: str = "UTC",
    *,
    withdrawn: Collection[str] = (),
) -> tuple[list[Update], list[Postponed]]:
    """The updates that are due. ``spread_interval``: at least so long after a mail until who else says it is news.

    ``withdrawn``: articles whose pages are gone.
    """
    due, postponed = list[Update](), list[Postponed]()
    for one in followed:
        articles = siblings.get(one.event, ())
        measure = max((rule.updates for rule in one.rules), key=MEASURES.index)
        found = _wanted(changes(one.known, articles, one.told, withdrawn), measure)
        if not found:
            continue
        recipient = next(r for rule in one.rules for r in rule.recipients if reader_of(r) == one.reader)
        if (quiet_until := readers.of(recipient).quiet_until(now, zone)) is not None:
            postponed.append(Postponed(one, quiet_until))
            continue
        until = one.last_told_at + spread_interval
        if measure == "material" and now < until and all(c.kind in SPREAD for c in found):
            postponed.append(Postponed(one, until))
            continue
        due.append(Update(_draft(one, found, articles, readers), one, _after(one.known, articles)))
    return due, postponed


def replaced(new: Sibling, told_in: str) -> Sibling | None:
    """An article that left the event it was told in, if it says that what it told was not so.

    Its text is another (decision 052), so it founds an event of its own; but whoever read the first is owed the
    denial in the same thread. None for one that only tells of something else: that is news of its own.
    """
    if new.event == told_in or not signs(f"{new.title}\n{new.lead}", new.language):
        return None
    return new


def _wanted(found: Sequence[EventChange], measure: str) -> list[EventChange]:
    if measure == "none":
        return []
    return [c for c in found if measure == "all" or c.kind is not ChangeKind.ARTICLE]


def _after(known: Known, articles: Sequence[Sibling]) -> Known:
    now = known_of(articles)
    return Known(
        {**known.articles, **now.articles},
        known.outlets | now.outlets,
        known.countries | now.countries,
        known.languages | now.languages,
        {
            code: known.words.get(code, frozenset()) | now.words.get(code, frozenset())
            for code in {*known.words, *now.words}
        },
    )


def _draft(one: Followed, found: Sequence[EventChange], articles: Sequence[Sibling], readers: Readers) -> Draft:
    recipient = next(r for rule in one.rules for r in rule.recipients if reader_of(r) == one.reader)
    reader = readers.of(recipient)
    shown = next((c.sibling for c in found if c.sibling is not None), articles[0])
    summary = summary_of(_readable(shown, found, reader.languages), one.event)
    item = DigestItem(summary, one.rules, changes=tuple(found))
    identity = ("update", one.event, *sorted(c.key for c in found), one.reader)
    return Draft("update", recipient, one.rules, (item,), identity, thread=one.thread, reader=reader)


def _readable(shown: Sibling, found: Sequence[EventChange], languages: Collection[str]) -> Sibling:
    """Of several articles that bring the same kind of news, one in a language that the reader reads."""
    kind = found[0].kind
    same = [c.sibling for c in found if c.sibling is not None and c.kind is kind]
    return next((s for code in languages for s in same if s.language == code), shown)


def summary_of(sibling: Sibling, event: str) -> ArticleSummary:
    """An article of an event as a mail shows it, with how its text begins for a passage."""
    lead = sibling.lead[:MAX_PASSAGE] + ("…" if len(sibling.lead) > MAX_PASSAGE else "")
    return ArticleSummary(
        key=sibling.key,
        story=sibling.story,
        url=sibling.url,
        title=((sibling.title, False),),
        passages=(((lead, False),),) if lead else (),
        outlet=sibling.outlet or "unknown outlet",
        country=sibling.country,
        language=sibling.language,
        published=sibling.published,
        first_seen=sibling.first_seen,
        indexed=sibling.first_seen,
        event=event,
    )
