"""The documents that people search: protocol, Elasticsearch, SQLite, query language."""
