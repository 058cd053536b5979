import contextlib
import gzip
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.http.content_encoding import BeyondLimit, BodyReader, CutShort, EncodingUnknown


def read(data, encoding="", limit=10_000, step=7):
    reader = BodyReader(encoding, limit)
    for i in range(0, len(data), step):
        reader.feed(data[i : i + step])
    return reader.body()


def feed_all(reader, data):
    for i in range(0, len(data), 1000):
        reader.feed(data[i : i + 1000])
    reader.body()


def raw_deflate(data):
    z = zlib.compressobj(wbits=-15)
    return z.compress(data) + z.flush()


PACK = {
    "": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "DEFLATE": raw_deflate,
    "identity": bytes,
}


@given(st.binary(max_size=3000), st.sampled_from(sorted(PACK)), st.integers(1, 4000))
def test_what_was_packed_comes_out_in_whatever_pieces(data, encoding, step):
    if encoding in ("", "identity") and data.startswith(b"\x1f\x8b\x08"):
        return
    assert read(PACK[encoding](data), encoding, step=step) == data


@given(st.binary(min_size=1, max_size=3000), st.sampled_from(["gzip", "deflate"]), st.data())
def test_a_stream_cut_anywhere_is_noticed(data, encoding, draw):
    packed = PACK[encoding](data)
    cut = draw.draw(st.integers(1, len(packed) - 1))
    with pytest.raises((CutShort, EncodingUnknown)):
        read(packed[:cut], encoding)


@given(st.binary(max_size=500), st.sampled_from(["gzip", "deflate", "gzip, deflate", ""]))
def test_random_bytes_end_in_a_body_or_in_a_named_error(data, encoding):
    with contextlib.suppress(CutShort, EncodingUnknown, BeyondLimit):
        read(data, encoding)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "gzip, gzip", ""])
def test_a_bomb_stops_at_the_limit(encoding):
    bomb = zlib.compress(b"0" * 30_000_000, 9) if encoding == "deflate" else gzip.compress(b"0" * 30_000_000)
    if encoding == "gzip, gzip":
        bomb = gzip.compress(bomb)
    reader = BodyReader(encoding, 100_000)
    with pytest.raises(BeyondLimit) as e:
        feed_all(reader, bomb)
    assert e.value.compressed
    assert len(reader.so_far()) <= 100_000


def test_the_limit_is_exact():
    assert len(read(b"x" * 100, limit=100)) == 100
    assert len(read(gzip.compress(b"x" * 100), "gzip", limit=100)) == 100
    for encoding, data in (("", b"x" * 101), ("gzip", gzip.compress(b"x" * 101))):
        reader = BodyReader(encoding, 100)
        with pytest.raises(BeyondLimit):
            reader.feed(data)
        assert reader.so_far() == b"x" * 100, "what fits is kept, for those who take a part"


def test_incompressible_data_within_a_small_limit_counts_as_sent():
    noise = random.Random(0).randbytes(5000)
    with pytest.raises(BeyondLimit) as e:
        read(gzip.compress(noise), "gzip", limit=1000)
    assert not e.value.compressed


def test_too_many_layers_and_unknown_ones_are_refused():
    for encoding in ("compress", "dcb", "gzip, compress", "gzip, gzip, gzip"):
        with pytest.raises(EncodingUnknown):
            BodyReader(encoding, 10)


def test_an_empty_body_needs_no_stream():
    assert read(b"", "gzip") == b""
