"""Accounts as the tasks of a Prefect flow, a few at a time, each retried alone.

A task is an account of an accounts file: a run fetches what has changed since the last one, and a retry only what is
missing. The flow fails if an account does, after all others are done.

Run with Prefect 3.9 in an environment of its own (pip install prefect abclient-experiments):

    python examples/prefect_accounts.py accounts.toml exports

The file, the exports and the credentials must be where the tasks are; exports on storage that all of them share. On a
busy machine, PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS=100 gives the server that a run starts more time.
"""

from __future__ import annotations

import asyncio
import sys

from prefect import flow, task
from prefect.task_runners import ThreadPoolTaskRunner

from abclient.accounts import export_accounts, read_accounts

PARALLEL = 4


@task(retries=2, retry_delay_seconds=60, task_run_name="export {name}")
def export(file: str, directory: str, name: str) -> int:
    """Export an account; returns how many rows its export has."""
    # Read here, because Prefect stores the arguments of tasks.
    accounts = [one for one in read_accounts(file, credentials=False) if one.name == name]
    (done,) = asyncio.run(export_accounts(accounts, directory, progress=False))
    if done.summary is None:
        raise RuntimeError(f"{name}: {done.error}")
    if done.state != "done":
        raise RuntimeError(f"{name}: {len(done.summary.failures)} could not be fetched; {directory}/{name} has why")
    return done.summary.rows


@flow(task_runner=ThreadPoolTaskRunner(max_workers=PARALLEL))
def export_all(file: str, directory: str) -> dict[str, int]:
    """Export all accounts of a file; returns the rows of each."""
    names = [one.name for one in read_accounts(file, credentials=False)]
    running = {name: export.submit(file, directory, name) for name in names}
    return {name: one.result() for name, one in running.items()}


if __name__ == "__main__":
    print(export_all(*sys.argv[1:]))
