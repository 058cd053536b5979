"""The wheel, built as a release would be: it works on its own, away from the repository."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.require import missing

ROOT = Path(__file__).parents[2]
BROUGHT = ("config", "dashboards", "dags", "index_templates")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Hatchling itself, without build isolation: no network is needed."""
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """Its files, unpacked as an installer would put them."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as z:
        z.extractall(folder)
    return folder


def veille(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = f"import ingest, sys; assert ingest.__file__.startswith({str(installed)!r}), ingest.__file__; " \
           "from ingest.cli.entry import main; sys.argv[0] = 'veille'; main()"  # fmt: skip
    env = {k: v for k, v in os.environ.items() if not k.startswith("VEILLE_")} | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-c", code, *arguments]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True)


def tracked(folder: str) -> set[str]:
    return {
        str(p.relative_to(ROOT)) for p in (ROOT / folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts
    }


def test_everything_that_comes_with_veille_is_in_the_wheel(installed):
    inside = {str(p.relative_to(installed / "ingest/packaged")) for p in (installed / "ingest/packaged").rglob("*")}
    wanted = {file for folder in BROUGHT for file in tracked(folder)} | {".env.example"}
    assert wanted <= inside
    code = {f for f in tracked("ingest") if not f.startswith("ingest/packaged")}
    assert {f for f in code if not (installed / f).exists()} == set()


def test_init_from_the_wheel_writes_the_configuration_and_the_passwords(installed, tmp_path):
    done = veille(installed, tmp_path, "init", "--compose")
    assert done.returncode == 0, done.stderr
    assert {"feeds.yaml", "topics.yaml", "alerts.yaml", "veille.toml"} <= {
        p.name for p in (tmp_path / "config").iterdir()
    }
    env = (tmp_path / ".env").read_text()
    assert "=change-me" not in env
    assert (tmp_path / ".env").stat().st_mode & 0o077 == 0


def test_index_and_dashboards_from_the_wheel_find_their_files(installed, tmp_path):
    assert veille(installed, tmp_path, "init").returncode == 0
    done = veille(installed, tmp_path, "dashboards", "build", "--to", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "veille.ndjson").read_text() == (ROOT / "dashboards" / "veille.ndjson").read_text()
    done = veille(installed, tmp_path, "topics", "list")
    assert done.returncode == 0, done.stderr


def uv(*arguments: str | Path, cwd: Path) -> str:
    """What uv prints; skips the test where there is none, or no registry in reach."""
    own = ROOT / ".cache" / "uv" / "bin" / "uv"  # where `make setup` puts it
    program = shutil.which("uv") or (own if own.exists() else missing("uv", "no uv on this machine"))
    done = subprocess.run([program, *arguments], cwd=cwd, env=bare(), capture_output=True, text=True)
    if done.returncode and re.search(r"dns error|Failed to fetch|error sending request", done.stderr):
        missing("registry", f"no package registry in reach: {done.stderr.strip()[-200:]}")
    assert done.returncode == 0, done.stderr
    return done.stdout


def bare() -> dict[str, str]:
    """The environment of somebody who has just installed veille."""
    ours = ("VEILLE_", "PYTHONPATH", "VIRTUAL_ENV", "UV_PROJECT")
    return {k: v for k, v in os.environ.items() if not k.startswith(ours)}


@pytest.mark.slow
@pytest.mark.parametrize("resolution", ["highest", "lowest-direct"])
def test_pip_installs_the_wheel_and_the_demo_plays_from_an_empty_folder(wheel, resolution, tmp_path):
    """With the newest versions of what it needs, and with the lowest that pyproject.toml allows."""
    uv("venv", "--quiet", "--python", sys.executable, tmp_path / "env", cwd=tmp_path)
    python = tmp_path / "env" / "bin" / "python"
    uv("pip", "install", "--quiet", "--resolution", resolution, "--python", python, f"{wheel}[s3]", cwd=tmp_path)
    program, empty = tmp_path / "env" / "bin" / "veille", tmp_path / "empty"
    empty.mkdir()

    def run(*arguments: str) -> str:
        done = subprocess.run([program, *arguments], cwd=empty, env=bare(), capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    assert "Usage: veille" in run("--help")
    assert "mails" in run("demo")
    assert run("search", "--config", "demo-data/config", "topics:russia-dprk", "--json").strip() != "[]"
    assert [path.name for path in empty.iterdir()] == ["demo-data"]


@pytest.mark.slow
def test_uvx_runs_the_wheel_without_installing_it(wheel, tmp_path):
    """As docs/operating.md writes it."""
    assert "Usage: veille" in uv(
        "tool", "run", "--python", sys.executable, "--from", wheel, "veille", "--help", cwd=tmp_path
    )


def test_the_image_has_all_that_the_wheel_is_built_from():
    """The Docker build copies folder by folder; a folder forgotten there fails only on the day of the build."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    included = set(project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]) | {"ingest"}
    included |= {"pyproject.toml", "uv.lock", project["project"]["readme"]}
    dockerfile = (ROOT / "Dockerfile").read_text()
    copied = {word for line in re.findall(r"^COPY (?!--)(.+)$", dockerfile, re.M) for word in line.split()[:-1]}
    assert included <= copied
    assert all((ROOT / name).exists() for name in copied)
    ignored = {line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"}
    assert not copied & ignored
