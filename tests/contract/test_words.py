"""``ingest.text.tokens.tokens`` and the analyzer ``universal`` make the same words of the same text."""

import json
import random
import string
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from ingest.text.folding import FOLDS
from ingest.text.tokens import tokens
from tests.indexes import DOCUMENTS, QUERIES
from tests.servers.elasticsearch import Server

WORDS = Path(__file__).parents[2] / "index_templates" / "words.json"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def letters(*ranges: tuple[int, int]) -> str:
    return "".join(chr(c) for first, last in ranges for c in range(first, last + 1))


SCRIPTS = {
    "french, german, spanish": letters((0x20, 0x7E), (0xA0, 0xB7), (0xB9, 0x24F)) + "’‘«»–—…\u202f\u00ad",
    "vietnamese, turkish": letters((0x1E00, 0x1EFF)) + "İı ",
    "russian, ukrainian": letters((0x400, 0x4FF)) + " -.«»",
    "greek": letters((0x391, 0x3C9)) + " .",
    "korean": letters((0xAC00, 0xAC80), (0x3131, 0x318E)) + "北韓 aK1.",
    "japanese": letters((0x3041, 0x3096), (0x30A1, 0x30FC), (0x4E00, 0x4E20)) + "々〇。、・ aN1",
    "halfwidth and fullwidth": letters((0xFF01, 0xFF9F)) + " a",
    "chinese": letters((0x4E00, 0x4E80), (0x3000, 0x3020)) + "，。 aB1",
    "arabic, persian": letters((0x610, 0x6D3)) + " 1",
    "hebrew": letters((0x5D0, 0x5EA)) + " .1a",
    "hindi": letters((0x901, 0x963), (0x966, 0x97F)) + " .",
    "thai": letters((0xE01, 0xE3A), (0xE40, 0xE5B)) + " a1",
    "numbers and what joins": "ab1 .,:;_'’·\u00a0\u202f/-",
    "emoji": "😀👨👩❤✈\ufe0f\u200d ab",
    "ideographs beyond 16 bits": "𠀀𠀁𠮷 a北",
}


@pytest.fixture(scope="module")
def client(elasticsearch: Server) -> Iterator[Elasticsearch]:
    with elasticsearch.client() as client:
        settings = json.loads(WORDS.read_text(encoding="utf-8"))["template"]["settings"]
        client.indices.create(index="words-contract", settings=settings)
        yield client
        client.indices.delete(index="words-contract")


def analyzed(client: Elasticsearch, texts: Sequence[str]) -> list[list[str]]:
    """Tokens of each text. One request for all: positions jump by 100 from one text to the next."""
    found = client.indices.analyze(index="words-contract", analyzer="universal", text=list(texts))["tokens"]
    out: list[list[str]] = [[] for _ in texts]
    ends, end = [], 0
    for text in texts:
        end += len(text.encode("utf-16-le")) // 2
        ends.append(end)
        end += 1  # Elasticsearch's offset gap
    at = 0
    for token in found:
        while token["start_offset"] > ends[at]:
            at += 1
        out[at].append(token["token"])
    return out


def check(client: Elasticsearch, texts: Sequence[str]) -> None:
    normal = [unicodedata.normalize("NFC", text) for text in texts]
    for text, found in zip(normal, analyzed(client, normal), strict=True):
        assert tokens(text) == found, text


@pytest.mark.parametrize("script", SCRIPTS)
def test_random_text(client: Elasticsearch, script: str) -> None:
    rnd = random.Random(script)
    alphabet = SCRIPTS[script]
    mixed = alphabet + string.ascii_letters + "é 2026’"
    texts = ["".join(rnd.choices(alphabet, k=rnd.randint(1, 20))) for _ in range(150)]
    texts += ["".join(rnd.choices(mixed, k=rnd.randint(1, 30))) for _ in range(150)]
    check(client, [text for text in texts if text.strip()])


def test_sample_text(client: Elasticsearch) -> None:
    check(client, [str(doc.source[name]) for doc in DOCUMENTS for name in ("title", "body") if name in doc.source])
    check(client, QUERIES)


def test_long_words_are_cut_alike(client: Elasticsearch) -> None:
    check(
        client, ["a" * 600, "é" * 255 + "b", "x " + "é1" * 300 + " y", "_" * 400 + "a", "북" * 300, "a" * 254 + "𝒳𝒳𝒳"]
    )


def test_every_letter_is_folded_alike(client: Elasticsearch) -> None:
    check(client, [f"a{c}b {c}" for c in FOLDS if unicodedata.category(c)[0] == "L" and c not in "ℹ"])


def test_tokens_of_tokens_are_themselves(client: Elasticsearch) -> None:
    """Compiled queries hold tokens: looking them up must not change them."""
    for doc in DOCUMENTS:
        found = tokens(str(doc.source.get("body", "")))
        assert tokens(" ".join(found)) == found


def test_real_pages(client: Elasticsearch) -> None:
    samples = sorted((SHARED / "topics").glob("*.json*")) + sorted((SHARED / "stories").glob("*.json*"))
    if not samples:
        from tests.require import missing

        missing("shared", "no ../shared/data beside this checkout")
    texts = [text for file in samples for text in strings(file)]
    random.Random(1).shuffle(texts)
    for at in range(0, min(len(texts), 1500), 50):
        check(client, [text[:5000] for text in texts[at : at + 50]])


def strings(file: Path) -> list[str]:
    lines = (
        file.read_text(encoding="utf-8").splitlines() if file.suffix == ".jsonl" else [file.read_text(encoding="utf-8")]
    )
    out: list[str] = []
    for line in lines:
        _collect(json.loads(line), out)
    return [text for text in out if len(text) > 40]


def _collect(value: object, out: list[str]) -> None:
    if isinstance(value, str):
        out.append(value)
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _collect(item, out)
