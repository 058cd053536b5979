"""``init``: a commented config folder to start from; with ``--compose``, the ``.env`` for docker-compose.yml."""

import base64
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ingest.cli.common import err, out, says_errors
from ingest.defaults import packaged
from ingest.feeds.catalogue import load_catalogue
from ingest.feeds.editing import remove_feeds
from ingest.feeds.packs import UNVERIFIED, feeds_of
from ingest.model import Feed
from ingest.text.plurals import counted

CATALOGUE = "feeds.yaml"


@says_errors
def init(
    folder: Annotated[Path, typer.Argument(help="Where to write the config folder.")] = Path("config"),
    compose: Annotated[bool, typer.Option("--compose", help="Also write .env with random passwords.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that are there (never .env).")] = False,
    pack: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only these feeds, by theme or country: `veille feeds packs`."),
    ] = None,
) -> None:
    """Write a commented config folder: feeds, topics, alerts, settings. Existing files are left alone.

    Examples:

      veille init

      veille init --pack dprk --pack fr

      veille init --compose      (also .env with random passwords for docker compose)
    """
    everything = load_catalogue(packaged("config") / CATALOGUE).feeds
    chosen = feeds_of(everything, pack) if pack else everything  # a name that is none is told before a file is written
    folder.mkdir(parents=True, exist_ok=True)
    for source in _sources():
        target = folder / source.relative_to(packaged("config"))
        if _copy(source, target, force) and pack and target.name == CATALOGUE:
            remove_feeds(target, {feed.id for feed in everything} - {feed.id for feed in chosen})
            _tell_of(chosen)
    if compose:
        write_env(Path(".env"))
    out.print(f"Next: edit {folder}/feeds.yaml, topics.yaml and alerts.yaml, then `veille doctor`", markup=False)


def _sources() -> list[Path]:
    return sorted(p for p in packaged("config").rglob("*") if p.is_file())


def _tell_of(chosen: Sequence[Feed]) -> None:
    open_questions = sum(UNVERIFIED in feed.tags for feed in chosen)
    out.print(f"        with {counted(len(chosen), 'feed')}", markup=False)
    if open_questions:
        what = f"        {open_questions} of them are not verified: `veille feeds check --all` asks each"
        out.print(what, markup=False)


def _copy(source: Path, target: Path, force: bool) -> bool:
    """True if the file was written."""
    if target.exists() and source.samefile(target):
        return False
    if target.exists() and not force:
        err.print(f"kept    {target} (--force overwrites)", markup=False)
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    out.print(f"wrote   {target}", markup=False)
    return True


def write_env(file: Path) -> None:
    """Random secrets, readable by their owner only; what an existing file says stays, and what it lacks is added."""
    example = packaged(".env.example").read_text(encoding="utf-8")
    if file.exists():
        err.print(f"kept    {file}: it holds passwords in use", markup=False)
        _add_secrets(file, example)
        return
    file.touch(mode=0o600)
    file.write_text(fill_secrets(example), encoding="utf-8")
    out.print(f"wrote   {file} with random passwords (mode 600)", markup=False)


def _add_secrets(file: Path, example: str) -> None:
    """Secrets that a newer version of veille asks for."""
    held = file.read_text(encoding="utf-8")
    known = {line.partition("=")[0].strip() for line in held.splitlines()}
    asked = [line for line in example.splitlines() if line.endswith("=change-me")]
    new = [line for line in asked if line.partition("=")[0] not in known]
    if new:
        end = "" if held.endswith("\n") or not held else "\n"
        file.write_text(held + end + fill_secrets("\n".join(new)), encoding="utf-8")
        out.print(
            f"added   {', '.join(line.partition('=')[0] for line in new)} to {file}", markup=False, soft_wrap=True
        )


def fill_secrets(example: str) -> str:
    """Every ``NAME=change-me`` line gets a secret of its own."""
    lines = []
    for line in example.splitlines():
        name, _, value = line.partition("=")
        lines.append(f"{name}={_secret(name)}" if value == "change-me" else line)
    return "\n".join(lines) + "\n"


def _secret(name: str) -> str:
    """URL-safe, so that it may stand in a database URL. A Fernet key is 32 bytes in URL-safe base64."""
    if name.endswith("FERNET_KEY"):
        return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    return secrets.token_urlsafe(64 if name.endswith("JWT_SECRET") else 24)
