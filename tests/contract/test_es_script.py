"""scripts/elasticsearch: nothing of a server outlives `stop`, and no folder is removed under a living one.

The server is a small program of our own that stands where the real one would: it carries the same environment, writes
the same pid file, and takes it away when asked to end, as the real one does before it hangs. One test runs the real one.
"""

import fcntl
import importlib.util
import os
import re
import signal
import subprocess
import sys
from argparse import Namespace
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ingest.cli.main import app
from ingest.settings import IndexSettings
from tests.require import missing

SCRIPT = Path(__file__).parents[2] / "scripts" / "elasticsearch"
README = SCRIPT.parents[1] / "README.md"
SERVER = """
import os, signal, sys, time
home, obeys = sys.argv[1], sys.argv[2] == "obeys"
pid = os.path.join(home, "pid")
def asked_to_end(*_):
    os.path.exists(pid) and os.unlink(pid)
    if obeys:
        sys.exit()
signal.signal(signal.SIGTERM, asked_to_end)
open(pid, "w").write(str(os.getpid()))
print("ready", flush=True)
while True:
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def script():
    loader = SourceFileLoader("elasticsearch_script", str(SCRIPT))
    spec = importlib.util.spec_from_loader("elasticsearch_script", loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    loader.exec_module(module)
    return module


@pytest.fixture
def home(tmp_path) -> Path:
    folder = tmp_path / "home"
    (folder / "config").mkdir(parents=True)
    (folder / "config" / "elasticsearch.yml").write_text("")
    (folder / "data").mkdir()
    return folder


@pytest.fixture
def serve(home):
    """Starts servers in a home; ends what a test left over."""
    started = []

    def begin(how: str = "obeys", at: Path = home) -> subprocess.Popen[str]:
        env = {**os.environ, "ES_PATH_CONF": str(at / "config")}
        command = [sys.executable, "-c", SERVER, str(at), how]
        server = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
        started.append(server)
        assert server.stdout.readline() == "ready\n"
        return server

    yield begin
    for server in started:
        server.kill()
        server.wait()
        server.stdout.close()


def asked(home: Path, patience: float = 60) -> Namespace:
    return Namespace(home=home, port=9200, patience=patience)


def test_stop_waits_for_the_process_and_not_for_its_pid_file(script, home, serve):
    server = serve("hangs")
    server.send_signal(signal.SIGTERM)  # someone else asked it to end, it took its file away, and hangs
    while (home / "pid").exists():
        os.sched_yield()
    assert [p.pid for p in script.processes(home)] == [server.pid]
    assert script.stop(asked(home, patience=0.1)) == 0
    assert server.wait() == -signal.SIGKILL


def test_a_server_that_obeys_is_not_killed(script, home, serve):
    server = serve()
    assert script.stop(asked(home)) == 0
    assert server.wait() == 0


def test_every_process_of_a_home_is_ended_not_only_the_one_in_the_pid_file(script, home, serve):
    orphan, second = serve("hangs"), serve()
    assert script.stop(asked(home, patience=0.5)) == 0
    assert orphan.wait() == -signal.SIGKILL
    assert second.wait() in (0, -signal.SIGKILL)
    assert not (home / "pid").exists()


def test_wipe_ends_the_server_before_it_removes_the_folder(script, home, serve, monkeypatch):
    server = serve("hangs")
    at_removal = []
    remove = script.shutil.rmtree
    monkeypatch.setattr(script.shutil, "rmtree", lambda path: (at_removal.append(script.processes(home)), remove(path)))
    assert script.wipe(asked(home, patience=0.1)) == 0
    assert at_removal == [[]]
    assert server.wait() == -signal.SIGKILL
    assert not home.exists()


def test_wipe_leaves_the_folder_where_the_server_cannot_be_ended(script, home, serve, monkeypatch):
    serve("hangs")
    monkeypatch.setattr(script, "_gone", lambda living, seconds: False)
    with pytest.raises(script.Failed, match="cannot be killed"):
        script.wipe(asked(home))
    assert (home / "data").exists()


def test_wipe_refuses_a_folder_that_start_did_not_make(script, tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(script.Failed, match="stays"):
        script.wipe(asked(tmp_path))
    assert (tmp_path / "thesis.txt").exists()


def test_the_number_in_a_stale_pid_file_may_be_another_programs(script, home, serve, tmp_path):
    (tmp_path / "other").mkdir()
    stranger = serve("obeys", at=tmp_path / "other")  # another home's server, even
    (home / "pid").write_text(str(stranger.pid))
    assert script.processes(home) == []
    script.stop(asked(home))
    assert stranger.poll() is None


def test_a_process_that_ended_is_not_taken_for_a_later_one_with_its_number(script, home, serve):
    server = serve()
    (process,) = script.processes(home)
    assert process.is_alive()
    assert not script.Process(process.pid, str(int(process.began) - 1)).is_alive()
    server.kill()
    os.waitid(os.P_PID, server.pid, os.WEXITED | os.WNOWAIT)  # dead, and not yet collected by its parent
    assert not process.is_alive()


def test_one_deed_at_a_time_for_one_home(script, home):
    with script.alone_with(home), (home.parent / "home.lock").open() as lock, pytest.raises(BlockingIOError):
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert (home.parent / "home.lock").exists()
    with script.alone_with(home):
        script.wipe(asked(home))
    assert list(home.parent.iterdir()) == []


def test_the_systems_python_goes_on_with_the_projects(tmp_path):
    """As the README writes it: the first line of the script asks for a Python that has no remotezip."""
    python = tmp_path / "project" / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "went on: $0 $*"\n')
    python.chmod(0o755)
    copy = tmp_path / "project" / "scripts" / "elasticsearch"
    copy.parent.mkdir()
    copy.write_text(SCRIPT.read_text())
    done = subprocess.run([sys.executable, "-I", "-S", copy, "status"], capture_output=True, text=True, check=False)
    assert done.stdout == f"went on: {python} {copy} status\n", done.stderr


@pytest.mark.elasticsearch
@pytest.mark.slow
def test_a_real_server_that_hangs_is_killed_and_comes_back(script):
    """Stopped by SIGSTOP it cannot obey: what a server does whose threads wait for each other."""
    port = 20_000 + os.getpid() % 20_000
    home = script.cache() / f"at-{port}"  # where the ordinary user that it runs as may go

    def do(what: str) -> subprocess.CompletedProcess[str]:
        options = ["--port", str(port), "--heap", "512m", "--patience", "2"]
        return subprocess.run(["/usr/bin/env", "python3", SCRIPT, what, *options], capture_output=True, text=True)

    started = do("start")
    if started.returncode == 3:
        missing("elasticsearch", started.stderr.strip()[-300:])
    try:
        assert started.returncode == 0, started.stderr
        pid = int((home / "pid").read_text())
        os.kill(pid, signal.SIGSTOP)
        (home / "pid").unlink()
        stopped = do("stop")
        assert (stopped.returncode, "killing it" in stopped.stderr) == (0, True), stopped.stderr
        assert do("status").stdout == "not running\n"
        again = do("start")
        assert (again.returncode, again.stdout) == (0, started.stdout), again.stderr
        assert do("wipe").returncode == 0
        assert not home.exists()
    finally:
        do("wipe")


def test_start_prints_one_line_that_the_readme_exports(script, home, monkeypatch, capsys):
    """README: ``export $(scripts/elasticsearch start)``, which a shell splits at white space."""
    (home / "password").write_text(script.secrets.token_urlsafe(18))
    monkeypatch.setattr(script, "java_home", lambda: home)
    monkeypatch.setattr(script, "ordinary_user", lambda: None)
    monkeypatch.setattr(script, "install", lambda cache: home)
    monkeypatch.setattr(script, "processes", lambda home: ["it runs"])
    monkeypatch.setattr(script, "_wait", lambda home, port, password: True)
    assert script.start(Namespace(home=home, port=9207, heap="1g", patience=1)) == 0
    said = capsys.readouterr().out
    shell = 'export $(printf %s "$SAID") && export VEILLE_INDEX__URL=$ELASTICSEARCH_URL && printf %s $VEILLE_INDEX__URL'
    done = subprocess.run(["sh", "-c", shell], env={"SAID": said}, capture_output=True, text=True, check=True)
    assert done.stdout == f"http://elastic:{(home / 'password').read_text()}@127.0.0.1:9207"


def test_what_the_readme_runs_without_docker_is_there():
    (block,) = (part for part in README.read_text().split("```") if "export $(scripts/elasticsearch start)" in part)
    lines = [line.partition("#")[0].strip() for line in block.splitlines()[1:]]
    assert lines[:2] == [
        "export $(scripts/elasticsearch start)",
        "export VEILLE_INDEX__KIND=elasticsearch VEILLE_INDEX__URL=$ELASTICSEARCH_URL",
    ]
    assert set(re.findall(r"VEILLE_INDEX__(\w+)", block)) <= {name.upper() for name in IndexSettings.model_fields}
    for script, action in re.findall(r"scripts/(\w+) (\w+)", block):
        file = SCRIPT.parent / script
        assert os.access(file, os.X_OK), script
        helped = subprocess.run([file, "--help"], capture_output=True, text=True, check=True)
        assert action in helped.stdout, f"{script} {action}"
    (words,) = re.findall(r"\.venv/bin/veille ([a-z ]+[a-z])", block)
    assert CliRunner().invoke(app, [*words.split(), "--help"]).exit_code == 0
