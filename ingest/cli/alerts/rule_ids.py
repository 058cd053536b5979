"""The rule that a command is about."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated

import typer

from ingest.alert.rules import Rule
from ingest.cli.completion import rule_ids

RuleId = Annotated[str, typer.Argument(metavar="RULE", help="Id of a rule in alerts.yaml.", autocompletion=rule_ids)]


def rule_of(rules: Sequence[Rule], rule_id: str) -> Rule:
    """The rule of that id. Raises BadParameter, which names the nearest, else those there are."""
    for rule in rules:
        if rule.id == rule_id:
            return rule
    ids = [rule.id for rule in rules]
    close = get_close_matches(rule_id, ids, 1)
    meant = f"do you mean {close[0]}?" if close else f"there are: {', '.join(ids[:20]) or 'none'}"
    raise typer.BadParameter(f"no rule {rule_id!r} in alerts.yaml; {meant}")
