"""Words, dates, charsets and durations: what feeds, pages and rules must read alike."""
