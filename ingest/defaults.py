"""The configuration and data files that come with veille: beside the package in a wheel, in the repository else."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def packaged(name: str) -> Path:
    """A folder or file that comes with veille (``config``, ``dashboards``, ``index_templates``, ``.env.example``, …).

    In a wheel it stands in ``ingest/packaged`` (see ``[tool.hatch.build]``), in a checkout at the top.
    """
    inside = _HERE / "packaged" / name
    return inside if inside.exists() else _HERE.parent / name
