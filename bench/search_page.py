"""What a page of 20 hits costs the client of Elasticsearch: ``python -m bench.search_page [--words 700]``.

CPU milliseconds (median of 15) from asking to hits, with the answer of a server recorded: 20 made-up articles.
"""

import argparse
import json
import random
import statistics
import time

from elastic_transport import ApiResponseMeta, BaseNode, HttpHeaders
from elastic_transport._node import NodeApiResponse
from elasticsearch import Elasticsearch

from bench.growth import NOW, SYLLABLES
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.parts import stamp
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.settings import IndexSettings

HITS = 20


class RecordedNode(BaseNode):
    """A server that gives one answer to every request."""

    answer = b""

    def perform_request(self, method, target, body=None, headers=None, request_timeout=None):
        """The recorded answer."""
        given = HttpHeaders({"content-type": "application/json", "x-elastic-product": "Elasticsearch"})
        return NodeApiResponse(ApiResponseMeta(200, "1.1", given, 0.0, self.config), self.answer)

    def close(self):
        """Nothing is open."""


def recorded(words: int) -> bytes:
    """The answer to one search: articles of so many words, the word looked for near the end of each."""
    rng = random.Random(1)
    known = ["".join(rng.choice(SYLLABLES) for _ in range(3)) + rng.choice(["", "", "é", "s"]) for _ in range(20_000)]

    def text(count: int) -> str:
        return " ".join(known[int(20_000 ** rng.random()) - 1] for _ in range(count))

    hits = [
        {
            "_index": "articles-1", "_id": f"{n:032x}", "_score": 2.0, "sort": [2.0, 1745830800000, f"https://a.example/{n}"],
            "_source": {
                "@timestamp": stamp(NOW), "indexed_at": stamp(NOW), "title": f"zyword {text(9)}", "summary": text(40),
                "body": f"{text(words)} zyword {text(20)}", "url": {"full": f"https://a.example/{n}"},
                "outlet": {"id": "a", "name": "A"}, "language": {"code": "fr", "confidence": 0.9},
            },
        }
        for n in range(HITS)
    ]  # fmt: skip
    found = {"total": {"value": 1000, "relation": "eq"}, "max_score": 2.0, "hits": hits}
    shards = {"total": 1, "successful": 1, "skipped": 0, "failed": 0}
    one = {"took": 3, "timed_out": False, "_shards": shards, "hits": found, "status": 200}
    return json.dumps({"took": 3, "responses": [one]}, ensure_ascii=False).encode()


def cost(index: ElasticsearchIndex, ask: SearchRequest) -> float:
    """CPU milliseconds of a search."""
    costs = []
    for _ in range(16):
        begun = time.process_time()
        index.search(ask)
        costs.append(time.process_time() - begun)
    return 1000 * statistics.median(costs[1:])


def main() -> None:
    """Print what a page costs with passages and without, and how much of it reading the JSON is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=700)
    RecordedNode.answer = recorded(parser.parse_args().words)
    url = "http://localhost:9200"
    index = ElasticsearchIndex(IndexSettings(kind="elasticsearch", url=url), lambda: NOW)
    index._client = Elasticsearch(url, node_class=RecordedNode)
    begun = time.process_time()
    for _ in range(20):
        json.loads(RecordedNode.answer)
    print(f"reading {len(RecordedNode.answer):,} bytes of JSON  {50 * (time.process_time() - begun):5.1f} ms")
    for name, query in (("a word", "zyword"), ("two words", "zyword AND bebe"), ("a phrase", '"zyword babe"')):
        for highlight in (True, False):
            ms = cost(index, SearchRequest(parse(query), highlight=highlight))
            print(f"{name}, {'with' if highlight else 'without'} passages  {ms:5.1f} ms")


if __name__ == "__main__":
    main()
