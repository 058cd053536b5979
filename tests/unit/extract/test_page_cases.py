"""The 30 pages made after public reports and observed losses come out right. Shared data: skipped where it is absent."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.cli.extract import as_record
from ingest.extract.read import read_page
from tests.require import missing

FOLDER = Path(__file__).parents[4] / "shared" / "data" / "page-cases"
CASES = FOLDER / "cases.jsonl"
RECORDS = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()] if CASES.exists() else [None]


def faults(expected: dict[str, Any], record: dict[str, Any]) -> list[str]:
    """What of ``expected`` did not come out."""
    text, found = " ".join(record["text"].split()), []
    found += [f"missing: {part}" for part in expected.get("contains", ()) if " ".join(part.split()) not in text]
    found += [f"has: {part}" for part in expected.get("absent", ()) if part in text]
    places = [text.find(part) for part in expected.get("order", ())]
    found += ["order"] if -1 in places or places != sorted(places) else []
    come_out = record | {"date": (record["published"] or "")[:10], "authors": list(record["authors"])}
    for key in ("title", "status", "language", "date", "authors"):
        if key in expected and come_out[key] != expected[key]:
            found.append(f"{key} {come_out[key]!r}")
    if "title_close" in expected and expected["title_close"] not in record["title"]:
        found.append(f"title {record['title']!r}")
    return found


@pytest.mark.parametrize("case", RECORDS, ids=lambda c: c["id"] if c else "none")
def test_page_case(case: dict[str, Any] | None) -> None:
    if case is None:
        missing("shared", "there are no page cases beside this checkout")
    reading = read_page((FOLDER / case["file"]).read_bytes(), url=case["url"])
    assert faults(case["expect"], as_record(reading)) == []
