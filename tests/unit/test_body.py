"""Answers' bodies: decompressed piece by piece, counted, and checked for their end."""

from __future__ import annotations

import gzip
import random
import tracemalloc
import zlib
from contextlib import suppress

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from abclient.errors import ResponseLostError, ResponseTooLargeError
from abclient.options import Timeouts
from abclient.transports._body import Body, body_for
from abclient.transports._wire import WireRequest

TEXT = b'{"items": [1, 2, 3]}' * 50


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def _packed(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = gzip.compress(data)
    return data


COMPLETE = {
    "plain": ("", TEXT),
    "identity": ("Identity", TEXT),
    "gzip": ("gzip", gzip.compress(TEXT)),
    "x-gzip, upper case": ("X-GZIP", gzip.compress(TEXT)),
    "gzip in two members": ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
    "gzip in members of a byte": ("gzip", b"".join(gzip.compress(bytes([byte])) for byte in TEXT)),
    "gzip with padding": ("gzip", gzip.compress(TEXT) + bytes(20)),
    "gzip members with padding between": ("gzip", gzip.compress(TEXT[:9]) + bytes(3) + gzip.compress(TEXT[9:])),
    "deflate": ("deflate", zlib.compress(TEXT)),
    "deflate without header": ("deflate", _raw_deflate(TEXT)),
    **{f"plain, named {word}": (word, TEXT) for word in ("UTF-8", "none", "aws-chunked", "binary", "7bit", "*", ", ,")},
    "gzip, identity": ("gzip, identity", gzip.compress(TEXT)),
    "identity, gzip": ("identity,gzip", gzip.compress(TEXT)),
    "gzip, utf-8": ("gzip, utf-8", gzip.compress(TEXT)),
    "gzip among empty elements": (" ,, gzip ,", gzip.compress(TEXT)),
    "gzip with a weight": ("gzip;q=1", gzip.compress(TEXT)),
    "gzip, quoted": ('"gzip"', gzip.compress(TEXT)),
    "gzip twice": ("gzip, gzip", gzip.compress(gzip.compress(TEXT))),
    "gzip, then deflate": ("gzip, deflate", zlib.compress(gzip.compress(TEXT))),
    "five layers": ("gzip, gzip, gzip, gzip, gzip", _packed(TEXT, 5)),
}


@pytest.mark.parametrize("step", [1, 2, 7, 10_000])
@pytest.mark.parametrize("case", COMPLETE)
def test_a_body_is_the_same_however_it_is_cut(case: str, step: int) -> None:
    """Every encoding, fed in pieces of any size, gives the bytes that were compressed."""
    encoding, data = COMPLETE[case]
    assert _fed(data, encoding, step) == TEXT


@pytest.mark.parametrize("encoding", ["", "gzip", "deflate"])
def test_an_empty_body_is_empty_in_any_encoding(encoding: str) -> None:
    """An answer to HEAD, or a 204, may claim an encoding and carry nothing."""
    assert _fed(b"", encoding, 1) == b""


BROKEN = {
    "gzip without its end": ("gzip", gzip.compress(TEXT)[:-9]),
    "gzip without its checksum's last byte": ("gzip", gzip.compress(TEXT)[:-1]),
    "gzip with a wrong checksum": ("gzip", gzip.compress(TEXT)[:-5] + b"?" + gzip.compress(TEXT)[-4:]),
    "one byte of gzip": ("gzip", b"\x1f"),
    "gzip whose second member is cut": ("gzip", gzip.compress(TEXT) + gzip.compress(TEXT)[:20]),
    "not gzip": ("gzip", TEXT),
    "gzip and then rubbish": ("gzip", gzip.compress(TEXT) + b"rubbish"),
    "not deflate": ("deflate", b"\xff\xff\xff\xff"),
    "deflate without its end": ("deflate", zlib.compress(TEXT)[:-1]),
    "brotli": ("br", TEXT),
    "brotli within gzip": ("br, gzip", gzip.compress(TEXT)),
    "six layers": (",".join(["gzip"] * 6), _packed(TEXT, 6)),
    "gzip twice, the inner one cut": ("gzip, gzip", gzip.compress(gzip.compress(TEXT)[:-9])),
    "gzip twice, the outer one cut": ("gzip, gzip", gzip.compress(gzip.compress(TEXT))[:-9]),
}


@pytest.mark.parametrize("step", [1, 10_000])
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_body_is_a_lost_answer(case: str, step: int) -> None:
    """No cut or damaged body passes for a whole one."""
    encoding, data = BROKEN[case]
    with pytest.raises(ResponseLostError):
        _fed(data, encoding, step)


@pytest.mark.parametrize(
    ("case", "temporary"),
    [("gzip with a wrong checksum", True), ("gzip without its end", True), ("brotli", False), ("six layers", False)],
)
def test_what_would_be_answered_again_is_not_asked_for_again(case: str, temporary: bool) -> None:
    """A damaged answer may come whole the next time; one in a compression that was not asked for comes so again."""
    encoding, data = BROKEN[case]
    with pytest.raises(ResponseLostError) as caught:
        _fed(data, encoding, 10_000)
    assert caught.value.temporary is temporary


@given(st.binary(max_size=2000), st.integers(1, 300), st.data())
def test_any_bytes_survive_and_any_cut_is_noticed(content: bytes, step: int, data: st.DataObject) -> None:
    """Compressed bytes come back whole, and every proper beginning of them is refused."""
    packed = gzip.compress(content)
    assert _fed(packed, "gzip", step) == content
    cut = data.draw(st.integers(1, len(packed) - 1))
    with pytest.raises(ResponseLostError, match="cut off"):
        _fed(packed[:cut], "gzip", step)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "identity", "gzip;q=1"]))
