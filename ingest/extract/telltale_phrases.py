"""Words by which pages that are no articles give themselves away, in the languages of our feeds (``ingest.languages``).

Collected from how the common products speak (consent platforms, bot checks, paywalls), not from particular sites.
"""

import re

from ingest.languages.joined import alternatives

CHALLENGE = re.compile(alternatives("challenge"), re.I)
CONSENT = re.compile(alternatives("consent"), re.I)
CONSENT_TITLE = re.compile(alternatives("consent_titles"), re.I)
WALL = re.compile(alternatives("walls"), re.I)
REMAINS = re.compile(alternatives("remains"), re.I)
"""Phrases that say how much is missing: these alone make a teaser."""
MEDIA_PATH = re.compile(
    r"/(?:videos?|watch|audio|podcasts?|galler(?:y|ies)|diaporamas?|bilder|fotostrecken?|fotogaleri\w*|photos?|"
    r"mediathek|replay|live-tv|radio|slideshows?|动态图|tv)(?:/|$|[-_.?])",
    re.I,
)
MEDIA_TITLE = re.compile(
    rf"^(?:{alternatives('media_titles')})\s*[:|\-–—\]】)]|^[\[【(](?:{alternatives('media_titles')})", re.I
)
LIVE_PATH = re.compile(
    r"/(?:live|direct|liveblog|live-updates?|liveticker|ticker|en-direct|en-vivo|onlajn|online)(?:/|[-_.]|$)", re.I
)
LIVE_TITLE = re.compile(
    rf"^live\b|\b(?:{alternatives('live_titles', spaced=True)})|{alternatives('live_titles', spaced=False)}", re.I
)
CLOCK = re.compile(r"^\W*(?:\d{1,2}[:.h]\d{2}|\d{1,2}(?::\d{2})? ?(?:am|pm|uhr))\b", re.I)
