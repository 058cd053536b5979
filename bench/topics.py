"""Topics: what tagging costs as the rules grow, and what each part of the rules gains over plain keyword lists.

    python bench/topics.py            both
    python bench/topics.py cost       10 to 10,000 concepts against the extraction of the same pages
    python bench/topics.py gain       keyword lists, names in one sentence, a relation, the whole rules

Pages and labelled items are those beside the repository (../shared/data); without them our own items stand in.
CPU seconds of this process; the ratios are what counts.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from time import process_time

from ingest.enrich.topics import Tagger, load_topics
from ingest.enrich.topics.rules import Concept, Lists, Rulebook, Signal, Term, Topic
from ingest.extract.read import read_page
from ingest.text.tokens import tokens

ROOT = Path(__file__).resolve().parents[1]
SHARED = next((p for p in (ROOT.parent / "shared/data", ROOT.parents[1] / "shared/data") if p.exists()), None)
RULES = ROOT / "config/topics.yaml"
Article = tuple[str, str]
Item = tuple[str, str, str, dict[str, str]]


def pages(count: int) -> tuple[list[Article], float]:
    """Titles and texts of real pages, and what extracting one costs (seconds)."""
    if SHARED is None:
        return [(t, x) for _, t, x, _ in own_items()], 0.035
    files = sorted((SHARED / "pages/html").glob("*.html.gz"))
    random.Random(1).shuffle(files)
    bodies = [gzip.decompress(f.read_bytes()) for f in files[:count]]
    read_page(bodies[0], url="https://example.org/")
    begun = process_time()
    readings = [read_page(b, url="https://example.org/") for b in bodies]
    return [(r.title, r.text) for r in readings if r.text], (process_time() - begun) / len(bodies)


def own_items() -> list[Item]:
    """The invented items of the tests: language, title, text, labels."""
    out = []
    for block in re.split(r"\n(?=@ )", (ROOT / "tests/data/topics/items.txt").read_text(encoding="utf-8")):
        if block.startswith("@"):
            head, *body = block.strip().split("\n")
            language, _, title = (x.strip() for x in head[1:].split("|", 2))
            out.append((language, title, "\n".join(body), {}))
    return out


def synthetic(count: int, articles: Iterable[Article]) -> Tagger:
    """So many concepts of six terms from other pages of the same kind, and a topic for every ten.

    Terms are what rules hold: phrases of two words, and one in ten a longer word by itself or its beginning.
    """
    pick = random.Random(2)
    words = [w for _, text in articles for w in tokens(text) if len(w) > 3]
    long = sorted({w for w in words if len(w) > 7})

    def term() -> str:
        if pick.random() < 0.1:
            word = pick.choice(long)
            return word if pick.random() < 0.5 else word[:7] + "*"
        at = pick.randrange(len(words) - 1)
        return f"{words[at]} {words[at + 1]}"

    concepts = tuple(Concept(f"c{i}", tuple(Term(term(), None) for _ in range(6))) for i in range(count))
    topics = tuple(
        Topic(f"t{i}", f"t{i}", (Signal(near=(f"c{i}", f"c{i + 1}")), Signal(any=(f"c{i + 2}",), weight=0.5)))
        for i in range(0, count - 2, 10)
    )
    return Tagger(Rulebook(concepts, topics))


def seconds(tagger: Tagger, articles: list[Article], language: str | None, rounds: int = 5) -> float:
    """CPU seconds an article."""
    tagger.tag(*articles[0], language)
    begun = process_time()
    for _ in range(rounds):
        for title, text in articles:
            tagger.tag(title, text, language)
    return (process_time() - begun) / rounds / len(articles)


def cost() -> None:
    every, extraction = pages(120)
    articles, others = every[:60], every[60:]
    size = sum(len(text) for _, text in articles) / len(articles)
    print(f"{len(articles)} pages of {size:.0f} characters on average; extraction {extraction * 1e3:.1f} ms a page")
    print(f"{'concepts':>10}{'terms':>9}{'ms a page':>12}{'of extraction':>15}")
    for count in (10, 100, 1_000, 10_000):
        tagger = synthetic(count, others)
        spent = seconds(tagger, articles, None)
        print(f"{count:>10}{6 * count:>9}{spent * 1e3:>12.2f}{spent / extraction:>14.1%}")
    desk = load_topics(RULES)
    terms = sum(len(c.terms) for c in desk.book.concepts)
    for name, language in (("desk, en", "en"), ("desk, all", None)):
        spent = seconds(desk, articles, language)
        print(f"{name:>10}{terms:>9}{spent * 1e3:>12.2f}{spent / extraction:>14.1%}")
    begun = process_time()
    for _, text in articles:
        tokens(text)
    spent = (process_time() - begun) / len(articles)
    print(f"{'tokens()':>10}{'':>9}{spent * 1e3:>12.2f}{spent / extraction:>14.1%}  (making them alone)")


def labelled() -> list[Item]:
    if SHARED is None:
        sys.exit("gain needs the labelled items beside the repository (../shared/data/topics)")
    rows = [json.loads(x) for x in (SHARED / "topics/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(r["language"], r["title"], r["text"], r["labels"]) for r in rows]


def variant(book: Rulebook, signals: dict[str, tuple[Signal, ...]], **changes: object) -> Tagger:
    """The desk's rules with other signals (any of them making a subject), without lists, contexts and boilerplate."""
    topics = tuple(
        replace(t, signals=signals.get(t.id, ()), unless=(), about=0.01, mention=0.0, covers=()) for t in book.topics
    )
    return Tagger(replace(book, topics=topics, lists=Lists(), boilerplate=(), **changes))


