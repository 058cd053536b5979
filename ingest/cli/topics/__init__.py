"""``veille topics``."""
