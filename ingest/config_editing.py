"""Changing a YAML file by program without losing what people wrote there: comments, order, quotes, line breaks."""

import io
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest.errors import ConfigError

T = TypeVar("T")


def open_document(path: Path, list_key: str) -> tuple[YAML, CommentedMap]:
    """The document, with a list under ``list_key``, and what writes it again as it is; an empty one for no file."""
    yaml = YAML(typ="rt", pure=True)
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    document = yaml.load(path.read_text(encoding="utf-8")) if path.exists() else None
    if document is None:
        document = CommentedMap()
    if document.get(list_key) is None:
        document[list_key] = CommentedSeq()
    return yaml, document


def write_document(path: Path, yaml: YAML, document: CommentedMap, load: Callable[[Path], T]) -> T:
    """Put the document in place of the file, if ``load`` can read it; returns what that makes of it.

    Raises ConfigError with what would be wrong, by the name of the file that is there; it is then as it was.
    """
    out = io.StringIO()
    yaml.dump(document, out)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(out.getvalue(), encoding="utf-8")
    try:
        loaded = load(draft)
        os.replace(draft, path)
    except ConfigError as e:
        raise ConfigError([replace(problem, where=str(path)) for problem in e.problems]) from e
    finally:
        draft.unlink(missing_ok=True)
    return loaded
