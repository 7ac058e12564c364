"""The data source: what Spark asks for when it plans a query, and what its executors read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition

from ..accounts import Account, CredentialPlace
from ..errors import ConfigurationError
from ..results import to_arrow
from ._drained import drained
from ._options import accounts_of
from ._read import OnFailure, batches_of

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql.types import StructType

_TYPES = {
    "string": "STRING",
    "bool": "BOOLEAN",
    "int64": "BIGINT",
    "double": "DOUBLE",
    "timestamp[us, tz=UTC]": "TIMESTAMP",
}
"""What Spark calls the types of rows."""

_ON_FAILURE: Mapping[str, OnFailure] = {"fail": "fail", "skip": "skip"}
_WAITING_BATCHES = 2


class ResultsDataSource(DataSource):
    """The data source ``abclient``: the result rows of accounts, in batch queries.

    Its schema is that of rows (``abclient.results.COLUMNS``). A partition is an account, or several with the same
    credentials, which have one limit at the vendor. Executors read the credentials themselves: options, plans and logs
    say only where they are.
    """

    @classmethod
    def name(cls) -> str:
        """What ``spark.read.format`` takes."""
        return "abclient"

    def schema(self) -> str:
        """The columns of rows, in Spark's words."""
        fields: Any = to_arrow([]).schema
        return ", ".join(
            f"`{field.name}` {_TYPES[str(field.type)]}{'' if field.nullable else ' NOT NULL'}" for field in fields
        )

    def reader(self, schema: StructType) -> ResultsReader:
        """What reads the rows.

        Raises:
            ConfigurationError: an option or the file of accounts is wrong; nothing is sent.
        """
        options = dict(self.options)
        wanted = options.pop("on_failure", "fail")
        on_failure = _ON_FAILURE.get(wanted)
        if on_failure is None:
            raise ConfigurationError(f"on_failure must be fail or skip, not {wanted!r}")
        return ResultsReader(accounts_of(options), on_failure)


class ResultsReader(DataSourceReader):
    """Reads accounts.

    Args:
        accounts: which say where their credentials are.
        on_failure: what to do if a result cannot be fetched: ``fail`` the task, or ``skip`` the result, with a warning.
    """

    def __init__(self, accounts: Sequence[Account], on_failure: OnFailure) -> None:
        self._accounts = accounts
        self._on_failure: OnFailure = on_failure

    def partitions(self) -> list[InputPartition]:
        """One for each account, which is its value in a tuple; accounts that name the same credentials share one."""
        found: dict[tuple[str, frozenset[tuple[str, CredentialPlace | str]]], list[Account]] = {}
        for account in self._accounts:
            credentials: Mapping[str, CredentialPlace | str] = account.credentials
            found.setdefault((account.vendor.name, frozenset(credentials.items())), []).append(account)
        return [InputPartition(tuple(accounts)) for accounts in found.values()]

    def read(self, partition: InputPartition) -> Iterator[RecordBatch]:
        """The rows of a partition's accounts, as they are fetched.

        Raises:
            ConfigurationError: a credential is not there, or an option cannot work; the message names the account.
            PartialFailureError: some results could not be fetched, and ``on_failure`` is ``fail``.
            ABClientError: an account's experiments cannot be listed.
        """
        accounts: tuple[Account, ...] = partition.value
        return drained(lambda: batches_of(accounts, self._on_failure), _WAITING_BATCHES)
