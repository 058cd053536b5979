"""Texts that modules write in English, said in another language without those modules knowing of it.

As in gettext a text is its own key. ``{}`` stands for what it names: ``{} has moved``. Of several that fit, the one
that says most itself is taken. What is in no phrase, such as a server's own words, stays as it is.
"""

import re
from collections.abc import Callable, Mapping


def _as_it_is(value: str) -> str:
    return value


class Phrasebook:
    """Phrases of one language."""

    def __init__(self, phrases: Mapping[str, str], value: Callable[[str], str] = _as_it_is) -> None:
        """``value`` says what a phrase names, where that is no phrase itself."""
        self._phrases, self._value = phrases, value
        named = [(english, said) for english, said in phrases.items() if "{}" in english]
        named.sort(key=lambda pair: -len(pair[0].replace("{}", "")))
        self._patterns = [(re.compile(re.escape(e).replace(r"\{\}", "(.*?)"), re.DOTALL), f) for e, f in named]

    def say(self, text: str) -> str:
        """The text in that language, as far as it is known."""
        return self._known(text) or text

    def _known(self, text: str) -> str | None:
        if text in self._phrases:
            return self._phrases[text]
        for pattern, said in self._patterns:
            if match := pattern.fullmatch(text):
                return said.format(*(self._known(value) or self._value(value) for value in match.groups()))
        return None
