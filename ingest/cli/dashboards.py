"""``dashboards``: build Kibana's dashboards from their descriptions, and install them."""

from pathlib import Path
from typing import Annotated

import typer

from ingest.cli.common import AsJson, ConfigDir, out, print_json, says_errors
from ingest.dashboards.bundle import bundle, ndjson
from ingest.dashboards.describe import load_dashboard
from ingest.dashboards.install import install
from ingest.defaults import packaged
from ingest.settings import load_settings

app = typer.Typer(help="Kibana dashboards: build and install.", no_args_is_help=True)
Folder = Annotated[Path | None, typer.Option(help="Folder of the descriptions (default: those of veille).")]


@app.command()
@says_errors
def build(
    folder: Folder = None,
    to: Annotated[Path | None, typer.Option(help="Where to write veille.ndjson (default: the same folder).")] = None,
    config: ConfigDir = None,
) -> None:
    """Make veille.ndjson, which Kibana imports, of the descriptions (*.yaml).

    Example:

      veille dashboards build
    """
    target = (to or folder or packaged("dashboards")) / "veille.ndjson"
    text = _bundle(folder, config)
    target.write_text(text, encoding="utf-8")
    out.print(f"wrote {target}: {text.count(chr(10))} objects", markup=False)


@app.command("install")
@says_errors
def install_(
    kibana: Annotated[
        str, typer.Option(envvar="VEILLE_KIBANA_URL", help="Kibana's address.")
    ] = "http://127.0.0.1:5601",
    username: Annotated[str | None, typer.Option(envvar="VEILLE_KIBANA_USERNAME", help="Account.")] = None,
    password: Annotated[
        str | None, typer.Option(envvar="VEILLE_KIBANA_PASSWORD", help="Better given in the environment.")
    ] = None,
    api_key: Annotated[str | None, typer.Option(envvar="VEILLE_KIBANA_API_KEY", help="Instead of an account.")] = None,
    folder: Folder = None,
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Post the dashboards to Kibana, replacing what is there. Exit code 1 if Kibana refuses any object.

    Example:

      VEILLE_KIBANA_PASSWORD=… veille dashboards install --username elastic
    """
    taken = install(_bundle(folder, config), kibana, username=username, password=password, api_key=api_key)
    if json:
        print_json({"kibana": kibana, "objects": taken})
    else:
        out.print(f"{kibana}: {taken} objects installed", markup=False)


def _bundle(folder: Path | None, config: Path | None) -> str:
    """For the indexes of this installation: data views and ids carry ``index.prefix``."""
    files = sorted((folder or packaged("dashboards")).glob("*.yaml"))
    return ndjson(bundle([load_dashboard(f) for f in files], load_settings(config).index.prefix))
