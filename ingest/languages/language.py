"""What veille knows of one language. Data only: the code that uses a list says what it does with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """One language that articles are read in.

    A word list that is empty only makes the evidence for that language weaker; a test names what is empty.
    """

    code: str
    """ISO 639-1."""
    name: str
    """In English, as mails and pages write it."""
    months: tuple[str, ...] = ()
    """Twelve; each all forms of the name (cases, variants), separated by blanks. Abbreviations are found by their
    beginning."""
    weekdays: tuple[str, ...] = ()
    """Seven, Monday first; each all forms, separated by blanks."""
    date_particles: str = ""
    """Words that stand between the parts of a date: ``à``, ``Uhr``, ``de``."""
    day_first: bool | None = None
    """The order of 03/04/2026; None where both are written, or neither."""
