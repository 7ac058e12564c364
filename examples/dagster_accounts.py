"""Accounts as the partitions of a Dagster asset, which are retried alone and say how many rows they have.

A partition is an account of an accounts file, and its data is the account's export: a run fetches what has changed
since the last one, and a retry only what is missing. The pool limits how many are exported at the same time.

Run with Dagster 1.13 in an environment of its own (pip install dagster 'abclient-experiments[arrow]'):

    export ABCLIENT_ACCOUNTS=accounts.toml ABCLIENT_EXPORTS=exports
    dagster instance concurrency set abclient 4
    dagster asset materialize -f examples/dagster_accounts.py --select experiment_results --partition shop

The file, the exports and the credentials must be where the runs are; exports on storage that all of them share.
"""

import asyncio
import os

import dagster as dg

from abclient.accounts import AccountSummary, export_accounts, read_accounts

FILE = os.environ.get("ABCLIENT_ACCOUNTS", "accounts.toml")
EXPORTS = os.environ.get("ABCLIENT_EXPORTS", "exports")

# Dagster reads this file in processes that need no credentials.
ACCOUNTS = {one.name: one for one in read_accounts(FILE, credentials=False)}


@dg.asset(
    partitions_def=dg.StaticPartitionsDefinition(list(ACCOUNTS)),
    pool="abclient",
    retry_policy=dg.RetryPolicy(max_retries=2, delay=60),
)
def experiment_results(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
    """The results of all experiments of an account."""
    account = ACCOUNTS[context.partition_key]
    (done,) = asyncio.run(export_accounts([account], EXPORTS, file_format="parquet", progress=False))
    summary = done.summary
    if summary is None or done.state != "done":
        raise dg.Failure(why(done), metadata={"directory": str(done.directory)})
    return dg.MaterializeResult(
        metadata={
            "directory": dg.MetadataValue.path(str(done.directory)),
            "dagster/row_count": summary.rows,
            "results": summary.keys,
            "fetched now": summary.exported,
        }
    )


def why(done: AccountSummary) -> str:
    """What failed, without anything secret."""
    if done.summary is None:
        return f"{done.account.name}: {done.error}"
    failures = [f"{key}: {reason}" for key, reason in done.summary.failures.items()]
    return f"{done.account.name}: {len(failures)} could not be fetched: {'; '.join(failures[:10])}"


defs = dg.Definitions(assets=[experiment_results])
