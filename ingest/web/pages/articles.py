"""Why (not)?: the whole story of one article, and the form that asks for it."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import RedirectResponse, Response

from ingest.alert.summary import summarise
from ingest.feeds.health import HealthLine
from ingest.index.hit import Hit
from ingest.ledger import desk as people
from ingest.ledger.happenings import event_of, happenings
from ingest.operations.article_history import Ambiguous, article_history
from ingest.operations.feed_lines import feed_lines
from ingest.operations.revisions import read_revisions, revisions_of
from ingest.outcome import Stage
from ingest.outcome_names import named
from ingest.urls import registered_domain
from ingest.web.desk import Desk
from ingest.web.diffs import difference
from ingest.web.guard import Reader, TheDesk
from ingest.web.inbox import together
from ingest.web.render import page

router = APIRouter()


@router.get("/why")
def why(request: Request, desk: TheDesk, who: Reader, u: str = "") -> Response:
    """Paste an address: what became of it."""
    asked = u.strip()
    if not asked:
        return page(request, "why.html", who, asked="", message="", of_site=[])
    try:
        history = article_history(desk.ledger, desk.index, (), desk.tagger(), asked, desk.clock())
    except Ambiguous as e:
        return page(request, "why.html", who, asked=asked, message=str(e), of_site=[])
    if history is None:
        return page(request, "why.html", who, 404, asked=asked, message="never seen", of_site=_of_site(desk, asked))
    return RedirectResponse(f"/article/{history.known['article']['key']}", 303)


@router.get("/article/{key}")
def article_page(request: Request, desk: TheDesk, who: Reader, key: str) -> Response:
    """Seen, fetched, read, tagged, placed, matched, mailed; or why not."""
    try:
        history = article_history(desk.ledger, desk.index, desk.rules(), desk.tagger(), key, desk.clock())
    except Ambiguous as e:
        raise HTTPException(404, str(e)) from e
    if history is None:
        raise HTTPException(404, "no feed has carried this article, or it has been removed by retention")
    document = history.document
    card = summarise(Hit(history.known["article"]["key"], document)) if document else None
    rules = {r.id: r for r in desk.rules()}
    article, now = history.known["article"], desk.clock()
    carriers = [sighting["feed_id"] for sighting in history.known["sightings"]]
    lines = feed_lines(desk.ws, now, carriers, catalogue=desk.catalogue())
    with desk.ledger.read() as c:
        event = event_of(c, key)
        found = happenings(c, [event]) if event else []
        marks = together(found[0], people.marks(c, who.name, found[0].stories)) if found else None
    stage = Stage.INDEX if article["state"] == "fetched" else Stage.FETCH
    return page(
        request, "article.html", who, history=history, known=history.known, article=article, marks=marks,
        why_state=named(stage, article["reason"] or ""), unwell={x.feed_id: x for x in lines if x.what_to_do},
        document=document or {}, card=card, rules=rules, names=desk.outlet_names(), topics=desk.topic_names(),
        feed=desk.catalogue().get(article["feed_id"]),
    )  # fmt: skip


def _of_site(desk: Desk, asked: str) -> list[HealthLine]:
    """How the feeds are that are polled of an address's site."""
    try:
        site = registered_domain(asked if "://" in asked else f"https://{asked}")
    except ValueError:
        return []
    ids = [feed.id for feed in desk.catalogue().feeds if registered_domain(feed.url) == site]
    return feed_lines(desk.ws, desk.clock(), ids, catalogue=desk.catalogue()) if ids else []


Number = Annotated[int | None, Query(ge=1)]


@router.get("/article/{key}/revisions")
def revisions_page(
    request: Request, desk: TheDesk, who: Reader, key: str, a: Number = None, b: Number = None
) -> Response:
    """The versions of a page that the archive holds, and what differs between two: without a word, the last two."""
    known = revisions_of(desk.ws, key)
    if known is None:
        raise HTTPException(404, "no feed has carried this article, or it has been removed by retention")
    article, versions = known
    newer = min(b or len(versions), len(versions))
    older = min(a or max(newer - 1, 1), len(versions))
    before = after = changed = titles = None
    if len(versions) > 1:
        before, after = read_revisions(desk.ws, article, [versions[older - 1], versions[newer - 1]])
        titles, changed = difference(before.title, after.title), difference(before.text, after.text)
    return page(
        request, "revisions.html", who, article=article, versions=versions, older=older, newer=newer, before=before,
        after=after, titles=titles, change=changed, names=desk.outlet_names(),
    )  # fmt: skip
