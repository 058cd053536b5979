"""One module a feed format: bytes in, a Document of raw items out."""
