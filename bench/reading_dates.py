"""Which wrong dates are ours and which are the annotation's: counts by kind, publishers open and held out apart.

    python -m bench.reading_dates ../shared/data/pages ../shared/data/pages2

An annotated date that is the page's own ``dateModified`` is not a date of publication; one that stands nowhere in the
page's data, where the data is unanimous, is another reading of the page. The rest are ours, or for a person to judge.
"""

import argparse
import gzip
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.fit_blocks import is_held_out, items_of, publisher_of, scorer
from ingest.extract import dates, title
from ingest.extract.page import open_page
from ingest.extract.reading import ReadingHints

RIGHT = "right"


def kind(score: ModuleType, truth: str, html: bytes, url: str) -> str:
    """``right``, or what kind of error it is."""
    page = open_page(html, url, None, ReadingHints())
    stamp = dates.published(page, title.choose(page).text)
    days = {d for d in score.days(truth) if 1 <= int(d[5:7]) <= 12}
    if not days:
        return "annotation: no date"
    if stamp is None:
        return "ours: no date given"
    if days & score.days(stamp.when.isoformat()):
        return RIGHT
    modified = dates.modified(page)
    if modified is not None and modified.date().isoformat() in days:
        return "annotation: the page's dateModified"
    a_day = " (by a day)" if min(abs((date.fromisoformat(d) - stamp.when.date()).days) for d in days) <= 1 else ""
    if any(days & score.days(c.when.isoformat()) for c in dates.published_candidates(page)):
        return f"disputed: another date of the page's data{a_day}"
    if stamp.source.startswith(("jsonld", "meta", "itemprop")):
        return f"annotation: against all of the page's data{a_day}"
    return f"ours or a text that names no day: from {stamp.source.partition(':')[0]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    args = parser.parse_args()
    score = scorer(args.folders[0])
    first = {publisher_of(item) for item in items_of(args.folders[0])}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for folder in args.folders:
        for item in items_of(folder):
            if item.get("date"):
                held = publisher_of(item) not in first and is_held_out(publisher_of(item))
                counts["held out" if held else "open"][_kind_of(score, folder, item)] += 1
    for part, found in counts.items():
        total = found.total()
        publication = total - sum(n for k, n in found.items() if k.startswith("annotation: ") and "against" not in k)
        print(f"{part}: {total} dates, {found[RIGHT]} right ({found[RIGHT] / total:.3f}; of those that can be one of")
        print(f"  publication {found[RIGHT] / publication:.3f} of {publication})")
        for name, number in found.most_common():
            print(f"  {number:4} {name}")


def _kind_of(score: ModuleType, folder: Path, item: dict[str, Any]) -> str:
    html = gzip.decompress((folder / "html" / f"{item['id']}.html.gz").read_bytes())
    return kind(score, item["date"], html, item["url"])


if __name__ == "__main__":
    main()
