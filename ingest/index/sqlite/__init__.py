"""The embedded index: SQLite FTS5 in the ledger's file."""
