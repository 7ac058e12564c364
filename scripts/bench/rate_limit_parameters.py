"""What each constant of the rate limiter was compared with: a smaller and a larger one, in virtual time.

``python scripts/bench/rate_limit_parameters.py`` prints a row for each constant and scenario, in half an hour; with
names of constants, only theirs. ``docs/rate-limits.md`` shows those that differ most. Servers and latency are those of
the tests (``tests/support/simulation.py``), with other seeds than theirs.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import fmean

from attrs import frozen

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from support.simulation import Report, crowd, share, simulate, simulate_in_phase, single_calls
from support.styles import STYLES, Bucket, Style, Window

SEEDS = range(401, 407)


def against(name: str, items: int = 2_000, **options: object) -> Callable[[], str]:
    """Means over all seeds: ratio to the ideal time, per cent of our requests refused, and of the competitor's."""

    def measure() -> str:
        reports = [simulate(name, items, seed, **options) for seed in SEEDS]
        return cell(reports)

    return measure


def cell(reports: list[Report]) -> str:
    """The three figures of these reports."""
    ratio = fmean(report.ratio for report in reports)
    refused = 100 * fmean(report.refused for report in reports)
    harm = 100 * fmean(report.harm for report in reports)
    return f"{ratio:.2f} / {refused:.1f} / {harm:.0f}" + " lost" * any(report.lost for report in reports)


def sharing(name: str, later: float = 0.0) -> Callable[[], str]:
    """Two clients at one limit: ratio to the ideal time, per cent refused, and per cent done by the slower one."""

    def measure() -> str:
        found = [share(name, 1_000, seed, later) for seed in SEEDS]
        ratio, refused = fmean(one.ratio for one in found), 100 * fmean(one.refused for one in found)
        return f"{ratio:.2f} / {refused:.1f} / {100 * fmean(one.smaller for one in found):.0f}"

    return measure


def in_phase(count: int, seconds: float, latency: tuple[float, float]) -> Callable[[], str]:
    """Another client, in phase with windows of that many requests: the worst ratio of several intervals."""
    style = Style(lambda: Window(count, seconds, tells=True, route_share=1.0), latency=latency)
    gaps = [gap for gap in (0.2, 0.3, 0.45, 0.5, 0.7, 1.0) if count * gap > seconds]
    return lambda: f"{max(simulate_in_phase(style, 160, gap).ratio for gap in gaps):.2f}"


def beside_single_calls() -> str:
    """Eight at once under a silent limit of 20 a second: seconds of single calls, mean and 95 of 100; of bulk work."""
    took, whole = single_calls(Style(lambda: Bucket(20, 40, asks=True), latency=(0.1, 0.2)), 8, items=1_000)
    return f"{fmean(took):.2f} / {took[int(0.95 * len(took))]:.2f} / {whole:.0f}"


def crowded() -> str:
    """A hundred callers make up to 50 single calls a second where 20 are allowed: ratio, per cent throttled, failed."""
    report = crowd(STYLES["d1"], 100, 4.0, 2_000)
    return f"{report.ratio:.2f} / {100 * report.refused:.1f} / {100 * report.lost / 2_000:.1f}"


NEAR, FAR = (0.002, 0.02), (0.05, 0.3)

SCENARIOS: dict[str, Callable[[], str]] = {
    **{name: against(name) for name in ("a1", "a2", "b1", "b2", "b3", "c0", "c1", "d1", "d2", "e1", "e2", "n0")},
    **{f"{name}, 200 items": against(name, 200) for name in ("a1", "b2", "c1", "d2", "e1", "e2", "n0")},
    **{f"{name}, alone": against(name, competitor=False) for name in ("a2", "c0", "d2", "s1", "s3")},
    "a1, clocks apart": against("a1", 500, ahead=120.0),
    "d2, outage": against("d2", 1_000, outage=(20.0, 80.0)),
    "b3, outage": against("b3", 1_000, outage=(20.0, 80.0)),
    "e1, 20,000 items": against("e1", 20_000),
    "e1, slower for good": against("e1", 10_000, turn=(30.0, 3.0)),
    "d2, limit doubled": against("d2", 1_500, turn=(60.0, 2.0)),
    "d2, limit halved": against("d2", 1_500, turn=(60.0, 0.5)),
    **{f"{name}, two clients": sharing(name) for name in ("a1", "b2", "b3", "d2")},
    **{f"{name}, later client": sharing(name, 20.0) for name in ("b3", "c0", "d2")},
    "f0, 120 items, alone": against("f0", 120, competitor=False),
    "single calls": crowded,
    "bulk and single calls": beside_single_calls,
    "20 in 0.5 s, near": in_phase(20, 0.5, NEAR),
    "5 in 1 s, near": in_phase(5, 1.0, NEAR),
    "5 in 1 s, far": in_phase(5, 1.0, FAR),
    "20 in 1 s, far": in_phase(20, 1.0, FAR),
}


