"""``backup`` and ``restore``."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress as Bar

from ingest.cli.common import AsJson, ConfigDir, err, out, print_json, says_errors
from ingest.operations import backup as operation
from ingest.workspace import Workspace


@says_errors
def backup(
    folder: Annotated[Path, typer.Argument(help="The backup's folder; a later backup into it writes what changed.")],
    recipient: Annotated[
        str | None, typer.Option(help="Encrypt everything for this age public key (age1…).", show_default=False)
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Only read the backup against its manifest.")] = False,
    config: ConfigDir = None,
    json: AsJson = False,
) -> None:
    """Copy ledger, archive and configuration into a folder, while everything runs; verified after writing.

    Passwords are in none of it: they are in the environment. Exit code 1 if something could not be copied.

    Examples:

      veille backup /mnt/backup/veille

      veille backup /mnt/backup/veille --recipient age1…

      veille backup /mnt/backup/veille --check
    """
    if check:
        files = operation.verify(folder)
        print_json({"folder": str(folder), "files": files}) if json else out.print(f"✓ {files} files are as written")
        return
    with Workspace.of(config) as ws, Bar(console=err, transient=True, disable=json) as bar:
        task = bar.add_task("backing up", total=None)
        done = operation.back_up(
            ws, folder, recipient=recipient, tick=lambda n, total: bar.update(task, completed=n, total=total)
        )
    _say(done, "backed up and read again", json)


@says_errors
def restore(
    folder: Annotated[Path, typer.Argument(help="The backup's folder.")],
    identity: Annotated[
        Path | None, typer.Option(help="File with the age key of an encrypted backup.", show_default=False)
    ] = None,
    config: Annotated[Path, typer.Option("--config", "-c", help="Config folder to restore to.")] = Path("config"),
    json: AsJson = False,
) -> None:
    """Make an installation from a backup, verified before anything is written.

    Configuration that is there stays; a ledger that is there is never overwritten. With Elasticsearch run
    `veille index rebuild` afterwards.

    Examples:

      veille restore /mnt/backup/veille

      veille restore /mnt/backup/veille --identity key.txt --config /srv/veille/config
    """
    with Bar(console=err, transient=True, disable=json) as bar:
        task = bar.add_task("restoring", total=None)
        done = operation.restore(
            folder, config, identity=identity, tick=lambda n, total: bar.update(task, completed=n, total=total)
        )
    _say(done, "restored", json)


def _say(done: operation.Report, what: str, json: bool) -> None:
    if json:
        print_json(asdict(done))
    else:
        size = f", {done.bytes / 1e6:,.1f} MB" if done.bytes else ""
        out.print(f"✓ {done.files} files in {done.folder}, {done.written} {what}{size}", markup=False)
