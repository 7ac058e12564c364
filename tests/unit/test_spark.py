"""The data source of Spark without Spark: options, partitions and readers, called as Spark calls them."""

from __future__ import annotations

import logging
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pytest

from abclient import ConfigurationError, PartialFailureError
from abclient.results import COLUMNS, to_arrow
from abclient.spark import ResultsDataSource
from abclient.spark import _read as reading
from abclient.spark._drained import drained
from abclient.testing import Sandbox

SECRET = "h3Xq-secret"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(experiments=12, seed=1, accounts=2) as running:
        yield running


@pytest.fixture(autouse=True)
def _tokens(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, token in zip(("FIRST", "SECOND"), sandbox.tokens, strict=True):
        monkeypatch.setenv(name, token)
    yield
    sandbox.clear_faults()


@pytest.fixture
def file(sandbox: Sandbox, tmp_path: Path) -> Path:
    written = tmp_path / "accounts.toml"
    table = '\n[[accounts]]\nname = "{}"\ntoken = {{ env = "{}" }}\n'
    head = f'[defaults]\nvendor = "optimizely"\nconcurrency = 8\nbase_url = "{sandbox.base_url("optimizely")}"\n'
    tables = (table.format(name, env) for name, env in (("shop", "FIRST"), ("blog", "SECOND"), ("same", "FIRST")))
    written.write_text(head + "".join(tables))
    return written


def reader_of(**options: str) -> Any:
    source = ResultsDataSource({key.replace("_dot_", "."): value for key, value in options.items()})
    anything: Any = None  # Spark gives the schema, which this source has chosen
    return source.reader(anything)


def one_account(sandbox: Sandbox, **options: str) -> Any:
    given = {"vendor": "optimizely", "base_url": sandbox.base_url("optimizely"), "concurrency": "8", **options}
    return reader_of(**({} if "token" in options else {"token_dot_env": "FIRST"}), **given)


def rows_of(reader: Any) -> list[dict[str, Any]]:
    batches = [batch for partition in reader.partitions() for batch in reader.read(partition)]
    rows: list[dict[str, Any]] = pyarrow.Table.from_batches(batches, to_arrow([]).schema).to_pylist()
    return rows


def test_the_schema_is_that_of_rows() -> None:
    """Every column, with its type and whether it can be null."""
    source = ResultsDataSource({})
    assert source.name() == "abclient"
    fields = source.schema().split(", ")
    assert [field.partition(" ")[0].strip("`") for field in fields] == list(COLUMNS)
    assert {"`units` BIGINT", "`row_key` STRING NOT NULL", "`fetched_at` TIMESTAMP NOT NULL"} <= set(fields)


def test_a_file_of_accounts_is_read_with_a_partition_for_each_credential(file: Path, sandbox: Sandbox) -> None:
    """Accounts that name the same credentials share one; what is pickled holds none; every row is there once."""
    reader = reader_of(accounts=str(file))
    partitions = reader.partitions()
    assert [[account.name for account in one.value] for one in partitions] == [["shop", "same"], ["blog"]]
    pickled = pickle.dumps((reader, partitions))
    assert not any(token.encode() in pickled for token in sandbox.tokens)
    rows = rows_of(pickle.loads(pickled)[0])
    keys = [(row["account"], row["row_key"]) for row in rows]
    assert len(set(keys)) == len(keys) > 0
    assert {account for account, _ in keys} == {"shop", "blog", "same"}


@pytest.mark.parametrize("most", [1, 5_000])
def test_batches_are_of_some_rows(most: int, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A result is never divided; of options, whole numbers and lists are read as such."""
    monkeypatch.setattr(reading, "_BATCH_ROWS", most)
    reader = one_account(sandbox, timeout="60", segments="[]", project="5", name="shop")
    (account,) = reader._accounts
    assert account.options["timeout"] == 60
    assert account.options["segments"] == []
    assert account.options["project"] == "5"
    reader = one_account(sandbox)
    batches = list(reader.read(reader.partitions()[0]))
    assert (len(batches) > 1) == (most == 1)
    assert {row["account"] for batch in batches for row in batch.to_pylist()} == {"optimizely"}


def test_failures_end_the_task_or_are_skipped(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    """By default no row is left out silently."""
    broken = sandbox.world()["optimizely"]["experiments"][0]
    sandbox.add_fault("status", status=403, times=None, match={"regex": rf".*/experiments/{broken}/results"})
    with pytest.raises(PartialFailureError, match=rf"^optimizely: 1 could not be fetched: {broken}: optimizely .* 403"):
        rows_of(one_account(sandbox))
    with caplog.at_level(logging.WARNING, "abclient"):
        rows = rows_of(one_account(sandbox, on_failure="skip"))
    assert str(broken) not in {row["experiment_id"] for row in rows}
    (warning,) = [record.getMessage() for record in caplog.records]
    assert warning.startswith(f"optimizely: 1 could not be fetched: {broken}: ")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"token": SECRET},
            r"options: account 'optimizely': token itself must not be here; write where it is: token\.env",
        ),
        (
            {"token": "sha256-0123456789abcdef0123456789abcdef"},
            "options: token looks like a credential, and options are",
        ),
        ({"token_dot_vault": "x"}, "options: 'token.vault' is unknown"),
        ({"timeout": "soon"}, "options: account 'optimizely': timeout must be a number"),
        ({"colour": "red"}, "options: account 'optimizely': Optimizely has no 'colour'"),
        ({"on_failure": "ignore"}, "on_failure must be fail or skip, not 'ignore'"),
        (
            {"accounts": "accounts.toml"},
            "the option accounts names a file that has everything else: leave out base_url, ",
        ),
    ],
)
def test_options_that_cannot_work(options: dict[str, str], said: str, sandbox: Sandbox) -> None:
    """They are named when the query is planned, and no credential is shown."""
    sandbox.clear_requests()
    with pytest.raises(ConfigurationError, match=said) as raised:
        one_account(sandbox, **options)
    assert SECRET not in str(raised.value)
    assert sandbox.requests() == []


def test_a_file_and_a_vendor_are_needed(tmp_path: Path) -> None:
    """Without either, the vendors are named."""
    with pytest.raises(ConfigurationError, match="options: the name of an account must be a text"):
        reader_of()
    with pytest.raises(ConfigurationError, match="No such file"):
        reader_of(accounts=str(tmp_path / "nowhere.toml"))


def test_what_is_found_on_the_executor_is_named(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing credential, and an option that the client refuses; with the account."""
    monkeypatch.delenv("FIRST")
    with pytest.raises(ConfigurationError, match="account 'optimizely': the environment variable FIRST is not set"):
        rows_of(one_account(sandbox))
    with tempfile.NamedTemporaryFile("w") as file:
        file.write(sandbox.token)
        file.flush()
        options = {"token.file": file.name, "base_url": "http://example.org", "vendor": "optimizely"}
        with pytest.raises(ConfigurationError, match=r"account 'optimizely': base_url is http://example\.org"):
            rows_of(reader_of(**options))


async def numbers(closed: list[int], last: int = 10**9) -> AsyncGenerator[int]:
    try:
        for number in range(last):
            yield number
        raise ValueError("no more")
    finally:
        closed.append(threading.get_ident())


def test_a_generator_is_drained_in_a_thread() -> None:
    """It waits for its reader, ends when that does, and its errors are the reader's."""
    closed = list[int]()
    items = drained(lambda: numbers(closed), 2)
    assert [next(items) for _ in range(5)] == [0, 1, 2, 3, 4]
    items.close()
    assert len(closed) == 1
    assert closed[0] != threading.get_ident()
    taken = list[int]()
    with pytest.raises(ValueError, match="no more"):
        taken.extend(iter_all(drained(lambda: numbers(closed, 3), 2), taken))
    assert taken == [0, 1, 2]
    assert len(closed) == 2


def iter_all(items: Iterator[int], taken: list[int]) -> list[int]:
    for item in items:
        taken.append(item)
    return []


def test_a_generator_that_waits_is_ended() -> None:
    """A reader that stops, such as one with a limit, does not wait for the next response."""
    import asyncio

    ended = threading.Event()

    async def slow() -> AsyncGenerator[int]:
        try:
            yield 1
            await asyncio.Event().wait()
        finally:
            ended.set()

    items = drained(slow, 2)
    assert next(items) == 1
    items.close()
    assert ended.is_set()


def test_without_pyspark_the_extra_is_named() -> None:
    """When the module is imported, in one line."""
    code = "import sys; sys.modules['pyspark'] = None; import abclient.spark"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "ImportError: pyspark" in ended.stderr.splitlines()[-1]
    assert "[spark]'" in ended.stderr.splitlines()[-1]
