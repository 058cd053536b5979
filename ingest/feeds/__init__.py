"""Feeds: the catalogue, OPML, feed bytes to entries, when to poll next."""
