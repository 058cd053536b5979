"""docker-compose.yml, parsed by Compose's own parser (compose-go) and held to what the design asks of it."""

import re

import pytest

from ingest.settings import Settings
from tests.servers import compose
from tests.servers.compose import ROOT, VARIABLE


@pytest.fixture(scope="session")
def variables() -> dict[str, str]:
    return compose.variables()


@pytest.fixture(scope="session")
def model(variables, tmp_path_factory):
    """The file as Compose reads it, every variable from the .env that ``veille init --compose`` writes."""
    return compose.parsed(variables, tmp_path_factory.mktemp("compose"))


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


def test_no_service_takes_all_of_the_machine(model):
    for name, service in model["services"].items():
        assert re.fullmatch(r"[1-9]\d*[mg]", service["mem_limit"]), name
        assert 0 < float(service["cpus"]) <= 2, f"{name}: Docker refuses more cores than a machine of two has"


def test_a_larger_machine_gives_more_cores_to_those_that_work(variables, tmp_path):
    services = compose.parsed(variables | {"CPUS": "8"}, tmp_path)["services"]
    grown = {name for name, service in services.items() if float(service["cpus"]) == 8}
    assert grown == {"elasticsearch", "postgres", "airflow-scheduler", "airflow-worker"}


def test_every_image_is_pinned(model):
    for name, service in model["services"].items():
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
    assert {n for n, s in model["services"].items() if "many" in s.get("profiles", ())} == {"redis", "airflow-worker"}


def test_no_container_has_a_capability_that_it_does_not_name(model):
    named = {"snapshots-owner": {"CHOWN"}, "postgres": {"CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"}}
    for name, service in model["services"].items():
        assert service["cap_drop"] == ["ALL"], name
        assert set(service.get("cap_add") or ()) == named.get(name, set()), name
        assert "no-new-privileges:true" in service["security_opt"], name
        assert not service.get("privileged"), name
        assert 0 < service["pids_limit"] <= 4096, name


def test_logs_end(model):
    for name, service in model["services"].items():
        assert service["logging"]["options"] == {"max-size": "10m", "max-file": "5"}, name


def test_security_is_on(model):
    environment = model["services"]["elasticsearch"]["environment"]
    assert environment["xpack.security.enabled"] == "true"


def test_secrets_are_files_where_they_can_be(model, variables):
    """A file that a service is told of is mounted, and its secret stands in no variable of that service too."""
    told = set()
    for name, service in model["services"].items():
        mounted = {secret["source"] for secret in service.get("secrets") or ()}
        environment = {k: str(v) for k, v in (service.get("environment") or {}).items()}
        files = {v.removeprefix("/run/secrets/") for v in environment.values() if v.startswith("/run/secrets/")}
        assert files == mounted, name
        plain = {variables[model["secrets"][secret]["environment"]] for secret in mounted}
        assert not plain & set(environment.values()), name
        told |= mounted
    assert told == set(model["secrets"])
    assert {secret["environment"] for secret in model["secrets"].values()} <= set(variables)
    for name in ("setup", "desk", "airflow-scheduler", "airflow-worker"):
        assert "VEILLE_INDEX__PASSWORD" not in model["services"][name]["environment"]
