"""What a watch rule noticed, as the ledger keeps it and as a mail says it. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from ingest.alert.phrases import EN, Phrases
from ingest.alert.watch.grammar import WatchKind


@dataclass(frozen=True, slots=True)
class NoticedArticle:
    """One of the articles that make it up."""

    title: str
    outlet: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """Why a watch rule speaks."""

    kind: WatchKind
    at: datetime
    each: str = ""
    """What ``value`` is: topic, outlet, language or country."""
    value: str = ""
    """Its id or code; empty where the rule looks at all of them together."""
    name: str = ""
    """Of an outlet: its name."""
    count: int = 0
    usual: float = 0.0
    seconds: int = 0
    """The hours that were compared, or how far back was looked; 0: all that is stored."""
    examples: tuple[NoticedArticle, ...] = ()
    """volume: the happenings that most articles tell of, besides the one that is shown."""

    def to_json(self) -> dict[str, Any]:
        """As the ledger keeps it."""
        return {**asdict(self), "at": self.at.isoformat(), "examples": [asdict(e) for e in self.examples]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Noticed":
        """The reverse of ``to_json``."""
        examples = tuple(NoticedArticle(**one) for one in data.get("examples", ()))
        return cls(**{**data, "at": datetime.fromisoformat(data["at"]), "examples": examples})

    @property
    def subject(self) -> tuple[str, str]:
        """What it is about, for telling it once."""
        return self.each, self.value


def sentence(noticed: Noticed, phrases: Phrases = EN, topics: Mapping[str, str] | None = None) -> str:
    """``TASS: 14 articles in 6 hours, usually 4.2``: what was noticed, in the reader's language."""
    t, about = phrases, _name(noticed, phrases, topics or {})
    span = _span(noticed.seconds, t)
    usual = f"{noticed.usual:.1f}".rstrip("0").rstrip(".")
    usual = usual.replace(".", ",") if t.code == "fr" else usual
    match noticed.kind:
        case "volume":
            said = t("watch_volume", articles=t.counted("article_count", noticed.count), span=span, usual=usual)
        case "silence":
            said = t("watch_silence", span=span, usual=usual)
        case "first":
            return t("watch_first", span=span) if noticed.seconds else t("watch_first_ever")
        case "new":
            return t(f"watch_new_{noticed.each}", name=about, span=span)
        case "spread":
            return t("watch_spread", count=t.counted(noticed.each, noticed.count))
    return f"{about}{' : ' if t.code == 'fr' else ': '}{said}" if about else said


def _name(noticed: Noticed, phrases: Phrases, topics: Mapping[str, str]) -> str:
    if noticed.each == "topic":
        return topics.get(noticed.value, noticed.value)
    if noticed.each == "language" and noticed.value:
        return phrases.language(noticed.value)
    return noticed.name or noticed.value


def _span(seconds: int, phrases: Phrases) -> str:
    length = timedelta(seconds=seconds)
    if length >= timedelta(days=2) and not length % timedelta(days=1):
        return phrases.counted("day", length.days)
    return phrases.counted("hour", int(length.total_seconds() // 3600))
