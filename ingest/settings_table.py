"""The tables of settings in docs/settings.md, written from the classes of ``ingest/settings.py`` (`scripts/tables`).

What a setting means stands under it in the source, where whoever changes it sees it. Reading that costs time, so only
this module does it: pydantic's ``use_attribute_docstrings`` would do it at every start.
"""

import ast
import inspect
import textwrap
from pathlib import Path
from typing import Any

from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from ingest import settings
from ingest.settings import Settings

ENVIRONMENT_ONLY = ("password", "api_key", "secret", "secrets", "heartbeat")
"""Secrets, which veille.toml may not hold, or should not."""


def sections() -> dict[str, type[BaseModel]]:
    """The sections by the name that they have in veille.toml; the top level is the empty name."""
    found: dict[str, type[BaseModel]] = {"": Settings}
    for name, info in Settings.model_fields.items():
        kind = info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found[name] = kind
    return found | {"channels.NAME": settings.ChannelSettings}


def meanings(kind: type[BaseModel]) -> dict[str, str]:
    """What each setting of a section means: the docstring under it, in one line."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(tree, ast.ClassDef)
    found: dict[str, str] = {}
    for one, following in zip(tree.body, tree.body[1:], strict=False):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and isinstance(following, ast.Expr):
            text = following.value.value if isinstance(following.value, ast.Constant) else ""
            found[one.target.id] = " ".join(str(text).split())
    return found


def tables() -> str:
    """All sections, each a heading and a table."""
    return "\n\n".join(_section(name, kind) for name, kind in sections().items())


def with_settings(text: str) -> str:
    """The text of docs/settings.md with today's tables between its marks."""
    head, mark, rest = text.partition("<!-- settings -->\n")
    _, end, tail = rest.partition("<!-- end -->")
    return f"{head}{mark}{tables()}\n{end}{tail}"


def _section(name: str, kind: type[BaseModel]) -> str:
    title = f"## `[{name}]`: {_summary(kind)}" if name else "## At the top of the file"
    said = meanings(kind)
    rows = [
        f"| `{key}` | {_default(info)} | `{_variable(name, key)}` | {_plain(said.get(key, ''))} |"
        for key, info in kind.model_fields.items()
        if not _is_section(info)
    ]
    return "\n".join((title, "", "| setting | default | variable | meaning |", "|---|---|---|---|", *rows))


def _summary(kind: type[BaseModel]) -> str:
    return _plain((kind.__doc__ or "").strip().splitlines()[0].rstrip("."))


def _plain(docstring: str) -> str:
    """As Markdown: code in single ticks, and a bar that does not end the cell."""
    return docstring.replace("``", "`").replace("|", "\\|")


def _is_section(info: FieldInfo) -> bool:
    kind = info.annotation
    return (isinstance(kind, type) and issubclass(kind, BaseModel)) or "ChannelSettings" in str(kind)


def _variable(section: str, key: str) -> str:
    return "VEILLE_" + "__".join(part for part in (*section.split("."), key) if part).upper()


def _default(info: FieldInfo) -> str:
    value: Any = info.get_default(call_default_factory=True)
    if value is None or value == "" or isinstance(value, SecretStr):
        return "–"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str | Path):
        return f'`"{value}"`'
    if isinstance(value, tuple):
        return "`[" + ", ".join(f'"{one}"' for one in value) + "]`"
    return f"`{value}`"
