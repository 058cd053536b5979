"""What veille knows of one language. Data only: the code that uses a list says what it does with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

Patterns = tuple[str, ...]
"""Alternatives of a regular expression, for small letters, that is joined over all languages."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language that articles are read in.

    A list that is empty only makes the evidence for that language weaker; ``empty_fields`` names what is empty.
    """

    code: str
    """ISO 639-1."""
    name: str
    """In English, as mails and pages write it."""

    # Dates and numbers
    months: tuple[str, ...] = ()
    """Twelve; each all forms of the name (cases, variants), separated by blanks. Abbreviations are found by their
    beginning."""
    weekdays: tuple[str, ...] = ()
    """Seven, Monday first; each all forms, separated by blanks."""
    date_particles: str = ""
    """Words that stand between the parts of a date: ``à``, ``Uhr``, ``de``."""
    day_first: bool | None = None
    """The order of 03/04/2026; None where both are written, or neither."""
    numerals: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """Number words by value: 1 to 20 and the tens, forms separated by blanks."""
    scales: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    """Words for thousand, million, milliard and their like by value."""
    number_words: str = ""
    """Words that carry a figure in a headline: cardinals, ordinals, rises and falls."""

    # Words
    elided: str = ""
    """What is elided before an apostrophe, and is no word."""
    stemmer: str = ""
    """Elasticsearch's analyzer; empty where there is none worth it."""
    by_twos: bool = False
    """Written without spaces: its tokens are overlapping pairs of characters."""
    and_words: str = ""
    """Words that join names and things in a list."""

    # What a page says of itself
    challenge: Patterns = ()
    """A wall that asks for a person."""
    consent: Patterns = ()
    """What consent dialogues speak of."""
    consent_titles: Patterns = ()
    walls: Patterns = ()
    """A subscription is needed to read on."""
    remains: Patterns = ()
    """Says how much is missing: alone it makes a teaser."""
    media_titles: Patterns = ()
    """Titles of videos and picture galleries open so."""
    live_titles: Patterns = ()

    # What stands around a text
    labels: Patterns = ()
    """Short blocks that are no text open so: read more, advertisement, photo."""
    contact_words: tuple[str, ...] = ()
    """Parts of words in blocks about addresses, subscriptions, cookies."""
    byline_prefixes: Patterns = ()
    """What stands before an author's name."""
    update_words: tuple[str, ...] = ()
    """Parts of words that say that a date is of a change."""
    credit_words: Patterns = ()
    """``with``, ``source``: before the name of an agency."""
    agency_words: Patterns = ()
    """``agencies``, in place of a name."""
    stamp_words: Patterns = ()
    """Before a date or a reading time."""
    boilerplate: Patterns = ()
    """In sentences that are not the article's: read also, subscribe, follow us. Begins at a word's border."""
    boilerplate_anywhere: Patterns = ()
    """The same in scripts where a word's border is no help."""
    feed_tails: Patterns = ()
    """What a publisher's software adds under each summary."""
    read_more: Patterns = ()
    """The last words of a cut summary."""

    # What a page is about
    roundups: Patterns = ()
    """In titles of digests and live pages, between words' borders."""
    roundups_anywhere: Patterns = ()
    roundup_openings: Patterns = ()
    """Titles of live pages open so."""
    list_numbers: Patterns = ()
    """First, second: at the beginning of a digest's paragraphs."""

    # What a headline says of earlier ones
    denials: tuple[str, ...] = ()
    """Words of a headline that says that something is not so; ``*`` ends a beginning. In Korean, Japanese and Chinese they
    are found inside words."""
    corrections: tuple[str, ...] = ()
    """Words of a headline that mends what was reported before."""
    retractions: tuple[str, ...] = ()
    """Words of a headline that takes back what was reported before."""

    @property
    def empty_fields(self) -> tuple[str, ...]:
        """Names of the fields that hold nothing."""
        return tuple(
            f.name for f in fields(self) if not getattr(self, f.name) and f.name not in ("by_twos", "day_first")
        )
