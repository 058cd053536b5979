"""Word lists of all languages together: most code does not know the language of what it looks at."""

from collections.abc import Iterable

from ingest.languages import LANGUAGES
from ingest.languages.language import Language


def words(field: str, *, spaced: bool | None = None) -> tuple[str, ...]:
    """The entries of a field over all languages, each once, in the order of the languages.

    A text of words separated by blanks gives its words. ``spaced``: only of languages that set blanks between words
    (True), or that do not (False).
    """
    found: dict[str, None] = {}
    for language in _languages(spaced):
        value = getattr(language, field)
        found.update(dict.fromkeys(value.split() if isinstance(value, str) else value))
    return tuple(found)


def alternatives(field: str, *more: str, spaced: bool | None = None) -> str:
    """The patterns of a field over all languages as one alternation, without a group around it."""
    return "|".join(dict.fromkeys((*words(field, spaced=spaced), *more)))


def by_position(field: str, *, spaced: bool | None = None) -> list[str]:
    """For months and weekdays: the forms of each position over all languages, separated by blanks."""
    tables: Iterable[tuple[str, ...]] = (getattr(language, field) for language in _languages(spaced))
    return [" ".join(forms) for forms in zip(*(table for table in tables if table), strict=True)]


def by_value(field: str, *, spaced: bool | None = None) -> dict[int, tuple[str, ...]]:
    """For numerals and scales: the words of each value over all languages."""
    found: dict[int, dict[str, None]] = {}
    for language in _languages(spaced):
        for value, forms in getattr(language, field).items():
            found.setdefault(value, {}).update(dict.fromkeys(forms.split()))
    return {value: tuple(forms) for value, forms in found.items()}


def _languages(spaced: bool | None) -> list[Language]:
    return [language for language in LANGUAGES.values() if spaced is None or language.by_twos is not spaced]
