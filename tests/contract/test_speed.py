"""That nothing has become much slower: ratios to other libraries in the same run, with room for a busy machine.

What `make bench` measures is in docs/performance.md; the limits here are about 1.6 times that, on any Python. Nothing
is compared with a clock: CPU time counts, and rounds alternate, so that a slow moment hits all who are compared.
"""

from __future__ import annotations

import calls
import competing
import decoding
import documents_launchdarkly
import imports
import pytest
from contestants import BY_HAND, DEFAULT, FAST, Target
from serving import serving

pytestmark = pytest.mark.slow


def check(what: str, found: float, limit: float) -> None:
    """Fail if it is above the limit, and say by how much."""
    assert found <= limit, f"{what}: {found:.2f} where {limit:.2f} are allowed, {found / limit - 1:.0%} too much"


DECODING = {
    "LaunchDarkly's list": (3.5, 4.4),
    "LaunchDarkly's result": (2.1, 3.5),
    "Optimizely's list": (3.8, 4.6),
    "Optimizely's result": (2.4, 3.6),
}
"""How many times as long as ``json.loads`` typed models may take, and with orjson how many times as long as orjson."""


def test_decoding_keeps_its_distance_to_the_parser() -> None:
    """Typed models from bytes cost a small multiple of reading the JSON, with and without orjson."""
    found = decoding.measure(5)
    pairs = ((decoding.TYPED, decoding.PLAIN), (decoding.TYPED_FAST, decoding.PLAIN_FAST))
    for document, limits in DECODING.items():
        figures = found[document]
        for (typed, plain), limit in zip(pairs, limits, strict=True):
            check(f"decoding {document} with {typed}, in times of {plain}", figures[typed].over(figures[plain]), limit)


def test_requests_keep_their_distance_to_aiohttp_by_hand() -> None:
    """A typed bulk fetch costs a small multiple of untyped aiohttp code, through both transports of our own."""
    with serving({"result": documents_launchdarkly.results(9)}) as served:
        found = competing.compete([BY_HAND, FAST, DEFAULT], Target(f"{served.plain}/result"), 32, 6)
    costs = {name: entry[0] for name, entry in found.items() if not isinstance(entry, str)}
    check("abclient[aiohttp,fast], in times of aiohttp by hand", costs[FAST].over(costs[BY_HAND]), 2.4)
    check("abclient by default, in times of aiohttp by hand", costs[DEFAULT].over(costs[BY_HAND]), 5.5)


def test_imports_keep_their_distance_to_httpx() -> None:
    """Importing is cheap, the first call costs little more than httpx alone, and further vendors' much less."""
    found = imports.measure(3, official=False)
    base = found.seconds[imports.HTTPX]
    check(f"{imports.ALONE}, in times of {imports.HTTPX}", found.seconds[imports.ALONE].over(base), 0.2)
    check(f"{imports.FIRST}, in times of {imports.HTTPX}", found.seconds[imports.FIRST].over(base), 1.6)
    memory = found.megabytes[imports.FIRST] / found.megabytes[imports.HTTPX]
    check(f"memory after {imports.FIRST}, in times of {imports.HTTPX}", memory, 1.3)
    for name, figure in found.further.items():
        check(f"the first call of {name}, in times of {imports.HTTPX}", figure.over(base), 0.4)


def test_a_call_costs_little_above_transport_and_decoding() -> None:
    """Facade, session, pace and hooks together cost a fraction of what reading the answer's JSON costs."""
    found = calls.measure(rounds=5)
    reading = found.pop(calls.READING)
    for name, figure in found.items():
        check(f"one call ({name}), in times of {calls.READING}", figure.over(reading), 0.4)


def test_a_miss_is_told_in_figures() -> None:
    """Who breaks a limit learns which one, and by how much."""
    with pytest.raises(AssertionError, match=r"decoding: 3\.00 where 2\.00 are allowed, 50% too much"):
        check("decoding", 3.0, 2.0)
