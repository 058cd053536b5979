"""Putting an article into its story: found by shared fingerprints, judged by comparing, recorded in one transaction.

    lock → known already? → stories that share fingerprints → compare with the likeliest → join one, or found one
    → events that this article shows to be one are merged

The lock makes placements one after the other across workers, so two copies that arrive at the same moment end in one
story. What is looked at is bounded whatever the window holds: a fingerprint leads to at most ``POSTINGS`` stories, and
at most ``COMPARED`` texts are compared.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b

from ingest.enrich.events.evidence import profile
from ingest.enrich.events.likelihood import judge
from ingest.enrich.events.merging import merge_fitting
from ingest.enrich.events.search import is_glue, is_pointer, near_events, post
from ingest.enrich.stories.compare import SameText, compare
from ingest.enrich.stories.events import search as search_event
from ingest.enrich.stories.signature import Signature, stored
from ingest.ledger import event_merges
from ingest.ledger import stories as ledger
from ingest.ledger.store import Connection
from ingest.ledger.stories import Member, Story
from ingest.model import PlaceChange, StoryPlace

POSTINGS = 16
"""Stories a fingerprint leads to. One that is in more is a publisher's phrase; copies share others."""
COMPARED = 10
FEW = 12
"""Fingerprints: a text with no more of them (a brief, a cut copy) is compared for one in common."""
KEPT = 0.8
"""Of what joins two articles, what an article's next text needs to stay in its event: most edits tell of the same."""

WORDS_FOUND = 0.65
"""Of the words of a feed's entry those that its page has, where there are no vectors. Of 129 real pages all have so
many of their own description's, of 344 descriptions of other pages none; by ``KEPT`` it is 127 and none."""


@dataclass(frozen=True, slots=True)
class Search:
    """What looking for an article's story has brought."""

    story_id: str | None
    templates: frozenset[str]
    """Stories with the same frame and other facts."""
    free: tuple[int, ...]
    """Fingerprints under which there is room for another story."""


def place(
    c: Connection, article_key: str, outlet: str, signature: Signature,
    published: datetime | None, now: datetime, window_days: int, first_seen: datetime | None = None,
    completes: bool = False,
) -> StoryPlace:  # fmt: skip
    """The story of an article, in the ledger's transaction ``c`` (``Ledger.begin``). Keep that transaction short.

    The same article placed again with the same text changes nothing. With another text it keeps its story as long as
    the text still is a copy of the one that it joined with, which is what readers were told, or of one that another of
    the story joined with; else it leaves and is placed anew, under another id: edited step by step into something else,
    it does not take the old story's silence along. The id of a story is a hash of the article that founded it: placing
    again after a crash gives the same.

    ``completes``: the page's text has come where the feed's words stood. If it tells of what they told, its copies and
    its event are looked for anew, since a few words show them badly; whoever was told by the words counts as told of
    the event that the article turns out to be of (decision 210).
    """
    ledger.lock(c)
    known = ledger.member(c, article_key)
    if published is None or published.year < 1970:
        published = known.published if known else now
    when = min(published, now)
    raw = signature.to_bytes()
    one = Member(article_key, "", outlet, when, now, raw, min(first_seen or now, now), raw)
    change, event_id, before = PlaceChange.NEW, None, None
    if known is not None:
        change = _placed_again(c, known, one, signature, completes=completes)
        if change not in (PlaceChange.DRIFTED, PlaceChange.COMPLETED):
            return _told(c, known.story_id, article_key, change)
        before, event_id = _event_of(c, known), _event_kept(c, known, one, signature)
        leave(c, known, now)
        if change is PlaceChange.COMPLETED:  # nobody else may be in its event: then the whole text says which it is
            event_id = before if before and ledger.stories_of(c, before) else None
    window = timedelta(days=window_days)
    search = _search(c, signature, when, now - window, window)
    has_drifted = change is PlaceChange.DRIFTED
    since = now - window
    fitting: Sequence[str] = ()
    if (story_id := search.story_id) is None:
        story_id, fitting = _found(c, one, signature, search.templates, since, event_id, has_drifted=has_drifted)
    _join(c, one, story_id, search.free)
    merged = _merged(c, story_id, fitting)
    place = replace(_told(c, story_id, article_key, change), merged=merged)
    if change is PlaceChange.COMPLETED and before is not None and place.event_id not in (None, before):
        told_there_too(c, article_key, before, str(place.event_id), now)
    return place


