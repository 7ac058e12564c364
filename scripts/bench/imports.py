"""What importing costs, as ratios to ``import httpx``: whole interpreters, CPU time, medians of interleaved rounds.

A first call goes through a transport that answers from memory, so that what it imports and sets up is all that counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen
from measuring import Figure

HTTPX = "import httpx"
ALONE = "import abclient"
FIRST = "import abclient, and the first call (LaunchDarkly)"
ANALYSIS = "import abclient.analysis, and the first comparison"
OFFICIAL = "import launchdarkly_api, 13.0.0"
NEWEST = "import launchdarkly_api, the newest"

_PREPARE = """
import asyncio, abclient
import abclient.transports
abclient.transports.open_transport()  # it is not what answers here, but it belongs to a first call
class Instant:
    async def send(self, request):
        from abclient.transports import WireResponse
        return WireResponse(status=200, headers=(), body=b'{"id": 1, "key": "k", "results": []}')
    async def aclose(self): pass
async def call(make, fetch):
    async with make(Instant()) as client:
        await fetch(client)
"""
_CALLS = {
    "LaunchDarkly": (
        "asyncio.run(call(lambda t: abclient.LaunchDarkly('t', transport=t),"
        " lambda c: c.experiments('p', 'e').results('x', 'm')))"
    ),
    "Optimizely Classic": (
        "asyncio.run(call(lambda t: abclient.OptimizelyClassic('t', transport=t), lambda c: c.experiments.get(1)))"
    ),
    "Optimizely": "asyncio.run(call(lambda t: abclient.Optimizely('t', transport=t), lambda c: c.experiments.get(1)))",
    "Convert": (
        "asyncio.run(call(lambda t: abclient.ConvertV1('a', 's', transport=t),"
        " lambda c: c.project('1').experiences.get('1')))"
    ),
}
_STATEMENTS = {
    "nothing": "",
    HTTPX: "import httpx",
    ALONE: "import abclient",
    FIRST: _PREPARE + _CALLS["LaunchDarkly"],
    ANALYSIS: """
from abclient import analysis
sample = analysis.Sample.of_conversions(units=1000, conversions=100)
analysis.fixed_horizon(sample, sample)
""",
}
_OFFICIAL = "import launchdarkly_api.api.experiments_beta_api\n"
_NEWEST = "import launchdarkly_api.api.experiments_api\n"
_REPORT = """
import resource
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, open('/proc/self/statm').read().split()[1])
"""
_FURTHER = """
import time
began = time.process_time()
{call}
print(time.process_time() - began, 0)
"""


@frozen
class Imports:
    """What was measured.

    Attributes:
        seconds: CPU time of each statement, less that of an interpreter that does nothing.
        megabytes: resident memory after it, interpreter included.
        further: CPU seconds of each further vendor's first call, after LaunchDarkly's.
    """

    seconds: dict[str, Figure]
    megabytes: dict[str, float]
    further: dict[str, Figure]


def measure(rounds: int = 5, *, official: bool = True) -> Imports:
    """Measure; ``official`` takes the vendor's own client in, old and new, once each, because they take long."""
    spent: dict[str, list[float]] = {name: [] for name in _STATEMENTS}
    pages: dict[str, float] = {}
    further: dict[str, list[float]] = {name: [] for name in _CALLS if name != "LaunchDarkly"}
    with _interpreter() as run:
        for _ in range(rounds):
            for name, code in _STATEMENTS.items():
                seconds, pages[name] = run(code + _REPORT)
                spent[name].append(seconds)
            for name, times in further.items():
                times.append(run(_PREPARE + _CALLS["LaunchDarkly"] + _FURTHER.format(call=_CALLS[name]))[0])
        if official:
            imported = {OFFICIAL: _OFFICIAL}
            if directory := newest():
                imported[NEWEST] = f"import sys; sys.path[:0] = [{directory!r}]\n{_NEWEST}"
            for name, code in imported.items():
                run(code + _REPORT)
                seconds, pages[name] = run(code + _REPORT)
                spent[name] = [seconds] * rounds  # it takes so long that once is enough
    idle = Figure.of(spent.pop("nothing")).median
    return Imports(
        {name: Figure.of([seconds - idle for seconds in times]) for name, times in spent.items()},
        {name: count * 4096 / 1e6 for name, count in pages.items() if name in spent},
        {name: Figure.of(times) for name, times in further.items()},
    )


def newest() -> str | None:
    """A directory with the newest version of the vendor's own client, beside the one here; None without a registry."""
    directory = Path(__file__).parents[2] / "build" / "launchdarkly_api"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--upgrade", "--target", str(directory)]
    done = subprocess.run([*install, "launchdarkly-api"], check=False, stderr=subprocess.DEVNULL)
    return str(directory) if done.returncode == 0 else None


@contextmanager
def _interpreter() -> Generator[Callable[[str], tuple[float, float]], None, None]:
    """What runs code in a new interpreter and reads the two figures that it prints.

    Everything is compiled beforehand, as it is where packages are installed: whether some of it was in this checkout,
    and whether the environment lets Python write bytecode, must not count.
    """

    def run(code: str) -> tuple[float, float]:
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment)
        first, second = done.stdout.split()[-2:]
        return float(first), float(second)

    with tempfile.TemporaryDirectory() as directory:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": directory, "PYTHONDONTWRITEBYTECODE": ""}
        for code in (_STATEMENTS[HTTPX], _PREPARE + "".join(f"{call}\n" for call in _CALLS.values())):
            run(code + _REPORT)
        yield run


def main() -> Imports:
    """Print the ratios."""
    found = measure()
    base = found.seconds[HTTPX]
    print(f"Import cost, CPU time; {HTTPX} = 1.00 ({base.median * 1000:.0f} ms here, spread {base.spread:.0%})")
    for name, cost in found.seconds.items():
        memory = found.megabytes[name]
        print(
            f"  {name:52} {cost.over(base):6.2f}   {memory:6.1f} MB, {memory / found.megabytes[HTTPX]:.2f} of httpx's"
        )
    for name, cost in found.further.items():
        print(f"  first call of {name + ', after that':38} {cost.median * 1000:6.0f} ms")
    return found


if __name__ == "__main__":
    main()
