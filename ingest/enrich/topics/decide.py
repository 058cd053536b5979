"""Rules propose, the model disposes: what a topic's score becomes once the model has been asked. Pure."""

from ingest.enrich.topics.model import ABOUT
from ingest.enrich.topics.rules import Topic

ALMOST = 0.99
"""Of ``about``: the score of what the rules took for a subject and the model does not."""


def decided_score(topic: Topic, rules: float, share: float | None, *, proposes: bool = True) -> float:
    """The score that counts. ``share`` is the model's, None where it was not asked: the rules decide alone.

    Scores keep their meaning (from ``topic.about`` on a subject, from ``topic.mention`` on a mention): the model lifts
    or lowers one over the line, and leaves what is on its own side of the line as the rules have it. ``proposes`` off:
    it only lowers.
    """
    if share is None:
        return rules
    if share >= ABOUT:
        return max(rules, topic.about) if proposes else rules
    return min(rules, round(ALMOST * topic.about, 3))
