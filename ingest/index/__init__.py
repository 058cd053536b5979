"""The documents people search: protocol, Elasticsearch, SQLite, query language, templates."""
