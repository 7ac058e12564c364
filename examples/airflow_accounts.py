"""Accounts as the mapped tasks of an Airflow DAG, a few at a time, each retried alone.

A task is an account of an accounts file: a run fetches what has changed since the last one, and a retry only what is
missing. Two runs of the DAG never overlap, so that no account is exported twice at the same time.

This was run by hand with Airflow 3.3.2 and is not a part of the tests, because Airflow pins some hundred libraries. For
the same reason the tasks run in an environment of abclient's own (ABCLIENT_PYTHON), which Airflow calls:

    python -m venv /opt/abclient && /opt/abclient/bin/pip install abclient-experiments
    export ABCLIENT_PYTHON=/opt/abclient/bin/python ABCLIENT_ACCOUNTS=/opt/accounts.toml ABCLIENT_EXPORTS=/mnt/exports
    cp examples/airflow_accounts.py $AIRFLOW_HOME/dags/
    airflow db migrate && airflow dags reserialize && airflow dags test experiment_results

The last line is one run, without a scheduler. The file, the exports and the credentials must be where the workers are;
exports on storage that all of them share.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta

from airflow.sdk import DAG, task

FILE = os.environ.get("ABCLIENT_ACCOUNTS", "accounts.toml")
EXPORTS = os.environ.get("ABCLIENT_EXPORTS", "exports")
PYTHON = os.environ.get("ABCLIENT_PYTHON", sys.executable)


@task.external_python(python=PYTHON, expect_airflow=False)
def names(file: str) -> list[str]:
    """The names of all accounts, which are read without their credentials."""
    from abclient.accounts import read_accounts

    return [one.name for one in read_accounts(file, credentials=False)]


@task.external_python(
    python=PYTHON,
    expect_airflow=False,
    retries=2,
    retry_delay=timedelta(minutes=1),
    max_active_tis_per_dagrun=4,
    map_index_template="{{ task.op_kwargs['name'] }}",
)
def export(file: str, directory: str, name: str) -> int:
    """Export an account; returns how many rows its export has."""
    import asyncio

    from abclient.accounts import export_accounts, read_accounts

    accounts = [one for one in read_accounts(file, credentials=False) if one.name == name]
    (done,) = asyncio.run(export_accounts(accounts, directory, progress=False))
    if done.summary is None:
        raise RuntimeError(f"{name}: {done.error}")
    if done.state != "done":
        raise RuntimeError(f"{name}: {len(done.summary.failures)} could not be fetched; {directory}/{name} has why")
    return done.summary.rows


with DAG("experiment_results", schedule="@daily", catchup=False, max_active_runs=1):
    export.partial(file=FILE, directory=EXPORTS).expand(name=names(FILE))
