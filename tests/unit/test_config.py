"""YAML files: the fast way reads what the thorough one reads, with the same lines, or leaves it to that."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from ingest import config
from ingest.config import line_of, load_yaml
from ingest.errors import ConfigError

SCALARS = st.one_of(
    st.integers(-10, 10**6), st.booleans(), st.none(), st.floats(allow_nan=False, allow_infinity=False), st.dates(),
    st.text(max_size=12),
    st.sampled_from(["NO", "on", "yes", "07:30", "0o17", "010", "0x1f", "1_000", "1e3", ".5", "<<", "=", "~", "Corée !",
                     "+corée -football", '"x y"~10', "@timestamp", "2026-01-01", "true", "a: b", "a #b", "!x", "null"]),
)  # fmt: skip
VALUES = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4))
)  # fmt: skip


def lined(node: object) -> object:
    """A node with the lines of everything in it."""
    if isinstance(node, CommentedMap):
        return line_of(node), [(key, line_of(node, key), lined(node[key])) for key in node]
    if isinstance(node, CommentedSeq):
        return line_of(node), [(line_of(node, n), lined(item)) for n, item in enumerate(node)]
    return type(node).__name__ if node is None or isinstance(node, bool) else node


def same(text: str) -> None:
    try:
        quick = config._plain_document(text)
    except config._NotPlain:
        return
    assert lined(quick) == lined(config._any_document(text))


@given(VALUES, st.sampled_from([True, False, None]))
def test_what_is_dumped_is_read_alike(value: object, flow: bool | None):
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = flow
    out = io.StringIO()
    yaml.dump(value, out)
    same(out.getvalue())


@settings(derandomize=True)
@given(st.text(alphabet="ab:-? \n\t#'\"|>[]{},!&*%1.~\\", max_size=60))
def test_any_text_is_read_alike_or_left_to_the_thorough_reader(text: str):
    same(text)


@pytest.mark.parametrize(
    "text", [
        "a: NO\nb: on\nc: 07:30\nd: 010\ne: yes\nf: 12\nh: 15\n",
        "rules:\n  # first\n  - id: a\n    query: >\n      one OR\n      two\n\n  - {id: b, every: daily at 07:30}\n",
        "a: &x [1]\nb: *x\n", "a: {<<: {b: 1}}\n", "%YAML 1.1\n---\na: no\n", "a: 2026-01-01\n", "", "# only\n", "a: |\n  x\n  y\n",
    ],
)  # fmt: skip
def test_kinds_of_documents_are_read_alike(tmp_path: Path, text: str):
    same(text)
    (tmp_path / "a.yaml").write_text(text)
    assert lined(load_yaml(tmp_path / "a.yaml")) == lined(config._any_document(text))


def test_a_tag_is_left_to_the_thorough_reader():
    with pytest.raises(config._NotPlain):
        config._plain_document("a: !!str 1\n")


def test_rules_as_people_write_them_take_the_fast_way():
    text = "rules:\n  - id: a\n    query: topics:x AND \"b c\"\n    every: daily at 07:30\n    must_match: ['Corée !', NO]\n"
    assert config._plain_document(text)["rules"][0]["must_match"] == ["Corée !", "NO"]


def test_a_key_that_stands_twice_is_still_refused_with_its_line(tmp_path: Path):
    (tmp_path / "a.yaml").write_text("a: 1\nb: 2\na: 3\n")
    with pytest.raises(ConfigError) as failed:
        load_yaml(tmp_path / "a.yaml")
    assert failed.value.problems[0].line == 3
