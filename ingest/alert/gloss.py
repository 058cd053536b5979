"""A gloss below a headline that its reader may not be able to read, from a LibreTranslate-compatible server.

Headlines only. It is a help, never a condition: whatever the server does, the mail leaves, and a gloss always says
that a machine made it. See docs/decisions/232.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

import httpx

from ingest.alert.compose import Draft
from ingest.alert.recipients import Reader
from ingest.alert.summary import MAX_TITLE, ArticleSummary, one_line
from ingest.settings import GlossSettings, secret_of

MOST = 60
"""Headlines asked for in one run: a digest of hundreds is not worth waiting for."""
_ANSWER_BYTES = 500_000
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, order=True)
class Headline:
    """What is to be glossed."""

    source: str
    """ISO 639-1."""
    target: str
    text: str


Glosses = Mapping[Headline, str]


def headline_for(summary: ArticleSummary, reader: Reader) -> Headline | None:
    """The headline, if this reader says what he reads and this is not it; in the language that he reads best."""
    if not reader.languages or summary.language in reader.languages or summary.language == "unknown":
        return None
    return Headline(summary.language, reader.languages[0], summary.headline)


def headlines_of(drafts: Iterable[Draft]) -> list[Headline]:
    """What drafts want glossed, at most ``MOST``, each once."""
    found = (headline_for(item.summary, draft.reader) for draft in drafts for item in draft.items)
    return list(dict.fromkeys(one for one in found if one is not None))[:MOST]


class GlossServer:
    """Asks the server of the settings. Never raises: what it does not get is missing."""

    def __init__(self, settings: GlossSettings, agent: str) -> None:
        self._settings, self._agent = settings, agent

    def ask(self, headlines: Sequence[Headline]) -> dict[Headline, str]:
        """Glosses, a request for each pair of languages, all within the time of the settings."""
        found: dict[Headline, str] = {}
        pairs: dict[tuple[str, str], list[Headline]] = {}
        for one in sorted(headlines):
            pairs.setdefault((one.source, one.target), []).append(one)
        end = monotonic() + self._settings.timeout_seconds
        with httpx.Client(headers={"user-agent": self._agent}, follow_redirects=False, trust_env=False) as client:
            for (source, target), some in pairs.items():
                left = end - monotonic()
                if left <= 0:
                    break
                try:
                    texts = self._translated(client, source, target, [one.text for one in some], left)
                except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as e:
                    _log.warning("no glosses %s → %s: %s", source, target, e or type(e).__name__)
                    if isinstance(e, httpx.TransportError):
                        break  # it is away; the next pair would wait for the same
                    continue
                found.update((one, text) for one, text in zip(some, texts, strict=False) if text)
        return found

    def _translated(
        self, client: httpx.Client, source: str, target: str, texts: Sequence[str], seconds: float
    ) -> list[str]:
        body: dict[str, Any] = {"q": list(texts), "source": source, "target": target, "format": "text"}
        key = secret_of(self._settings, "api_key")
        url = f"{(self._settings.url or '').rstrip('/')}/translate"
        with client.stream("POST", url, json=body | ({"api_key": key} if key else {}), timeout=seconds) as response:
            answer = b""
            for chunk in response.iter_bytes():
                answer += chunk
                if len(answer) > _ANSWER_BYTES:
                    raise ValueError(f"the answer is longer than {_ANSWER_BYTES:,} bytes")
        if response.status_code != 200:
            raise ValueError(f"{response.status_code} {one_line(answer[:200].decode(errors='replace'))}")
        said = json.loads(answer)
        translated = said.get("translatedText") if isinstance(said, dict) else None
        if isinstance(translated, str) and len(texts) == 1:
            translated = [translated]
        if not isinstance(translated, list) or len(translated) != len(texts):
            raise ValueError("the answer has no translatedText for each headline")
        return [one_line(text)[:MAX_TITLE] if isinstance(text, str) else "" for text in translated]
