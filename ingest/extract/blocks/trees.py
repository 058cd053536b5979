"""The two models of the body's blocks, as LightGBM fitted them (bench/fit_blocks.py)."""

import json
from dataclasses import dataclass
from importlib.resources import files

from ingest.trees import Trees


@dataclass(frozen=True)
class Models:
    """The two models of refine_body.py, and the features that each was fitted on."""

    alone: Trees
    voted: Trees
    alone_features: tuple[str, ...]
    voted_features: tuple[str, ...]


def load_models(name: str = "trees.json") -> Models:
    """Read the models that are packaged beside this module."""
    record = json.loads(files("ingest.extract.blocks").joinpath(name).read_text(encoding="utf-8"))
    alone, voted = (Trees.of(record[key]["trees"], record[key]["depth"]) for key in ("alone", "voted"))
    return Models(alone, voted, tuple(record["alone"]["features"]), tuple(record["voted"]["features"]))
