"""What can go wrong, in words that say what, where and what to do.

VeilleError
├── ConfigError       everything wrong in the configuration, all of it at once
├── StoreError
│   ├── StoreMissing       there is none yet, and the command does not begin one
│   ├── LedgerUnavailable  LedgerDamaged: its file is no database any more
│   ├── ArchiveError
│   └── IndexUnavailable   the index cannot be reached or is not ready: try again later; IndexMissing: set it up first
├── BackupError       a backup that cannot be made, read or trusted
├── WorkHeldUp        a scheduler's task whose work did not get through; it waits in the ledger
├── QueryError        a query that cannot be accepted, with the position and what to write
└── FetchError        see ingest.http.errors for its kinds
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class VeilleError(Exception):
    """Base of all errors that veille raises on purpose. ``retryable`` says if trying again helps."""

    retryable = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a configuration file or setting."""

    where: str
    """File, or the name of an environment variable."""
    message: str
    line: int | None = None
    key: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        """One line for people."""
        place = self.where + (f":{self.line}" if self.line else "")
        key = f" {self.key}:" if self.key else ""
        hint = f" → {self.hint}" if self.hint else ""
        return f"{place}:{key} {self.message}{hint}"


class ConfigError(VeilleError):
    """The configuration is wrong; ``problems`` holds everything found, not just the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))

    @classmethod
    def of(cls, where: str | Path, message: str, *, hint: str | None = None) -> "ConfigError":
        """A single problem without a line, such as a file that is missing."""
        return cls([Problem(str(where), message, hint=hint)])


class StoreError(VeilleError):
    """A store (ledger, archive or index) could not do what was asked."""


class StoreMissing(StoreError):
    """There is no ledger yet. Only what polls and processes begins one; a command that reads never does."""


class LedgerUnavailable(StoreError):
    """The ledger's database cannot be reached."""

    retryable = True


class LedgerDamaged(LedgerUnavailable):
    """The ledger's file is cut, overwritten or another's: no later try will do."""

    retryable = False


class ArchiveError(StoreError):
    """A record cannot be written to, or read from, the archive."""


class IndexUnavailable(StoreError):
    """The index is down, slow or not ready. Nothing was written; the work waits in the ledger."""

    retryable = True


class IndexMissing(IndexUnavailable):
    """The index answers, and nothing has been set up in it: `veille index setup` has to be run once."""


class IndexRefusesUs(IndexUnavailable):
    """The index answers, and does not take our credentials or lets them do too little; a person has to help."""

    todo = (
        "`veille index setup --keys`, as a user that may manage security (VEILLE_INDEX__USERNAME, "
        "VEILLE_INDEX__PASSWORD), prints a new key for VEILLE_INDEX__API_KEY"
    )
    """How a new key is made."""


class BackupError(VeilleError):
    """A backup cannot be made, read or trusted. Nothing that was there has been changed."""


class WorkHeldUp(VeilleError):
    """A stage did its best and a store or the network let nothing through. All of it waits in the ledger."""

    retryable = True


class QueryError(VeilleError):
    """A query was refused. ``position`` counts characters from 0 in ``query``; ``hint`` says what to write."""

    def __init__(self, query: str, position: int, message: str, hint: str = "") -> None:
        self.query, self.position, self.message, self.hint = query, position, message, hint
        super().__init__(f"{message} (at character {position + 1})" + (f" → {hint}" if hint else ""))
