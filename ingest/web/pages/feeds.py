"""Feeds: how each is, what to do, and the way in and out (discovery, OPML)."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from ingest.errors import ConfigError
from ingest.feeds import editing, opml
from ingest.feeds.packs import FeedPack, feeds_of, packs
from ingest.http.client import HttpClient
from ingest.http.errors import FetchError
from ingest.ledger import desk as people
from ingest.ledger.feeds import states
from ingest.model import Feed, Health, Policy
from ingest.operations.feed_lines import feed_lines
from ingest.operations.feed_report import drifts_by_feed
from ingest.operations.feed_search import discover_feeds
from ingest.operations.quarantine import release as let_go
from ingest.urls import is_web
from ingest.web.access import Visitor
from ingest.web.desk import Desk
from ingest.web.guard import FeedEditor, Reader, TheDesk
from ingest.web.render import page

router = APIRouter()
URGENT = (Health.FAILING, Health.QUARANTINED, Health.RETIRED, Health.SILENT, Health.MOVED, Health.GAPS)


@router.get("/feeds")
def feeds_page(request: Request, desk: TheDesk, who: Reader, show: str = "all", q: str = "") -> Response:
    """One line a feed, the most urgent first."""
    catalogue = desk.catalogue()
    lines = feed_lines(desk.ws, desk.clock(), catalogue=catalogue)
    tally = {h: sum(line.health is h for line in lines) for h in Health}
    wanted = q.strip().lower()
    shown = [
        (line, catalogue.get(line.feed_id))
        for line in lines
        if (show == "all" or line.health.value == show or (show == "urgent" and line.health in URGENT))
        and (not wanted or wanted in line.name.lower() or wanted in line.feed_id)
    ]
    return page(request, "feeds.html", who, lines=shown, tally=tally, show=show, q=q, total=len(lines),
                urgent={h.value for h in URGENT}, healths=list(Health))  # fmt: skip


@router.get("/feeds.opml")
def export(desk: TheDesk, who: Reader) -> Response:
    """The enabled feeds, for any reader."""
    headers = {"content-disposition": 'attachment; filename="veille.opml"'}
    return Response(opml.write_opml(desk.catalogue().enabled), media_type="text/x-opml", headers=headers)


@router.post("/feeds/import")
async def import_opml(desk: TheDesk, who: FeedEditor, file: UploadFile) -> Response:
    """Add the feeds of an OPML file; what is there already is left alone."""
    data = await file.read()
    new = opml.not_there_yet(opml.read_opml(data, where=file.filename or "OPML"), desk.catalogue().feeds)
    if new:
        editing.add_feeds(desk.feeds_file, new)
        _recorded(desk, who.name, "feeds-import", f"{len(new)} feeds", ", ".join(f.id for f in new)[:500])
    return RedirectResponse("/feeds", 303)


@router.get("/feeds/add")
async def discover(request: Request, desk: TheDesk, who: Reader, url: str = "") -> Response:
    """Any address of a site: the feeds that it leads to, each asked for and read."""
    asked = url.strip()
    if asked and "://" not in asked:
        asked = f"https://{asked}"
    if not asked or not is_web(asked):
        message = "this is no web address" if asked else ""
        return page(
            request, "feed_add.html", who, url=url if asked else "", found=None, message=message, known=set(),
            packs=_offered(desk, who),
        )  # fmt: skip
    message, found = "", []
    try:
        async with HttpClient(desk.settings.fetch, desk.clock) as http:
            found = await discover_feeds(http, asked, desk.clock)
    except FetchError as e:
        message = str(e)
    known = {f.url for f in desk.catalogue().feeds}
    return page(request, "feed_add.html", who, url=url, found=found, message=message, known=known, packs=[])


@router.post("/feeds/add")
def add(
    desk: TheDesk, who: FeedEditor, url: Annotated[str, Form()], name: Annotated[str, Form()] = "",
    country: Annotated[str, Form()] = "", language: Annotated[str, Form()] = "",
    policy: Annotated[str, Form()] = "full",
) -> Response:  # fmt: skip
    """Write a feed into feeds.yaml, as ``veille feeds add`` does."""
    if not is_web(url):
        raise HTTPException(422, "this is no web address")
    feeds = desk.catalogue().feeds
    title = " ".join(name.split())[:200]
    new_id = opml.new_id(title, url, [f.id for f in feeds])
    try:
        feed = Feed(new_id, url, title or new_id, new_id, title or new_id, country=country.strip().upper() or None,
                    language=language.strip().lower() or None, policy=Policy(policy))  # fmt: skip
        editing.add_feeds(desk.feeds_file, [feed])
    except (ConfigError, ValueError) as e:
        raise HTTPException(422, str(e)) from e
    _recorded(desk, who.name, "feed-add", new_id, url)
    return RedirectResponse(f"/feeds?q={new_id}", 303)


@router.post("/feeds/packs")
def add_pack(desk: TheDesk, who: FeedEditor, name: Annotated[str, Form()]) -> Response:
    """Add the feeds of a pack; what is there already is left alone."""
    try:
        new = opml.not_there_yet(feeds_of(desk.bundled_catalogue().feeds, [name]), desk.catalogue().feeds)
        if new:
            editing.add_feeds(desk.feeds_file, new)
    except ConfigError as e:
        raise HTTPException(422, str(e)) from e
    if new:
        _recorded(desk, who.name, "feeds-pack", name, ", ".join(f.id for f in new)[:500])
    return RedirectResponse("/feeds", 303)


@router.post("/feeds/{id}/remove")
def remove(desk: TheDesk, who: FeedEditor, id: str) -> Response:
    """Take a feed out of feeds.yaml; its articles stay."""
    feed = desk.catalogue().get(id)
    if feed is None:
        raise HTTPException(404, f"there is no feed {id!r}")
    editing.remove_feeds(desk.feeds_file, [id])
    _recorded(desk, who.name, "feed-remove", id, feed.url)
    return RedirectResponse("/feeds", 303)


@router.post("/feeds/{id}/release")
def release(desk: TheDesk, who: FeedEditor, id: str) -> Response:
    """Let a feed out of quarantine at once, forgiven."""
    if desk.catalogue().get(id) is None:
        raise HTTPException(404, f"there is no feed {id!r}")
    if let_go(desk.ws, [id]):
        _recorded(desk, who.name, "feed-release", id, "")
    return RedirectResponse(f"/feeds/{id}", 303)


@router.get("/feeds/{id}")
def feed_page(request: Request, desk: TheDesk, who: Reader, id: str) -> Response:
    """Everything of one feed."""
    feed = desk.catalogue().get(id)
    if feed is None:
        raise HTTPException(404, f"there is no feed {id!r}")
    with desk.ledger.read() as c:
        state = states(c, [id]).get(id)
    line = feed_lines(desk.ws, desk.clock(), [id], catalogue=desk.catalogue())[0]
    drift = drifts_by_feed(desk.ws, desk.clock(), desk.catalogue()).get(id)
    return page(request, "feed.html", who, feed=feed, line=line, state=state, fields=asdict(feed), drift=drift)


def _offered(desk: Desk, who: Visitor) -> list[tuple[FeedPack, int]]:
    """The packs that come with veille, and how many feeds of each are not polled yet."""
    if not who.may("editor"):
        return []
    bundled = desk.bundled_catalogue().feeds
    missing = {feed.url for feed in opml.not_there_yet(bundled, desk.catalogue().feeds)}
    return [(pack, sum(feed.url in missing for feed in pack.feeds)) for pack in packs(bundled)]


def _recorded(desk: Desk, name: str, action: str, subject: str, detail: str) -> None:
    with desk.ledger.begin() as c:
        people.record(c, name, action, subject, desk.clock(), detail)
