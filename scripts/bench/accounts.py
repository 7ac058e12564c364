"""What exporting several accounts takes, by how many are exported at the same time.

``python scripts/bench/accounts.py``, about two minutes, prints the table of ``docs/scale.md``: the command against the
sandbox, in a process of its own, so that time, processor time and memory are those of a whole export.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from abclient.testing import Sandbox

ACCOUNTS, EXPERIMENTS, LATENCY_SECONDS = 8, 100, 0.03
VENDOR = "optimizely"
PARALLEL = (1, 2, 4, 8)


def file_of(sandbox: Sandbox) -> str:
    """Accounts of one vendor, each with its own credentials."""
    address = sandbox.base_url(VENDOR)
    shared = f'[defaults]\nvendor = "{VENDOR}"\nbase_url = "{address}"\n'
    own = (f'[[accounts]]\nname = "{number}"\ntoken = {{ env = "T{number}" }}\n' for number in range(ACCOUNTS))
    return shared + "".join(own)


def measured(parallel: int, directory: Path, tokens: tuple[str, ...]) -> str:
    """A line of the table: seconds, seconds of the processor, and the most memory so far of any run."""
    out, report = directory / f"out-{parallel}", directory / "report.json"
    arguments = ("--accounts", str(directory / "accounts.toml"), "--out", str(out), "--parallel", str(parallel))
    environment = {**os.environ, **{f"T{number}": token for number, token in enumerate(tokens)}}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(
        [sys.executable, "-m", "abclient", "export", *arguments, "--report-json", str(report)],
        check=True,
        stdout=subprocess.DEVNULL,
        env=environment,
    )
    seconds, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    keys = sum(one["keys"] for one in json.loads(report.read_text())["accounts"])
    return f"| {parallel} | {keys} | {seconds:.1f} s | {busy:.1f} s | {after.ru_maxrss / 1024:.0f} MB |"


def main() -> None:
    """Print the table."""
    with (
        tempfile.TemporaryDirectory() as name,
        Sandbox(experiments=EXPERIMENTS, accounts=ACCOUNTS, latency=LATENCY_SECONDS) as sandbox,
    ):
        directory = Path(name)
        (directory / "accounts.toml").write_text(file_of(sandbox))
        print("| `--parallel` | results | time | processor time | memory |\n|---|---|---|---|---|")
        for parallel in PARALLEL:
            print(measured(parallel, directory, sandbox.tokens), flush=True)


if __name__ == "__main__":
    main()