def test_rubbish_is_never_another_error(rubbish: bytes, encoding: str) -> None:
    """Any bytes in any encoding are a body or a lost answer."""
    with suppress(ResponseLostError):
        _fed(rubbish, encoding, 50)


LIMITS = {
    "plain, exactly": ("", TEXT, len(TEXT), True),
    "plain, one more": ("", TEXT, len(TEXT) - 1, False),
    "gzip, exactly": ("gzip", gzip.compress(TEXT), len(TEXT), True),
    "gzip, one more": ("gzip", gzip.compress(TEXT), len(TEXT) - 1, False),
}


@pytest.mark.parametrize("case", LIMITS)
def test_the_limit_counts_decompressed_bytes(case: str) -> None:
    """As many bytes as allowed are fine, one more is too large."""
    encoding, data, limit, fits = LIMITS[case]
    body = Body(limit, encoding)
    if fits:
        body.feed(data)
        assert body.finish() == TEXT
        return
    with pytest.raises(ResponseTooLargeError, match=f"the {limit} bytes that max_response_bytes allows"):
        body.feed(data)


def test_a_bomb_is_inflated_no_further_than_the_limit() -> None:
    """One network read that stands for 50 MB is stopped after the first pieces."""
    seen: list[int] = []
    body = Body(10, "gzip", lambda piece: seen.append(len(piece)))
    body.feed(gzip.compress(bytes(50_000_000)))
    assert max(seen) <= 256 * 1024
    assert sum(seen) == 50_000_000


BOMBS = {
    "padding within two": _packed(gzip.compress(b"") + bytes(20_000_000), 2),
    "empty members within two": _packed(gzip.compress(b"") * 200_000, 2),
    "members of a byte within two": _packed(gzip.compress(b"x") * 200_000, 2),
}


@pytest.mark.parametrize("case", BOMBS)
def test_layers_of_compression_do_not_multiply_the_work(case: str) -> None:
    """A network read that grows between layers is refused, also where nothing comes out that a limit would count."""
    encoding = ", ".join(["gzip"] * 3)
    for sink in (None, bytearray().extend):
        with pytest.raises(ResponseLostError, match="several times over") as caught:
            Body(10**9, encoding, sink).feed(BOMBS[case])
        assert not caught.value.temporary
    lenient = body_for(_request(limit=10**9), 500, (("content-encoding", encoding),))
    lenient.feed(BOMBS[case])
    assert lenient.finish() == b""


def test_output_that_zlib_holds_back_is_not_forgotten() -> None:
    """A piece that fills the buffer exactly may be followed by output without further input."""
    content = random.Random(7).randbytes(1000) + bytes(256 * 1024 * 3 - 1000)
    for extra in range(3):
        assert _fed(gzip.compress(content + bytes(extra)), "gzip", 10**9) == content + bytes(extra)


def test_a_sink_takes_everything_of_a_success() -> None:
    """The sink gets a 2xx body without limit, and memory keeps nothing."""
    pieces: list[bytes] = []
    body = body_for(_request(limit=1, sink=pieces), 200, (("content-encoding", "gzip"), ("content-length", "99")))
    body.feed(gzip.compress(TEXT))
    assert (body.finish(), b"".join(pieces)) == (b"", TEXT)


