"""The bundled newsroom: a small web of feeds and articles that misbehaves as the real one does."""
