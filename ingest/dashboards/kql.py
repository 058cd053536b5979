"""The KQL of dashboards as a Lucene query: what our own page asks the index. Of KQL, what the descriptions use.

``topics: ("a" or "b") and not error: *`` → ``topics:("a" OR "b") AND NOT error:*``; ``x < 0.8`` → ``x:[* TO 0.8}``.
"""

import re

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\w.@-]+\s*(?:<=|>=|<|>)\s*[\w.:-]+|[\w.@-]+\s*:|\(|\)|\*|[^\s()]+')
_COMPARED = re.compile(r"([\w.@-]+)\s*(<=|>=|<|>)\s*(.+)")
_RANGES = {"<": "[* TO {}}}", "<=": "[* TO {}]", ">": "{{{} TO *]", ">=": "[{} TO *]"}


def lucene(kql: str) -> str:
    """The same condition in the syntax of ``veille search``; empty for none."""
    parts: list[str] = []
    for token in _TOKEN.findall(kql):
        compared = _COMPARED.fullmatch(token) if not token.startswith('"') else None
        if compared:
            name, sign, value = compared.groups()
            parts.append(f"{name}:{_RANGES[sign].format(value)}")
        elif token.lower() in ("and", "or", "not"):
            parts.append(token.upper())
        elif token.endswith(":") and not token.startswith('"'):
            parts.append(re.sub(r"\s*:$", ":", token))
        else:
            parts.append(token)
    return re.sub(r": ", ":", " ".join(parts)).replace("( ", "(").replace(" )", ")")
