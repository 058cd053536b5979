"""Why (not)?: the whole story of one article, and the form that asks for it."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from ingest.alert.summary import summarise
from ingest.index.hit import Hit
from ingest.operations.article_history import Ambiguous, article_history
from ingest.web.guard import Reader, TheDesk
from ingest.web.render import page

router = APIRouter()


@router.get("/why")
def why(request: Request, desk: TheDesk, who: Reader, u: str = "") -> Response:
    """Paste an address: what became of it."""
    asked = u.strip()
    if not asked:
        return page(request, "why.html", who, asked="", message="")
    try:
        history = article_history(desk.ledger, desk.index, (), desk.tagger(), asked, desk.clock())
    except Ambiguous as e:
        return page(request, "why.html", who, asked=asked, message=str(e))
    if history is None:
        return page(request, "why.html", who, 404, asked=asked, message="never seen")
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
    return page(
        request, "article.html", who, history=history, known=history.known, article=history.known["article"],
        document=document or {}, card=card, rules=rules, names=desk.outlet_names(), topics=desk.topic_names(),
        feed=desk.catalogue().get(history.known["article"]["feed_id"]),
    )  # fmt: skip
