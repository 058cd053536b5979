"""Words that carry a fact although they are neither figures nor names: days, months, ordinals, number words.

Folded as ``fold_word(tokens(…))`` gives them. Ten languages; what is missing is only a weaker signal.
"""

from ingest.enrich.stories.normalise import fold_text, fold_word
from ingest.languages.joined import by_position, words
from ingest.text.tokens import tokens

_DUTCH_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DUTCH_MONTHS = ("januari", "februari", "maart", "", "mei", "", "", "augustus", "", "", "", "")
WEEKDAYS = tuple(f"{ours} {more}" for ours, more in zip(by_position("weekdays"), _DUTCH_DAYS, strict=True))
"""Monday first."""
MONTHS = tuple(f"{ours} {more}" for ours, more in zip(by_position("months", spaced=True), _DUTCH_MONTHS, strict=True))
_NUMBER_WORDS = " ".join(words("number_words"))


def _folded(words: str) -> list[str]:
    return [fold_word(t) for w in words.split() for t in tokens(fold_text(w))]


WEEKDAY_OF: dict[str, int] = {
    t: day for day, words in enumerate(WEEKDAYS) for t in _folded(words) if t not in ("feira", "曜日", "요일", "星期")
}
MONTH_OF: dict[str, int] = {t: month for month, words in enumerate(MONTHS, 1) for t in _folded(words)}
NUMBER_WORDS: frozenset[str] = frozenset(_folded(_NUMBER_WORDS))
