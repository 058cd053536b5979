"""Is the silence real? The state of the whole installation, and whether the desk itself is alive."""

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from ingest.operations.metrics import CONTENT_TYPE, exposition
from ingest.operations.status import overview
from ingest.outcome import Stage
from ingest.outcome_names import named
from ingest.web.guard import Reader, TheDesk
from ingest.web.render import page

router = APIRouter()


@router.get("/healthz")
def healthz(desk: TheDesk) -> Response:
    """For a load balancer: 200 once ledger and index answer. Says nothing of what is in them."""
    with desk.ledger.read():
        ready = desk.index.status().ready
    return PlainTextResponse("ok\n" if ready else "the index is not ready\n", 200 if ready else 503)


@router.get("/metrics")
def metrics(desk: TheDesk, who: Reader) -> Response:
    """For Prometheus, with a token of the scope read as its bearer token."""
    return Response(exposition(desk.ws), media_type=CONTENT_TYPE)


@router.get("/status")
def status_page(request: Request, desk: TheDesk, who: Reader) -> Response:
    """What ``veille status`` says."""
    return page(
        request, "status.html", who, view=overview(desk.ws), stages=[stage.value for stage in Stage], meaning=_meaning
    )


def _meaning(stage: str, name: str) -> str:
    """What an outcome's name stands for; empty for one that is none, such as an older version's."""
    found = named(Stage(stage), name)
    return found.meaning if found else ""
