"""Asks the model: rules' verdicts in, the same verdicts with the model's share out."""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.enrich.encoder import LEAD, ArticleVectors, article_vectors, open_encoder
from ingest.enrich.topics.decide import decided_score
from ingest.enrich.topics.examples import Numbers
from ingest.enrich.topics.features import Features, concepts_named
from ingest.enrich.topics.model import TopicModel, TopicWeights
from ingest.enrich.topics.rules import Rulebook, Topic
from ingest.enrich.topics.score import TopicDecision
from ingest.text.tokens import INVISIBLE

READ = 2 * LEAD
"""Characters of the text that an encoder is shown."""
_HIDDEN = re.compile(f"[{INVISIBLE}]")
WORTH_ENCODING = 0.1
"""A topic whose share by the rules' evidence alone is below this is not asked about again with vectors: encoding costs
more than all the rules, and most articles are about none of a desk's subjects. Of 50 pages of any press 10 are encoded
at .1 (47 at .02); of 124 labelled items that are about something 2 are judged without."""
KNOWN = 0.5
"""The part of a head's concepts that the rules must know; a desk's own topic by a name of ours is not ours."""


@dataclass(frozen=True, slots=True)
class Judge:
    """The model as one rulebook uses it. ``encoder`` is the setting ``enrich.encoder``, opened when first needed."""

    model: TopicModel
    encoder: str
    topics: frozenset[str]
    """Those whose decision the model takes part in."""

    @staticmethod
    def of(book: Rulebook, model: TopicModel, encoder: str) -> "Judge":
        """The judge for some rules: topics that switch it off, and heads made for other rules, are left out."""
        concepts = {c.id for c in book.concepts}
        heads = model.without
        able = {t.id for t in book.topics if t.model and t.id in heads and _fits(heads[t.id], concepts)}
        return Judge(model, encoder, frozenset(able))

    def judged(
        self,
        own: Mapping[str, TopicDecision],
        by_id: Mapping[str, Topic],
        features: Features,
        title: str,
        text: str,
        *,
        is_no_news: bool = False,
    ) -> dict[str, TopicDecision]:
        """The verdicts with scores as decided. ``own`` are those of all topics that the article might be about.

        ``is_no_news``: a weather report or a notice (``place_role.genre``). There the model may deny, and proposes
        nothing.
        """
        asked = [topic for topic in own if topic in self.topics]
        nearness = self._nearness(asked, own, by_id, features, title, text)
        heads = self.model.without if nearness is None else self.model.with_vectors
        judged = dict(own)
        for topic in asked:
            head = heads.get(topic, self.model.without[topic])  # a topic taught without vectors has no other
            share = round(head.share(features, nearness), 3)
            score = decided_score(by_id[topic], own[topic].score, share, proposes=not is_no_news)
            judged[topic] = replace(own[topic], score=score, share=share, by_rules=own[topic].score)
        return judged

    def _nearness(
        self,
        asked: Sequence[str],
        own: Mapping[str, TopicDecision],
        by_id: Mapping[str, Topic],
        features: Features,
        title: str,
        text: str,
    ) -> Numbers | None:
        """How near the article is to the model's examples, where one of the topics is worth encoding it for."""
        worth = any(
            own[t].score >= by_id[t].about or self.model.without[t].share(features) >= WORTH_ENCODING for t in asked
        )
        return self.model.nearness(features, self.vectors(title, text)) if worth else None

    def vectors(self, title: str, text: str) -> ArticleVectors:
        """The article's vectors; none where there is no encoder, or another than the model has learnt."""
        encoder = open_encoder(self.encoder)
        if encoder.name.partition("/")[0] != self.model.encoder.partition("/")[0]:
            return ArticleVectors()
        return article_vectors(encoder, plain_characters(title), plain_characters(text[:READ]))


def plain_characters(text: str) -> str:
    """A text without what only looks different: escaped twice, decomposed, hyphenated for the eye."""
    if text.isascii() and "&" not in text:
        return text
    return _HIDDEN.sub("", unicodedata.normalize("NFC", html.unescape(text)))


def _fits(head: TopicWeights, concepts: Iterable[str]) -> bool:
    named = concepts_named(head.features)
    return not named or len(named & set(concepts)) >= KNOWN * len(named)
