"""Topics: which of a desk's subjects an article is about, or mentions, and why.

The rules are a file that a desk edits (``config/topics.yaml``); see docs/topics.md.
"""

from ingest.enrich.topics.tagger import Tagger, load_topics

__all__ = ["Tagger", "load_topics"]