ANYWHERE = {
    "russia-dprk": (("russia", "dprk"),),
    "dprk-weapons": (("dprk", "weapon"),),
    "dprk-sanctions": (("dprk", "sanction"),),
    "inter-korean": (("rok", "dprk"), ("inter-korean-pair",)),
    "us-rok-alliance": (("usa", "rok"), ("us-rok-pair",)),
    "ukraine-war": (("ukraine",),),
    "russia-china": (("russia", "china"), ("russia-china-pair",)),
    "korean-peninsula": (("dprk",), ("rok",), ("korea-any",)),
}


def in_article(names: tuple[str, ...]) -> Signal:
    return Signal(any=(names[0],), article=tuple((n, 0.1) for n in names))


def steps(book: Rulebook) -> dict[str, Tagger]:
    """From keyword lists to the desk's rules."""
    no_context = tuple(replace(c, excluded=(), only_with=None, not_with=None, unquoted=False) for c in book.concepts)
    related = {
        t: (Signal(near=(*names[0], "tie")) if t in ("russia-dprk", "russia-china") else Signal(near=names[0]),)
        for t, names in ANYWHERE.items()
    }
    bare = replace(book, lists=Lists(), boilerplate=(), topics=tuple(replace(t, unless=()) for t in book.topics))
    return {
        "keyword lists: the names, anywhere": variant(
            replace(book, concepts=no_context), {t: tuple(in_article(n) for n in a) for t, a in ANYWHERE.items()}
        ),
        "+ homographs and company of names": variant(
            book, {t: tuple(in_article(n) for n in a) for t, a in ANYWHERE.items()}
        ),
        "+ in one sentence": variant(book, {t: tuple(Signal(near=n) for n in a) for t, a in ANYWHERE.items()}),
        "+ a word for the relation": variant(book, related),
        "+ signals with weights by place": Tagger(bare),
        "+ lists, boilerplate, contexts (all)": Tagger(book),
    }


def score(tagger: Tagger, items: list[Item]) -> str:
    got: Counter[tuple[str, str]] = Counter()
    alarms = innocent = 0
    for language, title, text, labels in items:
        want = {t for t, label in labels.items() if label == "about"}
        have = {h.topic for h in tagger.tag(title, text, language) if h.about}
        got.update(
            [(t, "tp") for t in want & have] + [(t, "fp") for t in have - want] + [(t, "fn") for t in want - have]
        )
        innocent += not want
        alarms += not want and bool(have)
    ratio: Callable[[str, str], float] = lambda t, x: got[t, "tp"] / max(1, got[t, "tp"] + got[t, x])  # noqa: E731
    macro = [sum(ratio(t, x) for t in tagger.topics) / len(tagger.topics) for x in ("fp", "fn")]
    one = [ratio("russia-dprk", x) for x in ("fp", "fn")]
    return f"{macro[0]:9.3f}{macro[1]:8.3f}{one[0]:11.3f}{one[1]:8.3f}{alarms:8}/{innocent}"


def gain() -> None:
    items = labelled()
    print(f"{len(items)} labelled items\n{'':38}{'macro P':>9}{'R':>8}{'ru-dprk P':>11}{'R':>8}{'alarms':>11}")
    for name, tagger in steps(load_topics(RULES).book).items():
        print(f"{name:38}{score(tagger, items)}")


if __name__ == "__main__":
    for part in sys.argv[1:] or ("cost", "gain"):
        {"cost": cost, "gain": gain}[part]()
