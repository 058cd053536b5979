"""Where alerts go: one folder or module a channel."""
