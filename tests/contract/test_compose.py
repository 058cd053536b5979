"""docker-compose.yml, parsed by Compose's own parser (compose-go) and held to what the design asks of it."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from ingest.cli.init import fill_secrets
from ingest.settings import Settings
from tests.require import missing

ROOT = Path(__file__).parents[2]
PARSER = "github.com/compose-spec/compose-go/v2/cmd@v2.16.2"
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "veille" / "compose-go-2.16.2"
VARIABLE = re.compile(r"(?<!\$)\$\{(?P<name>[A-Z_]+)(?::(?P<how>[-?])(?P<rest>[^}]*))?\}")


@pytest.fixture(scope="session")
def parser() -> Path:
    binary = CACHE / "cmd"
    if not binary.exists():
        go = shutil.which("go")
        if not go:
            missing("compose-go", "there is no Go to install Compose's parser with")
        env = {**os.environ, "GOBIN": str(CACHE), "GOFLAGS": "-mod=mod"}
        done = subprocess.run([go, "install", PARSER], env=env, capture_output=True, text=True, timeout=600)
        assert done.returncode == 0, done.stderr
    return binary


@pytest.fixture(scope="session")
def variables() -> dict[str, str]:
    lines = fill_secrets((ROOT / ".env.example").read_text()).splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@pytest.fixture(scope="session")
def model(parser, variables, tmp_path_factory):
    """The file as Compose reads it, every variable from the .env that ``veille init --compose`` writes."""

    def value(found: re.Match[str]) -> str:
        name, how, rest = found["name"], found["how"], found["rest"]
        if how == "?":
            assert variables.get(name), f"{name} is required and not in .env.example"
        return variables.get(name) or (rest if how == "-" else "")

    folder = tmp_path_factory.mktemp("compose")
    file = folder / "docker-compose.yml"
    file.write_text(VARIABLE.sub(value, (ROOT / "docker-compose.yml").read_text()))
    # its -format json cannot see the environment (2.16.2), so the variables are put in beforehand
    command = [parser, "-no-interpolation", "-format", "json", str(file)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "warning" not in done.stderr
    return json.loads(done.stdout)


def test_every_variable_is_in_the_example(variables):
    used = {m["name"] for m in VARIABLE.finditer((ROOT / "docker-compose.yml").read_text())}
    assert used <= set(variables)
    assert all(len(v) >= 24 for n, v in variables.items() if n.endswith(("PASSWORD", "SECRET", "KEY")))


def test_no_two_secrets_are_the_same(variables):
    secrets = [v for n, v in variables.items() if n.endswith(("PASSWORD", "SECRET", "KEY"))]
    assert len(set(secrets)) == len(secrets)


def test_ports_are_open_on_this_machine_only(model):
    for name, service in model["services"].items():
        for port in service.get("ports", ()):
            text = port if isinstance(port, str) else f"{port.get('host_ip')}:"
            assert text.startswith("127.0.0.1:"), name


def test_every_service_has_a_memory_limit_and_a_pinned_image(model):
    for name, service in model["services"].items():
        assert service.get("mem_limit"), name
        assert re.search(r":[\w.-]*\d", service["image"]), f"{name}: {service['image']}"
        assert not service["image"].endswith(":latest"), name


def test_every_lasting_service_has_a_health_check(model):
    for name, service in model["services"].items():
        assert service.get("restart") == "no" or service.get("healthcheck", {}).get("test"), name


def test_nothing_starts_before_what_it_needs(model):
    for name, service in model["services"].items():
        for other, how in service.get("depends_on", {}).items():
            condition = how["condition"]
            assert other in model["services"], f"{name} needs {other}"
            once = model["services"][other].get("restart") == "no"
            assert condition == ("service_completed_successfully" if once else "service_healthy"), f"{name} → {other}"


def test_what_veille_is_told_are_settings_that_it_has(model):
    known = set()
    for name, field in Settings.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        known |= {f"VEILLE_{name}__{x}".upper() for x in inner} if inner else {f"VEILLE_{name}".upper()}
    known |= {"VEILLE_KIBANA_PASSWORD", "VEILLE_KIBANA_URL"}
    for name, service in model["services"].items():
        if service["image"].startswith("veille"):
            told = {v for v in service["environment"] if v.startswith("VEILLE_")}
            assert told <= known, f"{name}: {told - known}"


def test_workers_elsewhere_are_a_profile(model):
    assert {n for n, s in model["services"].items() if "celery" in s.get("profiles", ())} == {"redis", "airflow-worker"}


def test_security_is_on(model):
    environment = model["services"]["elasticsearch"]["environment"]
    assert environment["xpack.security.enabled"] == "true"
