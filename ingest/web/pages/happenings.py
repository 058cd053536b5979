"""The inbox and the page of a happening, and what a reader does with one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, HTTPException, Query, Request
from fastapi.responses import RedirectResponse, Response

from ingest.alert.summary import ArticleSummary, summarise
from ingest.errors import IndexUnavailable, QueryError
from ingest.index.protocol import SearchRequest, Sort
from ingest.ledger import desk as people
from ingest.ledger import matches as ledger_matches
from ingest.ledger.happenings import Happening, HappeningArticle, event_of, happenings
from ingest.web import charts, inbox
from ingest.web.access import Visitor
from ingest.web.desk import Desk
from ingest.web.diffs import difference
from ingest.web.guard import Marker, Reader, TheDesk
from ingest.web.inbox import FACETS, InboxRequest, read_inbox
from ingest.web.render import language_of, page

router = APIRouter()
_RELATED = 6
_COPIES = 25
"""Copies of a text that are listed before somebody asks for all of them."""
Many = Annotated[list[str], Query()]


@router.get("/")
def inbox_page(
    request: Request, desk: TheDesk, who: Reader, view: str = "all", order: str = "front", days: int = 3, q: str = "",
    topic: Many = [], lang: Many = [], country: Many = [], outlet: Many = [],  # noqa: B006 (FastAPI copies them)
    p: Annotated[int, Query(ge=1, le=500)] = 1,
) -> Response:  # fmt: skip
    """Happenings; its address says everything that was filtered."""
    filters = {"topic": topic, "lang": lang, "country": country, "outlet": outlet}
    asked = InboxRequest(
        view=view if view in inbox.VIEWS else "all",
        order=order if order in inbox.ORDERS else "front",
        days=days if days in inbox.DAYS else 3,
        filters={name: tuple(values) for name, values in filters.items() if values},
        query=q,
        page=p,
    )
    error = None
    try:
        found = read_inbox(desk, who, asked, language_of(request))
    except QueryError as e:
        found, error = inbox.Inbox((), 0, False, {}), e
    return page(
        request, "inbox.html", who, inbox=found, asked=asked, address=inbox.address_of(asked), error=error,
        names=facet_names(desk), views=inbox.VIEWS, orders=inbox.ORDERS, all_days=inbox.DAYS,
    )  # fmt: skip


@router.post("/seen")
def all_seen(desk: TheDesk, who: Marker) -> Response:
    """This reader has seen everything that is there."""
    with desk.ledger.begin() as c:
        people.see_all(c, who.name, desk.clock())
    return RedirectResponse("/", 303)


@router.get("/story/{id}")
def happening_page(request: Request, desk: TheDesk, who: Reader, id: str, all: bool = False) -> Response:
    """Who ran it when, its copies, the evidence, who was mailed."""
    with desk.ledger.read() as c:
        event = event_of(c, id)
        found = happenings(c, [event]) if event else []
        if not found:
            raise HTTPException(404, "there is no such story: it may have been removed by retention")
        happening = found[0]
        stories = happening.stories
        before = inbox.together(happening, people.marks(c, who.name, stories))
        told = ledger_matches.of_event(c, event) if event else []
        notes = people.notes_of(c, stories)
        everyone = [u.name for u in people.all_users(c) if u.disabled_at is None]
    with desk.ledger.begin() as c:
        people.read_mark(c, who.name, stories[0], {"seen_at": desk.clock()})
    names, topics = desk.outlet_names(), desk.topic_names()
    item = inbox.item(happening, before, who, names, topics, language_of(request), desk.clock())
    cards = _cards(desk, happening)
    return page(
        request, "story.html", who, item=item, happening=happening, groups=_groups(happening), names=names,
        cards=cards, evidence=_evidence(happening, cards, language_of(request)), matches=_matches(told, desk),
        mails=_mails(told), notes=notes, everyone=everyone, timeline=_timeline(request, desk, happening, names),
        related=_related(desk, who, happening, item, language_of(request)), topics=topics,
        shown=len(happening.tellings) if all else _COPIES,
    )  # fmt: skip


@router.post("/story/{id}/{action}")
def mark(
    request: Request, desk: TheDesk, who: Marker, id: str, action: str, text: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Mute, keep, acknowledge, assign, note; the same again takes it back."""
    with desk.ledger.begin() as c:
        event = event_of(c, id)
        found = happenings(c, [event]) if event else []
        if not found:
            raise HTTPException(404, "there is no such story")
        marks = inbox.together(found[0], people.marks(c, who.name, found[0].stories))
        _apply(c, desk, who, found[0], marks, action, text, to)
    if request.headers.get("hx-request") and action in ("mute", "keep", "acknowledge", "seen"):
        return _again(request, desk, who, found[0])
    return RedirectResponse(back if back.startswith("/") and not back.startswith("//") else f"/story/{id}", 303)


def _again(request: Request, desk: Desk, who: Visitor, happening: Happening) -> Response:
    """The line of the inbox, as it is now."""
    with desk.ledger.read() as c:
        marks = inbox.together(happening, people.marks(c, who.name, happening.stories))
    names, topics = desk.outlet_names(), desk.topic_names()
    item = inbox.item(happening, marks, who, names, topics, language_of(request), desk.clock())
    return page(request, "item_alone.html", who, item=item)


