"""The store of record: feed state, article state, stories, matches, the mail outbox."""