@frozen
class Parameter:
    """A constant, by module and name; a smaller value, and a larger one; and where it matters."""

    name: str
    smaller: float
    larger: float
    scenarios: tuple[str, ...]


PARAMETERS = (
    Parameter("limiter._BURST_SECONDS", 0.02, 0.2, ("d2", "c1", "n0")),
    Parameter("limiter._UNPACED_CONCURRENCY", 8, 32, ("a2, alone", "b2, two clients")),
    Parameter("queues._MAX_QUEUED_CALLS", 1, 64, ("n0",)),
    Parameter("limiter._RTT_EWMA_WEIGHT", 0.0, 0.99, ("20 in 1 s, far", "e1", "n0")),
    Parameter("limiter._RATE_OVER_CONCURRENCY", 1.0, 10.0, ("n0", "e1", "d2, alone")),
    Parameter("limiter._MIN_RECHECK_SECONDS", 0.02, 2.0, ("5 in 1 s, near", "5 in 1 s, far", "20 in 1 s, far")),
    Parameter("limiter._RECHECK_FRACTION", 0.01, 1.0, ("5 in 1 s, far", "a1", "b2")),
    Parameter("cooldown._RESTART_SPREAD_SECONDS", 0.2, 4.0, ("single calls",)),
    Parameter("calls._SINGLE_CALLS_SECONDS", 0.3, 300.0, ("bulk and single calls",)),
    Parameter("rate._NON_PROBING_FACTOR", 0.7, 0.95, ("bulk and single calls",)),
    Parameter("concurrency._INITIAL_IN_FLIGHT", 4, 16, ("n0, 200 items", "n0", "e2, 200 items", "d2, 200 items")),
    Parameter("concurrency._MIN_IN_FLIGHT", 1, 4, ("e2", "e1, slower for good")),
    Parameter("concurrency._MIN_SAMPLES", 4, 16, ("n0, 200 items", "n0", "e1")),
    Parameter("concurrency._WINDOW_SAMPLES", 12, 48, ("e1", "e2", "n0")),
    Parameter("concurrency._BASE_SAMPLES", 16, 64, ("e1", "e2", "n0")),
    Parameter("concurrency._CONCLUSIVE_VARIATION", 0.05, 0.4, ("n0", "e1", "e2")),
    Parameter("concurrency._NO_QUEUE_BELOW_RATIO", 1.1, 1.6, ("n0", "e1", "e2")),
    Parameter("concurrency._GROW_BELOW_RATIO", 1.6, 2.2, ("e1", "e2")),
    Parameter("concurrency._CUT_ABOVE_RATIO", 2.1, 3.0, ("e1", "e2")),
    Parameter("concurrency._GROWTH_FACTOR", 1.5, 3.0, ("n0", "e1", "e2")),
    Parameter("concurrency._SLOW_GROWTH_FACTOR", 1.05, 1.4, ("e1", "e2")),
    Parameter("concurrency._CUT_FACTOR", 0.7, 0.95, ("e1", "e2")),
    Parameter("concurrency._WINDOW_FACTOR_AFTER_CUT", 1, 6, ("e1", "e2")),
    Parameter("concurrency._BASE_MAX_AGE_SECONDS", 30.0, 480.0, ("e1, slower for good", "e1, 20,000 items")),
    Parameter("concurrency._BASE_LOAD_FACTOR", 0.1, 0.8, ("e1, slower for good", "e1, 20,000 items")),
    Parameter("quota._OTHERS_DECAY_SECONDS", 1.0, 10.0, ("a1", "b2", "a1, two clients")),
    Parameter("quota._OTHERS_WEIGHT", 0.7, 1.0, ("a1", "b2", "a1, two clients", "b2, two clients")),
    Parameter("quota._MIN_OF_EVEN_RATE", 0.1, 0.5, ("a1", "b2", "a1, two clients")),
    Parameter("quota._AMPLE_MARGIN", 1.0, 2.5, ("a1, 200 items", "b2, 200 items", "b2")),
    Parameter("quota._STALE_AFTER_SECONDS", 1.0, 20.0, ("a1", "a2")),
    Parameter("quota._CLOCK_SLACK_SECONDS", 0.01, 0.3, ("a1, clocks apart", "a1", "20 in 0.5 s, near")),
    Parameter("quota._MAX_RESERVE_SECONDS", 0.3, 3.0, ("a1", "a2", "b2")),
    Parameter("quota._RESERVE_WINDOW_FRACTION", 0.03, 0.3, ("a1", "20 in 1 s, far", "5 in 1 s, far")),
    Parameter("quota._NEW_WINDOW_FRACTION", 0.2, 0.95, ("a1", "20 in 1 s, far", "20 in 0.5 s, near")),
    Parameter("quota._SHORTEST_WINDOW_SECONDS", 0.1, 2.0, ("20 in 1 s, far", "20 in 0.5 s, near")),
    Parameter("quota._MAX_RESET_JITTER_SECONDS", 0.02, 1.0, ("a1", "a1, two clients")),
    Parameter("cooldown._LAST_DURATION_DIVISOR", 1.0, 1_000.0, ("b3", "d2")),
    Parameter("rate.INITIAL_RATE_PER_SECOND", 20.0, 100.0, ("n0", "d2", "s3, alone")),
    Parameter("rate.DOUBLING_SECONDS", 0.03, 0.25, ("n0", "s3, alone", "b3")),
    Parameter("rate.CAREFUL_RATE_PER_SECOND", 2.0, 10.0, ("c1, 200 items", "c1", "c0")),
    Parameter("rate.CAREFUL_DOUBLING_SECONDS", 5.0, 20.0, ("c1, 200 items", "c1", "c0")),
    Parameter("rate._CAREFUL_WAIT_SECONDS", 1.0, 100.0, ("c1", "c0")),
    Parameter("rate._MIN_RATE_PER_SECOND", 0.02, 1.0, ("f0, 120 items, alone",)),
    Parameter("rate._FIRST_CUT_FACTOR", 0.3, 0.6, ("b3", "d2", "s3, alone")),
    Parameter("rate._CUT_FACTOR", 0.7, 0.9, ("b3", "c1", "d2")),
    Parameter("rate._OVERLOAD_CUT_FACTOR", 0.25, 0.8, ("d2, outage", "b3, outage")),
    Parameter("rate._HOLD_PER_BLOCKED_SECOND", 3.0, 14.0, ("b3", "c1", "d2, limit doubled")),
    Parameter("rate._MIN_HOLD_SECONDS", 5.0, 25.0, ("d2", "d1", "d2, limit doubled")),
    Parameter("rate._MAX_HOLD_SECONDS", 200.0, 1_800.0, ("c0", "c1")),
    Parameter("rate._MIN_HOLD_REQUESTS", 3.0, 60.0, ("f0, 120 items, alone",)),
    Parameter("rate._CONFIDENT_SUCCESSES", 50, 800, ("c0, later client", "b3, later client", "c1")),
    Parameter("rate._OVERLOAD_HOLD_SECONDS", 1.0, 20.0, ("d2, outage", "b3, outage")),
    Parameter("rate._MIN_SUCCESSES", 0, 20, ("b3, later client", "c0, later client")),
    Parameter("rate._BUCKETS", 4, 40, ("d2", "b3")),
    Parameter("rate._SLOW_START_BUCKETS", 2, 12, ("s3, alone", "d2", "b3")),
    Parameter("rate._BUCKET_SECONDS", 0.1, 0.5, ("d2", "s3, alone")),
    Parameter("rate._MIN_RATE_SAMPLES", 3, 40, ("d2", "f0, 120 items, alone")),
    Parameter("rate._DOUBLING_PER_BLOCKED_SECOND", 0.0, 2.0, ("b3, later client",)),
    Parameter("rate._MAX_STEP_SECONDS", 0.2, 5.0, ("c1", "d2")),
)


def tried(parameter: Parameter, value: float, scenario: str) -> str:
    """What a scenario gives with this value of the constant."""
    module_name, name = parameter.name.split(".")
    module = importlib.import_module(f"abclient._ratelimit.{module_name}")
    chosen = getattr(module, name)
    setattr(module, name, value)
    try:
        return SCENARIOS[scenario]()
    finally:
        setattr(module, name, chosen)


def main(wanted: list[str]) -> None:
    """Print a row for each constant and scenario."""
    known = dict[str, str]()
    print("| constant | scenario | smaller | chosen | larger |\n|---|---|---|---|---|")
    for parameter in PARAMETERS:
        if wanted and parameter.name.split(".")[1] not in wanted:
            continue
        module_name, name = parameter.name.split(".")
        chosen = getattr(importlib.import_module(f"abclient._ratelimit.{module_name}"), name)
        for scenario in parameter.scenarios:
            known[scenario] = known.get(scenario) or SCENARIOS[scenario]()
            less, more = (tried(parameter, value, scenario) for value in (parameter.smaller, parameter.larger))
            cells = f"{parameter.smaller:g}: {less} | {chosen:g}: {known[scenario]} | {parameter.larger:g}: {more}"
            print(f"| `{name}` | {scenario} | {cells} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
