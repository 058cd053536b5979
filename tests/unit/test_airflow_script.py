"""scripts/airflow status: a component whose process has died is not running, whatever it left behind."""

import importlib.machinery
import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import wait_until

SCRIPT = Path(__file__).parents[2] / "scripts" / "airflow"


@pytest.fixture
def script():
    loader = importlib.machinery.SourceFileLoader("airflow_script", str(SCRIPT))
    spec = importlib.util.spec_from_loader("airflow_script", loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_a_killed_scheduler_with_a_task_left_behind_is_not_running(script, tmp_path, capsys):
    (tmp_path / "run").mkdir()
    (tmp_path / "logs").mkdir()
    child = "import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); print(1, flush=True); time.sleep(600)"
    process = subprocess.Popen([sys.executable, "-c", child], start_new_session=True, stdout=subprocess.PIPE)
    try:
        assert process.stdout.readline()
        (tmp_path / "run" / "scheduler.pid").write_text(str(process.pid))
        assert script.living(tmp_path) == {"scheduler": process.pid}
        os.kill(process.pid, signal.SIGKILL)
        # not waited for: a zombie, as in a container without an init
        wait_until(lambda: script.living(tmp_path) == {}, "the end of the process")
        assert script.running(tmp_path) == {"scheduler": process.pid}, "its group is there still: stop ends it"
        assert script.status(tmp_path) == 1
        said = capsys.readouterr().out
        assert "scheduler      ended, was killed or failed" in said
        assert "api-server     not running" in said
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        process.wait()
