"""Passwords: Argon2id with the library's recommended cost."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

MINIMUM = 10
"""Characters. Longer beats stranger (NIST SP 800-63B)."""
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash("nobody's password: checked where there is no such account, so that both take as long")


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether a password is the one; takes as long where there is none."""
    try:
        return _HASHER.verify(kept or _NOBODY, password) and kept is not None
    except (Argon2Error, InvalidHashError):
        return False


def complaint(password: str, name: str) -> str | None:
    """What is wrong with a new password; None if nothing is."""
    if len(password) < MINIMUM:
        return f"at least {MINIMUM} characters"
    if len(set(password)) < 5 or name.lower() in password.lower():
        return "not so easy to guess: no name, no repetition"
    return None
