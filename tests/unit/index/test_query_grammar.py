"""The grammar's tables: nothing is written beside an installed package, and nothing is said about them."""

import subprocess
import sys
from pathlib import Path

import luqum

WRITTEN = ("parser.out", "parsetab.py")


def test_the_first_query_of_an_installation_writes_nothing_and_says_nothing(tmp_path):
    copy = tmp_path / "luqum"
    copy.mkdir()
    for file in Path(luqum.__file__).parent.glob("*.py"):
        if file.name not in WRITTEN:
            (copy / file.name).write_bytes(file.read_bytes())
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import luqum; assert luqum.__file__.startswith({str(copy)!r}); " \
           "from ingest.index.query.parse import parse; print(parse('a AND b').text)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("a AND b\n", "")
    assert not [name for name in WRITTEN if (copy / name).exists()]
