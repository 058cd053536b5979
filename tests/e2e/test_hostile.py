"""126 ways to hurt a crawler: a clear outcome each, bounded memory and time, the rest of the batch unharmed."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_hostile_input_harms_nothing():
    """In a process of its own, so that its peak memory is its own."""
    done = subprocess.run([sys.executable, "-m", "bench.hostile", "--json"], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert found["unexpected"] == []
    assert found["accounted"]
    assert found["inputs"] > 120
    good = [r for r in found["rows"] if r["input"].startswith("good-")]
    assert len(good) == 20
    assert all(r["outcome"] == "fetched" for r in good)
    grown = found["peak_mb"] - found["peak_mb_before"]
    assert grown < 24 * 2 * 3, "24 bodies at once of 2 MB at most, each held up to three times"
