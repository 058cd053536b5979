"""The roles that ``index setup --roles`` makes allow what each needs, and no more."""

import pytest
from pydantic import SecretStr

from ingest.errors import IndexUnavailable
from ingest.index.elasticsearch.index import ElasticsearchIndex
from ingest.index.elasticsearch.roles import make_keys, make_roles
from ingest.index.protocol import SearchRequest
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
    assert writer.prune(NOW.replace(year=2030)) == 1
    with admin.client as client:
        client.security.invalidate_api_key(name=f"{es_prefix}veille-*")
        for name in keys:
            client.security.delete_role(name=name)
    for index in (reader, writer, setup):
        index.close()
