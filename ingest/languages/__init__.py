"""The languages that articles are read in, one file each: see ``docs/recipes.md`` for how another one is added."""

from typing import Final

from ingest.languages import de, en, es, fr, it, ja, ko, pt, ru, zh
from ingest.languages.language import Language

LANGUAGES: Final[dict[str, Language]] = {
    module.LANGUAGE.code: module.LANGUAGE for module in (fr, en, ru, ko, ja, zh, de, es, it, pt)
}
"""By code."""
