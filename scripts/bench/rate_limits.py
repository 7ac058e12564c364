"""What bulk work with ``concurrency="auto"`` reaches against each style of limit, in virtual time.

``python scripts/bench/rate_limits.py``, about two minutes, prints the table of ``docs/rate-limits.md``. Servers,
latency and competitor are those of the tests (``tests/support/simulation.py``), with other seeds than theirs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import fmean

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from support.simulation import Report, simulate

STYLES = {
    "a1": "100 in 10 s, announced",
    "a2": "2,000 in 10 s, announced",
    "b1": "600 in 60 s, Retry-After",
    "b2": "600 in 60 s, announced",
    "b3": "600 in 60 s, silent",
    "c0": "600 in 60 s, silent, documented wait of 60 s",
    "c1": "10 a second, burst 30, then locked out for 60 s",
    "d1": "20 a second, burst 100, Retry-After",
    "d2": "20 a second, burst 100, silent",
    "e1": "no limit, fastest with 64 at once",
    "e2": "no limit, fastest with 16 at once",
    "n0": "no limit, 100 ms away",
}
SEEDS = {200: range(101, 121), 2_000: range(101, 107), 20_000: range(101, 102)}


def cell(reports: list[Report]) -> str:
    """Ratio to the ideal, per cent of our requests refused, per cent of the others' requests refused."""
    ratio = fmean(report.ratio for report in reports)
    refused = 100 * fmean(report.refused for report in reports)
    harm = 100 * fmean(report.harm for report in reports)
    lost = sum(report.lost for report in reports)
    return f"{ratio:.2f} / {refused:.1f} / {harm:.0f}" + (f" ({lost} lost)" if lost else "")


def main() -> None:
    """Print the table."""
    print("| | limit | " + " | ".join(f"{items:,} items" for items in SEEDS) + " |")
    print("|---|---|" + "---|" * len(SEEDS))
    for style, meaning in STYLES.items():
        cells = [cell([simulate(style, items, seed) for seed in seeds]) for items, seeds in SEEDS.items()]
        print(f"| {style} | {meaning} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
