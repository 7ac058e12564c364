"""That nothing has become much slower: ratios to other libraries in the same run, or no verdict on a noisy machine.

What `make bench` measures is in docs/performance.md; the limits here are about 1.6 times that, on any Python. Nothing
is compared with a clock: CPU time counts, and rounds alternate, so that a slow moment hits all who are compared.
`make guard` runs these alone.
"""

from __future__ import annotations

import calls
import competing
import decoding
import documents_launchdarkly
import imports
import pytest
import verdicts
from contestants import BY_HAND, DEFAULT, WITH_H11, Target
from serving import serving

from support.quiet import Finding, Measured, judge

pytestmark = pytest.mark.guard

DECODING = {
    "LaunchDarkly's list": (3.5, 4.4),
    "LaunchDarkly's result": (2.1, 3.5),
    "Optimizely's list": (3.8, 4.6),
    "Optimizely's result": (2.4, 3.6),
}
"""How many times as long as ``json.loads`` typed models may take, and with orjson how many times as long as orjson."""

CALLS = {
    "no rate limit announced, no hook": 0.17,
    "rate limits announced": 0.3,
    "rate limits announced, and a hook": 0.4,
}
"""How many times as long as a fixed loop of the interpreter a call may take, besides transport and decoding.

Measured were 0.10 to 0.11, 0.18 to 0.19 and 0.24 to 0.26, with five busy processes beside it. What calls were compared
with before, ``json.loads``, is C: the same code took 0.28 to 0.33 times as long on one processor and 0.45 on another.
"""


def test_decoding_keeps_its_distance_to_the_parser() -> None:
    """Typed models from bytes cost a small multiple of reading the JSON, with and without orjson."""
    pairs = ((decoding.TYPED, decoding.PLAIN), (decoding.TYPED_FAST, decoding.PLAIN_FAST))

    def measure() -> Measured:
        found = decoding.measure(5)
        findings = [
            Finding(
                f"decoding {name} with {typed}, in times of {plain}", found[name][typed].over(found[name][plain]), limit
            )
            for name, limits in DECODING.items()
            for (typed, plain), limit in zip(pairs, limits, strict=True)
        ]
        return Measured(findings, [found[name][plain].rounds for name in DECODING for _, plain in pairs])

    judge(measure)


def test_a_hundred_thousand_verdicts_and_corrections_take_two_seconds() -> None:
    """Each costs less than 20 microseconds, on a processor that takes 150 for the fixed loop."""

    def measure() -> Measured:
        found = verdicts.measure(rounds=5)
        fixed = found.pop(verdicts.INTERPRETING)
        told = f"in times of {verdicts.INTERPRETING}"
        return Measured(
            [Finding(f"{name}, {told}", figure.over(fixed), 0.13) for name, figure in found.items()], [fixed.rounds]
        )

    judge(measure)


def test_requests_keep_their_distance_to_aiohttp_by_hand() -> None:
    """A typed bulk fetch costs a small multiple of untyped aiohttp code, with both parsers."""

    def measure() -> Measured:
        with serving({"result": documents_launchdarkly.results(9)}) as served:
            found = competing.compete([BY_HAND, DEFAULT, WITH_H11], Target(f"{served.plain}/result"), 32, 6)
        costs = {name: entry[0] for name, entry in found.items() if not isinstance(entry, str)}
        findings = [
            Finding("abclient by default, in times of aiohttp by hand", costs[DEFAULT].over(costs[BY_HAND]), 2.0),
            Finding("with h11, in times of aiohttp by hand", costs[WITH_H11].over(costs[BY_HAND]), 5.5),
        ]
        return Measured(findings, [costs[BY_HAND].rounds])

    judge(measure)


def test_imports_keep_their_distance_to_httpx() -> None:
    """Importing is cheap, the first call costs little more than httpx alone, and further vendors' much less.

    The analysis may take 0.6 seconds of a processor on which httpx takes 0.13, with SciPy, whose import varies most.
    """

    def measure() -> Measured:
        found = imports.measure(3, official=False)
        base = found.seconds[imports.HTTPX]
        memory = found.megabytes[imports.FIRST] / found.megabytes[imports.HTTPX]
        told = f"in times of {imports.HTTPX}"
        findings = [
            Finding(f"{imports.ALONE}, {told}", found.seconds[imports.ALONE].over(base), 0.2),
            Finding(f"{imports.FIRST}, {told}", found.seconds[imports.FIRST].over(base), 1.6),
            Finding(f"{imports.ANALYSIS}, {told}", found.seconds[imports.ANALYSIS].over(base), 4.6),
            Finding(f"memory after {imports.FIRST}, {told}", memory, 1.3),
            *(
                Finding(f"the first call of {name}, {told}", figure.over(base), 0.4)
                for name, figure in found.further.items()
            ),
        ]
        return Measured(findings, [base.rounds])

    judge(measure)


def test_a_call_costs_little_above_transport_and_decoding() -> None:
    """Facade, session, rate limiter and hooks together cost a fraction of a plain loop that is always the same."""

    def measure() -> Measured:
        found = calls.measure(rounds=5)
        reading, fixed = found.pop(calls.READING), found.pop(calls.INTERPRETING)
        findings = [
            Finding(f"one call ({name}), in times of {calls.INTERPRETING}", figure.over(fixed), CALLS[name])
            for name, figure in found.items()
        ]
        return Measured(findings, [reading.rounds, fixed.rounds])

    judge(measure)
