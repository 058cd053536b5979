"""What may be done with a page, decided from what its site and the page itself say, with the evidence.

The answer is one of two: the page may be used, or the article stands on what its feed says (title
and summary, which the publisher syndicates to be read). ``rights`` is what the ledger and the
document keep: ``robots``, ``tdm`` and, beside each, the evidence and when it was read.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from ingest.http.response import Response
from ingest.rights.page_head import PageHead
from ingest.rights.robots import RobotsVerdict
from ingest.rights.tdm import Reservation, from_fields
from ingest.settings import FetchSettings
from ingest.urls import host

REFUSED_BY_ROBOTS = "refused-by-robots"
ROBOTS_UNREACHABLE = "robots-unreachable"
TDM_RESERVED = "tdm-reserved"
NOINDEX = "noindex"
RIGHTS_REASONS = frozenset({REFUSED_BY_ROBOTS, TDM_RESERVED, NOINDEX})
"""Reasons that are somebody's wish, not trouble."""

_WITH_VALUE = ("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview")


@dataclass(frozen=True, slots=True)
class Rights:
    """The decision on a page, and what it rests on."""

    reason: str | None = None
    """None: the page may be used. Else why not, such as ``tdm-reserved``."""
    detail: str = ""
    robots: RobotsVerdict | None = None
    tdm: Reservation | None = None
    licensed: bool = False
    directives: tuple[str, ...] = ()
    """From X-Robots-Tag and robots metas, those that speak to everyone or to us."""
    decided_at: datetime | None = None

    def record(self) -> dict[str, str]:
        """As ``articles.rights`` keeps it: text values only."""
        out = {"robots": self.robots.value if self.robots else "unknown", "tdm": self._tdm()}
        if self.robots:
            out["robots_evidence"] = self.robots.evidence
            _stamp(out, "robots_at", self.robots.read_at)
        if self.tdm:
            out["tdm_evidence"] = self.tdm.source
            if self.tdm.policy:
                out["tdm_policy"] = self.tdm.policy
        if self.directives:
            out["directives"] = ", ".join(self.directives)
        if self.reason:
            out["reason"] = self.reason
        _stamp(out, "decided_at", self.decided_at)
        return out

    def _tdm(self) -> str:
        if self.tdm is None:
            return "none"
        if not self.tdm.reserved:
            return "allowed"
        return "licensed" if self.licensed else "reserved"


def decide_before(
    url: str, robots: RobotsVerdict, tdm: Reservation | None, settings: FetchSettings, now: datetime
) -> Rights:
    """May the page be asked for, by robots.txt and tdmrep.json?"""
    rights = Rights(robots=robots, tdm=tdm, licensed=is_licensed(url, settings.tdm_licensed), decided_at=now)
    if robots.value == "unreachable":
        return replace(rights, reason=ROBOTS_UNREACHABLE, detail=robots.evidence)
    if not robots.allowed:
        return replace(rights, reason=REFUSED_BY_ROBOTS, detail=robots.evidence)
    return _with_tdm(rights, settings)


def decide_after(rights: Rights, answer: Response, head: PageHead, settings: FetchSettings, now: datetime) -> Rights:
    """May the page that came back be used, by its own header fields and metas?"""
    fields = {k.lower(): v for k, v in answer.headers}
    tdm = from_fields(fields, f"{answer.final_url} header", rights.tdm)
    tdm = from_fields(head.metas, f"{answer.final_url} meta", tdm)
    said = directives(answer.header_all("x-robots-tag"), head, settings.agent)
    rights = replace(rights, tdm=tdm, directives=said, decided_at=now)
    if "noindex" in said or "none" in said or _expired(said, now):
        return replace(rights, reason=NOINDEX, detail=", ".join(said))
    return _with_tdm(rights, settings)


def _with_tdm(rights: Rights, settings: FetchSettings) -> Rights:
    if rights.tdm is not None and rights.tdm.reserved and settings.respect_tdm and not rights.licensed:
        return replace(rights, reason=TDM_RESERVED, detail=rights.tdm.source)
    return rights


def is_licensed(url: str, licensed: tuple[str, ...]) -> bool:
    """True if the URL's host is, or is below, one of these names."""
    name = host(url)
    return any(name == one.lower() or name.endswith("." + one.lower()) for one in licensed)


def directives(tags: tuple[str, ...], head: PageHead, agent: str) -> tuple[str, ...]:
    """Robots directives in lower case from X-Robots-Tag fields and metas; those for other agents are left out.

    A field may begin with an agent's name (``googlebot: noindex, nofollow``): it then speaks to that one only.
    """
    found: list[str] = []
    for tag in tags:
        name, colon, rest = tag.partition(":")
        named = bool(colon) and "," not in name and name.strip().lower() not in _WITH_VALUE
        if named and name.strip().lower() not in (agent.lower(), "*"):
            continue
        found += _split(rest if named else tag)
    for name in ("robots", agent.lower()):
        found += _split(head.metas.get(name, ""))
    return tuple(dict.fromkeys(found))[:30]


def _split(text: str) -> list[str]:
    """``noindex, max-snippet: 50`` taken apart; a date in unavailable_after may hold a comma and stays whole."""
    out: list[str] = []
    for part in (p.strip().lower()[:100] for p in text.split(",")):
        if out and out[-1].startswith("unavailable_after") and not part[:1].isalpha():
            out[-1] += ", " + part
        elif part:
            out.append(part)
    return out


def _expired(said: tuple[str, ...], now: datetime) -> bool:
    """True if an ``unavailable_after`` has passed. A date that cannot be read has not."""
    for directive in said:
        name, _, value = directive.partition(":")
        if name.strip() != "unavailable_after" or not value.strip():
            continue
        when = _date(value.strip())
        if when is not None and when < now:
            return True
    return False


def _date(text: str) -> datetime | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = read(text.upper() if read is datetime.fromisoformat else text)
        except (ValueError, TypeError, IndexError):
            continue
        return when.replace(tzinfo=UTC) if when.tzinfo is None else when
    return None


def _stamp(out: dict[str, str], name: str, when: datetime | None) -> None:
    if when is not None:
        out[name] = when.isoformat(timespec="seconds")
