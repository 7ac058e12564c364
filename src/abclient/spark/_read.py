"""The rows of accounts in batches, with their failures at the end of each account."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import aclosing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from .._items import key_text
from ..accounts import Account
from ..accounts._run import Job, Learned
from ..errors import ConfigurationError, PartialFailureError
from ..results import ResultRow, to_arrow

if TYPE_CHECKING:
    from pyarrow import RecordBatch

OnFailure: TypeAlias = Literal["fail", "skip"]

_BATCH_ROWS = 5_000
_NAMED_FAILURES = 10  # in the message of an error
_LOGGER = logging.getLogger("abclient")


async def batches_of(accounts: Iterable[Account], on_failure: OnFailure) -> AsyncGenerator[RecordBatch]:
    """The rows of accounts, one account after the other."""
    learned = Learned()
    for account in accounts:
        job = Job.of(account, Path(account.name), {})
        failures: dict[str, Exception] = {}
        async with aclosing(_rows_of(job, learned, failures)) as found:
            async for rows in found:
                for batch in to_arrow(rows).combine_chunks().to_batches():
                    yield batch
        if failures:
            _report(account, failures, on_failure)


async def _rows_of(job: Job, learned: Learned, failures: dict[str, Exception]) -> AsyncGenerator[list[ResultRow]]:
    rows: list[ResultRow] = []
    try:
        async with job.open() as source:
            with learned.used_by(source.client):
                async with aclosing(source.results()) as results:
                    async for result in results:
                        if result.error is not None:
                            failures[key_text(result.key)] = result.error
                        rows += result.rows
                        if len(rows) >= _BATCH_ROWS:
                            yield rows
                            rows = []
                failures |= source.failures
    except ConfigurationError as error:
        raise job.account.explained(error) from None
    yield rows


def _report(account: Account, failures: Mapping[str, Exception], on_failure: OnFailure) -> None:
    named = "; ".join(f"{key}: {why}" for key, why in islice(failures.items(), _NAMED_FAILURES))
    said = f"{account.name}: {len(failures)} could not be fetched: {named}"
    if on_failure == "fail":
        raise PartialFailureError(said, values={}, failures=dict(failures))
    _LOGGER.warning("%s", said)
