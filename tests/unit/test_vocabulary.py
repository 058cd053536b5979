"""One name, one thing: docs/decisions/181."""

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "ingest"


def test_no_class_has_the_name_of_another():
    where: dict[str, set[str]] = defaultdict(set)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where[node.name].add(str(path.relative_to(PACKAGE)))
    assert {name: sorted(files) for name, files in where.items() if len(files) > 1} == {}
