"""The pool beside a main program: processes of their own, so not among the quick tests."""

import os
import subprocess
import sys

MAIN = """
import os
if "RAN" in os.environ:
    raise SystemExit("the main program was run again")
os.environ["RAN"] = "yes"
from ingest.extract.pool import ReadingPool
with ReadingPool(1) as pool:
    print([result for _, result in pool.map(len, [("four",)])])
"""


def test_a_worker_does_not_run_the_main_program_again(tmp_path):
    """It could not, inside a task of Airflow."""
    program = tmp_path / "program.py"
    program.write_text(MAIN)
    env = {k: v for k, v in os.environ.items() if k != "RAN"} | {"PYTHONPATH": os.getcwd()}
    done = subprocess.run([sys.executable, str(program)], env=env, capture_output=True, text=True)
    assert done.stdout == "[4]\n", done.stderr
