"""``veille serve``: the desk, a page over everything that the commands read."""

import secrets
import sys
from typing import Annotated

import typer

from ingest.cli.common import ConfigDir, err, says_errors
from ingest.settings import WebSettings
from ingest.workspace import Workspace


@says_errors
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (default: [web] host, 127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(help="Port (default: [web] port, 8800).")] = None,
    config: ConfigDir = None,
) -> None:
    """Open the desk: inbox, search, rules, feeds, dashboards, API.

    While there are no accounts it prints a link that signs in; `veille users add NAME --role admin` makes accounts.

    Examples:

      veille serve

      veille serve --config demo-data/config --port 8801
    """
    import uvicorn  # not with the other imports: `veille --help` must not load a web server

    from ingest.web.app import create_app, settle_memory

    with Workspace.of(config) as ws:
        ws.check_configuration()
        web = _with(ws.settings.web, host, port)
        ws.settings = ws.settings.model_copy(update={"web": web})
        key = secrets.token_urlsafe(24)
        app = create_app(ws, key)
        settle_memory()
        shown = "127.0.0.1" if web.host in ("0.0.0.0", "::") else web.host  # noqa: S104
        err.print(f"the desk: http://{shown}:{web.port}/", markup=False)
        if not _has_accounts(ws):
            err.print(f"no accounts yet; this link signs you in: http://{shown}:{web.port}/start/{key}", markup=False,
                      soft_wrap=True)  # fmt: skip
        err.print("Ctrl-C ends it", style="dim")
        sys.stderr.flush()
        uvicorn.run(app, host=web.host, port=web.port, log_level="warning", access_log=False, server_header=False,
                    proxy_headers=False, timeout_graceful_shutdown=5)  # fmt: skip


def _with(web: WebSettings, host: str | None, port: int | None) -> WebSettings:
    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    return web.model_copy(update=given)


def _has_accounts(ws: Workspace) -> bool:
    from ingest.ledger.desk import all_users

    with ws.ledger.read() as c:
        return any(user.password_hash for user in all_users(c))