def told_there_too(c: Connection, article_key: str, before: str, event_id: str, now: datetime) -> None:
    """An article's event is another than its feed's words showed: what was told by them is told of that one."""
    before = event_merges.current(c, [before]).get(before, before)
    if before == event_id:
        return
    if ledger.stories_of(c, before):
        event_merges.carry_over(c, article_key, before, event_id)
    else:
        event_merges.merge(c, before, event_id, now)


def _merged(c: Connection, story_id: str, fitting: Sequence[str]) -> tuple[str, ...]:
    """The events that are one with the story's since this article came."""
    story = ledger.story(c, story_id) if fitting else None
    return tuple(merge_fitting(c, story.event_id, fitting)[1]) if story else ()


def _placed_again(c: Connection, known: Member, one: Member, signature: Signature, *, completes: bool) -> PlaceChange:
    """What has become of an article that was placed before; where it stays in its story, its new text is recorded."""
    before = stored(known.signature)
    if before is None or known.signature == one.signature:
        return PlaceChange.NONE
    if completes and _tells_of(before, signature, one):
        return PlaceChange.COMPLETED
    told = (stored(m.joined_with or m.signature) for m in ledger.members_of(c, known.story_id)[: COMPARED // 2])
    for other in (stored(known.joined_with) or before, *told):
        if other is not None and compare(other, signature).verdict is SameText.SAME:
            one = replace(one, first_seen_at=known.first_seen_at, joined_with=known.joined_with)
            _join(c, one, known.story_id, tuple(p for p in signature.prints if p not in before.prints))
            return PlaceChange.REVISED
    return PlaceChange.DRIFTED


def _event_kept(c: Connection, known: Member, one: Member, signature: Signature) -> str | None:
    """The event that an article stays in although its text is another: it still tells of what was told.

    An editor who rewrites a headline, or a report that grows, does not make a new happening, and no second mail.
    """
    told = stored(known.joined_with or known.signature)
    story = ledger.story(c, known.story_id)
    if told is None or story is None or not (told.lead_vector and signature.lead_vector):
        return None
    at = known.published.timestamp()
    before, after = profile(told, one.outlet, at), profile(signature, one.outlet, at)
    return story.event_id if judge(before, after, same_outlet=False).margin >= KEPT else None


def _event_of(c: Connection, known: Member) -> str | None:
    story = ledger.story(c, known.story_id)
    return story.event_id if story else None


def _tells_of(words: Signature, text: Signature, one: Member) -> bool:
    """True if a page tells of what its feed's words told.

    A page that says something else is no completion, whatever its address: it is a text of its own, and no reader who
    was told the one has been told the other.
    """
    if words.lead_vector and text.lead_vector:
        at = one.published.timestamp()
        of_words, of_text = profile(words, one.outlet, at), profile(text, one.outlet, at)
        return judge(of_words, of_text, same_outlet=False).margin >= KEPT
    said, has = _words_of(words), _words_of(text)
    return bool(said) and len(said & has) >= WORDS_FOUND * len(said)


def _words_of(one: Signature) -> set[int]:
    return {*array("I", one.words), *array("I", one.title)}


def leave(c: Connection, known: Member, now: datetime) -> None:
    """Take an article out of its story; what that was found by passes to the first of the others."""
    before = stored(known.signature)
    ledger.leave(c, known, before.prints if before else (), now)
    for heir in ledger.members_of(c, known.story_id)[:1]:
        text = stored(heir.signature)
        ledger.post_prints(c, text.prints if text else (), heir.article_key, now)


def _search(c: Connection, signature: Signature, when: datetime, since: datetime, window: timedelta) -> Search:
    rows = ledger.with_prints(c, signature.prints, since)
    best, best_share, templates = None, 0.0, set()
    for member in ledger.members_by_key(c, _likeliest(rows, len(signature.prints))).values():
        other = stored(member.signature)
        if other is None or abs(member.published - when) > window:
            continue
        found = compare(other, signature)
        if found.verdict is SameText.TEMPLATE:
            templates.add(member.story_id)
        elif found.verdict is SameText.SAME and (found.share, member.story_id) > (best_share, best or ""):
            best, best_share = member.story_id, found.share
    holders = Counter(p for p, _, _ in rows)
    taken = {p for p, story_id, _ in rows if story_id == best}
    free = tuple(p for p in signature.prints if p not in taken and holders[p] < POSTINGS)
    return Search(best, frozenset(templates), free)


def _likeliest(rows: list[tuple[int, str, str]], prints: int) -> list[str]:
    """The articles to compare with: of each story those that share most; a single shared print is chance."""
    holders = Counter(p for p, _, _ in rows)
    of_story = Counter(story_id for _, story_id, _ in rows)
    least = 1 if prints <= FEW else 2
    weight: dict[str, float] = defaultdict(float)
    for p, story_id, key in rows:
        if of_story[story_id] >= least:
            weight[key] += 1 / holders[p]
    return sorted(weight, key=lambda key: (-weight[key], key))[:COMPARED]


def _found(
    c: Connection, one: Member, signature: Signature, templates: frozenset[str], since: datetime,
    event_id: str | None, *, has_drifted: bool,
) -> tuple[str, Sequence[str]]:  # fmt: skip
    """Open a story; ``event_id``: its event, where that is known already. Returns it with other events that it fits."""
    story_id = _id(one.article_key)
    if has_drifted or ledger.story(c, story_id) is not None:  # it founded that one, and has become something else
        story_id = _id(one.article_key, one.signature or b"")
    own = _id("event", story_id.encode())
    own = event_merges.current(c, [own]).get(own, own)
    if signature.lead_vector:
        return story_id, _found_by_meaning(c, one, signature, templates, story_id, own, event_id)
    if signature.many or not signature.anchors:
        ledger.found(c, story_id, own, 0.0, one.article_key, one.joined_at)
    else:
        _found_by_names(c, one, signature, templates, since, story_id, own)
    return story_id, ()


def _found_by_meaning(
    c: Connection, one: Member, signature: Signature, templates: frozenset[str], story_id: str, own: str,
    before: str | None,
) -> Sequence[str]:  # fmt: skip
    """Open a story in the event that its text is likeliest to tell of; ``before``: one that it is known to stay in.

    Returns the other events that it fits.
    """
    new = profile(signature, one.outlet, one.published.timestamp())
    event_id = before or own
    fitting: list[str] = []
    if before is None and (not signature.many or is_pointer(signature)):
        near = near_events(c, new, one.published, signature, templates)
        fitting = [e.event_id for e in near if e.margin >= 1]
        event_id = fitting[0] if fitting else own
    ledger.found(c, story_id, event_id, 0.0, one.article_key, one.joined_at)
    if is_glue(signature):
        return ()
    post(c, new, event_id, story_id, one.published)
    return fitting[1:]


def _found_by_names(
    c: Connection, one: Member, signature: Signature, templates: frozenset[str], since: datetime,
    story_id: str, own: str,
) -> None:  # fmt: skip
    """The same for a text without vectors."""
    event = search_event(c, signature, one.published, since, templates)
    event_id = event.event_id or own
    ledger.found(c, story_id, event_id, event.norm, one.article_key, one.joined_at)
    ledger.make_common(c, event.common, one.joined_at)
    ledger.post_anchors(c, event.post, event_id, one.joined_at)


def _join(c: Connection, one: Member, story_id: str, free: tuple[int, ...]) -> None:
    ledger.put(c, replace(one, story_id=story_id))
    ledger.post_prints(c, free, one.article_key, one.joined_at)
    ledger.recount(c, story_id, one.joined_at)


def _told(c: Connection, story_id: str, article_key: str, change: PlaceChange) -> StoryPlace:
    story: Story | None = ledger.story(c, story_id)
    if story is None:
        raise LookupError(f"story {story_id} of article {article_key} is not in the ledger")
    is_first = story.first_article_key == article_key
    return StoryPlace(story.id, is_first, story.size, story.outlets, story.event_id, change)


def _id(key: str, more: bytes = b"") -> str:
    return blake2b(key.encode() + more, digest_size=16).hexdigest()
