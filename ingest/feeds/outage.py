"""Telling our own outage from theirs: when most hosts fail at once, it is us."""

from collections.abc import Collection

FEWEST_HOSTS = 4
"""With fewer hosts asked, nothing can be told."""
SHARE = 0.8


def is_own_outage(unreachable: Collection[str], answered: Collection[str]) -> bool:
    """True if the hosts that could not be reached are so many, of all asked in a run, that we are the reason.

    A host that answered anything at all, be it 500, counts as reached.
    """
    failed, reached = set(unreachable) - set(answered), set(answered)
    asked = len(failed) + len(reached)
    return asked >= FEWEST_HOSTS and len(failed) >= SHARE * asked
