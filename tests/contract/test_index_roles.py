"""The roles that ``index setup --roles`` makes allow what each needs, and no more."""

import stat
import time
from datetime import timedelta

import pytest
from elasticsearch import AuthorizationException
from pydantic import SecretStr

from ingest.errors import IndexMissing, IndexUnavailable, StoreError
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.elasticsearch.roles import descriptors, make_keys, make_roles, rotate
from ingest.index.protocol import SearchRequest
from ingest.index.query.parse import parse
from ingest.operations.findings import index_findings
from ingest.settings import IndexSettings
from tests.indexes import NOW, doc
from tests.servers.elasticsearch import Server


def with_key(server: Server, prefix: str, key: str) -> ElasticsearchIndex:
    settings = IndexSettings(kind="elasticsearch", url=server.url, api_key=SecretStr(key), prefix=prefix)
    return ElasticsearchIndex(settings, lambda: NOW)


def test_each_key_does_its_work_and_no_more(elasticsearch: Server, es_prefix: str) -> None:
    admin = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    make_roles(admin)
    keys = make_keys(admin)
    reader, writer, setup = (with_key(elasticsearch, es_prefix, keys[f"{es_prefix}veille-{x}"])
                             for x in ("reader", "writer", "setup"))  # fmt: skip
    setup.setup()
    with pytest.raises(IndexUnavailable, match="does not allow"):
        writer.setup()  # puts templates, every time: not for a worker
    assert writer.write([doc("a", "word")])[0].ok
    assert writer.update_fields("a", {"tags": ["x"]}).ok
    writer.refresh()
    assert reader.search(SearchRequest()).total == 1
    assert writer.status().ready
    with pytest.raises(IndexUnavailable, match="does not allow"):
        reader.refresh()
    with pytest.raises(IndexUnavailable, match="does not allow"):
        reader.write([doc("b", "word")])
    with pytest.raises(IndexUnavailable, match="does not allow"):
        writer.rebuild()
    rebuild = setup.rebuild()
    assert rebuild.write([doc("a", "word")])[0].ok
    assert rebuild.finish() == 1
    forget_roles(admin, es_prefix)
    for index in (reader, writer, setup):
        index.close()


def forget_roles(admin: ElasticsearchIndex, prefix: str) -> None:
    admin.client.security.invalidate_api_key(name=f"{prefix}veille-*")
    for name in descriptors(prefix):
        admin.client.security.delete_role(name=name)
    admin.close()


def test_what_a_worker_s_key_cannot_do_is_delete(elasticsearch: Server, es_prefix: str) -> None:
    admin = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    admin.setup()
    make_roles(admin)
    keys = {role: key for role in ("writer", "maintain") for name, key in make_keys(admin).items() if role in name}
    writer = with_key(elasticsearch, es_prefix, keys["writer"])
    both = ElasticsearchIndex(
        writer.settings.model_copy(update={"maintain_api_key": SecretStr(keys["maintain"])}), lambda: NOW
    )
    assert both.write([doc("a", "word"), doc("b", "word"), doc("c", "word")])[0].ok
    both.refresh()
    everything = f"{es_prefix}articles*"
    attempts = [
        lambda: writer.client.delete_by_query(index=everything, query={"match_all": {}}),
        lambda: writer.client.delete(index=next(iter(writer.client.indices.get_alias(index=everything))), id="a"),
        lambda: writer.client.indices.delete(index=next(iter(writer.client.indices.get_alias(index=everything)))),
        lambda: both.maintainer.index(
            index=next(iter(writer.client.indices.get_alias(index=everything))), id="d", document={}
        ),
    ]
    for attempt in attempts:
        with pytest.raises(AuthorizationException):
            attempt()
    assert writer.count() == 3
    with pytest.raises(IndexUnavailable, match="does not allow"):
        writer.prune(NOW.replace(year=2030))
    assert both.delete(["a"]) == 1  # an opt-out
    both.refresh()
    assert both.prune(NOW.replace(year=2030)) == 2
    forget_roles(admin, es_prefix)
    writer.close()
    both.close()


def test_the_canary_is_found_with_a_worker_s_key_and_no_reader_sees_it(elasticsearch: Server, es_prefix: str) -> None:
    admin = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    admin.setup()
    make_roles(admin)
    writer = with_key(elasticsearch, es_prefix, make_keys(admin)[f"{es_prefix}veille-writer"])
    assert writer.write([doc("a", "word")])[0].ok
    writer.refresh()
    for token in ("canaryone", "canarytwo"):  # each cycle writes over the one before
        ask = SearchRequest(parse(token), size=2, highlight=False)
        assert writer.probe(doc(token, token), ask) == [token]
        assert writer.search(ask).total == 0
    assert (writer.count(), writer.status().documents, writer.search(SearchRequest()).total) == (1, 1, 1)
    rebuild = admin.rebuild()
    assert rebuild.finish() == 1
    assert (writer.count(), writer.search(SearchRequest()).total) == (1, 1)
    held = admin.client.indices.get_alias(name=f"{es_prefix}articles")  # as an older version made it:
    add = [{"add": {"index": one, "alias": f"{es_prefix}articles"}} for one in held]
    admin.client.indices.update_aliases(actions=add)
    ask = SearchRequest(parse("canary3"), highlight=False)
    with pytest.raises(IndexMissing, match="index setup"):
        writer.probe(doc("canary3", "canary3"), ask)
    admin.setup()
    assert writer.probe(doc("canary3", "canary3"), ask) == ["canary3"]
    forget_roles(admin, es_prefix)
    writer.close()


def test_a_key_is_rotated_and_who_runs_takes_up_the_new_one(elasticsearch: Server, es_prefix: str, tmp_path) -> None:
    admin = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    admin.setup()
    make_roles(admin)
    file = tmp_path / "index-key"
    file.write_text(make_keys(admin)[f"{es_prefix}veille-writer"])
    settings = IndexSettings(kind="elasticsearch", url=elasticsearch.url, api_key_file=file, prefix=es_prefix)
    running = ElasticsearchIndex(settings, lambda: NOW)
    assert running.status().key_ends == (NOW + timedelta(days=90)).date()
    (old,) = rotate(admin, "writer", file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    admin.client.security.invalidate_api_key(ids=[old])  # ten minutes later
    assert running.write([doc("a", "word")])[0].ok
    lasting = ElasticsearchIndex(admin.settings.model_copy(update={"key_days": 0}), lambda: NOW)
    (before,) = rotate(lasting, "writer", file)
    found = {one["id"]: one for one in admin.client.security.get_api_key(name=f"{es_prefix}veille-writer*")["api_keys"]}
    assert found[before]["expiration"] < (time.time() + 3600) * 1000
    assert running.status().key_ends is None
    with pytest.raises(StoreError, match="the old one stands"):
        rotate(admin, "writer", tmp_path / "nowhere" / "key")
    assert running.status().ready
    forget_roles(admin, es_prefix)
    running.close()
    lasting.close()


def test_a_disk_over_its_flood_stage_is_red_though_nothing_waits(elasticsearch: Server, es_prefix: str) -> None:
    index = ElasticsearchIndex(elasticsearch.settings(es_prefix), lambda: NOW)
    index.setup()
    assert index.status().blocked == ""
    block = {"index.blocks.read_only_allow_delete": True}
    index.client.indices.put_settings(index=f"{es_prefix}articles-v*", settings=block)
    assert index.status().blocked == "read_only_allow_delete"
    (finding,) = index_findings(index.status())
    assert (finding.kind, finding.level) == ("writes refused", "error")
    assert "free space" in finding.what_to_do
    index.close()
