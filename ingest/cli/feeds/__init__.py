"""``veille feeds``."""
