"""``veille alerts``."""
