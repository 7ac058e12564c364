"""What importing costs, as ratios to ``import httpx``: whole interpreters, CPU time, medians of interleaved rounds."""

from __future__ import annotations

import resource
import subprocess
import sys
from statistics import median

STATEMENTS = {
    "nothing": "pass",
    "import httpx": "import httpx",
    "import abclient": "import abclient",
    "and one LaunchDarkly call's modules": (
        "import abclient, asyncio\n"
        "from abclient_api.launchdarkly.api.experiments import get_experiment_results\n"
        "client = abclient.LaunchDarkly('token')\n"
        "request = get_experiment_results.request('p', 'e', 'x', 'm')\n"
    ),
}


def measure(rounds: int = 9) -> dict[str, float]:
    """CPU seconds of each statement beyond those of an interpreter that does nothing."""
    spent: dict[str, list[float]] = {name: [] for name in STATEMENTS}
    for _ in range(rounds):
        for name, code in STATEMENTS.items():
            spent[name].append(_cpu_seconds(code))
    idle = median(spent["nothing"])
    return {name: median(times) - idle for name, times in spent.items()}


def _cpu_seconds(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def main() -> None:
    """Print the ratios."""
    costs = measure()
    base = costs["import httpx"]
    print(f"Import cost, CPU time; import httpx = 1.00 ({base * 1000:.0f} ms here)")
    for name, cost in costs.items():
        if name not in {"nothing", "import httpx"}:
            print(f"  {name:40} {cost / base:5.2f}")


if __name__ == "__main__":
    main()
