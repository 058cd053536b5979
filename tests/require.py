"""A part that this machine cannot run is skipped with one clear line, and under VEILLE_REQUIRE it fails.

VEILLE_REQUIRE=all (as in CI) requires everything; ``all,-shared`` everything but one; ``postgres`` just that.
"""

import os
from typing import NoReturn

import pytest


def missing(part: str, why: str) -> NoReturn:
    """Skip the test because ``part`` (elasticsearch, postgres, airflow, shared, …) is not to be had here."""
    wanted = os.environ.get("VEILLE_REQUIRE", "").split(",")
    if part in wanted or ("all" in wanted and f"-{part}" not in wanted):
        pytest.fail(f"{part} is required (VEILLE_REQUIRE) but {why}")
    pytest.skip(f"{part}: {why}")
