"""``veille mcp``: the desk's readings as tools for an assistant: Model Context Protocol over standard input."""

from ingest.cli.common import ConfigDir, says_errors
from ingest.workspace import Workspace


@says_errors
def mcp(config: ConfigDir = None) -> None:
    """Serve reading tools to an assistant: search, stories, story, why, status, feeds, rules.

    Speaks the Model Context Protocol on standard input and output; an assistant starts it. Nothing can be changed.

    Examples:

      veille mcp --config config
    """
    from ingest.web.assistant import server_for  # not with the other imports: it loads a protocol library

    with Workspace.of(config) as ws:
        ws.check_configuration()
        server_for(ws).run("stdio")
