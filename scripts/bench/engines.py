"""What many accounts take in one process and on a Dask cluster, by how many there are and how large they are.

``python scripts/bench/engines.py``, three minutes, prints the table of ``docs/scale.md``: the command against the
sandbox.
The memory is the most that the process had, and of a cluster the most that any of its workers had.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from accounts import VENDOR
from distributed import Client, LocalCluster

from abclient.testing import Sandbox

SIZES = ((4, 100), (16, 100), (16, 300))
LATENCY_SECONDS = 0.03
PARALLEL, WORKERS = 8, 2


def file_of(sandbox: Sandbox, accounts: int) -> str:
    """Accounts of one vendor, each with its own credentials."""
    shared = f'[defaults]\nvendor = "{VENDOR}"\nbase_url = "{sandbox.base_url(VENDOR)}"\n'
    own = (f'[[accounts]]\nname = "{number}"\ntoken = {{ env = "T{number}" }}\n' for number in range(accounts))
    return shared + "".join(own)


def export(directory: Path, out: str, *options: str) -> tuple[float, float]:
    """Export all accounts; returns how many seconds it took, and the most memory of its process in MB."""
    began = perf_counter()
    arguments = ("--accounts", str(directory / "accounts.toml"), "--out", str(directory / out), *options)
    process = subprocess.Popen(
        [sys.executable, "-m", "abclient", "export", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the export ended with exit code {process.returncode}")
    return perf_counter() - began, used.ru_maxrss / 1024


def most_memory() -> float:
    """The most memory that this process ever had, in MB; called on workers."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def on_cluster(directory: Path) -> tuple[float, Mapping[str, float]]:
    """Seconds, and the most memory of each worker, on a new cluster."""
    cluster_class: Any = LocalCluster
    client_class: Any = Client
    with (
        cluster_class(n_workers=WORKERS, threads_per_worker=PARALLEL // WORKERS, dashboard_address=":0") as cluster,
        client_class(cluster) as client,
    ):
        seconds, _ = export(directory, "there", "--engine", "dask", "--scheduler", cluster.scheduler_address)
        return seconds, client.run(most_memory)


def measured(accounts: int, experiments: int) -> str:
    """A line of the table."""
    with (
        tempfile.TemporaryDirectory() as name,
        Sandbox(experiments=experiments, accounts=accounts, latency=LATENCY_SECONDS, start_timeout=300) as sandbox,
    ):
        directory = Path(name)
        (directory / "accounts.toml").write_text(file_of(sandbox, accounts))
        os.environ.update({f"T{number}": token for number, token in enumerate(sandbox.tokens)})
        here, memory = export(directory, "here", "--parallel", str(PARALLEL))
        there, workers = on_cluster(directory)
    return (
        f"| {accounts} | {experiments} | {here:.1f} s | {memory:.0f} MB"
        f" | {there:.1f} s | {max(workers.values()):.0f} MB |"
    )


def main() -> None:
    """Print the table."""
    ways = f"one process, `--parallel {PARALLEL}` | memory | {WORKERS} Dask workers | memory of each"
    print(f"| accounts | experiments of each | {ways} |")
    print("|---|---|---|---|---|---|")
    for accounts, experiments in SIZES:
        print(measured(accounts, experiments), flush=True)


if __name__ == "__main__":
    main()
