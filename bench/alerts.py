"""What alerts cost: so many rules over what is new, in archives of several sizes.

    .venv/bin/python bench/alerts.py [--rules 10000] [--new 50] [--archive 1000 10000 100000] [--words 400] \
        [--elasticsearch URL]

CPU seconds of this process for one whole alert stage (new documents read, rules matched, matches and watermarks
recorded), and beside it the same rules asked of the index one by one (a hundred of them, times as many). Documents are
made of the same words, so that rules match about as often in each archive. Prints ratios: the cost must not grow with
the archive, which may be of shorter articles than the new ones (``--words 40``), so that it is filled in minutes. On a
busy disk set TMPDIR to a folder in memory.
"""

import argparse
import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from ingest.alert.evaluate import evaluate
from ingest.alert.rules import Rule, load_rules
from ingest.index.document import Document
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.parts import stamp
from ingest.index.protocol import Index, SearchRequest, Sort
from ingest.index.query.parse import parse
from ingest.index.sqlite.index import SqliteIndex
from ingest.ledger.store import open_ledger
from ingest.outcome import Outcome
from ingest.settings import IndexSettings, load_settings
from ingest.stages.alert import alert, register_rules

START = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = [f"word{n}" for n in range(5_000)]
LIKELY = list(accumulate(1 / (n + 10) for n in range(5_000)))
LENGTH = 400
BATCH = 2_000
TOPICS = [f"topic-{n}" for n in range(40)]


def document(n: int, at: datetime, chance: random.Random, length: int = LENGTH) -> Document:
    """An article of so many words."""
    url = f"https://site{n % 97}.example/{n}"
    words = chance.choices(WORDS, cum_weights=LIKELY, k=length)
    return Document(
        f"{n:032x}",
        {
            "@timestamp": stamp(at), "first_seen_at": stamp(at), "indexed_at": stamp(at),
            "title": " ".join(words[:9]), "summary": " ".join(words[9:30]), "body": " ".join(words[30:]),
            "topics": [chance.choice(TOPICS)], "url": {"full": url, "domain": f"site{n % 97}.example"},
            "outlet": {"id": f"site{n % 97}", "name": "Site", "country": chance.choice(["FR", "GB", "KR"])},
            "language": {"code": chance.choice(["fr", "en", "ko"])}, "story": {"id": f"s{n:031x}"},
        },
    )  # fmt: skip


def query(chance: random.Random) -> str:
    """A rule as desks write them: names, phrases, a topic, an exclusion."""
    one, other, third, fourth = chance.choices(WORDS[1500:], k=4)
    shapes = (
        f'("{one} {other}" OR {third}) AND language.code:(fr OR en)', f"topics:{chance.choice(TOPICS)} AND {one}",
        f'"{one} {other}"~10 OR "{third} {fourth}"', f"{one}* AND {other} AND NOT {third}",
        f"title:{one} AND outlet.country:FR",
        f"({one} OR {other} OR {third}) AND ({fourth} OR {WORDS[chance.randrange(300)]})",
    )  # fmt: skip
    return chance.choice(shapes)


def rules(folder: Path, count: int) -> tuple[Rule, ...]:
    chance = random.Random(7)
    lines = ["rules:"]
    for n in range(count):
        lines += [f"  - id: r{n}", f"    query: '{query(chance)}'", "    recipients: [desk@example.org]"]
    path = folder / "alerts.yaml"
    path.write_text("\n".join(lines) + "\n")
    return load_rules(path, parse)


def fill(index: Index, upto: int, have: int, length: int) -> None:
    chance = random.Random(have)
    for at in range(have, upto, BATCH):
        numbers = range(at, min(at + BATCH, upto))
        batch = [document(n, START + timedelta(minutes=n), chance, length) for n in numbers]
        assert all(result.ok for result in index.write(batch))
    index.refresh()


def measure(
    index: Index, url: str, folder: Path, size: int, used: tuple[Rule, ...], new: int
) -> tuple[float, float, float, int]:
    """CPU seconds of matching, of the whole stage, of asking the index (by 100 rules), and the matches found."""
    ledger = open_ledger(url)
    now = START + timedelta(minutes=size, hours=1)
    register_rules(ledger, used, now)
    chance = random.Random(size)
    index.write([document(10**7 + size + n, now + timedelta(seconds=n), chance) for n in range(new)])
    until = now + timedelta(seconds=new + 1)
    index.refresh()
    settings = load_settings(None, data_dir=folder)
    seen: list[Outcome] = []
    started = time.process_time()
    for _ in evaluate(ledger, index, used, dict.fromkeys((rule.id for rule in used), now), until):
        pass
    matching = time.process_time() - started
    started = time.process_time()
    stage = alert(ledger, index, used, settings, lambda: until, seen.append)
    whole = time.process_time() - started
    some = used[:100]
    started = time.process_time()
    answers = index.search_many(
        [SearchRequest(r.parsed, since=now, until=until, sort=Sort.INDEXED, size=100, highlight=False) for r in some]
    )
    asked = (time.process_time() - started) * len(used) / len(some)
    found = {
        rule.id: len(kept)
        for rule, kept in evaluate(ledger, index, some, dict.fromkeys((r.id for r in some), now), until)
    }
    for rule, answer in zip(some, answers, strict=True):  # the first look has recorded the stories: none is new now
        assert not isinstance(answer, Exception)
        assert not answer.hits or found[rule.id] == 0
    ledger.close()
    return matching, whole, asked, stage.new


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", type=int, default=10_000)
    parser.add_argument("--new", type=int, default=50)
    parser.add_argument("--archive", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--words", type=int, default=LENGTH, help="of each article in the archive")
    parser.add_argument("--elasticsearch", help="URL with user and password; without it the embedded index is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        started = time.process_time()
        used = rules(folder, options.rules)
        print(f"{options.rules:,} rules read and checked: {time.process_time() - started:.1f} s CPU")
        print("seconds of CPU")
        print(f"{'archive':>10} {'matching':>10} {'stage':>8} {'asking the index':>18} {'ratio':>7} {'matches':>9}")
        ledger = open_ledger(f"sqlite:///{folder}/index.sqlite")
        index: Index = SqliteIndex(ledger, "", lambda: START)
        if options.elasticsearch:
            index = ElasticsearchIndex(
                IndexSettings(kind="elasticsearch", url=options.elasticsearch, prefix="bench-alerts-"), lambda: START
            )
        index.setup()
        have = 0
        for size in sorted(options.archive):
            fill(index, size, have, options.words)
            have = size
            url = f"sqlite:///{folder}/ledger{size}.sqlite"
            matching, whole, asked, found = measure(index, url, folder, size, used, options.new)
            print(
                f"{size:>10,} {matching:>10.2f} {whole:>8.2f} {asked:>18.1f} {asked / matching:>6.1f}x {found:>9,}",
                flush=True,
            )
        ledger.close()


if __name__ == "__main__":
    main()
