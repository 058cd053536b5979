"""Which stores a command means: those of its configuration, wherever it is typed, and never new ones by mistake."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.defaults import packaged
from ingest.errors import StoreMissing
from ingest.ledger.store import open_ledger
from ingest.settings import load_settings
from ingest.workspace import Workspace

READING = [
    ["status"], ["doctor"], ["search", "*"], ["show", "https://example.org/a"], ["feeds", "health"], ["feeds", "list"],
    ["index", "status"], ["index", "rebuild"], ["alerts", "test", "russia-dprk"], ["topics", "diff", packaged("config") / "topics.yaml"],
    ["rights", "apply", "--dry-run"],
]  # fmt: skip


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """An installation's folder with the configuration that comes with veille; commands are typed elsewhere."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    (tmp_path / "desk").mkdir()
    shutil.copytree(packaged("config"), tmp_path / "desk" / "config")
    return tmp_path / "desk"


def veille(*arguments: str | Path):
    return CliRunner().invoke(app, [str(a) for a in arguments])


def told(done) -> str:
    """What was printed, without the breaks of an 80 columns' terminal."""
    return done.output.replace("\n", "")


def set_up(folder: Path, toml: str) -> None:
    (folder / "config" / "veille.toml").write_text(toml)


def test_the_same_stores_from_every_folder(desk, monkeypatch):
    from_elsewhere = load_settings(Path("../desk/config"))
    monkeypatch.chdir(desk)
    at_home = load_settings()
    assert from_elsewhere.ledger_url == at_home.ledger_url == f"sqlite:///{desk}/data/veille.sqlite"
    assert from_elsewhere.archive_target == at_home.archive_target == f"{desk}/data/archive"


def test_every_path_of_the_file_is_relative_to_the_folder_that_holds_it(desk):
    set_up(
        desk,
        'data_dir = "stores"\n[ledger]\nurl = "sqlite:///l.sqlite"\n[archive]\ntarget = "warc"\n[index]\nca_certs = "ca.pem"\n'
        '[smtp]\nca_certs = "secrets/ca.pem"\npassword_file = "secrets/smtp"\n',
    )
    s = load_settings(desk / "config")
    assert (s.data_dir, s.ledger_url) == (desk / "stores", f"sqlite:///{desk}/l.sqlite")
    assert (s.archive_target, s.index.ca_certs) == (f"{desk}/warc", desk / "ca.pem")
    assert (s.smtp.ca_certs, s.smtp.password_file) == (desk / "secrets/ca.pem", desk / "secrets/smtp")


@pytest.mark.parametrize("url", ["sqlite:////var/lib/x.sqlite", "sqlite:///:memory:", "postgresql+psycopg://v@db/v"])
@pytest.mark.parametrize("target", ["/var/lib/warc", "s3://bucket/veille", "memory://x"])
def test_what_is_absolute_stays(desk, url, target):
    set_up(desk, f'data_dir = "/var/lib/veille"\n[ledger]\nurl = "{url}"\n[archive]\ntarget = "{target}"\n')
    s = load_settings(desk / "config")
    assert (str(s.data_dir), s.ledger_url, s.archive_target) == ("/var/lib/veille", url, target)


def test_a_relative_path_in_the_environment_means_the_same(desk, monkeypatch):
    monkeypatch.setenv("VEILLE_DATA_DIR", "stores")
    assert load_settings(desk / "config").data_dir == desk / "stores"


@pytest.mark.parametrize("command", READING, ids=lambda c: " ".join(c[:2]))
def test_a_command_that_reads_begins_no_store(desk, command):
    before = sorted(p for p in desk.parent.rglob("*"))
    done = veille(*command, "--config", desk / "config")
    assert sorted(p for p in desk.parent.rglob("*")) == before
    assert done.exit_code in (0, 1), done.output
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit)


def test_it_says_where_it_looked_and_what_to_write(desk):
    done = veille("status", "--config", desk / "config")
    assert done.exit_code == 1
    assert f"{desk}/data/veille.sqlite" in told(done)
    assert "data_dir" in told(done)


def test_it_points_to_the_stores_in_the_folder_where_it_was_typed(desk):
    """Where data_dir used to be looked for."""
    open_ledger(f"sqlite:///{Path.cwd()}/data/veille.sqlite").close()
    assert f"there is one in {Path.cwd()}/data" in told(veille("status", "--config", desk / "config"))


def test_without_a_config_folder_it_says_how_to_name_one(desk):
    done = veille("status")
    assert f"no config folder {Path.cwd()}/config" in told(done)
    assert "VEILLE_CONFIG_DIR" in told(done)


def test_a_run_that_begins_a_ledger_says_so_once(desk):
    (desk / "config" / "feeds.yaml").write_text("feeds: []\n")
    first = veille("poll", "--config", desk / "config")
    assert f"a new ledger begins: {desk}/data/veille.sqlite" in told(first)
    assert "begins" not in veille("poll", "--config", desk / "config").output


def test_an_installation_that_has_moved_says_so_once(desk, caplog):
    Workspace.of(desk / "config", creates=True).ledger.close()
    moved = desk.rename(desk.with_name("moved"))
    Workspace.of(moved / "config").ledger.close()
    assert [r.message for r in caplog.records] == [
        f"this installation has moved: the ledger {moved}/data/veille.sqlite was last used with {desk}/config, and now with"
        f" {moved}/config"
    ]
    caplog.clear()
    Workspace.of(moved / "config", creates=True).ledger.close()  # notes it
    assert len(caplog.records) == 1
    caplog.clear()
    Workspace.of(moved / "config", creates=True).ledger.close()
    assert not caplog.records


def test_two_config_folders_over_one_ledger_are_told_apart(desk, caplog):
    Workspace.of(desk / "config", creates=True).ledger.close()
    second = desk.with_name("second")
    shutil.copytree(desk / "config", second / "config")
    set_up(second, f'data_dir = "{desk}/data"\n')
    Workspace.of(second / "config").ledger.close()
    assert "two config folders use the ledger" in caplog.text


def test_an_empty_file_is_no_ledger(tmp_path):
    (tmp_path / "l.sqlite").touch()
    with pytest.raises(StoreMissing):
        open_ledger(f"sqlite:///{tmp_path}/l.sqlite", create=False)
