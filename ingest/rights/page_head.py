"""What a page's ``<head>`` says to machines: robots and TDM metas, rel=canonical, rel=amphtml.

A scan of the first bytes rather than a parser: it runs on every page before anything is stored, on
input that is hostile at times, so it is linear and bounded.
"""

import html
import re
from dataclasses import dataclass, field

MAX_BYTES = 512 * 1024
MOST_FORMS = 3
_PIECE = re.compile(  # comments and scripts are stepped over: what they hold is not the page's
    rb"<!--.*?(?:-->|\Z)|<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)|<(?P<tag>meta|link|/head|body)\b(?P<rest>[^<>]{0,4000})>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""(?<![a-zA-Z_:-])([a-zA-Z_:-]{1,40}+)\s*+=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NAMES = frozenset({"robots", "tdm-reservation", "tdm-policy"})


@dataclass(frozen=True, slots=True)
class PageHead:
    """What was found. Values of several metas of one name are joined by commas."""

    metas: dict[str, str] = field(default_factory=dict)
    """Names in lower case: ``robots``, our own agent's name, ``tdm-reservation``, ``tdm-policy``."""
    canonical: str | None = None
    forms: tuple[tuple[str, str], ...] = ()
    """Other forms of the page that it names: ``amphtml`` or ``mobile``, and the address."""


def read_head(body: bytes, agent: str) -> PageHead:
    """Read the head of an HTML page; an empty one for anything else."""
    wanted = _NAMES | {agent.lower()}
    metas: dict[str, str] = {}
    canonical: str | None = None
    forms: list[tuple[str, str]] = []
    for piece in _PIECE.finditer(body, 0, MAX_BYTES):
        if piece["tag"] is None:
            continue
        name = piece["tag"].lower()
        if name in (b"/head", b"body"):
            break
        attributes = _attributes(piece["rest"])
        if name == b"link":
            if canonical is None and "canonical" in attributes.get("rel", "").lower().split():
                canonical = attributes.get("href", "").strip() or None
            if (form := _form(attributes)) and len(forms) < MOST_FORMS:
                forms.append(form)
            continue
        key = attributes.get("name", "").strip().lower()
        if key in wanted:
            value = attributes.get("content", "").strip()
            metas[key] = (
                f"{metas[key]}, {value}" if key in metas and key.startswith("robots") else metas.get(key, value)
            )
    return PageHead(metas, canonical, tuple(forms))


def _form(attributes: dict[str, str]) -> tuple[str, str] | None:
    """``rel=amphtml``, and ``rel=alternate`` for small screens (as Google has separate addresses for phones)."""
    relations, address = attributes.get("rel", "").lower().split(), attributes.get("href", "").strip()
    if not address:
        return None
    if "amphtml" in relations:
        return "amphtml", address
    is_small = "max-width" in attributes.get("media", "") or "handheld" in attributes.get("media", "")
    return ("mobile", address) if "alternate" in relations and is_small else None


def _attributes(raw: bytes) -> dict[str, str]:
    text = raw.decode("utf-8", "replace")
    found: dict[str, str] = {}
    for m in _ATTRIBUTE.finditer(text):
        found.setdefault(m[1].lower(), html.unescape(m[2] or m[3] or m[4] or ""))
    return found
