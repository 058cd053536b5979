"""Events: which articles tell of the same happening, in whichever languages.

marks → evidence (what two articles share) → likelihood (fitted weights) → search (the event of a new article)
"""
