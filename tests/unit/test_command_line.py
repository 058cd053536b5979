"""The list of commands costs next to nothing, and says what the commands say."""

import shutil
import subprocess
import sys
from importlib.metadata import version

import pytest
import typer
from typer.testing import CliRunner

from ingest.cli.commands import COMMANDS, application, build_list
from ingest.cli.main import app
from ingest.defaults import packaged
from ingest.workspace import Workspace

HEAVY = {
    "alembic",
    "ahocorasick",
    "dateparser",
    "elasticsearch",
    "fsspec",
    "httpcore",
    "httpx",
    "jinja2",
    "langdetect",
    "lxml",
    "numpy",
    "regex",
    "requests",
    "tldextract",
    "trafilatura",
    "warcio",
}
"""Each takes longer to import than ``veille status`` to answer."""


def loaded_by(*arguments: str) -> tuple[set[str], str]:
    """The modules that a command line imports, and what it prints."""
    code = (
        "import sys; sys.argv = ['veille', *sys.argv[1:]]\n"
        "from ingest.cli.entry import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()), done.stdout


def test_the_list_of_commands_imports_none_of_them():
    modules, shown = loaded_by("--help")
    own = {m for m in modules if m.startswith("ingest")}
    sieve = {"ingest.cli.terminal", "ingest.text", "ingest.text.harmless"}  # logs and tracebacks go through it
    assert own == {"ingest", "ingest.cli", "ingest.cli.entry", "ingest.cli.commands"} | sieve
    assert not modules & {"sqlalchemy", "pydantic", "elasticsearch", "lxml", "numpy", "httpx"}
    assert set(COMMANDS) <= set(shown.replace("│", " ").split())


def test_status_imports_what_it_reads_and_no_more(tmp_path):
    """On the embedded default."""
    shutil.copytree(packaged("config"), tmp_path / "config")
    Workspace.of(tmp_path / "config", creates=True).ledger.close()
    modules, shown = loaded_by("status", "--config", str(tmp_path / "config"))
    assert "articles" in shown
    assert not {m.partition(".")[0] for m in modules} & HEAVY


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_is_the_same_as_of_the_whole_application(name):
    """Every line of the table leads to a command, and stands on one line of 80 columns but for the widest."""
    whole, listed = typer.main.get_command(app), typer.main.get_command(build_list())
    shown = whole.get_command(None, name).get_short_help_str(200)
    assert shown == listed.get_command(None, name).get_short_help_str(200) == COMMANDS[name].summary
    assert len(shown) <= 75


def test_a_mistyped_command_is_refused_with_what_may_be_meant():
    done = CliRunner().invoke(application(["serch"]), ["serch"])
    assert done.exit_code == 2
    assert "search" in done.output


def test_the_version_is_the_packages():
    done = CliRunner().invoke(application(["--version"]), ["--version"])
    assert (done.exit_code, done.output) == (0, f"veille {version('veille')}\n")
