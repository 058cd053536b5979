"""Names of API keys: a role and the key's last day, so that a key can be asked when it ends."""

import re
from datetime import date

_DATED = re.compile(r"(?P<role>.+) until (?P<day>\d{4}-\d{2}-\d{2})")


def key_name(role: str, last_day: date | None) -> str:
    """What a key of a role is called; ``last_day`` None: it has no end."""
    return f"{role} until {last_day.isoformat()}" if last_day else role


def end_of(name: str) -> date | None:
    """The last day that a key's name holds; None: none."""
    found = _DATED.fullmatch(name)
    try:
        return date.fromisoformat(found["day"]) if found else None
    except ValueError:
        return None
