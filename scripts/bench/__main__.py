"""All benchmarks in one run, side by side: prints ratios, writes ``out/bench.json`` and ``docs/performance.md``.

Takes about ten minutes. The fewer other programs run meanwhile, the smaller the spread.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import calls
import competing
import contestants
import decoding
import documents_launchdarkly
import documents_optimizely
import flat
import growth
import imports
import plots
import report
import tools
from build_speedups import install
from measuring import Figure
from serving import Served, serving

WORKERS = (1, 32, 200)
ROUNDS = 11
ROOT = Path(__file__).parents[2]


def requests(title: str, names: Sequence[str], target: contestants.Target) -> dict[int, report.Requests]:
    """Contestants at every number of workers; printed as ratios to bare httpx and to aiohttp by hand."""
    found: dict[int, report.Requests] = {}
    for workers in WORKERS:
        found[workers] = competing.compete(names, target, workers, ROUNDS)
        print(f"CPU per request of {title}, {workers} workers")
        print(f"  {'':40} {'us CPU':>8} {'spread':>7} {'us clock':>9} {'to httpx':>9} {'to aiohttp':>11}")
        for name, entry in found[workers].items():
            if isinstance(entry, str):
                print(f"  {name:40} {entry}")
                continue
            cpu, clock = entry
            ratios = (report.ratio(found[workers], name, base) for base in (contestants.BARE, contestants.BY_HAND))
            to_httpx, to_aiohttp = ratios
            numbers = f"{cpu.median:8,.0f} {cpu.spread:7.0%} {clock.median:9,.0f} {to_httpx:9.2f} {to_aiohttp:11.2f}"
            print(f"  {name:40} {numbers}")
        print()
    return found


def targets(
    served: Served, answers: Mapping[str, bytes], stock: str, speedups: str
) -> Iterator[tuple[str, contestants.Target, list[str]]]:
    """What is asked, and who asks: each vendor's document as it is, and one as a vendor sends it."""
    for vendor, names in contestants.OF_VENDOR.items():
        title = f"{contestants.TITLES[vendor]}, {len(answers[vendor]) / 1000:,.0f} kB"
        base = f"{served.plain}/{vendor}"
        yield title, contestants.Target(base, served.authority, stock, vendor, speedups=speedups), names
    if served.secure is not None:
        base = f"{served.secure}/real/launchdarkly"
        real = contestants.Target(base, served.authority, stock, speedups=speedups)
        yield "The former over TLS, gzip, in chunks, 20 headers", real, contestants.OVER_TLS


def _speedups(directory: Path) -> str:
    """The directory with the reader in C; empty where there is no compiler."""
    try:
        return str(install(directory))
    except RuntimeError as error:
        print(error)
        return ""


def _plain(value: Any) -> Any:
    """The figures among the results as JSON objects."""
    if isinstance(value, Figure | imports.Imports | tools.Tools):
        return attrs.asdict(value)
    raise TypeError(f"{type(value).__name__} is no result")


def main() -> None:
    """Run them."""
    found: dict[str, Any] = {"imports": imports.main()}
    print()
    with tempfile.TemporaryDirectory() as directory:
        speedups = _speedups(Path(directory) / "speedups")
        stock = competing.stock(Path(directory))
        competing.stock(Path(directory), "optimizely", decoding.STOCK_PACKAGES["optimizely"])
        answers = {"launchdarkly": documents_launchdarkly.results(9), "optimizely": documents_optimizely.results(8, 4)}
        with serving({**answers, **growth.documents()}) as served:
            found["server"] = served.server
            found["requests"] = {
                title: requests(title, names, target)
                for title, target, names in targets(served, answers, stock, speedups)
            }
            found["growth"] = growth.measure(served)
            growth.show(found["growth"])
        found["decoding"] = decoding.main(stock)
    print()
    found["calls"] = calls.main()
    found["flat"] = flat.main()
    print()
    found["tools"] = tools.main()
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    (out / "bench.json").write_text(json.dumps(found, indent=1, default=_plain) + "\n")
    report.write(ROOT / "docs" / "performance.md", found)
    plots.draw(ROOT / "docs" / "images" / "growth.svg", found["growth"])


if __name__ == "__main__":
    main()
