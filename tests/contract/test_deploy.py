"""The unit file for systemd and the manifests for Kubernetes: read by systemd's own checker and Kubernetes' own schemas.

Nothing here starts a cluster: what the manifests run is what docker-compose.yml runs, and that is run natively.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import kubernetes_validate
import pytest
import yaml

from ingest.settings import Settings
from tests.require import missing
from tests.servers import compose

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "systemd" / "veille.service"
KUBERNETES = ROOT / "deploy" / "kubernetes"
OBJECTS = list(yaml.safe_load_all((KUBERNETES / "veille.yaml").read_text()))


def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path):
    if not shutil.which("systemd-analyze"):
        missing("systemd", "there is no systemd-analyze: apt-get install systemd")
    program = Path(sys.executable).parent / "veille"
    unit = tmp_path / "veille.service"
    unit.write_text(UNIT.read_text().replace("/srv/veille/.venv/bin/veille", str(program)))
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    asks = ["systemd-analyze", "security", "--offline=true", "--threshold=25", unit]
    done = subprocess.run(asks, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]


def test_a_misspelt_key_would_be_found(tmp_path):
    if not shutil.which("systemd-analyze"):
        missing("systemd", "there is no systemd-analyze: apt-get install systemd")
    unit = tmp_path / "veille.service"
    unit.write_text(UNIT.read_text().replace("Restart=on-failure", "Restrat=on-failure"))
    assert "Restrat" in subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True).stderr


@pytest.mark.parametrize("thing", OBJECTS, ids=lambda o: f"{o['kind']}-{o['metadata']['name']}")
def test_kubernetes_schema_takes_each_object(thing):
    kubernetes_validate.validate(thing, "1.31", strict=True)


def pods():
    return {o["metadata"]["name"]: o["spec"]["template"]["spec"] for o in OBJECTS if "template" in o.get("spec", {})}


def test_the_pods_run_what_compose_runs(tmp_path):
    services = compose.parsed(compose.variables(), tmp_path)["services"]
    for name, pod in pods().items():
        (container,) = pod["containers"]
        assert container["command"] == services[name]["command"], name


def test_no_pod_has_privileges_or_no_limit():
    assert len(pods()) == 6
    for name, pod in pods().items():
        (container,) = pod["containers"]
        assert pod["securityContext"]["runAsNonRoot"], name
        assert not container["securityContext"]["allowPrivilegeEscalation"], name
        assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}, name
        assert container["resources"]["limits"]["memory"], name
        assert not any("hostPath" in v or "persistentVolumeClaim" in v for v in pod["volumes"]), "any node will do"


def test_services_reach_the_pods_they_name():
    labels = {name: o["spec"]["template"]["metadata"]["labels"] for o in OBJECTS if "template" in o.get("spec", {})
              for name in [o["metadata"]["name"]]}  # fmt: skip
    for thing in OBJECTS:
        if thing["kind"] == "Service":
            name = thing["metadata"]["name"]
            assert thing["spec"]["selector"].items() <= labels[name].items()
            assert [p["containerPort"] for p in pods()[name]["containers"][0]["ports"]] == [
                p["port"] for p in thing["spec"]["ports"]
            ]


def test_what_veille_is_told_are_settings_that_it_has():
    (told,) = (o["data"] for o in OBJECTS if o["kind"] == "ConfigMap")
    for name in (n for n in told if n.startswith("VEILLE_")):
        section, _, key = name.removeprefix("VEILLE_").lower().partition("__")
        field = Settings.model_fields[section]
        assert not key or key in field.annotation.model_fields, name
