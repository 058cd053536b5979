"""The query language: text → checked tree → Elasticsearch, SQLite or plain Python."""
