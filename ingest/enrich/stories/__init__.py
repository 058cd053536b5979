"""Stories: which articles carry the same text (``story``), and which tell of the same happening (``event``).

``signature`` reads a text once, anywhere; ``place`` puts it among what the ledger knows; ``compare`` decides a pair.
"""
