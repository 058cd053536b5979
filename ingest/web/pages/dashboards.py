"""Dashboards without Kibana: the same descriptions, drawn here."""

from datetime import datetime

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from ingest.ledger.happenings import headlines
from ingest.web import texts
from ingest.web.boards import DAYS, BoardWords, Drawn, dashboards, days_of, draw
from ingest.web.desk import Desk
from ingest.web.guard import Reader, TheDesk
from ingest.web.pages.happenings import facet_names
from ingest.web.render import language_of, page

router = APIRouter()


@router.get("/dashboards")
def first(who: Reader) -> Response:
    """The first of them."""
    return RedirectResponse(f"/dashboards/{next(iter(dashboards()))}", 303)


@router.get("/dashboards/{name}")
def dashboard_page(request: Request, desk: TheDesk, who: Reader, name: str, days: int | None = None) -> Response:
    """One dashboard, over so many days."""
    found = dashboards().get(name)
    if found is None:
        raise HTTPException(404, f"there is no dashboard {name!r}")
    shown = days if days in DAYS else days_of(found)
    facets = facet_names(desk)
    names = {"topics": facets["topic"], "language.code": facets["lang"], "outlet.id": facets["outlet"]}
    language = language_of(request)

    def when(moment: datetime, with_time: bool) -> str:
        return texts.day(moment, desk.settings.timezone, language, with_time=with_time)

    panels = draw(desk, found, shown, BoardWords(names, texts.translator(language), when))
    return page(
        request, "dashboard.html", who, board=found, name=name, panels=panels, days=shown, all_days=DAYS,
        boards=dashboards(), titles=_titles(desk, panels),
    )  # fmt: skip


def _titles(desk: Desk, panels: list[Drawn]) -> dict[str, str]:
    """Stories by their headlines instead of their ids."""
    ids = [row.keys[0] for p in panels if p.panel.field == "story.id" for row in p.rows]
    with desk.ledger.read() as c:
        return headlines(c, ids)