def _apply(
    c: Any, desk: Desk, who: Visitor, happening: Happening, marks: people.Marks, action: str, text: str, to: str
) -> None:
    now, story = desk.clock(), happening.stories[0]
    stories = happening.stories
    match action:
        case "seen":
            people.read_mark(c, who.name, story, {"seen_at": now})
            return
        case "mute" | "keep":
            column = {"mute": "muted_at", "keep": "kept_at"}[action]
            value = None if getattr(marks, column) else now
            for one in stories if value is None else (story,):
                people.read_mark(c, who.name, one, {column: value})
            return
        case "acknowledge":
            value = None if marks.acknowledged_by else now
            for one in stories if value is None else (story,):
                people.case_mark(c, one, {"acknowledged_by": who.name if value else None, "acknowledged_at": value})
        case "assign":
            if to and people.user(c, to) is None:
                raise HTTPException(404, f"there is no account {to!r}")
            for one in stories:
                people.case_mark(c, one, {"assigned_to": to or None, "assigned_at": now if to else None})
        case "note":
            if not text.strip() or len(text) > 4000:
                raise HTTPException(422, "a note has between 1 and 4,000 characters")
            people.add_note(c, story, who.name, text.strip(), now)
        case _:
            raise HTTPException(404, f"there is no action {action!r}")
    people.record(c, who.name, action, happening.id, now, to or text[:200])


@router.get("/story/{id}/compare")
def compare(request: Request, desk: TheDesk, who: Reader, id: str, a: str, b: str) -> Response:
    """Two articles of a happening, and what differs."""
    with desk.ledger.read() as c:
        event = event_of(c, id)
        found = happenings(c, [event]) if event else []
    by_key = {t.key: t for h in found for t in h.tellings}
    if a not in by_key or b not in by_key:
        raise HTTPException(404, "these articles are not in this story")
    before, after = desk.index.get(a) or {}, desk.index.get(b) or {}
    return page(
        request, "compare.html", who, id=id, first=by_key[a], second=by_key[b], names=desk.outlet_names(),
        titles=difference(str(before.get("title", "")), str(after.get("title", ""))),
        change=difference(str(before.get("body", "")), str(after.get("body", ""))),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copies:
    """The articles that carry one text, earliest first."""

    story: str
    tellings: tuple[HappeningArticle, ...]


def _groups(happening: Happening) -> list[Copies]:
    return [Copies(s, tuple(t for t in happening.tellings if t.story_id == s)) for s in happening.stories]


def _cards(desk: Desk, happening: Happening) -> dict[str, ArticleSummary]:
    """Of its articles that the index has: what a mail would show of them."""
    try:
        ask = SearchRequest(
            None, filters={"story.id": list(happening.stories)}, size=200, sort=Sort.INDEXED, highlight=False
        )
        return {hit.id: summarise(hit) for hit in desk.index.search(ask).hits}
    except IndexUnavailable:
        return {}


def _evidence(
    happening: Happening, cards: dict[str, ArticleSummary], language: str
) -> list[tuple[HappeningArticle, ArticleSummary]]:
    """The passage of the first article of each language, the reader's own first."""
    first: dict[str | None, tuple[HappeningArticle, ArticleSummary]] = {}
    for telling in happening.tellings:
        if telling.key in cards:
            first.setdefault(telling.language, (telling, cards[telling.key]))
    return sorted(first.values(), key=lambda pair: (pair[0].language != language, pair[0].published))


def _matches(told: list[dict[str, Any]], desk: Desk) -> list[dict[str, Any]]:
    rules = {r.id: r for r in desk.rules()}
    once = {m["rule"]: m for m in reversed(told)}
    return [{**m, "name": rules[m["rule"]].name if m["rule"] in rules else m["rule"]} for m in once.values()]


def _mails(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({(mail["id"], mail["recipient"]): mail for m in told for mail in m["mails"]}.values())


def _timeline(request: Request, desk: Desk, happening: Happening, names: Any) -> Any:
    from ingest.web import texts

    language, now, zone = language_of(request), desk.clock(), desk.settings.timezone
    series = {story: n for n, story in enumerate(happening.stories)}

    def said(moment: datetime) -> str:
        return texts.clock_time(moment, zone, language, now)

    dots = [
        charts.Dot(
            t.published, (t.language or "?").upper(), series[t.story_id],
            f"{said(t.published)} · {names.get(t.outlet, (t.outlet, None))[0]} · {t.title}", f"#a-{t.key}",
        )
        for t in happening.tellings
    ]  # fmt: skip
    label = texts.translator(language)("Who ran it when, by language")
    return charts.timeline(dots, label, {d.at: said(d.at) for d in dots})


def _related(
    desk: Desk, who: Visitor, happening: Happening, item: inbox.InboxItem, language: str
) -> tuple[inbox.InboxItem, ...]:
    """Other happenings of the same days that are about the same topics, in whichever languages."""
    if not item.topics:
        return ()
    asked = InboxRequest(order="front", days=7, filters={"topic": tuple(topic for topic, _ in item.topics[:2])})
    try:
        found = read_inbox(desk, who, asked, language)
    except IndexUnavailable:
        return ()
    wanted = {topic for topic, _ in item.topics}
    others = [i for i in found.items if i.id != happening.id]
    return tuple(sorted(others, key=lambda i: -len(wanted & {topic for topic, _ in i.topics}))[:_RELATED])


def facet_names(desk: Desk) -> dict[str, dict[str, str]]:
    """Names for the values of facets."""
    from ingest.web.render import LANGUAGE_NAMES

    outlets = {id: name for id, (name, _) in desk.outlet_names().items()}
    return {"topic": desk.topic_names(), "lang": LANGUAGE_NAMES, "outlet": outlets, "country": {}}


assert set(FACETS) == {"topic", "lang", "country", "outlet"}
