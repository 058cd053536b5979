"""Everything fetched, as WARC records, so that all that comes after can be done again with better code."""

from ingest.archive.records import ArchivedPage
from ingest.archive.store import Archive, open_archive

__all__ = ["Archive", "ArchivedPage", "open_archive"]