@pytest.mark.parametrize("status", [199, 302, 404, 500])
def test_a_sink_takes_nothing_else(status: int) -> None:
    """Other answers go to memory, within the limit."""
    pieces: list[bytes] = []
    body = body_for(_request(limit=len(TEXT), sink=pieces), status, ())
    body.feed(TEXT)
    assert (body.finish(), pieces) == (TEXT, [])


@pytest.mark.parametrize("length", ["11", "0011", "9" * 20, "9" * 5000])
def test_an_announced_length_beyond_the_limit_is_refused_at_once(length: str) -> None:
    """Content-Length is believed when it says that the answer is too large, also with more digits than Python reads."""
    with pytest.raises(ResponseTooLargeError):
        body_for(_request(limit=10), 200, (("content-length", length),))


def test_the_length_that_an_answer_to_head_names_is_no_body() -> None:
    """HEAD says how long the body would be, and sends none."""
    assert body_for(evolve(_request(limit=10), method="HEAD"), 200, (("content-length", "11"),)).finish() == b""


def test_repeated_encoding_headers_count_as_one_list() -> None:
    """Two Content-Encoding headers are two compressions, the last one outside."""
    body = body_for(_request(limit=10_000), 200, (("content-encoding", "deflate"), ("content-encoding", "gzip")))
    body.feed(gzip.compress(zlib.compress(TEXT)))
    assert body.finish() == TEXT


def test_a_header_of_a_thousand_layers_takes_no_memory() -> None:
    """Layers are counted before they are made."""
    tracemalloc.start()
    try:
        with pytest.raises(ResponseLostError, match="more than 5 times over"):
            Body(10, "gzip," * 10_000)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


ERRORS = {
    "plain": ("", TEXT, TEXT),
    "gzip": ("gzip", gzip.compress(TEXT), TEXT),
    "text that is called gzip": ("gzip", b"access denied", b"access denied"),
    "text that is called brotli": ("br", b'{"message": "no"}', b'{"message": "no"}'),
    "brotli": ("br", b"\x0b\x02\x80{}\x03", b""),
    "zstd": ("zstd", b"\x28\xb5\x2f\xfd\x04\x00", b""),
    "gzip that is damaged at once": ("gzip", b"\x1f\x8b\x00\x00", b""),
    "gzip that is cut off": ("gzip", gzip.compress(b"A" * 9)[:-8], b"A" * 9),
    "a gzip header without an end": ("gzip", b"\x1f\x8b\x08\x08" + bytes(6) + b"name" * 5000, b""),
    "gzip that is damaged later": (
        "gzip",
        gzip.compress(b"A" * 9) + b"\x1f\x8b\x00\x00" + bytes(20),
        b"A" * 9,
    ),
    "too large": ("", b"A" * 5001, b"A" * 5000),
    "too large after decompression": ("gzip", gzip.compress(b"A" * 90_000), b"A" * 5000),
}


@pytest.mark.parametrize("step", [1, 10_000])
@pytest.mark.parametrize("case", ERRORS)
def test_the_body_of_an_error_is_what_can_be_read_of_it(case: str, step: int) -> None:
    """Whatever becomes of the body of an error, the error counts; no byte beyond the limit is kept."""
    encoding, data, expected = ERRORS[case]
    headers = (("content-encoding", encoding), ("content-length", str(len(data))))
    body = body_for(_request(limit=5000), 403, headers)
    for start in range(0, len(data), step):
        if not body.feed(data[start : start + step]):
            break
    assert body.finish() == expected


def test_small_pieces_take_no_more_memory_than_large_ones() -> None:
    """The limit bounds what a body takes, and not only what it counts."""
    body = Body(200_000)
    tracemalloc.start()
    try:
        for _ in range(100_000):
            body.feed(bytes(2))
        assert tracemalloc.get_traced_memory()[0] < 500_000
    finally:
        tracemalloc.stop()
    assert body.finish() == bytes(200_000)


def _fed(data: bytes, encoding: str, step: int) -> bytes:
    body = Body(10_000_000, encoding)
    for start in range(0, len(data), step):
        body.feed(data[start : start + step])
    return body.finish()


def _request(limit: int, sink: list[bytes] | None = None) -> WireRequest:
    return WireRequest(
        method="GET",
        url="https://api.example",
        headers=(),
        timeouts=Timeouts(),
        max_response_bytes=limit,
        sink=sink.append if sink is not None else None,
    )
