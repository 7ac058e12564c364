"""Object storage, as moto's server plays it: exports that are continued from there, and tables of files."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from abclient.errors import ExportError
from abclient.export import mirror_export, restore_export
from abclient.load import LoadError, load
from abclient.results import ResultRow, from_arrow
from abclient.testing import Sandbox
from support.command import Command, credentials
from support.loads import night, rows_of, rows_of_exports

SECRET = "storage-secret-key"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Where an S3 listens, with a bucket called ``exports``."""
    moto: Any = import_module("moto.server")
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    logging.getLogger("botocore").setLevel(logging.INFO)  # below that it logs every header that it sends
    running = moto.ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of an empty bucket; where it is and the credentials are in the environment, as for AWS's own tools."""
    settings = {"ACCESS_KEY_ID": "testing", "SECRET_ACCESS_KEY": SECRET, "DEFAULT_REGION": "us-east-1"}
    for name, value in {**settings, "ENDPOINT_URL": server}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    s3fs: Any = import_module("s3fs")
    files = s3fs.S3FileSystem(skip_instance_cache=True)
    if files.exists("exports"):
        files.rm("exports", recursive=True)
    files.mkdir("exports")
    return "s3://exports"


async def test_an_export_goes_on_from_there(bucket: str, tmp_path: Path) -> None:
    """On another machine, with every row once; and what has changed is sent."""
    here, there = tmp_path / "here", tmp_path / "there"
    await night(here, {"a": rows_of("a", 1), "b": rows_of("b", 1)}, file_format="parquet", mirror=f"{bucket}/shop")
    shutil.rmtree(here)
    await night(there, {"a": rows_of("a", 2), "c": rows_of("c", 2)}, file_format="parquet", mirror=f"{bucket}/shop")
    restore_export(f"{bucket}/shop", tmp_path / "copy")
    assert rows_of_exports(tmp_path / "copy") == rows_of_exports(there)
    assert sorted({(row.metric_id, row.units) for row in rows_of_exports(there)}, key=str) == [
        ("a", 2),
        ("b", 1),
        ("c", 2),
    ]


async def test_a_bucket_that_is_not_there(bucket: str, tmp_path: Path) -> None:
    """It is named, and nothing is fetched."""
    with pytest.raises(ExportError, match=r"s3://nowhere/shop: .*bucket"):
        await night(tmp_path / "e", {"a": rows_of("a", 1)}, mirror="s3://nowhere/shop")
    assert not (tmp_path / "e").exists()
    await night(tmp_path / "e", {"a": rows_of("a", 1)})
    with pytest.raises(ExportError, match="s3://nowhere/shop"):
        mirror_export(tmp_path / "e", "s3://nowhere/shop")


@pytest.mark.slow
def test_the_command_goes_on_from_there(
    bucket: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy has all that the directory had; credentials of the storage are in no output."""
    command = Command(capsys)
    with Sandbox(experiments=6, seed=1) as sandbox:
        for name, value in credentials(sandbox.url).items():
            monkeypatch.setenv(name, value)
        arguments = ("export", "optimizely", "--format", "parquet", "--mirror", f"{bucket}/shop", "--out")
        first = command(*arguments, tmp_path / "first")
        second = command(*arguments, tmp_path / "second")
    assert (first.code, second.code, first.err, second.err) == (0, 0, "", "")
    assert first.out.partition(", 6 fetched")[0].endswith(second.out.partition(", ")[0].rpartition("second")[2])
    assert {row.row_key for row in rows_of_exports(tmp_path / "first")} == {
        row.row_key for row in rows_of_exports(tmp_path / "second")
    }
    wrong = command("export", "optimizely", "--mirror", "nonsense://x/y", "--out", tmp_path / "third")
    assert (wrong.code, "fsspec knows no protocol 'nonsense'" in wrong.err) == (2, True)
    assert SECRET not in first.out + second.out + wrong.err


def rows_there(table: str) -> list[ResultRow]:
    """The rows of a table of files."""
    parquet: Any = import_module("pyarrow.parquet")
    s3fs: Any = import_module("s3fs")
    files = s3fs.S3FileSystem(skip_instance_cache=True)
    found: list[ResultRow] = []
    for path in files.glob(f"exports/lake/experiments/{table}/*.parquet"):
        with files.open(path) as file:
            read = parquet.read_table(file)
        extra = [
            name
            for name in ("export_id", "export_key", "is_removed", "run", "snapshot_at")
            if name in read.column_names
        ]
        found += from_arrow(read.drop_columns(extra))
    return sorted(found, key=lambda row: row.row_key)


@pytest.mark.slow
def test_tables_of_files(bucket: str, tmp_path: Path) -> None:
    """They are written as a whole: every row once, nothing that is gone, and no export is forgotten."""
    shop, app, lake = tmp_path / "shop", tmp_path / "app", f"filesystem/{bucket}/lake"
    asyncio.run(night(shop, {"a": rows_of("a", 1), "b": rows_of("b", 1)}, history=True))
    asyncio.run(night(app, {"c": rows_of("c", 1, account="app")}))
    for _ in range(2):
        assert load([shop, app], lake).sent == 6
        assert rows_there("results") == rows_of_exports(shop, app)
    asyncio.run(night(shop, {"a": rows_of("a", 2)}, keep="a", history=True))
    with pytest.raises(LoadError, match=f"name also the other exports that are there: {app}"):
        load(shop, lake)
    assert len(rows_there("results")) == 6
    assert load([shop, app], lake).sent == 4
    assert rows_there("results") == rows_of_exports(shop, app)
    assert [row.units for row in rows_there("results_history") if row.metric_id == "a"] == [1, 2, 1, 2]
