"""The index for production: Elasticsearch 9, with nothing that needs a licence."""
